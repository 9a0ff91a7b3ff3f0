//! One style sheet per side, joined from `style/`: tokens, base, then the side's own files.

use std::fs;

use crate::failure::{During, Failure, Outcome};
use crate::workspace;

/// Joins `tokens.css`, `base.css`, `SIDE.css` and every `SIDE-*.css` in order of name.
pub fn sheet(side: &str, dev: bool) -> Outcome<String> {
    let folder = workspace::path("style");
    let mut names = vec![
        "tokens.css".to_owned(),
        "base.css".to_owned(),
        format!("{side}.css"),
    ];
    let mut more = Vec::new();
    for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(&format!("{side}-")) && name.ends_with(".css") {
            more.push(name);
        }
    }
    more.sort();
    names.extend(more);
    let mut joined = String::new();
    for name in names {
        match fs::read_to_string(folder.join(&name)) {
            Ok(text) => {
                joined.push_str(&without_comments(&text).during(format_args!("style/{name}"))?)
            }
            Err(_) if dev => {}
            Err(error) => return Err(Failure::new(format!("reading style/{name}: {error}"))),
        }
    }
    Ok(without_unused(&joined))
}

/// Drops tokens that no rule of this side names; one that only another such token names goes with it.
fn without_unused(sheet: &str) -> String {
    let used = |line: &&str| {
        let name = line.split_once(':').map_or("", |(name, _)| name);
        let token = name.starts_with("--");
        !token
            || [")", ","]
                .iter()
                .any(|end| sheet.contains(&format!("var({name}{end}")))
    };
    let kept = sheet.lines().filter(used).collect::<Vec<_>>().join("\n") + "\n";
    if kept.len() < sheet.len() {
        without_unused(&kept)
    } else {
        kept
    }
}

/// Drops comments, indentation, blank lines, and spaces beside braces and semicolons; rules stay as they were written.
fn without_comments(text: &str) -> Result<String, &'static str> {
    let mut bare = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("/*") {
        bare.push_str(&rest[..start]);
        let end = rest[start..].find("*/").ok_or("a comment never ends")?;
        rest = &rest[start + end + 2..];
    }
    bare.push_str(rest);
    let lines: Vec<&str> = bare
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let tight = [
        (" {", "{"),
        ("{ ", "{"),
        ("; ", ";"),
        (" }", "}"),
        (";}", "}"),
    ];
    let joined = lines.join("\n") + "\n";
    Ok(tight
        .iter()
        .fold(joined, |text, (wide, tight)| text.replace(wide, tight)))
}

#[cfg(test)]
mod tests {
    use super::{without_comments, without_unused};

    #[test]
    fn tokens_that_nothing_names_go() {
        let sheet = ":root{\n--a: 1px;\n--b: var(--a);\n--c: 2px;\n--d: 3px;\n}\np{x: var(--c);y: var(--d, 0)}\n";
        assert_eq!(
            without_unused(sheet),
            ":root{\n--c: 2px;\n--d: 3px;\n}\np{x: var(--c);y: var(--d, 0)}\n"
        );
    }

    #[test]
    fn comments_go_and_rules_stay() {
        assert_eq!(
            without_comments(
                "/* a\n b */\n:root {\n  --x: 1px; /* why */\n}\n.a :hover { b: c; d: e; }\n"
            ),
            Ok(":root{\n--x: 1px;\n}\n.a :hover{b: c;d: e}\n".into())
        );
        assert!(without_comments("a { } /* oops").is_err());
    }
}

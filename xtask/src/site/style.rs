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
    Ok(joined)
}

/// Drops comments, indentation and blank lines; rules stay as they were written.
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
    Ok(lines.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn comments_go_and_rules_stay() {
        assert_eq!(
            without_comments("/* a\n b */\n:root {\n  --x: 1px; /* why */\n}\n"),
            Ok(":root {\n--x: 1px;\n}\n".into())
        );
        assert!(without_comments("a { } /* oops").is_err());
    }
}

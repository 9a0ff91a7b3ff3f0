//! One script per module: wasm-bindgen's glue with our own start code behind it. One file, so that one integrity hash covers it all.

use super::assets::Asset;
use super::module::Module;
use crate::console::say;
use crate::failure::{Failure, Outcome};
use crate::workspace;

/// Joins the two and tells the start code where its WASM is and what it must hash to.
pub fn script(module: &Module, glue: &str, wasm: &Asset, dev: bool) -> Outcome<String> {
    let start = match std::fs::read_to_string(workspace::path(module.script)) {
        Ok(start) => start,
        Err(_) if dev => {
            say(&format!(
                "{} is not written yet; {} will not start",
                module.script, module.name
            ));
            String::new()
        }
        Err(error) => return Err(Failure::new(format!("reading {}: {error}", module.script))),
    };
    let start = start
        .replace("__WASM_URL__", &wasm.path)
        .replace("__WASM_INTEGRITY__", &wasm.integrity);
    Ok(format!(
        "{}\n{}",
        without_comments(glue),
        without_comments(&start)
    ))
}

/// Drops indentation, blank lines and lines that are only a comment. Not a minifier: a line that does something stays as it is,
/// so that people can read what they are sent.
fn without_comments(script: &str) -> String {
    let mut kept = String::with_capacity(script.len());
    let mut inside = false;
    for line in script.lines().map(str::trim) {
        if inside || line.starts_with("/*") {
            inside = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn only_whole_comment_lines_go() {
        let script = "/**\n * what\n */\nfunction a() {\n  // why\n\n  return \"http://x\"; // kept\n}\n/* one */\nb();";
        assert_eq!(
            without_comments(script),
            "function a() {\nreturn \"http://x\"; // kept\n}\nb();\n"
        );
    }
}

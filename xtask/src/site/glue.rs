//! One script per module: wasm-bindgen's glue, and behind it our own start code for the page and for the worker.
//!
//! One file, because an integrity hash does not cover what a file imports; and the same file for both, so that the
//! browser fetches it once. A worker has no document; that is how the file knows where it runs.

use super::assets::Asset;
use super::module::Module;
use crate::console::say;
use crate::failure::{Failure, Outcome};
use crate::workspace;

/// Joins the three and tells the start codes where their WASM is and what it must hash to.
pub fn script(module: &Module, glue: &str, wasm: &Asset, dev: bool) -> Outcome<String> {
    let page = start_code(module.page_script, wasm, dev)?;
    let glue = without_comments(glue);
    let Some(worker) = module.worker_script else {
        return Ok(format!("{glue}{page}"));
    };
    let worker = start_code(worker, wasm, dev)?;
    Ok(format!(
        "{glue}if (typeof document === \"object\") {{\n{page}}} else {{\n{worker}}}\n"
    ))
}

fn start_code(file: &str, wasm: &Asset, dev: bool) -> Outcome<String> {
    let start = match std::fs::read_to_string(workspace::path(file)) {
        Ok(start) => start,
        Err(_) if dev => {
            say(&format!("{file} is not written yet; nothing will start"));
            String::new()
        }
        Err(error) => return Err(Failure::new(format!("reading {file}: {error}"))),
    };
    let start = start
        .replace("__WASM_URL__", &wasm.path)
        .replace("__WASM_INTEGRITY__", &wasm.integrity);
    Ok(without_comments(&start))
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

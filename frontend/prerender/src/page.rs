//! The shell of a page: head, sprite, body. Texts are escaped by the renderer; only file names are put in by hand.

use crate::assets::Assets;

/// What differs between the two pages.
pub struct Shell<'a> {
    /// `reporter` or `staff`.
    pub side: &'a str,
    /// The element that brings the style sheet.
    pub style: &'a str,
    pub title: &'a str,
    pub sprite: &'a str,
    pub body: &'a str,
}

/// A whole page without inline script.
///
/// The module is asked for together with its script and not after it: one wait less until the page runs. Its fetch in
/// `boot.js` takes what was asked for here, and checks it: a preload of this kind cannot say what it must hash to. A browser
/// that does not know preloads fetches it then.
pub fn write(shell: &Shell<'_>, assets: &Assets) -> Result<String, String> {
    let module = assets.get(&format!("{}.wasm", shell.side))?;
    let script = assets.get(&format!("{}.js", shell.side))?;
    let worker = assets.get(&format!("{}-worker.js", shell.side))?;
    // What comes after the first visit: `boot.js` fetches it, with this hash, whatever is done on the page.
    let extras = match shell.side {
        "reporter" => {
            let extras = assets.get("extras.js")?;
            format!(
                r#" data-extras="{}" data-extras-hash="{}""#,
                extras.path, extras.integrity
            )
        }
        _ => String::new(),
    };
    let Shell {
        style,
        title,
        sprite,
        body,
        ..
    } = shell;
    Ok(format!(
        r#"<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<title>{title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<script type="module" src="{script}" integrity="{script_hash}"></script>
<link rel="preload" as="fetch" type="application/wasm" crossorigin href="{module}">
{style}
</head>
<body data-worker="{worker}"{extras}>
<svg class="sprite" aria-hidden="true">{sprite}</svg>
{body}
</body>
</html>
"#,
        module = module.path,
        script = script.path,
        script_hash = script.integrity,
        worker = worker.path,
    ))
}

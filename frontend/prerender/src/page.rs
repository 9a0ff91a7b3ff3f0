//! The shell of a page: head, sprite, body. Texts are escaped by the renderer; only file names are put in by hand.

use crate::assets::Assets;

/// What differs between the two pages.
pub struct Shell<'a> {
    /// `reporter` or `staff`.
    pub side: &'a str,
    pub sheet: &'a str,
    pub title: &'a str,
    pub sprite: &'a str,
    pub body: &'a str,
}

/// A whole page without inline script or style.
pub fn write(shell: &Shell<'_>, assets: &Assets) -> Result<String, String> {
    let sheet = assets.get(shell.sheet)?;
    let script = assets.get(&format!("{}.js", shell.side))?;
    let worker = assets.get(&format!("{}-worker.js", shell.side))?;
    let Shell {
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
<link rel="stylesheet" href="{sheet}" integrity="{sheet_hash}">
<script type="module" src="{script}" integrity="{script_hash}"></script>
</head>
<body data-worker="{worker}">
<svg class="sprite" aria-hidden="true">{sprite}</svg>
{body}
</body>
</html>
"#,
        sheet = sheet.path,
        sheet_hash = sheet.integrity,
        script = script.path,
        script_hash = script.integrity,
        worker = worker.path,
    ))
}

//! The static pages: written by `frontend/prerender`, which is told the assets' names and hashes and the pupil's style sheet.

use std::collections::BTreeMap;
use std::fs;

use super::assets::Assets;
use crate::command::Run;
use crate::console::say;
use crate::digest::write;
use crate::failure::{During, Failure, Outcome};
use crate::workspace;

/// The file of all languages, and what the script that fetches it must know of it.
pub fn languages(assets: &mut Assets, dev: bool) -> Outcome<String> {
    let folder = workspace::scratch().join("languages");
    fs::create_dir_all(&folder).during("making target/xtask/languages")?;
    let written = Run::cargo()
        .args(["run", "--quiet", "--package", "frontend-prerender", "--"])
        .arg("languages")
        .arg(&folder)
        .go();
    if dev && written.is_err() {
        say("no languages but English");
        return Ok("{\"tags\":[]}".into());
    }
    written?;
    let bytes = fs::read(folder.join("languages.json")).during("reading languages.json")?;
    let file = assets.add("languages", "json", bytes);
    let switch = fs::read(folder.join("switch.json")).during("reading switch.json")?;
    let mut switch: serde_json::Value =
        serde_json::from_slice(&switch).during("reading switch.json")?;
    switch["file"] = file.path.into();
    switch["integrity"] = file.integrity.into();
    Ok(switch.to_string())
}

/// Pages by file name, from whatever the prerenderer wrote.
pub fn render(assets: &Assets, pupil_sheet: &str, dev: bool) -> Outcome<BTreeMap<String, Vec<u8>>> {
    let folder = workspace::scratch().join("pages");
    if folder.exists() {
        fs::remove_dir_all(&folder).during("clearing target/xtask/pages")?;
    }
    fs::create_dir_all(&folder).during("making target/xtask/pages")?;
    let list = workspace::scratch().join("assets.json");
    write(
        &list,
        &serde_json::to_vec_pretty(assets).during("writing assets.json")?,
    )?;
    let sheet = workspace::scratch().join("pupil.css");
    write(&sheet, pupil_sheet.as_bytes())?;
    let rendered = Run::cargo()
        .args(["run", "--quiet", "--package", "frontend-prerender", "--"])
        .arg(&list)
        .arg(&sheet)
        .arg(&folder)
        .go();
    if !dev {
        rendered?;
    } else if let Err(failure) = rendered {
        say(&format!("no real pages: {failure}"));
    }

    let mut pages = BTreeMap::new();
    for entry in fs::read_dir(&folder).during("reading the rendered pages")? {
        let entry = entry.during("reading the rendered pages")?;
        let bytes = fs::read(entry.path()).during("reading a rendered page")?;
        pages.insert(entry.file_name().to_string_lossy().into_owned(), bytes);
    }
    if let Ok(icon) = fs::read(workspace::path("style/favicon.svg")) {
        pages.insert("favicon.svg".into(), icon);
    }
    for (name, side) in [("index.html", "reporter"), ("staff.html", "staff")] {
        if pages.contains_key(name) {
            continue;
        }
        if !dev {
            return Err(Failure::new(format!("frontend-prerender wrote no {name}")));
        }
        say(&format!(
            "{name} is a bare page until frontend-prerender writes it"
        ));
        pages.insert(
            name.into(),
            bare_page(assets, pupil_sheet, side).into_bytes(),
        );
    }
    Ok(pages)
}

/// Just enough to start the code of one side, for a `--dev` build without pages.
fn bare_page(assets: &Assets, pupil_sheet: &str, side: &str) -> String {
    let style = if side == "staff" {
        let sheet = &assets.0["staff.css"];
        format!(
            "<link rel=\"stylesheet\" href=\"{}\" integrity=\"{}\">",
            sheet.path, sheet.integrity
        )
    } else {
        format!("<style>{pupil_sheet}</style>")
    };
    let script = &assets.0[&format!("{side}.js")];
    let worker = &assets.0[&format!("{side}-worker.js")];
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Development page</title>\
         {style}<script type=\"module\" src=\"{}\" integrity=\"{}\"></script></head>\
         <body data-worker=\"{}\"><div id=\"journey\"></div></body></html>\n",
        script.path, script.integrity, worker.path
    )
}

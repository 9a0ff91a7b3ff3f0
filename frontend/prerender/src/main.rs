//! Writes the static pages: `frontend-prerender assets.json pupil.css FOLDER` makes `index.html`, `staff.html` and `kept.html`.
//! Before them, because a page names its parts: `frontend-prerender languages FOLDER` makes `languages.json`, and
//! `switch.json` for the script that fetches it.
//!
//! Every page is the same bytes for everyone, says what matters without script, and holds no inline script. A pupil's page
//! holds its style sheet; no element has a style of its own.

mod assets;
mod kept;
mod languages;
mod page;
mod pupil;
mod staff;

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("frontend-prerender: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from).peekable();
    if arguments.next_if_eq(&PathBuf::from("languages")).is_some() {
        let folder = arguments.next().ok_or("usage: languages FOLDER")?;
        let file = languages::write(&pupil::read_packs()?)?;
        save(folder.join("languages.json"), &file)?;
        return save(folder.join("switch.json"), &languages::switch()?);
    }
    let (Some(list), Some(sheet), Some(folder)) =
        (arguments.next(), arguments.next(), arguments.next())
    else {
        return Err("usage: frontend-prerender assets.json pupil.css FOLDER".to_owned());
    };
    let assets = assets::read(&list, &sheet)?;
    let packs = pupil::read_packs()?;
    save(folder.join("index.html"), &pupil::render(&assets, &packs)?)?;
    save(folder.join("kept.html"), &kept::render(&assets)?)?;
    save(folder.join("staff.html"), &staff::render(&assets)?)
}

fn save(path: PathBuf, text: &str) -> Result<(), String> {
    fs::write(&path, text).map_err(|problem| format!("{}: {problem}", path.display()))
}

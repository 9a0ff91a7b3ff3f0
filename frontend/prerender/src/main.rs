//! Writes the static pages: `frontend-prerender assets.json pupil.css FOLDER` makes `index.html`, `staff.html` and `kept.html`.
//!
//! Every page is the same bytes for everyone, says what matters without script, and holds no inline script. A pupil's page
//! holds its style sheet; no element has a style of its own.

mod assets;
mod kept;
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
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
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

//! `cargo xtask run`: from a fresh checkout to a demo school in the browser. Promises that the second run starts within seconds.

use std::fs;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;

use crate::command::Run;
use crate::console::step;
use crate::failure::{During, Failure, Outcome};
use crate::install::c_compiler;
use crate::{site, workspace};

/// What the reader chose.
pub struct Options {
    pub listen: String,
    /// Throws the demo school away and makes a new one.
    pub fresh: bool,
    /// Builds the pages fast and heavy.
    pub dev: bool,
}

/// `demo.json`, written by `sotto-demo make`.
#[derive(Deserialize)]
struct Demo {
    school_name: String,
    poster_path: String,
    slug: String,
    people: Vec<Person>,
}

#[derive(Deserialize)]
struct Person {
    role: String,
    name: String,
    link: String,
}

/// Installs, builds, makes the school if there is none, and becomes the server.
pub fn run(options: &Options) -> Outcome {
    c_compiler()?;
    site::build(&site::Options {
        dev: options.dev,
        ..site::Options::default()
    })?;
    Run::cargo()
        .args(["build", "--package", "server", "--package", "demo"])
        .go()?;
    let data = workspace::path("target/demo");
    make_school(&data, options.fresh)?;
    let demo =
        fs::read_to_string(data.join("demo.json")).during("reading target/demo/demo.json")?;
    let demo: Demo = serde_json::from_str(&demo).during("reading target/demo/demo.json")?;
    print_links(&demo, &format!("http://{}", options.listen));
    serve(&data, &options.listen)
}

/// Made beside its final place, so that an interrupted run leaves no half school behind.
fn make_school(data: &Path, fresh: bool) -> Outcome {
    let making = workspace::path("target/demo.making");
    for (folder, unwanted) in [(data, fresh), (&making, true)] {
        if unwanted && folder.exists() {
            fs::remove_dir_all(folder)
                .during(format_args!("removing {}", workspace::shown(folder)))?;
        }
    }
    if data.join("demo.json").is_file() {
        return Ok(());
    }
    step("Making the demo school: invented people, invented cases, real encryption");
    Run::new(workspace::path("target/debug/sotto-demo"))
        .args(["make", "--data"])
        .arg(&making)
        .go()?;
    if data.exists() {
        return Err(Failure::new(
            "target/demo holds something else than a demo school; `cargo xtask run --fresh` replaces it",
        ));
    }
    fs::rename(&making, data).during("moving the demo school into place")
}

fn print_links(demo: &Demo, base: &str) {
    step(&format!(
        "{} (a demo: everyone and everything in it is invented)",
        demo.school_name
    ));
    let at = |path: &str| {
        if path.starts_with("http") {
            path.to_owned()
        } else {
            format!("{base}{path}")
        }
    };
    let line = |what: &str, path: &str| println!("    {what:<34} {}", at(path));
    line("Pupil page", &format!("/s/{}", demo.slug));
    line("Poster link, with the fingerprint", &demo.poster_path);
    for person in &demo.people {
        line(&format!("{} ({})", person.name, person.role), &person.link);
    }
    println!(
        "    Sign-in links work in this demo only. Stop with Ctrl+C; `--fresh` makes a new school.\n"
    );
}

/// Becomes the server, so that signals reach it and nothing is left running behind.
fn serve(data: &Path, listen: &str) -> Outcome {
    let error = Command::new(workspace::path("target/debug/sotto"))
        .arg("serve")
        .arg("--data")
        .arg(data)
        .args(["--listen", listen])
        .exec();
    Err(Failure::new(format!(
        "could not start target/debug/sotto: {error}"
    )))
}

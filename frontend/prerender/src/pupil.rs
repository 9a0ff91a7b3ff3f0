//! The pupil's page: strip, landing, help hub, what to do when nothing runs, and an empty place for the journey.

use std::fs;

use app::components::icon::icon;
use app::reporter::helpline::{Pack, dialled};
use app::reporter::{help, landing, strip};
use app::text::pupil;
use app::view::{View, view};

use crate::assets::Assets;
use crate::page::{self, Shell};

/// Regions in the order they are tried; the first one is what a page shows before it knows its school.
const REGIONS: [&str; 6] = ["gb-eng", "gb-wls", "gb-sct", "gb-nir", "us", "int"];

/// The helpline packs.
pub fn read_packs() -> Result<Vec<Pack>, String> {
    let packs = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/helplines");
    REGIONS
        .iter()
        .map(|region| {
            let path = format!("{packs}/{region}.json");
            let text = fs::read_to_string(&path).map_err(|problem| format!("{path}: {problem}"))?;
            serde_json::from_str(&text).map_err(|problem| format!("{path}: {problem}"))
        })
        .collect()
}

/// The whole page.
pub fn render(assets: &Assets, packs: &[Pack]) -> Result<String, String> {
    let body = body_html(packs)?;
    let sprite = concat!(
        include_str!("../../../style/icons-shared.svg"),
        include_str!("../../../style/icons-pupil.svg"),
        include_str!("../../../style/scenes.svg"),
    );
    let shell = Shell {
        side: "reporter",
        style: &assets.pupil_style(),
        title: pupil::page_title(),
        sprite,
        body: &body,
    };
    page::write(&shell, assets)
}

/// What stands in the page's body, in the language that is spoken now.
pub fn body_html(packs: &[Pack]) -> Result<String, String> {
    Ok(body(packs)?.to_html())
}

fn body(packs: &[Pack]) -> Result<View, String> {
    let first = packs.first().ok_or("there is no helpline pack")?;
    let emergency = first
        .strip
        .emergency
        .as_deref()
        .and_then(|id| first.find(id)?.phone.as_deref())
        .ok_or("the first region needs an emergency number")?;
    let talk = first
        .find(&first.strip.talk)
        .and_then(|line| line.phone.as_deref())
        .unwrap_or_default();
    Ok(view! {
        <a class="skip" href="#main">{pupil::page_skip()}</a>
        {strip::strip(packs)}
        <p class="print-note">{pupil::page_print(emergency)}</p>
        <main class="page page-wide" id="main" tabindex="-1">
            {switch()}
            <p class="demo" id="demo" hidden>{icon("ask")}<span>{pupil::page_demo()}</span></p>
            <div class="problem" id="stopped" role="alert" hidden>
                <h2>{icon("warning")}{pupil::fail_worker_title()}</h2>
                <p>{pupil::fail_worker()}</p>
                <p>
                    {pupil::fail_calls()}
                    " "
                    <a href=["tel:", &dialled(emergency)].concat()>{emergency.to_owned()}</a>
                    ", "
                    <a href=["tel:", &dialled(talk)].concat()>{talk.to_owned()}</a>
                </p>
            </div>
            <div id="journey"></div>
            {landing::landing(emergency)}
            {help::help(packs)}
            {landing::cannot_run(help::calls(packs))}
            <p class="small soft" id="language-note"></p>
            <footer class="foot"><a href="/staff">{pupil::staff_link()}</a>" "<a href="/kept">{pupil::kept_link()}</a></footer>
        </main>
    })
}

/// The list of languages: hidden until the script is there that fills it. Beside it, what the browser prefers.
fn switch() -> View {
    view! {
        <div class="langs" id="languages" hidden>
            <details class="skip-words" id="language">
                <summary>{icon("globe")}<span>{pupil::language_title()}</span></summary>
                <div class="row" id="language-list"></div>
            </details>
            <button class="btn btn-text btn-s" type="button" id="language-offer" hidden></button>
            <span role="status" id="language-said"></span>
        </div>
    }
}

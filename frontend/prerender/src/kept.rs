//! The page "what we keep": every class of data with its lifetime, deletion and readers, complete without script.
//!
//! The words come from the table that the server itself is checked against (`packs/keeping/`), so they are static bytes
//! under the published manifest and the same for everyone. What differs from school to school (names, places, days)
//! is one JSON that every visitor asks for alike; a small script puts it into places that are hidden until then.

use std::fs;

use app::text::staff as t;
use app::view::{View, view};
use serde::Deserialize;
use std::collections::BTreeMap;

use crate::assets::Assets;

#[derive(Deserialize)]
struct Pack {
    dated: String,
    confirmed_by: Option<String>,
    defaults: BTreeMap<String, String>,
    classes: Vec<Class>,
}

#[derive(Deserialize)]
struct Class {
    id: String,
    what: String,
    lifetime: String,
    deletion: String,
    readers: String,
    basis: String,
}

/// The whole page.
pub fn render(assets: &Assets) -> Result<String, String> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../packs/keeping/data-classes.json"
    );
    let text = fs::read_to_string(path).map_err(|problem| format!("{path}: {problem}"))?;
    let pack: Pack = serde_json::from_str(&text).map_err(|problem| format!("{path}: {problem}"))?;
    let (style, script) = (assets.pupil_style(), assets.get("kept.js")?);
    let title = t::kept_title();
    let body = body(&pack).to_html();
    Ok(format!(
        r#"<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<script type="module" src="{}" integrity="{}"></script>
{style}
</head>
<body>
{body}
</body>
</html>
"#,
        script.path, script.integrity,
    ))
}

fn body(pack: &Pack) -> View {
    let classes = pack
        .classes
        .iter()
        .map(|one| class(one, &pack.defaults))
        .collect::<View>();
    let confirmed = pack.confirmed_by.as_ref().map_or_else(
        || t::kept_unconfirmed(&pack.dated),
        |who| t::kept_confirmed(&pack.dated, who),
    );
    view! {
        <main class="page page-wide" id="main">
            <div class="ask">
                <h1>{t::kept_title()}</h1>
                <p>{t::kept_lead()}</p>
                <p data-needs="name" hidden>{t::kept_school()}" "<b data-put="name"></b></p>
            </div>
            <p class="problem" id="offline" role="status" hidden>{t::kept_offline()}</p>
            <noscript><p>{t::kept_no_script()}</p></noscript>
            <section class="stack-l" id="live" hidden>
                <h2>{t::kept_readers()}</h2>
                <p>{t::kept_readers_words()}" "<b data-needs="directory_issued" hidden>{t::kept_since()}" "<span data-put="directory_issued"></span></b></p>
                <ul class="points" id="readers"></ul>
                <h2>{t::kept_answers()}</h2>
                <ul class="points">
                    {line("contacts.controller", t::kept_controller(), t::kept_contacts_missing())}
                    <li data-needs="contacts.officer" hidden>{t::kept_officer()}" "<b data-put="contacts.officer"></b></li>
                    <li data-needs="contacts.complaints" hidden>{t::kept_complaints()}" "<b data-put="contacts.complaints"></b></li>
                </ul>
                <h2>{t::kept_where()}</h2>
                <ul class="points">
                    {line("operator", t::kept_operator(), t::kept_operator_missing())}
                    {line("stands_in", t::kept_stands(), t::kept_stands_missing())}
                    {line("backups_in", t::kept_backups_in(), t::kept_backups_in_missing())}
                    <li>{t::kept_nowhere_else()}</li>
                </ul>
                <h2>{t::kept_done()}</h2>
                <ul class="points">
                    {line("last_destruction", t::kept_destruction(), t::kept_destruction_missing())}
                    {line("last_backup", t::kept_backup(), t::kept_backup_missing())}
                    {line("last_drill", t::kept_drill(), t::kept_drill_missing())}
                    {line("last_loss", t::kept_loss(), t::kept_loss_missing())}
                </ul>
            </section>
            <section class="stack-l">
                <h2>{t::kept_what()}</h2>
                {classes}
                <p class="soft small">{confirmed}</p>
            </section>
            <section class="stack-l">
                <h2>{t::kept_rights()}</h2>
                <p>{t::kept_rights_words()}</p>
                <p>{t::kept_never()}</p>
            </section>
            <footer class="foot">
                <a id="back" href="/">{t::kept_back()}</a>
                " "
                <a id="data" href="/api/v1/schools/-/kept">{t::kept_data()}</a>
                " "
                <a href="/manifest.json">{t::kept_manifest()}</a>
            </footer>
            <template id="reader"><li><b data-put="name"></b>", "<span data-put="place"></span>" ("<span data-put="from"></span>" – "<span data-put="to"></span>")"</li></template>
        </main>
    }
}

/// A line with a value, and the line that stands there while it has none.
fn line(needs: &'static str, words: &'static str, missing: &'static str) -> View {
    view! {
        <li data-needs=needs hidden>{words}" "<b data-put=needs></b></li>
        <li data-lacks=needs>{missing}</li>
    }
}

fn class(one: &Class, defaults: &BTreeMap<String, String>) -> View {
    let mut lifetime = one.lifetime.clone();
    for (name, value) in defaults {
        lifetime = lifetime.replace(&format!("{{{name}}}"), value);
    }
    let row = |label: &'static str, text: &str| {
        view! { <p class="small"><b>{label}</b>" "{text.to_owned()}</p> }
    };
    view! {
        <section class="step" id=["class-", &one.id].concat()>
            <h3>{one.what.clone()}</h3>
            <p><b>{t::kept_how_long()}</b>" "<span data-put=["lifetime.", &one.id].concat()>{lifetime}</span></p>
            {row(t::kept_deleted_by(), &one.deletion)}
            {row(t::kept_who(), &one.readers)}
            {row(t::kept_why(), &one.basis)}
        </section>
    }
}

//! The help hub and the short list of who answers now. Static: works without script and makes no request.

use super::helpline::{Kind, Line, Pack, dialled};
use super::look::month_name;
use crate::components::icon::{icon, icon_flip};
use crate::moment::{civil, parse_day};
use crate::text::{number, pupil, said, say};
use crate::view::{View, view};

/// The hub. The first region is shown; the others stand under "In another country" until the school is known.
pub fn help(packs: &[Pack]) -> View {
    let regions = packs
        .iter()
        .enumerate()
        .map(|(at, pack)| region(pack, at > 0))
        .collect::<View>();
    let elsewhere = countries(packs)
        .into_iter()
        .map(|(name, lines)| {
            view! {
                <h3 class="help-place">{name}</h3>
                <ul class="plain">{lines.into_iter().map(short_line).collect::<View>()}</ul>
            }
        })
        .collect::<View>();
    view! {
        <section class="pane stack-l" id="help" aria-labelledby="help-title">
            <div class="step-row"><a class="back" href="#start" data-go="start">{icon_flip("back")}{pupil::help_back()}</a></div>
            <div class="ask"><h1 id="help-title" tabindex="-1">{pupil::help_title()}</h1><p>{pupil::help_lead()}" "{pupil::help_lead_2()}</p></div>
            {regions}
            <div class="folds">
                <details class="fold">
                    <summary>{icon("globe")}<span>{pupil::help_elsewhere()}</span>{crate::components::icon::icon_as("turn", "i i-turn")}</summary>
                    <div class="fold-body">{elsewhere}</div>
                </details>
            </div>
            <p><a class="btn btn-soft" href="#tell" data-go="tell">{pupil::help_tell()}{icon_flip("next")}</a></p>
        </section>
    }
}

/// Each country with what it has. The nations of the United Kingdom stand together, and what they share stands there once.
fn countries(packs: &[Pack]) -> Vec<(String, Vec<&Line>)> {
    let mut all: Vec<(String, Vec<&Line>)> = Vec::new();
    for pack in packs {
        let name = if pack.region.starts_with("gb-") {
            said(pupil::help_uk())
        } else {
            pack.name.clone()
        };
        if all.last().is_none_or(|(last, _)| *last != name) {
            all.push((name, Vec::new()));
        }
        let Some((_, lines)) = all.last_mut() else {
            continue;
        };
        for kind in [Kind::Emergency, Kind::Talk, Kind::More] {
            for line in pack.shown(kind) {
                if lines.iter().all(|other| other.id != line.id) {
                    lines.push(line);
                }
            }
        }
    }
    all
}

/// The short list for places that need it; scripts copy it from here.
pub fn calls(packs: &[Pack]) -> View {
    let regions = packs
        .iter()
        .enumerate()
        .map(|(at, pack)| {
            let lines = pack
                .shown(Kind::Emergency)
                .chain(pack.shown(Kind::Talk))
                .map(|entry| line(entry, false))
                .collect::<View>();
            view! { <ul class="lines" data-region=pack.region.clone() hidden=at != 0>{lines}</ul> }
        })
        .collect::<View>();
    view! { <div id="calls">{regions}</div> }
}

fn region(pack: &Pack, hidden: bool) -> View {
    let part = |title: &'static str, kind: Kind| {
        let lines: Vec<View> = pack.shown(kind).map(|entry| line(entry, true)).collect();
        (!lines.is_empty()).then(|| view! { <section class="stack"><h2 class="sub">{title}</h2><ul class="lines">{View::Many(lines)}</ul></section> })
    };
    view! {
        <div class="stack-l" data-region=pack.region.clone() hidden=hidden>
            {part(pupil::help_danger(), Kind::Emergency)}
            {part(pupil::help_talk(), Kind::Talk)}
            {part(pupil::help_more(), Kind::More)}
        </div>
    }
}

/// One service. In a copied list its name is no heading: the copy can stand anywhere in a page.
fn line(line: &Line, heading: bool) -> View {
    let name = if heading {
        view! { <h3 class="line-name">{line.name.clone()}</h3> }
    } else {
        view! { <p class="line-name">{line.name.clone()}</p> }
    };
    let class = if line.kind == Kind::Emergency {
        "line line-danger"
    } else {
        "line"
    };
    let who = if line.who == "anyone" {
        None
    } else {
        Some(pupil::help_for(&say(&line.who)))
    };
    let hours = (!line.hours.is_empty()).then(|| pupil::help_hours(&say(&line.hours)));
    let facts: Vec<String> = who.into_iter().chain(hours).collect();
    let checked = line.last_checked.as_deref().and_then(parse_day).map(|day| {
        let day = civil(day);
        pupil::help_checked(&month_name(day.month), &number(day.year))
    });
    view! {
        <li class=class>
            {name}
            <p class="line-words">{said(&line.words)}</p>
            {(!facts.is_empty()).then(|| view! { <p class="line-facts">{facts.join(". ")}"."</p> })}
            <p class="row">{ways(line)}</p>
            {checked.map(|words| view! { <p class="line-checked">{words}</p> })}
        </li>
    }
}

fn short_line(line: &Line) -> View {
    view! { <li><b>{line.name.clone()}</b>" "{said(&line.words)}" "<span class="row row-s">{ways(line)}</span></li> }
}

/// Call, text, open: only what the service has.
fn ways(line: &Line) -> View {
    let call = line.phone.as_ref().map(|phone| {
        let class = if line.kind == Kind::More { "btn btn-soft btn-s" } else { "btn btn-go btn-s" };
        view! { <a class=class href=["tel:", &dialled(phone)].concat()>{icon("phone")}<span>{pupil::help_call(phone)}</span></a> }
    });
    let text = line.text.as_ref().map(|text| {
        let words = match &text.word {
            Some(word) => pupil::help_text(word, &text.number),
            None => pupil::help_text_plain(&text.number),
        };
        view! { <a class="btn btn-soft btn-s" href=["sms:", &dialled(&text.number)].concat()>{icon("talk")}<span>{words}</span></a> }
    });
    let web = line.web.as_ref().map(|site| {
        view! { <a class="line-web" href=["https://", site, "/"].concat() rel="noreferrer noopener">{pupil::help_web(site)}</a> }
    });
    view! {
        {call}
        {text}
        {web}
    }
}

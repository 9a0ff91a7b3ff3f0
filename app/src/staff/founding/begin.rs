//! The console's link: the school, who answers for it, and the three who found it; then a link for each, shown once.

use client::staff::message::{Answer, Failure, FounderLink, Founding, FoundingStep};
use leptos::ev;
use leptos::prelude::*;
use protocol::api::{FounderName, SchoolSettings};
use protocol::founding::ROLES;

use super::{Founds, Step};
use crate::staff::acting::Acting;
use crate::staff::fields::{Fields, SettingsBoxes};
use crate::staff::form::{self, Line, Problems, line};
use crate::staff::kit::origin;
use crate::staff::qr::qr;
use crate::staff::{icon, save, word};
use crate::text::staff as t;

/// Boxes for name and place of each founder.
const BOXES: [(&str, &str); 3] = [
    ("founder-0", "place-0"),
    ("founder-1", "place-1"),
    ("founder-2", "place-2"),
];
/// Bytes of a name or a place, at most.
const MOST: usize = 64;

/// What is typed of the founders and the school's short name.
#[derive(Clone, Copy)]
struct Typed {
    slug: RwSignal<String>,
    names: [RwSignal<String>; 3],
    places: [RwSignal<String>; 3],
}

type Wrong = Vec<(&'static str, String)>;

impl Typed {
    fn new(before: &Founding) -> Self {
        let of = |at: usize, what: fn(&client::staff::message::Founder) -> String| {
            RwSignal::new(before.founders.get(at).map(what).unwrap_or_default())
        };
        Self {
            slug: RwSignal::new(before.slug.clone()),
            names: std::array::from_fn(|at| of(at, |one| one.name.clone())),
            places: std::array::from_fn(|at| of(at, |one| one.place.clone())),
        }
    }

    /// Short name and founders, and what is wrong with them.
    fn read(self) -> (String, [FounderName; 3], Wrong) {
        let get = |signal: RwSignal<String>| signal.with_untracked(|text| text.trim().to_owned());
        let slug = get(self.slug);
        let (names, places) = (self.names.map(get), self.places.map(get));
        let mut wrong = Vec::new();
        if !is_slug(&slug) {
            wrong.push(("slug", t::wrong_slug().to_owned()));
        }
        let mut before: Vec<String> = Vec::new();
        for ((name, place), (name_box, place_box)) in names.iter().zip(&places).zip(BOXES) {
            let lower = name.to_lowercase();
            if name.is_empty() || name.len() > MOST {
                wrong.push((name_box, t::wrong_invite_name().to_owned()));
            } else if before.contains(&lower) {
                wrong.push((name_box, t::wrong_founder().to_owned()));
            }
            if place.len() > MOST {
                wrong.push((place_box, t::wrong_place().to_owned()));
            }
            before.push(lower);
        }
        let mut places = places.into_iter();
        let founders = names.map(|name| FounderName {
            name,
            place: places.next().unwrap_or_default(),
        });
        (slug, founders, wrong)
    }
}

fn is_slug(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (2..=40).contains(&text.len()) && text.bytes().all(plain)
}

/// The form.
#[component]
pub fn Begin(founds: Founds, before: Founding) -> impl IntoView {
    let fields = Fields::usual();
    if let Some(settings) = &before.settings {
        fields.fill(settings);
    }
    let typed = Typed::new(&before);
    let problems = Problems::new();
    let acting = Acting::new(founds.desk);
    let begin = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let said: Result<SchoolSettings, Wrong> = fields.read();
        let (slug, founders, wrong) = typed.read();
        let mut all = said.as_ref().err().cloned().unwrap_or_default();
        all.extend(wrong);
        let (true, Ok(settings)) = (problems.show(all), said) else {
            return;
        };
        let step = FoundingStep::Begin {
            slug,
            settings: Box::new(settings),
            founders,
        };
        acting.ask(&founds.with_link(step), move |answer| {
            let Answer::FounderLinks(links) = answer? else {
                return Err(Failure::Broken);
            };
            founds.go(Step::Links(links));
            Ok(())
        });
    };
    let reasons = [
        t::found_lead_why(),
        t::found_deputy_why(),
        t::found_admin_why(),
    ];
    let people = ROLES.into_iter().zip(reasons).zip(BOXES);
    let people = people.zip(typed.names).zip(typed.places).map(
        |((((role, why), (name_box, place_box)), name), place)| {
            view! {
                <fieldset class="field found-person">
                    <legend>{word::role(role)}</legend>
                    <p class="xs soft">{why}</p>
                    {line(Line::text(name_box, t::name()), name, problems)}
                    {role
                        .reads()
                        .then(|| line(Line::text(place_box, t::place()).hint(t::invite_place_hint()), place, problems))}
                </fieldset>
            }
        },
    );
    let people = people.collect_view();
    view! {
        <section class="gate-card" aria-labelledby="gate-title">
            <p class="soft xs">{t::found_step("1")}</p>
            <h1 id="gate-title" tabindex="-1">{t::found_title()}</h1>
            <p>{t::found_words()}</p>
            <ol class="steps">
                <li>{t::found_plan_name()}</li>
                <li>{t::found_plan_links()}</li>
                <li>{t::found_plan_keys()}</li>
                <li>{t::found_plan_sign()}</li>
            </ol>
            <form class="stack founding-form" novalidate on:submit=begin>
                {form::summary(problems)}
                {form::trouble(move || acting.failure())}
                <SettingsBoxes fields problems />
                <h2>{t::found_address()}</h2>
                {line(Line::text("slug", t::set_slug()).hint(t::set_slug_hint()), typed.slug, problems)}
                <h2>{t::found_people()}</h2>
                <p class="soft">{t::found_people_why()}</p>
                {people}
                <button type="submit" class="btn btn-go btn-big" aria-disabled=move || acting.waits()>
                    {t::found_go()}
                </button>
                {form::progress(acting.busy())}
            </form>
        </section>
    }
}

/// Three links, once.
#[component]
pub fn Links(founds: Founds, links: Vec<FounderLink>) -> impl IntoView {
    let lines = links.into_iter().enumerate().map(|(at, link)| {
        let id = format!("link-{at}");
        let whole = format!("{}{}", origin(), link.link);
        let copied = whole.clone();
        view! {
            <li class="found-link">
                <div class="stack-s">
                    <label for=id.clone()>
                        <b>{link.name.clone()}</b> ", " {word::role(link.role)}
                    </label>
                    <textarea class="input code" id=id readonly rows="4" spellcheck="false" prop:value=whole.clone()></textarea>
                    <p>
                        <button
                            type="button"
                            class="btn"
                            aria-label=t::found_copy(&link.name)
                            on:click=move |_| {
                                save::copy(&copied);
                                founds.desk.say(t::say_copied());
                            }
                        >
                            {icon::small(icon::PAGE)}
                            {t::copy()}
                        </button>
                    </p>
                </div>
                {qr(&whole, t::found_link_qr())}
            </li>
        }
    });
    let lines = lines.collect_view();
    view! {
        <section class="gate-card stack" aria-labelledby="gate-title">
            <p class="soft xs">{t::found_step("2")}</p>
            <h1 id="gate-title" tabindex="-1">{t::found_links()}</h1>
            <p>{t::found_links_words()}</p>
            <ul class="found-links">{lines}</ul>
            <p class="notice notice-wait found-alone">{icon::small(icon::EYES)} <span>{t::found_links_alone()}</span></p>
            <p>
                <button type="button" class="btn btn-go btn-big" on:click=move |_| founds.look()>
                    {t::found_links_passed()}
                </button>
            </p>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::is_slug;

    #[test]
    fn short_names_fit_an_address() {
        for good in ["st-hilda", "ab", "school-2"] {
            assert!(is_slug(good), "{good}");
        }
        for bad in ["", "-", "a", "St-Hilda", "st hilda", &"a".repeat(41)] {
            assert!(!is_slug(bad), "{bad:?}");
        }
    }
}

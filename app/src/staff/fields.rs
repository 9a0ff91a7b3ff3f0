//! What an administrator can change of a school, as boxes on a page.

use leptos::prelude::*;
use protocol::api::{ClosedDays, Contacts, LookingHour, LookingHours, SchoolSettings};

use super::form::{self, Line, Problems, line};
use crate::text::staff as t;

/// Packs of helplines there are, with the time zone most of their schools have.
const REGIONS: [(&str, &str); 3] = [
    ("gb-eng", "Europe/London"),
    ("us", "America/New_York"),
    ("int", "UTC"),
];
/// Longest line about who answers, in bytes.
const MOST: usize = 200;

/// What is in the boxes.
#[derive(Clone, Copy)]
pub struct Fields {
    name: RwSignal<String>,
    region: RwSignal<String>,
    zone: RwSignal<String>,
    days: RwSignal<[bool; 7]>,
    from: RwSignal<String>,
    to: RwSignal<String>,
    closed: RwSignal<String>,
    controller: RwSignal<String>,
    officer: RwSignal<String>,
    complaints: RwSignal<String>,
}

impl Fields {
    /// A school in England that looks on school days.
    pub fn usual() -> Self {
        let text = |words: &str| RwSignal::new(words.to_owned());
        Self {
            name: text(""),
            region: text(REGIONS[0].0),
            zone: text(REGIONS[0].1),
            days: RwSignal::new([true, true, true, true, true, false, false]),
            from: text("08:15"),
            to: text("16:30"),
            closed: text(""),
            controller: text(""),
            officer: text(""),
            complaints: text(""),
        }
    }

    /// What is there now. False: the hours are finer than this form can show, so it must not be used to change them.
    pub fn fill(self, settings: &SchoolSettings) -> bool {
        let hours = &settings.hours;
        let first = hours.looks.first();
        let times = first.map(|look| (look.from.clone(), look.to.clone()));
        let mut days = [false; 7];
        for look in &hours.looks {
            if let Some(day) = usize::try_from(look.weekday - 1)
                .ok()
                .and_then(|at| days.get_mut(at))
            {
                *day = true;
            }
        }
        let (from, to) = times.unwrap_or_default();
        let alike = hours
            .looks
            .iter()
            .all(|look| look.from == from && look.to == to);
        let count = days.iter().filter(|day| **day).count();
        self.name.set(settings.name.clone());
        self.region.set(settings.region.clone());
        self.zone.set(hours.time_zone.clone());
        self.days.set(days);
        self.from.set(from);
        self.to.set(to);
        let closed = hours.closed.iter();
        let closed: Vec<String> = closed
            .map(|days| format!("{} {}", days.from, days.to))
            .collect();
        self.closed.set(closed.join("\n"));
        self.controller.set(settings.contacts.controller.clone());
        self.officer.set(settings.contacts.officer.clone());
        self.complaints.set(settings.contacts.complaints.clone());
        alike && count == hours.looks.len()
    }

    /// What was filled in, or what is wrong with it.
    pub fn read(self) -> Result<SchoolSettings, Vec<(&'static str, String)>> {
        let get = |signal: RwSignal<String>| signal.with_untracked(|text| text.trim().to_owned());
        let mut wrong = Vec::new();
        let name = get(self.name);
        if name.is_empty() || name.len() > 64 {
            wrong.push(("school-name", t::wrong_school_name().to_owned()));
        }
        let looks = looks(self.days.get_untracked(), &get(self.from), &get(self.to));
        if looks.is_empty() {
            wrong.push(("look-from", t::wrong_hours().to_owned()));
        }
        let closed = closed_days(&get(self.closed));
        if closed.is_none() {
            wrong.push(("closed", t::wrong_closed().to_owned()));
        }
        for (id, signal) in [
            ("controller", self.controller),
            ("officer", self.officer),
            ("complaints", self.complaints),
        ] {
            if !(2..=MOST).contains(&get(signal).len()) {
                wrong.push((id, t::wrong_contact().to_owned()));
            }
        }
        let (true, Some(closed)) = (wrong.is_empty(), closed) else {
            return Err(wrong);
        };
        Ok(SchoolSettings {
            name,
            region: get(self.region),
            hours: LookingHours {
                time_zone: get(self.zone),
                looks,
                closed,
            },
            contacts: Contacts {
                controller: get(self.controller),
                officer: get(self.officer),
                complaints: get(self.complaints),
            },
        })
    }
}

fn looks(days: [bool; 7], from: &str, to: &str) -> Vec<LookingHour> {
    if from.len() != 5 || to.len() != 5 || from >= to {
        return Vec::new();
    }
    (1..)
        .zip(days)
        .filter(|(_, chosen)| *chosen)
        .map(|(weekday, _)| LookingHour {
            weekday,
            from: from.to_owned(),
            to: to.to_owned(),
        })
        .collect()
}

/// Two days a line, or one day alone.
fn closed_days(text: &str) -> Option<Vec<ClosedDays>> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let mut days = line
                .split(|letter: char| letter != '-' && !letter.is_ascii_digit())
                .filter(|part| !part.is_empty() && *part != "-");
            let from = days.next()?;
            let to = days.next().unwrap_or(from);
            let good = |day: &str| super::calendar::read_day(day).is_some();
            (days.next().is_none() && good(from) && good(to) && from <= to).then(|| ClosedDays {
                from: from.to_owned(),
                to: to.to_owned(),
            })
        })
        .collect()
}

/// The boxes.
#[component]
pub fn SettingsBoxes(fields: Fields, problems: Problems) -> impl IntoView {
    let region = fields.region;
    let names = move |id: &str| match id {
        "us" => t::region_us(),
        "int" => t::region_int(),
        _ => t::region_eng(),
    };
    view! {
        <h2>{t::set_school()}</h2>
        {line(Line::text("school-name", t::set_name()), fields.name, problems)}
        <div class="field">
            <label for="region">{t::set_region()}</label>
            <p class="xs soft" id="region-hint">{t::set_region_hint()}</p>
            <select class="input" id="region" aria-describedby="region-hint" on:change=move |event| {
                let id = event_target_value(&event);
                if let Some((_, zone)) = REGIONS.into_iter().find(|(known, _)| *known == id) {
                    fields.zone.set(zone.to_owned());
                }
                region.set(id);
            }>
                {REGIONS.map(|(id, _)| view! {
                    <option value=id selected=move || region.get() == id>{names(id)}</option>
                }).collect_view()}
            </select>
        </div>
        <h2>{t::set_hours()}</h2>
        <p class="soft">{t::set_hours_why()}</p>
        <fieldset class="field">
            <legend>{t::set_days()}</legend>
            <div class="row days">
                {t::weekdays().split(' ').enumerate().map(|(at, day)| {
                    let day = day.to_owned();
                    let id = format!("day-{at}");
                    view! {
                        <span class="row tick-row">
                            <input
                                class="tick"
                                type="checkbox"
                                id=id.clone()
                                prop:checked=move || fields.days.get().get(at).copied().unwrap_or(false)
                                on:change=move |event| {
                                    let chosen = event_target_checked(&event);
                                    fields.days.update(|days| {
                                        if let Some(day) = days.get_mut(at) {
                                            *day = chosen;
                                        }
                                    });
                                }
                            />
                            <label for=id>{day}</label>
                        </span>
                    }
                }).collect_view()}
            </div>
        </fieldset>
        {line(Line { kind: "time", ..Line::text("look-from", t::set_from()) }, fields.from, problems)}
        {line(Line { kind: "time", ..Line::text("look-to", t::set_to()) }, fields.to, problems)}
        {line(Line::text("zone", t::set_zone()), fields.zone, problems)}
        {form::area(
            "closed",
            t::set_closed(),
            Some(t::set_closed_hint()),
            move || fields.closed.get(),
            move |text| fields.closed.set(text),
            problems,
        )}
        <h2>{t::set_contacts()}</h2>
        <p class="soft">{t::set_contacts_why()}</p>
        {line(Line::text("controller", t::set_controller()).hint(t::set_controller_hint()), fields.controller, problems)}
        {line(Line::text("officer", t::set_officer()).hint(t::set_officer_hint()), fields.officer, problems)}
        {line(Line::text("complaints", t::set_complaints()).hint(t::set_complaints_hint()), fields.complaints, problems)}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_are_two_days_a_line_or_one() {
        let days = closed_days("2026-12-21 2027-01-01\n\n 2027-02-15 \n").unwrap();
        assert_eq!(days.len(), 2);
        assert_eq!(
            (days[1].from.as_str(), days[1].to.as_str()),
            ("2027-02-15", "2027-02-15")
        );
        assert!(closed_days("Christmas").is_none());
        assert!(closed_days("2027-01-01 2026-12-21").is_none());
        assert_eq!(closed_days(""), Some(Vec::new()));
    }

    #[test]
    fn hours_end_after_they_begin() {
        let days = [true, false, false, false, false, false, false];
        assert_eq!(looks(days, "08:15", "16:30").len(), 1);
        assert!(looks(days, "16:30", "08:15").is_empty());
        assert!(looks([false; 7], "08:15", "16:30").is_empty());
    }
}

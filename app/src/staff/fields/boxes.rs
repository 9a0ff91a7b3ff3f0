//! The boxes themselves.

use js_sys::{Array, Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use super::{Fields, REGIONS, days, guidance, region_name};
use crate::staff::form::{self, Line, Problems, line};
use crate::text::staff as t;

/// Every box, under three headings.
#[component]
pub fn SettingsBoxes(fields: Fields, problems: Problems) -> impl IntoView {
    let region = fields.region;
    let choose = move |id: String| {
        if let Some((_, zone)) = REGIONS.into_iter().find(|(known, _)| *known == id) {
            fields.zone.set(zone.to_owned());
        }
        region.set(id);
    };
    view! {
        <h2>{t::set_school()}</h2>
        {line(Line::text("school-name", t::set_name()), fields.name, problems)}
        <div class="field">
            <label for="region">{t::set_region()}</label>
            <p class="xs soft" id="region-hint">{t::set_region_hint()}</p>
            {form::error("region", problems)}
            <select
                class="input"
                id="region"
                aria-describedby="region-hint region-guidance"
                prop:value=move || region.get()
                on:change=move |event| choose(event_target_value(&event))
            >
                {REGIONS.map(|(id, _)| view! {
                    <option value=id selected=move || region.get() == id>{region_name(id)}</option>
                }).collect_view()}
            </select>
            <p class="xs soft" id="region-guidance">{move || guidance(&region.get())}</p>
        </div>
        <h2>{t::set_hours()}</h2>
        <p class="soft">{t::set_hours_why()}</p>
        {days::week(fields, problems)}
        <div class="field">
            <label for="zone">{t::set_zone()}</label>
            {form::error("zone", problems)}
            {move || {
                let here = fields.zone.get();
                view! {
                    <select class="input" id="zone" on:change=move |event| fields.zone.set(event_target_value(&event))>
                        {zones(&here).into_iter().map(|zone| {
                            let chosen = zone == here;
                            view! { <option value=zone.clone() selected=chosen>{zone.replace('_', " ")}</option> }
                        }).collect_view()}
                    </select>
                }
            }}
        </div>
        {days::holidays(fields, problems)}
        <h2>{t::set_contacts()}</h2>
        <p class="soft">{t::set_contacts_why()}</p>
        {line(Line::text("controller", t::set_controller()).hint(t::set_controller_hint()), fields.controller, problems)}
        {line(Line::text("officer", t::set_officer()).hint(t::set_officer_hint()), fields.officer, problems)}
        {line(Line::text("complaints", t::set_complaints()).hint(t::set_complaints_hint()), fields.complaints, problems)}
    }
}

/// The time zones this browser knows, the regions' own, and the one that is set.
fn zones(here: &str) -> Vec<String> {
    let mut all = known_zones().unwrap_or_default();
    all.extend(REGIONS.map(|(_, zone)| zone.to_owned()));
    all.push(here.to_owned());
    all.sort();
    all.dedup();
    all
}

fn known_zones() -> Option<Vec<String>> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let ask = Reflect::get(&intl, &"supportedValuesOf".into()).ok()?;
    let known: JsValue = ask
        .dyn_into::<Function>()
        .ok()?
        .call1(&intl, &"timeZone".into())
        .ok()?;
    let known = known.dyn_into::<Array>().ok()?;
    Some(known.iter().filter_map(|zone| zone.as_string()).collect())
}

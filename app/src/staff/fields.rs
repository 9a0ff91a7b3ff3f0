//! What an administrator can change of a school, as boxes on a page.
//!
//! Promise: nothing typed is lost by a mistake or by a colleague who changes the same settings at the same time.

mod boxes;
mod days;
mod facts;
mod written;

use leptos::prelude::*;
use protocol::api::{LookingHour, SchoolSettings};

pub use boxes::SettingsBoxes;
pub use facts::SettingsFacts;
use written::{DayHours, Written};

use crate::text::staff as t;

/// Packs of helplines there are, with the time zone most of their schools have.
pub const REGIONS: [(&str, &str); 6] = [
    ("gb-eng", "Europe/London"),
    ("gb-wls", "Europe/London"),
    ("gb-sct", "Europe/London"),
    ("gb-nir", "Europe/London"),
    ("us", "America/New_York"),
    ("int", "UTC"),
];

/// Name of a region as people say it.
pub fn region_name(id: &str) -> &'static str {
    match id {
        "gb-wls" => t::region_wls(),
        "gb-sct" => t::region_sct(),
        "gb-nir" => t::region_nir(),
        "us" => t::region_us(),
        "int" => t::region_int(),
        _ => t::region_eng(),
    }
}

/// The guidance schools of a region go by.
fn guidance(id: &str) -> &'static str {
    match id {
        "gb-eng" => t::guidance_eng(),
        "gb-wls" => t::guidance_wls(),
        "gb-sct" => t::guidance_sct(),
        "gb-nir" => t::guidance_nir(),
        _ => t::guidance_other(),
    }
}

/// What is in the boxes.
#[derive(Clone, Copy)]
pub struct Fields {
    name: RwSignal<String>,
    region: RwSignal<String>,
    zone: RwSignal<String>,
    /// Monday first.
    days: RwSignal<Vec<DayHours>>,
    /// Several looks on one day: more than the boxes can show, and left as they are.
    finer: RwSignal<Option<Vec<LookingHour>>>,
    holidays: RwSignal<Vec<Holiday>>,
    controller: RwSignal<String>,
    officer: RwSignal<String>,
    complaints: RwSignal<String>,
}

/// The two boxes of one holiday.
#[derive(Clone, Copy)]
struct Holiday {
    key: u32,
    from: RwSignal<String>,
    to: RwSignal<String>,
}

impl Fields {
    /// A school in England that looks on school days.
    pub fn usual() -> Self {
        let text = || RwSignal::new(String::new());
        let fields = Self {
            name: text(),
            region: text(),
            zone: text(),
            days: RwSignal::new(Vec::new()),
            finer: RwSignal::new(None),
            holidays: RwSignal::new(Vec::new()),
            controller: text(),
            officer: text(),
            complaints: text(),
        };
        fields.set(Written::usual(REGIONS[0]));
        fields
    }

    /// Shows what is there now.
    pub fn fill(self, settings: &SchoolSettings) {
        self.set(Written::of(settings));
    }

    /// What was filled in, or what is wrong with it.
    pub fn read(self) -> Result<SchoolSettings, Vec<(&'static str, String)>> {
        self.written().read()
    }

    /// Takes over what somebody else changed meanwhile and keeps what was changed here. Gives what both changed.
    pub fn merge(self, was: &SchoolSettings, is: &SchoolSettings) -> Vec<(&'static str, String)> {
        let mut written = self.written();
        let both = written.merge(&Written::of(was), &Written::of(is));
        self.set(written);
        both
    }

    fn written(self) -> Written {
        let get = |signal: RwSignal<String>| signal.with_untracked(|text| text.trim().to_owned());
        let holidays = self.holidays.get_untracked();
        Written {
            name: get(self.name),
            region: get(self.region),
            zone: get(self.zone),
            days: self.days.get_untracked(),
            finer: self.finer.get_untracked(),
            holidays: holidays
                .iter()
                .map(|days| (get(days.from), get(days.to)))
                .collect(),
            controller: get(self.controller),
            officer: get(self.officer),
            complaints: get(self.complaints),
        }
    }

    fn set(self, written: Written) {
        self.name.set(written.name);
        self.region.set(written.region);
        self.zone.set(written.zone);
        self.days.set(written.days);
        self.finer.set(written.finer);
        self.holidays.set(Vec::new());
        for (from, to) in written.holidays {
            self.add_holiday(from, to);
        }
        self.controller.set(written.controller);
        self.officer.set(written.officer);
        self.complaints.set(written.complaints);
    }

    fn add_holiday(self, from: String, to: String) {
        self.holidays.update(|all| {
            let key = all.iter().map(|one| one.key + 1).max().unwrap_or_default();
            all.push(Holiday {
                key,
                from: RwSignal::new(from),
                to: RwSignal::new(to),
            });
        });
    }
}

/// The words beside a box of the form.
type Wrong = (&'static str, String);

/// The ids of the days' boxes, Monday first.
const DAYS: [&str; 7] = [
    "look-1", "look-2", "look-3", "look-4", "look-5", "look-6", "look-7",
];

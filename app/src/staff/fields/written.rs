//! What stands in the boxes, as plain values: read, checked, and brought together with what a colleague changed.

use protocol::api::{ClosedDays, Contacts, LookingHour, LookingHours, SchoolSettings};

use super::{DAYS, Wrong};
use crate::staff::calendar::read_day;
use crate::text::staff as t;

/// Longest line about who answers, in bytes.
const MOST: usize = 200;
/// Longest name, in bytes.
const MOST_NAME: usize = 64;
/// Most holidays.
const MOST_HOLIDAYS: usize = 60;

/// One weekday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayHours {
    pub looks: bool,
    pub from: String,
    pub to: String,
}

/// All boxes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub name: String,
    pub region: String,
    pub zone: String,
    pub days: Vec<DayHours>,
    pub finer: Option<Vec<LookingHour>>,
    pub holidays: Vec<(String, String)>,
    pub controller: String,
    pub officer: String,
    pub complaints: String,
}

impl Written {
    /// A school of this region that looks on school days.
    pub fn usual((region, zone): (&str, &str)) -> Self {
        let school_day = |day: usize| DayHours {
            looks: day < 5,
            from: "08:15".to_owned(),
            to: "16:30".to_owned(),
        };
        Self {
            name: String::new(),
            region: region.to_owned(),
            zone: zone.to_owned(),
            days: (0..DAYS.len()).map(school_day).collect(),
            finer: None,
            holidays: Vec::new(),
            controller: String::new(),
            officer: String::new(),
            complaints: String::new(),
        }
    }

    /// What is there now.
    pub fn of(settings: &SchoolSettings) -> Self {
        let looks = &settings.hours.looks;
        let mut written = Self::usual((&settings.region, &settings.hours.time_zone));
        let mut is_finer = false;
        for (weekday, day) in (1..).zip(&mut written.days) {
            let mut of_day = looks.iter().filter(|look| look.weekday == weekday);
            let first = of_day.next();
            day.looks = first.is_some();
            if let Some(look) = first {
                day.from.clone_from(&look.from);
                day.to.clone_from(&look.to);
            }
            is_finer |= of_day.next().is_some();
        }
        let closed = settings.hours.closed.iter();
        Self {
            name: settings.name.clone(),
            finer: is_finer.then(|| looks.clone()),
            holidays: closed
                .map(|days| (days.from.clone(), days.to.clone()))
                .collect(),
            controller: settings.contacts.controller.clone(),
            officer: settings.contacts.officer.clone(),
            complaints: settings.contacts.complaints.clone(),
            ..written
        }
    }

    /// Settings as they are sent, or what is wrong, box by box.
    pub fn read(self) -> Result<SchoolSettings, Vec<Wrong>> {
        let mut wrong = Vec::new();
        if self.name.is_empty() || self.name.len() > MOST_NAME {
            wrong.push(("school-name", t::wrong_school_name().to_owned()));
        }
        let looks = match &self.finer {
            Some(looks) => looks.clone(),
            None => looks(&self.days, &mut wrong),
        };
        let closed = closed(&self.holidays, &mut wrong);
        for (id, line) in [
            ("controller", &self.controller),
            ("officer", &self.officer),
            ("complaints", &self.complaints),
        ] {
            if !(2..=MOST).contains(&line.len()) {
                wrong.push((id, t::wrong_contact().to_owned()));
            }
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(SchoolSettings {
            name: self.name,
            region: self.region,
            hours: LookingHours {
                time_zone: self.zone,
                looks,
                closed,
            },
            contacts: Contacts {
                controller: self.controller,
                officer: self.officer,
                complaints: self.complaints,
            },
        })
    }

    /// Takes over what changed elsewhere from `was` to `is`, and keeps what was changed here. Gives what both changed.
    pub fn merge(&mut self, was: &Self, is: &Self) -> Vec<Wrong> {
        let mut both = Vec::new();
        let mut line = |id: &'static str, mine: &mut String, was: &String, is: &String| {
            if take(mine, was, is) {
                both.push((id, t::set_both(is)));
            }
        };
        line("school-name", &mut self.name, &was.name, &is.name);
        line(
            "controller",
            &mut self.controller,
            &was.controller,
            &is.controller,
        );
        line("officer", &mut self.officer, &was.officer, &is.officer);
        line(
            "complaints",
            &mut self.complaints,
            &was.complaints,
            &is.complaints,
        );
        if take(&mut self.region, &was.region, &is.region) {
            both.push(("region", t::set_both_choice().to_owned()));
        }
        if take(&mut self.zone, &was.zone, &is.zone) {
            both.push(("zone", t::set_both_choice().to_owned()));
        }
        take(&mut self.finer, &was.finer, &is.finer);
        if take(&mut self.days, &was.days, &is.days) {
            both.push((DAYS[0], t::set_both_choice().to_owned()));
        }
        if take(&mut self.holidays, &was.holidays, &is.holidays) {
            both.push(("holidays", t::set_both_choice().to_owned()));
        }
        both
    }
}

/// True when both changed it, and not to the same.
fn take<T: Clone + PartialEq>(mine: &mut T, was: &T, is: &T) -> bool {
    if mine == was {
        mine.clone_from(is);
    }
    mine != is && is != was
}

fn looks(days: &[DayHours], wrong: &mut Vec<Wrong>) -> Vec<LookingHour> {
    if !days.iter().any(|day| day.looks) {
        wrong.push((DAYS[0], t::wrong_days().to_owned()));
    }
    let mut looks = Vec::new();
    for ((weekday, id), day) in (1..).zip(DAYS).zip(days).filter(|(_, day)| day.looks) {
        if day.from.len() != 5 || day.to.len() != 5 || day.from >= day.to {
            wrong.push((id, t::wrong_hours().to_owned()));
        }
        looks.push(LookingHour {
            weekday,
            from: day.from.clone(),
            to: day.to.clone(),
        });
    }
    looks
}

/// A row without any day is no holiday; one day alone is a holiday of one day.
fn closed(holidays: &[(String, String)], wrong: &mut Vec<Wrong>) -> Vec<ClosedDays> {
    let filled = holidays
        .iter()
        .filter(|(from, to)| !(from.is_empty() && to.is_empty()));
    let mut all = Vec::new();
    for (from, to) in filled {
        let to = if to.is_empty() { from } else { to };
        if read_day(from).is_none() || read_day(to).is_none() || from > to {
            wrong.push(("holidays", t::wrong_closed(&format!("{from} – {to}"))));
        }
        all.push(ClosedDays {
            from: from.clone(),
            to: to.clone(),
        });
    }
    if all.len() > MOST_HOLIDAYS {
        wrong.push(("holidays", t::wrong_closed_many().to_owned()));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn school() -> Written {
        Written {
            name: "St Hilda".to_owned(),
            controller: "St Hilda Trust".to_owned(),
            officer: "Ada Data".to_owned(),
            complaints: "The office".to_owned(),
            ..Written::usual(("gb-eng", "Europe/London"))
        }
    }

    fn ids(wrong: &[Wrong]) -> Vec<&str> {
        wrong.iter().map(|(id, _)| *id).collect()
    }

    #[test]
    fn what_is_read_can_be_shown_again() {
        let mut written = school();
        written.holidays = vec![("2026-12-21".to_owned(), "2027-01-01".to_owned())];
        let settings = written.clone().read().unwrap();
        assert_eq!(settings.hours.looks.len(), 5);
        assert_eq!(Written::of(&settings), written);
        // Two looks on a Monday: the boxes cannot show it, and it stays.
        let mut finer = settings;
        let mut evening = finer.hours.looks[0].clone();
        (evening.from, evening.to) = ("19:00".to_owned(), "20:00".to_owned());
        finer.hours.looks.insert(1, evening);
        let written = Written::of(&finer);
        assert!(written.finer.is_some());
        assert_eq!(written.read().unwrap(), finer);
    }

    #[test]
    fn each_mistake_is_named_at_its_box() {
        let mut written = school();
        written.name = "x".repeat(65);
        written.days[2].to = "08:00".to_owned();
        written.officer = String::new();
        written.holidays = vec![("2027-01-01".to_owned(), "2026-12-21".to_owned())];
        let wrong = written.read().unwrap_err();
        assert_eq!(
            ids(&wrong),
            ["school-name", "look-3", "holidays", "officer"]
        );
        let mut nobody = school();
        nobody.days.iter_mut().for_each(|day| day.looks = false);
        assert_eq!(ids(&nobody.read().unwrap_err()), ["look-1"]);
    }

    #[test]
    fn holidays_are_two_days_or_one_and_empty_rows_are_none() {
        let mut written = school();
        let day = |text: &str| text.to_owned();
        written.holidays = vec![(day("2027-02-15"), day("")), (day(""), day(""))];
        let closed = written.read().unwrap().hours.closed;
        assert_eq!(closed.len(), 1);
        assert_eq!(closed[0].to, "2027-02-15");
        for bad in [("Christmas", ""), ("", "2026-12-21")] {
            let mut wrong = Vec::new();
            super::closed(&[(day(bad.0), day(bad.1))], &mut wrong);
            assert_eq!(ids(&wrong), ["holidays"], "{bad:?}");
        }
    }

    // Two administrators at once: each keeps what they typed, and sees what the other did.
    #[test]
    fn what_a_colleague_changed_is_taken_over_and_what_both_changed_is_named() {
        let was = school();
        let mut is = was.clone();
        is.officer = "Bo Data".to_owned();
        is.name = "St Hilda Primary".to_owned();
        is.days[0].from = "09:00".to_owned();
        let mut mine = was.clone();
        mine.name = "St Hilda School".to_owned();
        mine.complaints = "The head".to_owned();
        let both = mine.merge(&was, &is);
        assert_eq!(ids(&both), ["school-name"]);
        assert!(both[0].1.contains("St Hilda Primary"));
        assert_eq!(mine.name, "St Hilda School");
        assert_eq!(mine.officer, "Bo Data");
        assert_eq!(mine.complaints, "The head");
        assert_eq!(mine.days, is.days);
        // The same words twice are no quarrel.
        let mut same = is.clone();
        assert_eq!(same.merge(&was, &is), Vec::new());
    }
}

//! Helplines as the packs describe them. Read at build time; a browser gets finished pages.

use serde::Deserialize;

/// A region's pack.
#[derive(Deserialize)]
pub struct Pack {
    /// Such as `gb-eng`; a school names one.
    pub region: String,
    /// The region in a pupil's words.
    pub name: String,
    /// Entries older than this many days are stale.
    pub warn_after_days: i64,
    pub strip: Strip,
    pub entries: Vec<Line>,
}

/// What the emergency strip shows.
#[derive(Deserialize)]
pub struct Strip {
    /// Id of the emergency entry; none where it differs from place to place.
    pub emergency: Option<String>,
    /// Id of the entry to talk to now.
    pub talk: String,
    /// Its name on a narrow screen.
    pub short: String,
}

/// One service.
#[derive(Deserialize)]
pub struct Line {
    pub id: String,
    pub name: String,
    /// What it is for, in a child's words.
    pub words: String,
    pub who: String,
    /// Empty when nobody has checked the hours.
    pub hours: String,
    pub phone: Option<String>,
    pub text: Option<Texting>,
    /// Host name without a scheme.
    pub web: Option<String>,
    /// Part of the region it serves.
    #[serde(rename = "where")]
    pub place: Option<String>,
    pub kind: Kind,
    /// `YYYY-MM-DD`.
    pub last_checked: Option<String>,
    /// Someone must look at the source again before a pupil sees it.
    pub recheck: bool,
}

/// A number to text, and the word to send where there is one.
#[derive(Deserialize)]
pub struct Texting {
    pub word: Option<String>,
    pub number: String,
}

/// Where a service stands on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Emergency,
    Talk,
    More,
    /// For adults; not shown to pupils.
    Adults,
}

impl Pack {
    /// The entry with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Line> {
        self.entries.iter().find(|line| line.id == id)
    }

    /// Entries of a kind that a pupil may see: checked ones only.
    pub fn shown(&self, kind: Kind) -> impl Iterator<Item = &Line> {
        self.entries
            .iter()
            .filter(move |line| line.kind == kind && !line.recheck)
    }
}

/// A number as a `tel:` or `sms:` link wants it.
#[must_use]
pub fn dialled(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moment::parse_day;

    pub(crate) fn packs() -> Vec<Pack> {
        ["gb-eng", "gb-wls", "gb-sct", "gb-nir", "us", "int"]
            .into_iter()
            .map(|name| {
                let path = format!(
                    "{}/../packs/helplines/{name}.json",
                    env!("CARGO_MANIFEST_DIR")
                );
                let pack: Pack = serde_json::from_str(
                    &std::fs::read_to_string(path).expect("the pack is there"),
                )
                .expect(name);
                assert_eq!(pack.region, name);
                pack
            })
            .collect()
    }

    // schools 3f: a stale or unchecked number never reaches a child.
    #[test]
    fn only_checked_numbers_are_shown() {
        for pack in packs() {
            assert_eq!(pack.warn_after_days, 180);
            for line in &pack.entries {
                assert_eq!(line.recheck, line.last_checked.is_none(), "{}", line.id);
                if let Some(day) = &line.last_checked {
                    assert!(parse_day(day).is_some(), "{}", line.id);
                }
                assert!(
                    line.phone.is_some() || line.text.is_some() || line.web.is_some(),
                    "{}",
                    line.id
                );
            }
            for kind in [Kind::Emergency, Kind::Talk, Kind::More] {
                assert!(pack.shown(kind).all(|line| !line.recheck));
            }
            let talk = pack
                .find(&pack.strip.talk)
                .expect("the strip names an entry");
            assert!(talk.phone.is_some() && !talk.recheck);
        }
    }

    // Every nation has an emergency number and two people to talk to, and what every part of the United Kingdom shares
    // is the same in each of its packs.
    #[test]
    fn every_region_has_somebody_to_call() {
        let packs = packs();
        for pack in &packs {
            let region = &pack.region;
            let number = |id: &str| pack.find(id).and_then(|line| line.phone.as_deref());
            let emergency = pack.strip.emergency.as_deref().and_then(number);
            let wanted = match region.as_str() {
                "us" => Some("911"),
                // A number that differs from country to country is not guessed.
                "int" => None,
                _ => Some("999"),
            };
            assert_eq!(emergency, wanted, "{region}");
            let talks = pack.shown(Kind::Talk).chain(pack.shown(Kind::More));
            let calls = talks.filter(|line| line.phone.is_some()).count();
            assert!(calls >= 2, "{region}: {calls}");
            let mut ids: Vec<&str> = pack.entries.iter().map(|line| line.id.as_str()).collect();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), pack.entries.len(), "{region}: an id twice");
        }
        let shared = ["childline", "shout", "samaritans", "emergency-999"];
        let england = &packs[0];
        for pack in packs.iter().filter(|pack| pack.region.starts_with("gb-")) {
            for id in shared {
                let (here, there) = (pack.find(id).unwrap(), england.find(id).unwrap());
                assert_eq!(here.phone, there.phone, "{} {id}", pack.region);
                assert_eq!(
                    here.last_checked, there.last_checked,
                    "{} {id}",
                    pack.region
                );
            }
        }
        let own = [
            ("gb-wls", "meic"),
            ("gb-sct", "breathing-space"),
            ("gb-nir", "lifeline"),
        ];
        for (region, id) in own {
            let pack = packs.iter().find(|pack| pack.region == region).unwrap();
            assert!(
                pack.shown(Kind::Talk)
                    .chain(pack.shown(Kind::More))
                    .any(|line| line.id == id)
            );
        }
    }

    // schools 3f: "these people answer now" stands above who is there day and night, and nobody else.
    #[test]
    fn who_answers_now_always_answers() {
        for pack in packs() {
            let promised = pack.shown(Kind::Talk);
            for line in promised.filter(|_| pack.region.starts_with("gb-")) {
                assert_eq!(line.hours, "day and night", "{} {}", pack.region, line.id);
            }
        }
    }

    // The option ended on 17 July 2025 (schools 3f).
    #[test]
    fn no_press_three() {
        for pack in packs() {
            assert!(
                pack.entries
                    .iter()
                    .all(|line| !line.words.contains("press 3"))
            );
        }
    }

    #[test]
    fn numbers_become_links() {
        assert_eq!(dialled("0800 1111"), "08001111");
        assert_eq!(dialled("1-800-422-4453"), "18004224453");
    }
}

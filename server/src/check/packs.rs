//! Lines about what has a date: retention, data classes, categories, helplines. What is stale is looked up again by
//! people; a wrong number on a child's page is worse than none.

use protocol::day::Day;
use protocol::retention::{ENGLAND_2026, Policy};
use serde_json::Value;

use super::{Finding, Verdict, fail, pass};
use crate::data_classes::DataClasses;

const CATEGORIES: &str = include_str!("../../../packs/categories/england-2026.json");
/// The helplines of every region there is.
const HELPLINES: [&str; 6] = [
    include_str!("../../../packs/helplines/gb-eng.json"),
    include_str!("../../../packs/helplines/gb-wls.json"),
    include_str!("../../../packs/helplines/gb-sct.json"),
    include_str!("../../../packs/helplines/gb-nir.json"),
    include_str!("../../../packs/helplines/us.json"),
    include_str!("../../../packs/helplines/int.json"),
];
/// For a pack that does not say it itself.
const STALE_DAYS: u32 = 365;

/// One line per pack, and one for the oldest helpline of each region.
pub fn all(today: Day) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Ok(policy) = Policy::decode(ENGLAND_2026.as_bytes()) {
        findings.push(dated(
            "retention",
            &policy.dated,
            policy.stale_after_days,
            today,
        ));
    }
    if let Ok(classes) = DataClasses::built_in() {
        findings.push(dated(
            "data classes",
            &classes.dated,
            classes.stale_after_days,
            today,
        ));
    }
    if let Ok(categories) = serde_json::from_str::<Value>(CATEGORIES) {
        let day = categories["dated"].as_str().unwrap_or_default();
        findings.push(dated("categories", day, STALE_DAYS, today));
    }
    for text in HELPLINES {
        findings.extend(helplines(text, today));
    }
    findings
}

/// Packs that a school of this region needs and that are missing or stale, by name.
pub fn stale(region_of: &str, today: Day) -> Vec<String> {
    let elsewhere = |what: &str| {
        let own = format!("pack: helplines {region_of}");
        what.starts_with("pack: helplines") && what != own
    };
    all(today)
        .into_iter()
        .chain([region(region_of)])
        .filter(|line| line.0 != Verdict::Pass && !elsewhere(&line.1))
        .map(|line| line.1.replace("pack: ", ""))
        .collect()
}

/// Whether this program has the helplines of a region.
pub fn knows_region(region: &str) -> bool {
    HELPLINES.iter().any(|text| {
        let pack: Option<Value> = serde_json::from_str(text).ok();
        pack.is_some_and(|pack| pack["region"] == region)
    })
}

/// The same as a line (XAM-15).
pub fn region(region: &str) -> Finding {
    if knows_region(region) {
        pass("region", region)
    } else {
        let words =
            format!("there is no pack for {region:?}: pupils see the numbers of another country");
        fail("region", &words)
    }
}

fn helplines(text: &str, today: Day) -> Option<Finding> {
    let pack: Value = serde_json::from_str(text).ok()?;
    let days = pack["warn_after_days"].as_u64()?;
    let oldest = pack["entries"]
        .as_array()?
        .iter()
        .filter_map(|entry| entry["last_checked"].as_str())
        .min()?;
    let name = format!("helplines {}", pack["region"].as_str()?);
    Some(dated(
        &name,
        oldest,
        u32::try_from(days).unwrap_or(STALE_DAYS),
        today,
    ))
}

fn dated(name: &str, day: &str, stale_after: u32, today: Day) -> Finding {
    let what = format!("pack: {name}");
    match Day::parse(day) {
        None => fail(&what, "has no date"),
        Some(day) if day.plus_days(stale_after) < today => fail(
            &what,
            &format!(
                "last looked through on {day}: do it again, and install the release that has it"
            ),
        ),
        Some(day) => pass(&what, &format!("looked through on {day}")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Verdict::{Fail, Pass};
    use super::*;

    // R48: each line in both states.
    #[test]
    fn what_is_old_fails() {
        let day = |text| Day::parse(text).unwrap();
        let fresh = all(day("2026-12-01"));
        assert_eq!(fresh.len(), 9);
        assert!(fresh.iter().all(|line| line.0 == Pass));
        let later = all(day("2027-06-15"));
        assert!(
            later.iter().filter(|line| line.0 == Fail).count() >= 3,
            "helplines first"
        );
        assert!(all(day("2028-06-15")).iter().all(|line| line.0 == Fail));
        // A school is not held up by another country's numbers.
        assert_eq!(stale("gb-eng", day("2026-12-01")), Vec::<String>::new());
        assert_eq!(stale("atlantis", day("2026-12-01")), ["region"]);
        let late = stale("gb-eng", day("2027-06-15"));
        assert!(late.contains(&"helplines gb-eng".to_owned()), "{late:?}");
        assert!(!late.contains(&"helplines us".to_owned()), "{late:?}");
        assert_eq!(region("gb-eng").0, Pass);
        assert_eq!(region("atlantis").0, Fail);
        assert_eq!(dated("x", "", 5, day("2026-12-01")).0, Fail);
    }
}

//! Lines about what has a date: retention, data classes, categories, helplines. What is stale is looked up again by
//! people; a wrong number on a child's page is worse than none.

use protocol::day::Day;
use protocol::retention::{ENGLAND_2026, Policy};
use serde_json::Value;

use super::{Finding, fail, pass};
use crate::data_classes::DataClasses;

const CATEGORIES: &str = include_str!("../../../packs/categories/england-2026.json");
const HELPLINES: [&str; 3] = [
    include_str!("../../../packs/helplines/gb-eng.json"),
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
        assert_eq!(fresh.len(), 6);
        assert!(fresh.iter().all(|line| line.0 == Pass));
        let later = all(day("2027-06-15"));
        assert!(
            later.iter().filter(|line| line.0 == Fail).count() >= 3,
            "helplines first"
        );
        assert!(all(day("2028-06-15")).iter().all(|line| line.0 == Fail));
        assert_eq!(dated("x", "", 5, day("2026-12-01")).0, Fail);
    }
}

//! Outcomes of a case (schools.md 3d): ids that are sealed with it. Their words are texts.

/// Outcomes of a concern about a child, in the order they are offered.
pub const CHILD: [&str; 22] = [
    "advice",
    "pastoral",
    "mediation",
    "behaviour",
    "parents-informed",
    "parents-not-informed",
    "family-help",
    "social-care-s17",
    "social-care-s47",
    "police",
    "prevent",
    "nrm",
    "health",
    "counselling",
    "takedown",
    "site-change",
    "unidentified",
    "duplicate",
    "no-action",
    "not-genuine",
    "test",
    "withdrawn",
];

/// Outcomes of an allegation about an adult (KCSIE part four); a low-level concern is separate.
pub const ADULT: [&str; 8] = [
    "lado",
    "staff-process",
    "substantiated",
    "malicious",
    "false",
    "unsubstantiated",
    "unfounded",
    "low-level",
];

/// True when the id is one of ours.
#[must_use]
pub fn known(id: &str) -> bool {
    CHILD.contains(&id) || ADULT.contains(&id)
}

#[cfg(test)]
mod tests {
    use super::*;

    // D12: an outcome is one of the sector's, and an allegation has the KCSIE set.
    #[test]
    fn ids_are_known_and_distinct() {
        let mut all: Vec<&str> = CHILD.iter().chain(ADULT.iter()).copied().collect();
        all.sort_unstable();
        let before = all.len();
        all.dedup();
        assert_eq!(all.len(), before);
        for id in [
            "substantiated",
            "malicious",
            "false",
            "unsubstantiated",
            "unfounded",
        ] {
            assert!(ADULT.contains(&id));
        }
        assert!(known("police") && !known("") && !known("nothing"));
    }
}

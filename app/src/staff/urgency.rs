//! Urgency in words and bars, and the floor that a concern puts under it (KCSIE practice, `packs/categories`).
//!
//! The floor only proposes: staff may go lower, with a reason that stays in the chronology.

use client::reporter::message::Danger;
use client::staff::message::Urgency;

/// Most urgent first, as offered in the decide panel.
pub const ORDER: [Urgency; 4] = [
    Urgency::Now,
    Urgency::Today,
    Urgency::ThisWeek,
    Urgency::Note,
];

/// How many of the four bars are filled.
#[must_use]
pub const fn bars(urgency: Urgency) -> u8 {
    match urgency {
        Urgency::Now => 4,
        Urgency::Today => 3,
        Urgency::ThisWeek => 2,
        Urgency::Note => 1,
    }
}

/// The floor under one category, U1 to U4 of the pack. Unknown ids get none.
#[must_use]
pub fn floor_of(category: &str) -> Option<Urgency> {
    let floor = crate::category::find_staff(category)?.floor;
    ORDER.get(usize::from(floor).checked_sub(1)?).copied()
}

/// The urgency to propose: the most urgent of the pupil's danger answer and every category's floor.
#[must_use]
pub fn floor(danger: Danger, categories: &[String]) -> Urgency {
    let from_danger = match danger {
        Danger::Yes => Urgency::Now,
        Danger::NotSure => Urgency::Today,
        Danger::No => Urgency::Note,
    };
    categories
        .iter()
        .filter_map(|category| floor_of(category))
        .fold(from_danger, Ord::min)
}

/// True when a law asks for more than an answer (schools.md 3a and D9): the page shows the duty prompt.
#[must_use]
pub fn has_duty(categories: &[String]) -> bool {
    categories
        .iter()
        .any(|category| matches!(category.as_str(), "sexual_touch" | "family_honour"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    // D2: the pupil's own danger answer is a candidate for U1 and no category lowers it.
    #[test]
    fn danger_wins_over_every_category() {
        assert_eq!(floor(Danger::Yes, &of(&["friends"])), Urgency::Now);
        assert_eq!(floor(Danger::NotSure, &of(&["friends"])), Urgency::Today);
    }

    // D2: the most urgent category sets the floor when there is no danger.
    #[test]
    fn the_most_urgent_category_sets_the_floor() {
        assert_eq!(
            floor(Danger::No, &of(&["friends", "want_to_die"])),
            Urgency::Now
        );
        assert_eq!(
            floor(Danger::No, &of(&["bullying", "hurt_body"])),
            Urgency::Today
        );
        assert_eq!(floor(Danger::No, &of(&["unknown_id"])), Urgency::Note);
    }

    #[test]
    fn bars_fall_with_urgency() {
        assert_eq!(ORDER.map(bars), [4, 3, 2, 1]);
    }

    // D9: the statutory duty prompt.
    #[test]
    fn duty_categories() {
        assert!(has_duty(&of(&["bullying", "sexual_touch"])));
        assert!(!has_duty(&of(&["bullying"])));
    }
}

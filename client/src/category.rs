//! Concern categories as the sealed formats name them: a number for each id of the category pack.
//!
//! Numbers are for ever: a pack may relabel, reorder or hide a category, and append new ones here.

/// Ids in the order of their numbers; the first one is number 1. Only ever append.
const IDS: [&str; 38] = [
    "not_sure",
    "fight_hurt",
    "bullying",
    "online_bully",
    "feeling_low",
    "home_fear",
    "not_cared_for",
    "self_hurt",
    "adult_school",
    "friends",
    "unsafe_place",
    "loss",
    "other",
    "want_to_die",
    "weapon",
    "blackmail",
    "hurt_body",
    "hurt_feelings",
    "sexual_touch",
    "sexual_comments",
    "nudes",
    "relationship",
    "groomed",
    "made_to_do",
    "trafficked",
    "family_honour",
    "belief_harm",
    "run_away",
    "caring",
    "initiation",
    "extreme",
    "hate",
    "who_i_am",
    "drugs",
    "eating",
    "hacking",
    "missing_school",
    "bad_online",
];

/// The number of a category, `None` for an id no pack has.
#[must_use]
pub fn code(id: &str) -> Option<u16> {
    let place = IDS.iter().position(|known| *known == id)?;
    u16::try_from(place + 1).ok()
}

/// The id behind a number; a number of a later version reads as `other`.
#[must_use]
pub fn id(code: u16) -> &'static str {
    let place = usize::from(code).wrapping_sub(1);
    IDS.get(place).copied().unwrap_or("other")
}

/// Ids of several numbers. 0 means "none" and is left out.
#[must_use]
pub fn ids(codes: &[u16]) -> Vec<String> {
    codes
        .iter()
        .filter(|code| **code != 0)
        .map(|code| String::from(id(*code)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{IDS, code, id, ids};

    #[test]
    fn the_pack_has_the_same_numbers() {
        #[derive(serde::Deserialize)]
        struct Pack {
            categories: Vec<Row>,
        }
        #[derive(serde::Deserialize)]
        struct Row {
            id: String,
            code: u16,
        }
        let text = include_str!("../../packs/categories/england-2026.json");
        let pack: Pack = serde_json::from_str(text).unwrap();
        assert_eq!(pack.categories.len(), IDS.len());
        for row in pack.categories {
            assert_eq!(code(&row.id), Some(row.code), "{}", row.id);
        }
    }

    #[test]
    fn numbers_and_ids_agree() {
        for (place, name) in IDS.iter().enumerate() {
            let number = code(name).unwrap();
            assert_eq!(usize::from(number), place + 1);
            assert_eq!(id(number), *name);
        }
        assert_eq!(code("nonsense"), None);
        assert_eq!(id(0), "other");
        assert_eq!(id(60_000), "other");
        assert_eq!(ids(&[3, 0]), ["bullying"]);
    }
}

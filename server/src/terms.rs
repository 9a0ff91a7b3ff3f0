//! The terms of sharing, in every version there was: what somebody signed must stay readable beside what it became (XAM-2).
//!
//! A new text is a new file and the next number, and is signed again. A file that was signed is never changed.

/// From the first on.
const ALL: [&str; 2] = [
    include_str!("../../packs/terms/sharing-1.txt"),
    include_str!("../../packs/terms/sharing-2.txt"),
];

/// Version of the terms as they read today.
#[expect(clippy::cast_possible_truncation, reason = "a handful")]
pub const VERSION: u32 = ALL.len() as u32;

/// The terms as they read today.
#[must_use]
pub const fn today() -> &'static str {
    ALL[ALL.len() - 1]
}

/// The terms of a version; `None` when there never was one.
#[must_use]
pub fn of(version: u32) -> Option<&'static str> {
    let at = usize::try_from(version.checked_sub(1)?).ok()?;
    ALL.get(at).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    // XAM-2: a text that schools signed stays as it was, to the byte.
    #[test]
    fn signed_texts_do_not_change() {
        let start = |text: &&str| {
            Sha256::digest(text)
                .first_chunk()
                .map(|first| u64::from_be_bytes(*first))
        };
        let hashes: Vec<_> = ALL.iter().map(start).collect();
        assert_eq!(
            hashes,
            [Some(0x4a77_a852_5d20_22b8), Some(0xa09e_dc7f_2ac6_8021)]
        );
    }

    #[test]
    fn versions_begin_at_one() {
        assert!(of(0).is_none() && of(VERSION + 1).is_none());
        assert_eq!(of(VERSION), Some(today()));
        assert_ne!(of(1), of(2));
    }
}

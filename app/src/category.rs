//! What a report can be about: the category pack as tables made at build time.
//!
//! A category travels only inside a sealed report. Labels are hints; staff can change them.

use crate::text::pupil;

/// A category as a pupil sees it.
pub struct Category {
    /// Name in the pack and in `Draft::categories`.
    pub id: &'static str,
    pub label: fn() -> &'static str,
    /// Name of an icon, see `components::icon`.
    pub icon: &'static str,
    /// Shown before "Show more things".
    pub first: bool,
    /// Its floor is "now": the page asks whether someone should look sooner.
    pub urgent: bool,
}

/// A category as staff see it.
pub struct StaffCategory {
    pub id: &'static str,
    /// Number in a notice.
    pub code: u16,
    /// What the pupil was shown.
    pub pupil: fn() -> &'static str,
    /// The sector's term.
    pub staff: &'static str,
    /// Least urgency: 1 now, 2 today, 3 this week, 4 note.
    pub floor: u8,
}

/// All categories in the order a pupil sees them; "I'm not sure" is first.
pub static PUPIL: &[Category] = include!(concat!(env!("OUT_DIR"), "/category_pupil.rs"));

/// All categories in the order of the pack.
pub static STAFF: &[StaffCategory] = include!(concat!(env!("OUT_DIR"), "/category_staff.rs"));

/// A category by its id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Category> {
    PUPIL.iter().find(|category| category.id == id)
}

/// The sector's view of a category.
#[must_use]
pub fn find_staff(id: &str) -> Option<&'static StaffCategory> {
    STAFF.iter().find(|category| category.id == id)
}

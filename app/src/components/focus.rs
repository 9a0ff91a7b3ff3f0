//! Moving the keyboard's place where the renderer does not: to a field that a summary of problems names.

use crate::view::{find, query};

/// Brings a field's label into view, then focuses the field, so that the words above it are not hidden. The style
/// sheet's `scroll-padding` keeps both clear of the strip and of the bar.
pub fn focus_field(id: &str) {
    let Some(field) = find(id) else { return };
    query(&["label[for='", id, "']"].concat())
        .as_ref()
        .unwrap_or(&field)
        .show();
    field.focus();
}

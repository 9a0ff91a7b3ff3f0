//! Which case an audit entry belongs to: tags of this reader's own cases, recomputed from their audit keys.

use protocol::audit::derive_case_tag;
use protocol::id::{CaseId, Hash};

use super::known_case::KnownCase;

/// Entries of one case that are looked for beyond two for each of its messages. Openings are the rest, and a
/// case that was opened more often than this would show older rows as missing, never as another case's.
const OPENINGS: u64 = 512;

/// Tags of all cases this reader can see, sorted.
pub struct CaseTags(Vec<(Hash, CaseId)>);

impl CaseTags {
    /// Recomputes the tags. No case has more entries than the log.
    #[must_use]
    pub fn derive(cases: &[KnownCase], log_size: u64) -> Self {
        let mut tags: Vec<(Hash, CaseId)> = cases
            .iter()
            .flat_map(|known| {
                let most = OPENINGS + 2 * known.messages as u64;
                let key = &*known.report.audit_key;
                (0..most.min(log_size))
                    .map(move |counter| (derive_case_tag(key, counter), known.case))
            })
            .collect();
        tags.sort_unstable_by_key(|(tag, _)| *tag);
        Self(tags)
    }

    /// The case a tag belongs to, if this reader can see it.
    #[must_use]
    pub fn find(&self, tag: &Hash) -> Option<CaseId> {
        let place = self.0.binary_search_by_key(tag, |(known, _)| *known).ok()?;
        self.0.get(place).map(|(_, case)| *case)
    }
}

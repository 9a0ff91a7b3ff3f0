//! Who an envelope is sealed to: one slot for every key of the directory, always; a dummy for whoever shall not read.

use protocol::id::KeyId;
use protocol::slot::Recipient;

use crate::school::KnownSchool;

/// One recipient per slot of the directory, in its order. Real for `readers` whose key is still in use.
#[must_use]
pub fn recipients<'a>(school: &'a KnownSchool, readers: &[KeyId]) -> Vec<Recipient<'a>> {
    school
        .slots()
        .map(|(entry, key)| {
            let reads = readers.contains(&entry.key_id) && !school.is_withdrawn(entry.key_id);
            if reads {
                Recipient::Reader(key)
            } else {
                Recipient::LeftOut(entry.key_id)
            }
        })
        .collect()
}

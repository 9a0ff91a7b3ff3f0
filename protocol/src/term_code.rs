//! The code of a school's posters this term: 12 bytes in the address's fragment (`c=`, 16 characters of base64url).
//!
//! One per school and term, never per poster: that would say where a pupil stood. It shows that someone saw a poster
//! and nothing else; it is sent inside the sealed request. Derived, so a thief of the database has none.

use crate::encoding::FixedBytes;
use crate::id::SchoolId;
use crate::kdf::Prk;
use crate::label::Label;

/// Bytes of a term code.
pub const TERM_CODE_LEN: usize = 12;

/// A term code. All zeros: none.
pub type TermCode = FixedBytes<TERM_CODE_LEN>;

/// What a request carries when the address had no term code.
pub const NO_TERM_CODE: TermCode = FixedBytes([0; TERM_CODE_LEN]);

/// The code of a school's `term`-th posters, from the server's secret.
#[must_use]
pub fn derive_term_code(server: &[u8; 32], school: SchoolId, term: u32) -> TermCode {
    let prk = Prk::derive(Label::TermCode.bytes(), server);
    let context = [school.to_bytes().as_slice(), &term.to_be_bytes()].concat();
    FixedBytes(*prk.expand(Label::TermCode, &context))
}

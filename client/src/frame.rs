//! What travels between a page and its worker: a question with a number, and answers with the same number.
//!
//! A frame is the number (4 bytes, big-endian) and the message. It never leaves the browser, and both ends come from
//! the same build, so it has no version.

use zeroize::Zeroizing;

/// A question or an answer. How it becomes bytes is the business of each side: the pupil's are few and light.
pub trait Message: Sized {
    /// The message as bytes.
    fn to_bytes(&self) -> Zeroizing<Vec<u8>>;

    /// The message that these bytes are.
    fn from_bytes(bytes: &[u8]) -> Option<Self>;
}

/// A message under the number the page chose. Several answers may carry one number: stages come first.
pub fn frame(id: u32, message: &impl Message) -> Zeroizing<Vec<u8>> {
    let message = message.to_bytes();
    Zeroizing::new([id.to_be_bytes().as_slice(), &message].concat())
}

/// The number and the message of a frame.
pub fn parse<M: Message>(frame: &[u8]) -> Option<(u32, M)> {
    let (id, message) = frame.split_first_chunk()?;
    Some((u32::from_be_bytes(*id), M::from_bytes(message)?))
}

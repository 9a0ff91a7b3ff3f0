//! What a pupil's browser and the server say to each other: requests sealed to the gateway key, of one of two
//! sizes whatever they ask; answers sealed under a key exported from the request (the pattern of RFC 9458) and
//! padded to a power of two. A proxy that reads TLS sees neither token nor operation. Replays are possible by
//! design: the server keeps nonces for ten minutes and every operation is idempotent.

mod answer;
mod request;

pub use answer::{AnswerKey, GatewayAnswer, MailboxMessage, MailboxSlot, MailboxView, Problem};
pub use request::{
    FRAME_HEAD_LEN, Op, OpenedRequest, Request, open_request, school_of, seal_request, text_limit,
};

//! Every column of the database with the reason why it may exist.

/// Why a column may exist: the rows of "What the server is allowed to know" (schools.md 2g), and three kinds of
/// thing that table does not speak of because they are not about a pupil.
#[derive(Clone, Copy)]
pub enum Why {
    /// 2g "Inbox and reader slots": deliver and notify.
    Slots,
    /// 2g "Danger bit": page staff; dropped after the first opening.
    Danger,
    /// 2g "Received time": minute only while urgent and unopened, or until shown; otherwise half-day.
    Received,
    /// 2g "Size": ciphertext in padded buckets.
    Ciphertext,
    /// 2g "Opened / next-due / destroy-after dates, hold yes/no": escalate, retain.
    Dates,
    /// A random id or a hash, to keep rows together; a count that orders one case.
    Name,
    /// Said to every visitor: settings of the school, the signed directory.
    Public,
    /// About an adult with an account.
    Adult,
    /// The server's own clock, and when somebody's code last agreed with it.
    Clock,
    /// The log: hashes, and openings that say hours of adults and half-days of pupils.
    Log,
    /// About the machine: when it was backed up and whether the copy was good.
    Machine,
}

use Why::{Adult, Ciphertext, Clock, Danger, Dates, Log, Machine, Name, Public, Received, Slots};

/// Every column there is. A new one needs a line here, and a reason that holds.
pub const ALLOWED: &[(&str, &[(&str, Why)])] = &[
    (
        "audit_head",
        &[
            ("log", Name),
            ("size", Log),
            ("root", Log),
            ("edge", Log),
            ("checkpoint", Log),
        ],
    ),
    (
        "bookmark",
        &[
            ("school_id", Name),
            ("case_id", Name),
            ("staff_id", Adult),
            ("sealed", Ciphertext),
        ],
    ),
    (
        "cases",
        &[
            ("school_id", Name),
            ("case_id", Name),
            ("received_half_day", Received),
            ("urgent_minute", Received),
            ("visible_minute", Received),
            ("danger", Danger),
            ("opened_day", Dates),
            ("due_day", Dates),
            ("destroy_after_day", Dates),
            ("hold", Dates),
            ("withdrawn", Dates),
            ("audit_key", Log),
            ("audit_count", Log),
            ("envelope_count", Name),
            ("shred_key", Name),
            ("tail_key", Name),
            ("may_expire", Dates),
        ],
    ),
    (
        "certificate",
        &[
            ("school_id", Name),
            ("certificate_id", Name),
            ("day", Dates),
            ("cases", Dates),
            ("keys_hash", Name),
            ("statement", Dates),
        ],
    ),
    (
        "directory",
        &[
            ("school_id", Name),
            ("version", Public),
            ("hash", Public),
            ("root", Public),
            ("directory", Public),
            ("log_index", Log),
        ],
    ),
    (
        "directory_draft",
        &[
            ("school_id", Name),
            ("hash", Public),
            ("version", Public),
            ("directory", Public),
            ("drafted_by", Adult),
            ("drafted_hour", Adult),
        ],
    ),
    (
        "directory_signature",
        &[
            ("school_id", Name),
            ("hash", Public),
            ("root_key", Public),
            ("signature", Public),
        ],
    ),
    (
        "done_once",
        &[
            ("school_id", Name),
            ("key_hash", Name),
            ("asked", Adult),
            ("hour", Adult),
        ],
    ),
    (
        "envelope",
        &[
            ("school_id", Name),
            ("case_id", Name),
            ("place", Name),
            ("message_id", Name),
            ("kind", Slots),
            ("hour", Received),
            ("header", Slots),
            ("commitment", Ciphertext),
            ("body_hash", Ciphertext),
            ("slots", Ciphertext),
            ("body", Ciphertext),
        ],
    ),
    (
        "expiry",
        &[
            ("expiry", Name),
            ("shred_store", Name),
            ("seen_hour", Clock),
            ("since_hour", Clock),
            ("jumped", Clock),
            ("agreed_hour", Clock),
        ],
    ),
    (
        "gone",
        &[
            ("school_id", Name),
            ("mark", Name),
            ("day", Dates),
            ("taken_back", Dates),
            ("forget_after_day", Dates),
        ],
    ),
    (
        "hold",
        &[
            ("school_id", Name),
            ("case_id", Name),
            ("set_by", Adult),
            ("set_hour", Adult),
            ("review_day", Dates),
            ("lift_asked_by", Adult),
            ("lift_asked_hour", Adult),
        ],
    ),
    (
        "invite",
        &[
            ("school_id", Name),
            ("invite_id", Name),
            ("token_hash", Adult),
            ("staff_id", Adult),
            ("name", Adult),
            ("place", Adult),
            ("role", Adult),
            ("admin", Adult),
            ("second_factor", Adult),
            ("expires_day", Adult),
            ("invited_by", Adult),
        ],
    ),
    (
        "aside",
        &[("school_id", Name), ("case_id", Name), ("key_id", Slots)],
    ),
    (
        "keeper",
        &[
            ("school_id", Name),
            ("case_id", Name),
            ("said_by", Adult),
            ("said_hour", Adult),
            ("agreed_by", Adult),
            ("agreed_hour", Adult),
        ],
    ),
    (
        "leaver",
        &[
            ("school_id", Name),
            ("staff_id", Adult),
            ("last_day", Adult),
            ("key_id", Adult),
            ("cases", Adult),
            ("handed", Adult),
            ("alone", Adult),
            ("log_size", Log),
            ("said_hour", Adult),
            ("signature", Adult),
            ("destroyed_hour", Adult),
        ],
    ),
    (
        "recovery_set",
        &[
            ("school_id", Name),
            ("staff_id", Adult),
            ("made_hour", Adult),
            ("shares", Adult),
            ("key_copy", Adult),
        ],
    ),
    (
        "recovery_piece",
        &[
            ("school_id", Name),
            ("staff_id", Adult),
            ("place", Adult),
            ("piece", Adult),
        ],
    ),
    (
        "recovery_ask",
        &[
            ("school_id", Name),
            ("staff_id", Adult),
            ("asked_hour", Adult),
            ("ask", Adult),
            ("verifier", Adult),
            ("vault", Adult),
        ],
    ),
    (
        "recovery_gift",
        &[
            ("school_id", Name),
            ("staff_id", Adult),
            ("place", Adult),
            ("gift", Adult),
        ],
    ),
    (
        "recovery_use",
        &[
            ("school_id", Name),
            ("staff_id", Adult),
            ("used_hour", Adult),
        ],
    ),
    ("log_leaf", &[("log_index", Log), ("leaf", Log)]),
    (
        "log_node",
        &[("height", Log), ("place", Log), ("hash", Log)],
    ),
    (
        "log_opening",
        &[
            ("school_id", Name),
            ("log_index", Log),
            ("case_id", Name),
            ("tail_key", Name),
            ("destroy_after_day", Log),
            ("opening", Log),
            ("plain", Log),
        ],
    ),
    (
        "mailbox",
        &[
            ("school_id", Name),
            ("mailbox_id", Name),
            ("verifier", Name),
            ("case_id", Name),
        ],
    ),
    (
        "passkey",
        &[
            ("school_id", Name),
            ("staff_id", Adult),
            ("credential_id", Adult),
            ("kept", Adult),
            ("name", Adult),
            ("added_day", Adult),
        ],
    ),
    (
        "passkey_answered",
        &[
            ("school_id", Name),
            ("ticket", Adult),
            ("ends_minute", Adult),
        ],
    ),
    (
        "public_key",
        &[("school_id", Name), ("key_id", Public), ("kem", Public)],
    ),
    (
        "recovery_code",
        &[
            ("school_id", Name),
            ("staff_id", Adult),
            ("code_hash", Adult),
            ("used_hour", Adult),
        ],
    ),
    (
        "release_nonce",
        &[
            ("school_id", Name),
            ("key_id", Adult),
            ("nonce", Adult),
            ("hour", Adult),
        ],
    ),
    (
        "reviewed",
        &[
            ("school_id", Name),
            ("flag", Adult),
            ("day", Adult),
            ("mark", Log),
            ("staff_id", Adult),
            ("hour", Adult),
            ("outcome", Adult),
        ],
    ),
    (
        "school",
        &[
            ("school_id", Name),
            ("slug", Public),
            ("name", Public),
            ("demo", Public),
            ("region", Public),
            ("host", Public),
            ("calendar", Public),
            ("publication_delay_minutes", Public),
        ],
    ),
    (
        "school_day",
        &[("school_id", Name), ("day", Received), ("reports", Dates)],
    ),
    (
        "founding",
        &[("school_id", Name), ("state", Adult), ("last_day", Adult)],
    ),
    (
        "school_limit",
        &[
            ("school_id", Name),
            ("daily_budget", Public),
            ("term", Public),
        ],
    ),
    (
        "school_contact",
        &[
            ("school_id", Name),
            ("controller", Public),
            ("officer", Public),
            ("complaints", Public),
        ],
    ),
    (
        "school_opening",
        &[
            ("school_id", Name),
            ("how", Public),
            ("opened_day", Public),
            ("opened_by", Adult),
            ("in_log", Log),
        ],
    ),
    (
        "session",
        &[
            ("school_id", Name),
            ("token_hash", Adult),
            ("staff_id", Adult),
            ("seen_minute", Adult),
            ("ends_minute", Adult),
            ("name", Adult),
            ("began_hour", Adult),
            ("proved_minute", Adult),
        ],
    ),
    (
        "sign_off",
        &[
            ("school_id", Name),
            ("what", Adult),
            ("version", Public),
            ("staff_id", Adult),
            ("words", Adult),
            ("done_day", Adult),
            ("signed_day", Adult),
        ],
    ),
    (
        "slot",
        &[("school_id", Name), ("key_id", Slots), ("case_id", Name)],
    ),
    (
        "staff",
        &[
            ("school_id", Name),
            ("staff_id", Adult),
            ("user_name", Adult),
            ("name", Adult),
            ("place", Adult),
            ("role", Adult),
            ("admin", Adult),
            ("state", Adult),
            ("salt", Adult),
            ("verifier", Adult),
            ("vault", Adult),
            ("second_factor", Adult),
            ("second_factor_step", Adult),
            ("key_id", Adult),
            ("kem", Adult),
            ("signing", Adult),
            ("proof", Adult),
            ("ended_hour", Adult),
            ("ended_reason", Adult),
            ("told_version", Adult),
        ],
    ),
    (
        "taken_out",
        &[("school_id", Name), ("case_id", Name), ("envelopes", Name)],
    ),
    (
        "upkeep",
        &[
            ("upkeep_id", Name),
            ("kind", Machine),
            ("done_minute", Machine),
            ("fine", Machine),
            ("cases", Machine),
            ("entries", Machine),
            ("remark", Machine),
        ],
    ),
    (
        "withdrawn_key",
        &[
            ("school_id", Name),
            ("key_id", Adult),
            ("withdrawn_hour", Adult),
        ],
    ),
    (
        "warning",
        &[
            ("school_id", Name),
            ("case_id", Name),
            ("staff_id", Adult),
            ("stage", Dates),
            ("day", Adult),
        ],
    ),
    (
        "wind_down",
        &[
            ("school_id", Name),
            ("days", Public),
            ("asked_by", Adult),
            ("asked_hour", Adult),
            ("agreed_by", Adult),
            ("agreed_hour", Adult),
            ("destroy_day", Public),
            ("stop_asked_by", Adult),
            ("stop_asked_hour", Adult),
            ("taken_out_day", Dates),
            ("destroyed", Dates),
            ("over_day", Public),
        ],
    ),
    (
        "wrong_try",
        &[
            ("school_id", Name),
            ("staff_id", Adult),
            ("day", Adult),
            ("rule", Adult),
            ("tries", Adult),
        ],
    ),
];

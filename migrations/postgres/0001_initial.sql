-- Schema 1. Rules, types and what is left out on purpose: ../README.md.
-- Kept equal to ../sqlite/0001_initial.sql by the test server/tests/store/schema.rs.

-- A school on this server. `calendar` holds looking hours and closed days; `host` finds a school by its own name.
create table school (
    school_id uuid not null primary key,
    slug text not null unique,
    name text not null,
    demo boolean not null,
    region text not null,
    host text unique,
    calendar text not null,
    publication_delay_minutes bigint not null
);

-- Every directory that was ever in force. Signatures lie in directory_signature under the same hash.
create table directory (
    school_id uuid not null references school (school_id),
    version bigint not null,
    hash bytea not null,
    root bytea not null,
    directory bytea not null,
    log_index bigint not null,
    primary key (school_id, version)
);

-- A proposed directory that waits for signatures of root keys.
create table directory_draft (
    school_id uuid not null references school (school_id),
    hash bytea not null,
    version bigint not null,
    directory bytea not null,
    drafted_by uuid not null,
    drafted_hour bigint not null,
    primary key (school_id, hash)
);

create table directory_signature (
    school_id uuid not null references school (school_id),
    hash bytea not null,
    root_key bytea not null,
    signature bytea not null,
    primary key (school_id, hash, root_key)
);

-- X-Wing public keys; which of them count is said by the signed directory.
create table public_key (
    school_id uuid not null references school (school_id),
    key_id bytea not null,
    kem bytea not null,
    primary key (school_id, key_id)
);

-- Keys taken out of use before the next directory is signed.
create table withdrawn_key (
    school_id uuid not null references school (school_id),
    key_id bytea not null,
    withdrawn_hour bigint not null,
    primary key (school_id, key_id)
);

-- An adult's account. state: 0 waiting, 1 active, 2 ended. `verifier` is Argon2id of a derived secret,
-- `vault` is sealed in the browser, `second_factor` is sealed under the server key.
create table staff (
    school_id uuid not null references school (school_id),
    staff_id uuid not null,
    user_name text not null,
    name text not null,
    place text not null,
    role bigint not null,
    admin boolean not null,
    state bigint not null,
    salt bytea not null,
    verifier text not null,
    vault bytea not null,
    second_factor bytea not null,
    second_factor_step bigint not null,
    key_id bytea,
    kem bytea,
    signing bytea,
    proof bytea,
    ended_hour bigint,
    ended_reason text,
    primary key (school_id, staff_id),
    unique (school_id, user_name)
);

-- A signed-in adult. Only the SHA-256 of the token is here.
create table session (
    school_id uuid not null,
    token_hash bytea not null,
    staff_id uuid not null,
    seen_minute bigint not null,
    ends_minute bigint not null,
    primary key (school_id, token_hash),
    foreign key (school_id, staff_id) references staff (school_id, staff_id)
);

-- A request carries the token and no school, hence the second way in.
create unique index session_by_token on session (token_hash);

-- A one-time invitation. Only the SHA-256 of the token is here; the row goes when it is used.
create table invite (
    school_id uuid not null references school (school_id),
    invite_id uuid not null,
    token_hash bytea not null,
    staff_id uuid not null,
    name text not null,
    place text not null,
    role bigint not null,
    admin boolean not null,
    second_factor bytea not null,
    expires_day bigint not null,
    invited_by uuid,
    primary key (school_id, invite_id)
);

create unique index invite_by_token on invite (token_hash);

-- One report and everything said about it: dates and flags, nothing of what it says. CASE is a word of SQL, hence the plural.
create table cases (
    school_id uuid not null references school (school_id),
    case_id uuid not null,
    received_half_day bigint not null,
    -- only while in danger and unopened
    urgent_minute bigint,
    -- only until it has passed
    visible_minute bigint,
    -- dropped at the first opening
    danger boolean not null,
    opened_day bigint,
    due_day bigint,
    destroy_after_day bigint not null,
    hold boolean not null,
    withdrawn boolean not null,
    -- tags the entries of this case in the log: HMAC(audit_key, 0, 1, 2, ...)
    audit_key bytea not null,
    audit_count bigint not null,
    envelope_count bigint not null,
    primary key (school_id, case_id)
);

create index cases_in_order on cases (school_id, danger, received_half_day, case_id);
create index cases_waiting on cases (visible_minute) where visible_minute is not null;

-- Where a pupil comes back to. `verifier` is the SHA-256 of a token derived from the receipt code.
create table mailbox (
    school_id uuid not null,
    mailbox_id bytea not null,
    verifier bytea not null,
    case_id uuid not null,
    primary key (school_id, mailbox_id),
    foreign key (school_id, case_id) references cases (school_id, case_id)
);

create index mailbox_by_case on mailbox (school_id, case_id);

-- A sealed message. `place` counts up inside its case; there is no counter across cases, for that would tell an order.
create table envelope (
    school_id uuid not null,
    case_id uuid not null,
    message_id uuid not null,
    place bigint not null,
    kind bigint not null,
    header bytea not null,
    commitment bytea not null,
    body_hash bytea not null,
    own bytea,
    body bytea not null,
    hour bigint not null,
    primary key (school_id, case_id, message_id),
    unique (school_id, case_id, place),
    foreign key (school_id, case_id) references cases (school_id, case_id)
);

-- One reader's part of an envelope: `enc` and `notice` are given out freely, `wrap` only against an entry in the log.
create table slot (
    school_id uuid not null,
    case_id uuid not null,
    message_id uuid not null,
    slot_index bigint not null,
    key_id bytea not null,
    enc bytea not null,
    notice bytea not null,
    wrap bytea not null,
    primary key (school_id, case_id, message_id, slot_index),
    foreign key (school_id, case_id, message_id) references envelope (school_id, case_id, message_id)
);

create index slot_by_key on slot (school_id, key_id, case_id);

-- A reader's own sealed note of a case.
create table bookmark (
    school_id uuid not null,
    case_id uuid not null,
    staff_id uuid not null,
    sealed bytea not null,
    primary key (school_id, case_id, staff_id),
    foreign key (school_id, case_id) references cases (school_id, case_id)
);

-- Release requests already answered; kept while their hour could still be accepted.
create table release_nonce (
    school_id uuid not null references school (school_id),
    key_id bytea not null,
    nonce bytea not null,
    hour bigint not null,
    primary key (school_id, key_id, nonce)
);

-- The log of all schools (RFC 6962). One row: its size, root, right edge and newest signed checkpoint.
create table audit_head (
    log bigint not null primary key check (log = 0),
    size bigint not null,
    root bytea not null,
    edge bytea not null,
    checkpoint text not null
);

-- What each leaf commits to is in log_opening, as long as it may be known.
create table log_leaf (
    log_index bigint not null primary key,
    leaf bytea not null
);

-- Roots of complete subtrees of 16, 256, 4096, ... leaves.
create table log_node (
    height bigint not null,
    place bigint not null,
    hash bytea not null,
    primary key (height, place)
);

create table log_opening (
    school_id uuid not null references school (school_id),
    log_index bigint not null,
    case_id uuid,
    entry bytea not null,
    salt bytea not null,
    primary key (school_id, log_index)
);

create index log_opening_by_case on log_opening (school_id, case_id, log_index);

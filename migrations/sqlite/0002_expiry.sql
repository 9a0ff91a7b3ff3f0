-- Schema 2: what a case consists of is wrapped under a key of its own, which lies in another store; holds, warnings,
-- certificates. Kept equal to ../postgres/0002_expiry.sql by the test server/tests/store/schema.rs.
--
-- SQL cannot wrap. The rows there are stay in tables named `..._plain`, from where `server/src/store/carry_over.rs`
-- takes them when the program starts; it drops those tables when they are empty, on a new database at once.

drop index slot_by_key;
drop index log_opening_by_case;
alter table bookmark rename to bookmark_plain;
alter table slot rename to slot_plain;
alter table envelope rename to envelope_plain;
alter table log_opening rename to log_opening_plain;

-- The key that everything of the case is wrapped under; null only until an old case is carried over.
alter table cases add column shred_key blob;
-- Set when destruction has begun: the key that keeps the case's part of the log readable for its years.
alter table cases add column tail_key blob;
-- A reader's browser found nothing in the way of destroying the case on its day.
alter table cases add column may_expire boolean not null default false;

create index cases_expiring on cases (destroy_after_day) where may_expire;

-- A sealed message. `slots` holds the pupil's own slot and every reader's enc, notice and wrap; both it and `body`
-- are wrapped under the key of the case. Last in the row, so that listing a case reads no bodies.
create table envelope (
    school_id blob not null,
    case_id blob not null,
    place bigint not null,
    message_id blob not null,
    kind bigint not null,
    hour bigint not null,
    header blob not null,
    commitment blob not null,
    body_hash blob not null,
    slots blob not null,
    body blob not null,
    primary key (school_id, case_id, place),
    foreign key (school_id, case_id) references cases (school_id, case_id)
) without rowid;

-- Which keys have a slot anywhere in a case: whose inbox it is in.
create table slot (
    school_id blob not null,
    key_id blob not null,
    case_id blob not null,
    primary key (school_id, key_id, case_id),
    foreign key (school_id, case_id) references cases (school_id, case_id)
) without rowid;

-- A reader's own sealed note of a case, wrapped.
create table bookmark (
    school_id blob not null,
    case_id blob not null,
    staff_id blob not null,
    sealed blob not null,
    primary key (school_id, case_id, staff_id),
    foreign key (school_id, case_id) references cases (school_id, case_id)
) without rowid;

-- Entry and salt of a leaf. Of a case: wrapped under the case's key while it lives, afterwards without the case's
-- name under a tail key, until `destroy_after_day`. Of the school itself: as it is, in `plain`.
create table log_opening (
    school_id blob not null references school (school_id),
    log_index bigint not null,
    case_id blob,
    tail_key blob,
    destroy_after_day bigint,
    opening blob,
    plain blob,
    primary key (school_id, log_index)
) without rowid;

create index log_opening_by_case on log_opening (school_id, case_id, log_index) where case_id is not null;
create index log_opening_ending on log_opening (destroy_after_day) where destroy_after_day is not null;

-- An adult was shown that a case goes in `stage` days or fewer, first on this day.
create table warning (
    school_id blob not null,
    case_id blob not null,
    staff_id blob not null,
    stage bigint not null,
    day bigint not null,
    primary key (school_id, case_id, staff_id, stage),
    foreign key (school_id, case_id) references cases (school_id, case_id)
) without rowid;

-- Keeps a case past its day until two people lift it. Why is sealed in a note of the case.
create table hold (
    school_id blob not null,
    case_id blob not null,
    set_by blob not null,
    set_hour bigint not null,
    review_day bigint not null,
    lift_asked_by blob,
    lift_asked_hour bigint,
    primary key (school_id, case_id),
    foreign key (school_id, case_id) references cases (school_id, case_id)
) without rowid;

-- What was destroyed on a day: how many, under which policy, and a hash of the keys that are gone. No case is named.
create table certificate (
    school_id blob not null references school (school_id),
    certificate_id blob not null,
    day bigint not null,
    cases bigint not null,
    keys_hash blob not null,
    statement text not null,
    primary key (school_id, certificate_id)
) without rowid;

-- So that a pupil who comes back is told plainly. `mark` is a hash of mailbox id and verifier; nothing leads back.
create table gone (
    school_id blob not null references school (school_id),
    mark blob not null,
    day bigint not null,
    taken_back boolean not null,
    forget_after_day bigint not null,
    primary key (school_id, mark)
) without rowid;

create index gone_ending on gone (forget_after_day);

-- One row: which shred store belongs to this database, and what is known of the clock that destruction goes by.
create table expiry (
    expiry bigint not null primary key check (expiry = 0),
    shred_store blob,
    seen_hour bigint,
    since_hour bigint,
    jumped boolean not null,
    agreed_hour bigint
) without rowid;

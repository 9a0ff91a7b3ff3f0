-- Acts of adults whose answer may get lost: the same request again is answered again and not done again.
-- Kept equal to ../sqlite/0007_done_once.sql by the test server/tests/store/schema.rs.

-- A hash of the key that came with the request, and a keyed hash of who asked for what. Kept for a day.
create table done_once (
    school_id uuid not null references school (school_id),
    key_hash bytea not null unique,
    asked bytea not null,
    hour bigint not null,
    primary key (school_id, key_hash)
);

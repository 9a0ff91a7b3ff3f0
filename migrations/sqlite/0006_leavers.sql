-- A leaver's last day, the signed word that their cases are handed over, and when their keys were destroyed.
-- Kept equal to ../postgres/0006_leavers.sql by the test server/tests/store/schema.rs.

-- One row for an adult whose leaving is prepared; it stays as the certificate afterwards.
create table leaver (
    school_id blob not null,
    staff_id blob not null,
    last_day bigint,
    -- The reader's own signed statement (`protocol::api::HandOver`), one by one.
    key_id blob,
    cases bigint,
    handed bigint,
    alone bigint,
    log_size bigint,
    said_hour bigint,
    signature blob,
    destroyed_hour bigint,
    primary key (school_id, staff_id),
    foreign key (school_id, staff_id) references staff (school_id, staff_id)
) without rowid;

-- A reader who stepped aside from a case: later messages do not bring it back into their inbox.
create table aside (
    school_id blob not null,
    case_id blob not null,
    key_id blob not null,
    primary key (school_id, case_id, key_id),
    foreign key (school_id, case_id) references cases (school_id, case_id)
) without rowid;

-- The version of the list of readers an adult was last told about.
alter table staff add column told_version bigint not null default 0;

-- Schema 16. Whether a school is open to its pupils, and who signed what before it opened.
-- Kept equal to ../postgres/0016_opening.sql by the test server/tests/store/schema.rs.

-- A school without a row here is not open yet. how: 1 an administrator at the gate, 2 it was open before there was a gate,
-- 3 a demo school, when it was made. opened_by is the administrator, where it was one. in_log: the log says so too.
create table school_opening (
    school_id blob not null primary key references school (school_id),
    how bigint not null,
    opened_day bigint not null,
    opened_by blob,
    in_log boolean not null
) without rowid;

insert into school_opening (school_id, how, opened_day, opened_by, in_log)
    select school_id, 2, 0, null, false from school;

-- The newest signature of each kind. what: 1 impact assessment, 2 terms of sharing, 3 practice run. version is that of the
-- terms, words what the signer stated: the data protection officer, or who took part.
create table sign_off (
    school_id blob not null,
    what bigint not null,
    version bigint not null,
    staff_id blob not null,
    words text not null,
    done_day bigint not null,
    signed_day bigint not null,
    primary key (school_id, what),
    foreign key (school_id, staff_id) references staff (school_id, staff_id)
) without rowid;

create index school_opening_whole on school_opening (how, opened_day, opened_by, in_log);
create index sign_off_whole on sign_off (version, staff_id, words, done_day, signed_day);

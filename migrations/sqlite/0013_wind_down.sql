-- Schema 13. The end of a school's service: read-only for 31 days, taken out whole, then destroyed (XAM-22).
-- Kept equal to ../postgres/0013_wind_down.sql by the test server/tests/store/schema.rs.

-- One row while it is asked for, agreed to, or over. An admin asks, a reader who is somebody else agrees; from then on
-- nothing new comes in. Two people call it back until it is over. `destroyed` counts what went since `destroy_day`.
create table wind_down (
    school_id blob not null references school (school_id),
    days bigint not null,
    asked_by blob not null,
    asked_hour bigint not null,
    agreed_by blob,
    agreed_hour bigint,
    destroy_day bigint,
    stop_asked_by blob,
    stop_asked_hour bigint,
    taken_out_day bigint,
    destroyed bigint not null,
    over_day bigint,
    primary key (school_id)
) without rowid;

-- A case that does not go by time alone was given to a named keeper elsewhere: two readers say so, each in a sealed note.
create table keeper (
    school_id blob not null,
    case_id blob not null,
    said_by blob not null,
    said_hour bigint not null,
    agreed_by blob,
    agreed_hour bigint,
    primary key (school_id, case_id),
    foreign key (school_id, case_id) references cases (school_id, case_id)
) without rowid;

-- A case was written into a take-out with so many messages. One that has more by now does not go.
create table taken_out (
    school_id blob not null,
    case_id blob not null,
    envelopes bigint not null,
    primary key (school_id, case_id),
    foreign key (school_id, case_id) references cases (school_id, case_id)
) without rowid;

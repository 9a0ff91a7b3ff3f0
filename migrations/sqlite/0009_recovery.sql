-- Getting keys back with colleagues (`protocol::recovery`). Everything here is sealed, signed or a date.
-- Kept equal to ../postgres/0009_recovery.sql by the test server/tests/store/schema.rs.

-- A reader's shares, each sealed to one colleague, and the locked copy of the keys that two shares open.
create table recovery_set (
    school_id blob not null,
    staff_id blob not null,
    made_hour bigint not null,
    shares blob not null,
    key_copy blob not null,
    primary key (school_id, staff_id),
    foreign key (school_id, staff_id) references staff (school_id, staff_id)
) without rowid;

-- What a holder showed in a drill: newest only. A sum of share and mask, which says nothing about either.
create table recovery_piece (
    school_id blob not null,
    staff_id blob not null,
    place bigint not null,
    piece blob not null,
    primary key (school_id, staff_id, place),
    foreign key (school_id, staff_id) references recovery_set (school_id, staff_id)
) without rowid;

-- Somebody asks for their keys back. One request an account; it lapses.
create table recovery_ask (
    school_id blob not null,
    staff_id blob not null,
    asked_hour bigint not null,
    ask blob not null,
    verifier text not null,
    vault blob not null,
    primary key (school_id, staff_id),
    foreign key (school_id, staff_id) references recovery_set (school_id, staff_id)
) without rowid;

-- A share, sealed anew to the keys that asked.
create table recovery_gift (
    school_id blob not null,
    staff_id blob not null,
    place bigint not null,
    gift blob not null,
    primary key (school_id, staff_id, place),
    foreign key (school_id, staff_id) references recovery_ask (school_id, staff_id)
) without rowid;

-- That keys were recovered, for every colleague to see.
create table recovery_use (
    school_id blob not null,
    staff_id blob not null,
    used_hour bigint not null,
    primary key (school_id, staff_id, used_hour),
    foreign key (school_id, staff_id) references staff (school_id, staff_id)
) without rowid;

-- Getting keys back with colleagues (`protocol::recovery`). Everything here is sealed, signed or a date.
-- Kept equal to ../sqlite/0009_recovery.sql by the test server/tests/store/schema.rs.

-- A reader's shares, each sealed to one colleague, and the locked copy of the keys that two shares open.
create table recovery_set (
    school_id uuid not null,
    staff_id uuid not null,
    made_hour bigint not null,
    shares bytea not null,
    key_copy bytea not null,
    primary key (school_id, staff_id),
    foreign key (school_id, staff_id) references staff (school_id, staff_id)
);

-- What a holder showed in a drill: newest only. A sum of share and mask, which says nothing about either.
create table recovery_piece (
    school_id uuid not null,
    staff_id uuid not null,
    place bigint not null,
    piece bytea not null,
    primary key (school_id, staff_id, place),
    foreign key (school_id, staff_id) references recovery_set (school_id, staff_id)
);

-- Somebody asks for their keys back. One request an account; it lapses.
create table recovery_ask (
    school_id uuid not null,
    staff_id uuid not null,
    asked_hour bigint not null,
    ask bytea not null,
    verifier text not null,
    vault bytea not null,
    primary key (school_id, staff_id),
    foreign key (school_id, staff_id) references recovery_set (school_id, staff_id)
);

-- A share, sealed anew to the keys that asked.
create table recovery_gift (
    school_id uuid not null,
    staff_id uuid not null,
    place bigint not null,
    gift bytea not null,
    primary key (school_id, staff_id, place),
    foreign key (school_id, staff_id) references recovery_ask (school_id, staff_id)
);

-- That keys were recovered, for every colleague to see.
create table recovery_use (
    school_id uuid not null,
    staff_id uuid not null,
    used_hour bigint not null,
    primary key (school_id, staff_id, used_hour),
    foreign key (school_id, staff_id) references staff (school_id, staff_id)
);

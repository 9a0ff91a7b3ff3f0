-- The review of who opened what (XAM-12): wrong tries, and which flags somebody looked at. Flags themselves are derived from
-- the log. Kept equal to ../sqlite/0014_review.sql by the test server/tests/store/schema.rs.

-- Wrong tries at an adult's account, so many in a row that the next one had to wait. rule: 7 signing in, 8 signed in already.
create table wrong_try (
    school_id uuid not null,
    staff_id uuid not null,
    day bigint not null,
    rule bigint not null,
    tries bigint not null,
    primary key (school_id, staff_id, day, rule),
    foreign key (school_id, staff_id) references staff (school_id, staff_id)
);

-- A flag another adult looked at. `flag` is a hash over rule, person and day; `mark` is how far it had grown then.
-- outcome: 1 in order, 2 explained, 3 passed on.
create table reviewed (
    school_id uuid not null,
    flag bytea not null,
    day bigint not null,
    mark bigint not null,
    staff_id uuid not null,
    hour bigint not null,
    outcome bigint not null,
    primary key (school_id, flag),
    foreign key (school_id, staff_id) references staff (school_id, staff_id)
);

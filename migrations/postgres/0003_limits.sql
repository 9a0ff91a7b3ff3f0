-- Schema 3. What keeps a flood from filling a school: its daily budget, its posters' term, how many came today.
-- Kept equal to ../sqlite/0003_limits.sql by the test server/tests/store/schema.rs.

-- `daily_budget` is what a day usually brings at most. `term` counts up when new posters are printed; 0: posters carry no code.
-- The code itself is derived from the server key and is not here.
create table school_limit (
    school_id uuid not null references school (school_id),
    daily_budget bigint not null,
    term bigint not null,
    primary key (school_id)
);

-- Reports taken in on a day. Kept for 35 days; says no more than the cases themselves do.
create table school_day (
    school_id uuid not null references school (school_id),
    day bigint not null,
    reports bigint not null,
    primary key (school_id, day)
);

-- Schema 22. Founding a school in the browser.
-- Kept equal to ../sqlite/0022_founding.sql by the test server/tests/store/schema.rs.

-- At most one school is founded at a time. state is sealed under the server's key: names, public keys and sealed keys of the
-- three founders while they come together; afterwards only that it is done, so that a late founder's link says so.
-- Forgotten after last_day either way.
create table founding (
    school_id uuid not null primary key,
    state bytea not null,
    last_day bigint not null
);

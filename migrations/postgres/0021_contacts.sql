-- Schema 21. Who answers for a school's data.
-- Kept equal to ../sqlite/0021_contacts.sql by the test server/tests/store/schema.rs.

-- The controller, how to reach the data protection officer, how to complain. Public.
create table school_contact (
    school_id uuid not null primary key references school (school_id),
    controller text not null,
    officer text not null,
    complaints text not null
);

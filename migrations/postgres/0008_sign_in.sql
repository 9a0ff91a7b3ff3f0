-- Sessions a person can tell apart, when they last showed their second factor, and printed codes for a lost phone.
-- Kept equal to ../sqlite/0008_sign_in.sql by the test server/tests/store/schema.rs.

-- Nobody knows when the sessions from before began. Their owners sign in again.
delete from session;

alter table session add column name text not null default '';
alter table session add column began_hour bigint not null default 0;
alter table session add column proved_minute bigint not null default 0;

-- A recovery code. Only a hash under the server's key is here. A used one stays, marked, until there are new ones: a
-- sign-in whose answer was lost is known again by it.
create table recovery_code (
    school_id uuid not null,
    staff_id uuid not null,
    code_hash bytea not null,
    used_hour bigint,
    primary key (school_id, staff_id, code_hash),
    foreign key (school_id, staff_id) references staff (school_id, staff_id)
);

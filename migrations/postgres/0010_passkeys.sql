-- Passkeys of adults: public keys, with names their owners gave them. Kept equal to ../sqlite/0010_passkeys.sql by the test
-- server/tests/store/schema.rs.

create table passkey (
    school_id uuid not null,
    staff_id uuid not null,
    credential_id bytea not null,
    -- the public key and what the device counts, as webauthn-rs writes them
    kept text not null,
    name text not null,
    added_day bigint not null,
    primary key (school_id, staff_id, credential_id),
    foreign key (school_id, staff_id) references staff (school_id, staff_id)
);

-- The hash of a question that was answered, so that it counts once; kept until it would have ended.
create table passkey_answered (
    school_id uuid not null references school (school_id),
    ticket bytea not null,
    ends_minute bigint not null,
    primary key (school_id, ticket)
);

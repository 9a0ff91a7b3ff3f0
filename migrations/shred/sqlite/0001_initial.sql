-- The shred store: one key for each case, apart from everything it opens. Kept equal to ../postgres/0001_initial.sql.

-- `made_day` decides when a key that no case took may go.
create table shred_key (
    key_id blob not null primary key,
    key blob not null,
    made_day bigint not null
) without rowid;

-- Hashes of the names of keys that were destroyed, so that an old copy of the database can be told from a loss.
create table shredded (
    mark blob not null primary key,
    day bigint not null
) without rowid;

-- One row: the name by which the database knows this store.
create table shred_store (
    shred_store bigint not null primary key check (shred_store = 0),
    name blob not null
) without rowid;

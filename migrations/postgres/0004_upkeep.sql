-- Schema 4. Rules, types and what is left out on purpose: ../README.md.

-- What was done to keep the data, by whoever runs the machine: backups, restores, drills, rollbacks accepted. About the
-- machine and no school, hence no school_id. kind: 1 backup, 2 backup of the shred store, 3 restore, 4 restore drill,
-- 5 rollback accepted. `cases` and `entries` are what the copy held.
create table upkeep (
    upkeep_id uuid not null primary key,
    kind bigint not null,
    done_minute bigint not null,
    fine boolean not null,
    cases bigint not null,
    entries bigint not null,
    remark text not null
);

-- Schema 20. The slots of a report lay where each reader's key was, so that a report to eight readers touched eight pages far apart
-- in the file, each written twice. In the order of the cases they lie side by side. Nothing looks for the slots of a key without
-- its case, except when an adult's keys are destroyed, which may take a moment.

create table slot_in_case (
    school_id blob not null,
    key_id blob not null,
    case_id blob not null,
    primary key (school_id, case_id, key_id),
    foreign key (school_id, case_id) references cases (school_id, case_id)
) without rowid;

insert into slot_in_case (school_id, key_id, case_id)
select school_id, key_id, case_id from slot order by school_id, case_id, key_id;

drop table slot;
alter table slot_in_case rename to slot;

-- The same once more, for the engine's own check to compare with (R18, schema 12).
create index slot_by_case on slot (school_id, case_id, key_id);

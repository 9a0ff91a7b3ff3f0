-- Schema 20. The slots of a report lay where each reader's key was, so that a report to eight readers touched eight pages far apart.
-- In the order of the cases they lie side by side.

create table slot_in_case (
    school_id uuid not null,
    key_id bytea not null,
    case_id uuid not null,
    primary key (school_id, case_id, key_id),
    foreign key (school_id, case_id) references cases (school_id, case_id)
);

insert into slot_in_case (school_id, key_id, case_id)
select school_id, key_id, case_id from slot order by school_id, case_id, key_id;

drop table slot;
alter table slot_in_case rename to slot;

-- Schema 11. In a table without row numbers SQLite compares keys by reading whole rows, bodies included: eight looks at
-- 18 KB for each new report. Here keys lie in an index of their own. Row numbers are drawn at random, never counted
-- (../README.md, rule 5). Kept equal to ../postgres/0011_envelope_rows.sql by the test server/tests/store/schema.rs.

create table envelope_rows (
    school_id blob not null,
    case_id blob not null,
    place bigint not null,
    message_id blob not null,
    kind bigint not null,
    hour bigint not null,
    header blob not null,
    commitment blob not null,
    body_hash blob not null,
    slots blob not null,
    body blob not null,
    primary key (school_id, case_id, place),
    foreign key (school_id, case_id) references cases (school_id, case_id)
);

insert into envelope_rows (
    rowid, school_id, case_id, place, message_id, kind, hour, header, commitment, body_hash, slots, body
)
select
    random(), school_id, case_id, place, message_id, kind, hour, header, commitment, body_hash, slots, body
from envelope;

drop table envelope;
alter table envelope_rows rename to envelope;

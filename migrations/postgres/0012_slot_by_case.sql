-- Schema 12. Nothing changes here: pages are checked by PostgreSQL's own checksums; ../sqlite/0012_slot_by_case.sql is about
-- SQLite, which has none.
select 1;

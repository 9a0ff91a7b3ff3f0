-- Schema 15. Nothing changes here: pages are checked by PostgreSQL's own checksums; ../sqlite/0015_every_column.sql is about
-- SQLite, which has none.
select 1;

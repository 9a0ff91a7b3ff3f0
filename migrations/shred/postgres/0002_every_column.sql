-- Nothing changes here: PostgreSQL checks its pages itself; ../sqlite/0002_every_column.sql is about SQLite.
select 1;

-- Schema 11. Nothing changes here: ../sqlite/0011_envelope_rows.sql is about how SQLite lays out rows.
select 1;

-- Schema 12. A flipped bit in `slot.key_id` would take a case off a reader's board with nothing to compare it with. With the
-- same values in an index the engine's own check sees it (R18). PostgreSQL has checksums of its pages instead.

create index slot_by_case on slot (school_id, case_id, key_id);

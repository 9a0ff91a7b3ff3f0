-- Schema 15. SQLite has no checksums of its pages, but its own check compares every index with its table. So each column that
-- nothing else vouches for lies in an index too: a flipped bit in any of them is then seen by the scan within a minute (R18).
-- What vouches for the others (a cipher's tag, a signature, a hash in the log) is listed in server/tests/store/every_column.rs.
-- Where there was an index already it grew; intake writes no page more.

drop index cases_in_order;
create index cases_in_order on cases (
    school_id, danger, received_half_day, case_id, urgent_minute, visible_minute, opened_day, due_day, destroy_after_day,
    hold, withdrawn, may_expire, audit_count, envelope_count, shred_key, tail_key
);

drop index mailbox_by_case;
create index mailbox_by_case on mailbox (school_id, case_id, verifier);

drop index log_opening_by_case;
create index log_opening_by_case on log_opening (school_id, case_id, log_index, tail_key, destroy_after_day);

create index aside_whole on aside (school_id, key_id);
create index bookmark_whole on bookmark (school_id, staff_id);
create index certificate_whole on certificate (school_id, day, cases, keys_hash, statement);
create index directory_whole on directory (school_id, hash, root, log_index);
create index directory_draft_whole on directory_draft (school_id, version, drafted_by, drafted_hour);
create index directory_signature_whole on directory_signature (school_id, root_key);
create index done_once_whole on done_once (school_id, asked, hour);
create index expiry_whole on expiry (shred_store, seen_hour, since_hour, jumped, agreed_hour);
create index gone_whole on gone (school_id, day, taken_back, forget_after_day);
create index hold_whole on hold (school_id, set_by, set_hour, review_day, lift_asked_by, lift_asked_hour);
create index invite_whole on invite (
    school_id, token_hash, staff_id, name, place, role, admin, second_factor, expires_day, invited_by
);
create index leaver_whole on leaver (
    school_id, last_day, key_id, cases, handed, alone, log_size, said_hour, signature, destroyed_hour
);
create index passkey_whole on passkey (school_id, kept, name, added_day);
create index passkey_answered_whole on passkey_answered (school_id, ends_minute);
create index public_key_whole on public_key (school_id, kem);
create index recovery_ask_whole on recovery_ask (school_id, asked_hour, verifier);
create index recovery_code_whole on recovery_code (school_id, used_hour);
create index recovery_gift_whole on recovery_gift (school_id, place);
create index recovery_piece_whole on recovery_piece (school_id, place);
create index recovery_set_whole on recovery_set (school_id, made_hour);
create index recovery_use_whole on recovery_use (school_id, used_hour);
create index release_nonce_whole on release_nonce (school_id, hour);
create index school_whole on school (slug, name, demo, region, host, calendar, publication_delay_minutes);
create index school_day_whole on school_day (school_id, reports);
create index school_limit_whole on school_limit (school_id, daily_budget, term);
create index session_whole on session (school_id, staff_id, seen_minute, ends_minute, name, began_hour, proved_minute);
create index staff_whole on staff (
    school_id, name, place, role, admin, state, salt, verifier, second_factor, second_factor_step, key_id, kem, signing,
    proof, ended_hour, ended_reason, told_version
);
create index upkeep_whole on upkeep (kind, done_minute, fine, cases, entries, remark);
create index warning_whole on warning (school_id, day);
create index withdrawn_key_whole on withdrawn_key (school_id, withdrawn_hour);
create index keeper_whole on keeper (school_id, said_by, said_hour, agreed_by, agreed_hour);
create index taken_out_whole on taken_out (school_id, envelopes);
create index wind_down_whole on wind_down (
    school_id, days, asked_by, asked_hour, agreed_by, agreed_hour, destroy_day, stop_asked_by, stop_asked_hour,
    taken_out_day, destroyed, over_day
);
create index reviewed_whole on reviewed (school_id, day, mark, staff_id, hour, outcome);
create index wrong_try_whole on wrong_try (school_id, tries);

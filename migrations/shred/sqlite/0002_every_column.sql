-- Names of keys in an index too, so that the engine's own check sees a flipped bit in one (R18): the case of such a key would
-- look destroyed. A flipped key opens nothing, which is told when it is used.
create index shred_key_whole on shred_key (made_day);
create index shredded_whole on shredded (day);
create index shred_store_whole on shred_store (name);

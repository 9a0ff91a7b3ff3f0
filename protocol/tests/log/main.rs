//! Who can read, and the log: formats byte by byte, published vectors, oracles, attacks.

mod audit;
mod checkpoint;
mod day;
mod directory;
mod directory_attacks;
mod retention;
mod root;
mod support;
mod tree;
mod tree_oracle;
mod verify_log;

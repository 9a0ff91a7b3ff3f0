//! The sealing half, tested from outside: layouts, round trips, flipped bits, the attacks of the specification.

mod attacks;
mod committed;
mod flips;
mod forge;
mod gateway;
mod layout;
mod poly1305;
mod properties;
mod staff;
mod stream;
mod support;
mod transplant;
mod two_keys;
mod wycheproof;

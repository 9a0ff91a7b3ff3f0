//! The sealing half, tested from outside: layouts, round trips, flipped bits, the attacks of the specification.
//!
//! `cfg(test)` on each module tells the linter that helpers are tests too.

#[cfg(test)]
mod attacks;
#[cfg(test)]
mod committed;
#[cfg(test)]
mod flips;
#[cfg(test)]
mod forge;
mod founding;
#[cfg(test)]
mod gateway;
#[cfg(test)]
mod layout;
#[cfg(test)]
mod layout_inside;
#[cfg(test)]
mod moved;
#[cfg(test)]
mod poly1305;
#[cfg(test)]
mod properties;
mod puzzle;
#[cfg(test)]
mod recovery;
#[cfg(test)]
mod recovery_committed;
#[cfg(test)]
mod rewrap;
#[cfg(test)]
mod staff;
#[cfg(test)]
mod stream;
#[cfg(test)]
mod support;
#[cfg(test)]
mod transplant;
#[cfg(test)]
mod two_keys;
#[cfg(test)]
mod wycheproof;

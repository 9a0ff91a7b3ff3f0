//! Keeps memory out of files: a core dump would hold keys and whatever was just being answered (R43).

use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};

/// Turns core dumps off for this process, for good. Whether it worked is a line of `sotto check`.
pub fn turn_off() {
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    let limited = setrlimit(Resource::Core, none);
    // Neither a debugger of the same user nor a crash handler may read it.
    let closed = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    if limited.is_err() || closed.is_err() {
        tracing::warn!("core dumps could not be turned off");
    }
}

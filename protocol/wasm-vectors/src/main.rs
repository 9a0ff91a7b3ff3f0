//! Runs every check. The exit code is 0, or the place (from 1) of the first check that failed: inside wasm32 it
//! is all a caller gets, and all it needs.

use std::process::ExitCode;

use wasm_vectors::CHECKS;

fn main() -> ExitCode {
    for (place, check) in (1..).zip(CHECKS) {
        let outcome = (check.run)();
        println!("{}: {outcome:?}", check.name);
        if outcome.is_err() {
            return ExitCode::from(place);
        }
    }
    ExitCode::SUCCESS
}

//! The checks natively, each named; absent vectors are said plainly.

use wasm_vectors::{CHECKS, Outcome};

#[test]
fn every_vector_holds() {
    let mut failed = Vec::new();
    for check in CHECKS {
        match (check.run)() {
            Ok(Outcome::Agreed(values)) => println!("{}: {values} values agree", check.name),
            Ok(Outcome::Absent) => {
                println!(
                    "{}: SKIPPED, ../shared/vectors is not beside the repository",
                    check.name
                );
            }
            Err(what) => failed.push((check.name, what)),
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}

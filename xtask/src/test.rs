//! `cargo xtask test`: everything that must hold before a change lands, in the order that fails soonest.
//!
//! Promises: each step shows what it does and how long it took; a failed step names the command that reruns it alone; the
//! last line counts tests that really ran. A step installs what it needs, saying what and why.

mod browser;
mod checks;
pub mod postgres;
mod rust;
mod tally;

use crate::console::{Stopwatch, duration, step};
use crate::failure::{Failure, Outcome};
use crate::{install, release, site};

use tally::Tally;

/// One thing that must hold.
struct Step {
    name: &'static str,
    what: &'static str,
    /// Steps without which this one makes no sense.
    needs: &'static [&'static str],
    run: fn(&[String]) -> Outcome<Tally>,
}

const STEPS: [Step; 14] = [
    Step {
        name: "install",
        what: "Installing what is missing",
        needs: &[],
        run: |_| counts_nothing(install::everything()),
    },
    Step {
        name: "fmt",
        what: "Checking the format of the source",
        needs: &[],
        run: |_| counts_nothing(checks::format()),
    },
    Step {
        name: "purity",
        what: "Checking that the protocol has no entropy, clock or system of its own",
        needs: &[],
        run: |_| counts_nothing(checks::purity()),
    },
    Step {
        name: "site",
        what: "Building the pages and weighing them",
        needs: &["install"],
        run: |_| counts_nothing(site::build(&site::Options::default())),
    },
    Step {
        name: "clippy",
        what: "Linting",
        needs: &["site"],
        run: |_| counts_nothing(checks::lint()),
    },
    Step {
        name: "deny",
        what: "Checking licences, sources and advisories of dependencies",
        needs: &[],
        run: |_| counts_nothing(checks::deny()),
    },
    Step {
        name: "rust",
        what: "Running unit, property, vector and integration tests on both databases",
        needs: &["site"],
        run: rust::workspace,
    },
    Step {
        name: "pages",
        what: "Running the tests of the pages",
        needs: &["site"],
        run: rust::pages,
    },
    Step {
        name: "doc",
        what: "Running the examples in the documentation",
        needs: &["site"],
        run: rust::documentation,
    },
    Step {
        name: "vectors",
        what: "Running the vectors inside WASM",
        needs: &["install"],
        run: |_| rust::wasm_vectors(),
    },
    Step {
        name: "release",
        what: "Building the release binary",
        needs: &["site"],
        run: |_| counts_nothing(release::release()),
    },
    Step {
        name: "faults",
        what: "Killing and starving the release binary while people use it",
        needs: &["release"],
        run: rust::faults,
    },
    Step {
        name: "e2e-sqlite",
        what: "Playing the stories in Chromium, on SQLite",
        needs: &["release"],
        run: |filter| browser::play("sqlite", filter),
    },
    Step {
        name: "e2e-postgres",
        what: "Playing the stories in Chromium, on PostgreSQL",
        needs: &["release"],
        run: |filter| browser::play("postgres", filter),
    },
];

fn counts_nothing(outcome: Outcome) -> Outcome<Tally> {
    outcome.map(|()| Tally::default())
}

/// How a step ended.
enum End {
    Passed(Tally),
    Failed(Tally),
    /// Something it needs failed.
    Waits,
}

/// Runs every step, or those whose name is `only` or starts with it (`e2e` is both browsers' runs).
pub fn test(only: Option<&str>, filter: &[String]) -> Outcome {
    let chosen: Vec<&Step> = STEPS
        .iter()
        .filter(|step| {
            only.is_none_or(|only| step.name == only || step.name.starts_with(&format!("{only}-")))
        })
        .collect();
    if chosen.is_empty() {
        let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        return Err(Failure::new(format!(
            "there is no step of that name; the steps are: {}",
            names.join(", ")
        )));
    }
    let mut ends: Vec<(&Step, End, String)> = Vec::new();
    for (index, &current) in chosen.iter().enumerate() {
        let missing = ends.iter().any(|(done, end, _)| {
            current.needs.contains(&done.name) && !matches!(end, End::Passed(_))
        });
        if missing {
            ends.push((current, End::Waits, String::new()));
            continue;
        }
        step(&format!(
            "[{}/{}] {} ({})",
            index + 1,
            chosen.len(),
            current.what,
            current.name
        ));
        let watch = Stopwatch::start();
        let end = match (current.run)(filter) {
            Ok(tally) if tally.failed == 0 => End::Passed(tally),
            Ok(tally) => End::Failed(tally),
            Err(failure) => {
                eprintln!("    {failure}");
                End::Failed(Tally {
                    failed: 1,
                    ..Tally::default()
                })
            }
        };
        let took = duration(watch.elapsed());
        match &end {
            End::Failed(_) => eprintln!(
                "--> {} FAILED after {took}; this step alone: cargo xtask test --only {}",
                current.name, current.name
            ),
            _ => eprintln!("--> {} in {took}", current.name),
        }
        ends.push((current, end, took));
    }
    conclude(&ends)
}

/// The table of steps, the commands for what failed, and the line that counts.
fn conclude(ends: &[(&Step, End, String)]) -> Outcome {
    let mut sum = Tally::default();
    let mut again = Vec::new();
    println!();
    for (step, end, took) in ends {
        let (word, tally) = match end {
            End::Passed(tally) => ("ok", tally.clone()),
            End::Failed(tally) => ("FAILED", tally.clone()),
            End::Waits => ("not run", Tally::default()),
        };
        let tests = if tally.is_empty() {
            String::new()
        } else {
            tally.to_string()
        };
        println!("{:<14} {word:<8} {took:>13}  {tests}", step.name);
        if matches!(end, End::Failed(_)) {
            again.push(format!("cargo xtask test --only {}", step.name));
        }
        sum = sum + tally;
    }
    for command in &again {
        println!("failed; this alone: {command}");
    }
    println!("{sum}");
    if again.is_empty() {
        Ok(())
    } else {
        Err(Failure::silent())
    }
}

//! Keeps a pupil's first visit light. A build over the budget fails and names the files that grew.

use std::collections::BTreeMap;
use std::fs;

use serde::{Deserialize, Serialize};

use super::Options;
use super::publish::Weight;
use crate::console::{bytes, say};
use crate::failure::{During, Failure, Outcome};
use crate::workspace;

const FILE: &str = "frontend/budget.json";

/// `frontend/budget.json`.
#[derive(Serialize, Deserialize)]
struct Budget {
    first_visit: FirstVisit,
    /// What every visit fetches once the page runs.
    after: After,
    /// What is fetched when somebody asks for it: the most each file may weigh.
    asked: BTreeMap<String, usize>,
    /// Brotli bytes per file when someone last said they are worth it.
    recorded: BTreeMap<String, usize>,
}

/// What a pupil downloads before the first question.
#[derive(Serialize, Deserialize)]
struct FirstVisit {
    limit_bytes: usize,
    limit_requests: usize,
    files: Vec<String>,
    /// Requests to the API: the school's list of adults, signed.
    api_requests: usize,
    /// What they answer, as it crosses the wire for the demo school. The browser test measures it and fails when it is more.
    api_bytes: usize,
}

/// What the page can do without, so it is no part of the first visit's weight. It has a limit of its own.
#[derive(Serialize, Deserialize)]
struct After {
    limit_bytes: usize,
    files: Vec<String>,
}

/// Prints what everything weighs and compares it with the budget. A `--dev` site is weighed and forgiven.
pub fn check(weights: &BTreeMap<String, Weight>, options: &Options) -> Outcome {
    let path = workspace::path(FILE);
    let text = fs::read_to_string(&path).during(format_args!("reading {FILE}"))?;
    let mut budget: Budget = serde_json::from_str(&text).during(format_args!("reading {FILE}"))?;
    for (name, weight) in weights {
        let change = growth(&budget, name, weight.brotli);
        let change = if change == 0 {
            String::new()
        } else {
            format!("  {change:+}")
        };
        say(&format!(
            "{name:<20} {:>10} raw {:>9} brotli{change}",
            bytes(weight.raw),
            bytes(weight.brotli)
        ));
    }
    if options.dev {
        return Ok(());
    }
    if options.record_weight {
        budget.recorded = weights
            .iter()
            .map(|(name, weight)| (name.clone(), weight.brotli))
            .collect();
        let text = serde_json::to_string_pretty(&budget).during("writing the budget")? + "\n";
        crate::digest::write(&path, text.as_bytes())?;
    }
    judge(&budget, weights)
}

fn growth(budget: &Budget, name: &str, brotli: usize) -> i64 {
    let known = budget.recorded.get(name).copied().unwrap_or(0);
    i64::try_from(brotli).unwrap_or(i64::MAX) - i64::try_from(known).unwrap_or(i64::MAX)
}

fn judge(budget: &Budget, weights: &BTreeMap<String, Weight>) -> Outcome {
    let visit = &budget.first_visit;
    let brotli = |name: &String| weights.get(name).map_or(0, |weight| weight.brotli);
    let total = visit.api_bytes + visit.files.iter().map(brotli).sum::<usize>();
    let requests = visit.files.len() + visit.api_requests;
    for (name, limit) in &budget.asked {
        let heavy = brotli(name);
        if heavy > *limit {
            return Err(Failure::new(format!(
                "{name} is {heavy} bytes; {FILE} allows {limit}"
            )));
        }
    }
    say(&format!(
        "first visit: {} of {} bytes, {requests} of {} requests",
        bytes(total),
        bytes(visit.limit_bytes),
        visit.limit_requests
    ));
    let after: usize = budget.after.files.iter().map(brotli).sum();
    say(&format!(
        "after it: {} of {} bytes",
        bytes(after),
        bytes(budget.after.limit_bytes)
    ));
    if after > budget.after.limit_bytes {
        return Err(Failure::new(format!(
            "what comes after a pupil's first visit is {} bytes over the budget in {FILE}",
            after - budget.after.limit_bytes
        )));
    }
    if requests > visit.limit_requests {
        return Err(Failure::new(format!(
            "a pupil's first visit takes {requests} requests; {FILE} allows {}",
            visit.limit_requests
        )));
    }
    if total <= visit.limit_bytes {
        return Ok(());
    }
    let mut grown: Vec<(i64, &String)> = visit
        .files
        .iter()
        .map(|name| (growth(budget, name, brotli(name)), name))
        .filter(|(by, _)| *by > 0)
        .collect();
    grown.sort_by(|one, other| other.cmp(one));
    let names: Vec<String> = grown
        .iter()
        .map(|(by, name)| format!("{name} grew by {by}"))
        .collect();
    let over = total - visit.limit_bytes;
    Err(Failure::new(format!(
        "a pupil's first visit is {over} bytes over the budget in {FILE}: {}",
        names.join(", ")
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn budget() -> Budget {
        let files = vec!["index.html".into(), "reporter.wasm".into()];
        let first_visit = FirstVisit {
            limit_bytes: 110,
            limit_requests: 3,
            files,
            api_requests: 1,
            api_bytes: 10,
        };
        let after = After {
            limit_bytes: 50,
            files: vec!["extras.wasm".into()],
        };
        Budget {
            first_visit,
            after,
            asked: BTreeMap::from([("languages.json".into(), 50)]),
            recorded: BTreeMap::from([("index.html".into(), 20), ("reporter.wasm".into(), 60)]),
        }
    }

    fn weights(page: usize, module: usize) -> BTreeMap<String, Weight> {
        let weight = |brotli| Weight {
            raw: brotli * 3,
            brotli,
        };
        BTreeMap::from([
            ("index.html".into(), weight(page)),
            ("reporter.wasm".into(), weight(module)),
            ("staff.wasm".into(), weight(9000)),
        ])
    }

    #[test]
    fn staff_code_weighs_nothing_for_a_pupil() {
        assert!(judge(&budget(), &weights(20, 80)).is_ok());
    }

    #[test]
    fn a_heavier_build_fails_and_names_the_file_that_grew() {
        let failure = judge(&budget(), &weights(20, 81))
            .expect_err("over by one byte")
            .to_string();
        assert!(
            failure.contains("1 bytes over") && failure.contains("reporter.wasm grew by 21"),
            "{failure}"
        );
        assert!(!failure.contains("index.html grew"), "{failure}");
    }

    // Extras have a limit of their own and weigh nothing on the first visit.
    #[test]
    fn what_comes_after_is_held_to_its_own_limit() {
        let with = |brotli| {
            let mut weights = weights(20, 80);
            let extras = Weight {
                raw: brotli * 3,
                brotli,
            };
            weights.insert("extras.wasm".into(), extras);
            judge(&budget(), &weights)
        };
        assert!(with(50).is_ok());
        let failure = with(51).expect_err("over by one byte").to_string();
        assert!(failure.contains("1 bytes over"), "{failure}");
    }

    #[test]
    fn what_is_asked_for_has_a_limit_of_its_own() {
        let mut weights = weights(20, 80);
        let mut weigh = |brotli| {
            weights.insert("languages.json".into(), Weight { raw: 1, brotli });
            judge(&budget(), &weights)
        };
        assert!(weigh(50).is_ok());
        let failure = weigh(51).expect_err("over by one byte").to_string();
        assert!(failure.contains("languages.json is 51"), "{failure}");
    }

    #[test]
    fn what_the_school_answers_counts() {
        let mut budget = budget();
        budget.first_visit.api_bytes += 1;
        assert!(judge(&budget, &weights(20, 80)).is_err());
    }

    #[test]
    fn one_request_more_fails() {
        let mut budget = budget();
        budget.first_visit.api_requests = 2;
        assert!(judge(&budget, &weights(1, 1)).is_err());
    }
}

//! `cargo xtask fuzz`: every decoder of the protocol under libFuzzer, with the compiler that builds everything else.
//!
//! Coverage comes from LLVM's own pass, so neither a nightly compiler nor cargo-fuzz is needed. What was found stays in
//! `target/fuzz/corpus` and the next run goes on from there. No address sanitizer: the protocol has no `unsafe` of its own.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::Run;
use crate::console::{say, step};
use crate::failure::{During, Failure, Outcome};
use crate::workspace::path;

/// What LLVM adds to the code, what rustc would add under cargo-fuzz, and the checks a release build leaves out.
const FLAGS: [&str; 8] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
    "-Cdebug-assertions",
    "-Coverflow-checks",
];

/// Named, so that the flags reach no build script.
const TARGET: &str = "x86_64-unknown-linux-gnu";

/// What was asked for.
pub struct Options {
    /// Minutes for each decoder.
    pub minutes: u32,
    /// Only these decoders.
    pub only: Vec<String>,
}

/// Fuzzes one decoder after the other. Ends at the first input that breaks one, and names it.
pub fn fuzz(options: &Options) -> Outcome {
    step("Building the fuzzers");
    let built = build()?;
    let seeds = path("target/fuzz/seeds");
    Run::cargo()
        .args(["run", "--quiet", "--locked", "--package", "protocol"])
        .args(["--example", "seeds", "--"])
        .arg(&seeds)
        .go()?;
    let mut lines = String::new();
    for name in chosen(&options.only)? {
        step(&format!("Fuzzing {name} for {} min", options.minutes));
        let line = one(&built, &seeds, &name, options.minutes)?;
        say(&line);
        lines.push_str(&line);
        lines.push('\n');
        keep(&lines)?;
    }
    Ok(())
}

/// The folder of the programs, one for each decoder.
fn build() -> Outcome<PathBuf> {
    let target = path("target/fuzz/build");
    Run::cargo()
        .args(["build", "--release", "--locked", "--bins"])
        .args(["--target", TARGET, "--target-dir"])
        .arg(&target)
        .arg("--manifest-path")
        .arg(path("protocol/fuzz/Cargo.toml"))
        .env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}"))
        .go()?;
    Ok(target.join(TARGET).join("release"))
}

/// The decoders asked for, or all, in the order of their names.
fn chosen(only: &[String]) -> Outcome<Vec<String>> {
    let folder = path("protocol/fuzz/fuzz_targets");
    let mut all = Vec::new();
    for entry in fs::read_dir(&folder).during(folder.display())? {
        let file = entry.during(folder.display())?.path();
        all.extend(
            file.file_stem()
                .map(|stem| stem.to_string_lossy().into_owned()),
        );
    }
    all.sort();
    if let Some(wrong) = only.iter().find(|name| !all.contains(name)) {
        return Err(Failure::new(format!(
            "there is no decoder {wrong:?}; there are {}",
            all.join(", ")
        )));
    }
    all.retain(|name| only.is_empty() || only.contains(name));
    Ok(all)
}

/// Runs one and says in a line what it did.
fn one(built: &Path, seeds: &Path, name: &str, minutes: u32) -> Outcome<String> {
    let corpus = path("target/fuzz/corpus").join(name);
    let broken = path("target/fuzz/broken");
    for folder in [&corpus, &broken] {
        fs::create_dir_all(folder).during(folder.display())?;
    }
    let output = Run::new(built.join(name))
        .arg(format!("-max_total_time={}", minutes * 60))
        .args(["-timeout=25", "-print_final_stats=1", "-verbosity=1"])
        .arg(format!("-artifact_prefix={}/{name}-", broken.display()))
        .args([&corpus, seeds])
        .output()?;
    let text = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        eprintln!("{text}");
        return Err(Failure::new(format!(
            "{name} broke; the input lies in {}",
            broken.display()
        )));
    }
    let executed = text
        .lines()
        .find_map(|line| line.strip_prefix("stat::number_of_executed_units:"))
        .map_or("?", str::trim);
    let reached = text
        .lines()
        .rev()
        .find_map(|line| line.find("cov: ").map(|start| &line[start..]))
        .unwrap_or("cov: ?");
    let reached = reached.split(" exec/s").next().unwrap_or(reached);
    Ok(format!(
        "{name}: {minutes} min, {executed} inputs, {reached}"
    ))
}

fn keep(lines: &str) -> Outcome {
    let kept = path("bench/raw/fuzz-latest.txt");
    fs::write(&kept, lines).during(format_args!("writing {}", kept.display()))
}

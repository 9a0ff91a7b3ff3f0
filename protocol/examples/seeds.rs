//! Writes something well-formed for each decoder into a folder, for the fuzzers to start from: `seeds FOLDER`.

#[path = "../tests/foreign_bytes/samples.rs"]
mod samples;

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = env::args_os()
        .nth(1)
        .map(PathBuf::from)
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "say where to: seeds FOLDER"))?;
    fs::create_dir_all(&folder)?;
    for (name, sample) in samples::all() {
        fs::write(folder.join(name), sample)?;
    }
    Ok(())
}

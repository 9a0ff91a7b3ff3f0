//! The ground a trial stands on: a demo school without cases in a folder of its own, on either database.

use std::cell::OnceCell;
use std::fs;
use std::path::{Path, PathBuf};

use demo::file::DemoFile;
use demo::make::{Options, Size, make};
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use tempfile::TempDir;

use crate::outcome::{Outcome, ensure};
use crate::people::wait_for;
use crate::server::Launch;
use crate::watch::now;

/// What every trial is given.
pub struct Ground {
    /// The release binary.
    pub program: PathBuf,
    /// All randomness of a run follows from it.
    pub seed: u64,
    /// How often a trial that repeats does so; `None`: as its small version does.
    pub rounds: Option<u32>,
    first_day: OnceCell<(TempDir, DemoFile)>,
}

/// One school, for one trial.
pub struct School {
    /// Removed with it.
    pub folder: TempDir,
    pub file: DemoFile,
    pub launch: Launch,
}

impl Ground {
    pub fn new(program: PathBuf, seed: u64, rounds: Option<u32>) -> Outcome<Self> {
        ensure!(
            program.is_file(),
            "{} is missing: cargo build --release --package server",
            program.display()
        );
        Ok(Self {
            program,
            seed,
            rounds,
            first_day: OnceCell::new(),
        })
    }

    /// A generator of its own for one use of one trial.
    pub fn rng(&self, name: &str, number: u32) -> ChaCha20Rng {
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&self.seed.to_be_bytes());
        seed[8..12].copy_from_slice(&number.to_be_bytes());
        for (place, byte) in name.bytes().enumerate() {
            seed[12 + place % 20] ^= byte.rotate_left(u32::try_from(place / 20 % 8).unwrap_or(0));
        }
        ChaCha20Rng::from_seed(seed)
    }

    /// Rounds of a trial: as asked for, or its small number.
    pub fn rounds_or(&self, small: u32) -> u32 {
        self.rounds.unwrap_or(small)
    }

    /// A school on SQLite, copied from one that is made once.
    pub fn sqlite(&self) -> Outcome<School> {
        self.sqlite_in(tempfile::Builder::new().prefix("sotto-faults-").tempdir()?)
    }

    /// The same with its data in a folder of the trial's choosing, such as a small disk.
    pub fn sqlite_in(&self, folder: TempDir) -> Outcome<School> {
        let (first, file) = self.first_day()?;
        let school = self.school(folder, file, None)?;
        for entry in fs::read_dir(first)? {
            let entry = entry?;
            fs::copy(entry.path(), school.launch.data.join(entry.file_name()))?;
        }
        Ok(school)
    }

    /// A school in this PostgreSQL database.
    pub fn postgres(&self, url: &str) -> Outcome<School> {
        let folder = tempfile::Builder::new().prefix("sotto-faults-").tempdir()?;
        let data = folder.path().join("data");
        let file = self.make(&data, Some(url))?;
        self.school(folder, &file, Some(url.to_owned()))
    }

    fn school(
        &self,
        folder: TempDir,
        file: &DemoFile,
        database: Option<String>,
    ) -> Outcome<School> {
        let data = folder.path().join("data");
        fs::create_dir_all(&data)?;
        let launch = Launch {
            program: self.program.clone(),
            data,
            database,
            flags: Vec::new(),
            through: Vec::new(),
            variables: Vec::new(),
            log: folder.path().join("log"),
        };
        Ok(School {
            folder,
            file: file.clone(),
            launch,
        })
    }

    fn first_day(&self) -> Outcome<(&Path, &DemoFile)> {
        if self.first_day.get().is_none() {
            let folder = tempfile::tempdir()?;
            let file = self.make(folder.path(), None)?;
            let _ = self.first_day.set((folder, file));
        }
        let (folder, file) = self.first_day.get().ok_or("no first day")?;
        Ok((folder.path(), file))
    }

    fn make(&self, data: &Path, database: Option<&str>) -> Outcome<DemoFile> {
        let mut seed = [0; 32];
        self.rng("school", 0).fill_bytes(&mut seed);
        let options = Options {
            data,
            database,
            size: Size::Bare,
            now: now(),
            seed,
        };
        wait_for(make(&options)).map_err(|fault| format!("making a school: {fault}").into())
    }
}

impl School {
    /// The file of the embedded database.
    pub fn sqlite_file(&self) -> PathBuf {
        self.launch.data.join("sotto.sqlite")
    }
}

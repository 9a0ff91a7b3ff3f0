//! SHA-256 in the three shapes the build needs: file names, integrity attributes, and "has anything changed".

use std::path::{Path, PathBuf};

use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

use crate::failure::{During, Outcome};
use crate::workspace;

/// Lower-case hexadecimal SHA-256.
pub fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The value of an `integrity` attribute. The same hash as the manifest, so an auditor needs one number per file.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", Base64::encode_string(&Sha256::digest(bytes)))
}

/// One number for everything a step reads: names and contents of files, and any words such as flags and versions.
#[derive(Default)]
pub struct Inputs(Sha256);

impl Inputs {
    pub fn word(mut self, word: &str) -> Self {
        self.0.update((word.len() as u64).to_be_bytes());
        self.0.update(word.as_bytes());
        self
    }

    /// A file or a folder with all it holds. What does not exist counts as empty.
    pub fn path(mut self, relative: &str) -> Outcome<Self> {
        let mut files = Vec::new();
        collect(&workspace::path(relative), &mut files)?;
        files.sort();
        for file in files {
            let content =
                std::fs::read(&file).during(format_args!("reading {}", file.display()))?;
            self = self.word(&workspace::shown(&file)).word(&hex(&content));
        }
        Ok(self)
    }

    pub fn paths(self, relative: &[&str]) -> Outcome<Self> {
        relative
            .iter()
            .try_fold(self, |inputs, path| inputs.path(path))
    }

    pub fn finish(self) -> String {
        self.0
            .finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    if path.is_file() {
        files.push(path.to_path_buf());
    } else if path.is_dir() {
        for entry in std::fs::read_dir(path).during(format_args!("reading {}", path.display()))? {
            let entry = entry.during(format_args!("reading {}", path.display()))?;
            collect(&entry.path(), files)?;
        }
    }
    Ok(())
}

/// Remembers the inputs a step last succeeded with, so that the next run can skip it.
pub struct Stamp {
    file: PathBuf,
    inputs: String,
}

impl Stamp {
    pub fn new(name: &str, inputs: Inputs) -> Self {
        Self {
            file: workspace::scratch().join("stamps").join(name),
            inputs: inputs.finish(),
        }
    }

    pub fn is_current(&self) -> bool {
        std::fs::read_to_string(&self.file).is_ok_and(|known| known == self.inputs)
    }

    pub fn set(&self) -> Outcome {
        write(&self.file, self.inputs.as_bytes())
    }
}

/// Writes a file with its folders. Bytes that are there already are left alone, so that cargo sees no change.
pub fn write(file: &Path, bytes: &[u8]) -> Outcome {
    if std::fs::read(file).is_ok_and(|known| known == bytes) {
        return Ok(());
    }
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).during(format_args!("making {}", folder.display()))?;
    }
    std::fs::write(file, bytes).during(format_args!("writing {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_hash_in_both_shapes() {
        assert_eq!(
            hex(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(
            integrity(b"abc"),
            "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
        );
    }

    #[test]
    fn words_do_not_run_together() {
        let one = Inputs::default().word("ab").word("c").finish();
        let other = Inputs::default().word("a").word("bc").finish();
        assert_ne!(one, other);
    }
}

//! What a program did to the files of one folder, as strace wrote it down: every change and every sync, with its time.
//!
//! A line is written when its call begins and completed when it ends, or followed by a line of its own for the end. So
//! lines are in the order things happened, and whatever somebody was told before a line began rests on lines before it.

use std::path::Path;
use std::time::Duration;

use crate::outcome::{Outcome, ensure};

/// Calls that change files of the program, sync them or give names to them.
const CALLS: &str = "openat,lseek,write,pwrite64,writev,pwritev,pwritev2,ftruncate,fallocate,copy_file_range,fsync,fdatasync,\
                     sync_file_range,rename,renameat,renameat2,link,linkat,unlink,unlinkat";

/// A program in front of another that writes down what it does.
pub fn writing(to: &Path) -> Vec<String> {
    let mut command: Vec<String> = ["strace", "-f", "-qq", "--seccomp-bpf", "-y", "-xx", "-ttt"]
        .map(String::from)
        .into();
    command.extend(["-s".into(), "4000000".into()]);
    command.extend(["-e".into(), format!("trace={CALLS}")]);
    command.extend(["-o".into(), to.display().to_string()]);
    // Whoever ends the tracer means the program.
    command.extend(["setpriv", "--pdeathsig=KILL"].map(String::from));
    command
}

/// One thing that happened to the folder or to a file in it, which is named without its folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happened {
    /// There was no such file, or it was emptied.
    Made { name: String, emptied: bool },
    /// Bytes were handed over; they may be on the disk from here on.
    Written {
        name: String,
        place: usize,
        bytes: Vec<u8>,
    },
    /// Its length was set.
    Cut { name: String, length: usize },
    /// All of the file that was handed over before is on the disk from here on.
    Synced { name: String },
    /// The same of names.
    FolderSynced,
    /// Another name.
    Renamed { from: String, to: String },
    /// No name any more.
    Removed { name: String },
}

/// One line.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// When it began, since 1970.
    pub at: Duration,
    pub what: Happened,
}

/// Reads what was written down. A call on a file of the folder that this does not know is a fault, not left out.
pub fn read(text: &str, folder: &Path) -> Outcome<Vec<Line>> {
    let mut reading = Reading {
        folder: folder.display().to_string(),
        begun: std::collections::HashMap::new(),
        places: std::collections::HashMap::new(),
    };
    let mut lines = Vec::new();
    for line in text.lines() {
        let read = reading.line(line);
        lines.extend(read.map_err(|fault| {
            let start: String = line.chars().take(200).collect();
            format!("{fault} in {start}")
        })?);
    }
    Ok(lines)
}

struct Reading {
    folder: String,
    /// Calls that have not ended, by thread: their text so far.
    begun: std::collections::HashMap<String, String>,
    /// Where `write` goes on, by descriptor.
    places: std::collections::HashMap<String, usize>,
}

impl Reading {
    fn line(&mut self, line: &str) -> Outcome<Option<Line>> {
        let mut parts = line
            .splitn(3, char::is_whitespace)
            .filter(|part| !part.is_empty());
        let thread = parts.next().ok_or("no thread")?.to_owned();
        let rest = line[thread.len()..].trim_start();
        let (at, call) = rest.split_once(' ').ok_or("no time")?;
        let at = Duration::try_from_secs_f64(at.parse()?)?;
        if call.starts_with("+++") || call.starts_with("---") {
            return Ok(None);
        }
        let what = if let Some(start) = call.strip_suffix(" <unfinished ...>") {
            self.begun.insert(thread, start.to_owned());
            // What is written may be on the disk before the call ends; whatever else takes hold when it ends.
            let is_write = start.starts_with("pwrite64(") || start.starts_with("ftruncate(");
            if is_write {
                self.happened(start, None)?
            } else {
                None
            }
        } else if let Some((_, end)) = call.split_once(" resumed>") {
            let start = self
                .begun
                .remove(&thread)
                .ok_or("an end without a beginning")?;
            let is_write = start.starts_with("pwrite64(") || start.starts_with("ftruncate(");
            if is_write {
                None
            } else {
                self.ended(&[&start, end].concat())?
            }
        } else {
            self.ended(call)?
        };
        Ok(what.map(|what| Line { at, what }))
    }

    fn ended(&mut self, call: &str) -> Outcome<Option<Happened>> {
        let (start, result) = call.rsplit_once(" = ").ok_or("no result")?;
        let result = result.split(['<', ' ']).next().unwrap_or_default();
        let start = start.trim_end();
        let start = start.strip_suffix(')').unwrap_or(start);
        let result: i64 = result.parse().unwrap_or(-1);
        if result < 0 {
            return Ok(None);
        }
        self.happened(start, Some(result.unsigned_abs().try_into()?))
    }

    /// `result` is that of a call that has ended.
    fn happened(&mut self, start: &str, result: Option<usize>) -> Outcome<Option<Happened>> {
        let (call, arguments) = start.split_once('(').ok_or("no call")?;
        let arguments: Vec<&str> = arguments.split(", ").collect();
        let first = *arguments.first().ok_or("no argument")?;
        let number = |place: usize| -> Outcome<usize> {
            Ok(arguments
                .get(place)
                .ok_or("an argument is missing")?
                .trim_end_matches(')')
                .parse()?)
        };
        if matches!(
            call,
            "rename" | "unlink" | "renameat" | "renameat2" | "unlinkat"
        ) {
            let mut names = arguments.iter().filter(|one| one.starts_with('"'));
            let mut name = || -> Outcome<Option<String>> {
                let path = quoted(names.next().ok_or("no name")?)?;
                Ok(self.ours(&String::from_utf8(path)?))
            };
            let from = name()?;
            if call.starts_with("unlink") {
                return Ok(from.map(|name| Happened::Removed { name }));
            }
            return match (from, name()?) {
                (Some(from), Some(to)) => Ok(Some(Happened::Renamed { from, to })),
                (None, None) => Ok(None),
                _ => Err("a file came from elsewhere".into()),
            };
        }
        if call == "openat" {
            let path = String::from_utf8(quoted(arguments.get(1).ok_or("no name")?)?)?;
            let descriptor = result.ok_or("an open that has not ended")?;
            self.places.insert(descriptor.to_string(), 0);
            let flags = arguments.get(2).copied().unwrap_or_default();
            ensure!(
                !flags.contains("O_APPEND") || self.ours(&path).is_none(),
                "an appending file"
            );
            let made = flags.contains("O_CREAT");
            let emptied = flags.contains("O_TRUNC");
            return Ok(self
                .ours(&path)
                .filter(|_| made || emptied)
                .map(|name| Happened::Made { name, emptied }));
        }
        let (descriptor, path) = descriptor(first)?;
        if path == self.folder {
            return Ok(call.ends_with("sync").then_some(Happened::FolderSynced));
        }
        let Some(name) = self.ours(&path) else {
            return Ok(None);
        };
        Ok(Some(match call {
            "fsync" | "fdatasync" => Happened::Synced { name },
            "pwrite64" => Happened::Written {
                name,
                place: number(3)?,
                bytes: quoted(arguments.get(1).ok_or("nothing written")?)?,
            },
            "write" => {
                let bytes = quoted(arguments.get(1).ok_or("nothing written")?)?;
                let at = self.places.entry(descriptor).or_default();
                let place = *at;
                *at += bytes.len();
                Happened::Written { name, place, bytes }
            }
            "ftruncate" => Happened::Cut {
                name,
                length: number(1)?,
            },
            "lseek" => {
                self.places.insert(descriptor, result.ok_or("no place")?);
                return Ok(None);
            }
            _ => return Err(format!("{call} is not known").into()),
        }))
    }

    /// The name of a file that matters: what is only of the running process is not on the disk afterwards.
    fn ours(&self, path: &str) -> Option<String> {
        let name = path.strip_prefix(&self.folder)?.strip_prefix('/')?;
        let passing =
            name.ends_with("-shm") || name.starts_with("reserve") || name.contains("lock");
        (!passing).then(|| name.to_owned())
    }
}

/// `12<\x2f...>`
fn descriptor(text: &str) -> Outcome<(String, String)> {
    let text = text.trim_end_matches(')');
    let (number, path) = text.split_once('<').unwrap_or((text, ">"));
    let path = path.strip_suffix('>').ok_or("a path that does not end")?;
    let path = path.split("(deleted)").next().unwrap_or(path);
    // Sockets and the like are not written as hex, and are not ours.
    let path = if path.starts_with("\\x") {
        hex(path)?
    } else {
        path.into()
    };
    Ok((number.to_owned(), String::from_utf8(path)?))
}

fn quoted(text: &str) -> Outcome<Vec<u8>> {
    let inner = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    hex(inner.ok_or("a text that was cut short")?)
}

/// `\x41\x42`
fn hex(text: &str) -> Outcome<Vec<u8>> {
    let digit = |byte: u8| {
        char::from(byte)
            .to_digit(16)
            .and_then(|digit| u8::try_from(digit).ok())
    };
    let bytes = text.as_bytes().chunks(4).map(|byte| match byte {
        [b'\\', b'x', high, low] => Some(digit(*high)? << 4 | digit(*low)?),
        _ => None,
    });
    bytes
        .collect::<Option<_>>()
        .ok_or_else(|| "bytes that are not hex".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hexed(text: &str) -> String {
        text.bytes().map(|byte| format!("\\x{byte:02x}")).collect()
    }

    // R12
    #[test]
    fn what_strace_wrote_is_read_in_order() {
        let (wal, db, folder) = (hexed("/d/a-wal"), hexed("/d/a"), hexed("/d"));
        let text = format!(
            "7  10.5 openat(AT_FDCWD<{folder}>, \"{wal}\", O_RDWR|O_CREAT, 0644) = 5<{wal}>\n\
             7  11.0 pwrite64(5<{wal}>, \"\\x01\\x02\", 2, 32) = 2\n\
             8  11.5 pwrite64(3<{db}>, \"\\x09\", 1, 0 <unfinished ...>\n\
             7  12.0 fdatasync(5<{wal}> <unfinished ...>\n\
             8  12.1 <... pwrite64 resumed>) = 1\n\
             9  12.2 write(1<pipe:[4]>, \"\\x41\", 1) = 1\n\
             7  12.5 <... fdatasync resumed>) = 0\n\
             7  13.0 fdatasync(6<{folder}>) = 0\n\
             7  13.5 unlink(\"{wal}\") = -1 ENOENT (No such file)\n\
             7  14.0 unlink(\"{wal}\") = 0\n\
             7  15.0 +++ exited with 0 +++\n"
        );
        let lines = read(&text, Path::new("/d")).unwrap();
        let name = || "a-wal".to_owned();
        let found: Vec<_> = lines.into_iter().map(|line| line.what).collect();
        assert_eq!(
            found,
            [
                Happened::Made {
                    name: name(),
                    emptied: false
                },
                Happened::Written {
                    name: name(),
                    place: 32,
                    bytes: vec![1, 2]
                },
                Happened::Written {
                    name: "a".into(),
                    place: 0,
                    bytes: vec![9]
                },
                Happened::Synced { name: name() },
                Happened::FolderSynced,
                Happened::Removed { name: name() },
            ]
        );
        let unknown = format!("7  1.0 fallocate(5<{wal}>, 0, 0, 10) = 0\n");
        assert!(read(&unknown, Path::new("/d")).is_err());
    }
}

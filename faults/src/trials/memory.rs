//! R43: the memory of the running server is read through, after people have used it. Nothing a pupil said, no receipt
//! code, and nothing an adult signs in with is in it as it was sent, and the system was told to write no core. The raw
//! bytes of the sign-in secret are not looked for: copies of them are left on the stacks of threads.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::FileExt;
use std::thread::sleep;
use std::time::Duration;

use client::reporter::message::Danger;
use protocol::api::Role;
use serde_json::Value;

use crate::outcome::{Outcome, ensure};
use crate::people::{Adult, Pupil};
use crate::scene::Scene;
use crate::school::Ground;
use crate::server::Server;

/// R43: what an adult signed in with is gone after so long.
const FORGOTTEN: Duration = Duration::from_secs(5);
/// Said by the pupil and by nobody else.
const CANARY: &str = "a violet heron nests behind the bicycle shed";
const MORE: &str = "and the heron has told nobody but you";

/// A report, a way back and an answer; then the search.
pub fn copies(ground: &Ground) -> Outcome<String> {
    let school = ground.sqlite()?;
    let (scene, server, mut reader) = Scene::begin(ground, &school)?;
    let mut secrets = Vec::new();
    for number in 0..ground.rounds_or(3) {
        let mut pupil = Pupil::new(&scene.door, &school.file, ground.rng("heron", number))?;
        let text = format!("{CANARY} {number}");
        scene.ledger.tries(&text, &text);
        let words = pupil.report(&text, Danger::Yes);
        let words = words.map_err(|failure| format!("not taken in: {failure:?}"))?;
        scene.ledger.code(&text, &words);
        pupil
            .come_back(&words)
            .and_then(|_| pupil.say(MORE))
            .map_err(|failure| format!("nothing more was taken in: {failure:?}"))?;
        scene.ledger.tries(MORE, &text);
        reader.work(&scene.ledger, &format!("heron {number}"));
        secrets.extend(["", " ", "-", ",", "\",\""].map(|between| words.replace(' ', between)));
    }
    // Whoever signs in last is the hardest: no later request lies over theirs.
    let mut deputy = Adult::new(
        &scene.door,
        &school.file,
        Role::Deputy,
        ground.rng("deputy", 0),
    )?;
    let signed_in = deputy.sign_in();
    signed_in.map_err(|failure| format!("the deputy cannot sign in: {failure:?}"))?;
    let body = deputy.signed_in_by().ok_or("nobody signed in")?;
    let body: Value = serde_json::from_slice(&body)?;
    let auth = body["auth"].as_str().ok_or("no secret was sent")?;
    secrets.extend([
        CANARY.into(),
        MORE.into(),
        "answer heron".into(),
        auth.to_owned(),
    ]);
    for person in &school.file.people {
        secrets.extend([person.password.clone(), person.account_secret.clone()]);
    }
    let wanted: Vec<Vec<u8>> = secrets.into_iter().map(String::into_bytes).collect();
    sleep(FORGOTTEN);
    // What is no secret is found, so the search looks in the right place.
    let public = school.file.school_name.clone().into_bytes();
    let (read, found) = match search(&server, &[vec![public], wanted.clone()].concat()) {
        Err(refused) if refused.kind() == io::ErrorKind::PermissionDenied => {
            return Ok("LEFT OUT: reading a server's memory needs root".into());
        }
        other => other?,
    };
    let (known, found) = found.split_first().ok_or("nothing was searched for")?;
    ensure!(*known > 0, "not even the school's name is in its memory");
    for (secret, count) in wanted.iter().zip(found) {
        let shown = String::from_utf8_lossy(secret);
        ensure!(*count == 0, "{shown:?} is in its memory {count} times");
    }
    let limits = fs::read_to_string(format!("/proc/{}/limits", server.id()))?;
    let core = limits
        .lines()
        .find(|line| line.starts_with("Max core file size"));
    let core = core.ok_or("no limit of cores")?;
    ensure!(
        core.split_whitespace().nth(4) == Some("0"),
        "a crash would write a core: {core}"
    );
    Ok(format!(
        "{} MB read, {} secrets, none found; no core would be written",
        read >> 20,
        wanted.len()
    ))
}

/// How many bytes were read, and how often each is there.
fn search(server: &Server, wanted: &[Vec<u8>]) -> io::Result<(usize, Vec<usize>)> {
    let maps = fs::read_to_string(format!("/proc/{}/maps", server.id()))?;
    let memory = File::open(format!("/proc/{}/mem", server.id()))?;
    let (mut read, mut found) = (0, vec![0; wanted.len()]);
    for line in maps.lines() {
        let mut fields = line.split_whitespace();
        let range = fields.next().and_then(|range| range.split_once('-'));
        // What cannot be written to is the program itself and its libraries.
        let own = fields.next().is_some_and(|rights| rights.starts_with("rw"));
        let Some((start, end)) = range.filter(|_| own) else {
            continue;
        };
        let place = |text| u64::from_str_radix(text, 16).map_err(io::Error::other);
        let (start, end) = (place(start)?, place(end)?);
        let mut bytes = vec![0; usize::try_from(end - start).map_err(io::Error::other)?];
        // Pages of the system's own, such as its clock, cannot be read; they are not the program's.
        if memory.read_exact_at(&mut bytes, start).is_err() {
            continue;
        }
        read += bytes.len();
        for (secret, count) in wanted.iter().zip(&mut found) {
            *count += memchr::memmem::find_iter(&bytes, secret).count();
        }
    }
    Ok((read, found))
}

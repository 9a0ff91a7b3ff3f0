//! Bodies far larger than anything the server takes, many at once, in a process that may not have much memory.

use std::io::Write;
use std::net::SocketAddr;
use std::thread::scope;
use std::time::Duration;

use crate::http::{connect, read_reply};
use crate::outcome::{Outcome, ensure};
use crate::scene::Scene;
use crate::school::Ground;
use crate::watch::Watch;

const SENDERS: usize = 50;
const BODY: usize = 12 << 20;
const PIECE: usize = 64 << 10;
/// What the process may have; one that asks for more gets none and dies.
const MEMORY: u64 = 256 << 20;
const MOST_KB: u64 = 200 << 10;

/// R17: fifty bodies of 12 MiB at once, with and without their length told. None is taken in, nothing dies, and pupils report
/// meanwhile and afterwards.
pub fn bodies(ground: &Ground) -> Outcome<String> {
    let mut school = ground.sqlite()?;
    school.launch.through = vec!["prlimit".into(), format!("--data={MEMORY}")];
    let (mut scene, server, mut reader) = Scene::begin(ground, &school)?;
    scene.tell_well("before")?;
    let gateway = format!("/api/v1/schools/{}/gateway", school.file.slug);
    let sign_in = format!("/api/v1/schools/{}/sign-in", school.file.slug);
    let watch = Watch::start();
    let answers = scope(|threads| {
        let senders: Vec<_> = (0..SENDERS)
            .map(|number| {
                let path = if number % 3 == 0 { &sign_in } else { &gateway };
                threads.spawn(move || send(server.address, path, number % 2 == 0))
            })
            .collect();
        scene.tell_well("beside fifty large bodies")?;
        let answers: Vec<Answered> = senders
            .into_iter()
            .map(|sender| sender.join().unwrap_or(Answered::No))
            .collect();
        Ok::<_, crate::outcome::Fault>(answers)
    })?;
    let took = watch.elapsed();
    ensure!(took <= Duration::from_secs(30), "it took {took:?}");
    let mut refused = 0;
    for answered in answers {
        match answered {
            Answered::With(413 | 503) => refused += 1,
            // Told before the whole body was read, and the rest was not waited for.
            Answered::No => {}
            Answered::With(status) => return Err(format!("answered {status}").into()),
        }
    }
    ensure!(refused > 0, "nobody was told why");
    let peak = server.peak_memory_kb()?;
    ensure!(peak <= MOST_KB, "it took {} MB", peak >> 10);
    scene.tell_well("after")?;
    reader.check(&scene.ledger)?;
    Ok(format!(
        "{SENDERS} bodies of {} MiB: {refused} told, the others cut off; at most {} MB in memory",
        BODY >> 20,
        peak >> 10
    ))
}

enum Answered {
    With(u16),
    No,
}

fn send(address: SocketAddr, path: &str, says_how_long: bool) -> Answered {
    let length = if says_how_long {
        format!("Content-Length: {BODY}")
    } else {
        "Transfer-Encoding: chunked".into()
    };
    let kind = if path.ends_with("gateway") {
        "application/octet-stream"
    } else {
        "application/json"
    };
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: {kind}\r\n{length}\r\n\r\n"
    );
    let Ok(mut stream) = connect(address) else {
        return Answered::No;
    };
    let piece = vec![b' '; PIECE];
    let mut written = stream.write_all(head.as_bytes());
    for _ in 0..BODY / PIECE {
        if written.is_err() {
            break;
        }
        if !says_how_long {
            written = stream.write_all(format!("{PIECE:x}\r\n").as_bytes());
        }
        written = written.and_then(|()| stream.write_all(&piece));
        if !says_how_long {
            written = written.and_then(|()| stream.write_all(b"\r\n"));
        }
    }
    // An answer that came before the connection was cut can still be read.
    read_reply(&mut stream).map_or(Answered::No, |reply| Answered::With(reply.status))
}

//! Clients that vanish, stay silent, dribble or talk nonsense, while somebody else wants to report.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpStream};
use std::thread::{scope, sleep};
use std::time::Duration;

use protocol::api::limit::GATEWAY;
use rand_core::Rng;

use crate::http::{connect, get};
use crate::invariants::check_sqlite;
use crate::outcome::{Outcome, ensure};
use crate::people::Pupil;
use crate::scene::Scene;
use crate::school::Ground;
use crate::switch::{Cut, Switch};
use crate::watch::{Watch, until};

/// R30: clients vanish at a random byte, in the middle of frames that would be accepted and of ones that would not.
pub fn vanish(ground: &Ground) -> Outcome<String> {
    let school = ground.sqlite()?;
    let (mut scene, server, mut reader) = Scene::begin(ground, &school)?;
    scene.tell_well("before")?;
    let mut rng = ground.rng("vanish", 0);
    let crowd = ground
        .rounds
        .map_or(500, |rounds| rounds.saturating_mul(10));
    let path = format!("/api/v1/schools/{}/gateway", school.file.slug);
    for _ in 0..crowd {
        let mut body = vec![0; GATEWAY[0]];
        rng.fill_bytes(&mut body);
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/octet-stream\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        let whole = [head.as_bytes(), &body].concat();
        let end = usize::try_from(rng.next_u32())? % (whole.len() + 1);
        let mut stream = connect(server.address)?;
        // The server may have closed first; both ways are what is wanted here.
        let _ = stream.write_all(&whole[..end]);
        let _ = stream.shutdown(Shutdown::Both);
    }
    // Real reports whose sender vanishes: somewhere on the way, or before the answer.
    let switch = Switch::to(&[server.address])?;
    let door = crate::http::Door::to(switch.address);
    for number in 0..ground.rounds_or(12) {
        let text = format!("vanishing {number}");
        let mut pupil = Pupil::new(&door, &school.file, ground.rng("vanishing", number))?;
        let started = pupil.start();
        started.map_err(|failure| format!("the page does not open: {failure:?}"))?;
        scene.ledger.tries(&text, &text);
        switch.cut(Cut::AfterBytes(
            usize::try_from(rng.next_u32())? % (GATEWAY[0] + 600),
        ));
        if let Ok(words) = pupil.report(&text, client::reporter::message::Danger::Yes) {
            scene.ledger.code(&text, &words);
        }
        switch.mend();
    }
    let took = until("answering as before", Duration::from_secs(5), || {
        server.is_ready() && get(server.address, "/api/v1/log/checkpoint").is_ok()
    })?;
    scene.tell_well("after")?;
    reader.check(&scene.ledger)?;
    check_sqlite(&school.sqlite_file())?;
    Ok(format!(
        "{crowd} vanished; answering as before after {:.1} s",
        took.as_secs_f64()
    ))
}

/// R4, R37: connections that say nothing, half a head, or a byte a second, and visitors meanwhile.
pub fn idle(ground: &Ground) -> Outcome<String> {
    let mut school = ground.sqlite()?;
    let crowd: usize = if ground.rounds.is_some() {
        10_000
    } else {
        1500
    };
    // A few more than there are connections; many machines allow no program more than 20,000.
    let files = crowd + crowd / 2 + 200;
    school.launch.through = vec!["prlimit".into(), format!("--nofile={files}")];
    let (mut scene, server, mut reader) = Scene::begin(ground, &school)?;
    scene.tell_well("before")?;
    let path = format!("/api/v1/schools/{}/gateway", school.file.slug);
    let dribble = format!(
        "POST {path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/octet-stream\r\nContent-Length: 32768\r\n\r\n"
    );
    let beginnings: [&[u8]; 4] = [
        b"",
        b"GET / HTTP/1.1\r\nHos",
        dribble.as_bytes(),
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ];
    let most = own_limit().saturating_sub(100).min(crowd);
    let mut held = Vec::with_capacity(most);
    for number in 0..most {
        let Ok(mut stream) = connect(server.address) else {
            continue;
        };
        let _ = stream.write_all(beginnings[number % beginnings.len()]);
        held.push(stream);
    }
    let memory = server.memory_kb()? / 1024;
    ensure!(memory <= 256, "{} connections take {memory} MB", held.len());
    let mut times = Vec::new();
    for _ in 0..50 {
        let watch = Watch::start();
        let reply = get(server.address, "/api/v1/log/checkpoint")?;
        ensure!(
            reply.status == 200,
            "a visitor was answered {}",
            reply.status
        );
        times.push(watch.elapsed());
    }
    times.sort();
    let slow = times[times.len() * 99 / 100];
    ensure!(
        slow <= Duration::from_millis(200),
        "a visitor waited {slow:?}"
    );
    scene.tell_well("beside a silent crowd")?;

    let watch = Watch::start();
    let count = held.len();
    let left = scope(|threads| {
        let parts: Vec<_> = held.chunks_mut(count.div_ceil(8).max(1)).collect();
        let ended: Vec<_> = parts
            .into_iter()
            .map(|part| {
                threads.spawn(|| {
                    part.iter_mut()
                        .map(is_closed)
                        .filter(|closed| !closed)
                        .count()
                })
            })
            .collect();
        ended
            .into_iter()
            .map(|one| one.join().unwrap_or(1))
            .sum::<usize>()
    });
    ensure!(left == 0, "{left} of {count} are still open after a minute");
    let took = watch.elapsed();
    reader.check(&scene.ledger)?;
    Ok(format!(
        "{count} connections, {memory} MB, a visitor's p99 {} ms, all closed after {:.0} s",
        slow.as_millis(),
        took.as_secs_f64()
    ))
}

/// Reads to the end; the server must have closed within a minute.
fn is_closed(stream: &mut TcpStream) -> bool {
    let mut rest = [0; 4096];
    loop {
        match stream.read(&mut rest) {
            Ok(0) => return true,
            Ok(_) => {}
            Err(error) => {
                let waits = [std::io::ErrorKind::WouldBlock, std::io::ErrorKind::TimedOut];
                return !waits.contains(&error.kind());
            }
        }
    }
}

/// How many files this program may have open.
fn own_limit() -> usize {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let line = limits
        .lines()
        .find(|line| line.starts_with("Max open files"));
    line.and_then(|line| line.split_whitespace().nth(3)?.parse().ok())
        .unwrap_or(1024)
}

/// R35: requests no well-meaning client sends. Each is refused or dropped; the next visitor notices nothing.
pub fn odd_requests(ground: &Ground) -> Outcome<String> {
    let school = ground.sqlite()?;
    let (mut scene, mut server, mut reader) = Scene::begin(ground, &school)?;
    scene.tell_well("before")?;
    let mut rng = ground.rng("odd", 0);
    let mut odd = oddities(&school.file.slug);
    // The same again with one byte changed somewhere.
    let more = ground.rounds_or(120);
    for number in 0..more {
        let mut changed = odd[usize::try_from(number)? % odd.len()].clone();
        if let Some(last) = changed.len().checked_sub(1) {
            let place = usize::try_from(rng.next_u32())? % (last + 1);
            changed[place] ^= 1 << (rng.next_u32() % 8);
        }
        odd.push(changed);
    }
    let mut statuses = std::collections::BTreeMap::<String, u32>::new();
    for request in &odd {
        let watch = Watch::start();
        let answer = exchange(server.address, request)?;
        let shown = String::from_utf8_lossy(&request[..request.len().min(90)]).into_owned();
        ensure!(
            watch.elapsed() < Duration::from_secs(16),
            "{shown:?} was held for {:?}",
            watch.elapsed()
        );
        let status = answer.split(' ').nth(1).unwrap_or("closed").to_owned();
        ensure!(
            !status.starts_with('5'),
            "{shown:?} was answered {answer:?}"
        );
        *statuses.entry(status).or_default() += 1;
        let next = get(server.address, "/api/v1/log/checkpoint")?;
        ensure!(
            next.status == 200,
            "after {shown:?} a visitor got {}",
            next.status
        );
    }
    scene.tell_well("after")?;
    reader.check(&scene.ledger)?;
    ensure!(server.ended(Duration::ZERO)?.is_none(), "it ended");
    Ok(format!("{} requests: {statuses:?}", odd.len()))
}

/// Sends it, closes its own side, and reads what comes.
fn exchange(address: SocketAddr, request: &[u8]) -> Outcome<String> {
    let mut stream = connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(15)))?;
    let _ = stream.write_all(request);
    let _ = stream.shutdown(Shutdown::Write);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

fn oddities(slug: &str) -> Vec<Vec<u8>> {
    let gateway = format!("POST /api/v1/schools/{slug}/gateway HTTP/1.1\r\nHost: a\r\n");
    let sealed = "Content-Type: application/octet-stream\r\n";
    let with = |rest: &str| [&gateway, sealed, rest].concat().into_bytes();
    let long = "x".repeat(64 * 1024);
    let mut odd = vec![
        with("Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello"),
        with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        with("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"),
        with("Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"),
        with("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
        with("Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"),
        with("Content-Length: +5\r\n\r\nhello"),
        with("Content-Length: -1\r\n\r\n"),
        with("Content-Length: 99999999999999999999\r\n\r\n"),
        with("Content-Length: 0x20\r\n\r\n"),
        with("Content-Length: 10000000\r\n\r\n"),
        with("X-Folded: one\r\n two\r\nContent-Length: 0\r\n\r\n"),
        with("X-Nul: a\0b\r\nContent-Length: 0\r\n\r\n"),
        with("X-Bare: a\rb\r\nContent-Length: 0\r\n\r\n"),
        with("No-Colon\r\nContent-Length: 0\r\n\r\n"),
        with(": no name\r\nContent-Length: 0\r\n\r\n"),
        with("Transfer-Encoding: chunked\r\n\r\nZZ\r\nhello\r\n0\r\n\r\n"),
        with("Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n"),
        with("Transfer-Encoding: chunked\r\n\r\n5\r\nhelloXX0\r\n\r\n"),
        with("Expect: 100-continue\r\nContent-Length: 32768\r\n\r\n"),
        with("Expect: a-miracle\r\nContent-Length: 0\r\n\r\n"),
        with("Upgrade: websocket\r\nConnection: Upgrade\r\nContent-Length: 0\r\n\r\n"),
        with(
            "Upgrade: h2c\r\nHTTP2-Settings: AAAA\r\nConnection: Upgrade\r\nContent-Length: 0\r\n\r\n",
        ),
        format!("GET / HTTP/1.1\r\nHost: a\r\nX-Long: {long}\r\n\r\n").into_bytes(),
        format!("GET /{long} HTTP/1.1\r\nHost: a\r\n\r\n").into_bytes(),
        [
            "GET / HTTP/1.1\r\nHost: a\r\n",
            &"X-Many: 1\r\n".repeat(2000),
            "\r\n",
        ]
        .concat()
        .into_bytes(),
    ];
    let lines: &[&[u8]] = &[
        b"GET /\r\n\r\n",
        b"GET / HTTP/0.9\r\n\r\n",
        b"GET / HTTP/1.0\r\n\r\n",
        b"GET / HTTP/1.2\r\nHost: a\r\n\r\n",
        b"GET / HTTP/2.0\r\nHost: a\r\n\r\n",
        b"GET / HTTP/9999999999\r\n\r\n",
        b"GET http://elsewhere.example/ HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET //elsewhere.example/ HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /assets/..%2f..%2fetc/passwd HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /%ff%fe HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /\xff\xfe HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost:\r\n\r\n",
        b"GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
        b"get / HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n",
        b" GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        b"\r\n\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
        b"CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"TRACE / HTTP/1.1\r\nHost: a\r\n\r\n",
        b"DELETE / HTTP/1.1\r\nHost: a\r\n\r\n",
        b"PATCH /api/v1/cases HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
        b"GET /api/v1/log/leaves?from=18446744073709551616 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /api/v1/log/leaves?from=1&from=2 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /api/v1/log/leaves?from=18446744073709551615 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /api/v1/log/consistency?from=-1 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /api/v1/cases HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer\r\n\r\n",
        b"GET /api/v1/cases HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \xff\xff\r\n\r\n",
        b"POST /api/v1/sign-out HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\x01\x09\0\0\0\0\x01x",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"\0\0\0\0",
        b"SSH-2.0-visitor\r\n",
        b"\x05\x01\x00",
        b"A",
        b"",
        b"GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.1\nHost: a\n\n",
        b"GET / HTTP/1.1\rHost: a\r\r",
    ];
    odd.extend(lines.iter().map(|line| line.to_vec()));
    odd
}

/// R30, R9: the order to stop under load. What is in flight is answered, nothing acknowledged is lost, and the next
/// process serves at once.
pub fn stop(ground: &Ground) -> Outcome<String> {
    let school = ground.sqlite()?;
    let (scene, mut server, mut reader) = Scene::begin(ground, &school)?;
    let mut rng = ground.rng("stop", 0);
    let (mut longest, mut back) = (Duration::ZERO, Duration::ZERO);
    let rounds = ground.rounds_or(5).min(50);
    for round in 0..rounds {
        let load = crate::load::Load {
            door: &scene.door,
            file: &school.file,
            ledger: &scene.ledger,
            pupils: 4,
            name: format!("{round}"),
        };
        let moment = Duration::from_millis(u64::from(200 + rng.next_u32() % 600));
        let (again, _) = load.during(&mut rng, &mut reader, || {
            sleep(moment);
            let watch = Watch::start();
            server.terminate()?;
            let status = server.ended(Duration::from_secs(12))?;
            let status = status.ok_or("it does not stop")?;
            ensure!(status.success(), "it stopped with {status}");
            longest = longest.max(watch.elapsed());
            let again = school.launch.start_at(&scene.door)?;
            back = back.max(again.took);
            Ok(again)
        })?;
        server = again;
        ensure!(
            longest < Duration::from_secs(10),
            "stopping took {longest:?}"
        );
        ensure!(back < Duration::from_secs(1), "serving again took {back:?}");
        reader.check(&scene.ledger)?;
    }
    let (tried, acknowledged) = scene.ledger.counts();
    Ok(format!(
        "{rounds} stops, at most {} ms; back after at most {} ms; {acknowledged} acts of {tried} acknowledged, none lost",
        longest.as_millis(),
        back.as_millis()
    ))
}

/// R46: everything a school does, and the program has called nobody.
pub fn outside_calls(ground: &Ground) -> Outcome<String> {
    let mut school = ground.sqlite()?;
    let calls = school.folder.path().join("calls");
    school.launch.through = [
        "strace",
        "-D",
        "-f",
        "-q",
        "-e",
        "trace=connect,sendto,sendmsg,sendmmsg",
        "-o",
    ]
    .map(String::from)
    .to_vec();
    school.launch.through.push(calls.display().to_string());
    let (mut scene, server, mut reader) = Scene::begin(ground, &school)?;
    for _ in 0..3 {
        scene.tell_well("traced")?;
        scene.come_back()?;
    }
    reader.work(&scene.ledger, "traced");
    reader.check(&scene.ledger)?;
    server.terminate()?;
    let mut server = server;
    ensure!(
        server.ended(Duration::from_secs(12))?.is_some(),
        "it does not stop"
    );
    let process = format!("{} ", server.id());
    let is_end = |line: &str| line.starts_with(&process) && line.contains("+++ exited");
    // The tracer writes on for a moment; its last line is the program's end.
    let whole = || std::fs::read_to_string(&calls).is_ok_and(|text| text.lines().any(is_end));
    until("the whole list of calls", Duration::from_secs(20), whole)?;
    let text = std::fs::read_to_string(&calls)?;
    let outward: Vec<&str> = text
        .lines()
        .filter(|line| {
            line.contains("connect(") || line.contains("sin_addr") || line.contains("sin6_addr")
        })
        .filter(|line| !line.contains(&Ipv4Addr::LOCALHOST.to_string()))
        .collect();
    ensure!(outward.is_empty(), "it called somebody: {outward:?}");
    ensure!(
        !text.contains("connect("),
        "it made a connection of its own: {:?}",
        text.lines().find(|line| line.contains("connect("))
    );
    Ok("not one connection of its own and no name looked up".into())
}

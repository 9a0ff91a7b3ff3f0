//! R49: everything the program writes at its most talkative level, while people use it and requests are refused.

use std::time::Duration;

use crate::http::ask;
use crate::outcome::{Outcome, ensure};
use crate::scene::Scene;
use crate::school::Ground;

/// No address, agent, token, word, id or finer time of a pupil is in it.
pub fn bytes(ground: &Ground) -> Outcome<String> {
    let mut school = ground.sqlite()?;
    school.launch.flags = vec!["--log-level".into(), "trace".into()];
    school.launch.variables = vec![
        ("RUST_LOG".into(), "trace".into()),
        ("RUST_BACKTRACE".into(), "full".into()),
    ];
    let (mut scene, server, mut reader) = Scene::begin(ground, &school)?;
    let rounds = ground.rounds_or(6).min(1000);
    let mut secrets: Vec<String> = Vec::new();
    for number in 0..rounds {
        scene.tell_well("at trace")?;
        scene.come_back()?;
        reader.work(&scene.ledger, &format!("at trace {number}"));
        let agent = format!("Agent-canary-{number}");
        let lines = format!(
            "User-Agent: {agent}\r\nX-Forwarded-For: 203.0.113.{number}\r\nAuthorization: Bearer canary{number}\r\nCookie: canary-cookie={number}\r\n"
        );
        for path in [
            format!("/s/canary-path-{number}"),
            format!("/api/v1/log/leaves?from=canary-{number}"),
            "/api/v1/cases".into(),
        ] {
            ask(server.address, "GET", &path, &lines, b"")?;
        }
        let body = format!("{{\"user\":\"canary-user-{number}\",\"unknown\":1}}");
        let path = format!("/api/v1/schools/{}/sign-in/salt", school.file.slug);
        let json = format!("Content-Type: application/json\r\n{lines}");
        ask(server.address, "POST", &path, &json, body.as_bytes())?;
        secrets.push(agent);
    }
    reader.check(&scene.ledger)?;
    secrets.extend(["canary", "203.0.113.", "told ", "answer "].map(String::from));
    secrets.extend(scene.ledger.codes().into_iter().map(|(_, words)| words));
    secrets.extend(reader.adult.token());
    secrets.extend(reader.cases().map(|case| case.0.to_string()));
    secrets.extend(reader.cases().map(|case| case.0.simple().to_string()));
    for person in &school.file.people {
        let own = [
            &person.name,
            &person.user,
            &person.password,
            &person.account_secret,
        ];
        secrets.extend(own.map(String::clone));
    }
    let own = [server.address.to_string(), server.admin.to_string()];
    server.terminate()?;
    let mut server = server;
    let stopped = server.ended(Duration::from_secs(12))?;
    ensure!(stopped.is_some(), "it does not stop");
    let log = server.log();
    ensure!(log.contains("stopped"), "nothing was logged at all");
    for secret in &secrets {
        let found = log.lines().find(|line| line.contains(secret.as_str()));
        ensure!(found.is_none(), "{secret:?} is in the log: {found:?}");
    }
    // The server's own address is its own business; a visitor's port would be theirs.
    let foreign = log.lines().find(|line| {
        line.contains("127.0.0.1:") && !own.iter().any(|address| line.contains(address))
    });
    ensure!(foreign.is_none(), "an address is in the log: {foreign:?}");
    Ok(format!(
        "{} lines, {} secrets, none found",
        log.lines().count(),
        secrets.len()
    ))
}

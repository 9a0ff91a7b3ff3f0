//! R47: nobody can be given a page of their own. A thousand visitors who differ in everything a request can carry get one body for
//! each address, and it is the one that the published manifest names.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::header;
use rand_core::Rng;
use server::config::Settings;
use server::site::{File, Site};
use sha2::{Digest, Sha256};

use crate::asking::{Answer, get};
use crate::database::Fresh;
use crate::world::{World, rng};

both!(a_thousand_visitors_get_one_body_for_each_address);

const FETCHES: usize = 1_000;
const AGENTS: [&str; 5] = [
    "Mozilla/5.0 (Linux; Android 8.0.0)",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)",
    "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
    "curl/8.5.0",
    "",
];
const LANGUAGES: [&str; 4] = ["en-GB", "pl, ar;q=0.5", "*", ""];
const COOKIES: [&str; 3] = ["id=1; staff=yes", "__Host-session=abc", ""];
const PACKED: [&str; 3] = ["br", "gzip, br;q=0.5", "identity"];
/// Addresses at which people find the pages; every other file lies where the manifest says.
const PAGES: [(&str, &[&str]); 3] = [
    (
        "index.html",
        &["/", "/s/one", "/s/no-such-school", "/?from=mail"],
    ),
    ("staff.html", &["/staff", "/s/one/staff"]),
    ("kept.html", &["/kept", "/s/one/kept"]),
];

async fn a_thousand_visitors_get_one_body_for_each_address(fresh: &Fresh) {
    everyone_gets_the_same(fresh, Site::from_files(&made())).await;
    // What this program itself would serve, where the site was built before it.
    if !Site::embedded().is_empty() {
        everyone_gets_the_same(fresh, Site::embedded()).await;
    }
}

// R47
async fn everyone_gets_the_same(fresh: &Fresh, site: Site) {
    let settings = Settings {
        trusted_proxies: vec!["192.0.2.0/24".parse().unwrap()],
        ..Settings::default()
    };
    let manifest: BTreeMap<String, String> = serde_json::from_str(&site.manifest()).unwrap();
    let files = site.files();
    let world = World::serving(fresh.database.clone(), settings, site);
    let addresses: Vec<(String, &str)> = manifest
        .iter()
        .flat_map(|(path, hash)| {
            at(path)
                .into_iter()
                .map(move |address| (address, hash.as_str()))
        })
        .collect();
    assert!(addresses.len() >= 8, "{addresses:?}");

    let mut dice = rng(47);
    let mut of = |all: &[&'static str]| all[dice.next_u32() as usize % all.len()];
    let mut seen: BTreeMap<(String, bool), BTreeSet<String>> = BTreeMap::new();
    for visitor in 0..FETCHES {
        let (address, hash) = &addresses[visitor % addresses.len()];
        let number = visitor % 250;
        let mut asking = get(address.clone())
            .from(of(&["192.0.2.7", "198.51.100.4", "2001:db8::5"]))
            .header(header::FORWARDED, format!("for=203.0.113.{number}"))
            .header(
                header::HeaderName::from_static("x-forwarded-for"),
                format!("203.0.113.{number}"),
            )
            .header(header::ACCEPT_ENCODING, of(&PACKED));
        for (name, value) in [
            (header::USER_AGENT, of(&AGENTS)),
            (header::ACCEPT_LANGUAGE, of(&LANGUAGES)),
            (header::COOKIE, of(&COOKIES)),
            (
                header::REFERER,
                of(&["https://example.org/search?q=help", ""]),
            ),
            (header::DNT, of(&["1", ""])),
            (header::AUTHORIZATION, of(&["Bearer AAAA", ""])),
        ] {
            if !value.is_empty() {
                asking = asking.header(name, value);
            }
        }
        let answer = asking.of(&world).await;
        assert_eq!(answer.status, 200, "{address}");
        let packed = answer.headers.contains_key(header::CONTENT_ENCODING);
        if packed {
            // The packed twin was made by the build; here it must be the file's own. That it unpacks to the same is played in a browser.
            let twin = files
                .iter()
                .find(|file| file.sha256 == *hash)
                .unwrap()
                .brotli;
            assert_eq!(Some(answer.body.as_slice()), twin, "{address}");
        } else {
            assert_eq!(
                &hex(&answer.body),
                hash,
                "{address} is not what the manifest says"
            );
        }
        seen.entry((address.clone(), packed))
            .or_default()
            .insert(all_of(&answer));
        // Through every hour of two months.
        world.clock.advance_seconds(5_400);
    }
    for ((address, packed), bodies) in &seen {
        assert_eq!(bodies.len(), 1, "{address}, packed: {packed}: {bodies:?}");
    }
    assert!(seen.len() > addresses.len(), "both forms were asked for");
}

/// Where people meet a file of the manifest.
fn at(path: &str) -> Vec<String> {
    PAGES.iter().find(|(page, _)| *page == path).map_or_else(
        || vec![format!("/{path}")],
        |(_, addresses)| addresses.iter().map(ToString::to_string).collect(),
    )
}

/// Body and headers in one line.
fn all_of(answer: &Answer) -> String {
    let headers = answer.headers.iter();
    let headers: BTreeSet<String> = headers
        .map(|(name, value)| format!("{name}: {value:?}"))
        .collect();
    format!("{} {headers:?}", hex(&answer.body))
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// A site of these pages with true hashes, so that the test does not depend on what was built before it.
fn made() -> Vec<File> {
    let file = |path, bytes: &'static [u8], kind| File {
        path,
        bytes,
        brotli: Some(b"as if it were packed"),
        sha256: hex(bytes).leak(),
        kind,
        immutable: path.starts_with("/assets/"),
    };
    vec![
        file(
            "/index.html",
            b"<!doctype html><title>pupil</title>",
            "text/html; charset=utf-8",
        ),
        file(
            "/staff.html",
            b"<!doctype html><title>staff</title>",
            "text/html; charset=utf-8",
        ),
        file(
            "/kept.html",
            b"<!doctype html><title>kept</title>",
            "text/html; charset=utf-8",
        ),
        file(
            "/assets/reporter.1234.js",
            b"export {}",
            "text/javascript; charset=utf-8",
        ),
    ]
}

//! What a browser sees of the way here: encryption, and the headers of this very page as they arrive.

use leptos::prelude::*;
use protocol::api::{Finding, Verdict};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Headers, Response};

use crate::text::staff as t;

/// Header, and a word that must stand in it: without it the header protects nothing.
const HEADERS: [(&str, &str); 6] = [
    ("content-security-policy", "require-trusted-types-for"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
];

/// Asks for this page once more and tells what arrived.
pub fn look(mut done: impl FnMut(Vec<Finding>) + 'static) {
    let scheme = window().location().protocol().unwrap_or_default();
    let host = window().location().hostname().unwrap_or_default();
    spawn_local(async move {
        let headers = fetch().await;
        let strict = headers
            .as_ref()
            .map(|all| get(all, "strict-transport-security"));
        done(vec![
            tls(&scheme, &host, strict.as_deref()),
            arrived(headers.as_ref()),
        ]);
    });
}

async fn fetch() -> Option<Headers> {
    let path = window().location().pathname().ok()?;
    let answer = JsFuture::from(window().fetch_with_str(&path)).await.ok()?;
    Some(answer.dyn_into::<Response>().ok()?.headers())
}

fn get(headers: &Headers, name: &str) -> String {
    headers.get(name).ok().flatten().unwrap_or_default()
}

fn line(what: &str, verdict: Verdict, why: String) -> Finding {
    Finding {
        what: what.to_owned(),
        verdict,
        why,
    }
}

/// The browser has checked the certificate, or there is none to check. `strict`: what the answer says of coming back;
/// `None` when it could not be looked at.
fn tls(scheme: &str, host: &str, strict: Option<&str>) -> Finding {
    let (verdict, why) = match (scheme, strict) {
        ("https:", Some("")) => (Verdict::Fail, t::ready_tls_loose()),
        ("https:", Some(_)) => (Verdict::Pass, t::ready_tls_good()),
        ("https:", None) => (Verdict::Unknown, t::ready_tls_unseen()),
        _ if matches!(host, "localhost" | "127.0.0.1" | "[::1]") => {
            (Verdict::Unknown, t::ready_tls_here())
        }
        _ => (Verdict::Fail, t::ready_tls_none()),
    };
    line("tls", verdict, why.to_owned())
}

fn arrived(headers: Option<&Headers>) -> Finding {
    let Some(headers) = headers else {
        let why = t::ready_headers_unseen().to_owned();
        return line("headers", Verdict::Unknown, why);
    };
    let lost: Vec<&str> = HEADERS
        .into_iter()
        .filter(|(name, word)| !get(headers, name).contains(word))
        .map(|(name, _)| name)
        .collect();
    if lost.is_empty() {
        line("headers", Verdict::Pass, t::ready_headers_good().to_owned())
    } else {
        let why = t::ready_headers_lost(&lost.join(", "));
        line("headers", Verdict::Fail, why)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // R48, XAM-8: never a pass for what was not seen.
    #[test]
    fn only_an_encrypted_way_that_stays_so_passes() {
        let of = |scheme, host, strict| tls(scheme, host, strict).verdict;
        assert_eq!(
            of("https:", "school.example", Some("max-age=1")),
            Verdict::Pass
        );
        assert_eq!(of("https:", "school.example", Some("")), Verdict::Fail);
        assert_eq!(of("https:", "school.example", None), Verdict::Unknown);
        assert_eq!(of("http:", "school.example", Some("")), Verdict::Fail);
        assert_eq!(of("http:", "127.0.0.1", Some("")), Verdict::Unknown);
    }
}

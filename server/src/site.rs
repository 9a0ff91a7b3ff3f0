//! The static site: bytes fixed when the program was built, the same for every visitor.
//!
//! Promise: nothing is rendered per request; a file's bytes are those of the published manifest; assets are
//! named by their hash and kept for good, pages are asked for again each time and answered 304 when unchanged.

use std::collections::HashMap;

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// One file of the site.
#[derive(Clone, Copy, Debug)]
pub struct File {
    /// Address, starting with `/`.
    pub path: &'static str,
    /// As a client without compression gets it; what the manifest's hash is over.
    pub bytes: &'static [u8],
    /// The same, compressed when the site was built.
    pub brotli: Option<&'static [u8]>,
    /// SHA-256 of `bytes`, in hex.
    pub sha256: &'static str,
    /// Content type.
    pub kind: &'static str,
    /// Named by its own hash, so it may be kept for good.
    pub immutable: bool,
}

static EMBEDDED: &[File] = include!(concat!(env!("OUT_DIR"), "/site_table.rs"));

/// The table of files, by address.
#[derive(Clone, Debug)]
pub struct Site(HashMap<&'static str, File>);

impl Site {
    /// The site inside this program. Empty when it was built without one.
    #[must_use]
    pub fn embedded() -> Self {
        Self::from_files(EMBEDDED)
    }

    /// A site of these files.
    #[must_use]
    pub fn from_files(files: &[File]) -> Self {
        Self(files.iter().map(|file| (file.path, *file)).collect())
    }

    /// True when the program was built without a site.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every file, by address.
    #[must_use]
    pub fn files(&self) -> Vec<File> {
        let mut files: Vec<_> = self.0.values().copied().collect();
        files.sort_by_key(|file| file.path);
        files
    }

    /// The published manifest as text: the embedded file, or one made from the table.
    #[must_use]
    pub fn manifest(&self) -> String {
        let rows: std::collections::BTreeMap<_, _> = self
            .0
            .values()
            .map(|file| (file.path.trim_start_matches('/'), file.sha256))
            .collect();
        let made = || {
            serde_json::to_string_pretty(&rows).expect("a map of text to text always serializes")
                + "\n"
        };
        let kept = self
            .0
            .get("/manifest.json")
            .and_then(|file| std::str::from_utf8(file.bytes).ok());
        kept.map_or_else(made, str::to_owned)
    }

    /// Answers for one address, or `None` if the site has no such file.
    #[must_use]
    pub fn answer(&self, path: &str, asked: &HeaderMap) -> Option<Response> {
        let file = self.0.get(path)?;
        let compressed = file.brotli.filter(|_| takes_brotli(asked));
        let tag = format!(
            "\"{}{}\"",
            &file.sha256[..32],
            if compressed.is_some() { "-br" } else { "" }
        );
        let kept = if file.immutable {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        let mut response = if already_has(asked, &tag) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            compressed.unwrap_or(file.bytes).into_response()
        };
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.kind));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        headers.insert(
            header::ETAG,
            HeaderValue::from_str(&tag).expect("hex and a dash"),
        );
        if compressed.is_some() {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
        }
        Some(response)
    }
}

fn takes_brotli(asked: &HeaderMap) -> bool {
    let wishes = asked.get_all(header::ACCEPT_ENCODING).into_iter();
    wishes
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|wish| {
            let (name, weight) = wish.split_once(';').unwrap_or((wish, ""));
            let refused = weight
                .trim()
                .strip_prefix("q=")
                .and_then(|q| q.parse::<f32>().ok())
                == Some(0.0);
            name.trim().eq_ignore_ascii_case("br") && !refused
        })
}

fn already_has(asked: &HeaderMap, tag: &str) -> bool {
    let tags = asked.get_all(header::IF_NONE_MATCH).into_iter();
    tags.filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|have| have.trim().trim_start_matches("W/"))
        .any(|have| have == tag || have == "*")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: File = File {
        path: "/index.html",
        bytes: b"plain",
        brotli: Some(b"small"),
        sha256: "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
        kind: "text/html; charset=utf-8",
        immutable: false,
    };

    fn ask(pairs: &[(header::HeaderName, &'static str)]) -> Response {
        let asked = pairs
            .iter()
            .map(|(name, value)| (name.clone(), HeaderValue::from_static(value)))
            .collect();
        Site::from_files(&[PAGE])
            .answer("/index.html", &asked)
            .unwrap()
    }

    #[test]
    fn brotli_only_for_those_who_take_it() {
        assert_eq!(
            ask(&[(header::ACCEPT_ENCODING, "gzip, br")]).headers()[header::CONTENT_ENCODING],
            "br"
        );
        assert!(
            ask(&[(header::ACCEPT_ENCODING, "gzip, br;q=0")])
                .headers()
                .get(header::CONTENT_ENCODING)
                .is_none()
        );
        assert!(ask(&[]).headers().get(header::CONTENT_ENCODING).is_none());
    }

    #[test]
    fn an_unchanged_page_is_not_sent_again() {
        let tag = "\"00112233445566778899aabbccddeeff\"";
        assert_eq!(ask(&[(header::IF_NONE_MATCH, tag)]).status(), 304);
        assert_eq!(ask(&[(header::IF_NONE_MATCH, "\"other\"")]).status(), 200);
        assert_eq!(ask(&[]).headers()[header::CACHE_CONTROL], "no-cache");
    }
}

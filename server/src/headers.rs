//! Security headers, the same on every answer of both listeners: pages, assets, API, problems.
//!
//! Promise (R45): no answer leaves without them, none sets a cookie, none names the server software.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

/// One policy for every file. `'wasm-unsafe-eval'` compiles WASM and nothing else; Trusted Types stop markup
/// from strings but for the one policy the boot file makes first. A worker obeys the header of its own answer.
/// The style sheet inside a pupil's page is named by its hash, which the build took from the embedded page.
pub const CONTENT_SECURITY_POLICY: &str = concat!(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src ",
    env!("SOTTO_STYLE_SOURCES"),
    "; img-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'none'; object-src 'none'; ",
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; ",
    "trusted-types default"
);

const PERMISSIONS_POLICY: &str = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), \
encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), \
publickey-credentials-create=(self), publickey-credentials-get=(self), screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

/// Every header but the one that only makes sense behind TLS.
pub const ALWAYS: [(HeaderName, &str); 9] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-embedder-policy"),
        "require-corp",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        PERMISSIONS_POLICY,
    ),
    (HeaderName::from_static("x-dns-prefetch-control"), "off"),
];

/// Two years, as the preload lists ask for.
const STRICT_TRANSPORT: &str = "max-age=63072000; includeSubDomains";

/// Writes the headers. An answer that did not say how it may be kept is not kept at all.
pub async fn secure(State(behind_tls): State<bool>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    write(response.headers_mut(), behind_tls);
    response
}

fn write(headers: &mut HeaderMap, behind_tls: bool) {
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if behind_tls {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static(STRICT_TRANSPORT),
        );
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
}

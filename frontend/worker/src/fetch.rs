//! `Transport` over fetch: no cookies, no cache, no referrer, no redirects, and an end after a minute.

use client::transport::{Method, Request, Response, Transport, Unreachable};
use js_sys::{ArrayBuffer, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, Headers, ReferrerPolicy, RequestCache, RequestCredentials, RequestInit,
    RequestMode, RequestRedirect, WorkerGlobalScope,
};

/// A slow phone on a slow network gets this long for one request.
const PATIENCE_MILLISECONDS: u32 = 60_000;

/// The browser's fetch, same origin only.
#[derive(Clone, Copy, Default)]
pub struct Fetch;

impl Transport for Fetch {
    async fn call(&self, request: Request) -> Result<Response, Unreachable> {
        // What exactly failed is the browser's secret; a session only needs to know that it did.
        send(request).await.map_err(|_| Unreachable)
    }
}

async fn send(request: Request) -> Result<Response, JsValue> {
    let init = RequestInit::new();
    init.set_method(match request.method {
        Method::Get => "GET",
        Method::Post => "POST",
        Method::Put => "PUT",
        Method::Delete => "DELETE",
    });
    init.set_mode(RequestMode::SameOrigin);
    init.set_credentials(RequestCredentials::Omit);
    init.set_cache(RequestCache::NoStore);
    init.set_redirect(RequestRedirect::Error);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    // Older phones have no `AbortSignal.timeout`; there the browser's own limit holds.
    let signal = Reflect::get(&js_sys::global(), &JsValue::from_str("AbortSignal"))?;
    if Reflect::has(&signal, &JsValue::from_str("timeout"))? {
        init.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE_MILLISECONDS)));
    }
    let headers = Headers::new()?;
    if let Some(session) = &request.session {
        headers.set("authorization", &["Bearer ", session].concat())?;
    }
    if !request.body.is_empty() {
        headers.set("content-type", request.content_type)?;
        init.set_body_opt_u8_array(Some(&Uint8Array::from(request.body.as_slice())));
    }
    init.set_headers_headers(&headers);

    let worker: WorkerGlobalScope = js_sys::global().unchecked_into();
    let promise = worker.fetch_with_str_and_init(&request.path, &init);
    let response: web_sys::Response = JsFuture::from(promise).await?.unchecked_into();
    let body: ArrayBuffer = JsFuture::from(response.array_buffer()?)
        .await?
        .unchecked_into();
    Ok(Response {
        status: response.status(),
        body: Uint8Array::new(&body).to_vec(),
    })
}

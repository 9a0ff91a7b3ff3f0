//! `Transport` over fetch: no cookies, no cache, no referrer, no redirects, and an end after a minute.

use std::cell::Cell;

use client::transport::{Method, Pause, Request, Response, Transport, Unreachable};
use js_sys::{ArrayBuffer, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, Headers, ReferrerPolicy, RequestCache, RequestCredentials, RequestInit,
    RequestMode, RequestRedirect, WorkerGlobalScope,
};

use crate::edge::now_milliseconds;

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

    async fn pause(&self, milliseconds: u32) -> Pause {
        let worker: WorkerGlobalScope = js_sys::global().unchecked_into();
        let millis = i32::try_from(milliseconds).unwrap_or(i32::MAX);
        let woken = Promise::new(&mut |wake, _| {
            // Without a timer the promise would never end; waking at once is the lesser evil.
            if worker
                .set_timeout_with_callback_and_timeout_and_arguments_0(&wake, millis)
                .is_err()
            {
                drop(wake.call0(&JsValue::NULL));
            }
        });
        drop(JsFuture::from(woken).await);
        Pause {
            stop: STOP.get(),
            clock: now_milliseconds(),
        }
    }
}

thread_local! {
    static STOP: Cell<bool> = const { Cell::new(false) };
}

/// The person asked to stop: the next pause says so.
pub fn stop() {
    STOP.set(true);
}

/// A new question: what was asked before it does not stop it.
pub fn go_on() {
    STOP.set(false);
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
    if let Some(once) = &request.once {
        headers.set("idempotency-key", once)?;
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

//! The password is stretched in a worker of its own that ends afterwards: it takes 64 MiB, and a WASM memory never becomes smaller.
//!
//! What a password becomes is the same wherever that happens; a browser that lets no worker start another does it here.

use client::transport::{Pause, Request, Response, Transport, Unreachable};
use frontend_worker::Fetch;
use js_sys::Uint8Array;
use protocol::kdf::{StretchError, Stretching, derive_stretched};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use zeroize::{Zeroize as _, Zeroizing};

/// The browser's fetch, and a second worker for passwords.
#[derive(Clone, Copy, Default)]
pub struct Apart(Fetch);

impl Transport for Apart {
    async fn call(&self, request: Request) -> Result<Response, Unreachable> {
        self.0.call(request).await
    }

    async fn pause(&self, milliseconds: u32) -> Pause {
        self.0.pause(milliseconds).await
    }

    async fn stretch(
        &self,
        password: &[u8],
        salt: &[u8; 16],
        work: Stretching,
    ) -> Result<Zeroizing<[u8; 32]>, StretchError> {
        let secret = Uint8Array::from(password);
        let stretched = stretch_apart(secret, &salt[..], work.memory_kib, work.passes)
            .await
            .map(|stretched| Zeroizing::new(Uint8Array::new(&stretched).to_vec()));
        match stretched
            .ok()
            .and_then(|bytes| Some(Zeroizing::new(bytes.as_slice().try_into().ok()?)))
        {
            Some(stretched) => Ok(stretched),
            None => derive_stretched(password, salt, work),
        }
    }
}

#[wasm_bindgen]
extern "C" {
    /// `worker.js`: starts the other worker, which calls `stretch`, and ends it.
    #[wasm_bindgen(catch, js_namespace = self, js_name = stretchApart)]
    async fn stretch_apart(
        password: Uint8Array,
        salt: &[u8],
        memory_kib: u32,
        passes: u32,
    ) -> Result<JsValue, JsValue>;
}

/// In the other worker. Empty when it could not be done.
#[wasm_bindgen]
#[must_use]
pub fn stretch(mut password: Vec<u8>, salt: &[u8], memory_kib: u32, passes: u32) -> Vec<u8> {
    let work = Stretching { memory_kib, passes };
    let stretched = salt
        .try_into()
        .ok()
        .and_then(|salt| derive_stretched(&password, salt, work).ok());
    password.zeroize();
    stretched.map_or_else(Vec::new, |stretched| stretched.to_vec())
}

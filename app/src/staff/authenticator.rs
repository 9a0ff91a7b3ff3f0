//! The browser's own dialog for passkeys. Bytes in, bytes out; nothing is decided here.

use client::staff::message::{Answer, Ask, Failure};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use leptos::task::spawn_local;
use protocol::api::{AddPasskeyRequest, PasskeyChallenge, PasskeyOptions, PasskeyProof};
use protocol::encoding::Bytes;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::desk::Desk;

/// How long the browser may keep asking, in milliseconds.
const PATIENCE: f64 = 120_000.0;

/// True where the browser knows passkeys: a new browser, and a page with a name and TLS.
#[must_use]
pub fn is_there() -> bool {
    get_from(&window(), "PublicKeyCredential").is_some_and(|found| found.is_function())
        && get_from(&window().navigator(), "credentials").is_some_and(|found| found.is_object())
}

/// Has a device make a passkey. `None` if the person said no, or there is no device for it.
pub async fn create(options: &PasskeyOptions, name: String) -> Option<AddPasskeyRequest> {
    let kinds = Array::new();
    for &algorithm in &options.algorithms {
        kinds.push(&object(&[
            ("type", "public-key".into()),
            ("alg", algorithm.into()),
        ]));
    }
    let known = Array::new();
    for credential in &options.known {
        known.push(&object(&[
            ("type", "public-key".into()),
            ("id", bytes(&credential.0)),
        ]));
    }
    let wanted = object(&[
        ("challenge", bytes(&options.challenge.0)),
        (
            "rp",
            object(&[
                ("id", options.host.as_str().into()),
                ("name", "Sotto".into()),
            ]),
        ),
        (
            "user",
            object(&[
                ("id", bytes(&options.staff.to_bytes())),
                ("name", options.user.as_str().into()),
                ("displayName", options.name.as_str().into()),
            ]),
        ),
        ("pubKeyCredParams", kinds.into()),
        ("excludeCredentials", known.into()),
        (
            "authenticatorSelection",
            object(&[
                ("residentKey", "required".into()),
                ("requireResidentKey", true.into()),
                ("userVerification", "required".into()),
            ]),
        ),
        ("attestation", "none".into()),
        // The device itself is to keep it from anyone it has not looked at.
        (
            "extensions",
            object(&[
                (
                    "credentialProtectionPolicy",
                    "userVerificationRequired".into(),
                ),
                ("enforceCredentialProtectionPolicy", false.into()),
            ]),
        ),
        ("timeout", PATIENCE.into()),
    ]);
    let made = credentials("create", &wanted).await?;
    let response = get_from(&made, "response")?;
    Some(AddPasskeyRequest {
        ticket: options.ticket.clone(),
        name,
        credential: read(&get_from(&made, "rawId")?)?,
        client_data: read(&get_from(&response, "clientDataJSON")?)?,
        attestation: read(&get_from(&response, "attestationObject")?)?,
    })
}

/// Asks the server what to show a passkey for, and has a device show it; `done` hears `None` when none was shown.
/// With a slug it is for the door of that school.
pub fn ask(
    desk: Desk,
    slug: Option<String>,
    done: impl Fn(Result<Option<PasskeyProof>, Failure>) + Clone + 'static,
) {
    desk.ask(
        &Ask::PasskeyChallenge { slug },
        move |answer| match answer {
            Ok(Answer::PasskeyChallenge(challenge)) => {
                let done = done.clone();
                spawn_local(async move { done(Ok(show(&challenge).await)) });
            }
            Ok(_) => done(Err(Failure::Broken)),
            Err(why) => done(Err(why)),
        },
    );
}

/// Has a device show a passkey. `None` if the person said no, or none is there.
pub async fn show(challenge: &PasskeyChallenge) -> Option<PasskeyProof> {
    let wanted = object(&[
        ("challenge", bytes(&challenge.challenge.0)),
        ("rpId", challenge.host.as_str().into()),
        ("userVerification", "required".into()),
        ("timeout", PATIENCE.into()),
    ]);
    let shown = credentials("get", &wanted).await?;
    let response = get_from(&shown, "response")?;
    Some(PasskeyProof {
        ticket: challenge.ticket.clone(),
        credential: read(&get_from(&shown, "rawId")?)?,
        client_data: read(&get_from(&response, "clientDataJSON")?)?,
        authenticator_data: read(&get_from(&response, "authenticatorData")?)?,
        signature: read(&get_from(&response, "signature")?)?,
        holder: read(&get_from(&response, "userHandle")?)?,
    })
}

async fn credentials(act: &str, wanted: &JsValue) -> Option<JsValue> {
    let container = get_from(&window().navigator(), "credentials")?;
    let act: Function = get_from(&container, act)?.dyn_into().ok()?;
    let options = object(&[("publicKey", wanted.clone())]);
    let promise: Promise = act.call1(&container, &options).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        // Setting a member of a fresh object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}

fn bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

fn get_from(object: &JsValue, name: &str) -> Option<JsValue> {
    let found = Reflect::get(object, &JsValue::from_str(name)).ok()?;
    (!found.is_undefined() && !found.is_null()).then_some(found)
}

fn read(buffer: &JsValue) -> Option<Bytes> {
    let bytes = Uint8Array::new(buffer).to_vec();
    (!bytes.is_empty()).then_some(Bytes(bytes))
}

//! Going live: what is missing, signing for it, opening.

use protocol::api::{GateView, SignOffRequest};
use rand_core::CryptoRng;

use super::fault::field;
use super::message::Failure;
use super::session::Session;
use crate::call::{self, CallError};
use crate::text;
use crate::transport::{Method, Transport};

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// Each item of the gate as it is now.
    pub(super) async fn gate(&self) -> Result<GateView, Failure> {
        let token = self.desk()?.token.clone();
        let path = "/api/v1/gate".into();
        Ok(call::get(&self.transport, Some(&token), path).await?)
    }

    /// Signs for one of them.
    pub(super) async fn sign_off(&self, request: SignOffRequest) -> Result<GateView, Failure> {
        let request = SignOffRequest {
            words: text::clean(&request.words),
            ..request
        };
        if request.words.is_empty() {
            return Err(field("words"));
        }
        let token = self.desk()?.token.clone();
        let path = "/api/v1/gate/sign-offs".into();
        let post = Method::Post;
        let done = call::tell(&self.transport, post, Some(&token), path, Some(&request));
        done.await?;
        self.gate().await
    }

    /// Opens the school to its pupils.
    pub(super) async fn open_school(&self) -> Result<GateView, Failure> {
        let token = self.desk()?.token.clone();
        let path = "/api/v1/gate/open".into();
        let post = Method::Post;
        let done = call::tell::<T, ()>(&self.transport, post, Some(&token), path, None).await;
        match done {
            Err(CallError::Refused { status: 409, .. }) => Err(Failure::NotReady),
            Err(error) => Err(error.into()),
            Ok(()) => self.gate().await,
        }
    }
}

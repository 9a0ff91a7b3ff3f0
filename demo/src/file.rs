//! `demo.json`: how to be each person of the demo school. Everything secret is in it; that is its purpose.

use std::collections::BTreeMap;

use protocol::api::Role;
use protocol::encoding::to_base64url;
use serde::{Deserialize, Serialize};

use crate::fault::{During, Fault};

/// The whole file.
#[derive(Clone, Serialize, Deserialize)]
pub struct DemoFile {
    pub slug: String,
    pub school_name: String,
    /// Path and fragment of the poster's address.
    pub poster_path: String,
    pub people: Vec<Person>,
    /// The seven words of each pupil of the scene, by the name of their case.
    #[serde(default)]
    pub codes: BTreeMap<String, String>,
}

/// One adult.
#[derive(Clone, Serialize, Deserialize)]
pub struct Person {
    pub role: Role,
    pub name: String,
    pub user: String,
    pub password: String,
    pub account_secret: String,
    /// Base32, as an authenticator app takes it.
    pub totp_secret: String,
    /// The root key this person keeps on paper, if any.
    pub root_key: Option<String>,
    /// Path and fragment that fills the sign-in form.
    pub link: String,
}

/// What the fragment of a demo link carries: enough to sign in, in this demo only.
#[derive(Serialize)]
struct DemoPass<'a> {
    user: &'a str,
    password: &'a str,
    account_secret: &'a str,
    totp_secret: &'a str,
    root_key: Option<&'a str>,
}

impl Person {
    /// Fills in the link that carries everything else.
    pub fn with_link(mut self, slug: &str) -> Result<Self, Fault> {
        let pass = DemoPass {
            user: &self.user,
            password: &self.password,
            account_secret: &self.account_secret,
            totp_secret: &self.totp_secret,
            root_key: self.root_key.as_deref(),
        };
        let json = serde_json::to_vec(&pass).during("writing a demo link")?;
        self.link = format!("/s/{slug}/staff#demo={}", to_base64url(&json));
        Ok(self)
    }
}

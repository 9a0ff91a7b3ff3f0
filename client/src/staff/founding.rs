//! Founding a school: the console's link names it and its three founders; each founder's browser makes their keys and one
//! root key; two of the three root keys, typed from paper, sign the first list of readers.
//!
//! Promises: the list is made here from what the three browsers proved, never taken from the server; a root key is used here
//! and forgotten; nothing is signed before the words of both others were compared.

use protocol::api::{
    FounderName, FounderView, FoundingBeginAnswer, FoundingBeginRequest, FoundingJoinRequest,
    FoundingLookRequest, FoundingSignAnswer, FoundingSignRequest, FoundingView, SchoolSettings,
    SignedDirectory,
};
use protocol::day::{Day, Timestamp};
use protocol::directory::Directory;
use protocol::encoding::{Bytes, to_base64url};
use protocol::founding::{ROLES, check, derive_words, first, prove};
use protocol::id::Hash;
use protocol::keys::SigningSecret;
use protocol::kit::{read_root, write_root};
use protocol::root::sign_directory;
use rand_core::CryptoRng;
use serde::Serialize;
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use super::account::{Beginning, is_user};
use super::fault::field;
use super::invite::parse_token;
use super::message::{
    Answer, Failure, Founder, FounderKit, FounderLink, Founding, FoundingStep, Stage,
};
use super::session::Session;
use super::sign_in::stretch;
use super::weak::check_password;
use crate::call;
use crate::text;
use crate::transport::{Method, Transport};

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// Does what somebody with this link asks for.
    pub(super) async fn found(
        &mut self,
        token: &str,
        step: FoundingStep,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Answer, Failure> {
        match step {
            FoundingStep::Look => self.look_founding(token).await.map(stands),
            FoundingStep::Begin {
                slug,
                settings,
                founders,
            } => {
                let begun = self.begin_founding(token, slug, *settings, founders);
                begun.await.map(Answer::FounderLinks)
            }
            FoundingStep::Join {
                user,
                password,
                code,
            } => {
                let password = Zeroizing::new(password);
                let kit = self.join_founding(token, &user, &password, &code, stage);
                Ok(Answer::FounderKit(Box::new(kit.await?)))
            }
            FoundingStep::Sign { root_key, compared } => {
                let root_key = Zeroizing::new(root_key);
                let signed = self.sign_founding(token, &root_key, &compared, now);
                signed.await.map(stands)
            }
        }
    }

    /// How the founding stands.
    async fn look_founding(&self, token: &str) -> Result<Founding, Failure> {
        let view = self.founding(token).await?;
        Ok(shown(&view))
    }

    async fn founding(&self, token: &str) -> Result<FoundingView, Failure> {
        let request = FoundingLookRequest {
            token: parse_token(token)?,
        };
        self.tell_founding("look", &request).await
    }

    async fn tell_founding<B: Serialize, A: DeserializeOwned>(
        &self,
        what: &str,
        body: &B,
    ) -> Result<A, Failure> {
        let path = ["/api/v1/founding/", what].concat();
        Ok(call::send(&self.transport, Method::Post, None, path, body).await?)
    }

    /// Names the school and its founders; gives the three links, once.
    async fn begin_founding(
        &self,
        token: &str,
        slug: String,
        settings: SchoolSettings,
        founders: [FounderName; 3],
    ) -> Result<Vec<FounderLink>, Failure> {
        let names = founders.clone().map(|founder| founder.name);
        let request = FoundingBeginRequest {
            token: parse_token(token)?,
            slug,
            settings,
            founders,
        };
        let answer: FoundingBeginAnswer = self.tell_founding("begin", &request).await?;
        let links = names.into_iter().zip(ROLES).zip(answer.tokens);
        Ok(links
            .map(|((name, role), token)| FounderLink {
                name,
                role,
                link: ["/staff#found=", &to_base64url(&token.0)].concat(),
            })
            .collect())
    }

    /// Makes a founder's keys. The kit is the only copy of the account secret and of the root key.
    async fn join_founding(
        &mut self,
        token: &str,
        user: &str,
        password: &str,
        code: &str,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<FounderKit, Failure> {
        let user = user.trim().to_lowercase();
        if !is_user(&user) {
            return Err(field("user"));
        }
        let view = self.founding(token).await?;
        check_password(password, &user, view.password_rule)?;
        let you = own(&view)?;
        stage(Stage::Stretching);
        let beginning = Beginning::make(&mut self.rng);
        let stretched = stretch(&self.transport, password, &beginning.salt).await?;
        let account = beginning.finish(view.school, you.staff, &stretched, &mut self.rng);
        let mut seed = Zeroizing::new([0; 32]);
        self.rng.fill_bytes(seed.as_mut());
        let root_key = write_root(&seed);
        let root = SigningSecret::from_seed(seed);
        let public = you.role.reads().then_some(account.public_keys);
        let keys = prove((view.school, you.staff, you.role), public, &root);
        let words = text::six_words(&derive_words(&keys).0);
        let request = FoundingJoinRequest {
            token: parse_token(token)?,
            user: user.clone(),
            salt: account.salt,
            auth: account.auth,
            vault: Bytes(account.vault),
            keys,
            code: code.chars().filter(char::is_ascii_digit).collect(),
        };
        stage(Stage::Sending);
        let _: FoundingView = self.tell_founding("join", &request).await?;
        let link = [
            "/s/",
            &view.slug,
            "/staff#kit=",
            &account.account_secret,
            "&user=",
            &user,
        ];
        Ok(FounderKit {
            name: you.name.clone(),
            role: you.role,
            link: link.concat(),
            user,
            account_secret: account.account_secret.to_string(),
            root_key: root_key.to_string(),
            words,
        })
    }

    /// Signs the first list with the root key from the kit. `compared`: what the words of the others stand for.
    async fn sign_founding(
        &self,
        token: &str,
        root_key: &str,
        compared: &[Hash],
        now: Timestamp,
    ) -> Result<Founding, Failure> {
        let seed = read_root(root_key).map_err(|_| Failure::BadRootKey)?;
        let key = SigningSecret::from_seed(seed);
        let view = self.founding(token).await?;
        if view.founded {
            return Ok(shown(&view));
        }
        let you = own(&view)?;
        if you.keys.as_ref().map(|keys| keys.root_key) != Some(key.public()) {
            return Err(Failure::BadRootKey);
        }
        let mut others = view.founders.iter().filter(|one| one.staff != you.staff);
        let all = others.all(|other| {
            let words = other.keys.as_ref().map(derive_words);
            words.is_some_and(|words| compared.contains(&words))
        });
        if !all {
            return Err(field("compared"));
        }
        let issued = match &view.proposed {
            Some(proposed) => proposed_day(proposed)?,
            None => now.day(),
        };
        let (root, directory) = first(&view, issued).ok_or(Failure::Broken)?;
        let signed = SignedDirectory {
            root: Bytes(root.encode()),
            directory: Bytes(directory.encode().ok_or(Failure::Broken)?),
            signatures: vec![sign_directory(&key, &directory.hash())],
        };
        // Whoever signed before signed the same, or this browser signs nothing.
        let same = |proposed: &SignedDirectory| {
            proposed.root == signed.root && proposed.directory == signed.directory
        };
        if !view.proposed.as_ref().is_none_or(same) {
            return Err(Failure::Conflict);
        }
        let request = FoundingSignRequest {
            token: parse_token(token)?,
            signed,
        };
        let _: FoundingSignAnswer = self.tell_founding("sign", &request).await?;
        self.look_founding(token).await
    }
}

fn stands(founding: Founding) -> Answer {
    Answer::Founding(Box::new(founding))
}

fn proposed_day(proposed: &SignedDirectory) -> Result<Day, Failure> {
    let directory = Directory::decode(&proposed.directory.0).map_err(|_| Failure::Broken)?;
    Ok(directory.issued_day)
}

fn own(view: &FoundingView) -> Result<&FounderView, Failure> {
    let you = view.you.ok_or(Failure::Refused)?;
    let mut founders = view.founders.iter();
    founders
        .find(|founder| founder.staff == you)
        .ok_or(Failure::Broken)
}

/// For the page. Keys that are not proven count as none.
fn shown(view: &FoundingView) -> Founding {
    let signers = view.proposed.iter().flat_map(|one| &one.signatures);
    let signers: Vec<_> = signers.map(|one| one.root_key).collect();
    let founders = view.founders.iter().map(|founder| {
        let who = (view.school, founder.staff, founder.role);
        let keys = founder.keys.as_ref();
        let keys = keys.filter(|keys| check(who, keys).is_ok());
        let words = keys.map(derive_words);
        Founder {
            name: founder.name.clone(),
            place: founder.place.clone(),
            role: founder.role,
            you: view.you == Some(founder.staff),
            signed: keys.is_some_and(|keys| signers.contains(&keys.root_key)),
            words: words.map_or_else(Vec::new, |words| text::six_words(&words.0)),
            keys: words,
        }
    });
    Founding {
        founders: founders.collect(),
        slug: view.slug.clone(),
        settings: view.settings.clone(),
        otpauth: view.otpauth.clone(),
        password_rule: view.password_rule,
        last_day: view.last_day,
        founded: view.founded,
        fingerprint: first(view, Day(0)).map(|(root, _)| to_base64url(&root.fingerprint().0)),
    }
}

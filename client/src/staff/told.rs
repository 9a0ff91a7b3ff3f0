//! Telling every reader when the list of readers changed (protocol 5): on the next sign-in, and in the audit page.
//!
//! What changed is worked out here from signed versions that chain to the one in force; the server only remembers up to
//! which of them this person was told, and can at worst have them told again.

use protocol::api::{DirectoryVersion, ToldRequest};
use protocol::directory::Directory;
use rand_core::CryptoRng;

use super::message::{Failure, News};
use super::people::Changed;
use super::session::Session;
use crate::call;
use crate::transport::{Method, Transport};

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// What changed after a version this person was told about. Nothing on the very first sign-in.
    pub(super) async fn news(&self, token: &str, told: u32) -> Result<Vec<News>, Failure> {
        let now = self.school()?.directory();
        if told >= now.version || told == 0 {
            return Ok(Vec::new());
        }
        let path = "/api/v1/directory/versions".into();
        let versions: Vec<DirectoryVersion> = call::get(&self.transport, Some(token), path).await?;
        // From the one in force backwards: each must be the one its successor names.
        let mut chain = vec![now.clone()];
        for version in versions.iter().rev() {
            let Ok(older) = Directory::decode(&version.signed.directory.0) else {
                return Err(Failure::Broken);
            };
            let newest = chain.last().ok_or(Failure::Broken)?;
            if older.hash() == newest.prev_hash {
                chain.push(older);
            }
        }
        let whole = chain.last().is_some_and(|oldest| oldest.version <= told);
        if !whole {
            return Err(Failure::Broken);
        }
        let news = chain.windows(2).rev().filter_map(|pair| {
            let [after, before] = pair else { return None };
            let changed = Changed::between(before, after);
            let worth = !(changed.added.is_empty() && changed.removed.is_empty());
            (before.version >= told && worth).then_some(News {
                version: after.version,
                added: changed.added,
                removed: changed.removed,
                words: changed.words,
            })
        });
        Ok(news.collect())
    }

    /// Remembers with the server that this person was told.
    pub(super) async fn told(&mut self, version: u32) -> Result<(), Failure> {
        let token = self.desk()?.token.clone();
        let path = "/api/v1/directory/told".into();
        let request = ToldRequest { version };
        let put = Method::Put;
        Ok(call::tell(&self.transport, put, Some(&token), path, Some(&request)).await?)
    }
}

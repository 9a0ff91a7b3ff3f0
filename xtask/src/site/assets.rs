//! Files whose name carries the hash of their bytes, so that browsers may keep them for ever.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::digest;

/// Where a page finds a file, and what it must hash to. This is what the prerenderer reads.
#[derive(Clone, Serialize)]
pub struct Asset {
    pub path: String,
    pub integrity: String,
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

/// By the name that never changes: `reporter.js`.
#[derive(Default, Serialize)]
#[serde(transparent)]
pub struct Assets(pub BTreeMap<String, Asset>);

impl Assets {
    pub fn add(&mut self, name: &str, extension: &str, bytes: Vec<u8>) -> Asset {
        let hash = digest::hex(&bytes);
        let asset = Asset {
            path: format!("/assets/{name}.{}.{extension}", &hash[..16]),
            integrity: digest::integrity(&bytes),
            bytes,
        };
        self.0.insert(format!("{name}.{extension}"), asset.clone());
        asset
    }

    /// A second name for a file that is there.
    pub fn alias(&mut self, name: &str, asset: Asset) {
        self.0.insert(name.to_owned(), asset);
    }
}

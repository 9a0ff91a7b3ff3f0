//! Writes `target/site`: every file, its brotli twin, and the manifest of hashes that anyone can compare with what they were served.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use brotli::enc::BrotliEncoderParams;

use super::assets::{Asset, Assets};
use crate::digest;
use crate::failure::{During, Failure, Outcome};
use crate::workspace;

/// What one file weighs, by the name that does not change (`reporter.wasm`, `index.html`).
pub struct Weight {
    pub raw: usize,
    pub brotli: usize,
}

/// Makes `target/site` hold exactly these files.
pub fn write(
    assets: &Assets,
    pages: BTreeMap<String, Vec<u8>>,
    dev: bool,
) -> Outcome<BTreeMap<String, Weight>> {
    let mut weights = BTreeMap::new();
    let mut manifest = BTreeMap::new();
    let mut kept = BTreeSet::from(["manifest.json".to_owned()]);
    // A second name of a file is not a second file.
    let own = |(name, asset): &(&String, &Asset)| {
        asset.path.starts_with(&format!(
            "/assets/{}.",
            name.rsplit_once('.').map_or("", |(stem, _)| stem)
        ))
    };
    let assets = assets.0.iter().filter(own).map(|(name, asset)| {
        (
            name.clone(),
            asset.path.trim_start_matches('/').to_owned(),
            &asset.bytes,
        )
    });
    let pages = pages
        .iter()
        .map(|(name, bytes)| (name.clone(), name.clone(), bytes));
    for (name, path, bytes) in assets.chain(pages) {
        let small = compress(bytes, if dev { 4 } else { 11 })?;
        write_both(&path, bytes, &small)?;
        weights.insert(
            name,
            Weight {
                raw: bytes.len(),
                brotli: small.len(),
            },
        );
        manifest.insert(path.clone(), digest::hex(bytes));
        kept.insert(format!("{path}.br"));
        kept.insert(path);
    }
    let mut manifest = serde_json::to_vec_pretty(&manifest).during("writing the manifest")?;
    manifest.push(b'\n');
    digest::write(&workspace::site().join("manifest.json"), &manifest)?;
    remove_others(&workspace::site(), "", &kept)?;
    Ok(weights)
}

/// Takes a side's module and script as they stand in `target/site`; the script is given back.
pub fn stands(module: &str, assets: &mut Assets) -> Outcome<Asset> {
    let mut take = |extension: &str| {
        let found = fs::read_dir(workspace::site().join("assets"))
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .find(|path| is_file_of(path, module, extension));
        let path = found.ok_or_else(|| {
            Failure::new(format!(
                "there is no {module}.{extension} in target/site to leave as it is: build the site once without --only"
            ))
        })?;
        let bytes = fs::read(&path).during(format_args!("reading {}", path.display()))?;
        Ok::<Asset, Failure>(assets.add(module, extension, bytes))
    };
    take("wasm")?;
    take("js")
}

/// True for `MODULE.HASH.EXTENSION`.
fn is_file_of(path: &Path, module: &str, extension: &str) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut parts = name.split('.');
    parts.next() == Some(module)
        && parts.next().is_some()
        && parts.next() == Some(extension)
        && parts.next().is_none()
}

fn write_both(path: &str, bytes: &[u8], small: &[u8]) -> Outcome {
    let site = workspace::site();
    digest::write(&site.join(path), bytes)?;
    digest::write(&site.join(format!("{path}.br")), small)
}

/// Compresses, or takes what an earlier run made of the same bytes: quality 11 takes seconds.
fn compress(bytes: &[u8], quality: i32) -> Outcome<Vec<u8>> {
    let known = workspace::scratch()
        .join("brotli")
        .join(format!("{}.{quality}", digest::hex(bytes)));
    if let Ok(small) = fs::read(&known) {
        return Ok(small);
    }
    let parameters = BrotliEncoderParams {
        quality,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut small, &parameters).during("compressing")?;
    digest::write(&known, &small)?;
    Ok(small)
}

/// Removes files of earlier builds.
fn remove_others(folder: &Path, prefix: &str, kept: &BTreeSet<String>) -> Outcome {
    for entry in fs::read_dir(folder).during("reading target/site")? {
        let entry = entry.during("reading target/site")?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            remove_others(&entry.path(), &format!("{name}/"), kept)?;
        } else if !kept.contains(&name) {
            fs::remove_file(entry.path())
                .during(format_args!("removing {name} from target/site"))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_is_told_from_its_brotli_twin_and_from_the_other_side() {
        let is = |name: &str| is_file_of(Path::new(name), "staff", "js");
        assert!(is("assets/staff.0123456789abcdef.js"));
        assert!(!is("assets/staff.0123456789abcdef.js.br"));
        assert!(!is("assets/reporter.0123456789abcdef.js"));
        assert!(!is("assets/staff.js"));
    }
}

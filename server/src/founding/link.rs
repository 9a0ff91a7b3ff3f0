//! The link on the console of a server that has no school: made at each start, and the one before is dead.

use protocol::day::Day;
use protocol::encoding::to_base64url;
use protocol::id::{Hash, SchoolId};
use zeroize::Zeroizing;

use super::Founding;
use crate::app::App;
use crate::problem::ApiError;

const TOKEN_LABEL: &[u8] = b"sotto/v1/founding";

/// What a link's token hashes to.
#[must_use]
pub fn token_hash(token: &[u8; 32]) -> Hash {
    App::token_hash(TOKEN_LABEL, token)
}

/// For the console, once.
pub struct ConsoleLink {
    /// After `#found=`.
    pub token: Zeroizing<String>,
    /// Last day it works.
    pub last_day: Day,
}

/// A new link, unless a school is here. A founding on its way goes on, and so do its founders' links.
pub async fn invite(app: &App) -> Result<Option<ConsoleLink>, ApiError> {
    // Looked at first, so that a server that has a school writes nothing.
    if !app.read().await?.schools().await?.is_empty() {
        return Ok(None);
    }
    let mut transaction = app.write().await?;
    if !transaction.schools().await?.is_empty() {
        return Ok(None);
    }
    let today = app.now().day();
    let token = Zeroizing::new(app.randomness.bytes::<32>());
    let console = token_hash(&token);
    let found = transaction.founding(today).await?;
    let before = found.and_then(|(school, sealed)| Founding::open(app, school, &sealed).ok());
    let founding = match before {
        // Nobody was named: nothing runs out but the link itself.
        Some(before) if !before.founders.is_empty() && !before.founded => {
            Founding { console, ..before }
        }
        _ => Founding::new(
            SchoolId::make(&mut app.randomness.make_rng()),
            console,
            today,
        ),
    };
    let sealed = founding.seal(app)?;
    transaction
        .begin_founding(founding.school, &sealed, founding.last_day)
        .await?;
    transaction.commit().await?;
    Ok(Some(ConsoleLink {
        token: Zeroizing::new(to_base64url(token.as_ref())),
        last_day: Day(founding.last_day),
    }))
}

//! A second factor as somebody shows it: six digits of their phone, a printed recovery code, or a passkey.
//!
//! Promise: what is shown is compared in constant time with everything that could fit, whoever it is for, whether or
//! not there is such a person; it is used up in the transaction of the act it allows, and only once. A recovery code
//! that was used stands in the log, where every reader sees it.

use protocol::api::{PasskeyProof, RECOVERY_CODES};
use protocol::audit::{Kind, NO_KEY};
use protocol::encoding::FixedBytes;
use protocol::id::{Hash, SchoolId, StaffId};
use protocol::recovery_code;
use sha2::{Digest, Sha256};
use subtle::{ConditionallySelectable, ConstantTimeEq};

use crate::app::App;
use crate::log_keeper::{Act, Recorded};
use crate::passkey::House;
use crate::passkey::ticket::{self, Purpose};
use crate::problem::ApiError;
use crate::second_factor;
use crate::store::{School, StaffAccount, StoreError, StoredPasskey, Transaction};

const USED_LABEL: &[u8] = b"reports/v1/recovery-code-used";

/// What was shown, once it was found good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Six digits, of this step of the clock.
    OneTime(u64),
    /// A printed code, by the hash it is kept under.
    Printed(Hash),
    /// A passkey that signed what it was asked to.
    Passkey {
        /// Which.
        credential: Vec<u8>,
        /// As it was kept.
        before: String,
        /// With this use counted.
        after: String,
        /// What it was asked, by the hash under which that is remembered.
        ticket: Hash,
        /// The minute at which the question ends.
        ends_minute: u32,
    },
}

/// What somebody gave as a second factor.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// Digits or a printed code; empty with a passkey.
    pub code: &'a str,
    /// What a passkey showed.
    pub passkey: Option<&'a PasskeyProof>,
    /// Host name of the request.
    pub host: &'a str,
    /// What it was asked for.
    pub purpose: Purpose,
}

impl Shown {
    /// What was given is good for, if anything. Without an account the same work is done on secrets nobody has; a passkey
    /// is found by a name that only its device knows, so looking for one tells nothing.
    pub async fn find(
        app: &App,
        transaction: &mut Transaction,
        school: &School,
        account: Option<&StaffAccount>,
        given: Given<'_>,
    ) -> Result<Option<Self>, StoreError> {
        let nobody = StaffId(uuid::Uuid::nil());
        let staff = account.map_or(nobody, |account| account.view.staff);
        let kept = transaction.recovery_codes(school.id, staff).await?;
        let printed = find_printed(app, (school.id, staff), &kept, given.code);
        let step = code_step(app, school.id, account, given.code);
        let passkeys = transaction.passkeys(school.id, staff).await?;
        let passkey = given
            .passkey
            .and_then(|shown| find_passkey(app, (school, staff), given, &passkeys, shown));
        Ok(step
            .map(Self::OneTime)
            .or_else(|| printed.map(Self::Printed))
            .or(passkey))
    }

    /// Uses it up. False when that was done before.
    pub async fn use_up(
        &self,
        transaction: &mut Transaction,
        school: SchoolId,
        staff: StaffId,
        hour: u32,
    ) -> Result<bool, StoreError> {
        match self {
            Self::OneTime(step) => transaction.use_code_step(school, staff, *step).await,
            Self::Printed(hash) => {
                transaction
                    .use_recovery_code(school, staff, hash, hour)
                    .await
            }
            Self::Passkey {
                credential,
                before,
                after,
                ticket,
                ends_minute,
            } => Ok(transaction.use_ticket(school, ticket, *ends_minute).await?
                && transaction
                    .count_passkey((school, staff), credential, before, after)
                    .await?),
        }
    }

    /// Writes into the log what everyone is to be told of.
    pub async fn record(
        &self,
        app: &App,
        transaction: &mut Transaction,
        account: &StaffAccount,
    ) -> Result<Option<Recorded>, ApiError> {
        let Self::Printed(_) = self else {
            return Ok(None);
        };
        let left = transaction
            .recovery_codes_left(account.view.school, account.view.staff)
            .await?;
        let what = Sha256::new()
            .chain_update(USED_LABEL)
            .chain_update(account.view.staff.to_bytes())
            .chain_update(left.to_be_bytes())
            .finalize();
        let act = Act::School {
            kind: Kind::RecoveryCodeUsed,
            key: account.view.key.unwrap_or(NO_KEY),
            hour: app.now().hour(),
            what: FixedBytes(what.into()),
        };
        let mut rng = app.randomness.make_rng();
        let recorded = app
            .log
            .record(transaction, account.view.school, &act, &mut rng)
            .await?;
        Ok(Some(recorded))
    }
}

/// The kept code that was typed. Ten comparisons, however many codes are left.
fn find_printed(
    app: &App,
    (school, staff): (SchoolId, StaffId),
    kept: &[Hash],
    typed: &str,
) -> Option<Hash> {
    let read = recovery_code::read(typed);
    let code = read.as_deref().copied().unwrap_or_default();
    let given = app.server_key.hash_recovery_code(school, staff, &code);
    let decoy = FixedBytes(app.randomness.bytes());
    let mut fits = subtle::Choice::from(0);
    for place in 0..RECOVERY_CODES.max(kept.len()) {
        let there = kept.get(place).unwrap_or(&decoy);
        fits |= there.0.ct_eq(&given.0);
    }
    let good = u8::conditional_select(&0, &1, fits) == 1;
    (good && read.is_some()).then_some(given)
}

/// The step of a good one-time code. Without an account the same work is done on a secret nobody has.
pub fn code_step(
    app: &App,
    school: SchoolId,
    account: Option<&StaffAccount>,
    typed: &str,
) -> Option<u64> {
    let decoy = app.randomness.bytes::<{ second_factor::SECRET_LEN }>();
    let secret = account.and_then(|account| {
        let opened =
            app.server_key
                .open_second_factor(school, account.view.staff, &account.second_factor);
        if opened.is_none() {
            tracing::error!("a second factor does not open under this server's key");
        }
        opened
    });
    second_factor::check(
        secret.as_ref().map_or(decoy.as_slice(), |secret| secret),
        typed,
        app.now(),
    )
}

/// The passkey that signed what it was asked to, and is this person's.
fn find_passkey(
    app: &App,
    (school, staff): (&School, StaffId),
    given: Given<'_>,
    passkeys: &[StoredPasskey],
    shown: &PasskeyProof,
) -> Option<Shown> {
    let question = ticket::read(app, (school.id, given.purpose), &shown.ticket.0)?;
    let kept = passkeys
        .iter()
        .find(|kept| kept.credential_id == shown.credential.0)?;
    let house = House::of(school, given.host)?;
    let counted = house.shown(staff, shown, question.state, kept)?;
    Some(Shown::Passkey {
        credential: kept.credential_id.clone(),
        before: kept.kept.clone(),
        after: serde_json::to_string(&counted).ok()?,
        ticket: question.hash,
        ends_minute: question.ends_minute,
    })
}

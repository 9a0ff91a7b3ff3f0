//! Adults' accounts. Passwords never come here: only a slow hash of a secret derived from one.

use protocol::api::{Role, StaffPublicKeys, StaffState, StaffView};
use protocol::encoding::Bytes;
use protocol::id::{KeyId, SchoolId, StaffId};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::column::{array, fixed, number};
use super::{StoreError, Transaction, execute, fetch};

/// An account about to be made.
pub struct NewStaff {
    /// As colleagues will see it; holds the account's id, school, names, role and public keys.
    pub view: StaffView,
    /// Argon2id salt of the password, made in the browser.
    pub salt: [u8; 16],
    /// Argon2id of the derived sign-in secret, PHC text.
    pub verifier: Zeroizing<String>,
    /// Keys, sealed in the browser.
    pub vault: Vec<u8>,
    /// Secret of the code generator, sealed under the server key.
    pub second_factor: Vec<u8>,
}

/// An account as sign-in needs it. Has no `Debug`.
pub struct StaffAccount {
    /// As colleagues see it.
    pub view: StaffView,
    /// Argon2id salt of the password.
    pub salt: [u8; 16],
    /// Argon2id of the derived sign-in secret, PHC text.
    pub verifier: Zeroizing<String>,
    /// Keys, sealed in the browser.
    pub vault: Vec<u8>,
    /// Secret of the code generator, sealed under the server key.
    pub second_factor: Vec<u8>,
}

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    school_id: Uuid,
    staff_id: Uuid,
    user_name: String,
    name: String,
    place: String,
    role: i64,
    admin: bool,
    state: i64,
    salt: Vec<u8>,
    verifier: String,
    vault: Vec<u8>,
    second_factor: Vec<u8>,
    key_id: Option<Vec<u8>>,
    kem: Option<Vec<u8>>,
    signing: Option<Vec<u8>>,
    proof: Option<Vec<u8>>,
}

const fn state_number(state: StaffState) -> i64 {
    match state {
        StaffState::Waiting => 0,
        StaffState::Active => 1,
        StaffState::Ended => 2,
    }
}

fn state_of(number: i64) -> Result<StaffState, StoreError> {
    Ok(match number {
        0 => StaffState::Waiting,
        1 => StaffState::Active,
        2 => StaffState::Ended,
        _ => return Err(StoreError::Damaged("an account is in no known state")),
    })
}

/// The role behind its stored number, which is its byte in the signed directory.
pub(super) fn role_of(stored: i64) -> Result<Role, StoreError> {
    Role::from_byte(number(stored)?).ok_or(StoreError::Damaged("an account has no known role"))
}

impl TryFrom<Row> for StaffAccount {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let public_keys = match (row.kem, row.signing, row.proof) {
            (Some(kem), Some(signing), Some(proof)) => Some(StaffPublicKeys {
                kem: Bytes(kem),
                signing: fixed(signing)?,
                proof: fixed(proof)?,
            }),
            _ => None,
        };
        Ok(Self {
            view: StaffView {
                staff: StaffId(row.staff_id),
                school: SchoolId(row.school_id),
                name: row.name,
                place: row.place,
                user: row.user_name,
                role: role_of(row.role)?,
                admin: row.admin,
                key: row.key_id.map(fixed).transpose()?,
                public_keys,
                state: state_of(row.state)?,
            },
            salt: array(row.salt)?,
            verifier: Zeroizing::new(row.verifier),
            vault: row.vault,
            second_factor: row.second_factor,
        })
    }
}

impl Transaction {
    /// False when the sign-in name, or the id, is taken.
    pub async fn insert_staff(&mut self, staff: &NewStaff) -> Result<bool, StoreError> {
        let view = &staff.view;
        let keys = view.public_keys.as_ref();
        let touched = execute!(
            self,
            sqlx::query(
                "insert into staff (school_id, staff_id, user_name, name, place, role, admin, state, salt, \
                 verifier, vault, second_factor, second_factor_step, key_id, kem, signing, proof) \
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, $13, $14, $15, $16) \
                 on conflict do nothing"
            )
            .bind(view.school.0)
            .bind(view.staff.0)
            .bind(&view.user)
            .bind(&view.name)
            .bind(&view.place)
            .bind(i64::from(view.role.to_byte()))
            .bind(view.admin)
            .bind(state_number(view.state))
            .bind(staff.salt.as_slice())
            .bind(staff.verifier.as_str())
            .bind(staff.vault.as_slice())
            .bind(staff.second_factor.as_slice())
            .bind(view.key.as_ref().map(|key| key.0.as_slice()))
            .bind(keys.map(|keys| keys.kem.0.as_slice()))
            .bind(keys.map(|keys| keys.signing.0.as_slice()))
            .bind(keys.map(|keys| keys.proof.0.as_slice()))
        );
        Ok(touched == 1)
    }

    /// By sign-in name.
    pub async fn staff_by_user(
        &mut self,
        school: SchoolId,
        user: &str,
    ) -> Result<Option<StaffAccount>, StoreError> {
        let row: Option<Row> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as("select * from staff where school_id = $1 and user_name = $2")
                .bind(school.0)
                .bind(user)
        );
        row.map(StaffAccount::try_from).transpose()
    }

    /// By id.
    pub async fn staff_by_id(
        &mut self,
        school: SchoolId,
        staff: StaffId,
    ) -> Result<Option<StaffAccount>, StoreError> {
        let row: Option<Row> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as("select * from staff where school_id = $1 and staff_id = $2")
                .bind(school.0)
                .bind(staff.0)
        );
        row.map(StaffAccount::try_from).transpose()
    }

    /// Everyone with an account, by name.
    pub async fn staff_list(&mut self, school: SchoolId) -> Result<Vec<StaffView>, StoreError> {
        let rows: Vec<Row> = fetch!(
            self,
            fetch_all,
            sqlx::query_as("select * from staff where school_id = $1 order by name, staff_id")
                .bind(school.0)
        );
        rows.into_iter()
            .map(|row| StaffAccount::try_from(row).map(|account| account.view))
            .collect()
    }

    /// Lets those work whose key a directory in force names. Someone who ended stays ended.
    pub async fn activate_keys(
        &mut self,
        school: SchoolId,
        keys: &[KeyId],
    ) -> Result<(), StoreError> {
        for key in keys {
            execute!(
                self,
                sqlx::query(
                    "update staff set state = $3 where school_id = $1 and key_id = $2 and state = $4"
                )
                .bind(school.0)
                .bind(key.0.as_slice())
                .bind(state_number(StaffState::Active))
                .bind(state_number(StaffState::Waiting))
            );
        }
        Ok(())
    }

    /// Uses up a one-time code. False when this step or a later one was used before: a code works once.
    pub async fn use_code_step(
        &mut self,
        school: SchoolId,
        staff: StaffId,
        step: u64,
    ) -> Result<bool, StoreError> {
        let step = i64::try_from(step).unwrap_or(i64::MAX);
        let touched = execute!(
            self,
            sqlx::query(
                "update staff set second_factor_step = $3 \
                 where school_id = $1 and staff_id = $2 and second_factor_step < $3"
            )
            .bind(school.0)
            .bind(staff.0)
            .bind(step)
        );
        Ok(touched == 1)
    }

    /// Ends a person's access at once, with every session. False when unknown or already ended. The sealed
    /// vault stays: ending the wrong person must not destroy the last key to a child's report.
    pub async fn end_staff(
        &mut self,
        school: SchoolId,
        staff: StaffId,
        reason: &str,
        hour: u32,
    ) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "update staff set state = $3, ended_hour = $4, ended_reason = $5 \
                 where school_id = $1 and staff_id = $2 and state <> $3"
            )
            .bind(school.0)
            .bind(staff.0)
            .bind(state_number(StaffState::Ended))
            .bind(i64::from(hour))
            .bind(reason)
        );
        self.end_sessions(school, staff).await?;
        self.delete_recovery_codes(school, staff).await?;
        self.delete_passkeys(school, staff).await?;
        Ok(touched == 1)
    }

    /// Forgets what adults signed in with whose access ended before an hour: sign-in name, locked keys, locked second
    /// factor, hash, and why it ended. Name, place, role and public keys stay: signed lists and the log name them.
    /// Says how many.
    pub async fn forget_ended(&mut self, before_hour: u32) -> Result<u32, StoreError> {
        let ended: Vec<(Uuid, Uuid)> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select school_id, staff_id from staff \
                 where state = $1 and ended_hour < $2 and verifier <> ''"
            )
            .bind(state_number(StaffState::Ended))
            .bind(i64::from(before_hour))
        );
        let nothing: &[u8] = &[];
        for (school, staff) in &ended {
            execute!(
                self,
                sqlx::query(
                    "update staff set user_name = $3, verifier = '', salt = $5, vault = $4, second_factor = $4, \
                     second_factor_step = 0, ended_reason = '' where school_id = $1 and staff_id = $2"
                )
                .bind(school)
                .bind(staff)
                .bind(staff.to_string())
                .bind(nothing)
                .bind([0_u8; 16].as_slice())
            );
        }
        Ok(u32::try_from(ended.len()).unwrap_or(u32::MAX))
    }
}

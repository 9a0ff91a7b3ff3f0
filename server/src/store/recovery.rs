//! Shares of adults' keys, drills, and requests to get keys back. Sealed and signed bytes; nothing here opens.

use protocol::api::RecoveryUseView;
use protocol::id::{SchoolId, StaffId};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::column::number;
use super::{StoreError, Transaction, execute, fetch};

/// A reader's shares.
pub struct RecoverySet {
    /// Whose.
    pub staff: StaffId,
    /// `protocol::recovery::ShareSet`.
    pub shares: Vec<u8>,
    /// The locked copy of the keys.
    pub key_copy: Vec<u8>,
}

/// A request to get keys back. Has no `Debug`.
pub struct RecoveryAsk {
    /// Whose.
    pub staff: StaffId,
    /// When it was made.
    pub asked_hour: u32,
    /// `protocol::recovery::ask::Ask`.
    pub ask: Vec<u8>,
    /// Argon2id of the new sign-in secret, PHC text.
    pub verifier: Zeroizing<String>,
    /// The keys of the request, sealed in the browser.
    pub vault: Vec<u8>,
}

#[derive(sqlx::FromRow)]
struct SetRow {
    staff_id: Uuid,
    shares: Vec<u8>,
    key_copy: Vec<u8>,
}

#[derive(sqlx::FromRow)]
struct AskRow {
    staff_id: Uuid,
    asked_hour: i64,
    ask: Vec<u8>,
    verifier: String,
    vault: Vec<u8>,
}

#[derive(sqlx::FromRow)]
struct UseRow {
    staff_id: Uuid,
    used_hour: i64,
}

impl From<SetRow> for RecoverySet {
    fn from(row: SetRow) -> Self {
        Self {
            staff: StaffId(row.staff_id),
            shares: row.shares,
            key_copy: row.key_copy,
        }
    }
}

impl TryFrom<AskRow> for RecoveryAsk {
    type Error = StoreError;

    fn try_from(row: AskRow) -> Result<Self, StoreError> {
        Ok(Self {
            staff: StaffId(row.staff_id),
            asked_hour: number(row.asked_hour)?,
            ask: row.ask,
            verifier: Zeroizing::new(row.verifier),
            vault: row.vault,
        })
    }
}

/// Tables that hang on a set, children first.
const BELOW_A_SET: [&str; 3] = [
    "delete from recovery_gift where school_id = $1 and staff_id = $2",
    "delete from recovery_ask where school_id = $1 and staff_id = $2",
    "delete from recovery_piece where school_id = $1 and staff_id = $2",
];

impl Transaction {
    /// Everyone's shares.
    pub async fn recovery_sets(
        &mut self,
        school: SchoolId,
    ) -> Result<Vec<RecoverySet>, StoreError> {
        let rows: Vec<SetRow> = fetch!(
            self,
            fetch_all,
            sqlx::query_as("select * from recovery_set where school_id = $1 order by staff_id")
                .bind(school.0)
        );
        Ok(rows.into_iter().map(RecoverySet::from).collect())
    }

    /// One adult's shares.
    pub async fn recovery_set(
        &mut self,
        school: SchoolId,
        staff: StaffId,
    ) -> Result<Option<RecoverySet>, StoreError> {
        let row: Option<SetRow> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as("select * from recovery_set where school_id = $1 and staff_id = $2")
                .bind(school.0)
                .bind(staff.0)
        );
        Ok(row.map(RecoverySet::from))
    }

    /// Puts new shares in the place of old ones. Drills and requests of the old ones go with them.
    pub async fn put_recovery_set(
        &mut self,
        school: SchoolId,
        set: &RecoverySet,
        hour: u32,
    ) -> Result<(), StoreError> {
        self.delete_recovery_set(school, set.staff).await?;
        execute!(
            self,
            sqlx::query(
                "insert into recovery_set (school_id, staff_id, made_hour, shares, key_copy) \
                 values ($1, $2, $3, $4, $5)"
            )
            .bind(school.0)
            .bind(set.staff.0)
            .bind(i64::from(hour))
            .bind(set.shares.as_slice())
            .bind(set.key_copy.as_slice())
        );
        Ok(())
    }

    /// Forgets an adult's shares, with every drill and request.
    pub async fn delete_recovery_set(
        &mut self,
        school: SchoolId,
        staff: StaffId,
    ) -> Result<(), StoreError> {
        for below in BELOW_A_SET {
            execute!(self, sqlx::query(below).bind(school.0).bind(staff.0));
        }
        execute!(
            self,
            sqlx::query("delete from recovery_set where school_id = $1 and staff_id = $2")
                .bind(school.0)
                .bind(staff.0)
        );
        Ok(())
    }

    /// What holders of this set showed, by place.
    pub async fn recovery_pieces(
        &mut self,
        school: SchoolId,
        staff: StaffId,
    ) -> Result<Vec<Vec<u8>>, StoreError> {
        let pieces: Vec<Vec<u8>> = fetch!(
            self,
            fetch_all,
            sqlx::query_scalar(
                "select piece from recovery_piece where school_id = $1 and staff_id = $2 order by place"
            )
            .bind(school.0)
            .bind(staff.0)
        );
        Ok(pieces)
    }

    /// Keeps what a holder showed in place of what they showed before.
    pub async fn put_recovery_piece(
        &mut self,
        school: SchoolId,
        staff: StaffId,
        place: u8,
        piece: &[u8],
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "insert into recovery_piece (school_id, staff_id, place, piece) values ($1, $2, $3, $4) \
                 on conflict (school_id, staff_id, place) do update set piece = excluded.piece"
            )
            .bind(school.0)
            .bind(staff.0)
            .bind(i64::from(place))
            .bind(piece)
        );
        Ok(())
    }

    /// Requests made after an hour.
    pub async fn recovery_asks(
        &mut self,
        school: SchoolId,
        after_hour: u32,
    ) -> Result<Vec<RecoveryAsk>, StoreError> {
        let rows: Vec<AskRow> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select * from recovery_ask where school_id = $1 and asked_hour > $2 order by staff_id"
            )
            .bind(school.0)
            .bind(i64::from(after_hour))
        );
        rows.into_iter().map(RecoveryAsk::try_from).collect()
    }

    /// An adult's request, if it was made after an hour.
    pub async fn recovery_ask(
        &mut self,
        school: SchoolId,
        staff: StaffId,
        after_hour: u32,
    ) -> Result<Option<RecoveryAsk>, StoreError> {
        let asks = self.recovery_asks(school, after_hour).await?;
        Ok(asks.into_iter().find(|ask| ask.staff == staff))
    }

    /// Keeps a request in place of an earlier one of the same account; what was given for that goes.
    pub async fn put_recovery_ask(
        &mut self,
        school: SchoolId,
        ask: &RecoveryAsk,
    ) -> Result<(), StoreError> {
        self.delete_recovery_ask(school, ask.staff).await?;
        execute!(
            self,
            sqlx::query(
                "insert into recovery_ask (school_id, staff_id, asked_hour, ask, verifier, vault) \
                 values ($1, $2, $3, $4, $5, $6)"
            )
            .bind(school.0)
            .bind(ask.staff.0)
            .bind(i64::from(ask.asked_hour))
            .bind(ask.ask.as_slice())
            .bind(ask.verifier.as_str())
            .bind(ask.vault.as_slice())
        );
        Ok(())
    }

    /// Forgets a request. False when there was none.
    pub async fn delete_recovery_ask(
        &mut self,
        school: SchoolId,
        staff: StaffId,
    ) -> Result<bool, StoreError> {
        let [gifts, ask, _] = BELOW_A_SET;
        execute!(self, sqlx::query(gifts).bind(school.0).bind(staff.0));
        let touched = execute!(self, sqlx::query(ask).bind(school.0).bind(staff.0));
        Ok(touched == 1)
    }

    /// Forgets every request made in this hour or before.
    pub async fn forget_recovery_asks(&mut self, hour: u32) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "delete from recovery_gift where (school_id, staff_id) in \
                 (select school_id, staff_id from recovery_ask where asked_hour <= $1)"
            )
            .bind(i64::from(hour))
        );
        execute!(
            self,
            sqlx::query("delete from recovery_ask where asked_hour <= $1").bind(i64::from(hour))
        );
        Ok(())
    }

    /// Shares given for an open request, with their places.
    pub async fn recovery_gifts(
        &mut self,
        school: SchoolId,
        staff: StaffId,
    ) -> Result<Vec<Vec<u8>>, StoreError> {
        let gifts: Vec<Vec<u8>> = fetch!(
            self,
            fetch_all,
            sqlx::query_scalar(
                "select gift from recovery_gift where school_id = $1 and staff_id = $2 order by place"
            )
            .bind(school.0)
            .bind(staff.0)
        );
        Ok(gifts)
    }

    /// Keeps a share that was given. False when this holder gave theirs before.
    pub async fn insert_recovery_gift(
        &mut self,
        school: SchoolId,
        staff: StaffId,
        place: u8,
        gift: &[u8],
    ) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "insert into recovery_gift (school_id, staff_id, place, gift) values ($1, $2, $3, $4) \
                 on conflict do nothing"
            )
            .bind(school.0)
            .bind(staff.0)
            .bind(i64::from(place))
            .bind(gift)
        );
        Ok(touched == 1)
    }

    /// Locks an account anew after a recovery, ends its sessions, and remembers that it happened.
    pub async fn set_recovered(
        &mut self,
        (school, staff): (SchoolId, StaffId),
        verifier: &str,
        vault: &[u8],
        hour: u32,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "update staff set verifier = $3, vault = $4 where school_id = $1 and staff_id = $2"
            )
            .bind(school.0)
            .bind(staff.0)
            .bind(verifier)
            .bind(vault)
        );
        execute!(
            self,
            sqlx::query("delete from session where school_id = $1 and staff_id = $2")
                .bind(school.0)
                .bind(staff.0)
        );
        execute!(
            self,
            sqlx::query(
                "insert into recovery_use (school_id, staff_id, used_hour) values ($1, $2, $3) \
                 on conflict do nothing"
            )
            .bind(school.0)
            .bind(staff.0)
            .bind(i64::from(hour))
        );
        Ok(())
    }

    /// When keys were recovered, newest first.
    pub async fn recovery_uses(
        &mut self,
        school: SchoolId,
    ) -> Result<Vec<RecoveryUseView>, StoreError> {
        let rows: Vec<UseRow> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select staff_id, used_hour from recovery_use where school_id = $1 \
                 order by used_hour desc, staff_id limit 200"
            )
            .bind(school.0)
        );
        rows.into_iter()
            .map(|row| {
                Ok(RecoveryUseView {
                    staff: StaffId(row.staff_id),
                    hour: number(row.used_hour)?,
                })
            })
            .collect()
    }
}

//! Whether a school is open to its pupils, and who signed what before it opened.

use protocol::api::SignOff;
use protocol::id::{SchoolId, StaffId};
use uuid::Uuid;

use super::column::number;
use super::{StoreError, Transaction, execute, fetch};

/// How a school came to be open. The number is stored; values are never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum How {
    /// An administrator opened it at the gate.
    Gate = 1,
    /// It was open before there was a gate.
    Before = 2,
    /// A demo school, when it was made.
    Demo = 3,
}

/// An opening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// How.
    pub how: How,
    /// When; 0 when nobody knows.
    pub day: u32,
    /// The administrator.
    pub by: Option<StaffId>,
    /// The log says so too.
    pub in_log: bool,
}

/// A signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// For what.
    pub what: SignOff,
    /// Of the terms.
    pub version: u32,
    /// Who signed.
    pub by: StaffId,
    /// What they stated.
    pub words: String,
    /// Day it was done.
    pub done_day: u32,
    /// Day it was signed.
    pub signed_day: u32,
}

/// The number a kind is stored under.
#[must_use]
pub const fn to_number(what: SignOff) -> u8 {
    match what {
        SignOff::Assessment => 1,
        SignOff::Terms => 2,
        SignOff::Practice => 3,
    }
}

impl Transaction {
    /// How the school came to be open; `None`: it is not.
    pub async fn opening(&mut self, school: SchoolId) -> Result<Option<Opening>, StoreError> {
        let row: Option<(i64, i64, Option<Uuid>, bool)> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as(
                "select how, opened_day, opened_by, in_log from school_opening where school_id = $1"
            )
            .bind(school.0)
        );
        row.map(|(how, day, by, in_log)| {
            Ok(Opening {
                how: match how {
                    1 => How::Gate,
                    2 => How::Before,
                    _ => How::Demo,
                },
                day: number(day)?,
                by: by.map(StaffId),
                in_log,
            })
        })
        .transpose()
    }

    /// Opens a school. False when it is open already.
    pub async fn open_school(
        &mut self,
        school: SchoolId,
        opening: &Opening,
    ) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "insert into school_opening (school_id, how, opened_day, opened_by, in_log) \
                 values ($1, $2, $3, $4, $5) on conflict do nothing"
            )
            .bind(school.0)
            .bind(i64::from(opening.how as u8))
            .bind(i64::from(opening.day))
            .bind(opening.by.map(|by| by.0))
            .bind(opening.in_log)
        );
        Ok(touched == 1)
    }

    /// Open schools whose opening the log does not tell yet.
    pub async fn openings_to_log(&mut self) -> Result<Vec<SchoolId>, StoreError> {
        let rows: Vec<(Uuid,)> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select school_id from school_opening where in_log = false order by school_id"
            )
        );
        Ok(rows.into_iter().map(|(id,)| SchoolId(id)).collect())
    }

    /// Notes that the log tells it. False when somebody else noted it before.
    pub async fn opening_logged(&mut self, school: SchoolId) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "update school_opening set in_log = true where school_id = $1 and in_log = false"
            )
            .bind(school.0)
        );
        Ok(touched == 1)
    }

    /// Keeps the newest signature of its kind.
    pub async fn sign_off(&mut self, school: SchoolId, signed: &Signed) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "insert into sign_off (school_id, what, version, staff_id, words, done_day, signed_day) \
                 values ($1, $2, $3, $4, $5, $6, $7) on conflict (school_id, what) do update \
                 set version = $3, staff_id = $4, words = $5, done_day = $6, signed_day = $7"
            )
            .bind(school.0)
            .bind(i64::from(to_number(signed.what)))
            .bind(i64::from(signed.version))
            .bind(signed.by.0)
            .bind(&signed.words)
            .bind(i64::from(signed.done_day))
            .bind(i64::from(signed.signed_day))
        );
        Ok(())
    }

    /// The newest signature of a kind.
    pub async fn signed(
        &mut self,
        school: SchoolId,
        what: SignOff,
    ) -> Result<Option<Signed>, StoreError> {
        let row: Option<(i64, Uuid, String, i64, i64)> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as(
                "select version, staff_id, words, done_day, signed_day from sign_off \
                 where school_id = $1 and what = $2"
            )
            .bind(school.0)
            .bind(i64::from(to_number(what)))
        );
        row.map(|(version, by, words, done_day, signed_day)| {
            Ok(Signed {
                what,
                version: number(version)?,
                by: StaffId(by),
                words,
                done_day: number(done_day)?,
                signed_day: number(signed_day)?,
            })
        })
        .transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::randomness::Randomness;
    use crate::shred::Shreds;
    use crate::store::{Database, Location, School};

    const BEFORE: i64 = 15;

    // XAM-23: nobody's school is shut by a newer program.
    #[tokio::test]
    async fn a_school_from_before_the_gate_is_open_and_has_to_be_logged() {
        let folder = tempfile::tempdir().unwrap();
        let place = Location::Sqlite(folder.path().join("one.sqlite"));
        let keys = Location::Sqlite(folder.path().join("keys.sqlite"));
        let shreds = || Shreds::open(&keys, Randomness::system());
        let id = SchoolId(Uuid::from_u128(1));
        let old = Database::open_at(&place, shreds().await.unwrap(), Some(BEFORE));
        let old = old.await.unwrap();
        let mut tx = old.write().await.unwrap();
        let school = School {
            id,
            slug: "one".to_owned(),
            name: "One".to_owned(),
            demo: false,
            region: "gb-eng".to_owned(),
            host: None,
            calendar: "{}".to_owned(),
            publication_delay_minutes: 0,
        };
        assert!(tx.insert_school(&school).await.unwrap());
        tx.commit().await.unwrap();
        old.close().await;
        let new = Database::open(&place, shreds().await.unwrap())
            .await
            .unwrap();
        let mut tx = new.write().await.unwrap();
        let opening = tx.opening(id).await.unwrap().unwrap();
        assert_eq!(
            (opening.how, opening.day, opening.in_log),
            (How::Before, 0, false)
        );
        assert_eq!(tx.openings_to_log().await.unwrap(), [id]);
    }
}

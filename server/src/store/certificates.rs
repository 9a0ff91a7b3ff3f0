//! Certificates of destruction: how many, when, under which policy, and a hash of the keys that are gone (IMP-C5).
//! The SHA-256 of a statement stands in every log entry of what it certifies, so that none can be made up later.

use protocol::id::{Hash, SchoolId};
use uuid::Uuid;

use super::column::{fixed, number};
use super::{StoreError, Transaction, execute, fetch};

/// What was destroyed on a day. Names no case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Random.
    pub id: Uuid,
    /// Day.
    pub day: u32,
    /// How many cases.
    pub cases: u32,
    /// Hash over the destroyed keys' marks.
    pub keys_hash: Hash,
    /// The same in words; what the log entries name.
    pub statement: String,
}

impl Transaction {
    pub(crate) async fn put_certificate(
        &mut self,
        school: SchoolId,
        certificate: &Certificate,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "insert into certificate (school_id, certificate_id, day, cases, keys_hash, statement) \
                 values ($1, $2, $3, $4, $5, $6)"
            )
            .bind(school.0)
            .bind(certificate.id)
            .bind(i64::from(certificate.day))
            .bind(i64::from(certificate.cases))
            .bind(certificate.keys_hash.0.as_slice())
            .bind(&certificate.statement)
        );
        Ok(())
    }

    /// What certificates of destruction since a day say of the keys.
    pub async fn certificates_since(
        &mut self,
        school: SchoolId,
        day: u32,
    ) -> Result<Vec<Hash>, StoreError> {
        let rows: Vec<Vec<u8>> = fetch!(
            self,
            fetch_all,
            sqlx::query_scalar(
                "select keys_hash from certificate where school_id = $1 and day >= $2"
            )
            .bind(school.0)
            .bind(i64::from(day))
        );
        rows.into_iter().map(fixed).collect()
    }

    /// The newest certificates of a school, newest first, at most so many.
    pub async fn certificates(
        &mut self,
        school: SchoolId,
        most: u32,
    ) -> Result<Vec<Certificate>, StoreError> {
        let rows: Vec<(Uuid, i64, i64, Vec<u8>, String)> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select certificate_id, day, cases, keys_hash, statement from certificate \
                 where school_id = $1 order by day desc, certificate_id limit $2"
            )
            .bind(school.0)
            .bind(i64::from(most))
        );
        rows.into_iter()
            .map(|(id, day, cases, keys_hash, statement)| {
                Ok(Certificate {
                    id,
                    day: number(day)?,
                    cases: number(cases)?,
                    keys_hash: fixed(keys_hash)?,
                    statement,
                })
            })
            .collect()
    }
}

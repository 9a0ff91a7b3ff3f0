//! One-time invitations. Only the SHA-256 of a token is kept; using or cancelling one deletes its row.

use protocol::api::{InviteView, Role};
use protocol::id::{Hash, InviteId, SchoolId, StaffId};
use uuid::Uuid;

use super::column::number;
use super::staff::role_of;
use super::{StoreError, Transaction, execute, fetch};

/// An invitation that waits for its person.
#[derive(Clone, PartialEq, Eq)]
pub struct Invite {
    /// The school it is for.
    pub school: SchoolId,
    /// Names the invitation.
    pub invite: InviteId,
    /// The account that accepting will make.
    pub staff: StaffId,
    /// Name as pupils will see it.
    pub name: String,
    /// Where pupils find them.
    pub place: String,
    /// What they will be.
    pub role: Role,
    /// Whether they may invite, draft and end.
    pub admin: bool,
    /// Secret of the code generator, sealed under the server key.
    pub second_factor: Vec<u8>,
    /// Last day it works.
    pub expires_day: u32,
    /// Who invited; `None` when it was made on the server's own command line.
    pub invited_by: Option<StaffId>,
}

#[derive(sqlx::FromRow)]
struct Row {
    school_id: Uuid,
    invite_id: Uuid,
    staff_id: Uuid,
    name: String,
    place: String,
    role: i64,
    admin: bool,
    second_factor: Vec<u8>,
    expires_day: i64,
    invited_by: Option<Uuid>,
}

impl TryFrom<Row> for Invite {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            school: SchoolId(row.school_id),
            invite: InviteId(row.invite_id),
            staff: StaffId(row.staff_id),
            name: row.name,
            place: row.place,
            role: role_of(row.role)?,
            admin: row.admin,
            second_factor: row.second_factor,
            expires_day: number(row.expires_day)?,
            invited_by: row.invited_by.map(StaffId),
        })
    }
}

impl Transaction {
    /// Keeps a new invitation.
    pub async fn insert_invite(&mut self, invite: &Invite, token: &Hash) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "insert into invite (school_id, invite_id, token_hash, staff_id, name, place, role, admin, \
                 second_factor, expires_day, invited_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
            )
            .bind(invite.school.0)
            .bind(invite.invite.0)
            .bind(token.0.as_slice())
            .bind(invite.staff.0)
            .bind(&invite.name)
            .bind(&invite.place)
            .bind(i64::from(invite.role.to_byte()))
            .bind(invite.admin)
            .bind(invite.second_factor.as_slice())
            .bind(i64::from(invite.expires_day))
            .bind(invite.invited_by.map(|staff| staff.0))
        );
        Ok(())
    }

    /// `None` when unknown, used, cancelled or past its last day.
    pub async fn invite_by_token(
        &mut self,
        token: &Hash,
        today: u32,
    ) -> Result<Option<Invite>, StoreError> {
        let row: Option<Row> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as("select * from invite where token_hash = $1 and expires_day >= $2")
                .bind(token.0.as_slice())
                .bind(i64::from(today))
        );
        row.map(Invite::try_from).transpose()
    }

    /// True when the invitation is still here and its last day has passed: worth telling apart from "unknown".
    pub async fn invite_expired(&mut self, token: &Hash, today: u32) -> Result<bool, StoreError> {
        let found: i64 = fetch!(
            self,
            fetch_one,
            sqlx::query_scalar(
                "select count(*) from invite where token_hash = $1 and expires_day < $2"
            )
            .bind(token.0.as_slice())
            .bind(i64::from(today))
        );
        Ok(found > 0)
    }

    /// Open invitations, those that end first in front.
    pub async fn invites(
        &mut self,
        school: SchoolId,
        today: u32,
    ) -> Result<Vec<InviteView>, StoreError> {
        let rows: Vec<Row> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select * from invite where school_id = $1 and expires_day >= $2 \
                 order by expires_day, invite_id"
            )
            .bind(school.0)
            .bind(i64::from(today))
        );
        rows.into_iter()
            .map(|row| {
                let invite = Invite::try_from(row)?;
                Ok(InviteView {
                    invite: invite.invite,
                    name: invite.name,
                    role: invite.role,
                    place: invite.place,
                    expires_day: invite.expires_day,
                })
            })
            .collect()
    }

    /// Cancels an invitation, or uses it up: of two who accept at once only one is told true.
    pub async fn delete_invite(
        &mut self,
        school: SchoolId,
        invite: InviteId,
    ) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query("delete from invite where school_id = $1 and invite_id = $2")
                .bind(school.0)
                .bind(invite.0)
        );
        Ok(touched == 1)
    }

    /// Clears invitations whose last day has passed, on every school.
    pub async fn delete_invites_over(&mut self, today: u32) -> Result<u64, StoreError> {
        Ok(execute!(
            self,
            sqlx::query("delete from invite where expires_day < $1").bind(i64::from(today))
        ))
    }
}

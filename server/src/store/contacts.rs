//! Who answers for a school's data. Public.

use protocol::api::Contacts;
use protocol::id::SchoolId;

use super::{StoreError, Transaction, execute, fetch};

impl Transaction {
    /// Who answers for a school's data.
    pub async fn contacts(&mut self, school: SchoolId) -> Result<Option<Contacts>, StoreError> {
        let row: Option<(String, String, String)> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as(
                "select controller, officer, complaints from school_contact where school_id = $1"
            )
            .bind(school.0)
        );
        Ok(row.map(|(controller, officer, complaints)| Contacts {
            controller,
            officer,
            complaints,
        }))
    }

    /// Says who answers for a school's data.
    pub async fn set_contacts(
        &mut self,
        school: SchoolId,
        contacts: &Contacts,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "insert into school_contact (school_id, controller, officer, complaints) values ($1, $2, $3, $4) \
                 on conflict (school_id) do update set controller = excluded.controller, \
                 officer = excluded.officer, complaints = excluded.complaints"
            )
            .bind(school.0)
            .bind(&contacts.controller)
            .bind(&contacts.officer)
            .bind(&contacts.complaints)
        );
        Ok(())
    }
}

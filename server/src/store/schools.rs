//! Schools on this server. Nothing crosses from one to another.

use protocol::id::SchoolId;
use uuid::Uuid;

use super::column::number;
use super::{StoreError, Transaction, execute, fetch};

/// A school and its settings. Settings are public: they are part of what every visitor is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School {
    /// Names the school for ever.
    pub id: SchoolId,
    /// Short name in addresses.
    pub slug: String,
    /// The name people use.
    pub name: String,
    /// True when everything in it is made up.
    pub demo: bool,
    /// Which pack of helplines applies.
    pub region: String,
    /// Host name that leads here without a slug.
    pub host: Option<String>,
    /// Looking hours and closed days, JSON of `server::look`.
    pub calendar: String,
    /// Longest random delay before a report that is not urgent appears to staff.
    pub publication_delay_minutes: u32,
}

#[derive(sqlx::FromRow)]
struct Row {
    school_id: Uuid,
    slug: String,
    name: String,
    demo: bool,
    region: String,
    host: Option<String>,
    calendar: String,
    publication_delay_minutes: i64,
}

impl TryFrom<Row> for School {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: SchoolId(row.school_id),
            slug: row.slug,
            name: row.name,
            demo: row.demo,
            region: row.region,
            host: row.host,
            calendar: row.calendar,
            publication_delay_minutes: number(row.publication_delay_minutes)?,
        })
    }
}

impl Transaction {
    /// False when the id, slug or host name is taken.
    pub async fn insert_school(&mut self, school: &School) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "insert into school (school_id, slug, name, demo, region, host, calendar, publication_delay_minutes) \
                 values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing"
            )
            .bind(school.id.0)
            .bind(&school.slug)
            .bind(&school.name)
            .bind(school.demo)
            .bind(&school.region)
            .bind(&school.host)
            .bind(&school.calendar)
            .bind(i64::from(school.publication_delay_minutes))
        );
        Ok(touched == 1)
    }

    /// Changes the settings; the id stays. False when there is no such school.
    pub async fn update_school(&mut self, school: &School) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "update school set slug = $2, name = $3, demo = $4, region = $5, host = $6, calendar = $7, \
                 publication_delay_minutes = $8 where school_id = $1"
            )
            .bind(school.id.0)
            .bind(&school.slug)
            .bind(&school.name)
            .bind(school.demo)
            .bind(&school.region)
            .bind(&school.host)
            .bind(&school.calendar)
            .bind(i64::from(school.publication_delay_minutes))
        );
        Ok(touched == 1)
    }

    /// One, held until the transaction ends: whoever changes it meanwhile waits.
    pub async fn lock_school(&mut self, id: SchoolId) -> Result<Option<School>, StoreError> {
        execute!(
            self,
            sqlx::query("update school set name = name where school_id = $1").bind(id.0)
        );
        self.school_by_id(id).await
    }

    /// By its short name.
    pub async fn school_by_slug(&mut self, slug: &str) -> Result<Option<School>, StoreError> {
        let row: Option<Row> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as("select * from school where slug = $1").bind(slug)
        );
        row.map(School::try_from).transpose()
    }

    /// By the host name in the address.
    pub async fn school_by_host(&mut self, host: &str) -> Result<Option<School>, StoreError> {
        let row: Option<Row> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as("select * from school where host = $1").bind(host)
        );
        row.map(School::try_from).transpose()
    }

    /// By its id.
    pub async fn school_by_id(&mut self, id: SchoolId) -> Result<Option<School>, StoreError> {
        let row: Option<Row> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as("select * from school where school_id = $1").bind(id.0)
        );
        row.map(School::try_from).transpose()
    }

    /// The school, when this server has exactly one.
    pub async fn only_school(&mut self) -> Result<Option<School>, StoreError> {
        let rows: Vec<Row> = fetch!(
            self,
            fetch_all,
            sqlx::query_as("select * from school limit 2")
        );
        let mut rows = rows.into_iter();
        match (rows.next(), rows.next()) {
            (Some(only), None) => School::try_from(only).map(Some),
            _ => Ok(None),
        }
    }

    /// All of them, by short name.
    pub async fn schools(&mut self) -> Result<Vec<School>, StoreError> {
        let rows: Vec<Row> = fetch!(
            self,
            fetch_all,
            sqlx::query_as("select * from school order by slug")
        );
        rows.into_iter().map(School::try_from).collect()
    }
}

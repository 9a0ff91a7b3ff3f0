//! The server engine's settings. Each value is from reliability.md, "Values to start from".

use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions, PgConnection, PgPool};

use crate::store::StoreError;

const CONNECTIONS: u32 = 10;

/// A pool that keeps only sessions which may write.
pub(crate) async fn pool(address: &str) -> Result<PgPool, StoreError> {
    let options = PgConnectOptions::from_str(address)?
        .application_name("sotto")
        .options([
            ("synchronous_commit", "on"),
            ("statement_timeout", "5s"),
            ("idle_in_transaction_session_timeout", "10s"),
            // An identifier or text in an error message must not reach the server's log with its values.
            ("log_parameter_max_length_on_error", "0"),
        ])
        .disable_statement_logging();
    Ok(PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(Duration::from_secs(3))
        .max_lifetime(Duration::from_secs(5 * 60))
        .after_connect(|connection, _| {
            Box::pin(async move {
                if may_write(connection).await? {
                    return Ok(());
                }
                Err(sqlx::Error::Protocol("the server is read-only".to_owned()))
            })
        })
        .before_acquire(|connection, _| Box::pin(may_write(connection)))
        .connect_with(options)
        .await?)
}

/// False on a standby, and on a primary that was demoted while we held the session (fact 7, R22).
async fn may_write(connection: &mut PgConnection) -> Result<bool, sqlx::Error> {
    let read_only: String = sqlx::query_scalar("show transaction_read_only")
        .fetch_one(connection)
        .await?;
    Ok(read_only == "off")
}

//! Schools by their short names, as they were a moment ago, so that not every sealed request asks the database.
//!
//! Promise: at most a second old; only schools that are there are remembered, so invented names take no memory.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::app::App;
use crate::handlers::schools;
use crate::problem::ApiError;
use crate::store::School;

/// Schools that were asked for within one second.
#[derive(Default)]
pub struct Register(Mutex<Known>);

#[derive(Default)]
struct Known {
    second: u64,
    schools: HashMap<String, Arc<School>>,
}

impl Register {
    fn known(&self, second: u64) -> std::sync::MutexGuard<'_, Known> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.second != second {
            known.second = second;
            known.schools.clear();
        }
        known
    }
}

/// The school a slug means; `-` is the school of the host name, or the only one.
pub async fn find(app: &App, slug: &str, host: &str) -> Result<Arc<School>, ApiError> {
    let second = app.now().seconds();
    if let Some(school) = app.register.known(second).schools.get(slug) {
        return Ok(Arc::clone(school));
    }
    let mut transaction = app.read().await?;
    let school = Arc::new(schools::find(&mut transaction, slug, host).await?);
    drop(transaction);
    // What `-` means depends on the host name.
    if school.slug == slug {
        let mut known = app.register.known(second);
        known.schools.insert(slug.to_owned(), Arc::clone(&school));
    }
    Ok(school)
}

//! What another adult should look at, and that they did (XAM-12).
//!
//! Who sees what: flags about cases go to readers, whose page shows those with a case it can see, as with the log. Adults
//! who read nothing see the school's own flags and counts over everything: they can be left out of nothing. Nobody
//! closes a flag about themselves.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::StatusCode;
use protocol::api::{CloseFlagRequest, FlagClosed, FlagView, ReviewView, StaffView};
use protocol::audit::Kind;
use protocol::id::{Hash, KeyId, SchoolId, StaffId};

use crate::app::App;
use crate::extract::Json;
use crate::handlers::{own_act, schools};
use crate::look::Calendar;
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::review::{Flag, Happened, Looked, Who, WrongTries, derive_flags, derive_months};
use crate::staff::StaffMember;
use crate::store::{Reviewed, Transaction};

/// How far back the rules look, in days: a school year, so that the yearly report can count it.
pub const LOOK_BACK_DAYS: u32 = 400;
/// Closed flags of so many days are shown.
const CLOSED_DAYS: u32 = 62;
const FINDING_LABEL: &[u8] = b"sotto/v1/reviewed";

/// Everything a request about the review needs.
struct Review {
    happened: Vec<Happened>,
    flags: Vec<Flag>,
    reviewed: HashMap<Hash, Reviewed>,
    staff: Vec<StaffView>,
}

impl Review {
    async fn load(
        app: &App,
        transaction: &mut Transaction,
        school: SchoolId,
    ) -> Result<Self, ApiError> {
        let now = app.now();
        let since = now.day().saturating_sub(LOOK_BACK_DAYS);
        let place = schools::of(transaction, school).await?;
        let calendar = Calendar::parse(&place.calendar).map_err(ApiError::internal)?;
        let happened = transaction.happened_since(school, since * 24).await?;
        let staff = transaction.staff_list(school).await?;
        let leavers = transaction.leavers(school).await?;
        let leaving: Vec<(KeyId, u32)> = leavers
            .iter()
            .filter_map(|leaver| {
                let view = staff.iter().find(|view| view.staff == leaver.staff)?;
                Some((view.key?, leaver.last_day?))
            })
            .collect();
        let mut wrong = transaction.wrong_tries(school, since).await?;
        for (theirs, more) in app.wrong_tries.counted() {
            if theirs == school {
                add(&mut wrong, more);
            }
        }
        let flags = derive_flags(Looked {
            happened: &happened,
            calendar: &calendar,
            leaving: &leaving,
            wrong: &wrong,
            hour: now.hour(),
        });
        Ok(Self {
            reviewed: transaction.reviewed(school).await?,
            happened,
            flags,
            staff,
        })
    }

    fn closed(&self, flag: &Flag) -> Option<&Reviewed> {
        let reviewed = self.reviewed.get(&flag.id());
        reviewed.filter(|reviewed| reviewed.mark >= flag.mark)
    }

    fn name(&self, staff: StaffId) -> String {
        let found = self.staff.iter().find(|view| view.staff == staff);
        found.map(|view| view.name.clone()).unwrap_or_default()
    }

    fn view(&self, flag: &Flag) -> FlagView {
        let (key, name) = match flag.who {
            Who::Key(key) => (Some(key), None),
            Who::Staff(staff) => (None, Some(self.name(staff))),
        };
        FlagView {
            flag: flag.id(),
            rule: flag.rule,
            key,
            name,
            day: flag.day,
            count: flag.count,
            cases: flag.cases.iter().copied().collect(),
            closed: self.closed(flag).map(|reviewed| FlagClosed {
                name: self.name(reviewed.staff),
                hour: reviewed.hour,
                outcome: reviewed.outcome,
            }),
        }
    }
}

/// What was not written down yet counts too.
fn add(wrong: &mut Vec<WrongTries>, more: WrongTries) {
    let same =
        |one: &&mut WrongTries| (one.staff, one.day, one.rule) == (more.staff, more.day, more.rule);
    match wrong.iter_mut().find(same) {
        Some(one) => one.tries = one.tries.saturating_add(more.tries),
        None => wrong.push(more),
    }
}

/// What to look at.
#[utoipa::path(get, path = "/api/v1/review", tag = "log", security(("session" = [])),
    responses((status = 200, body = ReviewView), (status = 401, body = ProblemDocument)))]
pub async fn show(
    State(app): State<App>,
    member: StaffMember,
) -> Result<axum::Json<ReviewView>, ApiError> {
    let mut transaction = app.read().await?;
    let review = Review::load(&app, &mut transaction, member.school).await?;
    let reads = reads(&member);
    let since = app.now().day().saturating_sub(CLOSED_DAYS);
    let mut flags: Vec<FlagView> = review
        .flags
        .iter()
        .filter(|flag| reads || flag.cases.is_empty())
        .map(|flag| review.view(flag))
        .filter(|flag| flag.closed.is_none() || flag.day >= since)
        .collect();
    // Stable: newest first stays so within each.
    flags.sort_by_key(|flag| flag.closed.is_some());
    let months = if reads {
        Vec::new()
    } else {
        let is_open = |flag: &Flag| review.closed(flag).is_none();
        derive_months(&review.happened, &review.flags, is_open)
    };
    Ok(axum::Json(ReviewView { flags, months }))
}

/// Another adult looked at a flag. The log says that they did, and names flag and finding by their hash.
#[utoipa::path(post, path = "/api/v1/review/close", tag = "log", security(("session" = [])),
    request_body = CloseFlagRequest,
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument),
        (status = 404, body = ProblemDocument), (status = 409, body = ProblemDocument),
        (status = 422, body = ProblemDocument)))]
pub async fn close(
    State(app): State<App>,
    member: StaffMember,
    Json(request): Json<CloseFlagRequest>,
) -> Result<StatusCode, ApiError> {
    let mut transaction = app.write_if_room().await?;
    let review = Review::load(&app, &mut transaction, member.school).await?;
    let flag = review.flags.iter().find(|flag| flag.id() == request.flag);
    let flag = flag
        .filter(|flag| reads(&member) || flag.cases.is_empty())
        .ok_or(Problem::NotFound)?;
    let staff = member.view.staff;
    let about_self = match flag.who {
        Who::Key(key) => member.view.key == Some(key),
        Who::Staff(about) => about == staff,
    };
    if about_self {
        return Err(ApiError::from(Problem::Refused)
            .with_detail("This is about you. Another adult looks at it."));
    }
    let hour = app.now().hour();
    let reviewed = Reviewed {
        day: flag.day,
        mark: flag.mark,
        staff,
        hour,
        outcome: request.outcome,
    };
    if review.closed(flag).is_some()
        || !transaction
            .put_reviewed(member.school, &request.flag, &reviewed)
            .await?
    {
        return Err(ApiError::from(Problem::Conflict)
            .with_detail("Somebody has looked at this already. Look again."));
    }
    let finding = [flag.rule as u8, request.outcome.to_byte()];
    let what: [&[u8]; 3] = [FINDING_LABEL, &request.flag.0, &finding];
    own_act::log(&app, transaction, &member, Kind::Reviewed, &what).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn reads(member: &StaffMember) -> bool {
    member.view.role.reads() && member.view.key.is_some()
}

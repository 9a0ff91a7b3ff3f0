//! Takes in first reports: those that arrive while others are being written share one transaction.
//!
//! Why: the log is one chain, so on either engine reports go in one after the other; each by itself would wait for the
//! disk, sign a checkpoint and read the directory again. Together they do each of these once.
//!
//! Reports that nobody has sent before, which is nearly all, are written a table at a time and not a report at a time.
//!
//! Promise: a report is answered only after its commit; each has its own answer; if a transaction fails, each of its
//! reports is tried alone before anyone is refused, so that one cannot spoil it for the others. A visitor who hangs
//! up changes nothing for the others. Nobody waits for company.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use protocol::gateway::{GatewayAnswer, Problem as Why};
use protocol::header::Header;
use protocol::id::SchoolId;
use tokio::sync::oneshot;

use crate::app::App;
use crate::budget::{self, Today};
use crate::in_force::InForce;
use crate::log_keeper::Act;
use crate::problem::{ApiError, Problem};
use crate::store::{Limits, NewReport, ReportCells, StoreError, Submitted, Transaction};

/// Most reports of one transaction, so that the first is not kept waiting for long.
const MOST: usize = 64;
/// Groups under way at once: one that is written while the checkpoint file learns of the one before.
const AT_ONCE: usize = 2;

/// A report that wants in.
pub struct Arrival {
    /// Its rows.
    pub report: NewReport,
    /// What of it is wrapped already; gone after the first attempt.
    pub cells: Option<ReportCells>,
    /// To whom it is addressed.
    pub header: Header,
    /// What the log says of it.
    pub act: Act,
    /// What its school's day is measured against.
    pub limits: Limits,
}

type Answer = Result<GatewayAnswer, ApiError>;
type Waiting = (Arrival, oneshot::Sender<Answer>);

/// Who waits, and whether somebody is at it.
#[derive(Default)]
pub struct Intake {
    state: Mutex<State>,
    /// Directories as they were read last: decoding one for each group costs more than asking whether it still holds.
    directories: Mutex<HashMap<SchoolId, Arc<InForce>>>,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<Waiting>,
    at_it: usize,
}

impl Intake {
    /// Takes in a report, once, with others that come at the same time.
    pub async fn take(&self, app: &App, arrival: Arrival) -> Answer {
        let (tell, told) = oneshot::channel();
        let more = {
            let mut state = self.state();
            state.waiting.push_back((arrival, tell));
            let more = state.at_it < AT_ONCE;
            state.at_it += usize::from(more);
            more
        };
        if more {
            // A task of its own: the visitor whose report begins a group may hang up.
            tokio::spawn(work(app.clone()));
        }
        match told.await {
            Ok(answer) => answer,
            Err(_) => Err(ApiError::internal("the intake stopped half way")),
        }
    }

    /// True when nobody waits; then the worker who asked has left.
    fn is_done(&self) -> bool {
        let mut state = self.state();
        let is_done = state.waiting.is_empty();
        state.at_it -= usize::from(is_done);
        is_done
    }

    /// The next group; empty when another worker took everyone.
    fn next(&self) -> Vec<Waiting> {
        let mut state = self.state();
        let count = state.waiting.len().min(MOST);
        let mut group: Vec<_> = state.waiting.drain(..count).collect();
        drop(state);
        // In one order everywhere: two groups with the same reports then wait for each other instead of deadlocking.
        group.sort_by_key(|(arrival, _)| arrival.report.case);
        group
    }

    /// The directory that is in force for this transaction.
    async fn in_force(
        &self,
        transaction: &mut Transaction,
        school: SchoolId,
    ) -> Result<Arc<InForce>, ApiError> {
        let newest = transaction.directory_in_force(school).await?;
        if let Some(known) = self.directories().get(&school)
            && newest == Some((known.stored.version, known.stored.hash))
        {
            return Ok(Arc::clone(known));
        }
        let loaded = Arc::new(InForce::load(transaction, school).await?);
        self.directories().insert(school, Arc::clone(&loaded));
        Ok(loaded)
    }

    fn directories(&self) -> MutexGuard<'_, HashMap<SchoolId, Arc<InForce>>> {
        let directories = self.directories.lock();
        directories.unwrap_or_else(PoisonError::into_inner)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// After a panic those who wait are told, and the next report begins anew.
struct Shift<'a>(&'a Intake);

impl Drop for Shift<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let mut state = self.0.state();
            state.at_it -= 1;
            state.waiting.clear();
        }
    }
}

async fn work(app: App) {
    let _shift = Shift(&app.intake);
    while !app.intake.is_done() {
        // The turn first: whoever comes while this waits for it is in the group.
        let turn = app.write().await;
        let group = app.intake.next();
        if group.is_empty() {
            continue;
        }
        let (mut arrivals, tell): (Vec<_>, Vec<_>) = group.into_iter().unzip();
        for (tell, answer) in tell
            .into_iter()
            .zip(take_in(&app, turn, &mut arrivals).await)
        {
            // Nobody listens any more: the report is in all the same.
            drop(tell.send(answer));
        }
    }
}

async fn take_in(
    app: &App,
    turn: Result<Transaction, StoreError>,
    arrivals: &mut [Arrival],
) -> Vec<Answer> {
    let error = match together(app, turn, arrivals).await {
        Ok(answers) => return answers,
        Err(error) => error,
    };
    // Waiting or trying again would not help each of them.
    if arrivals.len() == 1 || error.is_full() || error.is_busy() {
        let error = Arc::new(error);
        let refuse = |_| Err(ApiError::from(StoreError::Shared(Arc::clone(&error))));
        return arrivals.iter().map(refuse).collect();
    }
    let mut answers = Vec::with_capacity(arrivals.len());
    for one in arrivals {
        let alone = together(app, app.write().await, std::slice::from_mut(one)).await;
        answers.push(match alone {
            Ok(answer) => answer.into_iter().next().unwrap_or_else(nothing),
            Err(error) => Err(error.into()),
        });
    }
    answers
}

fn nothing() -> Answer {
    Err(ApiError::internal("a report without an answer"))
}

/// All in one transaction. The answers are true once this returns them.
async fn together(
    app: &App,
    turn: Result<Transaction, StoreError>,
    arrivals: &mut [Arrival],
) -> Result<Vec<Answer>, StoreError> {
    if let Some((transaction, group, answers)) = all_new(app, turn?, arrivals).await? {
        return group.finish(transaction, answers).await;
    }
    let mut transaction = app.write().await?;
    let mut group = Group::new(app);
    let mut answers = Vec::with_capacity(arrivals.len());
    for arrival in arrivals {
        answers.push(group.add(&mut transaction, arrival).await?);
    }
    group.finish(transaction, answers).await
}

/// A table at a time, if every report is new and rightly addressed. Otherwise nothing was written.
async fn all_new<'a>(
    app: &'a App,
    mut transaction: Transaction,
    arrivals: &mut [Arrival],
) -> Result<Option<(Transaction, Group<'a>, Vec<Answer>)>, StoreError> {
    let mut group = Group::new(app);
    for Arrival { report, header, .. } in &*arrivals {
        let refusal = group.misaddressed(&mut transaction, report.school, header);
        if refusal.await.is_some() {
            return Ok(None);
        }
    }
    let mut reports = Vec::with_capacity(arrivals.len());
    for Arrival { report, cells, .. } in &mut *arrivals {
        let cells = match cells.take() {
            Some(cells) => cells,
            None => app.database.wrap_report(report).await?,
        };
        reports.push((&*report, cells));
    }
    let Some(transaction) = transaction.insert_wrapped_reports(reports).await? else {
        return Ok(None);
    };
    for arrival in &*arrivals {
        group.came(arrival);
    }
    let answers = arrivals.iter().map(|_| Ok(GatewayAnswer::Accepted {}));
    Ok(Some((transaction, group, answers.collect())))
}

struct Group<'a> {
    app: &'a App,
    directories: HashMap<SchoolId, Arc<InForce>>,
    /// New reports of each school, in one order everywhere, as their rows are locked.
    came: BTreeMap<SchoolId, (Limits, u32)>,
    acts: Vec<(SchoolId, Act)>,
}

impl<'a> Group<'a> {
    fn new(app: &'a App) -> Self {
        Self {
            app,
            directories: HashMap::new(),
            came: BTreeMap::new(),
            acts: Vec::new(),
        }
    }

    async fn add(
        &mut self,
        transaction: &mut Transaction,
        arrival: &Arrival,
    ) -> Result<Answer, StoreError> {
        let Arrival { report, header, .. } = arrival;
        if let Some(refusal) = self.misaddressed(transaction, report.school, header).await {
            // A repeated report is answered "done" under a later directory too.
            return Ok(match transaction.submitted_before(report).await? {
                Some(Submitted::Again) => Ok(GatewayAnswer::Accepted {}),
                _ => refusal,
            });
        }
        Ok(match transaction.insert_report(report).await? {
            Submitted::New => {
                self.came(arrival);
                Ok(GatewayAnswer::Accepted {})
            }
            Submitted::Again => Ok(GatewayAnswer::Accepted {}),
            Submitted::Taken => Ok(refused(Why::Malformed)),
        })
    }

    /// A new report was written.
    fn came(&mut self, arrival: &Arrival) {
        let school = arrival.report.school;
        self.acts.push((school, arrival.act.clone()));
        self.came.entry(school).or_insert((arrival.limits, 0)).1 += 1;
    }

    /// Writes what the log says of it all, and commits.
    async fn finish(
        self,
        mut transaction: Transaction,
        answers: Vec<Answer>,
    ) -> Result<Vec<Answer>, StoreError> {
        let app = self.app;
        let days = self.count(&mut transaction).await?;
        let mut rng = app.randomness.make_rng();
        let recorded = app
            .log
            .record_all(&mut transaction, &self.acts, &mut rng)
            .await?;
        app.log.commit(transaction, recorded.as_ref()).await?;
        for (limits, came, reports) in days {
            let ends_day = None;
            let today = Today {
                limits,
                reports,
                ends_day,
            };
            budget::tell(today, came);
        }
        Ok(answers)
    }

    /// Adds what came to each school's day. Gives what came now and what the day has.
    async fn count(
        &self,
        transaction: &mut Transaction,
    ) -> Result<Vec<(Limits, u32, u32)>, StoreError> {
        let day = self.app.now().day();
        let mut days = Vec::with_capacity(self.came.len());
        for (school, (limits, came)) in &self.came {
            let reports = transaction.count_reports(*school, day, *came).await?;
            days.push((*limits, *came, reports));
        }
        Ok(days)
    }

    /// The refusal of a report that was not addressed to the readers there are.
    async fn misaddressed(
        &mut self,
        transaction: &mut Transaction,
        school: SchoolId,
        header: &Header,
    ) -> Option<Answer> {
        let in_force = match self.directories.entry(school) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => match self.app.intake.in_force(transaction, school).await {
                Ok(in_force) => place.insert(in_force),
                Err(error) => return Some(Err(error)),
            },
        };
        let now = self.app.now();
        let checked = in_force.check_addressed(transaction, header, 0, now).await;
        checked.err().map(refusal)
    }
}

/// The sealed refusal, where the pupil's browser can do something about it.
pub fn refusal(error: ApiError) -> Answer {
    match error.problem() {
        Problem::StaleDirectory => Ok(refused(Why::ReadersChanged)),
        Problem::InvalidEnvelope | Problem::WrongSchool => Ok(refused(Why::Malformed)),
        _ => Err(error),
    }
}

fn refused(problem: Why) -> GatewayAnswer {
    GatewayAnswer::Refused { problem }
}

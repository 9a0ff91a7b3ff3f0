//! What a pupil can do, each in one transaction with its audit entry.

use protocol::audit::{Kind as Happened, NO_KEY};
use protocol::encoding::{Bytes, FixedBytes};
use protocol::envelope::Envelope;
use protocol::gateway::{
    GatewayAnswer, MailboxMessage, MailboxSlot, MailboxView, Op, Problem as Why, Request,
};
use protocol::id::{CaseId, Hash, SchoolId};
use protocol::mailbox::{derive_verifier, verifies};
use protocol::plaintext::Danger;
use protocol::retention::UNREAD_DAYS;
use zeroize::Zeroizing;

use crate::app::App;
use crate::arrival::new_envelope;
use crate::clock::Moment;
use crate::handlers::gateway::Lane;
use crate::in_force::InForce;
use crate::intake::{Arrival, refusal};
use crate::log_keeper::{Act, Recorded};
use crate::problem::ApiError;
use crate::store::{Added, MailboxEnvelope, NewReport, School, Submitted, Transaction, Withdrawn};

/// Longest wait of a report without the code of the school's posters.
const DELAY_WITHOUT_CODE_MINUTES: u32 = 240;

/// Takes in a first report.
pub async fn submit(
    app: &App,
    school: &School,
    lane: Lane,
    request: &Request,
    danger: Danger,
    audit_key: &Zeroizing<[u8; 32]>,
    envelope: &Envelope,
) -> Result<GatewayAnswer, ApiError> {
    let now = app.now();
    let danger = presses(danger);
    let delay = app
        .settings
        .publication_delay_minutes
        .unwrap_or(school.publication_delay_minutes);
    // Without the poster's code it is shown later, so that a flood does not bury what the school wrote itself.
    let delay = if lane.lacks_code {
        delay.max(DELAY_WITHOUT_CODE_MINUTES)
    } else {
        delay
    };
    let wait = app.randomness.up_to(delay);
    let case = envelope.header().case();
    let report = NewReport {
        school: school.id,
        case,
        mailbox: request.mailbox,
        verifier: derive_verifier(&request.token),
        audit_key: **audit_key,
        danger,
        received_half_day: now.half_day(),
        urgent_minute: danger.then(|| now.minute()),
        visible_minute: (!danger && wait > 0).then(|| now.minute().saturating_add(wait)),
        destroy_after_day: now.day().saturating_add(UNREAD_DAYS),
        envelope: new_envelope(envelope, now.half_day_hour()),
    };
    // While only the reserve is left on the disk it is kept for danger (R14).
    if !danger {
        app.refuse_without_room()?;
    }
    let mut arrival = Arrival {
        report,
        cells: None,
        header: envelope.header().clone(),
        act: happened(app, case, Happened::Received, envelope.hash()),
        limits: lane.limits,
    };
    if lane.is_ended || (lane.is_stopped && !danger) {
        // Sent again it is answered as before, however full the day is now.
        let mut transaction = app.read().await?;
        let before = transaction.submitted_before(&arrival.report).await?;
        return Ok(match before {
            Some(Submitted::Again) => GatewayAnswer::Accepted {},
            // Danger too: nobody would read it. The page says where help is.
            _ if lane.is_ended => refused(Why::Ended),
            _ => refused(Why::Tomorrow),
        });
    }
    arrival.cells = Some(app.database.wrap_report(&arrival.report).await?);
    app.intake.take(app, arrival).await
}

/// True for a report that must be taken whatever the load.
pub fn is_danger(request: &Request) -> bool {
    matches!(&request.op, Op::Submit { danger, .. } if presses(*danger))
}

/// "Not sure" is treated as danger: waiting is only for those who said there is none.
fn presses(danger: Danger) -> bool {
    danger != Danger::No
}

/// What is in the mailbox.
pub async fn check(
    app: &App,
    school: &School,
    request: &Request,
) -> Result<GatewayAnswer, ApiError> {
    let mut transaction = app.read().await?;
    let case = match find_case(&mut transaction, school.id, request, app.now()).await? {
        Ok(case) => case,
        Err(answer) => return Ok(answer),
    };
    let Some(content) = transaction.mailbox_content(school.id, case).await? else {
        return Ok(GatewayAnswer::NoMailbox);
    };
    let (entries, checkpoint) = app
        .log
        .case_entries(&mut transaction, school.id, case)
        .await?;
    Ok(GatewayAnswer::Mailbox(MailboxView {
        case,
        received_half_day: content.received_half_day,
        withdrawn: content.withdrawn,
        messages: content.envelopes.into_iter().map(message).collect(),
        entries,
        checkpoint,
    }))
}

/// Takes in a follow-up.
pub async fn say(
    app: &App,
    school: &School,
    lane: Lane,
    request: &Request,
    envelope: &Envelope,
) -> Result<GatewayAnswer, ApiError> {
    let mut transaction = app.write_if_room().await?;
    let case = match find_case(&mut transaction, school.id, request, app.now()).await? {
        Ok(case) => case,
        Err(answer) => return Ok(answer),
    };
    if envelope.header().case() != case {
        return Ok(refused(Why::Malformed));
    }
    let state = transaction.case_state(school.id, case).await?;
    let withdrawn = state.is_some_and(|state| state.withdrawn);
    let arrived = new_envelope(envelope, app.now().half_day_hour());
    match transaction.add_envelope(school.id, case, &arrived).await? {
        Added::New | Added::Missing if withdrawn => return Ok(refused(Why::Closed)),
        Added::New if lane.is_ended => return Ok(refused(Why::Ended)),
        Added::New => {}
        Added::Again => return accepted_before(transaction).await,
        Added::Differs => return Ok(refused(Why::Malformed)),
        Added::Missing => return Ok(GatewayAnswer::NoMailbox),
    }
    if let Some(refusal) = misaddressed(app, &mut transaction, school.id, envelope).await? {
        return Ok(refusal);
    }
    let recorded = record(
        app,
        &mut transaction,
        school.id,
        case,
        Happened::MessageAdded,
        envelope.hash(),
    )
    .await?;
    transaction.stop_clock(school.id, case).await?;
    app.log.commit(transaction, &recorded).await?;
    Ok(GatewayAnswer::Accepted {})
}

/// Takes the report back: gone if nobody had read it, closed for the pupil if someone had.
pub async fn withdraw(
    app: &App,
    school: &School,
    request: &Request,
) -> Result<GatewayAnswer, ApiError> {
    let mut transaction = app.write().await?;
    let case = match find_case(&mut transaction, school.id, request, app.now()).await? {
        Ok(case) => case,
        Err(answer) => return Ok(answer),
    };
    match transaction.withdraw(school.id, case).await? {
        Withdrawn::Erased | Withdrawn::Closed => {}
        Withdrawn::Again => return accepted_before(transaction).await,
        Withdrawn::Missing => return Ok(GatewayAnswer::NoMailbox),
    }
    let recorded = record(
        app,
        &mut transaction,
        school.id,
        case,
        Happened::Withdrawn,
        FixedBytes([0; 32]),
    )
    .await?;
    app.log.commit(transaction, &recorded).await?;
    if let Err(error) = app.database.scrub().await {
        // The rows are gone and overwritten; only the copy in the write-ahead log waits for the next checkpoint.
        tracing::warn!(error = %error, "the write-ahead log could not be emptied after a withdrawal");
    }
    Ok(GatewayAnswer::Accepted {})
}

/// Says "accepted" to a repetition. What it repeats may be in the same commit group and not on disk yet, and "accepted"
/// is never said before that.
async fn accepted_before(transaction: Transaction) -> Result<GatewayAnswer, ApiError> {
    transaction.commit().await?;
    Ok(GatewayAnswer::Accepted {})
}

/// The case behind id and token, or the answer that says why there is none. An absent mailbox is compared with a
/// verifier that nothing fits, and costs the same look for what is gone as one with another token.
async fn find_case(
    transaction: &mut Transaction,
    school: SchoolId,
    request: &Request,
    now: Moment,
) -> Result<Result<CaseId, GatewayAnswer>, ApiError> {
    let mailbox = transaction.mailbox(school, &request.mailbox).await?;
    let decoy = FixedBytes([0; 32]);
    let fits = verifies(
        &request.token,
        mailbox.as_ref().map_or(&decoy, |mailbox| &mailbox.verifier),
    );
    if let Some(mailbox) = mailbox.filter(|_| fits) {
        let state = transaction.case_state(school, mailbox.case).await?;
        return Ok(match state.filter(|state| state.is_ending) {
            None => Ok(mailbox.case),
            Some(state) => Err(GatewayAnswer::Gone {
                day: now.day(),
                taken_back: state.is_erased(),
            }),
        });
    }
    let verifier = derive_verifier(&request.token);
    let gone = transaction
        .gone(school, &request.mailbox, &verifier)
        .await?;
    Ok(Err(gone.map_or(GatewayAnswer::NoMailbox, |gone| {
        GatewayAnswer::Gone {
            day: gone.day,
            taken_back: gone.taken_back,
        }
    })))
}

/// The sealed refusal of an envelope that was not addressed to the readers there are.
async fn misaddressed(
    app: &App,
    transaction: &mut Transaction,
    school: SchoolId,
    envelope: &Envelope,
) -> Result<Option<GatewayAnswer>, ApiError> {
    let in_force = InForce::load(transaction, school).await?;
    let checked = in_force
        .check_addressed(transaction, envelope.header(), 0, app.now())
        .await;
    checked.err().map(refusal).transpose()
}

async fn record(
    app: &App,
    transaction: &mut Transaction,
    school: SchoolId,
    case: CaseId,
    kind: Happened,
    envelope: Hash,
) -> Result<Recorded, ApiError> {
    let act = happened(app, case, kind, envelope);
    let mut rng = app.randomness.make_rng();
    Ok(app.log.record(transaction, school, &act, &mut rng).await?)
}

/// What a pupil did is dated to the half-day, also in the log.
fn happened(app: &App, case: CaseId, kind: Happened, envelope: Hash) -> Act {
    Act::Case {
        case,
        kind,
        key: NO_KEY,
        reason: None,
        hour: app.now().half_day_hour(),
        envelope,
    }
}

fn message(envelope: MailboxEnvelope) -> MailboxMessage {
    MailboxMessage {
        header: Bytes(envelope.header),
        commitment: envelope.commitment,
        own: envelope.own.map(FixedBytes),
        slot: envelope.slot.map(|slot| MailboxSlot {
            enc: Bytes(slot.enc),
            notice: FixedBytes(slot.notice),
            wrap: FixedBytes(slot.wrap),
        }),
        body: Bytes(envelope.body),
        half_day: envelope.hour / 12,
    }
}

fn refused(problem: Why) -> GatewayAnswer {
    GatewayAnswer::Refused { problem }
}

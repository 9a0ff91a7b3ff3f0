//! The sector's words for roles, states, reasons, lanes and outcomes.

use client::reporter::message::{About, Danger};
use client::staff::message::{Decision, Entry, Event, Lane, Reason, State, Urgency};
use protocol::api::Role;

use super::{calendar, urgency};
use crate::category;
use crate::text::staff as t;

/// A role as staff say it.
#[must_use]
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Lead => t::role_lead(),
        Role::Deputy => t::role_deputy(),
        Role::Reader => t::role_reader(),
        Role::Head => t::role_head(),
        Role::Chair => t::role_chair(),
        Role::Admin => t::role_admin(),
    }
}

/// The id of a role in a form.
#[must_use]
pub const fn role_id(role: Role) -> &'static str {
    match role {
        Role::Lead => "lead",
        Role::Deputy => "deputy",
        Role::Reader => "reader",
        Role::Head => "head",
        Role::Chair => "chair",
        Role::Admin => "admin",
    }
}

/// Every role, in the order offered.
pub const ROLES: [Role; 6] = [
    Role::Lead,
    Role::Deputy,
    Role::Reader,
    Role::Head,
    Role::Chair,
    Role::Admin,
];

/// Every reason, in the order offered.
pub const REASONS: [Reason; 5] = [
    Reason::OnDuty,
    Reason::SecondOpinion,
    Reason::TakingOver,
    Reason::FollowUp,
    Reason::Other,
];

/// A reason in the first person, as offered.
#[must_use]
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::OnDuty => t::reason_on_duty(),
        Reason::SecondOpinion => t::reason_second_opinion(),
        Reason::TakingOver => t::reason_taking_over(),
        Reason::FollowUp => t::reason_follow_up(),
        Reason::Other => t::reason_other(),
        Reason::HandingOver => t::logged_handing_over(),
    }
}

/// A reason as the log says it.
#[must_use]
pub fn reason_logged(reason: Reason) -> &'static str {
    match reason {
        Reason::OnDuty => t::logged_on_duty(),
        Reason::SecondOpinion => t::logged_second_opinion(),
        Reason::TakingOver => t::logged_taking_over(),
        Reason::FollowUp => t::logged_follow_up(),
        Reason::Other => t::logged_other(),
        Reason::HandingOver => t::logged_handing_over(),
    }
}

/// A lane's heading.
#[must_use]
pub fn lane(lane: Lane) -> &'static str {
    match lane {
        Lane::NeedsEyesNow => t::lane_eyes(),
        Lane::New => t::lane_new(),
        Lane::WaitingOnPupil => t::lane_pupil(),
        Lane::Open => t::lane_open(),
        Lane::WaitingOnAgency => t::lane_agency(),
        Lane::DueToClose => t::lane_due(),
        Lane::Expiring => t::lane_expiring(),
        Lane::Closed => t::lane_closed(),
    }
}

/// States offered in the decide panel. Closing and reopening have their own.
pub const STATES: [State; 5] = [
    State::Open,
    State::WaitingOnPupil,
    State::WaitingOnAgency,
    State::Monitoring,
    State::DueToClose,
];

/// A state in words.
#[must_use]
pub fn state(state: State) -> &'static str {
    match state {
        State::Open => t::state_open(),
        State::WaitingOnPupil => t::state_pupil(),
        State::WaitingOnAgency => t::state_agency(),
        State::Monitoring => t::state_monitoring(),
        State::DueToClose => t::state_due(),
        State::Closed => t::state_closed(),
        State::Reopened => t::state_reopened(),
    }
}

/// The id of a state in a form.
#[must_use]
pub const fn state_id(state: State) -> &'static str {
    match state {
        State::Open => "open",
        State::WaitingOnPupil => "pupil",
        State::WaitingOnAgency => "agency",
        State::Monitoring => "monitoring",
        State::DueToClose => "due",
        State::Closed => "closed",
        State::Reopened => "reopened",
    }
}

/// Urgency in one word.
#[must_use]
pub fn urgency(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Now => t::urgency_now(),
        Urgency::Today => t::urgency_today(),
        Urgency::ThisWeek => t::urgency_week(),
        Urgency::Note => t::urgency_note(),
    }
}

/// What the pupil answered about danger.
#[must_use]
pub fn danger(danger: Danger) -> &'static str {
    match danger {
        Danger::Yes => t::danger_yes(),
        Danger::NotSure => t::danger_not_sure(),
        Danger::No => t::danger_no(),
    }
}

/// Whom the pupil says it is about.
#[must_use]
pub fn about(about: About) -> &'static str {
    match about {
        About::Me => t::about_me(),
        About::SomeoneElse => t::about_someone(),
        About::LotsOfPeople => t::about_lots(),
        About::NotSure => t::about_not_sure(),
    }
}

/// The sector's term for a category; an unknown id reads as itself.
#[must_use]
pub fn category(id: &str) -> String {
    category::find_staff(id).map_or_else(|| id.to_owned(), |category| category.staff.to_owned())
}

/// All categories in one line.
#[must_use]
pub fn categories(ids: &[String]) -> String {
    ids.iter()
        .map(|id| category(id))
        .collect::<Vec<_>>()
        .join("; ")
}

/// An outcome in words; an unknown id reads as itself.
#[must_use]
pub fn outcome(id: &str) -> String {
    let words = t::outcome(id);
    if words.is_empty() {
        id.to_owned()
    } else {
        words
    }
}

/// What happened, after the name of who did it.
#[must_use]
pub fn event(event: &Event) -> String {
    match event {
        Event::Received => t::event_received().to_owned(),
        Event::Opened { reason } => t::event_opened(reason_logged(*reason)),
        Event::PupilWrote => t::event_pupil_wrote().to_owned(),
        Event::Replied => t::event_replied().to_owned(),
        Event::NoteAdded => t::event_note().to_owned(),
        Event::Decided(decision) => decided(decision),
        Event::Closed {
            outcome: id,
            rationale,
        } => t::event_closed(&outcome(id), rationale),
        Event::Reopened { rationale } => t::event_reopened(rationale),
        Event::SteppedAside { why } => t::event_stepped_aside(why),
        Event::Moved { record } => t::event_moved(record),
        Event::Withdrawn => t::event_withdrawn().to_owned(),
        Event::HoldSet { reason } if reason.is_empty() => t::event_hold().to_owned(),
        Event::HoldSet { reason } => t::event_hold_why(reason),
        Event::HoldLifted { reason } if reason.is_empty() => t::event_hold_lifted().to_owned(),
        Event::HoldLifted { reason } => t::event_hold_lifted_why(reason),
        Event::KeeperNamed { reason } => t::event_keeper(reason),
        Event::Expired => t::event_expired().to_owned(),
        Event::Rewrapped => t::event_rewrapped().to_owned(),
    }
}

fn decided(decision: &Decision) -> String {
    let mut parts = Vec::new();
    if let Some(title) = &decision.title {
        parts.push(t::decided_title(title));
    }
    if let Some(level) = decision.urgency {
        parts.push(t::decided_urgency(urgency(level)));
    }
    if let Some(ids) = &decision.categories {
        parts.push(t::decided_categories(&categories(ids)));
    }
    if let Some(to) = decision.state {
        parts.push(t::decided_state(state(to)));
    }
    if decision.owner.is_some() {
        parts.push(t::decided_owner().to_owned());
    }
    if let Some(day) = decision.due_day {
        parts.push(t::decided_due(&calendar::short_date(i64::from(day))));
    }
    if parts.is_empty() {
        parts.push(t::decided_nothing().to_owned());
    }
    t::event_decided(&parts.join("; "), &decision.rationale)
}

/// What a log entry says, and the reason if it has one.
#[must_use]
pub fn entry(entry: &Entry) -> (String, Option<String>) {
    match entry {
        Entry::Case(Event::Opened { reason }) => (
            t::entry_opened().to_owned(),
            Some(reason_logged(*reason).to_owned()),
        ),
        Entry::Case(other) => (event(other), None),
        Entry::Message => (t::entry_message().to_owned(), None),
        Entry::DirectoryVersion { version } => (
            version.map_or_else(
                || t::entry_directory().to_owned(),
                |version| t::entry_directory_version(i64::from(version)),
            ),
            None,
        ),
        Entry::StaffEnded => (t::entry_ended().to_owned(), None),
        Entry::Invited => (t::entry_invited().to_owned(), None),
        Entry::Destroyed { .. } => (t::entry_destroyed().to_owned(), None),
        Entry::Restored => (t::entry_restored().to_owned(), None),
        Entry::SharesMade => (t::entry_shares().to_owned(), None),
        Entry::RecoveryAsked => (t::entry_recovery_asked().to_owned(), None),
        Entry::ShareGiven => (t::entry_share_given().to_owned(), None),
        Entry::Recovered => (t::entry_recovered().to_owned(), None),
        Entry::RecoveryStopped => (t::entry_recovery_stopped().to_owned(), None),
        Entry::ShareDrilled => (t::entry_drilled().to_owned(), None),
        Entry::WindDownAsked => (t::entry_end_asked().to_owned(), None),
        Entry::WindDownAgreed => (t::entry_end_agreed().to_owned(), None),
        Entry::WindDownStopAsked => (t::entry_end_stop_asked().to_owned(), None),
        Entry::WindDownStopped => (t::entry_end_stopped().to_owned(), None),
        Entry::TakenOut => (t::entry_taken_out().to_owned(), None),
        Entry::WoundDown { .. } => (t::entry_wound_down().to_owned(), None),
        Entry::RecoveryCodeUsed => (t::entry_code_used().to_owned(), None),
        Entry::SecondFactorChanged => (t::entry_factor_changed().to_owned(), None),
        Entry::Exported => (t::entry_exported().to_owned(), None),
        Entry::Reviewed => (t::entry_reviewed().to_owned(), None),
        Entry::SignedOff => (t::entry_signed_off().to_owned(), None),
        Entry::SchoolOpened => (t::entry_opened_school().to_owned(), None),
        Entry::SettingsChanged => (t::entry_settings().to_owned(), None),
        Entry::Other { kind } => (t::entry_other(i64::from(*kind)), None),
    }
}

/// The bars beside an urgency word.
#[must_use]
pub fn urgency_class(level: Urgency) -> String {
    format!("urge urge-{}", 5 - urgency::bars(level))
}

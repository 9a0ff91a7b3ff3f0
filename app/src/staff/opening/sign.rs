//! Signing for an item: the form that a person's role lets them sign.

use client::staff::message::Ask;
use leptos::ev;
use leptos::prelude::*;
use protocol::api::{Role, SignOff, SignOffRequest, TermsText};

use super::Gate;
use super::difference::difference;
use crate::staff::calendar;
use crate::staff::form::{self, Line, Problems};
use crate::text::staff as t;

/// Longest name or list of names, in bytes.
const MOST: usize = 120;

/// What a role may sign for; the server holds the same rule.
pub const fn forms(role: Role) -> &'static [SignOff] {
    match role {
        Role::Head | Role::Chair => &[SignOff::Assessment, SignOff::Terms],
        Role::Lead | Role::Deputy => &[SignOff::Practice],
        Role::Reader | Role::Admin => &[],
    }
}

/// Ids and words of a form.
struct Words {
    id: &'static str,
    line: &'static str,
    day: &'static str,
    title: &'static str,
    lead: &'static str,
    label: &'static str,
    wrong: &'static str,
    go: &'static str,
}

fn words(what: SignOff) -> Words {
    match what {
        SignOff::Assessment => Words {
            id: "sign-assessment",
            line: "sign-assessment-who",
            day: "sign-assessment-day",
            title: t::sign_assessment(),
            lead: t::sign_assessment_words(),
            label: t::sign_officer(),
            wrong: t::wrong_officer(),
            go: t::sign_assessment_go(),
        },
        SignOff::Terms => Words {
            id: "sign-terms",
            line: "sign-terms-who",
            day: "sign-terms-day",
            title: t::sign_terms(),
            lead: t::sign_terms_words(),
            label: t::sign_officer(),
            wrong: t::wrong_officer(),
            go: t::sign_terms_go(),
        },
        SignOff::Practice => Words {
            id: "sign-practice",
            line: "sign-practice-who",
            day: "sign-practice-day",
            title: t::sign_practice(),
            lead: t::sign_practice_words(),
            label: t::sign_took_part(),
            wrong: t::wrong_took_part(),
            go: t::sign_practice_go(),
        },
    }
}

/// The form.
#[component]
pub fn Form(
    gate: Gate,
    what: SignOff,
    terms: TermsText,
    before: Option<TermsText>,
) -> impl IntoView {
    let version = terms.version;
    let who = RwSignal::new(String::new());
    let day = RwSignal::new(calendar::iso_day(calendar::today()));
    let problems = Problems::new();
    let is_terms = what == SignOff::Terms;
    let words = words(what);
    let (line, when, wrong) = (words.line, words.day, words.wrong);
    let sign = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let named = who.with_untracked(|who| who.trim().len());
        let done_day = calendar::read_day(&day.get_untracked());
        let mut found = Vec::new();
        if !(2..=MOST).contains(&named) {
            found.push((line, wrong.to_owned()));
        }
        if done_day.is_none_or(|day| i64::from(day) > calendar::today()) {
            found.push((when, t::wrong_day().to_owned()));
        }
        let (true, Some(done_day)) = (problems.show(found), done_day) else {
            return;
        };
        let request = SignOffRequest {
            what,
            version: if is_terms { version } else { 0 },
            words: who.get_untracked(),
            done_day,
        };
        gate.ask(&Ask::SignOff(request), Some(t::say_signed()));
    };
    view! {
        <section class="panel" aria-labelledby=words.id>
            <h2 id=words.id>{words.title}</h2>
            <p>{words.lead}</p>
            {before.filter(|_| is_terms).map(|before| difference(&before, &terms))}
            {is_terms.then(|| view! {
                <details class="fold">
                    <summary>{t::sign_terms_read(i64::from(version))}</summary>
                    <p class="words">{terms.text}</p>
                </details>
            })}
            <form class="stack sign-form" novalidate on:submit=sign>
                {form::summary(problems)}
                {form::line(Line::text(line, words.label), who, problems)}
                <div class="field">
                    <label for=when>{t::sign_day()}</label>
                    {form::error(when, problems)}
                    <input
                        class="input"
                        id=when
                        type="date"
                        prop:value=move || day.get()
                        on:change=move |event| day.set(event_target_value(&event))
                    />
                </div>
                <p><button type="submit" class="btn btn-go">{words.go}</button></p>
            </form>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // XAM-23: whoever only configures signs for nothing.
    #[test]
    fn who_signs_for_what() {
        assert!(forms(Role::Admin).is_empty() && forms(Role::Reader).is_empty());
        assert!(!forms(Role::Lead).contains(&SignOff::Assessment));
        assert!(forms(Role::Chair).contains(&SignOff::Terms));
    }
}

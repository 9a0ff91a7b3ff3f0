//! Plays a scene: moves the clock to each act and lets its person do it.

use std::collections::BTreeMap;

use client::staff::message::{Ask, Decision};
use protocol::api::Role;
use protocol::day::Timestamp;
use protocol::id::CaseId;
use protocol::plaintext::Question;

use crate::fault::{Fault, Needed};
use crate::file::{DemoFile, Person};
use crate::joins::join;
use crate::pupil::Visit;
use crate::scene::{Act, Decide, Moment, Report, Scene, What, Who};
use crate::staff::Desk;
use crate::world::World;

/// What is remembered of a case while the scene is played.
#[derive(Default)]
struct Played {
    name: String,
    words: String,
    report: Option<Report>,
    case: Option<CaseId>,
}

/// Everyone on stage.
pub struct Play<'a> {
    world: &'a World,
    poster: String,
    desks: Vec<Desk>,
    cases: Vec<Played>,
}

impl<'a> Play<'a> {
    /// Everyone takes their place.
    pub async fn begin(world: &'a World, file: &DemoFile, scene: &Scene) -> Self {
        let mut desks = Vec::new();
        for person in &file.people {
            desks.push(Desk::new(world, person.clone()).await);
        }
        let cases = scene
            .cases
            .iter()
            .map(|case| Played {
                name: case.name.clone(),
                ..Played::default()
            })
            .collect();
        Self {
            world,
            poster: file.poster_path.clone(),
            desks,
            cases,
        }
    }

    /// Plays every act and leaves the clock at `now`.
    pub async fn run(&mut self, moments: &[Moment], now: Timestamp) -> Result<(), Fault> {
        for moment in moments {
            self.world.set(moment.at);
            match moment.act.who.role() {
                None => self.pupil(moment.case, &moment.act).await?,
                Some(_) if matches!(moment.act.what, What::Join {}) => {
                    join(self.world, &mut self.desks).await?;
                }
                Some(role) => self.adult(moment.case, role, &moment.act).await?,
            }
        }
        self.world.set(now);
        Ok(())
    }

    /// Everyone who can sign in, whoever joined included.
    #[must_use]
    pub fn people(&self) -> Vec<Person> {
        self.desks.iter().map(|desk| desk.person.clone()).collect()
    }

    /// The receipt codes of everyone who wrote, by the name of their case.
    #[must_use]
    pub fn codes(&self) -> BTreeMap<String, String> {
        let wrote = self.cases.iter().filter(|case| !case.words.is_empty());
        wrote
            .map(|case| (case.name.clone(), case.words.clone()))
            .collect()
    }

    async fn pupil(&mut self, case: usize, act: &Act) -> Result<(), Fault> {
        let mut visit = Visit::begin(self.world, &self.poster).await?;
        let played = self.cases.get_mut(case).needed("the case")?;
        match &act.what {
            What::Report(report) => {
                played.words = visit.report(report, &act.leave_out, &act.add).await?;
                played.report = Some(report.clone());
            }
            What::Say(say) => {
                visit.come_back(&played.words).await?;
                visit.say(say).await?;
            }
            What::Withdraw {} => {
                visit.come_back(&played.words).await?;
                visit.withdraw().await?;
            }
            _ => return Err(Fault::new("a pupil cannot do that")),
        }
        Ok(())
    }

    async fn adult(&mut self, place: usize, role: Role, act: &Act) -> Result<(), Fault> {
        let at = self
            .desks
            .iter()
            .position(|desk| desk.person.role == role)
            .needed("the adult")?;
        let world = self.world;
        self.desks
            .get_mut(at)
            .needed("the desk")?
            .sign_in(world)
            .await?;
        if matches!(act.what, What::Look {}) {
            let desk = self.desks.get_mut(at).needed("the desk")?;
            return desk.board(world).await.map(drop);
        }
        let case = self.find(place, at).await?;
        let ask = match act.what.clone() {
            What::Open { reason } => Ask::Open {
                case,
                reason,
                detail: String::new(),
            },
            What::Reply {
                text,
                asks,
                answers,
            } => Ask::Reply {
                case,
                text,
                question: match (asks, answers.is_empty()) {
                    (false, _) => Question::Nothing,
                    (true, true) => Question::Words,
                    (true, false) => Question::Tap(answers),
                },
            },
            What::Note { text } => Ask::Note { case, text },
            What::Decide(decide) => {
                let decision = self.decision(at, decide).await?;
                Ask::Decide { case, decision }
            }
            What::Close {
                outcome,
                rationale,
                message,
            } => Ask::Close {
                case,
                outcome,
                rationale,
                message,
            },
            What::Hold {
                review_in_days,
                reason,
            } => Ask::Hold {
                case,
                review_day: world.now().day().plus_days(review_in_days).0,
                reason,
            },
            What::Report(_) | What::Say(_) | What::Withdraw {} | What::Join {} | What::Look {} => {
                return Err(Fault::new("an adult cannot do that"));
            }
        };
        let desk = self.desks.get_mut(at).needed("the desk")?;
        if !matches!(act.what, What::Open { .. }) {
            let open = Ask::Open {
                case,
                reason: client::staff::message::Reason::FollowUp,
                detail: String::new(),
            };
            // After a new sign-in the case must be opened again before anything can be written in it.
            if desk.must_open(case) {
                desk.on_case(world, "open a case", open).await?;
            }
        }
        desk.on_case(world, "work on a case", ask).await?;
        desk.opened(case);
        Ok(())
    }

    /// The case as staff know it: on the board, with what the pupil chose, and not another one of the scene.
    async fn find(&mut self, place: usize, at: usize) -> Result<CaseId, Fault> {
        let played = self.cases.get(place).needed("the case")?;
        if let Some(case) = played.case {
            return Ok(case);
        }
        let report = played.report.clone().needed("the report")?;
        let taken: Vec<CaseId> = self.cases.iter().filter_map(|played| played.case).collect();
        let board = self
            .desks
            .get_mut(at)
            .needed("the desk")?
            .board(self.world)
            .await?;
        let fits = |row: &&client::staff::message::BoardRow| {
            !taken.contains(&row.case)
                && row.categories == report.categories
                && row.about == Some(report.about)
        };
        let case = board
            .rows
            .iter()
            .find(fits)
            .needed("the case on the board")?
            .case;
        self.cases.get_mut(place).needed("the case")?.case = Some(case);
        Ok(case)
    }

    async fn decision(&mut self, at: usize, decide: Decide) -> Result<Decision, Fault> {
        let owner = match decide.owner.and_then(Who::role) {
            None => None,
            Some(role) => {
                let world = self.world;
                let desk = self.desks.get_mut(at).needed("the desk")?;
                let people = desk.on_people(world, "see the adults", Ask::People).await?;
                let owner = people.readers.iter().find(|reader| reader.role == role);
                Some(owner.needed("the owner")?.key)
            }
        };
        Ok(Decision {
            title: decide.title,
            state: decide.state,
            urgency: decide.urgency,
            categories: None,
            owner,
            due_day: decide
                .due_in_days
                .map(|days| self.world.now().day().plus_days(days).0),
            rationale: decide.rationale,
        })
    }
}

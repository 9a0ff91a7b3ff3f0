//! The adult's session: one school, one person's keys, and what they have seen of cases and log.
//!
//! Promises: keys are opened here and never leave; nothing is decrypted before its opening is proven in the log;
//! a case whose notice does not open is not shown at all. Dropping the session wipes every key.

use protocol::api::{InviteLookAnswer, StaffView};
use protocol::day::Timestamp;
use protocol::directory::Known;
use protocol::id::CaseId;
use protocol::keys::StaffSecret;
use protocol::vault::AccountSecret;
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::board::{Told, Walk};
use super::known_case::KnownCase;
use super::log::LogWatch;
use super::message::{Answer, Ask, Failure, Stage};
use super::own_sign_in::SecondFactor;
use super::regain::ComingBack;
use crate::school::{self, KnownSchool};
use crate::transport::Transport;

/// Everything a staff worker knows. `R` is the only source of randomness.
pub struct Session<T, R> {
    pub(super) transport: T,
    pub(super) rng: R,
    slug: String,
    known: Known,
    pub(super) school: Option<KnownSchool>,
    desk: Option<Desk>,
    pub(super) invitation: Option<InviteLookAnswer>,
}

/// What a signed-in adult works with.
pub struct Desk {
    pub token: Zeroizing<String>,
    pub me: StaffView,
    pub secret: StaffSecret,
    /// What the printed kit says: one share of the keys is sealed to it.
    pub kit: AccountSecret,
    pub log: LogWatch,
    pub cases: Vec<KnownCase>,
    /// Where the reading of the inbox stands, if it is under way.
    pub walk: Option<Walk>,
    /// What the page was told of the board.
    pub told: Told,
}

impl Desk {
    /// A case this adult can see.
    pub fn case(&self, case: CaseId) -> Option<&KnownCase> {
        self.cases.iter().find(|known| known.case == case)
    }

    /// The same, to change.
    pub fn case_mut(&mut self, case: CaseId) -> Result<&mut KnownCase, Failure> {
        self.cases
            .iter_mut()
            .find(|known| known.case == case)
            .ok_or(Failure::NotFound)
    }
}

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// A session that knows nothing yet.
    pub fn new(transport: T, rng: R) -> Self {
        Self {
            transport,
            rng,
            slug: String::new(),
            known: Known::default(),
            school: None,
            desk: None,
            invitation: None,
        }
    }

    /// Answers the page. `stage` is told where a long step stands.
    pub async fn answer(
        &mut self,
        ask: Ask,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Answer {
        let answer = self.dispatch(ask, now, stage).await;
        // The server no longer knows this session: neither do we, keys included.
        if matches!(answer, Err(Failure::SessionEnded)) {
            self.desk = None;
        }
        answer.unwrap_or_else(Answer::Failed)
    }

    async fn dispatch(
        &mut self,
        ask: Ask,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Answer, Failure> {
        match ask {
            Ask::School { slug } => self.look_at_school(slug, now).await,
            Ask::SignIn {
                slug,
                user,
                password,
                account_secret,
                code,
                passkey,
            } => {
                let password = Zeroizing::new(password);
                let account_secret = Zeroizing::new(account_secret);
                self.enter_school(slug, now).await?;
                let factor = SecondFactor {
                    code: &code,
                    passkey: passkey.map(|shown| *shown),
                };
                self.sign_in(&user, &password, &account_secret, factor, stage)
                    .await
                    .map(Answer::SignedIn)
            }
            Ask::PasskeyChallenge { slug } => {
                if let Some(slug) = slug {
                    self.enter_school(slug, now).await?;
                }
                self.passkey_challenge().await.map(Answer::PasskeyChallenge)
            }
            Ask::PasskeyOptions => {
                let options = self.passkey_options().await?;
                Ok(Answer::PasskeyOptions(Box::new(options)))
            }
            Ask::AddPasskey(request) => {
                self.add_passkey(&request).await?;
                self.own_sign_in().await.map(Answer::OwnSignIn)
            }
            Ask::RemovePasskey { credential } => {
                self.remove_passkey(&credential.0).await?;
                self.own_sign_in().await.map(Answer::OwnSignIn)
            }
            Ask::SignOut => Ok(self.sign_out().await),
            Ask::Board { whole } => self.board(whole, now).await.map(Answer::Board),
            Ask::Open {
                case,
                reason,
                detail,
            } => self
                .open(case, reason, &detail, now, stage)
                .await
                .map(case_answer),
            Ask::Reply {
                case,
                text,
                question,
            } => self
                .reply(case, &text, question, now, stage)
                .await
                .map(case_answer),
            Ask::Note { case, text } => self.note(case, &text, now, stage).await.map(case_answer),
            Ask::Decide { case, decision } => self
                .decide(case, decision, now, stage)
                .await
                .map(case_answer),
            Ask::Close {
                case,
                outcome,
                rationale,
                message,
            } => {
                let closing = super::write::Closing {
                    outcome,
                    rationale,
                    message,
                };
                self.close(case, closing, now, stage).await.map(case_answer)
            }
            Ask::Reopen { case, rationale } => self
                .reopen(case, &rationale, now, stage)
                .await
                .map(case_answer),
            Ask::Moved { case, record } => {
                self.moved(case, &record, now, stage).await.map(case_answer)
            }
            Ask::Hold {
                case,
                review_day,
                reason,
            } => self
                .hold(case, review_day, &reason, now, stage)
                .await
                .map(case_answer),
            Ask::Lift { case, reason } => {
                self.lift(case, &reason, now, stage).await.map(case_answer)
            }
            Ask::Audit { before } => self.audit(before, now).await.map(Answer::Audit),
            Ask::SaveLog => self
                .save_log(now)
                .await
                .map(|json| Answer::LogFile { json }),
            Ask::Destroyed => self.destroyed().await.map(Answer::Destroyed),
            Ask::Review { whole } => self.review(whole, now).await.map(Answer::Review),
            Ask::CloseFlag(request) => {
                self.close_flag(&request).await?;
                self.review(true, now).await.map(Answer::Review)
            }
            Ask::Gate => self.gate().await.map(Answer::Gate),
            Ask::SignOff(request) => self.sign_off(request).await.map(Answer::Gate),
            Ask::OpenSchool => self.open_school().await.map(Answer::Gate),
            Ask::Settings => self.settings().await.map(Answer::Settings),
            Ask::ChangeSettings(change) => {
                self.change_settings(&change).await.map(Answer::Settings)
            }
            Ask::Readiness => self.readiness().await.map(Answer::Readiness),
            Ask::Copies => self.copies().await.map(Answer::Copies),
            Ask::EndOfService { whole } => self
                .end_of_service(whole, now)
                .await
                .map(Answer::EndOfService),
            Ask::AskEnd { days } => {
                self.ask_end(days).await?;
                self.end_of_service(true, now)
                    .await
                    .map(Answer::EndOfService)
            }
            Ask::AgreeEnd { days } => {
                self.agree_end(days).await?;
                self.end_of_service(true, now)
                    .await
                    .map(Answer::EndOfService)
            }
            Ask::CallBackEnd => {
                self.call_back_end().await?;
                self.end_of_service(true, now)
                    .await
                    .map(Answer::EndOfService)
            }
            Ask::NameKeeper { case, keeper } => self
                .name_keeper(case, &keeper, now, stage)
                .await
                .map(case_answer),
            Ask::People => self.people(now).await.map(Answer::People),
            Ask::Invite(request) => self.invite(request).await.map(Answer::Invited),
            Ask::CancelInvite { invite } => {
                self.cancel_invite(invite).await?;
                self.people(now).await.map(Answer::People)
            }
            Ask::SetLimits(request) => {
                self.set_limits(&request).await?;
                self.people(now).await.map(Answer::People)
            }
            Ask::Draft { at_once } => {
                self.draft(now, at_once).await?;
                self.people(now).await.map(Answer::People)
            }
            Ask::Sign {
                draft,
                root_key,
                compared,
            } => {
                let root_key = Zeroizing::new(root_key);
                self.sign(draft, &root_key, &compared).await?;
                self.people(now).await.map(Answer::People)
            }
            Ask::End { staff, request } => {
                self.end(staff, &request).await?;
                self.people(now).await.map(Answer::People)
            }
            Ask::Leaving { staff, last_day } => {
                self.leaving(staff, last_day).await?;
                self.people(now).await.map(Answer::People)
            }
            Ask::HandOver => self.hand_over(now, stage).await.map(Answer::HandedOver),
            Ask::Give { case, to } => self.give(case, to, now, stage).await.map(case_answer),
            Ask::StepAside { case, why } => {
                self.step_aside(case, &why, now, stage).await?;
                Ok(Answer::SteppedAside)
            }
            Ask::Told { version } => {
                self.told(version).await?;
                Ok(Answer::Told)
            }
            Ask::Recovery => self.recovery(now).await.map(Answer::Recovery),
            Ask::Share { to } => {
                self.share(&to, now).await?;
                self.recovery(now).await.map(Answer::Recovery)
            }
            Ask::Drill { staff } => {
                self.drill(staff, now).await?;
                self.recovery(now).await.map(Answer::Recovery)
            }
            Ask::GiveShare { staff, compared } => {
                self.give_share(staff, &compared, now).await?;
                self.recovery(now).await.map(Answer::Recovery)
            }
            Ask::StopRecovery { staff } => {
                self.stop_recovery(staff).await?;
                self.recovery(now).await.map(Answer::Recovery)
            }
            Ask::AskRecovery {
                slug,
                user,
                password,
                code,
            } => {
                let password = Zeroizing::new(password);
                self.enter_school(slug, now).await?;
                self.ask_recovery(&user, &password, &code, now, stage)
                    .await
                    .map(Answer::Asked)
            }
            Ask::ComeBack {
                slug,
                user,
                password,
                account_secret,
                code,
                old_secret,
            } => {
                let secrets = [password, account_secret, old_secret].map(Zeroizing::new);
                let [password, account_secret, old_secret] = &secrets;
                self.enter_school(slug, now).await?;
                let typed = ComingBack {
                    user: &user,
                    password,
                    account_secret,
                    code: &code,
                    old_secret,
                };
                self.come_back(typed, now, stage)
                    .await
                    .map(Answer::Regained)
            }
            Ask::LookInvite { token } => {
                let token = Zeroizing::new(token);
                self.look_invite(&token, now).await.map(Answer::Invitation)
            }
            Ask::AcceptInvite {
                token,
                user,
                password,
                code,
            } => {
                let (token, password) = (Zeroizing::new(token), Zeroizing::new(password));
                self.accept_invite(&token, &user, &password, code, now, stage)
                    .await
                    .map(Answer::Kit)
            }
            Ask::Founding { token, step } => {
                let token = Zeroizing::new(token);
                self.found(&token, *step, now, stage).await
            }
            Ask::OwnSignIn => self.own_sign_in().await.map(Answer::OwnSignIn),
            Ask::NameSession { session, name } => {
                self.name_session(&session, &name).await?;
                self.own_sign_in().await.map(Answer::OwnSignIn)
            }
            Ask::EndSession { session } => {
                self.end_session(&session).await?;
                self.own_sign_in().await.map(Answer::OwnSignIn)
            }
            Ask::EndAllSessions => {
                self.end_all_sessions().await?;
                Ok(Answer::SignedOut)
            }
            Ask::Prove { code, passkey } => {
                let code = Zeroizing::new(code);
                let passkey = passkey.map(|shown| *shown);
                self.prove(SecondFactor {
                    code: &code,
                    passkey,
                })
                .await?;
                Ok(Answer::Proved)
            }
            Ask::RenewCodes => {
                let codes = self.renew_codes().await?;
                Ok(Answer::Codes { codes })
            }
            Ask::DemoCode { secret } => self.demo_code(&secret, now),
        }
    }

    async fn look_at_school(&mut self, slug: String, now: Timestamp) -> Result<Answer, Failure> {
        self.enter_school(slug, now).await?;
        let school = self.school()?;
        Ok(Answer::School {
            name: school.name.clone(),
            demo: school.demo,
        })
    }

    /// Goes to a school and believes what its root keys signed.
    pub(super) async fn enter_school(
        &mut self,
        slug: String,
        now: Timestamp,
    ) -> Result<(), Failure> {
        if !school::is_slug(&slug) {
            return Err(Failure::NotFound);
        }
        if slug != self.slug {
            // What was seen of one school says nothing about another.
            self.known = Known::default();
            self.desk = None;
        }
        self.slug = slug;
        self.refresh(now).await
    }

    /// Fetches the school again, checked against everything this session has seen.
    pub(super) async fn refresh(&mut self, now: Timestamp) -> Result<(), Failure> {
        let school = school::fetch(&self.transport, &self.slug, &self.known, now).await?;
        // Within one session the root keys must stay what they were.
        self.known.fingerprint = Some(school.verified().root().fingerprint());
        self.known.last_seen = Some(school.seen());
        self.school = Some(school);
        Ok(())
    }

    pub(super) fn school(&self) -> Result<&KnownSchool, Failure> {
        self.school.as_ref().ok_or(Failure::Broken)
    }

    pub(super) fn desk(&self) -> Result<&Desk, Failure> {
        self.desk.as_ref().ok_or(Failure::SessionEnded)
    }

    pub(super) fn desk_mut(&mut self) -> Result<&mut Desk, Failure> {
        self.desk.as_mut().ok_or(Failure::SessionEnded)
    }

    /// School and desk at once, with the randomness that sealing needs.
    pub(super) fn parts(&mut self) -> Result<(&KnownSchool, &mut Desk, &mut R), Failure> {
        let school = self.school.as_ref().ok_or(Failure::Broken)?;
        let desk = self.desk.as_mut().ok_or(Failure::SessionEnded)?;
        Ok((school, desk, &mut self.rng))
    }

    pub(super) fn set_desk(&mut self, desk: Option<Desk>) {
        self.desk = desk;
    }
}

fn case_answer(case: super::message::Case) -> Answer {
    Answer::Case(Box::new(case))
}

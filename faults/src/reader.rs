//! A reader who checks, after each fault, that everything is there and opens.

use std::collections::{HashMap, HashSet};
use std::thread::sleep;
use std::time::Duration;

use client::staff::message::Case;
use protocol::api::Role;
use protocol::id::CaseId;
use rand_chacha::ChaCha20Rng;

use crate::http::Door;
use crate::ledger::Ledger;
use crate::outcome::{Outcome, ensure};
use crate::people::Adult;
use crate::school::School;
use crate::watch::until;

/// The lead, signed in, and what the lead has opened so far.
pub struct Reader {
    pub adult: Adult,
    firsts: HashMap<CaseId, String>,
    touched: HashSet<CaseId>,
}

impl Reader {
    /// Signs in; the session then outlives the servers.
    pub fn sign_in(school: &School, door: &Door, rng: ChaCha20Rng) -> Outcome<Self> {
        let mut adult = Adult::new(door, &school.file, Role::Lead, rng)?;
        adult
            .sign_in()
            .map_err(|failure| format!("the lead cannot sign in: {failure:?}"))?;
        Ok(Self {
            adult,
            firsts: HashMap::new(),
            touched: HashSet::new(),
        })
    }

    /// Signs in again, by the next one-time code when this one is used.
    pub fn sign_in_again(&mut self) -> Outcome {
        until("signed in", Duration::from_secs(65), || {
            let signed_in = self.adult.sign_in().is_ok();
            if !signed_in {
                sleep(Duration::from_secs(2));
            }
            signed_in
        })
        .map(drop)
    }

    /// Looks at everything afresh the next time.
    pub fn forget(&mut self) {
        self.firsts.clear();
    }

    /// Every case that was opened.
    pub fn cases(&self) -> impl Iterator<Item = &CaseId> {
        self.firsts.keys()
    }

    /// The case that begins with this text, once it was opened.
    pub fn case_of(&self, text: &str) -> Option<CaseId> {
        let mut firsts = self.firsts.iter();
        firsts
            .find(|(_, first)| *first == text)
            .map(|(case, _)| *case)
    }

    /// Under load: opens a case and answers in it. Whatever fails, fails; the ledger knows what was acknowledged.
    pub fn work(&mut self, ledger: &Ledger, name: &str) -> Option<()> {
        let rows = self.adult.board().ok()?.rows;
        let row = rows.iter().rev().find(|row| !row.withdrawn)?;
        let first = self.open(row.case).ok()?;
        self.touched.insert(row.case);
        let text = format!("answer {name}");
        ledger.tries(&text, &first);
        self.adult.reply(row.case, &text).ok()?;
        ledger.acknowledged(&text);
        Some(())
    }

    /// Everything on the board opens, with everything acknowledged in it, once. Cases that were checked and not
    /// touched since are not opened again.
    pub fn check(&mut self, ledger: &Ledger) -> Outcome {
        let board = self.adult.board();
        let board = board.map_err(|failure| format!("no board: {failure:?}"))?;
        let shown: HashSet<CaseId> = board.rows.iter().map(|row| row.case).collect();
        ensure!(
            shown.len() == board.rows.len(),
            "a case is on the board twice"
        );
        for case in &shown {
            if self.touched.contains(case) || !self.firsts.contains_key(case) {
                let opened = self.opened(*case)?;
                let texts: Vec<String> = opened
                    .conversation
                    .iter()
                    .map(|spoken| spoken.text.clone())
                    .collect();
                ensure!(
                    opened.log_holds,
                    "the log does not agree with the case of {:?}",
                    texts.first()
                );
                ledger.check_conversation(&texts)?;
            }
        }
        self.touched.clear();
        let firsts = self
            .firsts
            .iter()
            .filter(|(case, _)| shown.contains(*case))
            .map(|(_, text)| text);
        ledger.check_reports(firsts)
    }

    fn opened(&mut self, case: CaseId) -> Outcome<Case> {
        let opened = self.adult.open(case);
        let opened = opened.map_err(|failure| format!("a case does not open: {failure:?}"))?;
        let first = opened
            .conversation
            .first()
            .map(|spoken| spoken.text.clone());
        self.firsts
            .insert(case, first.ok_or("a case without text")?);
        Ok(opened)
    }

    fn open(&mut self, case: CaseId) -> Outcome<String> {
        self.opened(case)?;
        self.firsts
            .get(&case)
            .cloned()
            .ok_or_else(|| "just put in".into())
    }
}

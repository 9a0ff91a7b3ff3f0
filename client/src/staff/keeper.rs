//! Saying who keeps a case after the school's end: two readers must, each in a sealed note (XAM-22).

use protocol::api::{KeeperAnswer, KeeperRequest};
use protocol::day::Timestamp;
use protocol::id::CaseId;
use rand_core::CryptoRng;

use super::message::{Case, Event, Failure, Stage};
use super::session::Session;
use super::write::needed;
use crate::transport::Transport;

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// Names who keeps an open case. The first reader's word waits for a second one's.
    pub(super) async fn name_keeper(
        &mut self,
        case: CaseId,
        keeper: &str,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Case, Failure> {
        let keeper = needed("keeper", keeper)?;
        let note = self.reason(case, &keeper, now, stage).await?;
        let answer: KeeperAnswer = self
            .post_about(case, "/keeper", &KeeperRequest { note })
            .await?;
        let event = if answer.agreed {
            Event::KeeperNamed {
                reason: keeper.clone(),
            }
        } else {
            Event::NoteAdded
        };
        self.noted_now(case, event, keeper, now)
    }
}

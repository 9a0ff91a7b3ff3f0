//! Solving the puzzle of a frame, in small steps: progress is told, and the pupil can stop.
//!
//! Promise: someone in danger never waits for it. Their report goes without an answer after a few seconds, and the
//! server takes it by another way.

use protocol::puzzle::{Challenge, Price, Solver, derive_subject, put_puzzle};

use super::message::{Failure, Stage};
use crate::transport::Transport;

/// A report that says "danger" is sent after so long, solved or not.
const DANGER_WAITS: u64 = 3_000;
/// A step of the search should take about this long: shorter ones waste time, longer ones make "stop" late.
const STEP: core::ops::Range<u64> = 25..80;
const MOST_TRIES: u32 = 64;

/// What is to be solved.
pub struct Task<'a> {
    pub challenge: &'a Challenge,
    /// Bits on top of what the challenge asks for.
    pub extra: u8,
    /// The most this side will do.
    pub dearest: Price,
    /// Someone is in danger.
    pub urgent: bool,
}

/// Solves the puzzle of a frame and writes the answer into its place, or leaves the place empty for a frame that
/// cannot wait.
pub async fn solve<T: Transport>(
    transport: &T,
    frame: &mut [u8],
    task: &Task<'_>,
    stage: &mut dyn FnMut(Stage),
) -> Result<(), Failure> {
    let subject = derive_subject(frame).ok_or(Failure::Broken)?;
    let solver = Solver::new(task.challenge, subject, task.extra, task.dearest);
    let mut solver = match solver {
        Ok(solver) => solver,
        // Too dear, or nonsense: no reason to keep silent about danger.
        Err(_) if task.urgent => return Ok(()),
        Err(_) => return Err(Failure::Broken),
    };
    let began = transport.pause(0).await.clock;
    let (mut last, mut tries, mut told) = (began, 4, 0);
    loop {
        if let Some(answer) = solver.try_some(tries) {
            put_puzzle(frame, task.challenge, answer);
            return Ok(());
        }
        let percent = solver.percent();
        if percent != told {
            stage(Stage::Ready(percent));
            told = percent;
        }
        let pause = transport.pause(0).await;
        if pause.stop {
            return Err(Failure::Stopped);
        }
        if task.urgent && pause.clock.saturating_sub(began) >= DANGER_WAITS {
            return Ok(());
        }
        let took = pause.clock.saturating_sub(last);
        last = pause.clock;
        if took < STEP.start {
            tries = (tries * 2).min(MOST_TRIES);
        } else if took >= STEP.end {
            tries = (tries / 2).max(1);
        }
    }
}

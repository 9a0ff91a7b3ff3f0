//! Making a demo school: its first day, then whatever the scene tells, then the file that says how to be everyone.

use std::fs;
use std::path::Path;

use protocol::day::Timestamp;

use crate::fault::{During, Fault};
use crate::file::DemoFile;
use crate::play::Play;
use crate::scene::Scene;
use crate::school;
use crate::world::World;

/// Days before now on which the school began: before the first act of the scene.
const BEGAN_DAYS: u64 = 21;

/// How much of the school there shall be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Size {
    /// A dozen cases in every state.
    Full,
    /// School and people, no cases.
    Bare,
    /// Cases whose time is nearly over, over, or held.
    Expiring,
    /// A board of several pages.
    Many,
    /// A case in work, and a reader who joined after it came.
    Newcomer,
    /// School and people, no cases, and it has not gone live.
    New,
}

/// What to make, and where.
pub struct Options<'a> {
    pub data: &'a Path,
    pub database: Option<&'a str>,
    pub size: Size,
    pub now: Timestamp,
    /// The same seed makes the same school.
    pub seed: [u8; 32],
}

/// A server with the school in it, on the school's first day, before anyone said anything.
pub async fn begin(options: &Options<'_>) -> Result<(World, DemoFile), Fault> {
    let began = match options.size {
        Size::Full | Size::Expiring | Size::Many | Size::Newcomer => {
            Timestamp(options.now.0.saturating_sub(BEGAN_DAYS * 86_400))
        }
        Size::Bare | Size::New => options.now,
    };
    let world = World::open(options.data, options.database, began, options.seed).await?;
    let made = school::make(&world, options.size != Size::New).await?;
    world.import(&made.bundle).await?;
    Ok((world, made.file))
}

/// Makes the school and writes `demo.json` beside it, last: where it is, everything is.
pub async fn make(options: &Options<'_>) -> Result<DemoFile, Fault> {
    let (world, mut file) = begin(options).await?;
    let scene = match options.size {
        Size::Full => Some(Scene::full()?),
        Size::Expiring => Some(Scene::expiring()?),
        Size::Many => Some(Scene::many()?),
        Size::Newcomer => Some(Scene::newcomer()?),
        Size::Bare | Size::New => None,
    };
    if let Some(scene) = scene {
        let moments = scene.moments(options.now)?;
        let mut play = Play::begin(&world, &file, &scene).await;
        play.run(&moments, options.now).await?;
        file.people = play.people();
        file.codes = play.codes();
    }
    world.close().await;
    let json = serde_json::to_vec_pretty(&file).during("writing demo.json")?;
    fs::write(options.data.join("demo.json"), json).during("writing demo.json")?;
    Ok(file)
}

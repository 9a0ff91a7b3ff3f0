//! R12: the power goes. What a real server under load does to its files is written down call by call; then folders are made
//! as disks might hold them after a cut at any moment, and in each of them everything acknowledged before must be found,
//! whole, with its keys, in a log that only grew.

use std::collections::HashMap;
use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use protocol::id::MailboxId;
use protocol::kdf::Stretching;
use protocol::mailbox::Mailbox;
use protocol::receipt_code::ReceiptCode;
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use server::config::Store;
use server::serve::{Opened, open_alone};
use tempfile::TempDir;

use crate::invariants::check_sqlite;
use crate::ledger::{Ledger, Standing};
use crate::load::Load;
use crate::outcome::{Outcome, ensure};
use crate::people::{Pupil, wait_for};
use crate::power_cut::{Disk, Loss};
use crate::recording::{Happened, Line, read, writing};
use crate::scene::Scene;
use crate::school::{Ground, School};

const SMALL: u32 = 60;
/// Images of one recording; a longer one would make each image dearer.
const PER_RECORDING: u32 = 1000;
/// One image of so many is also opened by the program itself.
const STARTED: u32 = 10;
/// Reports looked into in each image, newest first; that the others are there is checked by their number.
const LOOKED_INTO: usize = 12;
const LOG: &str = "sotto.local/log";

#[derive(Default)]
struct Sum {
    images: u32,
    started: u32,
    acknowledged: usize,
    at_stake: usize,
    torn: u32,
    calls: usize,
}

/// So many images, from as many recordings as they need.
pub fn images(ground: &Ground) -> Outcome<String> {
    let wanted = ground.rounds_or(SMALL);
    let mut sum = Sum::default();
    for number in 0..wanted.div_ceil(PER_RECORDING) {
        let images = PER_RECORDING.min(wanted - sum.images);
        recording(ground, number, images, &mut sum)?;
    }
    Ok(format!(
        "{} images from {} calls, {} of them with torn writes, {} started by the program; at a cut {} acts were \
         acknowledged and {} changes at stake on average; none lost, none corrupt",
        sum.images,
        sum.calls,
        sum.torn,
        sum.started,
        sum.acknowledged / sum.images.max(1) as usize,
        sum.at_stake / sum.images.max(1) as usize
    ))
}

fn recording(ground: &Ground, number: u32, images: u32, sum: &mut Sum) -> Outcome {
    let mut school = ground.sqlite()?;
    let before = Disk::of(&school.launch.data)?;
    let untrue = Disk::of(&school.launch.data)?;
    let trace = school.folder.path().join("calls");
    school.launch.through = writing(&trace);
    let (scene, server, mut reader) = Scene::begin(ground, &school)?;
    let load = Load {
        door: &scene.door,
        file: &school.file,
        ledger: &scene.ledger,
        pupils: 4,
        name: format!("cut {number}"),
    };
    let seconds = u64::from((images / 150).clamp(2, 6));
    let mut rng = ground.rng("power", number);
    load.during(&mut rng, &mut reader, || {
        sleep(Duration::from_secs(seconds));
        Ok(())
    })?;
    let Scene { ledger, .. } = scene;
    server.kill()?;
    school.launch.through.clear();
    let lines = read(&String::from_utf8(fs::read(&trace)?)?, &school.launch.data)?;
    fs::remove_file(&trace)?;
    sum.calls += lines.len();
    let mut cuts: Vec<usize> = (0..images)
        .map(|_| rng.next_u64() as usize % lines.len().max(1))
        .collect();
    cuts.sort_unstable();
    let codes = mailboxes(&school, &ledger)?;
    an_untrue_disk_is_noticed(&school, untrue, &lines, &ledger, &codes)?;
    let mut disk = before;
    let mut done = 0;
    for (image, cut) in cuts.into_iter().enumerate() {
        for line in &lines[done..=cut] {
            disk.take(&line.what)?;
        }
        done = cut + 1;
        let moment = Moment {
            disk: &disk,
            line: &lines[cut],
            ledger: &ledger,
            codes: &codes,
        };
        let starts = (u32::try_from(image).unwrap_or(0) + number).is_multiple_of(STARTED);
        one(&school, &moment, starts, &mut rng, sum).map_err(|fault| {
            format!(
                "recording {number}, image {image}, after call {cut} of {}: {fault}",
                lines.len()
            )
        })?;
    }
    Ok(())
}

/// The search can fail: on a disk that says that it synced and did not, what was acknowledged is not there.
fn an_untrue_disk_is_noticed(
    school: &School,
    before: Disk,
    lines: &[Line],
    ledger: &Ledger,
    codes: &HashMap<String, MailboxId>,
) -> Outcome {
    let mut disk = before;
    for line in lines {
        if !matches!(line.what, Happened::Synced { .. } | Happened::FolderSynced) {
            disk.take(&line.what)?;
        }
    }
    let image = TempDir::new()?;
    let mut rng = ChaCha20Rng::seed_from_u64(0);
    disk.write(image.path(), Loss::Everything, &mut rng)?;
    let standing = ledger.at(lines.last().ok_or("nothing happened")?.at);
    ensure!(!standing.is_empty(), "nobody was told anything");
    let found = wait_for(look(school, image.path(), &standing, codes));
    ensure!(found.is_err(), "a disk that syncs nothing went unnoticed");
    Ok(())
}

/// A cut right after a line.
struct Moment<'a> {
    disk: &'a Disk,
    line: &'a Line,
    ledger: &'a Ledger,
    codes: &'a HashMap<String, MailboxId>,
}

/// The mailbox behind every receipt code.
fn mailboxes(school: &School, ledger: &Ledger) -> Outcome<HashMap<String, MailboxId>> {
    let store = store(&school.launch.data);
    let slug = school.file.slug.clone();
    let id = wait_for(async {
        let opened = open_alone(&store).await?;
        let found = opened.database.read().await?.school_by_slug(&slug).await?;
        opened.database.close().await;
        found
            .ok_or("no school")
            .map_err(crate::outcome::Fault::from)
    })?
    .id;
    let mut found = HashMap::new();
    for (_, words) in ledger.codes() {
        let code = ReceiptCode::parse(&words).map_err(|_| "a code that is none")?;
        let mailbox = Mailbox::derive(&code, id, Stretching::MAILBOX).map_err(|_| "no mailbox")?;
        found.insert(words, mailbox.id());
    }
    Ok(found)
}

fn store(data: &Path) -> Store {
    Store {
        data: data.to_owned(),
        database: None,
        database_file: None,
        checkpoint_file: None,
        shred_database: None,
        shred_database_file: None,
    }
}

fn one(
    school: &School,
    moment: &Moment<'_>,
    starts: bool,
    rng: &mut ChaCha20Rng,
    sum: &mut Sum,
) -> Outcome {
    // In memory where that is possible: an image is written once and read once.
    let memory = Path::new("/dev/shm");
    let image = if memory.is_dir() {
        TempDir::new_in(memory)?
    } else {
        TempDir::new()?
    };
    let loss = Loss::of(rng);
    moment.disk.write(image.path(), loss, rng)?;
    let standing = moment.ledger.at(moment.line.at);
    sum.images += 1;
    sum.at_stake += moment.disk.at_stake();
    sum.torn += u32::from(matches!(loss, Loss::Sectors(_)));
    sum.acknowledged += standing
        .iter()
        .map(|one| one.own.start() + one.replies.start())
        .sum::<usize>();
    let checked = check_sqlite(&image.path().join("sotto.sqlite"))
        .and_then(|()| wait_for(look(school, image.path(), &standing, moment.codes)))
        .and_then(|()| {
            if starts {
                start(school, image.path(), &standing)
            } else {
                Ok(())
            }
        });
    sum.started += u32::from(starts);
    checked.map_err(|fault| format!("{loss:?}: {fault}").into())
}

/// Opens the folder as the server does, and looks for everything.
async fn look(
    school: &School,
    data: &Path,
    standing: &[Standing],
    codes: &HashMap<String, MailboxId>,
) -> Outcome {
    let store = store(data);
    let opened = open_alone(&store).await?;
    let found = search(&opened, &store, school, standing, codes).await;
    opened.database.close().await;
    found
}

async fn search(
    opened: &Opened,
    store: &Store,
    school: &School,
    standing: &[Standing],
    codes: &HashMap<String, MailboxId>,
) -> Outcome {
    // The log extends the last checkpoint that anybody was shown, and adds up.
    opened.log_keeper(store, LOG).await?;
    let mut transaction = opened.database.read().await?;
    let complaints = server::scan::complaints(&opened.database, &mut transaction).await?;
    ensure!(complaints.is_empty(), "corrupt: {complaints:?}");
    let slug = &school.file.slug;
    let id = transaction
        .school_by_slug(slug)
        .await?
        .ok_or("the school is gone")?
        .id;
    for (number, one) in standing.iter().rev().enumerate() {
        let mailbox = codes.get(&one.words).ok_or("a code nobody derived")?;
        let mailbox = transaction.mailbox(id, mailbox).await?;
        let mailbox = mailbox.ok_or_else(|| format!("LOST: {:?}", one.text))?;
        if number >= LOOKED_INTO {
            continue;
        }
        let content = transaction.mailbox_content(id, mailbox.case).await?;
        let content = content.ok_or_else(|| format!("LOST: the case of {:?}", one.text))?;
        let replies = content.envelopes.iter().filter(|one| one.kind == 3).count();
        let own = content.envelopes.len() - replies;
        let fits = |range: &RangeInclusive<usize>, found| range.contains(&found);
        ensure!(
            fits(&one.own, own) && fits(&one.replies, replies),
            "LOST: of {:?} there are {own} own messages and {replies} replies, acknowledged and tried: {one:?}",
            one.text
        );
    }
    Ok(())
}

/// The program itself starts on it, is content, and lets the newest pupil back in.
fn start(school: &School, data: &Path, standing: &[Standing]) -> Outcome {
    let mut launch = school.launch.clone();
    launch.data = data.to_owned();
    let door = crate::http::Door::to(([127, 0, 0, 1], 9).into());
    let server = launch.start_at(&door)?;
    ensure!(server.is_ready(), "started, and not ready");
    let Some(newest) = standing.last() else {
        return Ok(());
    };
    let rng = SeedableRng::seed_from_u64(standing.len() as u64);
    let mut pupil = Pupil::new(&door, &school.file, rng)?;
    let mailbox = pupil.come_back(&newest.words);
    let mailbox =
        mailbox.map_err(|failure| format!("LOST: {:?} does not open: {failure:?}", newest.text))?;
    ensure!(
        mailbox.log_holds,
        "the log does not hold for {:?}",
        newest.text
    );
    Ok(())
}

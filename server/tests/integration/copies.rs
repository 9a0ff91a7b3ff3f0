//! Copies and the restore drill as adults see them, and as the gate does.

use protocol::api::{CopiesView, DrillLine, GateItem, GateView, Verdict};
use server::store::{Engine, UpkeepKind};

use crate::asking::get;
use crate::database::Fresh;
use crate::school::School;
use crate::world::{World, run};

both!(
    adults_see_when_it_was_tried_and_only_admins_why_it_failed,
    the_gate_waits_for_a_copy_that_was_tried
);

/// Why a drill failed: no business of anyone's but the admins'.
const WHY: &str = "/srv/sotto/drill: no room";

/// Notes something as done so many minutes ago, in the words of a machine.
pub async fn done(world: &World, kind: UpkeepKind, minutes_ago: u32, fine: bool) {
    let number = world.rows("upkeep").await + 1;
    let id = match world.database.engine() {
        Engine::Sqlite => format!("x'{number:032x}'"),
        Engine::Postgres => format!("'00000000-0000-4000-8000-{number:012x}'"),
    };
    let (kind, minute) = (kind as u8, world.now().minute() - minutes_ago);
    let mut transaction = world.database.write().await.unwrap();
    let row = format!(
        "insert into upkeep (upkeep_id, kind, done_minute, fine, cases, entries, remark) \
         values ({id}, {kind}, {minute}, {fine}, 5, 12, '{WHY}')"
    );
    run(&mut transaction, row).await;
    transaction.commit().await.unwrap();
}

/// A backup of last night, its keys, and a drill of last week.
pub async fn all_done(world: &World) {
    done(world, UpkeepKind::Backup, 600, true).await;
    done(world, UpkeepKind::ShredBackup, 600, true).await;
    done(world, UpkeepKind::Drill, 7 * 1440, true).await;
}

async fn seen(world: &World, token: &str) -> CopiesView {
    get("/api/v1/copies").session(token).of(world).await.ok()
}

// XAM-16: every adult of the school sees the state of copies; nobody else does; no time finer than a day.
async fn adults_see_when_it_was_tried_and_only_admins_why_it_failed(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let head = school.sign_in(&world, &school.head).await;
    let never = seen(&world, &head).await;
    let verdicts = |view: &CopiesView| [view.backup.verdict, view.keys.verdict, view.drill.verdict];
    assert_eq!(verdicts(&never), [Verdict::Fail; 3]);
    assert_eq!((never.backup.day, never.drill.day), (None, None));

    all_done(&world).await;
    let today = world.now().day();
    for token in [&admin, &head] {
        let well = seen(&world, token).await;
        assert_eq!(verdicts(&well), [Verdict::Pass; 3]);
        assert_eq!(well.drill.day, Some(today - 7));
        let back = well.drill.came_back.unwrap();
        assert_eq!((back.cases, back.entries), (5, 12));
        assert_eq!((well.drill.failed, well.drill.why), (false, None));
    }
    // A night is missed, then two.
    world.clock.advance_seconds(39 * 3600);
    let head = school.sign_in(&world, &school.head).await;
    assert_eq!(seen(&world, &head).await.backup.verdict, Verdict::Pass);
    world.clock.advance_seconds(2 * 3600);
    let head = school.sign_in(&world, &school.head).await;
    let (pass, fail) = (Verdict::Pass, Verdict::Fail);
    assert_eq!(verdicts(&seen(&world, &head).await), [fail, fail, pass]);

    done(&world, UpkeepKind::Drill, 5, false).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let told = |view: CopiesView| {
        let DrillLine {
            verdict,
            failed,
            came_back,
            why,
            ..
        } = view.drill;
        assert_eq!((verdict, failed, came_back), (fail, true, None));
        why
    };
    assert_eq!(told(seen(&world, &admin).await).as_deref(), Some(WHY));
    assert_eq!(told(seen(&world, &head).await), None);

    // With another school on the same server counts would be about its children too.
    done(&world, UpkeepKind::Drill, 1, true).await;
    assert!(seen(&world, &admin).await.drill.came_back.is_some());
    School::bring_in(&world, "other", 2).await;
    let shared = seen(&world, &admin).await.drill;
    assert_eq!((shared.verdict, shared.came_back), (Verdict::Pass, None));
}

// XAM-16, XAM-23: a school does not open on a server whose copies nobody tried.
async fn the_gate_waits_for_a_copy_that_was_tried(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in_closed(&world, "one", 1).await;
    let head = school.sign_in(&world, &school.head).await;
    let line = async || {
        let gate: GateView = get("/api/v1/gate").session(&head).of(&world).await.ok();
        let found = gate
            .lines
            .into_iter()
            .find(|line| line.item == GateItem::Copies);
        let line = found.unwrap();
        (line.done, line.found)
    };
    assert_eq!(line().await, (false, "backup, keys, drill".to_owned()));
    all_done(&world).await;
    assert_eq!(line().await, (true, String::new()));
    done(&world, UpkeepKind::Drill, 0, false).await;
    assert_eq!(line().await, (false, "drill".to_owned()));
}

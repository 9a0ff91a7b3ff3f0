//! What machine this is, and how much of it other programs took while something was measured.

use std::fs;
use std::time::Instant;

use crate::Failure;

/// Kernel ticks a second: fixed at 100 for user space on every Linux we run on.
const TICKS: f64 = 100.0;

/// Prints which machine this is.
pub fn describe() {
    let model = line_of("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown".to_owned());
    let memory = line_of("/proc/meminfo", "MemTotal").unwrap_or_default();
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    crate::sheet::remark(
        "machine",
        format!(
            "{} cores of {model}, {memory}, Linux {}",
            cores(),
            kernel.trim()
        ),
    );
    crate::sheet::remark("when", jiff_now());
}

fn jiff_now() -> String {
    jiff::Timestamp::now()
        .strftime("%Y-%m-%d %H:%M UTC")
        .to_string()
}

/// Cores this program may use.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn line_of(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

/// Ticks that all programs together have used so far, the kernel's own included.
fn busy_ticks() -> Result<f64, Failure> {
    let stat = fs::read_to_string("/proc/stat")?;
    let fields: Vec<f64> = stat
        .lines()
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .skip(1)
        .filter_map(|field| field.parse().ok())
        .collect();
    // user nice system idle iowait irq softirq steal
    Ok([0, 1, 2, 5, 6, 7]
        .into_iter()
        .filter_map(|place| fields.get(place))
        .sum())
}

/// Ticks a process has used so far.
fn ticks_of(process: u32) -> Result<f64, Failure> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
    // The name of the program, in parentheses, may hold spaces.
    let after = stat.rsplit_once(')').map_or("", |(_, after)| after);
    let fields: Vec<&str> = after.split_whitespace().collect();
    let ticks = |place: usize| {
        fields
            .get(place)
            .and_then(|field| field.parse::<f64>().ok())
    };
    // Its own, in user space and in the kernel, and those of children that have ended.
    Ok((11..15).filter_map(ticks).sum())
}

/// Ticks a process and all its children have used so far.
fn ticks_of_family(process: u32) -> Result<f64, Failure> {
    let mut ticks = ticks_of(process)?;
    if process == std::process::id() {
        // The server is a child of this program and counted by itself.
        return Ok(ticks);
    }
    for folder in fs::read_dir("/proc")?.flatten() {
        let name = folder.file_name();
        let Some(other) = name.to_str().and_then(|name| name.parse::<u32>().ok()) else {
            continue;
        };
        // Processes come and go while we look.
        let stat = fs::read_to_string(format!("/proc/{other}/stat")).unwrap_or_default();
        let after = stat.rsplit_once(')').map_or("", |(_, after)| after);
        if after.split_whitespace().nth(1) == Some(&process.to_string()) {
            ticks += ticks_of(other).unwrap_or(0.0);
        }
    }
    Ok(ticks)
}

/// Resident memory of a process, shared pages divided by who shares them, in MB.
pub fn pss_of(process: u32) -> Result<f64, Failure> {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup"))?;
    let line = rollup.lines().find(|line| line.starts_with("Pss:"));
    let kib: f64 = line
        .and_then(|line| line.split_whitespace().nth(1))
        .and_then(|kib| kib.parse().ok())
        .ok_or("no Pss in smaps_rollup")?;
    Ok(kib * 1024.0 / 1e6)
}

/// A stretch of time during which the use of the machine is counted.
pub struct Watch {
    began: Instant,
    busy: f64,
    ours: Vec<(u32, f64)>,
}

/// What a [`Watch`] saw.
pub struct Seen {
    /// CPU seconds of each process watched, in the order given.
    pub cpu: Vec<f64>,
    /// Share of the machine that other programs took, 0 to 1.
    pub others: f64,
}

impl Watch {
    /// Begins to watch these processes of ours.
    pub fn begin(processes: &[u32]) -> Result<Self, Failure> {
        let ours: Result<_, Failure> = processes
            .iter()
            .map(|process| Ok((*process, ticks_of_family(*process)?)))
            .collect();
        Ok(Self {
            began: Instant::now(),
            busy: busy_ticks()?,
            ours: ours?,
        })
    }

    /// Says what was used since.
    pub fn end(&self) -> Result<Seen, Failure> {
        let seconds = self.began.elapsed().as_secs_f64();
        let busy = (busy_ticks()? - self.busy) / TICKS;
        let cpu: Result<Vec<f64>, Failure> = self
            .ours
            .iter()
            .map(|(process, before)| Ok((ticks_of_family(*process)? - before) / TICKS))
            .collect();
        let cpu = cpu?;
        #[expect(clippy::cast_precision_loss, reason = "a handful of cores")]
        let all = seconds * cores() as f64;
        Ok(Seen {
            others: ((busy - cpu.iter().sum::<f64>()) / all).max(0.0),
            cpu,
        })
    }
}

/// Milliseconds this thread has spent on a core: what a busy machine does not change much.
pub fn thread_ms() -> f64 {
    let spent = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = spent
        .split_whitespace()
        .next()
        .and_then(|first| first.parse::<f64>().ok());
    nanoseconds.map_or(f64::NAN, |nanoseconds| nanoseconds / 1e6)
}

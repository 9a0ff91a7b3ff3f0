//! What people see while they wait: one line before each step, its duration after it.

use std::time::{Duration, Instant};

/// A stopwatch for people's eyes. Nothing built depends on it.
pub struct Stopwatch(Instant);

impl Stopwatch {
    #[expect(
        clippy::disallowed_methods,
        reason = "shows durations of build steps; nothing built or tested depends on it"
    )]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// A heading for a step that may take a while.
pub fn step(what: &str) {
    eprintln!("\n==> {what}");
}

/// A remark inside a step.
pub fn say(what: &str) {
    eprintln!("    {what}");
}

/// `1 min 12 s`, `8 s` or `0.4 s`.
pub fn duration(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        60.. => format!("{} min {:02} s", seconds / 60, seconds % 60),
        10.. => format!("{seconds} s"),
        _ => format!("{:.1} s", time.as_secs_f32()),
    }
}

/// `12 345` bytes, grouped for reading.
pub fn bytes(count: usize) -> String {
    let digits = count.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_and_counts_read_well() {
        assert_eq!(duration(Duration::from_millis(420)), "0.4 s");
        assert_eq!(duration(Duration::from_secs(12)), "12 s");
        assert_eq!(duration(Duration::from_secs(72)), "1 min 12 s");
        assert_eq!(bytes(150), "150");
        assert_eq!(bytes(1_234_567), "1 234 567");
    }
}

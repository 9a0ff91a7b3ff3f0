//! Figures on standard output, one a line: name, value, unit. A person reads them, and so does `cargo xtask bench`.

use std::fmt::Display;

/// Prints a heading.
pub fn heading(text: impl Display) {
    println!("\n# {text}");
}

/// Prints a figure with its goal, if there is one.
pub fn figure(name: &str, value: f64, unit: &str) {
    let digits = if value.abs() < 10.0 { 3 } else { 1 };
    println!("{name:<44} {value:>14.digits$} {unit}");
}

/// Prints something that is no number.
pub fn remark(name: &str, text: impl Display) {
    println!("{name:<44} {text}");
}

//! Writes the category pack as two tables: what a pupil is shown, and what staff are shown.

use std::fmt::Write;

use serde::Deserialize;

#[derive(Deserialize)]
struct Pack {
    categories: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    code: u16,
    pupil: String,
    staff: String,
    floor: String,
    icon: String,
    first: bool,
}

fn rows(pack: &str) -> Vec<Row> {
    let pack: Pack = serde_json::from_str(pack).expect("the category pack has its shape");
    pack.categories
}

/// `Category { id, label, icon, first, urgent }` in the pack's order.
pub fn write_pupil(pack: &str) -> String {
    let mut out = String::from("&[\n");
    for row in rows(pack) {
        let label = row.pupil.replace('-', "_");
        writeln!(out, "    Category {{ id: {:?}, label: pupil::{label}, icon: {:?}, first: {}, urgent: {} }},", row.id, row.icon, row.first, row.floor == "U1").expect("strings grow");
    }
    out.push(']');
    out
}

/// `StaffCategory { id, code, pupil, staff, floor }` in the pack's order.
pub fn write_staff(pack: &str) -> String {
    let mut out = String::from("&[\n");
    for row in rows(pack) {
        let label = row.pupil.replace('-', "_");
        let floor = row.floor.trim_start_matches('U');
        writeln!(out, "    StaffCategory {{ id: {:?}, code: {}, pupil: pupil::{label}, staff: {:?}, floor: {floor} }},", row.id, row.code, row.staff).expect("strings grow");
    }
    out.push(']');
    out
}

//! Draws the lines that `growth` printed: one panel for each measure, both axes in powers of ten.

use std::collections::BTreeMap;
use std::path::Path;

use plotters::prelude::*;

use crate::Failure;

/// Panels side by side.
const COLUMNS: usize = 3;
const PANEL: (u32, u32) = (360, 260);
const COLOURS: [RGBColor; 4] = [
    RGBColor(27, 98, 165),
    RGBColor(196, 78, 32),
    RGBColor(46, 125, 50),
    RGBColor(123, 31, 162),
];

/// A line of a panel: its points by how many.
type Line = Vec<(f64, f64)>;

/// Reads the output of `growth` and writes the picture.
pub fn draw(from: &Path, into: &Path) -> Result<(), Failure> {
    let text = std::fs::read_to_string(from)?;
    let mut panels: BTreeMap<String, BTreeMap<String, Line>> = BTreeMap::new();
    for (what, count, measure, value) in text.lines().filter_map(read) {
        let panel = panels.entry(measure.to_owned()).or_default();
        panel
            .entry(what.to_owned())
            .or_default()
            .push((count, value));
    }
    let rows = panels.len().div_ceil(COLUMNS);
    let size = (
        PANEL.0 * u32::try_from(COLUMNS)?,
        PANEL.1 * u32::try_from(rows)?,
    );
    let root = SVGBackend::new(into, size).into_drawing_area();
    root.fill(&WHITE).map_err(|error| error.to_string())?;
    let places = root.split_evenly((rows, COLUMNS));
    for ((measure, lines), place) in panels.iter().zip(&places) {
        panel(measure, lines, place).map_err(|error| error.to_string())?;
    }
    root.present().map_err(|error| error.to_string().into())
}

fn read(line: &str) -> Option<(&str, f64, &str, f64)> {
    let (what, rest) = line.split_once(',')?;
    let (count, rest) = rest.split_once(',')?;
    let (measure, value) = rest.rsplit_once(',')?;
    Some((what, count.parse().ok()?, measure, value.parse().ok()?))
}

fn panel(
    measure: &str,
    lines: &BTreeMap<String, Line>,
    place: &DrawingArea<SVGBackend<'_>, plotters::coord::Shift>,
) -> Result<(), Box<dyn std::error::Error>> {
    let points = || lines.values().flatten();
    let reach = |of: fn(&(f64, f64)) -> f64| {
        let least = points().map(of).fold(f64::INFINITY, f64::min).max(0.001);
        let most = points().map(of).fold(0.0, f64::max).max(least);
        (least / 1.5)..(most * 1.5)
    };
    let mut chart = ChartBuilder::on(place)
        .margin(10)
        .caption(measure, ("sans-serif", 14))
        .x_label_area_size(28)
        .y_label_area_size(58)
        .build_cartesian_2d(
            reach(|point| point.0).log_scale(),
            reach(|point| point.1).log_scale(),
        )?;
    chart
        .configure_mesh()
        .light_line_style(WHITE)
        .x_labels(5)
        .y_labels(5)
        .label_style(("sans-serif", 11))
        .draw()?;
    for ((what, line), colour) in lines.iter().zip(COLOURS) {
        chart
            .draw_series(
                LineSeries::new(line.iter().copied(), colour.stroke_width(2)).point_size(3),
            )?
            .label(what)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 14, y)], colour.stroke_width(2)));
    }
    chart
        .configure_series_labels()
        .background_style(WHITE.mix(0.8))
        .label_font(("sans-serif", 11))
        .draw()?;
    Ok(())
}

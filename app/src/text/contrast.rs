//! Pairs of colour roles that may stand on each other keep their contrast, in light and dark, as computed from
//! `style/tokens.css`. Body text needs 7, other text 4.5, edges 3 (WCAG 1.4.3, 1.4.6, 1.4.11).

use std::collections::BTreeMap;

/// (on top, beneath, least ratio).
const PAIRS: [(&str, &str, f64); 58] = [
    ("ink", "paper", 7.0),
    ("ink", "surface", 7.0),
    ("ink", "sunken", 7.0),
    ("ink-soft", "paper", 4.5),
    ("ink-soft", "surface", 4.5),
    ("ink-soft", "sunken", 4.5),
    ("line-strong", "surface", 3.0),
    ("line-strong", "paper", 3.0),
    ("line-strong", "sunken", 3.0),
    ("line-strong", "pine-wash", 3.0),
    ("on-pine", "pine", 7.0),
    ("on-pine", "pine-deep", 7.0),
    ("pine", "surface", 4.5),
    ("pine", "paper", 4.5),
    ("pine", "pine-wash", 4.5),
    ("pine-ink", "surface", 7.0),
    ("pine-ink", "paper", 7.0),
    ("pine-ink", "pine-wash", 7.0),
    ("pine-ink", "sunken", 7.0),
    ("ink", "pine-wash", 7.0),
    ("ink-soft", "pine-wash", 4.5),
    ("lamp-ink", "lamp-wash", 7.0),
    ("lamp-ink", "surface", 7.0),
    ("ink", "lamp-wash", 7.0),
    ("ink-soft", "lamp-wash", 4.5),
    ("lamp-line", "lamp-wash", 3.0),
    ("lamp-line", "surface", 3.0),
    ("clay-ink", "clay-wash", 7.0),
    ("ink", "clay-wash", 7.0),
    ("on-brick", "brick", 7.0),
    ("on-brick", "brick-deep", 7.0),
    ("brick", "surface", 4.5),
    ("brick-ink", "brick-wash", 7.0),
    ("brick", "brick-wash", 4.5),
    ("ink", "brick-wash", 7.0),
    ("brick-ink", "surface", 7.0),
    ("brick-ink", "paper", 7.0),
    ("brick-ink", "pine-wash", 4.5),
    ("moss-ink", "moss-wash", 7.0),
    ("moss", "surface", 4.5),
    ("moss", "paper", 4.5),
    ("moss-ink", "surface", 7.0),
    ("ink", "moss-wash", 7.0),
    ("surface", "moss", 4.5),
    ("on-night", "night", 7.0),
    ("on-night", "night-raised", 7.0),
    ("on-night-soft", "night", 7.0),
    ("on-night-lamp", "night", 7.0),
    ("on-night-lamp", "night-raised", 7.0),
    ("night", "on-night", 7.0),
    ("night", "on-night-lamp", 7.0),
    ("focus-ring", "paper", 3.0),
    ("focus-ring", "surface", 3.0),
    ("focus-ring", "pine-wash", 3.0),
    ("focus-ring", "focus-gap", 3.0),
    ("on-night-lamp", "night", 3.0),
    ("on-lamp", "lamp", 7.0),
    ("line-strong", "surface", 3.0),
];

type Roles = BTreeMap<String, [f64; 3]>;

/// Roles with a plain colour, light and dark; dark keeps what it does not change.
fn roles() -> [Roles; 2] {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../style/tokens.css");
    let css = std::fs::read_to_string(path).expect("the tokens are there");
    let (light, rest) = css
        .split_once("@media (prefers-color-scheme: dark)")
        .expect("there is a dark theme");
    let dark = rest.split_once("@media").map_or(rest, |(dark, _)| dark);
    let mut night = read(light);
    let day = night.clone();
    night.extend(read(dark));
    [day, night]
}

fn read(css: &str) -> Roles {
    css.lines()
        .filter_map(|line| {
            let (name, value) = line.trim().strip_prefix("--")?.split_once(':')?;
            let hex = value.trim().strip_prefix('#')?.get(..6)?;
            let channel = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).ok().map(f64::from);
            Some((name.to_owned(), [channel(0)?, channel(2)?, channel(4)?]))
        })
        .collect()
}

fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] = colour.map(|channel| {
        let part = channel / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_pair_keeps_its_contrast() {
    for (theme, roles) in ["light", "dark"].into_iter().zip(roles()) {
        for (top, beneath, least) in PAIRS {
            let ratio = contrast(roles[top], roles[beneath]);
            assert!(
                ratio >= least,
                "{theme}: {top} on {beneath} is {ratio:.2}, needs {least}"
            );
        }
    }
}

#[test]
fn the_formula_is_the_standard_one() {
    assert!((contrast([0.0; 3], [255.0; 3]) - 21.0).abs() < 0.001);
    assert!((contrast([119.0; 3], [255.0; 3]) - 4.478).abs() < 0.01);
}

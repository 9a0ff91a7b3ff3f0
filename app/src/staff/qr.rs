//! A QR code as one path of an SVG: elements and attributes only, no markup from text.

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

/// Free modules around the code, as the standard asks.
const QUIET: usize = 4;

/// Width in modules with the quiet zone, and the path of all dark modules. `None` when the text is too long.
#[must_use]
pub fn path(text: &str) -> Option<(usize, String)> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (row, modules) in code.to_colors().chunks(width).enumerate() {
        let mut at = 0;
        while at < width {
            let run = modules[at..]
                .iter()
                .take_while(|color| **color == Color::Dark)
                .count();
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", at + QUIET, row + QUIET));
            }
            at += run.max(1);
        }
    }
    Some((width + 2 * QUIET, path))
}

/// The drawing, dark on white in every theme, named for those who cannot see it.
pub fn qr(text: &str, name: &'static str) -> impl IntoView + use<> {
    path(text).map(|(width, path)| {
        view! {
            <svg class="qr" role="img" aria-label=name viewBox=format!("0 0 {width} {width}")>
                <rect class="qr-light" width=width height=width></rect>
                <path class="qr-dark" d=path></path>
            </svg>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_drawn_once() {
        let text = "https://school.example/s/thornmere#k=abc&v=3";
        let (width, path) = path(text).expect("short enough");
        let code = QrCode::with_error_correction_level(text, EcLevel::M).expect("short enough");
        assert_eq!(width, code.width() + 8);
        let dark = code
            .to_colors()
            .iter()
            .filter(|color| **color == Color::Dark)
            .count();
        let drawn: usize = path
            .split('M')
            .filter_map(|part| {
                part.split('h')
                    .nth(1)?
                    .split('v')
                    .next()?
                    .parse::<usize>()
                    .ok()
            })
            .sum();
        assert_eq!(drawn, dark);
    }

    #[test]
    fn too_long_a_text_gives_no_code() {
        assert!(path(&"x".repeat(5_000)).is_none());
    }
}

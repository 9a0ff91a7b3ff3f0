//! What became of terms that somebody signed, so that they need not look for it (XAM-2).

use leptos::prelude::*;
use protocol::api::TermsText;
use similar::{Algorithm, ChangeTag, DiffTag, capture_diff_slices};

use crate::text::staff as t;

/// A paragraph of either text, in pieces; a piece is true where it differs.
#[derive(Debug, PartialEq, Eq)]
struct Paragraph {
    tag: ChangeTag,
    pieces: Vec<(bool, String)>,
}

/// Both texts as one, paragraph by paragraph. An unchanged one stands once.
fn paragraphs(before: &str, now: &str) -> Vec<Paragraph> {
    let lines = |text| -> Vec<&str> { str::lines(text).filter(|line| !line.is_empty()).collect() };
    let (before, now) = (lines(before), lines(now));
    let mut all = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &before, &now) {
        let (old, new) = (&before[op.old_range()], &now[op.new_range()]);
        if op.tag() == DiffTag::Equal {
            all.extend(new.iter().map(|line| whole(ChangeTag::Equal, line)));
            continue;
        }
        // A paragraph that changed stands beside what it became; the rest of a stretch came or went as a whole.
        let both = old.len().min(new.len());
        for (was, is) in old.iter().zip(new) {
            all.extend(words(was, is));
        }
        all.extend(
            old[both..]
                .iter()
                .map(|line| whole(ChangeTag::Delete, line)),
        );
        all.extend(
            new[both..]
                .iter()
                .map(|line| whole(ChangeTag::Insert, line)),
        );
    }
    all
}

fn whole(tag: ChangeTag, line: &str) -> Paragraph {
    let pieces = vec![(false, line.to_owned())];
    Paragraph { tag, pieces }
}

/// What a paragraph was and what it is, word by word.
fn words(was: &str, is: &str) -> [Paragraph; 2] {
    let split = |line| -> Vec<&str> { str::split_inclusive(line, ' ').collect() };
    let (old, new) = (split(was), split(is));
    let (mut gone, mut came) = (Vec::new(), Vec::new());
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let differs = op.tag() != DiffTag::Equal;
        for (pieces, words) in [
            (&mut gone, &old[op.old_range()]),
            (&mut came, &new[op.new_range()]),
        ] {
            if !words.is_empty() {
                pieces.push((differs, words.concat()));
            }
        }
    }
    [(ChangeTag::Delete, gone), (ChangeTag::Insert, came)]
        .map(|(tag, pieces)| Paragraph { tag, pieces })
}

/// The two texts, what went and what came; unchanged paragraphs are left out.
pub fn difference(before: &TermsText, now: &TermsText) -> impl IntoView + use<> {
    let changed = paragraphs(&before.text, &now.text)
        .into_iter()
        .filter(|paragraph| paragraph.tag != ChangeTag::Equal)
        .map(|paragraph| {
            let gone = paragraph.tag == ChangeTag::Delete;
            let pieces = paragraph.pieces.into_iter().map(|(differs, words)| {
                if differs {
                    view! { <strong>{words}</strong> }.into_any()
                } else {
                    words.into_any()
                }
            });
            let pieces = pieces.collect_view();
            let (class, label) = if gone {
                ("changed changed-gone", t::terms_gone())
            } else {
                ("changed changed-new", t::terms_new())
            };
            let words = if gone {
                view! { <del>{pieces}</del> }.into_any()
            } else {
                view! { <ins>{pieces}</ins> }.into_any()
            };
            view! { <li class=class><b>{label}</b> " " {words}</li> }
        })
        .collect_view();
    let title = t::terms_changed(i64::from(before.version), i64::from(now.version));
    view! {
        <section class="stack" aria-labelledby="terms-changed">
            <h3 id="terms-changed">{title}</h3>
            <ul class="changes">{changed}</ul>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // XAM-2: a word that changed is pointed at inside its paragraph; a new paragraph is new as a whole.
    #[test]
    fn changes_are_pointed_at() {
        let before = "Title\n\n1. Nobody reads.\n2. Kept for a year.\n";
        let now = "Title\n\n1. Nobody reads.\n2. Kept for two years.\n3. Asked each year.\n";
        let all = paragraphs(before, now);
        let of = |tag| all.iter().filter(move |paragraph| paragraph.tag == tag);
        let words = |paragraph: &Paragraph| {
            let pieces = paragraph.pieces.iter();
            pieces.map(|(_, words)| words.as_str()).collect::<String>()
        };
        let came: Vec<String> = of(ChangeTag::Insert).map(words).collect();
        assert_eq!(came, ["2. Kept for two years.", "3. Asked each year."]);
        let went: Vec<String> = of(ChangeTag::Delete).map(words).collect();
        assert_eq!(went, ["2. Kept for a year."]);
        assert_eq!(of(ChangeTag::Equal).count(), 2);
        let changed = of(ChangeTag::Insert).next().map(|one| &one.pieces);
        let pieces = [(false, "2. Kept for "), (true, "two years.")]
            .map(|(differs, words)| (differs, words.to_owned()));
        assert_eq!(changed.map(Vec::as_slice), Some(&pieces[..]));
    }

    // Everything of today's text is in what is shown, and nothing else is called new.
    #[test]
    fn nothing_is_left_out() {
        let all = paragraphs("a\nb\nc\n", "a\nx\nc\nd\n");
        let now: Vec<String> = all
            .iter()
            .filter(|one| one.tag != ChangeTag::Delete)
            .map(|one| one.pieces.iter().map(|(_, words)| words.as_str()).collect())
            .collect();
        assert_eq!(now, ["a", "x", "c", "d"]);
        assert!(
            paragraphs("a\n", "a\n")
                .iter()
                .all(|one| one.tag == ChangeTag::Equal)
        );
    }
}

//! An adult's name as it is shown: two letters for the arch, title and last name, or "you".

use leptos::prelude::*;

use crate::text::staff as t;

/// First and last initial without the title: "Ms Priya Kaur" is PK, "Kaur" is K.
#[must_use]
pub fn initials(name: &str) -> String {
    const TITLES: [&str; 8] = ["mr", "mrs", "ms", "miss", "mx", "dr", "sir", "prof"];
    let parts: Vec<&str> = name
        .split_whitespace()
        .filter(|part| !TITLES.contains(&part.trim_end_matches('.').to_lowercase().as_str()))
        .collect();
    let first = parts.first().and_then(|part| part.chars().next());
    let last = (parts.len() > 1)
        .then(|| parts.last().and_then(|part| part.chars().next()))
        .flatten();
    let letters: String = first.into_iter().chain(last).collect();
    letters.to_uppercase()
}

/// How a colleague is called: title and last name, "Ms Kaur" for "Ms Priya Kaur".
#[must_use]
pub fn short(name: &str) -> String {
    let parts: Vec<&str> = name.split_whitespace().collect();
    match parts.as_slice() {
        [title, .., last] if parts.len() > 2 => format!("{title} {last}"),
        _ => name.to_owned(),
    }
}

/// "You" on screen and the name on paper: a printed record is read by others.
pub fn you(name: &str) -> impl IntoView + use<> {
    view! {
        <span class="no-print">{t::who_you_start()}</span>
        <span class="print-inline">{short(name)}</span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_not_initials() {
        assert_eq!(initials("Ms Priya Kaur"), "PK");
        assert_eq!(initials("Mr Adeyemi"), "A");
        assert_eq!(initials("Dr. Ana María López"), "AL");
        assert_eq!(initials("sam reed"), "SR");
        assert_eq!(initials(""), "");
    }

    #[test]
    fn short_names_keep_the_title() {
        assert_eq!(short("Ms Priya Kaur"), "Ms Kaur");
        assert_eq!(short("Sam Reed"), "Sam Reed");
        assert_eq!(short("Mr Adeyemi"), "Mr Adeyemi");
    }
}

//! The one list of keys (WCAG 2.1.4: off while typing, and the whole list can be switched off).

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    Down,
    Up,
    Open,
    Reply,
    Note,
    Hide,
    Board,
    Find,
    Keys,
}

/// Every key with its action, in the order the help shows them.
pub const ALL: [(&str, Shortcut); 9] = [
    ("j", Shortcut::Down),
    ("k", Shortcut::Up),
    ("o", Shortcut::Open),
    ("r", Shortcut::Reply),
    ("n", Shortcut::Note),
    ("g", Shortcut::Board),
    ("/", Shortcut::Find),
    ("b", Shortcut::Hide),
    ("?", Shortcut::Keys),
];

/// What was pressed and where.
#[derive(Clone, Copy)]
pub struct Press<'a> {
    pub key: &'a str,
    /// Control, Alt or Meta was down: the browser's own keys stay the browser's.
    pub modified: bool,
    /// The focus is in a box that takes text.
    pub typing: bool,
    /// A dialog is open: only its own keys count.
    pub dialog: bool,
    /// The adult switched single keys off.
    pub off: bool,
}

/// The action of a key press, if it has one here.
#[must_use]
pub fn of(press: Press<'_>) -> Option<Shortcut> {
    if press.modified || press.typing || press.off {
        return None;
    }
    let found = ALL
        .iter()
        .find(|(key, _)| key.eq_ignore_ascii_case(press.key))
        .map(|(_, shortcut)| *shortcut)?;
    // A child at the door does not wait for a dialog to close.
    (!press.dialog || found == Shortcut::Hide).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: &str) -> Press<'_> {
        Press {
            key,
            modified: false,
            typing: false,
            dialog: false,
            off: false,
        }
    }

    #[test]
    fn every_key_is_listed_once() {
        for (at, (key, shortcut)) in ALL.iter().enumerate() {
            assert_eq!(of(press(key)), Some(*shortcut));
            assert!(ALL[at + 1..].iter().all(|(other, _)| other != key));
        }
        assert_eq!(
            of(press("B")),
            Some(Shortcut::Hide),
            "caps lock does not matter"
        );
    }

    // WCAG 2.1.4: single keys never act while somebody types, and can be switched off.
    #[test]
    fn keys_rest_while_typing_and_when_switched_off() {
        assert_eq!(
            of(Press {
                typing: true,
                ..press("r")
            }),
            None
        );
        assert_eq!(
            of(Press {
                off: true,
                ..press("r")
            }),
            None
        );
        assert_eq!(
            of(Press {
                modified: true,
                ..press("r")
            }),
            None,
            "Ctrl+R reloads"
        );
    }

    // D1: the blank screen comes at any time.
    #[test]
    fn only_hiding_works_over_a_dialog() {
        assert_eq!(
            of(Press {
                dialog: true,
                ..press("b")
            }),
            Some(Shortcut::Hide)
        );
        assert_eq!(
            of(Press {
                dialog: true,
                ..press("r")
            }),
            None
        );
    }
}

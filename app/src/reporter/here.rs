//! What only the screen that is shown remembers: a list that was unfolded, a word half typed. Gone with the screen.

use client::reporter::message::School;
use zeroize::{Zeroize, Zeroizing};

use super::code::Said;
use super::journey::{Journey, Screen};
use super::side::Side;
use crate::category;

/// Nothing of it is an answer; those are in `Journey`.
#[derive(Default)]
pub struct Here {
    /// The whole list is shown: categories, other adults, the pupil's own messages.
    pub all: bool,
    /// The last tap was refused: three categories are picked, or it was the last reader.
    pub refused: bool,
    /// It is about an adult of the list; the names are shown.
    pub asks_whom: bool,
    /// Name of the adult it is about, who was left out for that just now.
    pub concern: String,
    /// An empty answer was to be sent.
    pub empty: bool,
    /// Which ideas are open under the pupil's words.
    pub ideas: [bool; 5],
    /// A clue was taken out just now.
    pub taken: bool,
    /// What is typed besides the report: the seven words, one word of the card, a note to another adult.
    pub typed: Zeroizing<String>,
    /// The word typed back is not the one on the card.
    pub mistyped: bool,
    /// What is said about the seven words.
    pub said: Said,
    /// Words that fit what is typed.
    pub fits: Vec<String>,
    pub side: Side,
}

impl Here {
    /// What a screen remembers when it opens.
    pub fn at(screen: Screen, journey: &mut Journey, school: Option<&School>) -> Self {
        let all = match screen {
            Screen::What => journey
                .categories
                .iter()
                .any(|id| category::find(id).is_some_and(|found| !found.first)),
            Screen::Readers => {
                let others = school.is_some_and(|school| {
                    school
                        .readers
                        .iter()
                        .any(|reader| !reader.usual && journey.reads(reader))
                });
                others || journey.categories.contains(&"adult_school")
            }
            _ => false,
        };
        if screen == Screen::Sooner {
            // Yes is chosen unless the pupil says no (schools 3b).
            journey.sooner.get_or_insert(true);
        }
        let mut here = Self::default();
        here.all = all;
        here.asks_whom = screen == Screen::Readers && journey.categories.contains(&"adult_school");
        here
    }
}

impl Drop for Here {
    fn drop(&mut self) {
        self.fits.zeroize();
    }
}

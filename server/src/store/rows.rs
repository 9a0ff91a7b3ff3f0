//! Many rows in one statement: each statement is a way to the engine and back.
//!
//! A statement has places for a power of two of rows, and those nobody needs stay empty: a handful of texts is then
//! prepared once and used again and again, and any number of rows takes one statement.

use super::Engine;

/// Most rows of one statement: engines limit the values they take at once (SQLite 32,766).
const MOST: usize = 1024;

/// Rows of one statement.
pub(super) struct Part<'a, T> {
    rows: &'a [T],
    engine: Engine,
}

/// As few statements as it takes.
pub(super) fn parts<T>(engine: Engine, rows: &[T]) -> impl Iterator<Item = Part<'_, T>> {
    rows.chunks(MOST).map(move |rows| Part { rows, engine })
}

impl<'a, T> Part<'a, T> {
    fn places(&self) -> usize {
        self.rows.len().next_power_of_two()
    }

    /// What goes into each place, in order; `None` into those that stay empty.
    pub fn each(&self) -> impl Iterator<Item = Option<&'a T>> + use<'a, T> {
        let empty = self.places() - self.rows.len();
        let rows: &'a [T] = self.rows;
        rows.iter()
            .map(Some)
            .chain(std::iter::repeat_with(|| None).take(empty))
    }

    /// `from (values ...) as k where k.column1 is not null`: the rows, without the empty places.
    pub fn from(&self, columns: usize) -> String {
        let values = self.values(columns);
        format!("from (values {values}) as k where k.column1 is not null")
    }

    /// `($1, $2), ($3, $4)` for two rows of two columns. SQLite looks numbered places up by going through all of them,
    /// so there they have no numbers.
    pub fn values(&self, columns: usize) -> String {
        let mut text = String::new();
        for number in 0..self.places() * columns {
            text.push_str(match (number, number % columns) {
                (0, _) => "(",
                (_, 0) => "), (",
                _ => ", ",
            });
            match self.engine {
                Engine::Sqlite => text.push('?'),
                Engine::Postgres => text.push_str(&format!("${}", number + 1)),
            }
        }
        text.push(')');
        text
    }
}

/// `k.column1, k.column2`, as [`Part::from`] calls them.
pub(super) fn columns(count: usize) -> String {
    let names: Vec<String> = (1..=count)
        .map(|column| format!("k.column{column}"))
        .collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_all_of_it_in_order() {
        for count in [0, 1, 2, 3, 63, 64, 65, 1023, 1024, 1025, 3000] {
            let rows: Vec<usize> = (0..count).collect();
            let parts: Vec<_> = parts(Engine::Sqlite, &rows).collect();
            let all = parts.iter().flat_map(Part::each).flatten().copied();
            assert_eq!(all.collect::<Vec<_>>(), rows);
            for part in parts {
                let places = part.each().count();
                assert!(places.is_power_of_two() && places <= MOST);
                assert_eq!(part.values(1).matches('?').count(), places);
            }
        }
    }

    #[test]
    fn places_are_numbered_through() {
        let text = |engine| parts(engine, &[7, 8]).map(|part| part.values(3)).collect();
        let texts: [String; 2] = [Engine::Sqlite, Engine::Postgres].map(text);
        assert_eq!(
            texts,
            ["(?, ?, ?), (?, ?, ?)", "($1, $2, $3), ($4, $5, $6)"]
        );
        assert_eq!(columns(2), "k.column1, k.column2");
    }
}

//! Many rows in one statement: each statement is a way to the engine and back.
//!
//! The numbers of rows are powers of two, so that a handful of texts is prepared once and used again and again.

/// Most rows of one statement: engines limit the values they take at once (SQLite 32,766).
const MOST: usize = 256;

/// Parts whose lengths are powers of two, largest first.
pub(super) fn parts<T>(mut rows: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let length = 1 << rows.len().min(MOST).checked_ilog2()?;
        let (part, rest) = rows.split_at(length);
        rows = rest;
        Some(part)
    })
}

/// `($1, $2), ($3, $4)` for two rows of two columns.
pub(super) fn values(rows: usize, columns: usize) -> String {
    values_and(rows, columns, "")
}

/// The same with something that is equal in every row after its values.
pub(super) fn values_and(rows: usize, columns: usize, same: &str) -> String {
    values_between("", rows, columns, same)
}

/// The same with something before its values too.
pub(super) fn values_between(before: &str, rows: usize, columns: usize, same: &str) -> String {
    let row = |row: usize| {
        let places: Vec<String> = (1..=columns)
            .map(|column| format!("${}", row * columns + column))
            .collect();
        format!("({before}{}{same})", places.join(", "))
    };
    let rows: Vec<String> = (0..rows).map(row).collect();
    rows.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_all_of_it_in_order() {
        for count in 0..600 {
            let rows: Vec<usize> = (0..count).collect();
            assert_eq!(parts(&rows).flatten().copied().collect::<Vec<_>>(), rows);
            assert!(parts(&rows).all(|part| part.len().is_power_of_two() && part.len() <= MOST));
        }
    }

    #[test]
    fn places_are_numbered_through() {
        assert_eq!(values(2, 3), "($1, $2, $3), ($4, $5, $6)");
        assert_eq!(values_and(2, 1, ", null"), "($1, null), ($2, null)");
        assert_eq!(values_between("f(), ", 1, 2, ""), "(f(), $1, $2)");
    }
}

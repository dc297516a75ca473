//! Lists of values in a statement's text, for as many rows as there are.

use std::fmt::Write;

/// `($3, $4), ($5, $6)` for two rows of two columns behind two placeholders.
pub(crate) fn rows(rows: usize, columns: usize, behind: usize) -> String {
    let mut text = String::with_capacity(rows * columns * 5);
    for row in 0..rows {
        let first = behind + row * columns + 1;
        text.push_str(if row == 0 { "(" } else { ", (" });
        for place in first..first + columns {
            let comma = if place == first { "" } else { ", " };
            write!(text, "{comma}${place}").expect("text takes what is written");
        }
        text.push(')');
    }
    text
}

/// A list that is not empty, with its last value repeated until there is a power of two: so lists of all lengths make few
/// statements, which a database prepares once each.
pub(crate) fn padded<T>(list: &[T]) -> impl ExactSizeIterator<Item = &T> {
    let last = list.len().saturating_sub(1);
    (0..list.len().next_power_of_two()).map(move |place| &list[place.min(last)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_go_on_from_row_to_row() {
        assert_eq!(rows(2, 2, 2), "($3, $4), ($5, $6)");
        assert_eq!(rows(1, 3, 0), "($1, $2, $3)");
    }

    #[test]
    fn a_list_is_filled_up_with_its_last_value() {
        let filled = |list: &[u8]| padded(list).copied().collect::<Vec<_>>();
        assert_eq!(filled(&[1, 2, 3]), [1, 2, 3, 3]);
        assert_eq!((filled(&[1]), filled(&[1, 2])), (vec![1], vec![1, 2]));
    }
}

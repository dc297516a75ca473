//! How long a text message is on the air (3GPP TS 23.038).

use super::alphabet;

/// How letters are coded. The number is Kannel's parameter `coding`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// Seven bits a letter.
    Gsm7 = 0,
    /// Sixteen bits a letter.
    Ucs2 = 2,
}

/// What a text takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segments {
    /// How its letters are coded.
    pub coding: Coding,
    /// Septets, or units of sixteen bits.
    pub units: usize,
    /// Messages on the air, and on the bill.
    pub count: usize,
}

impl Segments {
    /// Counts them.
    pub fn of(text: &str) -> Self {
        let coding = Coding::of(text);
        let units = text.chars().map(|letter| coding.units(letter)).sum();
        Self { coding, units, count: cut(text).len() }
    }
}

impl Coding {
    /// Seven bits if they are enough for every letter.
    pub fn of(text: &str) -> Self {
        if text.chars().all(|letter| alphabet::septets(letter).is_some()) { Self::Gsm7 } else { Self::Ucs2 }
    }

    fn units(self, letter: char) -> usize {
        match self {
            Self::Gsm7 => alphabet::septets(letter).unwrap_or(1),
            Self::Ucs2 => letter.len_utf16(),
        }
    }

    /// How many units a message takes that is alone, and one that is a part of several.
    fn room(self) -> (usize, usize) {
        match self {
            Self::Gsm7 => (160, 153),
            Self::Ucs2 => (70, 67),
        }
    }
}

/// The text of each message on the air. A letter is never torn between two.
pub fn cut(text: &str) -> Vec<&str> {
    let coding = Coding::of(text);
    let (alone, joined) = coding.room();
    if text.chars().map(|letter| coding.units(letter)).sum::<usize>() <= alone {
        return vec![text];
    }
    let (mut parts, mut start, mut room) = (Vec::new(), 0, joined);
    for (at, letter) in text.char_indices() {
        let units = coding.units(letter);
        if units > room {
            parts.push(&text[start..at]);
            (start, room) = (at, joined);
        }
        room -= units;
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_bits_where_possible() {
        let of = |text: &str| (Segments::of(text).coding, Segments::of(text).units);
        assert_eq!(of("Hello @ 5 €"), (Coding::Gsm7, 12));
        assert_eq!(of("naïve"), (Coding::Ucs2, 5));
        assert_eq!(of("`"), (Coding::Ucs2, 1));
        assert_eq!(of("مرحبا"), (Coding::Ucs2, 5));
        assert_eq!(of("😀"), (Coding::Ucs2, 2));
    }

    #[test]
    fn parts_make_the_whole() {
        let text = "€😀 ".repeat(100);
        let parts = cut(&text);
        assert_eq!((parts.len(), parts.concat()), (Segments::of(&text).count, text.clone()));
        assert!(parts.iter().all(|part| part.encode_utf16().count() <= 67));
        assert_eq!(cut(""), [""]);
    }

    #[test]
    fn long_texts_take_several() {
        let count = |text: String| Segments::of(&text).count;
        assert_eq!([160, 161, 306, 307].map(|length| count("a".repeat(length))), [1, 2, 2, 3]);
        assert_eq!([70, 71, 134, 135].map(|length| count("م".repeat(length))), [1, 2, 2, 3]);
        assert_eq!(count("€".repeat(80)), 1);
        assert_eq!(count("€".repeat(153)), 3, "a segment of 153 septets holds 76 of them");
        assert_eq!(count("😀".repeat(67)), 3, "a segment of 67 units holds 33 of them");
    }
}

//! How long a text message is on the air (3GPP TS 23.038).

/// Letters of the GSM 7-bit default alphabet that are not ASCII.
const GSM_7_BEYOND_ASCII: &str = "£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑܧ¿äöñüà";

/// ASCII that the alphabet does not have at all.
const NOT_GSM_7: &str = "`";

/// Letters that take two septets.
const EXTENDED: &str = "\u{c}^{}\\[~]|€";

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
    /// Counts them. A letter is never torn between two segments.
    pub fn of(text: &str) -> Self {
        if text.chars().all(is_gsm_7) {
            let sizes = text.chars().map(|letter| 1 + usize::from(EXTENDED.contains(letter)));
            Self::count(Coding::Gsm7, sizes, 160, 153)
        } else {
            Self::count(Coding::Ucs2, text.chars().map(char::len_utf16), 70, 67)
        }
    }

    fn count(coding: Coding, sizes: impl Iterator<Item = usize> + Clone, alone: usize, joined: usize) -> Self {
        let units = sizes.clone().sum();
        if units <= alone {
            return Self { coding, units, count: 1 };
        }
        let (mut count, mut room) = (1, joined);
        for size in sizes {
            if size > room {
                (count, room) = (count + 1, joined);
            }
            room -= size;
        }
        Self { coding, units, count }
    }
}

fn is_gsm_7(letter: char) -> bool {
    let printable = letter.is_ascii_graphic() || matches!(letter, ' ' | '\n' | '\r');
    (printable && !NOT_GSM_7.contains(letter)) || GSM_7_BEYOND_ASCII.contains(letter) || EXTENDED.contains(letter)
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
    fn long_texts_take_several() {
        let count = |text: String| Segments::of(&text).count;
        assert_eq!([160, 161, 306, 307].map(|length| count("a".repeat(length))), [1, 2, 2, 3]);
        assert_eq!([70, 71, 134, 135].map(|length| count("م".repeat(length))), [1, 2, 2, 3]);
        assert_eq!(count("€".repeat(80)), 1);
        assert_eq!(count("€".repeat(153)), 3, "a segment of 153 septets holds 76 of them");
        assert_eq!(count("😀".repeat(67)), 3, "a segment of 67 units holds 33 of them");
    }
}

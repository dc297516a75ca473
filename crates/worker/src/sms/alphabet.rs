//! The GSM 7-bit default alphabet and its extension (3GPP TS 23.038 §6.2.1).

/// The alphabet, each letter at the place that is its code.
const DEFAULT: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u{1b}ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
                       ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑ\u{dc}\u{a7}¿abcdefghijklmnopqrstuvwxyzäöñüà";

/// Announces a letter of the extension.
const ESCAPE: char = '\u{1b}';

/// Letters behind [`ESCAPE`], with their codes.
const EXTENSION: [(char, u8); 10] = [
    ('\u{c}', 0x0A),
    ('^', 0x14),
    ('{', 0x28),
    ('}', 0x29),
    ('\\', 0x2F),
    ('[', 0x3C),
    ('~', 0x3D),
    (']', 0x3E),
    ('|', 0x40),
    ('€', 0x65),
];

/// How many septets a letter takes: 1, 2, or `None` when the alphabet lacks it.
pub(super) fn septets(letter: char) -> Option<usize> {
    if EXTENSION.iter().any(|(extended, _)| *extended == letter) {
        return Some(2);
    }
    (letter != ESCAPE && DEFAULT.contains(letter)).then_some(1)
}

/// The codes of a text, one a byte. Letters that the alphabet lacks become question marks.
pub(super) fn codes(text: &str) -> Vec<u8> {
    text.chars().flat_map(code).flatten().collect()
}

fn code(letter: char) -> [Option<u8>; 2] {
    let place = |letter: char| DEFAULT.chars().position(|known| known == letter).and_then(|at| u8::try_from(at).ok());
    match EXTENSION.iter().find(|(extended, _)| *extended == letter) {
        Some((_, code)) => [place(ESCAPE), Some(*code)],
        None => [place(letter).filter(|_| letter != ESCAPE).or(Some(b'?')), None],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_their_codes() {
        assert_eq!(DEFAULT.chars().count(), 128);
        assert_eq!(codes("@A z\n€{à"), [0, 0x41, 0x20, 0x7A, 0x0A, 0x1B, 0x65, 0x1B, 0x28, 0x7F]);
        assert_eq!(codes("ÄÖÑ\u{dc}\u{a7}¿_"), [0x5B, 0x5C, 0x5D, 0x5E, 0x5F, 0x60, 0x11]);
        assert_eq!(
            [septets('a'), septets('€'), septets('`'), septets('م'), septets(ESCAPE)],
            [Some(1), Some(2), None, None, None]
        );
    }
}

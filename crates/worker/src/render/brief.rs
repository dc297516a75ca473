//! What stands in a text message: letters of the GSM alphabet wherever they say the same, and nothing longer than needed.

use crate::sms::segments::Coding;
use unicode_normalization::UnicodeNormalization;

/// What tells that something was left out.
const CUT: &str = "...";

/// The text without the marks of type that phones lack, and without accents that the GSM alphabet lacks; one such letter
/// would more than halve what a message holds. Letters that have no like are kept. It is one line, so that it cannot end a
/// message as a code does.
pub(super) fn plain(text: &str) -> String {
    text.nfc().flat_map(like).collect()
}

/// An amount in [`plain`] letters; a currency without a sign in the GSM alphabet is named by its code.
pub(super) fn amount(text: &str, currency: &str) -> String {
    let is_strange_sign = |letter: char| matches!(letter, '\u{20A0}'..='\u{20CF}') && !is_gsm(letter);
    plain(&text.replace(is_strange_sign, currency))
}

/// The text in at most that many characters.
pub(super) fn clip(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(CUT.len())).collect();
    format!("{}{CUT}", kept.trim_end())
}

fn like(letter: char) -> Vec<char> {
    match letter {
        _ if letter.is_whitespace() || letter.is_control() => vec![' '],
        _ if is_gsm(letter) => vec![letter],
        '‘' | '’' | '‚' | '´' | '`' => vec!['\''],
        '“' | '”' | '„' | '«' | '»' => vec!['"'],
        '‐'..='―' | '−' => vec!['-'],
        '…' => CUT.chars().collect(),
        _ => {
            let bare: Vec<char> = [letter].into_iter().nfkd().filter(|part| is_gsm(*part)).collect();
            if bare.is_empty() { vec![letter] } else { bare }
        }
    }
}

fn is_gsm(letter: char) -> bool {
    Coding::of(letter.encode_utf8(&mut [0; 4])) == Coding::Gsm7
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_become_those_that_phones_have() {
        assert_eq!(plain("Líneas «móviles» – año 2026…"), "Lineas \"moviles\" - año 2026...");
        assert_eq!(plain("50,00\u{a0}€ 1\u{202f}234 ä é ñ"), "50,00 € 1 234 ä é ñ");
        assert_eq!(plain("Mu\u{308}nchen"), "München", "as some systems write the names of files");
        assert_eq!(plain("عملاء أحمد"), "عملاء أحمد", "there is nothing like it");
        assert_eq!(plain("Łódź"), "Łodz", "Ł is a letter of its own");
    }

    #[test]
    fn s55_no_name_looks_like_a_code() {
        assert_eq!(plain("a.csv\n@settings.example.com #031337"), "a.csv @settings.example.com #031337");
        assert_eq!(plain("a\u{2028}b\u{85}c\td"), "a b c d");
    }

    #[test]
    fn a_sign_that_phones_lack_is_spelt_out() {
        assert_eq!(amount("₹1,23,456.00", "INR"), "INR1,23,456.00");
        assert_eq!(amount("50,00\u{a0}₪", "ILS"), "50,00 ILS");
        assert_eq!(amount("€50.00", "EUR"), "€50.00");
    }

    #[test]
    fn what_is_too_long_is_cut() {
        assert_eq!(clip("customers.csv", 13), "customers.csv");
        assert_eq!(clip("customers.csv", 12), "customers...");
        assert_eq!(clip("new customers.csv", 7), "new...");
    }
}

//! Amounts of money: whole numbers of the currency's smallest unit.

/// The largest amount either side of zero, in the smallest unit: more than any customer has, and far from the end of
/// the numbers that JSON carries without loss.
pub const MOST: i64 = 1_000_000_000_000_000;

/// Currencies whose smallest unit is not a hundredth, by ISO 4217 (list one, column *minor unit*).
const DECIMALS: [(u32, &[&str]); 3] = [
    (
        0,
        &[
            "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF",
            "XOF", "XPF",
        ],
    ),
    (3, &["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]),
    (4, &["CLF", "UYW"]),
];

/// Whether a text has the shape of an ISO 4217 code. Not every one of that shape is a currency.
pub fn is_currency(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// How many decimals the currency of that ISO 4217 code has; two for one that is not known.
pub fn decimals(currency: &str) -> u32 {
    let listed = DECIMALS.iter().find(|(_, currencies)| currencies.contains(&currency));
    listed.map_or(2, |(decimals, _)| *decimals)
}

/// How many smallest units make one unit of the currency.
pub fn unit(currency: &str) -> i64 {
    10_i64.pow(decimals(currency))
}

/// Text that is no amount of the currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnAmount;

/// An amount as people type it, in the smallest unit: `50`, `50,00`, `1.234,50`, `1,234.5`, `1 234`, `1'234`, `٥٠`,
/// with the currency's code or a symbol before or behind it. Empty text is 0.
///
/// Which mark parts the decimals need not be known: it is the last one, and fewer digits follow it than make a group. In
/// a currency of three decimals or more, where both have three, a mark parts decimals that stands there only once.
pub fn parse_amount(text: &str, currency: &str) -> Result<i64, NotAnAmount> {
    let text: String = text.replace(currency, "").chars().filter(|letter| !is_beside(*letter)).map(western).collect();
    if text.is_empty() {
        return Ok(0);
    }
    let decimals = decimals(currency) as usize;
    let mut marks = text.chars().rev().filter(|letter| is_mark(*letter));
    let last = marks.next();
    let is_alone = marks.all(|mark| Some(mark) != last);
    let (whole, part) = match text.rsplit_once(is_mark) {
        Some((whole, part)) if part.len() <= decimals && (part.len() != 3 || is_alone) => (whole, part),
        _ => (text.as_str(), ""),
    };
    let digits = format!("{}{part:0<decimals$}", ungrouped(whole)?);
    let amount: i64 = digits.parse().map_err(|_| NotAnAmount)?;
    let only_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    if only_digits && amount <= MOST { Ok(amount) } else { Err(NotAnAmount) }
}

/// The digits of a whole number whose groups, if it has any, are of three and parted by one kind of mark.
fn ungrouped(whole: &str) -> Result<String, NotAnAmount> {
    let mark = whole.chars().find(|letter| is_mark(*letter));
    let mut groups = whole.split(|letter| Some(letter) == mark);
    let first = groups.next().unwrap_or_default();
    let fine = mark.is_none() || (1..=3).contains(&first.len());
    let rest: Vec<&str> = groups.collect();
    if fine && !first.is_empty() && rest.iter().all(|group| group.len() == 3) {
        Ok(format!("{first}{}", rest.concat()))
    } else {
        Err(NotAnAmount)
    }
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '.' | ',' | '\'' | '’' | '٫' | '٬')
}

/// Blanks, invisible marks of direction and symbols of currencies.
fn is_beside(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '$' | '£' | '¥' | '₩' | '\u{20A0}'..='\u{20CF}' | '\u{200E}' | '\u{200F}' | '\u{061C}')
}

/// Arabic-Indic digits, both kinds, as European ones.
fn western(letter: char) -> char {
    let digit = match letter {
        '\u{0660}'..='\u{0669}' => letter as u32 - 0x0660,
        '\u{06F0}'..='\u{06F9}' => letter as u32 - 0x06F0,
        _ => return letter,
    };
    char::from_digit(digit, 10).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for text in ["50", "50,00", "50.00", "50.0", " 50 ", "50 €", "€50.00", "EUR 50", "50\u{a0}€", "٥٠", "٥٠٫٠٠"]
        {
            assert_eq!(parse_amount(text, "EUR"), Ok(5_000), "{text}");
        }
        for text in ["1234.5", "1.234,50", "1,234.50", "1 234,5", "1'234.50", "1’234.50", "١٬٢٣٤٫٥"] {
            assert_eq!(parse_amount(text, "EUR"), Ok(123_450), "{text}");
        }
        assert_eq!(parse_amount("1.234", "EUR"), Ok(123_400), "a group, for no cent has a tenth");
        assert_eq!(parse_amount("1.234.567", "EUR"), Ok(123_456_700));
        assert_eq!([parse_amount("", "EUR"), parse_amount("0", "EUR")], [Ok(0), Ok(0)]);
        assert_eq!([parse_amount("5.000", "JPY"), parse_amount("5000", "JPY")], [Ok(5_000), Ok(5_000)]);
        assert_eq!([parse_amount("5.000", "KWD"), parse_amount("1,234.500", "KWD")], [Ok(5_000), Ok(1_234_500)]);
        assert_eq!(parse_amount("1.234.567", "KWD"), Ok(1_234_567_000));
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for text in ["-5", "fifty", "5e3", "1,23,456.00", "12.3456", ".", ",5", "5..0", "0x10", "1.2.3", "1 €uro"] {
            assert_eq!(parse_amount(text, "EUR"), Err(NotAnAmount), "{text}");
        }
        assert_eq!(parse_amount("0.5", "JPY"), Err(NotAnAmount), "there is no half yen");
        assert_eq!(parse_amount(&"9".repeat(30), "EUR"), Err(NotAnAmount));
        assert_eq!(parse_amount("10000000000000.01", "EUR"), Err(NotAnAmount), "beyond the most");
    }

    #[test]
    fn a_currency_is_three_capitals() {
        assert_eq!(["EUR", "eur", "EURO", "EÜR", ""].map(is_currency), [true, false, false, false, false]);
    }

    #[test]
    fn the_unit_is_the_currencys_own() {
        assert_eq!(["EUR", "JPY", "KWD", "CLF", "XXX"].map(unit), [100, 1, 1_000, 10_000, 100]);
    }
}

//! Addresses and numbers as logs may show them.

/// How many characters at the end of a number stay readable.
const SHOWN_DIGITS: usize = 3;

/// A number with all but the beginning of its dial code and its last three digits hidden: `+44…123`.
pub fn number(e164: &str) -> String {
    let digits: Vec<char> = e164.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < 2 + 2 * SHOWN_DIGITS {
        return "…".to_owned();
    }
    let (start, end) = (digits[..2].iter(), digits[digits.len() - SHOWN_DIGITS..].iter());
    format!("+{}…{}", start.collect::<String>(), end.collect::<String>())
}

/// An address with all but the first letter of its local part hidden: `a…@example.com`.
pub fn address(email: &str) -> String {
    match (email.chars().next(), email.rsplit_once('@')) {
        (Some(first), Some((local, domain))) if !local.is_empty() => format!("{first}…@{domain}"),
        _ => "…".to_owned(),
    }
}

/// Whichever of the two the text is.
pub fn recipient(text: &str) -> String {
    if text.contains('@') { address(text) } else { number(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_of_it_is_hidden() {
        assert_eq!(recipient("+447700900123"), "+44…123");
        assert_eq!(recipient("+1234567"), "…");
        assert_eq!(recipient("ada@example.com"), "a…@example.com");
        assert_eq!(recipient("@example.com"), "…");
        assert_eq!(recipient(""), "…");
    }
}

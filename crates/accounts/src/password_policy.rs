//! What a new password must be (NIST SP 800-63B-4 §3.1.1.2): long, not common, not built around the person; nothing else.

use perfil_models::password::{MAX_BYTES, MIN_CHARS, MIN_CHARS_WITH_SECOND_FACTOR, PasswordProblem};

use perfil_models::{AccessError, Secret};
use perfil_store::users::UserRow;
use unicode_normalization::UnicodeNormalization;

/// The product's own word, which people build passwords around.
const PRODUCT: &str = "perfil";

/// The least score of zxcvbn (0 to 4): 3 needs 10^8 guesses. It holds ten to be possible for each character of no pattern, so
/// that no eight of them get beyond 2; with a second factor that is enough.
fn safe_score(min: usize) -> zxcvbn::Score {
    if min < MIN_CHARS { zxcvbn::Score::Two } else { zxcvbn::Score::Three }
}

/// The fewest characters that must be left when the person's own words are taken away.
const OWN_CHARS: usize = 8;

/// The form that is hashed: the same password typed on two keyboards may arrive composed or decomposed.
pub(crate) fn normalise(password: &str) -> String {
    password.nfkc().collect()
}

/// The fewest characters of a password of that person. What the organization asks for holds with a second factor, too.
pub(crate) fn min_chars(user: &UserRow) -> usize {
    let least = if user.factors > 0 { MIN_CHARS_WITH_SECOND_FACTOR } else { MIN_CHARS };
    organization_min(user.password_min).map_or(least, |min| min.max(least))
}

/// The fewest characters that an organization asks for, as its row holds them.
pub(crate) fn organization_min(row: Option<i64>) -> Option<usize> {
    row.and_then(|min| usize::try_from(min).ok())
}

/// Whether the password would do without a second factor.
pub(crate) fn is_long_enough_alone(password: &Secret) -> bool {
    normalise(password.reveal()).chars().count() >= MIN_CHARS
}

/// [`check`] on a thread that may be busy.
pub(crate) async fn judge(
    min: usize,
    password: Secret,
    repeat: Secret,
    personal: [String; 2],
) -> Result<Result<String, PasswordProblem>, AccessError> {
    let [address, name] = personal;
    let judged = tokio::task::spawn_blocking(move || check(min, &password, &repeat, &[&address, &name]));
    judged.await.map_err(|_| AccessError::Internal)
}

/// Checks a new password; `min` are its fewest characters, `personal` the person's address and name. Takes up to a
/// millisecond of processor.
fn check(min: usize, password: &Secret, repeat: &Secret, personal: &[&str]) -> Result<String, PasswordProblem> {
    if password.is_empty() {
        return Err(PasswordProblem::Missing);
    }
    if password.reveal().len() > MAX_BYTES {
        return Err(PasswordProblem::TooLong);
    }
    let password = normalise(password.reveal());
    if password.chars().count() < min {
        return Err(PasswordProblem::TooShort { min });
    }
    let words = own_words(personal);
    if is_built_around(&password.to_lowercase(), &words) {
        return Err(PasswordProblem::Personal);
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if [&password, &without_runs(&password)].iter().any(|text| zxcvbn::zxcvbn(text, &words).score() < safe_score(min)) {
        return Err(PasswordProblem::Common);
    }
    if password != normalise(repeat.reveal()) {
        return Err(PasswordProblem::Mismatch);
    }
    Ok(password)
}

/// Each run of one character as a single one: holding a key down makes a password longer, not harder to guess.
fn without_runs(password: &str) -> String {
    let mut chars: Vec<char> = password.chars().collect();
    chars.dedup();
    chars.into_iter().collect()
}

/// The product's word, and the words of at least three letters in the person's own data, the longest first.
fn own_words(personal: &[&str]) -> Vec<String> {
    let mut words = vec![PRODUCT.to_owned()];
    for text in personal {
        let text = text.to_lowercase();
        words.extend(
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= 3).map(str::to_owned),
        );
        words.push(text);
    }
    words.retain(|word| !word.is_empty());
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

fn is_built_around(password: &str, words: &[String]) -> bool {
    let mut rest = password.to_owned();
    for word in words {
        rest = rest.replace(word, "");
    }
    rest.len() < password.len() && rest.chars().filter(|c| c.is_alphanumeric()).count() < OWN_CHARS
}

#[cfg(test)]
mod tests {
    use super::*;

    const PERSON: &[&str] = &["ada.lovelace@example.com", "Ada Lovelace", "Analytical Engines"];

    fn judge(password: &str) -> Result<String, PasswordProblem> {
        check(MIN_CHARS, &Secret::new(password), &Secret::new(password), PERSON)
    }

    #[test]
    fn s25_fifteen_characters_of_any_kind_are_enough() {
        assert_eq!(judge("fourteen chars"), Err(PasswordProblem::TooShort { min: 15 }));
        assert!(judge("plums ripen late").is_ok());
        assert!(judge("ثلاث كلمات لا تنسى").is_ok());
    }

    #[test]
    fn s25_with_a_second_factor_eight_are_enough() {
        let judge = |password: &str| check(8, &Secret::new(password), &Secret::new(password), PERSON);
        assert_eq!(judge("v7#kQz!"), Err(PasswordProblem::TooShort { min: 8 }));
        assert!(judge("v7#kQz!m").is_ok());
        assert_eq!(judge("password"), Err(PasswordProblem::Common));
    }

    #[test]
    fn s26_long_ones_are_taken_whole() {
        let long: String = "plums ripen late in the north ".repeat(10);
        assert_eq!(judge(&long).unwrap(), long);
        assert_eq!(judge(&"x y".repeat(400)), Err(PasswordProblem::TooLong));
    }

    #[test]
    fn s28_common_and_repetitive_ones_are_refused() {
        for password in ["passwordpassword", "123456789012345", "aaaaaaaaaaaaaaaa", "qwertyuiopasdfgh"] {
            assert_eq!(judge(password), Err(PasswordProblem::Common), "{password}");
        }
    }

    #[test]
    fn s28_holding_keys_down_makes_no_good_password() {
        for password in ["11112222333344445555", "aabbccddeeffgghh", "qqqwwweeerrrttt", "pppaaassssswwwooorrrddd"] {
            assert_eq!(judge(password), Err(PasswordProblem::Common), "{password}");
        }
        for password in ["small green apples fell", "zzz snored the bookkeeper", "committee coffee balloon"] {
            assert!(judge(password).is_ok(), "{password}");
        }
    }

    #[test]
    fn s29_own_and_product_words_are_refused_but_may_occur() {
        for password in ["ada.lovelace@example.com", "AdaLovelace12345", "perfilperfilperfil", "Lovelace!Lovelace!1"] {
            assert_eq!(judge(password), Err(PasswordProblem::Personal), "{password}");
        }
        assert!(judge("perfil grows plums in the north").is_ok());
    }

    #[test]
    fn s30_composed_and_decomposed_are_one_password() {
        let composed = judge("pfl\u{FC}cke sp\u{E4}te Pflaumen").unwrap();
        assert_eq!(judge("pflu\u{308}cke spa\u{308}te Pflaumen").unwrap(), composed);
    }

    #[test]
    fn the_repetition_must_match() {
        let result = check(MIN_CHARS, &Secret::new("plums ripen late"), &Secret::new("plums ripen later"), PERSON);
        assert_eq!(result, Err(PasswordProblem::Mismatch));
    }
}

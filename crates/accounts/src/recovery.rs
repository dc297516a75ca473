//! Recovery codes: ten of 80 bits, each good for one second step.

use crate::Accounts;
use crate::fault::OrFault;
use crate::keys::token_hash;
use perfil_models::{AccessError, UserId};
use perfil_store::recovery_codes::CODES;
use perfil_store::{AnyConnection, recovery_codes};
use std::array;

/// Crockford's base 32 in lower case: no letter is taken for another.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Characters of a code, without its hyphens.
const LENGTH: usize = 16;
const GROUP: usize = 4;

impl Accounts {
    /// New codes in place of those before.
    pub(crate) async fn new_recovery_codes(
        &self,
        db: &mut AnyConnection,
        user: &UserId,
    ) -> Result<Vec<String>, AccessError> {
        let codes: [String; CODES] = array::from_fn(|_| self.new_recovery_code());
        let hashes = codes.each_ref().map(|code| hash(user, code));
        recovery_codes::delete_all(db, user).await.or_fault()?;
        recovery_codes::insert(db, user, &hashes, self.now()).await.or_fault()?;
        Ok(codes.iter().map(|code| in_groups(code)).collect())
    }

    /// Uses a code up, given without hyphens. False: it is none of that person's.
    pub(crate) async fn take_recovery_code(
        &self,
        db: &mut AnyConnection,
        user: &UserId,
        code: &str,
    ) -> Result<bool, AccessError> {
        recovery_codes::take(db, user, &hash(user, code)).await.or_fault()
    }

    fn new_recovery_code(&self) -> String {
        let mut bytes = [0; LENGTH];
        self.parts.random.fill(&mut bytes);
        bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()
    }
}

fn hash(user: &UserId, code: &str) -> String {
    token_hash(&format!("recovery code {user} {code}"))
}

fn in_groups(code: &str) -> String {
    code.as_bytes().chunks(GROUP).map(String::from_utf8_lossy).collect::<Vec<_>>().join("-")
}

/// A code as it was made, from what was typed: with or without hyphens and blanks, in any case, with the letters that
/// Crockford leaves out for the digits they look like. `None`: no code looks like that.
pub(crate) fn understand(typed: &str) -> Option<String> {
    let code: Option<String> = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').map(letter).collect();
    code.filter(|code| code.len() == LENGTH)
}

fn letter(typed: char) -> Option<char> {
    let letter = match typed.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    };
    LETTERS.contains(&u8::try_from(letter).ok()?).then_some(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_understood_however_it_is_typed() {
        let made = "7k2mq9xd4hvnw3t0";
        assert_eq!(in_groups(made), "7k2m-q9xd-4hvn-w3t0");
        for typed in ["7k2m-q9xd-4hvn-w3t0", " 7K2MQ9XD 4HVNW3TO ", "7k2mq9xd4hvnw3t0"] {
            assert_eq!(understand(typed).as_deref(), Some(made), "{typed}");
        }
        for nonsense in ["", "123456", "7k2m-q9xd-4hvn-w3t", "7k2m-q9xd-4hvn-w3t00", "7k2m-q9xd-4hvn-w3tü"] {
            assert_eq!(understand(nonsense), None, "{nonsense}");
        }
    }
}

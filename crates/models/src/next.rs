//! Where to go on after signing in, and where to go instead of a page.

/// The page that a person starts from.
pub const HOME: &str = "/settings/user";

/// The page where people sign in.
pub const SIGN_IN: &str = "/sign-in";

/// `next`, if it is a path of this site and not the sign-in page itself; else [`HOME`]. Nobody is sent to another site.
pub fn safe_next(next: &str) -> &str {
    let is_own = next.starts_with('/')
        && !next.starts_with("//")
        && !next.starts_with("/sign-in")
        && !next.contains(|c: char| c == '\\' || c.is_control());
    if is_own { next } else { HOME }
}

/// The page to show instead of the one at `path`, which carries no query: nobody but a signed-in person sees settings,
/// and such a person needs no sign-in page. `None`: that one.
pub fn instead_of(path: &str, signed_in: bool) -> Option<&'static str> {
    match path {
        "/" | SIGN_IN if signed_in => Some(HOME),
        "/" => Some(SIGN_IN),
        _ if !signed_in && (path.starts_with("/settings") || path.starts_with("/organization")) => Some(SIGN_IN),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s12_nobody_is_sent_elsewhere_after_signing_in() {
        for next in ["/settings/phone", "/organization?x=1"] {
            assert_eq!(safe_next(next), next);
        }
        for next in
            ["", "//evil.test", "https://evil.test", "/\\evil.test", "javascript:alert(1)", "/\nx", "/sign-in?next=/x"]
        {
            assert_eq!(safe_next(next), HOME, "{next}");
        }
    }
}

//! What a link carries after `#`: an invitation, a printed kit, or a demo adult. Read once, then stripped from the address.
//!
//! Everything here is a secret: no `Debug`, wiped when dropped, and a part that makes no sense is ignored as a whole.

use protocol::encoding::from_base64url;
use serde::Deserialize;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// What the link was for.
pub enum Fragment {
    /// No fragment, or one that is not ours.
    None,
    /// `#invite=`: token of a one-time invitation.
    Invite(Secret),
    /// `#found=`: one of the links of a founding.
    Found(Secret),
    /// `#kit=…&user=…`: the account secret from the printed kit.
    Kit {
        account_secret: Secret,
        user: String,
    },
    /// `#demo=`: a made-up adult of a demo school.
    Demo(DemoPass),
}

/// Text that is wiped when dropped.
#[derive(Clone, Default, Zeroize, ZeroizeOnDrop)]
pub struct Secret(pub String);

/// Everything a demo adult would know or hold. Written by the demo seeding, never by a real school.
#[derive(Clone, Deserialize, Zeroize, ZeroizeOnDrop)]
pub struct DemoPass {
    pub user: String,
    pub password: String,
    pub account_secret: String,
    pub totp_secret: String,
    #[serde(default)]
    pub root_key: Option<String>,
}

/// Reads a fragment, with or without its `#`.
#[must_use]
pub fn read(fragment: &str) -> Fragment {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let (mut kit, mut user) = (None, String::new());
    for part in fragment.split('&') {
        let Some((name, value)) = part.split_once('=') else {
            continue;
        };
        match name {
            "invite" if !value.is_empty() => return Fragment::Invite(Secret(value.to_owned())),
            "found" if !value.is_empty() => return Fragment::Found(Secret(value.to_owned())),
            "demo" => return demo(value).map_or(Fragment::None, Fragment::Demo),
            "kit" if !value.is_empty() => kit = unescape(value),
            "user" => user = unescape(value).unwrap_or_default(),
            _ => {}
        }
    }
    kit.map_or(Fragment::None, |secret| Fragment::Kit {
        account_secret: Secret(secret),
        user,
    })
}

fn demo(value: &str) -> Option<DemoPass> {
    serde_json::from_slice(&from_base64url(value)?).ok()
}

/// Percent-decoding (RFC 3986 section 2.1); `None` when it is not text.
fn unescape(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            let high = digit(rest.next())?;
            let low = digit(rest.next())?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The school's short name from the address: `/s/{slug}/staff`, else `-`.
#[must_use]
pub fn slug(path: &str) -> String {
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    match (parts.next(), parts.next()) {
        (Some("s"), Some(slug)) => slug.to_owned(),
        _ => "-".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::encoding::to_base64url;

    #[test]
    fn nothing_and_nonsense_are_nothing() {
        for text in [
            "",
            "#",
            "#board",
            "#demo=!!",
            "#demo=e30",
            "#kit=",
            "#invite=",
        ] {
            assert!(matches!(read(text), Fragment::None), "{text}");
        }
    }

    // XAM-10: the kit link fills the account secret and the name, never the password.
    #[test]
    fn a_kit_link_fills_secret_and_name() {
        let Fragment::Kit {
            account_secret,
            user,
        } = read("#kit=ABCD-EFGH&user=p.kaur%20x")
        else {
            panic!("a kit")
        };
        assert_eq!(account_secret.0, "ABCD-EFGH");
        assert_eq!(user, "p.kaur x");
    }

    #[test]
    fn an_invitation_is_its_token() {
        let Fragment::Invite(token) = read("#invite=abc_-123") else {
            panic!("an invitation")
        };
        assert_eq!(token.0, "abc_-123");
    }

    #[test]
    fn a_demo_adult_comes_whole_or_not_at_all() {
        let json = br#"{"user":"kaur","password":"p","account_secret":"s","totp_secret":"t","root_key":null}"#;
        let Fragment::Demo(pass) = read(&format!("#demo={}", to_base64url(json))) else {
            panic!("a demo adult")
        };
        assert_eq!(pass.user, "kaur");
        assert!(pass.root_key.is_none());
    }

    #[test]
    fn escapes_that_are_not_text_are_refused() {
        assert_eq!(unescape("%C3%A9"), Some("é".into()));
        assert_eq!(unescape("%"), None);
        assert_eq!(unescape("%zz"), None);
        assert_eq!(unescape("%ff"), None);
    }

    #[test]
    fn the_school_is_in_the_path() {
        assert_eq!(slug("/s/thornmere/staff"), "thornmere");
        assert_eq!(slug("/staff"), "-");
        assert_eq!(slug("/"), "-");
    }
}

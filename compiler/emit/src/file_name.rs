//! Names for files, tags and addresses from free text: distinct texts give distinct names, and none is too long for its place.

use sha2::{Digest, Sha256};

/// Bytes a name may take: below the 255 of file systems and tag values, with room for an ending.
const LONGEST: usize = 200;

/// The text as a part of a path: percent-encoded outside `[A-Za-z0-9._-]`; what is too long ends in a hash.
pub(crate) fn file_name(text: &str) -> String {
    encode(text, b"._-", '%')
}

/// The text as the value of a tag: encoded with `=` outside of what every service takes in a tag.
pub(crate) fn tag_value(text: &str) -> String {
    encode(text, b" ._-:/+@", '=')
}

/// The text as a part of an address and as a fragment of one, neither of which need be encoded again.
pub(crate) fn address_part(text: &str) -> String {
    encode(text, b"._-()", '~')
}

/// The text as a part of an identifier of OSCAL, after a letter.
pub(crate) fn token(text: &str) -> String {
    encode(text, b".-", '_')
}

fn encode(text: &str, kept: &[u8], escape: char) -> String {
    let stays = |byte: u8| byte.is_ascii_alphanumeric() || kept.contains(&byte);
    if text.len() <= LONGEST && text.bytes().all(stays) {
        return text.to_owned();
    }
    let mut name = String::with_capacity(text.len());
    for byte in text.bytes() {
        if stays(byte) {
            name.push(char::from(byte));
        } else {
            name.push_str(&format!("{escape}{byte:02X}"));
        }
    }
    if name.len() > LONGEST {
        let hash = Sha256::digest(text.as_bytes());
        name.truncate(LONGEST - 33);
        name.push('-');
        name.extend(hash.iter().take(16).map(|byte| format!("{byte:02x}")));
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_ids_stand_as_they_are() {
        assert_eq!(file_name("DP-1.a_b"), "DP-1.a_b");
        assert_eq!(tag_value("CC 6.1"), "CC 6.1");
    }

    #[test]
    fn the_rest_is_encoded() {
        assert_eq!(file_name("164.312(a)/%é"), "164.312%28a%29%2F%25%C3%A9");
        assert_eq!(tag_value("164.312(a)=\n"), "164.312=28a=29=3D=0A");
    }

    #[test]
    fn long_names_are_cut_and_stay_distinct() {
        let (a, b) = ("漢".repeat(40_000), "漢".repeat(40_001));
        assert!(file_name(&a).len() <= LONGEST);
        assert_ne!(file_name(&a), file_name(&b));
    }
}

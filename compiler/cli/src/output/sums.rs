//! Lists of files with their hashes, in the form of `sha256sum`: 64 hexadecimal digits, two spaces, a path beside the list.

use std::fmt::Write as _;

use driver::inside;
use sha2::{Digest as _, Sha256};

/// The name of a list.
pub(super) const NAME: &str = "SHA256SUMS";

/// What a list names: paths from the project on, each with its hash; a path that leads out of the list's folder is no entry.
pub(super) fn below(list: &str, bytes: &[u8]) -> Vec<(String, String)> {
    let folder = list.strip_suffix(NAME).unwrap_or(list);
    let text = String::from_utf8_lossy(bytes);
    let entries = read(&text).filter(|(_, path)| inside(path).as_deref() == Some(path));
    entries.map(|(hash, path)| (format!("{folder}{path}"), hash.to_owned())).collect()
}

/// A list of paths and hashes.
pub(super) fn write(entries: impl IntoIterator<Item = (String, String)>) -> String {
    entries.into_iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect()
}

/// Hash and path of each line; lines of another form are no entries.
fn read(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines().filter_map(|line| line.split_once("  ")).filter(|(hash, _)| hash.len() == 64)
}

/// The SHA-256 of some bytes, in hexadecimal.
pub(super) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut out, byte| {
        write!(out, "{byte:02x}").expect("a string takes all text");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_and_its_hash_is_sha256() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(hash(b""), empty);
        let text = format!("{empty}  a/b.yaml\nnonsense\nshort  x\n");
        assert_eq!(read(&text).collect::<Vec<_>>(), [(empty, "a/b.yaml")]);
    }
}

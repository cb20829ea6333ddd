//! How one file of the output leads to another: by a relative address, so that folders work wherever they lie.

/// The address of `to` as the file at `from` writes it; both below the same folder.
pub(crate) fn between(from: &str, to: &str) -> String {
    let (mut from, mut to) = (from, to);
    while let (Some((here, rest)), Some((there, further))) = (from.split_once('/'), to.split_once('/')) {
        if here != there {
            break;
        }
        (from, to) = (rest, further);
    }
    let mut address = "../".repeat(from.matches('/').count());
    address.push_str(to);
    address
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn files_lead_to_each_other() {
        let from = "f/a/s.html";
        assert_eq!(between(from, "f/b/t.html#c-1"), "../b/t.html#c-1");
        assert_eq!(between(from, "f/a/t.html"), "t.html");
        assert_eq!(between(from, "f/a.html"), "../a.html");
        assert_eq!(between(from, "r/r.html"), "../../r/r.html");
        assert_eq!(between("index.html", "r/r.html"), "r/r.html");
    }
}

//! Folders as sources write them, brought to one form; what would lead out of the project has none.

/// The path without `.` and doubled `/`; `""` is the project itself, `None` leads out of it.
#[must_use]
pub fn inside(written: &str) -> Option<String> {
    if written.starts_with('/') || written.contains(['\\', '\0', ':']) {
        return None;
    }
    let mut parts = Vec::new();
    for part in written.split('/') {
        match part {
            "" | "." => {}
            ".." => return None,
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// Whether `path` is `folder` or lies below it.
pub(crate) fn holds(folder: &str, path: &str) -> bool {
    match path.strip_prefix(folder) {
        Some(rest) => folder.is_empty() || rest.is_empty() || rest.starts_with('/'),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_inside_have_a_form() {
        assert_eq!(inside("./a//b/").as_deref(), Some("a/b"));
        assert_eq!(inside(".").as_deref(), Some(""));
        for written in ["..", "a/../..", "/etc", "c:\\x", "C:/x", "a\\..\\b"] {
            assert_eq!(inside(written), None, "{written}");
        }
    }

    #[test]
    fn a_folder_holds_what_is_below_it() {
        assert!(holds("a", "a/b") && holds("a", "a") && holds("", "x"));
        assert!(!holds("a", "ab") && !holds("a/b", "a"));
    }
}

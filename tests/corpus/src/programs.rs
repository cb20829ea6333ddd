//! Whole programs to try things on: the payments example, and the small ones of pages and cases.

use std::path::Path;

use crate::{blocks, pages, sources, split};

/// The files of a program, by path.
pub type Files = Vec<(String, String)>;

/// The example, without what is generated from it.
#[must_use]
pub fn example() -> Files {
    let folder = "examples/payments-platform";
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    let below = |path: &Path| {
        let path = path.strip_prefix(&root).expect("the file lies below the example");
        path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
    };
    sources(folder).into_iter().map(|file| (below(&file.path), file.text)).collect()
}

/// The programs of pages and cases that use nothing of the library.
#[must_use]
pub fn small_programs() -> Vec<Files> {
    let mut programs: Vec<Files> = Vec::new();
    for page in pages("book/src/errors") {
        let of_page = blocks(&page.text).into_iter().filter(|block| block.info.starts_with("kdl"));
        programs.extend(of_page.map(|block| owned(split(&block.text))));
    }
    for case in pages("tests/cases") {
        let all = blocks(&case.text);
        let files = all.iter().filter(|block| block.info.split(' ').next() == Some("kdl"));
        programs.push(owned(files.map(|block| (block.heading.as_str(), block.text.as_str()))));
    }
    programs.retain(|files| !files.iter().any(|(_, text)| text.contains("use std")));
    programs
}

fn owned<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Files {
    files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
}

//! The pages that people read, by their path from the root of the repository.

use house::{files, read, root};

/// Pages outside the book.
const BESIDE: &[&str] = &["ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "README.md"];

/// Pages whose blocks other tests try: the corpus runs the findings, and prints the reference.
const TRIED_ELSEWHERE: &[&str] = &["book/src/errors/", "book/src/reference.md"];

/// A page.
#[derive(Clone, Debug)]
pub struct Page {
    /// The path from the root.
    pub path: String,
    /// The text.
    pub text: String,
}

impl Page {
    /// `PATH:LINE` of a byte of the text.
    #[must_use]
    pub fn place(&self, at: usize) -> String {
        format!("{}:{}", self.path, self.text[..at].matches('\n').count() + 1)
    }

    /// Puts another text in its place, where that is asked for by `UPDATE=1`; says whether it was.
    #[must_use]
    pub fn write(&self, text: &str) -> bool {
        let page = corpus::Page { stem: String::new(), path: root().join(&self.path), text: String::new() };
        corpus::write(&page, text)
    }
}

/// Every page.
#[must_use]
pub fn pages() -> Vec<Page> {
    let beside = BESIDE.iter().map(|path| Page {
        path: (*path).to_owned(),
        text: read(path).expect("the page stands at the root"),
    });
    let book = files("book/src", &[".md"]).into_iter().map(|file| Page { path: file.path, text: file.text });
    beside.chain(book).collect()
}

/// The pages that are played.
#[must_use]
pub fn chapters() -> Vec<Page> {
    let is_tried = |page: &Page| TRIED_ELSEWHERE.iter().any(|start| page.path.starts_with(start));
    pages().into_iter().filter(|page| !is_tried(page)).collect()
}

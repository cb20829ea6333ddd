//! What the compiler asks of outside: texts by path, and the paths below a folder; paths are relative, with `/`.

use std::collections::BTreeMap;
use std::sync::Arc;

/// Why a path cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadFault {
    /// It leads out of the project, by itself or through a link.
    Outside,
    /// There is nothing.
    Missing,
    /// It is not text in UTF-8.
    NotUtf8,
    /// It is larger than a source may be.
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
    },
    /// The system refuses, in its words.
    Unreadable(String),
}

/// The files of a project.
pub trait World {
    /// The text of a file.
    ///
    /// # Errors
    /// It cannot be read.
    fn read(&self, path: &str) -> Result<Arc<str>, ReadFault>;

    /// The paths of all sources below a folder (`""`: the project), sorted, those too that cannot be read; links are not
    /// followed, and folders below the project that hold an `ordain.kdl` are projects of their own.
    ///
    /// # Errors
    /// The folder cannot be read.
    fn list(&self, folder: &str) -> Result<Vec<String>, ReadFault>;
}

/// Whether the name of a file makes it a source: it ends in `.kdl`, in capitals too.
#[must_use]
pub fn is_source(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("kdl"))
}

/// Files in memory.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    files: BTreeMap<String, Arc<str>>,
}

impl Texts {
    /// Puts a file in the place of what was there.
    #[must_use]
    pub fn with(mut self, path: &str, text: &str) -> Self {
        self.files.insert(path.to_owned(), text.into());
        self
    }
}

impl World for Texts {
    fn read(&self, path: &str) -> Result<Arc<str>, ReadFault> {
        self.files.get(path).cloned().ok_or(ReadFault::Missing)
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, ReadFault> {
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let manifest = format!("/{}", crate::MANIFEST);
        let nested: Vec<&str> =
            self.files.keys().filter_map(|path| path.strip_suffix(manifest.as_str())).collect();
        let own = |path: &str| {
            !nested.iter().any(|folder| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
        };
        let below: Vec<String> =
            self.files.keys().filter(|path| path.starts_with(&prefix)).map(String::clone).collect();
        if below.is_empty() {
            return Err(ReadFault::Missing);
        }
        Ok(below.into_iter().filter(|path| is_source(path) && own(path)).collect())
    }
}

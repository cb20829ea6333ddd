//! The user's `git`, asked about objects that are here: nothing that a user or a repository names becomes an option
//! of it, and it never fetches.

#![allow(clippy::disallowed_methods, reason = "this is where the program asks git")]

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use driver::Day;

use crate::streams::Fault;

/// A file of a tree.
pub(super) struct Entry {
    pub(super) path: String,
    object: String,
    /// Whether it is a file, and neither a link nor a repository of its own.
    pub(super) is_file: bool,
}

/// `git`, in a folder.
pub(super) struct Git {
    folder: PathBuf,
}

impl Git {
    pub(super) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_path_buf() }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        // In a clone without all objects, git would ask the network for each that is missing.
        command.env("GIT_NO_LAZY_FETCH", "1");
        command.arg("-C").arg(&self.folder).arg("--no-optional-locks").args(arguments);
        command
    }

    /// What a command prints; its own words where it fails.
    fn output(&self, arguments: &[&str]) -> Result<Vec<u8>, Fault> {
        let output =
            self.command(arguments).stdin(Stdio::null()).output().map_err(|error| missing(&error))?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        Err(Fault::Input(diagnostics::shown(String::from_utf8_lossy(&output.stderr).trim())))
    }

    pub(super) fn line(&self, arguments: &[&str]) -> Result<String, Fault> {
        let text = String::from_utf8_lossy(&self.output(arguments)?).into_owned();
        Ok(text.strip_suffix('\n').map(str::to_owned).unwrap_or(text))
    }

    /// The commit of a revision.
    pub(super) fn commit(&self, name: &str) -> Result<String, Fault> {
        let asked = format!("{name}^{{commit}}");
        self.line(&["rev-parse", "--verify", "--quiet", "--end-of-options", &asked]).map_err(|fault| {
            let Fault::Input(words) = fault else { return fault };
            let (name, folder) = (diagnostics::shown(name), self.folder.display());
            let words = if words.is_empty() { words } else { format!("\n{words}") };
            let help = "name a branch, a tag or a commit, or a folder with an `ordain.kdl`";
            Fault::Input(format!("there is no revision `{name}` of `{folder}`{words}\nhelp: {help}"))
        })
    }

    /// The entries below `prefix`, by their path from there; names that are not UTF-8 are not sources.
    pub(super) fn entries(&self, commit: &str, prefix: &str) -> Result<Vec<Entry>, Fault> {
        let folder = prefix.strip_suffix('/').unwrap_or(prefix);
        let is_there =
            || Ok(!self.output(&["ls-tree", "-z", "--full-tree", commit, "--", folder])?.is_empty());
        if !folder.is_empty() && !is_there()? {
            return Ok(Vec::new());
        }
        let listed = self.output(&["ls-tree", "-r", "-z", "--full-tree", &format!("{commit}:{folder}")])?;
        Ok(listed.split(|byte| *byte == 0).filter_map(entry).collect())
    }

    /// The day of a commit, by the clock of whoever made it.
    pub(super) fn day(&self, commit: &str) -> Result<Day, Fault> {
        let format = ["-c", "log.showSignature=false", "show", "-s", "--format=%cs", commit];
        let day = self.line(&format)?;
        Day::read(&day)
            .ok_or_else(|| Fault::Input(format!("git show: `{}` is no day", diagnostics::shown(&day))))
    }

    /// The sizes of objects in bytes, in their order.
    pub(super) fn sizes(&self, entries: &[Entry]) -> Result<Vec<u64>, Fault> {
        let told = self.cat_file("--batch-check", entries)?;
        let mut heads = told.split(|byte| *byte == b'\n');
        entries.iter().map(|entry| size(heads.next().unwrap_or_default(), entry)).collect()
    }

    /// The bytes of objects, in their order.
    pub(super) fn objects(&self, entries: &[Entry]) -> Result<Vec<Vec<u8>>, Fault> {
        let told = self.cat_file("--batch", entries)?;
        let mut rest = told.as_slice();
        let mut all = Vec::with_capacity(entries.len());
        for entry in entries {
            let end = rest.iter().position(|byte| *byte == b'\n').ok_or_else(unexpected)?;
            let size = usize::try_from(size(&rest[..end], entry)?).map_err(|_| unexpected())?;
            let start = end + 1;
            all.push(rest.get(start..start + size).ok_or_else(unexpected)?.to_vec());
            rest = rest.get(start + size + 1..).ok_or_else(unexpected)?;
        }
        Ok(all)
    }

    /// What `git cat-file` tells of objects.
    fn cat_file(&self, batch: &str, entries: &[Entry]) -> Result<Vec<u8>, Fault> {
        let asked: String = entries.iter().map(|entry| format!("{}\n", entry.object)).collect();
        let mut child = self
            .command(&["cat-file", batch])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| missing(&error))?;
        let mut input = child.stdin.take().expect("the input is piped");
        let writer = std::thread::spawn(move || input.write_all(asked.as_bytes()));
        let output = child.wait_with_output().map_err(|error| Fault::of("git cat-file", &error))?;
        let written = writer.join().expect("writing does not panic");
        written.map_err(|error| Fault::of("git cat-file", &error))?;
        Ok(output.stdout)
    }
}

fn missing(error: &io::Error) -> Fault {
    Fault::Input(format!("git: {error}\nhelp: `ordain diff` reads revisions with the `git` on your PATH"))
}

fn unexpected() -> Fault {
    Fault::Input("git cat-file: not what was asked for".to_owned())
}

/// `mode type object\tpath`.
fn entry(line: &[u8]) -> Option<Entry> {
    let (head, path) = std::str::from_utf8(line).ok()?.split_once('\t')?;
    let mut words = head.split_ascii_whitespace();
    let (mode, kind, object) = (words.next()?, words.next()?, words.next()?);
    let is_file = kind == "blob" && mode.starts_with("100");
    Some(Entry { path: path.to_owned(), object: object.to_owned(), is_file })
}

/// The size in `object type size`; an object that is not here is `object missing`.
fn size(head: &[u8], entry: &Entry) -> Result<u64, Fault> {
    let told = std::str::from_utf8(head).ok().and_then(|head| head.strip_prefix(&entry.object));
    let told = told.ok_or_else(unexpected)?;
    if told.trim() == "missing" {
        let help = "fetch it: `ordain diff` reads what the repository holds, and never the network";
        let path = diagnostics::shown(&entry.path);
        return Err(Fault::Input(format!("git has no object for `{path}`\nhelp: {help}")));
    }
    told.rsplit(' ').next().and_then(|size| size.parse().ok()).ok_or_else(unexpected)
}

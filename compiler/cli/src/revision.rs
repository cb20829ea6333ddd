//! A project in a revision of a git repository, read from the repository's objects: no checkout is touched, and
//! nothing that a user or a repository names becomes an option of `git`.

#![allow(clippy::disallowed_methods, reason = "this is where the program asks git")]

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use driver::{Day, ReadFault, Texts, World};

use crate::disk::LARGEST;
use crate::streams::Fault;

/// The sources of a project as a revision has them.
#[derive(Debug)]
pub(crate) struct Revision {
    texts: Texts,
    /// What cannot be read, by path.
    faults: BTreeMap<String, ReadFault>,
    /// The day of the commit.
    pub(crate) day: Day,
}

/// A file of a tree.
struct Entry {
    path: String,
    object: String,
    bytes: u64,
    is_file: bool,
}

impl Revision {
    /// Reads the project that lies in `folder` as of the revision of this name.
    pub(crate) fn read(folder: &Path, name: &str) -> Result<Self, Fault> {
        let git = Git { folder: folder.to_path_buf() };
        let commit = git.commit(name)?;
        let prefix = git.line(&["rev-parse", "--show-prefix"])?;
        let entries = git.entries(&commit, &prefix)?;
        let (mut readable, mut faults) = (Vec::new(), BTreeMap::new());
        for entry in entries.into_iter().filter(|entry| entry.path.ends_with(".kdl")) {
            if !entry.is_file {
                faults.insert(entry.path, ReadFault::Outside);
            } else if entry.bytes > LARGEST {
                faults.insert(entry.path, ReadFault::TooLarge { bytes: entry.bytes });
            } else {
                readable.push(entry);
            }
        }
        let mut texts = Texts::default();
        for (entry, bytes) in readable.iter().zip(git.objects(&readable)?) {
            match String::from_utf8(bytes) {
                Ok(text) => texts = texts.with(&entry.path, &text),
                Err(_) => {
                    faults.insert(entry.path.clone(), ReadFault::NotUtf8);
                }
            }
        }
        for path in faults.keys() {
            texts = texts.with(path, "");
        }
        Ok(Self { texts, faults, day: git.day(&commit)? })
    }

    /// Whether there is a project.
    pub(crate) fn is_there(&self) -> bool {
        self.faults.contains_key(driver::MANIFEST) || self.texts.read(driver::MANIFEST).is_ok()
    }
}

impl World for Revision {
    fn read(&self, path: &str) -> Result<Arc<str>, ReadFault> {
        match self.faults.get(path) {
            Some(fault) => Err(fault.clone()),
            None => self.texts.read(path),
        }
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, ReadFault> {
        self.texts.list(folder)
    }
}

/// The user's `git`, in a folder.
struct Git {
    folder: PathBuf,
}

impl Git {
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
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

    fn line(&self, arguments: &[&str]) -> Result<String, Fault> {
        let text = String::from_utf8_lossy(&self.output(arguments)?).into_owned();
        Ok(text.strip_suffix('\n').map(str::to_owned).unwrap_or(text))
    }

    /// The commit of a revision.
    fn commit(&self, name: &str) -> Result<String, Fault> {
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
    fn entries(&self, commit: &str, prefix: &str) -> Result<Vec<Entry>, Fault> {
        let folder = prefix.strip_suffix('/').unwrap_or(prefix);
        let is_there =
            || Ok(!self.output(&["ls-tree", "-z", "--full-tree", commit, "--", folder])?.is_empty());
        if !folder.is_empty() && !is_there()? {
            return Ok(Vec::new());
        }
        let listed =
            self.output(&["ls-tree", "-r", "-l", "-z", "--full-tree", &format!("{commit}:{folder}")])?;
        Ok(listed.split(|byte| *byte == 0).filter_map(entry).collect())
    }

    /// The day of a commit, by the clock of whoever made it.
    fn day(&self, commit: &str) -> Result<Day, Fault> {
        let format = ["-c", "log.showSignature=false", "show", "-s", "--format=%cs", commit];
        let day = self.line(&format)?;
        Day::read(&day)
            .ok_or_else(|| Fault::Input(format!("git show: `{}` is no day", diagnostics::shown(&day))))
    }

    /// The bytes of objects, in their order.
    fn objects(&self, entries: &[Entry]) -> Result<Vec<Vec<u8>>, Fault> {
        let asked: String = entries.iter().map(|entry| format!("{}\n", entry.object)).collect();
        let mut child = self
            .command(&["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| missing(&error))?;
        let mut input = child.stdin.take().expect("the input is piped");
        let writer = std::thread::spawn(move || input.write_all(asked.as_bytes()));
        let output = child.wait_with_output().map_err(|error| Fault::of("git cat-file", &error))?;
        let written = writer.join().expect("writing does not panic");
        written.map_err(|error| Fault::of("git cat-file", &error))?;
        split(&output.stdout, entries)
            .ok_or_else(|| Fault::Input("git cat-file: not what was asked for".to_owned()))
    }
}

fn missing(error: &io::Error) -> Fault {
    Fault::Input(format!("git: {error}\nhelp: `ordain diff` reads revisions with the `git` on your PATH"))
}

/// `mode type object size\tpath`.
fn entry(line: &[u8]) -> Option<Entry> {
    let (head, path) = std::str::from_utf8(line).ok()?.split_once('\t')?;
    let mut words = head.split_ascii_whitespace();
    let (mode, kind, object, size) = (words.next()?, words.next()?, words.next()?, words.next()?);
    let is_file = kind == "blob" && mode.starts_with("100");
    Some(Entry {
        path: path.to_owned(),
        object: object.to_owned(),
        bytes: size.parse().unwrap_or(0),
        is_file,
    })
}

/// Splits `object type size\nBYTES\n` for each entry.
fn split(mut rest: &[u8], entries: &[Entry]) -> Option<Vec<Vec<u8>>> {
    let mut all = Vec::with_capacity(entries.len());
    for entry in entries {
        let end = rest.iter().position(|byte| *byte == b'\n')?;
        let head = std::str::from_utf8(&rest[..end]).ok()?;
        let size: usize = head.strip_prefix(&entry.object)?.rsplit(' ').next()?.parse().ok()?;
        let start = end + 1;
        all.push(rest.get(start..start + size)?.to_vec());
        rest = rest.get(start + size + 1..)?;
    }
    Some(all)
}

//! A project on disk; no path leads out of it, and no link is followed.

#![allow(clippy::disallowed_methods, reason = "this is where the program touches files")]

mod change;

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use driver::{MANIFEST, ReadFault, World, inside, is_source};

use crate::streams::Fault;

pub(crate) use change::{Folder, discard, remove, rename, replace, write_new};

/// A source file is at most so large.
pub(crate) const LARGEST: u64 = 64 << 20;

/// The files below a folder.
#[derive(Clone, Debug)]
pub(crate) struct Disk {
    root: PathBuf,
}

impl Disk {
    /// The project in `root`.
    pub(crate) fn new(root: PathBuf) -> Self {
        Self { root }
    }

    /// The folder itself.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of a file, and the file's name in it.
    pub(crate) fn around(path: &str) -> Result<(Self, String), Fault> {
        let path = Path::new(path);
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.ok_or_else(|| Fault::Usage(format!("`{}` is not a file", path.display())))?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Ok((Self::new(folder.to_path_buf()), name.to_owned()))
    }

    /// A folder of the project, of which no part is a link, looked at once for all that is read in it.
    pub(crate) fn below(&self, folder: &str) -> Result<Self, ReadFault> {
        self.locate(folder).map(Self::new)
    }

    /// The place of a path of the project, of which no part is a link; the last parts may be missing.
    pub(crate) fn locate(&self, path: &str) -> Result<PathBuf, ReadFault> {
        let path = inside(path).ok_or(ReadFault::Outside)?;
        let mut place = self.root.clone();
        for part in path.split('/').filter(|part| !part.is_empty()) {
            place.push(part);
            match fs::symlink_metadata(&place) {
                Ok(found) if found.is_symlink() => return Err(ReadFault::Outside),
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(fault(&error)),
            }
        }
        Ok(place)
    }

    /// The bytes of a file, at most [`LARGEST`].
    pub(crate) fn bytes(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        let place = self.locate(path)?;
        // Looked at before it is opened: opening a pipe waits for whoever writes to it.
        let found = fs::symlink_metadata(&place).map_err(|error| fault(&error))?;
        if !found.is_file() {
            return Err(ReadFault::Unreadable("not a file".to_owned()));
        }
        let file = File::open(place).map_err(|error| fault(&error))?;
        // One byte more, so that the first read meets the end, and a file that grows meanwhile is found out.
        let mut bytes = Vec::with_capacity(usize::try_from(found.len().min(LARGEST)).unwrap_or_default() + 1);
        file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| fault(&error))?;
        if bytes.len() as u64 > LARGEST {
            return Err(ReadFault::TooLarge { bytes: found.len() });
        }
        Ok(bytes)
    }

    /// Waits until no other build is at work in the project, and keeps others out while the file is open; a system
    /// without such locks keeps nobody out.
    pub(crate) fn alone(&self) -> Result<File, ReadFault> {
        let file = File::open(self.locate(MANIFEST)?).map_err(|error| fault(&error))?;
        match file.lock() {
            Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(fault(&error)),
            Ok(()) | Err(_) => Ok(file),
        }
    }

    /// The paths of all that is no folder below a folder, and for which `keep` holds, sorted; `enter` says which folders are
    /// looked into.
    pub(crate) fn files(
        &self,
        folder: &str,
        enter: impl Fn(&Path) -> bool,
        keep: impl Fn(&str) -> bool,
    ) -> Result<Vec<String>, ReadFault> {
        let start = inside(folder).ok_or(ReadFault::Outside)?;
        let mut found = Vec::new();
        let mut open = vec![start];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(self.locate(&folder)?).map_err(|error| fault(&error))? {
                let entry = entry.map_err(|error| fault(&error))?;
                let name = entry.file_name();
                let (name, is_text) = (name.to_string_lossy(), name.to_str().is_some());
                let path = if folder.is_empty() { name.into_owned() } else { format!("{folder}/{name}") };
                let kind = entry.file_type().map_err(|error| fault(&error))?;
                if kind.is_dir() {
                    if is_text && enter(&entry.path()) {
                        open.push(path);
                    }
                } else if keep(&path) {
                    if !is_text {
                        return Err(ReadFault::Unreadable(format!("a name in it is not UTF-8: `{path}`")));
                    }
                    found.push(path);
                }
            }
        }
        found.sort();
        Ok(found)
    }
}

impl World for Disk {
    fn read(&self, path: &str) -> Result<Arc<str>, ReadFault> {
        String::from_utf8(self.bytes(path)?).map(Arc::from).map_err(|_| ReadFault::NotUtf8)
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, ReadFault> {
        let is_own = |folder: &Path| fs::symlink_metadata(folder.join(MANIFEST)).is_err();
        self.files(folder, is_own, is_source)
    }
}

/// The folder of a path, and the name in it.
pub(crate) fn parent(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// The nearest folder from `start` upward that holds a manifest.
pub(crate) fn nearest_project(start: &Path) -> Option<PathBuf> {
    start.ancestors().find(|folder| folder.join(MANIFEST).is_file()).map(Path::to_path_buf)
}

fn fault(error: &io::Error) -> ReadFault {
    match error.kind() {
        io::ErrorKind::NotFound => ReadFault::Missing,
        _ => ReadFault::Unreadable(error.to_string()),
    }
}

/// Whether a file is a program; so is every file where the system does not tell.
#[cfg(unix)]
pub(crate) fn is_executable(disk: &Disk, path: &str) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    let found = disk.locate(path).ok().and_then(|place| fs::metadata(place).ok());
    found.is_some_and(|found| found.permissions().mode() & 0o111 != 0)
}

/// Whether a file is a program; so is every file where the system does not tell.
#[cfg(not(unix))]
pub(crate) fn is_executable(_: &Disk, _: &str) -> bool {
    true
}

/// A fault in words.
pub(crate) fn words(fault: &ReadFault) -> String {
    match fault {
        ReadFault::Outside => "leads out of the project, or through a symbolic link".to_owned(),
        ReadFault::Missing => "does not exist".to_owned(),
        ReadFault::NotUtf8 => "is not text in UTF-8".to_owned(),
        ReadFault::TooLarge { bytes } => format!("is too large: {bytes} bytes"),
        ReadFault::Unreadable(reason) => reason.clone(),
    }
}

//! Changes to the files of a project, each as a whole: readers see the old text or the new one, never a part.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use driver::ReadFault;

use super::{Disk, fault, parent};

/// Puts a text in the place of what was there, and waits until the medium has it: what a person wrote cannot be made again.
pub(crate) fn replace(disk: &Disk, path: &str, text: &str) -> Result<(), ReadFault> {
    let place = disk.locate(path)?;
    let folder = place.parent().ok_or(ReadFault::Outside)?;
    let name = place.file_name().and_then(|name| name.to_str()).ok_or(ReadFault::Outside)?;
    let temporary = folder.join(format!(".{name}.{}.new", std::process::id()));
    let written = create(&temporary, text).and_then(|file| file.sync_all());
    written.and_then(|()| fs::rename(&temporary, &place)).map_err(|error| {
        drop(fs::remove_file(&temporary));
        fault(&error)
    })
}

/// A folder that is there and of which no part is a link, looked at once for all that is put into it.
#[derive(Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// A folder of the project, made where it is missing.
    pub(crate) fn made(disk: &Disk, path: &str) -> Result<Self, ReadFault> {
        let place = disk.locate(path)?;
        fs::create_dir_all(&place).map_err(|error| fault(&error))?;
        Ok(Self(place))
    }

    /// Writes a file that was not there; does not wait for the medium.
    pub(crate) fn write_new(&self, name: &str, text: &str, executable: bool) -> Result<(), ReadFault> {
        let file = create(&self.0.join(name), text).map_err(|error| fault(&error))?;
        #[cfg(unix)]
        if executable {
            use std::os::unix::fs::PermissionsExt as _;
            file.set_permissions(fs::Permissions::from_mode(0o755)).map_err(|error| fault(&error))?;
        }
        drop(file);
        Ok(())
    }

    /// Puts a file of another folder in the place of one of its own, which is no link, or where none was.
    pub(crate) fn take(&self, from: &Self, theirs: &str, own: &str) -> Result<(), ReadFault> {
        let to = self.0.join(own);
        if fs::symlink_metadata(&to).is_ok_and(|found| found.is_symlink()) {
            return Err(ReadFault::Outside);
        }
        fs::rename(from.0.join(theirs), to).map_err(|error| fault(&error))
    }
}

/// Writes a file that was not there, and the folders that it needs; does not wait for the medium.
pub(crate) fn write_new(disk: &Disk, path: &str, text: &str, executable: bool) -> Result<(), ReadFault> {
    disk.locate(path)?;
    let (folder, name) = parent(path);
    Folder::made(disk, folder)?.write_new(name, text, executable)
}

/// Puts one file in the place of another, or where none was, with the folders that this needs.
pub(crate) fn rename(disk: &Disk, from: &str, to: &str) -> Result<(), ReadFault> {
    let (from, to) = (disk.locate(from)?, disk.locate(to)?);
    fs::create_dir_all(to.parent().ok_or(ReadFault::Outside)?).map_err(|error| fault(&error))?;
    fs::rename(from, to).map_err(|error| fault(&error))
}

/// Takes a file away, and the folders that it leaves empty.
pub(crate) fn remove(disk: &Disk, path: &str) -> Result<(), ReadFault> {
    let place = disk.locate(path)?;
    fs::remove_file(&place).map_err(|error| fault(&error))?;
    let below = place.ancestors().skip(1).take_while(|folder| *folder != disk.root);
    for folder in below {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}

/// Takes a folder away with all it holds, where there is one.
pub(crate) fn discard(disk: &Disk, path: &str) -> Result<(), ReadFault> {
    match fs::remove_dir_all(disk.locate(path)?) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(fault(&error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn create(place: &Path, text: &str) -> io::Result<File> {
    let mut file = File::options().write(true).create_new(true).open(place)?;
    file.write_all(text.as_bytes())?;
    Ok(file)
}

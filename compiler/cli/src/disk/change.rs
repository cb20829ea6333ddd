//! Changes to the files of a project, each as a whole: readers see the old text or the new one, never a part.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use driver::ReadFault;

use super::{Disk, fault};

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

/// Writes a file that was not there, and the folders that it needs; does not wait for the medium.
pub(crate) fn write_new(disk: &Disk, path: &str, text: &str, executable: bool) -> Result<(), ReadFault> {
    let place = folder_made(disk, path)?;
    let file = create(&place, text).map_err(|error| fault(&error))?;
    #[cfg(unix)]
    if executable {
        use std::os::unix::fs::PermissionsExt as _;
        file.set_permissions(fs::Permissions::from_mode(0o755)).map_err(|error| fault(&error))?;
    }
    drop(file);
    Ok(())
}

/// Puts one file in the place of another, or where none was, with the folders that this needs.
pub(crate) fn rename(disk: &Disk, from: &str, to: &str) -> Result<(), ReadFault> {
    let (from, to) = (disk.locate(from)?, folder_made(disk, to)?);
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

/// The place of a path, in a folder that is there.
fn folder_made(disk: &Disk, path: &str) -> Result<PathBuf, ReadFault> {
    let place = disk.locate(path)?;
    let folder = place.parent().ok_or(ReadFault::Outside)?;
    fs::create_dir_all(folder).map_err(|error| fault(&error))?;
    Ok(place)
}

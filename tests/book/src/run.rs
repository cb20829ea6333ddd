//! The program as a process, with what it prints in the order that a terminal would show.

#![allow(clippy::disallowed_methods, reason = "sessions are about files")]

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;
use std::process::Command;

/// The width that pages are written for.
const COLUMNS: &str = "100";

/// How a run went.
pub struct Run {
    /// How it ended; none where a signal ended it.
    pub exit: Option<i32>,
    /// Standard output and standard error, together.
    pub printed: String,
}

/// Runs the program in a folder, its standard output into a file where one is named.
pub fn run(program: &Path, folder: &Path, arguments: &[String], file: Option<&str>) -> io::Result<Run> {
    let (mut reader, writer) = io::pipe()?;
    let mut command = Command::new(program);
    command.current_dir(folder).args(arguments).env("COLUMNS", COLUMNS).env_remove("NO_COLOR");
    match file {
        Some(file) => command.stdout(fs::File::create(folder.join(file))?),
        None => command.stdout(writer.try_clone()?),
    };
    let mut child = command.stderr(writer).spawn()?;
    // The command holds the other end of the pipe, which would never close.
    drop(command);
    let mut printed = Vec::new();
    reader.read_to_end(&mut printed)?;
    let exit = child.wait()?.code();
    Ok(Run { exit, printed: String::from_utf8_lossy(&printed).into_owned() })
}

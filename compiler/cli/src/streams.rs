//! The streams of the process; a reader that has gone away is no fault.

use std::fmt;
use std::io::{self, IsTerminal, Read as _, Write as _};
use std::process::ExitCode;

use diagnostics::Style;

use crate::arguments::Color;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Done, and clean.
    Clean,
    /// The input has errors, or a check found a difference.
    Found,
}

impl Outcome {
    /// Clean unless `found`.
    pub(crate) fn found(found: bool) -> Self {
        if found { Self::Found } else { Self::Clean }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Clean => Self::SUCCESS,
            Outcome::Found => Self::from(1),
        }
    }
}

/// Why a command could not be done.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    /// The command line asks for what cannot be.
    Usage(String),
    /// A file or stream refuses.
    Input(String),
}

impl Fault {
    /// A refusal of the system about `subject`.
    pub(crate) fn of(subject: impl fmt::Display, error: &io::Error) -> Self {
        Self::Input(format!("{subject}: {error}"))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(text) | Self::Input(text) => f.write_str(text),
        }
    }
}

impl From<Fault> for ExitCode {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Usage(_) => Self::from(2),
            Fault::Input(_) => Self::from(1),
        }
    }
}

/// Writes a result to standard output.
pub(crate) fn print(text: &str) -> Result<(), Fault> {
    print_bytes(text.as_bytes())
}

/// Writes a result to standard output, byte by byte as it is.
pub(crate) fn print_bytes(bytes: &[u8]) -> Result<(), Fault> {
    let mut stream = io::stdout().lock();
    match stream.write_all(bytes).and_then(|()| stream.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Fault::of("standard output", &error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Writes to standard error; there is nowhere to report that this fails.
pub(crate) fn say(text: &str) {
    drop(io::stderr().lock().write_all(text.as_bytes()));
}

/// All of standard input, at most `limit` bytes of it.
pub(crate) fn input(limit: u64) -> Result<String, Fault> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(limit + 1).read_to_end(&mut bytes);
    read.map_err(|error| Fault::of("standard input", &error))?;
    if bytes.len() as u64 > limit {
        return Err(Fault::Input(format!("standard input: more than {limit} bytes")));
    }
    String::from_utf8(bytes).map_err(|_| Fault::Input("standard input: not UTF-8".to_owned()))
}

/// The columns of the terminal, where the environment says.
pub(crate) fn columns() -> usize {
    let stated = std::env::var_os("COLUMNS").and_then(|columns| columns.to_str()?.parse().ok());
    stated.unwrap_or(Style::default().width)
}

/// Whether a stream gets colours.
pub(crate) fn has_color(color: Color, stream: &impl IsTerminal) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()) && stream.is_terminal()
        }
    }
}

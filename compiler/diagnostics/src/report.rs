//! All findings of a run, in the order of their places, and what the user made of their codes.

use crate::{Code, Diagnostic, Severity};

/// How a finding counts in this run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Stops the build.
    Error,
    /// Does not.
    Warning,
}

/// The user's `--allow` and `--deny`.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    /// Codes not to report; errors cannot be among them.
    pub allow: Vec<Code>,
    /// Warnings that count as errors.
    pub deny: Vec<Code>,
}

impl Policy {
    /// How findings of `code` count; `None` where they are allowed.
    #[must_use]
    pub fn level(&self, code: Code) -> Option<Level> {
        match code.severity() {
            Severity::Error => Some(Level::Error),
            Severity::Dated | Severity::Warning if self.allow.contains(&code) => None,
            Severity::Dated => Some(Level::Error),
            Severity::Warning if self.deny.contains(&code) => Some(Level::Error),
            Severity::Warning => Some(Level::Warning),
        }
    }
}

/// The findings of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds all findings of another report.
    pub fn append(&mut self, mut other: Self) {
        self.diagnostics.append(&mut other.diagnostics);
    }

    /// The findings, in the order in which they stand now.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Whether a finding says that the program is wrong, whatever the date and the policy.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|found| found.code.severity() == Severity::Error)
    }

    /// Whether a finding stops a build under `policy`.
    #[must_use]
    pub fn fails(&self, policy: &Policy) -> bool {
        self.diagnostics.iter().any(|found| policy.level(found.code) == Some(Level::Error))
    }

    /// Puts the findings in the order of place, code and message, and drops those stated twice.
    pub fn sort(&mut self) {
        self.diagnostics.sort_by(|a, b| {
            (a.place(), a.code, &a.message, a.labels.len()).cmp(&(
                b.place(),
                b.code,
                &b.message,
                b.labels.len(),
            ))
        });
        self.diagnostics.dedup();
    }

    /// Keeps the findings for which `keep` holds.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.diagnostics.retain(keep);
    }
}

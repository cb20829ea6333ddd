//! Reports as text for people and as documents for tools; nothing of a source reaches a terminal unescaped.

mod escape;
mod excerpt;
mod github;
mod human;
mod json;
mod markdown;
mod sarif;
mod short;

use source::SourceMap;

use crate::{Diagnostic, Level, Policy, Report};

pub use escape::{json as shown_json, line as shown};
pub use markdown::markdown as shown_markdown;

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// With excerpts of the sources, for people.
    Human,
    /// One line a finding: `path:line:column: error[E0201]: message`.
    Short,
    /// One document of schema `ordain-diagnostics/1`.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Workflow commands of GitHub Actions, one line a finding.
    Github,
}

/// How text for people looks; the other forms ignore it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether to use ANSI colours.
    pub color: bool,
    /// The columns of the terminal.
    pub width: usize,
}

impl Default for Style {
    fn default() -> Self {
        Self { color: false, width: 100 }
    }
}

/// Writes the findings that `policy` does not allow, in the order in which they stand.
#[must_use]
pub fn render(report: &Report, policy: &Policy, sources: &SourceMap, form: Form, style: Style) -> String {
    let found = report.diagnostics().iter();
    let findings: Vec<Finding<'_>> = found
        .filter_map(|diagnostic| Some(Finding { diagnostic, level: policy.level(diagnostic.code)? }))
        .collect();
    match form {
        Form::Human => human::render(&findings, sources, style),
        Form::Short => short::render(&findings, sources),
        Form::Json => json::render(&findings, sources),
        Form::Sarif => sarif::render(&findings, sources),
        Form::Github => github::render(&findings, sources),
    }
}

/// A diagnostic with its level under the user's policy.
struct Finding<'a> {
    diagnostic: &'a Diagnostic,
    level: Level,
}

impl Finding<'_> {
    /// `error` or `warning`.
    fn level_name(&self) -> &'static str {
        match self.level {
            Level::Error => "error",
            Level::Warning => "warning",
        }
    }
}

/// How many findings have `level`.
fn count(findings: &[Finding<'_>], level: Level) -> usize {
    findings.iter().filter(|finding| finding.level == level).count()
}

//! What changed between two sides of a project, in meaning and then in text: for a terminal, a pull request, tools.

mod github;
mod grouped;
mod json;
mod markdown;
mod sentence;
mod text;

use diagnostics::shown;
use plan::{Change, Class, Difference};
use source::{SourceMap, Span};

/// How a difference is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DifferenceForm {
    /// Lines for a terminal.
    Text {
        /// The columns of the terminal.
        width: usize,
        /// Whether classes have colours.
        color: bool,
    },
    /// Markdown that fits a comment.
    Markdown,
    /// One document of schema `ordain-diff/1`.
    Json,
    /// Workflow commands of GitHub Actions.
    Github,
}

/// Two sides and what is different; of two of anything the first is the old side's.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// What people call the sides.
    pub names: [&'a str; 2],
    /// The files of the sides.
    pub sources: [&'a SourceMap; 2],
    /// What changed in meaning.
    pub difference: &'a Difference,
    /// The names of changes that the source accepts, with reason and approver.
    pub accepted: Vec<(String, &'a str, &'a str)>,
    /// What changed in artifacts.
    pub hunks: Vec<Hunk<'a>>,
    /// Whether changes that are implied by others are told as well.
    pub all: bool,
}

/// A run of lines of an artifact that differ.
#[derive(Clone, Copy, Debug)]
pub struct Hunk<'a> {
    /// The artifact's path.
    pub path: &'a str,
    /// The first line (from 1) and the number of lines, before and after.
    pub lines: [(usize, usize); 2],
    /// The lines, each after `-`, `+` or a space.
    pub text: &'a str,
    /// The source that caused it: the number of its side, and the place there.
    pub cause: Option<(usize, Span)>,
}

impl Hunk<'_> {
    /// `@@ -1,3 +1,4 @@`.
    fn header(&self) -> String {
        let [(old, olds), (new, news)] = self.lines;
        format!("@@ -{old},{olds} +{new},{news} @@")
    }
}

impl<'a> Comparison<'a> {
    /// The changes of a class.
    fn of(&self, class: Class) -> impl Iterator<Item = &'a Change> {
        self.difference.changes.iter().filter(move |change| change.class == class)
    }

    /// The classes that are told, with their changes; empty ones are left out.
    fn told(&self) -> Vec<(Class, Vec<&'a Change>)> {
        Class::ALL
            .iter()
            .filter(|class| self.all || **class != Class::Implied)
            .map(|class| (*class, self.of(*class).collect::<Vec<_>>()))
            .filter(|(_, changes)| !changes.is_empty())
            .collect()
    }

    /// `3 loosening, 1 disruptive`, or that nothing is different.
    fn summary(&self) -> String {
        let counts: Vec<String> = self
            .told()
            .iter()
            .map(|(class, changes)| format!("{} {}", changes.len(), class.word()))
            .collect();
        if counts.is_empty() { "nothing is different in meaning".to_owned() } else { counts.join(", ") }
    }

    /// The file and line of a change: of the new side where it has one.
    fn place(&self, change: &Change) -> Option<String> {
        let sides = [(1, change.places.after), (0, change.places.before)];
        sides.into_iter().find_map(|(side, span)| Some(self.line(side, span?)))
    }

    /// `path:line` in a side.
    fn line(&self, side: usize, span: Span) -> String {
        let sources = self.sources[side];
        format!("{}:{}", shown(sources.file(span.file).path()), sources.start(span).line)
    }

    /// Why a change is accepted.
    fn acceptance(&self, change: &Change) -> Option<String> {
        let name = change.name();
        let (_, reason, who) = self.accepted.iter().find(|(accepted, ..)| *accepted == name)?;
        Some(format!("accepted by {}: {}", shown(who), shown(reason)))
    }
}

/// Writes what is different.
#[must_use]
pub fn difference(comparison: &Comparison<'_>, form: DifferenceForm) -> String {
    match form {
        DifferenceForm::Text { width, color } => text::render(comparison, width, color),
        DifferenceForm::Markdown => markdown::render(comparison),
        DifferenceForm::Json => json::render(comparison),
        DifferenceForm::Github => github::render(comparison),
    }
}

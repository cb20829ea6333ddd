//! One finding: what is wrong, where, why, and what to do about it.

use source::{Edit, Span};

use crate::{Code, listed, nearest};

/// A place that a diagnostic points at, with a few words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What this is, or what it clashes with; may be empty.
    pub text: String,
    /// Whether the finding is here, rather than related to here.
    pub primary: bool,
}

/// A change that mends the finding and can be applied by a machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What the change does, as an imperative.
    pub text: String,
    /// The edits, which do not overlap.
    pub edits: Vec<Edit>,
}

/// One finding of the compiler.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which finding of the catalogue.
    pub code: Code,
    /// What is wrong: lower case, names in backticks, no full stop.
    pub message: String,
    /// Places, the primary ones first.
    pub labels: Vec<Label>,
    /// What to do, or what else to know.
    pub helps: Vec<String>,
    /// Changes that mend it.
    pub fixes: Vec<Fix>,
    /// The name of what the finding is about, as `accept … target=` writes it.
    pub subject: Option<String>,
}

impl Diagnostic {
    /// A finding without a place yet.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            labels: Vec::new(),
            helps: Vec::new(),
            fixes: Vec::new(),
            subject: None,
        }
    }

    /// The finding is at `span`.
    #[must_use]
    pub fn at(mut self, span: Span, text: impl Into<String>) -> Self {
        let place = self.labels.iter().take_while(|label| label.primary).count();
        self.labels.insert(place, Label { span, text: text.into(), primary: true });
        self
    }

    /// `span` has to do with it.
    #[must_use]
    pub fn with(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into(), primary: false });
        self
    }

    /// What to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.helps.push(text.into());
        self
    }

    /// A change that mends it.
    #[must_use]
    pub fn fix(mut self, text: impl Into<String>, edits: Vec<Edit>) -> Self {
        self.fixes.push(Fix { text: text.into(), edits });
        self
    }

    /// A help and a fix that replaces `span` by the first of `names`, where there is one; `render` writes a name as source.
    #[must_use]
    pub fn nearest(self, span: Span, names: &[&str], render: impl Fn(&str) -> String) -> Self {
        let Some(first) = names.first() else { return self };
        let listed: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        self.help(format!("did you mean {}?", listed.join(", or ")))
            .fix(format!("write `{first}`"), vec![Edit::replace(span, render(first))])
    }

    /// As [`Self::nearest`], with the likeliest of `names` for what was `written`; where none is, a help says what there
    /// is. `what` names their kind, in the plural.
    #[must_use]
    pub fn one_of<'a>(
        self,
        span: Span,
        written: &str,
        what: &str,
        names: impl IntoIterator<Item = &'a str>,
        render: impl Fn(&str) -> String,
    ) -> Self {
        let names: Vec<&str> = names.into_iter().collect();
        let near = nearest(written, names.iter().copied());
        if near.is_empty() {
            self.help(format!("{what} there are: {}", listed(names)))
        } else {
            self.nearest(span, &near, render)
        }
    }

    /// Names what the finding is about.
    #[must_use]
    pub fn about(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// The first primary place.
    #[must_use]
    pub fn place(&self) -> Option<Span> {
        self.labels.first().map(|label| label.span)
    }
}

//! What a change is about: a thing of the plan with its name.

/// The kinds of things that change, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SubjectKind {
    /// The project itself.
    Project,
    /// Its estate.
    Estate,
    /// A framework.
    Framework,
    /// A control: `framework:id`.
    Control,
    /// Manual evidence.
    Evidence,
    /// What is said of a rule, whichever pack holds it.
    RuleWords,
    /// A pack.
    Pack,
    /// A rule of a pack: `pack/rule`.
    Rule,
    /// A place that a pack is deployed to: `pack@place`.
    Deployment,
    /// A framework in Audit Manager.
    Audit,
    /// A control in Audit Manager: `framework:id`.
    AuditControl,
    /// A Guard policy: `rule (surface)`.
    Policy,
}

impl SubjectKind {
    /// Every kind, in the order in which they are told.
    pub const ALL: &'static [Self] = &[
        Self::Project,
        Self::Estate,
        Self::Framework,
        Self::Control,
        Self::Evidence,
        Self::RuleWords,
        Self::Pack,
        Self::Rule,
        Self::Deployment,
        Self::Audit,
        Self::AuditControl,
        Self::Policy,
    ];

    /// The words for it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::Estate => "estate",
            Self::Framework => "framework",
            Self::Control => "control",
            Self::Evidence => "evidence",
            Self::RuleWords => "words of rule",
            Self::Pack => "pack",
            Self::Rule => "rule",
            Self::Deployment => "deployment",
            Self::Audit => "Audit Manager framework",
            Self::AuditControl => "Audit Manager control",
            Self::Policy => "policy",
        }
    }

    /// What stands between the name of what holds it and its own.
    fn separator(self) -> char {
        match self {
            Self::Control | Self::AuditControl => ':',
            Self::Deployment => '@',
            Self::Project | Self::Estate | Self::Framework | Self::Evidence | Self::RuleWords => '/',
            Self::Pack | Self::Rule | Self::Audit | Self::Policy => '/',
        }
    }
}

/// A thing of the plan.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// What it is.
    pub kind: SubjectKind,
    /// The framework or the pack that holds it; empty where nothing does.
    pub within: String,
    /// Its name.
    pub name: String,
}

impl Subject {
    pub(super) fn new(kind: SubjectKind, within: &str, name: &str) -> Self {
        Self { kind, within: within.to_owned(), name: name.to_owned() }
    }
}

impl std::fmt::Display for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.within.is_empty() {
            f.write_str(&self.name)
        } else {
            write!(f, "{}{}{}", self.within, self.kind.separator(), self.name)
        }
    }
}

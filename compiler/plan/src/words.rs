//! What sources say of rules and of manual evidence, for people who read what is published.

/// Manual evidence that controls ask for by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// How often it is due: `yearly`.
    pub every: String,
    /// Whether a file is asked for, else text.
    pub file: bool,
    /// The team that brings it.
    pub owner: Option<String>,
    /// What to collect.
    pub guidance: String,
}

/// What is said of a rule; of the library and the project, the project has the last word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleWords {
    /// The rule's name.
    pub name: String,
    /// What it checks; may be empty.
    pub title: String,
    /// How to mend a resource that fails; may be empty.
    pub fix: String,
    /// `critical` … `informational`.
    pub severity: Option<String>,
    /// What mends a resource that fails: what the library suggests, then what the project adopts.
    pub remediations: Vec<Mending>,
}

/// A remediation of a rule, whether anything uses it or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mending {
    /// Its name.
    pub name: String,
    /// The Systems Manager runbook.
    pub runbook: String,
    /// Whether it is only suggested, and starts nowhere.
    pub suggested: bool,
    /// Whether it says that running it twice does no harm.
    pub idempotent: bool,
    /// The way back; may be empty.
    pub reversible: String,
}

//! The estate as delivery needs it: names resolved to the identifiers that AWS knows.

use source::Span;

/// Accounts, organizational units and regions of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estate {
    /// The estate's name.
    pub name: String,
    /// The AWS partition: `aws`, `aws-cn`, `aws-us-gov`.
    pub partition: String,
    /// The region in which rules on global resources run.
    pub home_region: Option<String>,
    /// The AWS Organization.
    pub organization: Option<Organization>,
    /// Accounts, by name.
    pub accounts: Vec<Account>,
    /// Organizational units, by name.
    pub units: Vec<Unit>,
    /// What the Config recorder records; `None`: the project says nothing about it.
    pub recorder: Option<Recorder>,
    /// The account that gathers findings.
    pub aggregator: Option<Account>,
    /// Every region that some region set names, sorted.
    pub regions: Vec<String>,
    /// Its name in the source.
    pub span: Span,
}

/// An AWS Organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    /// `o-…`.
    pub id: String,
    /// The account that manages it.
    pub management: Option<Account>,
}

/// An AWS account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its name in the source.
    pub name: String,
    /// Twelve digits.
    pub id: String,
    /// The organizational unit it stands in.
    pub unit: Option<String>,
    /// Its environment.
    pub environment: Option<String>,
}

/// An organizational unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its name in the source.
    pub name: String,
    /// `ou-…`.
    pub id: String,
    /// The unit it stands in.
    pub parent: Option<String>,
}

/// What the Config recorder records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorder {
    /// Every supported type.
    Everything,
    /// Only the types that deployed rules look at.
    Minimal,
    /// Somebody else's recorder, whose presence is asserted.
    Existing,
}

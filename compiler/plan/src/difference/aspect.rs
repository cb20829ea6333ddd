//! The aspects of a subject, and the table that says what a change of each one means.

use super::class::Class;
use super::class::Class::{Disruptive, Implied, Loosening, Neutral, Tightening, Unknown};

/// How two values of an aspect compare.
#[derive(Clone, Copy, Debug)]
pub(super) enum Changed {
    /// Always so.
    As(Class),
    /// By the place of their words: a later step asks or proves more.
    Ladder(&'static [&'static [&'static str]]),
    /// By the direction of strictness that is stated for the rule's parameter.
    Direction,
    /// By what the one scope covers of the other.
    Scope,
    /// By whether a service knows the subject by its name.
    Renamed,
}

/// What a change of an aspect means.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meaning {
    pub(super) gained: Class,
    pub(super) lost: Class,
    pub(super) changed: Changed,
}

const STRENGTHS: &[&[&str]] = &[&["supporting"], &["partial"], &["full"]];
const STATES: &[&[&str]] =
    &[&["gap", "not applicable", "inherited"], &["manual"], &["mixed"], &["automated"]];
const STANDINGS: &[&[&str]] = &[&["absent"], &["by hand"], &["provided"], &["unlisted", "collected"]];
const SEVERITIES: &[&[&str]] = &[&["informational"], &["low"], &["medium"], &["high"], &["critical"]];
const FREQUENCIES: &[&[&str]] =
    &[&["TwentyFour_Hours"], &["Twelve_Hours"], &["Six_Hours"], &["Three_Hours"], &["One_Hour"]];
const RECORDERS: &[&[&str]] = &[&["existing", "minimal"], &["everything"]];
const REMEDIATES: &[&[&str]] = &[&["never"], &["manual"], &["as stated"]];

macro_rules! aspects {
    ($($variant:ident $name:literal $of:ident [$gained:expr, $lost:expr, $changed:expr] $what:literal)*) => {
        /// What is said of a subject.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Aspect {
            $(#[doc = concat!($what, ".")] $variant,)*
        }

        impl Aspect {
            /// Every aspect, in the order in which they are told.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name in JSON and in acceptances.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What it is, for people.
            #[must_use]
            pub fn what(self) -> &'static str {
                match self { $(Self::$variant => $what,)* }
            }

            /// The aspect that this one is a part of: where the whole comes or goes, so do its parts.
            pub(super) fn whole(self) -> Self {
                match self { $(Self::$variant => Self::$of,)* }
            }

            /// Its class where it comes, goes and changes, in words.
            #[must_use]
            pub fn classes(self) -> [&'static str; 3] {
                let Meaning { gained, lost, changed } = self.meaning();
                let changed = match changed {
                    Changed::As(class) => class.word(),
                    Changed::Ladder(_) => "by its step",
                    Changed::Direction => "by the parameter's direction",
                    Changed::Scope => "by what it covers",
                    Changed::Renamed => "disruptive where a service knows it by name",
                };
                [gained.word(), lost.word(), changed]
            }

            pub(super) fn meaning(self) -> Meaning {
                match self {
                    $(Self::$variant => Meaning { gained: $gained, lost: $lost, changed: $changed },)*
                }
            }
        }
    };
}

use Changed::{As, Direction, Ladder, Renamed, Scope};

aspects! {
    Itself "itself" Itself [Tightening, Loosening, As(Neutral)] "that it is there"
    Name "name" Itself [Neutral, Neutral, Renamed] "its name"
    Title "title" Itself [Neutral, Neutral, As(Neutral)] "its title"
    Words "words" Itself [Neutral, Neutral, As(Neutral)] "a description, an instruction or a reason"
    Setting "setting" Itself [Neutral, Neutral, As(Neutral)] "a setting that asks neither more nor less"
    Destination "destination" Itself [Disruptive, Disruptive, As(Disruptive)] "where or by what it is delivered"
    Order "order" Itself [Implied, Implied, As(Implied)] "the order of its parts"
    Member "member" Itself [Neutral, Neutral, As(Neutral)] "a part that has no evidence of its own"
    Set "control-set" Itself [Neutral, Neutral, As(Neutral)] "the control set it stands in"
    Severity "severity" Itself [Neutral, Neutral, Ladder(SEVERITIES)] "its severity"
    Owner "owner" Itself [Neutral, Neutral, As(Neutral)] "the team that answers for it"
    State "state" Itself [Neutral, Neutral, Ladder(STATES)] "how a control is proved"
    Evidence "evidence" Itself [Tightening, Loosening, Ladder(STRENGTHS)] "a row of evidence and its strength"
    StandingReason "standing-reason" Evidence [Neutral, Neutral, As(Neutral)] "why a row does not count"
    Standing "standing" Evidence [Neutral, Neutral, Ladder(STANDINGS)] "whether a row counts, and who collects it"
    Provenance "provenance" Evidence [Neutral, Neutral, As(Neutral)] "who claims a row, since when, and whose it was"
    EvidenceWords "evidence-words" Evidence [Neutral, Neutral, As(Neutral)] "what to collect for a row"
    Claim "claim" Itself [Tightening, Loosening, Ladder(STRENGTHS)] "evidence that relations carry here"
    Relation "relation" Itself [Neutral, Neutral, As(Neutral)] "a relation to another control"
    RelationProvenance "relation-provenance" Relation [Neutral, Neutral, As(Neutral)] "who states a relation, and since when"
    Source "source" Itself [Unknown, Unknown, As(Unknown)] "what evaluates a rule"
    Trigger "trigger" Itself [Unknown, Unknown, As(Unknown)] "when a rule runs"
    ScopeOf "scope" Itself [Loosening, Tightening, Scope] "the resources a rule looks at"
    Frequency "frequency" Itself [Tightening, Loosening, Ladder(FREQUENCIES)] "how often a rule runs"
    Parameter "parameter" Itself [Unknown, Unknown, Direction] "the value of a rule's parameter"
    Serves "serves" Itself [Implied, Implied, As(Implied)] "a control that a rule serves"
    Remediation "remediation" Itself [Neutral, Neutral, As(Neutral)] "what mends a resource that fails"
    Automatic "automatic" Itself [Disruptive, Neutral, As(Disruptive)] "that a remediation runs by itself"
    Runbook "runbook" Remediation [Neutral, Neutral, As(Neutral)] "the runbook of a remediation and its values"
    Part "part" Itself [Neutral, Neutral, As(Disruptive)] "the template that a rule stands in"
    Size "size" Itself [Neutral, Neutral, As(Neutral)] "how full a template is"
    PackParameter "pack-parameter" Itself [Neutral, Neutral, Direction] "the default of a pack's parameter"
    PackParameterBounds "pack-parameter-bounds" PackParameter [Neutral, Neutral, As(Neutral)] "what a pack's parameter takes"
    Region "region" Itself [Tightening, Loosening, As(Neutral)] "a region that is reached"
    Value "value" Itself [Unknown, Unknown, Direction] "the value of a pack's parameter in a place"
    Remediate "remediate" Itself [Neutral, Neutral, Ladder(REMEDIATES)] "what becomes of remediations in a place"
    Absent "absent" Itself [Loosening, Tightening, As(Neutral)] "a rule that a region lacks"
    Excluded "excluded" Itself [Loosening, Tightening, As(Neutral)] "an account that is left out"
    Recorder "recorder" Itself [Tightening, Loosening, Ladder(RECORDERS)] "what AWS Config records"
    Collected "collected" Itself [Neutral, Disruptive, As(Implied)] "an evidence source in Audit Manager"
    CollectedWords "collected-words" Collected [Neutral, Neutral, As(Neutral)] "the words of an evidence source"
    Text "text" Itself [Unknown, Unknown, As(Unknown)] "the text of a policy"
    Example "example" Itself [Neutral, Neutral, As(Neutral)] "an example of a policy"
}

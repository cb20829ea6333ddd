//! The targets of a build.

use std::cell::LazyCell;

use plan::{Plan, Publication};

use crate::{Artifact, Layout, audit_manager, conformance_pack, guard, index, mappings, site, terraform};

/// What a build can write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// AWS Config conformance packs.
    ConformancePack,
    /// Audit Manager frameworks with their script.
    AuditManager,
    /// Guard policies with their tests.
    Guard,
    /// Terraform modules.
    Terraform,
    /// What each framework asks and what proves it, for readers, spreadsheets and programs.
    Mappings,
    /// A site that explains the mappings.
    Site,
    /// The source of every line of the others: for tools, not for committing.
    Trace,
}

impl Target {
    /// Every target.
    pub const ALL: &'static [Self] = &[
        Self::ConformancePack,
        Self::AuditManager,
        Self::Guard,
        Self::Terraform,
        Self::Mappings,
        Self::Site,
        Self::Trace,
    ];

    /// What a build writes where it is told no target.
    pub const DEFAULT: &'static [Self] =
        &[Self::ConformancePack, Self::AuditManager, Self::Guard, Self::Terraform, Self::Mappings];

    /// The name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ConformancePack => "conformance-pack",
            Self::AuditManager => "audit-manager",
            Self::Guard => "guard",
            Self::Terraform => "terraform",
            Self::Mappings => "mappings",
            Self::Site => "site",
            Self::Trace => "trace",
        }
    }

    /// The folder below the output that it writes to, and no other target does.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            Self::ConformancePack => "conformance-packs",
            Self::AuditManager => "audit-manager",
            Self::Guard => "guard",
            Self::Terraform => "terraform",
            Self::Mappings => "mappings",
            Self::Site => "site",
            Self::Trace => "trace",
        }
    }

    /// The target of a name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|target| target.name() == name)
    }
}

/// The artifacts of these targets with their indexes, by path; the trace needs the sources, see [`trace`](crate::trace).
#[must_use]
pub fn write(plan: &Plan, layout: &Layout, targets: &[Target]) -> Vec<Artifact> {
    let publication = LazyCell::new(|| Publication::new(plan));
    let mut all = Vec::new();
    for target in Target::ALL.iter().filter(|target| targets.contains(target)) {
        match target {
            Target::ConformancePack if !plan.packs.is_empty() => {
                all.extend(conformance_pack::write(plan, layout));
                all.push(index::packs(plan, layout));
            }
            Target::ConformancePack => {}
            Target::AuditManager => all.extend(audit_manager::write(plan)),
            Target::Guard => all.extend(guard::write(plan)),
            Target::Terraform => all.extend(terraform::write(plan, layout)),
            Target::Mappings => all.extend(mappings::write(&publication)),
            Target::Site => all.extend(site::write(&publication)),
            Target::Trace => {}
        }
    }
    all.extend(index::sums(&all));
    all.sort_by(|a, b| a.path.cmp(&b.path));
    all
}

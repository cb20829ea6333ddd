//! How far the controls of a program are proved by what is deployed: counts, rules, costs and places.

mod cost;
mod counts;
mod percent;
mod places;
mod rules;

use crate::{Closure, Framework, Plan, closure};

pub use cost::{Cost, PackCost};
pub use counts::Counts;
pub use percent::Percent;
pub use places::PlaceGap;
pub use rules::RuleUse;

/// The coverage of some frameworks of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The project's name.
    pub project: String,
    /// Whether any pack is deployed; if not, rules count if their pack were.
    pub is_deployed: bool,
    /// Whether any framework goes to Audit Manager; if not, what it collects counts if theirs did.
    pub is_audited: bool,
    /// The frameworks, by name.
    pub frameworks: Vec<FrameworkCoverage>,
    /// All of them together.
    pub whole: Counts,
    /// Their claims together.
    pub claims: Closure,
    /// The rules that their controls name, those that serve most controls first.
    pub rules: Vec<RuleUse>,
    /// Rules that the project declares and no control names, by name.
    pub unnamed: Vec<String>,
    /// What the packs of the project hold, and what separate packs would.
    pub cost: Cost,
    /// Where automatic evidence is missing, since a region lacks its rules.
    pub places: Vec<PlaceGap>,
}

/// The coverage of a framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameworkCoverage {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The version people know; may be empty.
    pub version: String,
    /// Its controls.
    pub counts: Counts,
    /// Its claims.
    pub claims: Closure,
    /// Its control sets in source order: name, title and controls.
    pub sets: Vec<SetCoverage>,
}

/// The coverage of a control set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetCoverage {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its controls.
    pub counts: Counts,
}

/// The coverage of the frameworks that `chosen` accepts by name.
#[must_use]
pub fn coverage(plan: &Plan, chosen: impl Fn(&str) -> bool) -> Coverage {
    let closures = closure(plan);
    let shown: Vec<&Framework> = plan.frameworks.iter().filter(|framework| chosen(&framework.name)).collect();
    let mut whole = Counts::default();
    let mut claims = Closure::default();
    let mut frameworks = Vec::new();
    for framework in &shown {
        let own = closures.get(framework.name.as_str()).copied().unwrap_or_default();
        let covered = framework_coverage(framework, own);
        whole += covered.counts;
        claims += own;
        frameworks.push(covered);
    }
    Coverage {
        project: plan.project.clone(),
        is_deployed: plan.is_deployed(),
        is_audited: plan.is_audited(),
        frameworks,
        whole,
        claims,
        rules: rules::uses(&shown),
        unnamed: plan.unnamed.clone(),
        cost: Cost::of(&plan.packs),
        places: places::gaps(plan, &shown),
    }
}

fn framework_coverage(framework: &Framework, claims: Closure) -> FrameworkCoverage {
    let set = |set: &crate::ControlSet| SetCoverage {
        name: set.name.clone(),
        title: set.title.clone(),
        counts: set.controls.iter().collect(),
    };
    FrameworkCoverage {
        name: framework.name.clone(),
        title: framework.title.clone(),
        version: framework.version.clone(),
        counts: framework.controls().collect(),
        claims,
        sets: framework.sets.iter().map(set).collect(),
    }
}

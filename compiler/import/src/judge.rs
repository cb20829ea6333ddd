//! Defects of what nobody compiled: each pack by itself, then what its neighbours say otherwise; the evidence of frameworks.

mod across;
mod automation;
mod evidence;
mod fit;
mod inputs;
mod limits;
mod policies;
mod references;
mod regions;
mod repeated;
mod rules;

use std::collections::BTreeSet;

use diagnostics::Report;
use facts::ManagedRule;
use source::{SourceMap, Span};

use crate::artifact::Artifacts;
use crate::document::Placed;
use crate::pack::{Evaluator, Origin, Rule};
pub(crate) use evidence::managed as meant;

/// Artifacts whose defects were told.
#[derive(Debug)]
pub struct Judged<'a> {
    pub(crate) artifacts: &'a Artifacts,
    /// The texts of policies that AWS Config does not take.
    unsound: BTreeSet<Span>,
}

impl Judged<'_> {
    /// Whether AWS Config takes a policy.
    pub(crate) fn is_sound(&self, policy: &Placed<String>) -> bool {
        !self.unsound.contains(&policy.span)
    }
}

/// Judges artifacts that are deployed to the same accounts; `regions` are those that must have every rule.
pub fn judge<'a>(
    artifacts: &'a Artifacts,
    sources: &SourceMap,
    regions: &[String],
    report: &mut Report,
) -> Judged<'a> {
    let mut unsound = BTreeSet::new();
    let Artifacts { packs, frameworks } = artifacts;
    for pack in packs {
        references::check(pack, report);
        match pack.origin {
            Origin::Template => limits::check(pack, sources.file(pack.file).text().len(), report),
            Origin::Stack | Origin::State => {}
        }
        repeated::check(pack, report);
        rules::controls(pack, report);
        for rule in &pack.rules {
            let managed = managed(rule);
            rules::check(rule, managed.as_ref(), report);
            unsound.extend(policies::check(rule, sources, report));
            if let Some(managed) = &managed {
                inputs::check(pack, rule, managed, report);
                regions::check(rule, managed, regions, report);
            }
        }
        automation::check(pack, report);
    }
    across::check(packs, report);
    let rules = packs.iter().flat_map(|pack| &pack.rules);
    let own = rules.filter(|rule| !matches!(rule.evaluator, Evaluator::Managed(_))).map(spoken).collect();
    for framework in frameworks {
        evidence::check(framework, &own, report);
    }
    Judged { artifacts, unsound }
}

/// What the catalogue knows of a rule, if it is one of AWS's own.
fn managed(rule: &Rule) -> Option<ManagedRule> {
    match &rule.evaluator {
        Evaluator::Managed(identifier) => facts::managed_rule_by_identifier(&identifier.value),
        Evaluator::Policy { .. } | Evaluator::Lambda { .. } | Evaluator::Unknown => None,
    }
}

/// The name by which a finding speaks of a rule.
pub(crate) fn spoken(rule: &Rule) -> &str {
    rule.name.as_ref().map_or(rule.id.value.as_str(), |name| name.value.as_str())
}

/// A form in which values are equal that the service reads alike: truth in any case, lists in any order.
pub(crate) fn normal(text: &str) -> String {
    let text = text.trim();
    if text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false") {
        return text.to_ascii_lowercase();
    }
    let mut items: Vec<&str> = text.split(',').map(str::trim).collect();
    items.sort_unstable();
    items.join(",")
}

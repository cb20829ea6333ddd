//! Names of modules and of what they create. Distinct names of a source can yield one name here, which is
//! refused before anything is written.

use std::collections::BTreeMap;

use diagnostics::{Code, Diagnostic, Report};
use facts::limits::{ORGANIZATION_PACK_NAME_CHARACTERS, PACK_NAME_CHARACTERS};
use plan::{Audit, AuditDelivery, Deployment, Pack, Plan, Target};
use source::Span;

use super::module::name;
use crate::Part;

/// Characters of the name of a stack set (CloudFormation API, `StackSetName`).
const STACK_SET_NAME_CHARACTERS: usize = 128;

/// The name of the module of a deployment.
pub(super) fn module(pack: &Pack, deployment: &Deployment) -> String {
    let pack = name(&pack.name);
    let place = match &deployment.target {
        Target::Account { name: account, .. } => format!("{pack}-account-{}", name(account)),
        Target::Organization { .. } => format!("{pack}-organization"),
        Target::Unit { name: unit, .. } => format!("{pack}-ou-{}", name(unit)),
    };
    match &deployment.division {
        Some(regions) => format!("{place}-{}", name(regions)),
        None => place,
    }
}

/// The name of the module of a framework.
pub(super) fn audit(audit: &Audit) -> String {
    format!("audit-manager-{}", name(&audit.name))
}

/// The name of the stack set that brings a part to a unit in a region.
pub(super) fn stack_set(stem: &str, unit: &str, region: &str) -> String {
    format!("{stem}-{}-{region}", name(unit))
}

/// Refuses two modules of one name; a folder's name has no case on some machines.
pub(crate) fn check_modules(plan: &Plan, report: &mut Report) {
    let packs = plan.packs.iter().flat_map(|pack| {
        pack.deployments.iter().map(|one| (module(pack, one), one.span, pack.name.as_str()))
    });
    let audits = plan.audits.iter().filter(|one| one.delivery == AuditDelivery::Terraform);
    let audits = audits.map(|one| (audit(one), one.span, one.name.as_str()));
    let mut taken: BTreeMap<String, Span> = BTreeMap::new();
    for (module, span, about) in packs.chain(audits) {
        if let Some(other) = taken.insert(module.to_ascii_lowercase(), span) {
            report.push(
                Diagnostic::new(
                    Code::CollidingFileNames,
                    format!("two Terraform modules are named `{module}`"),
                )
                .at(span, "this would be written over the other")
                .with(other, "the other")
                .help("rename one of the two, or state them as one")
                .about(about),
            );
        }
    }
}

/// Refuses names that the services do not take: those of packs, and of the stack sets that create them.
pub(crate) fn check_lengths(pack: &Pack, parts: &[Part], report: &mut Report) {
    for deployment in &pack.deployments {
        for (kind, most, names) in deployed(deployment, parts) {
            let longest = names.into_iter().max_by_key(String::len).filter(|one| one.len() > most);
            if let Some(longest) = longest {
                let text =
                    format!("the {kind} `{longest}` would have a name of {} characters", longest.len());
                report.push(
                    Diagnostic::new(Code::NameTooLong, text)
                        .at(deployment.span, format!("AWS takes {most}"))
                        .with(pack.span, "the pack")
                        .help("shorten the name of the pack, its shard or the unit")
                        .about(&pack.name),
                );
            }
        }
    }
}

/// What a deployment creates: its kind, how long its name may be, and its names.
fn deployed(deployment: &Deployment, parts: &[Part]) -> Vec<(&'static str, usize, Vec<String>)> {
    let stems = || parts.iter().map(|part| part.stem.clone()).collect();
    let packs = ("conformance pack", PACK_NAME_CHARACTERS, stems());
    match &deployment.target {
        Target::Account { .. } => vec![packs],
        Target::Organization { .. } => {
            vec![("organization pack", ORGANIZATION_PACK_NAME_CHARACTERS, stems())]
        }
        Target::Unit { name, .. } => {
            let sets = parts
                .iter()
                .flat_map(|part| deployment.regions.iter().map(|region| stack_set(&part.stem, name, region)));
            vec![packs, ("stack set", STACK_SET_NAME_CHARACTERS, sets.collect())]
        }
    }
}

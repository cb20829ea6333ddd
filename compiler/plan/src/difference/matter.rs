//! The parts of a plan that are compared, each under its subject. A plan says far more than differs, so that what is
//! said of a matter is made when its turn comes and does not outlive it.

use std::collections::BTreeMap;

use super::renames::Renames;
use super::say;
use super::side::{Part, Side};
use super::subject::{Subject, SubjectKind};
use crate::{
    Audit, AuditControl, AuditSet, Control, ControlSet, Deployment, Estate, Evidence, Framework, Instance,
    Pack, Plan, Policy, RuleWords,
};

/// One part of a plan.
#[derive(Clone, Copy)]
pub(super) enum Matter<'p> {
    Project(&'p Plan),
    Estate(&'p Estate),
    Framework(&'p Framework),
    Control(&'p ControlSet, &'p Control),
    Evidence(&'p Evidence),
    RuleWords(&'p RuleWords),
    Pack(&'p Pack, &'p [Part]),
    /// With the template that holds it.
    Rule(&'p Instance, Option<&'p str>),
    Deployment(&'p Deployment),
    Audit(&'p Audit),
    AuditControl(&'p AuditSet, &'p AuditControl),
    Policy(&'p Policy),
}

/// Parts of a plan in its order.
pub(super) type Matters<'p> = Vec<(Subject, Matter<'p>)>;

/// All that a side has, in the names that `renames` gives.
pub(super) fn matters<'p>(side: &Side<'p>, renames: &Renames<'p>) -> Matters<'p> {
    let alone = |kind, name: &str| Subject::new(kind, "", name);
    let plan = side.plan;
    let mut all = vec![(alone(SubjectKind::Project, "project"), Matter::Project(plan))];
    all.extend(plan.estate.iter().map(|one| (alone(SubjectKind::Estate, "estate"), Matter::Estate(one))));
    plan.frameworks.iter().for_each(|framework| add_framework(framework, renames, &mut all));
    for evidence in &plan.evidence {
        all.push((alone(SubjectKind::Evidence, &evidence.name), Matter::Evidence(evidence)));
    }
    for rule in &plan.rules {
        all.push((alone(SubjectKind::RuleWords, renames.rule(&rule.name)), Matter::RuleWords(rule)));
    }
    plan.packs.iter().for_each(|pack| add_pack(pack, side.parts, renames, &mut all));
    plan.audits.iter().for_each(|audit| add_audit(audit, renames, &mut all));
    for policy in &plan.policies {
        let subject = Subject::new(SubjectKind::Policy, renames.rule(&policy.rule), &policy.surface);
        all.push((subject, Matter::Policy(policy)));
    }
    all
}

fn add_framework<'p>(framework: &'p Framework, renames: &Renames<'p>, all: &mut Matters<'p>) {
    let name = renames.framework(&framework.name);
    all.push((Subject::new(SubjectKind::Framework, "", name), Matter::Framework(framework)));
    for set in &framework.sets {
        for control in &set.controls {
            let id = renames.id(&framework.name, &control.id);
            all.push((Subject::new(SubjectKind::Control, name, id), Matter::Control(set, control)));
        }
    }
}

fn add_audit<'p>(audit: &'p Audit, renames: &Renames<'p>, all: &mut Matters<'p>) {
    let name = renames.framework(&audit.name);
    all.push((Subject::new(SubjectKind::Audit, "", name), Matter::Audit(audit)));
    for set in &audit.sets {
        for control in &set.controls {
            let id = renames.id(&audit.name, &control.id);
            all.push((Subject::new(SubjectKind::AuditControl, name, id), Matter::AuditControl(set, control)));
        }
    }
}

fn add_pack<'p>(pack: &'p Pack, parts: &'p [Part], renames: &Renames<'p>, all: &mut Matters<'p>) {
    let name = renames.pack(&pack.name);
    all.push((Subject::new(SubjectKind::Pack, "", name), Matter::Pack(pack, parts)));
    let stems: BTreeMap<&str, &str> = parts
        .iter()
        .filter(|part| part.pack == pack.name)
        .flat_map(|part| part.instances.iter().map(|instance| (instance.as_str(), part.stem.as_str())))
        .collect();
    for instance in &pack.instances {
        let subject = Subject::new(SubjectKind::Rule, name, renames.instance(&pack.name, &instance.name));
        all.push((subject, Matter::Rule(instance, stems.get(instance.name.as_str()).copied())));
    }
    for deployment in &pack.deployments {
        let subject = Subject::new(SubjectKind::Deployment, name, &say::place(deployment));
        all.push((subject, Matter::Deployment(deployment)));
    }
}

//! Two builds of a project compared: what changed in meaning, and which of it the project refuses.

use std::collections::BTreeSet;

use diagnostics::{Code, Diagnostic, Report};
use emit::{Artifact, Layout, Target};
use facts::limits::{TEMPLATE_BYTES_INLINE, TEMPLATE_BYTES_S3};
use plan::{Aspect, Change, Class, Delivery, Difference, Judgement, Part, Plan, Side, SubjectKind};

use crate::Compilation;

/// A side of a comparison: a plan with the templates of its packs, whose sizes a difference tells. What else is built of it
/// is written where the difference says that it may differ.
pub struct Built {
    /// What is built.
    pub plan: Plan,
    /// What the limits of services have to say; where they refuse, there are no artifacts.
    pub report: Report,
    layout: Layout,
    templates: Vec<Artifact>,
    parts: Vec<Part>,
}

impl Built {
    /// A side with nothing in it, for what was not there yet.
    #[must_use]
    pub fn nothing() -> Self {
        Self {
            plan: Plan::default(),
            report: Report::default(),
            layout: Layout::default(),
            templates: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// Builds a side; `None` where the program has errors.
    #[must_use]
    pub fn of(compilation: &Compilation) -> Option<Self> {
        let plan = compilation.plan()?;
        let (layout, mut report) = emit::layout(&plan);
        report.sort();
        let targets = if report.has_errors() { &[][..] } else { &[Target::ConformancePack] };
        let templates = emit::write(&plan, &layout, targets);
        let parts = parts(&plan, &layout, &templates);
        Some(Self { plan, report, layout, templates, parts })
    }

    /// The templates, and what else is delivered; of the frameworks in Audit Manager those that `may_differ`.
    pub(crate) fn artifacts(&self, may_differ: impl Fn(&str) -> bool) -> Vec<Artifact> {
        let mut artifacts = self.templates.clone();
        if !self.report.has_errors() {
            let Plan { project, estate, packs, policies, audits, .. } = &self.plan;
            let delivered = Plan {
                project: project.clone(),
                estate: estate.clone(),
                packs: packs.clone(),
                policies: policies.clone(),
                audits: audits.iter().filter(|audit| may_differ(&audit.name)).cloned().collect(),
                ..Plan::default()
            };
            let others = [Target::AuditManager, Target::Guard, Target::Terraform];
            artifacts.extend(emit::write(&delivered, &self.layout, &others));
        }
        artifacts
    }

    fn side(&self) -> Side<'_> {
        Side { plan: &self.plan, parts: &self.parts }
    }
}

/// What changed from one side to the other.
#[must_use]
pub fn difference(old: &Built, new: &Built) -> Difference {
    plan::difference(old.side(), new.side())
}

/// The frameworks in Audit Manager whose files are the same on both sides, so that nobody need write and compare thousands of
/// them: a difference tells whatever differs. It says new names for old ones, so that a rename leaves none of them sure.
pub(crate) fn unchanged_audits<'b>(
    old: &'b Built,
    new: &'b Built,
    difference: &Difference,
) -> BTreeSet<&'b str> {
    let is_rename =
        |change: &Change| change.aspect == Aspect::Name && change.before.is_some() && change.after.is_some();
    if difference.changes.iter().any(is_rename) || old.plan.project != new.plan.project {
        return BTreeSet::new();
    }
    let changed: BTreeSet<&str> = difference.changes.iter().filter_map(audit_of).collect();
    let names = |side: &'b Built| side.plan.audits.iter().map(|audit| audit.name.as_str());
    let before: BTreeSet<&str> = names(old).collect();
    names(new).filter(|name| before.contains(name) && !changed.contains(name)).collect()
}

/// The framework in Audit Manager that a change is about.
fn audit_of(change: &Change) -> Option<&str> {
    let subject = &change.subject;
    match subject.kind {
        SubjectKind::Audit => Some(&subject.name),
        SubjectKind::AuditControl => Some(&subject.within),
        SubjectKind::Project
        | SubjectKind::Estate
        | SubjectKind::Framework
        | SubjectKind::Control
        | SubjectKind::Evidence
        | SubjectKind::RuleWords
        | SubjectKind::Pack
        | SubjectKind::Rule
        | SubjectKind::Deployment
        | SubjectKind::Policy => None,
    }
}

/// Which changes are refused, and which of those the new side accepts.
#[must_use]
pub fn judge<'d>(
    difference: &'d Difference,
    old: &Built,
    new: &'d Built,
    refused: &[Class],
) -> Judgement<'d> {
    plan::judge(difference, &old.plan, &new.plan, refused)
}

/// The changes that are refused and not accepted, and the acceptances that accept nothing, as findings of the new side.
#[must_use]
pub fn refusals(judged: &Judgement<'_>) -> Report {
    let mut report = Report::default();
    for change in &judged.refused {
        report.push(refusal(change));
    }
    for acceptance in &judged.spent {
        let words = format!("the acceptance of `{}` accepts nothing here", acceptance.target);
        report.push(
            Diagnostic::new(Code::SpentAcceptance, words)
                .at(acceptance.span, "its change has landed, or has another name")
                .help("take it away: the history keeps it")
                .about(&acceptance.target),
        );
    }
    report
}

fn refusal(change: &Change) -> Diagnostic {
    let code = match change.class {
        Class::Disruptive => Code::DisruptiveChange,
        Class::Tightening | Class::Loosening | Class::Unknown | Class::Neutral | Class::Implied => {
            Code::LooseningChange
        }
    };
    let name = change.name();
    let what = if change.class == Class::Unknown { "may be loosening" } else { change.class.word() };
    let accept = format!("accept {} target={name:?} reason=\"…\" approved-by=…", code.number());
    let found = Diagnostic::new(code, format!("{what}: {name}"))
        .help(format!("take the change back, or say why it may land: `{accept}`"))
        .about(&name);
    match change.places.after {
        Some(span) => found.at(span, "changed here"),
        None => found,
    }
}

/// The templates of the plan's packs; without artifacts nobody knows their sizes, and there are none.
fn parts(plan: &Plan, layout: &Layout, artifacts: &[Artifact]) -> Vec<Part> {
    let mut all = Vec::new();
    for pack in &plan.packs {
        let most_bytes = match pack.delivery {
            Delivery::Inline => TEMPLATE_BYTES_INLINE,
            Delivery::S3 { .. } => TEMPLATE_BYTES_S3,
        };
        for part in layout.parts(&pack.name) {
            let path = format!("{}/{}.yaml", Target::ConformancePack.folder(), part.stem);
            let place = artifacts.binary_search_by(|artifact| artifact.path.as_str().cmp(&path));
            all.extend(place.ok().map(|place| Part {
                pack: pack.name.clone(),
                stem: part.stem.clone(),
                instances: part.instances.clone(),
                bytes: artifacts[place].text.len(),
                most_bytes,
            }));
        }
    }
    all
}

//! Frameworks for Audit Manager: each control with the sources that collect its evidence, one a keyword.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use ::model::{Checked, Control, ControlId, EvidenceRow, Model, Named, RowKind, Status};
use rayon::prelude::*;
use source::Span;

use super::basis::basis;
use super::presence::{Presence, Present};
use super::through::Through;
use crate::{Audit, AuditControl, AuditDelivery, AuditSet, EvidenceSource, SourceKind, Strength};

pub(super) fn lower(checked: &Checked, through: &Through<'_>, presence: &Presence<'_>) -> Vec<Audit> {
    let model = checked.model();
    let mut audits: Vec<Audit> = model
        .audits
        .par_iter()
        .filter_map(|delivery| {
            let framework = &model.frameworks[model.framework(&delivery.framework.text)?.index()];
            let text = |named: &Option<Named>| named.as_ref().map(|text| text.text.clone());
            let account = delivery.account.as_ref().zip(model.estate.as_ref());
            Some(Audit {
                name: framework.name.text.clone(),
                title: framework.title.text.clone(),
                description: text(&framework.description).unwrap_or_default(),
                compliance_type: text(&framework.compliance_type),
                delivery: if delivery.terraform { AuditDelivery::Terraform } else { AuditDelivery::Cli },
                account: account.and_then(|(name, estate)| Some(estate.account(&name.text)?.id.text.clone())),
                region: text(&delivery.region),
                sets: framework
                    .sets
                    .iter()
                    .map(|set| AuditSet {
                        name: set.title.text.clone(),
                        controls: set
                            .controls
                            .iter()
                            .map(|id| control(model, through, presence, &framework.title.text, *id))
                            .collect(),
                    })
                    .filter(|set| !set.controls.is_empty())
                    .collect(),
                span: framework.name.span,
                stated: delivery.span,
            })
        })
        .collect();
    audits.sort_by(|a, b| a.name.cmp(&b.name));
    audits.dedup_by(|a, b| a.name == b.name);
    audits
}

fn control(
    model: &Model,
    through: &Through<'_>,
    presence: &Presence<'_>,
    framework: &str,
    id: ControlId,
) -> AuditControl {
    let declared = model.control(id);
    let text = |named: &Option<Named>| named.as_ref().map(|text| text.text.clone()).unwrap_or_default();
    AuditControl {
        id: declared.id.text.clone(),
        name: format!("{framework} {} {}", declared.id.text, declared.title.text),
        description: text(&declared.description),
        testing: text(&declared.testing),
        action_plan: declared
            .action_plan
            .as_ref()
            .map(|(title, plan)| (title.text.clone(), plan.text.clone())),
        sources: sources(model, through, presence, id),
        span: declared.id.span,
    }
}

/// Own and inherited rows, then those that flow here from controls of the project's own frameworks; rows that one keyword
/// collects are one source.
fn sources(
    model: &Model,
    through: &Through<'_>,
    presence: &Presence<'_>,
    id: ControlId,
) -> Vec<EvidenceSource> {
    let declared = model.control(id);
    if let Some(status) = declared.statuses.first() {
        return vec![stated(declared, status)];
    }
    let mut all: Vec<EvidenceSource> = Vec::new();
    let mut places: BTreeMap<(SourceKind, String), usize> = BTreeMap::new();
    let own = model.evidence_rows[id.index()].iter().map(|row| (*row, Strength::Full, None));
    let arrived =
        through.arrivals(id).into_iter().map(|arrival| (arrival.row, arrival.carried, Some(arrival.from)));
    for (stated, carried, from) in own.chain(arrived) {
        let basis = basis(model, id, stated, carried, from);
        for mut source in row_sources(model, presence, stated) {
            match places.entry(key(model, stated, &source)) {
                Entry::Occupied(place) => all[*place.get()].bases.push(basis.clone()),
                Entry::Vacant(place) => {
                    place.insert(all.len());
                    if let Some(from) = from {
                        let way = format!("Through {}.", model.reference(from));
                        source.description = format!("{way} {}", source.description).trim_end().to_owned();
                    }
                    source.bases = vec![basis.clone()];
                    all.push(source);
                }
            }
        }
    }
    if all.is_empty() {
        let gap = "No rule that proves this control is deployed: a gap.".to_owned();
        all.push(manual_source("Evidence to find".to_owned(), gap, false, declared.id.span));
    }
    all
}

/// What tells sources apart: the keyword, and where there is none what the row names.
fn key(model: &Model, stated: EvidenceRow, source: &EvidenceSource) -> (SourceKind, String) {
    let row = &model.control(stated.origin).rows[stated.row];
    let name = match source.kind {
        SourceKind::Manual { .. } => format!("{} {} {}", row.kind.word(), row.name.text, source.name),
        SourceKind::Config { .. }
        | SourceKind::SecurityHub { .. }
        | SourceKind::CloudTrail { .. }
        | SourceKind::ApiCall { .. } => String::new(),
    };
    (source.kind.clone(), name)
}

fn manual_source(name: String, description: String, file: bool, span: Span) -> EvidenceSource {
    EvidenceSource {
        name,
        description,
        kind: SourceKind::Manual { file },
        troubleshooting: String::new(),
        bases: Vec::new(),
        span,
    }
}

fn stated(control: &Control, status: &Status) -> EvidenceSource {
    let (name, description) = match status {
        Status::Inherited { from, artifact, .. } => {
            (format!("Inherited from {from}"), format!("The provider keeps this control. {artifact}"))
        }
        Status::NotApplicable { reason, approved_by, .. } => {
            ("Not applicable".to_owned(), format!("{reason} Approved by {approved_by}."))
        }
        Status::Gap { reason, ticket, .. } => ("Gap".to_owned(), format!("{reason} {ticket}")),
    };
    manual_source(name, description.trim().to_owned(), true, control.id.span)
}

fn row_sources(model: &Model, presence: &Presence<'_>, stated: EvidenceRow) -> Vec<EvidenceSource> {
    let row = &model.control(stated.origin).rows[stated.row];
    let name = row.name.text.clone();
    let source = |name: String, kind: SourceKind| EvidenceSource {
        name,
        description: String::new(),
        kind,
        troubleshooting: String::new(),
        bases: Vec::new(),
        span: row.span,
    };
    match row.kind {
        RowKind::Rule => {
            presence.instances(&name).iter().map(|present| rule_source(model, present, row.span)).collect()
        }
        RowKind::SecurityHub => vec![source(name.clone(), SourceKind::SecurityHub { keyword: name })],
        RowKind::CloudTrail => vec![source(name.clone(), SourceKind::CloudTrail { keyword: name })],
        RowKind::ApiCall => {
            let frequency = match row.frequency.as_ref().map(|named| named.text.as_str()) {
                Some("daily") => "DAILY",
                Some("monthly") => "MONTHLY",
                Some(_) | None => "WEEKLY",
            };
            vec![source(name.clone(), SourceKind::ApiCall { keyword: name, frequency })]
        }
        RowKind::Manual => {
            let Some(evidence) = model.evidence.get(&name) else { return Vec::new() };
            let guidance = row.guidance.as_ref().map_or(&evidence.guidance, |own| &own.text);
            vec![EvidenceSource {
                description: guidance.clone(),
                ..source(evidence.title.clone(), SourceKind::Manual { file: evidence.file })
            }]
        }
    }
}

fn rule_source(model: &Model, Present { instance, keyword }: &Present<'_>, span: Span) -> EvidenceSource {
    let fix = model.statements(&instance.rule).filter_map(|said| said.fix.as_ref()).last();
    let rule = &instance.rule;
    let (kind, description) = match keyword.clone() {
        Some(kind @ SourceKind::SecurityHub { .. }) => {
            let same =
                format!("The same check as the Config rule {rule}, which Audit Manager does not list.");
            (kind, same)
        }
        Some(kind) => (kind, String::new()),
        None => {
            let outside = format!("Automated outside Audit Manager: the Config rule {rule} evaluates it.");
            (SourceKind::Manual { file: true }, outside)
        }
    };
    EvidenceSource {
        name: instance.name.clone(),
        description,
        kind,
        troubleshooting: fix.map(|text| text.text.clone()).unwrap_or_default(),
        bases: Vec::new(),
        span,
    }
}

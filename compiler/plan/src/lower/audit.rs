//! Frameworks for Audit Manager: each control with the sources that collect its evidence, one a keyword.

use std::collections::BTreeSet;

use ::model::{Checked, Control, ControlId, Instance, Model, Named, RowKind, Status};
use source::Span;

use super::presence::Presence;
use super::served::carried;
use crate::flow::Flow;
use crate::{Audit, AuditControl, AuditDelivery, AuditSet, EvidenceSource, SourceKind};

pub(super) fn lower(checked: &Checked, flow: &Flow, presence: &Presence<'_>) -> Vec<Audit> {
    let model = checked.model();
    let mut audits: Vec<Audit> = model
        .audits
        .iter()
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
                            .map(|id| control(model, flow, presence, &framework.title.text, *id))
                            .collect(),
                    })
                    .filter(|set| !set.controls.is_empty())
                    .collect(),
                span: framework.name.span,
            })
        })
        .collect();
    audits.sort_by(|a, b| a.name.cmp(&b.name));
    audits.dedup_by(|a, b| a.name == b.name);
    audits
}

fn control(
    model: &Model,
    flow: &Flow,
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
        sources: sources(model, flow, presence, id),
        span: declared.id.span,
    }
}

/// Own and inherited rows, then those that flow here from controls of the project's own frameworks.
fn sources(model: &Model, flow: &Flow, presence: &Presence<'_>, id: ControlId) -> Vec<EvidenceSource> {
    let declared = model.control(id);
    if let Some(status) = declared.statuses.first() {
        return vec![stated(declared, status)];
    }
    let own = model.evidence_rows[id.index()].iter().map(|stated| (*stated, None));
    let arrived = carried(model, flow, id).map(|arrival| (arrival.row, Some(arrival.path[0])));
    let mut all = Vec::new();
    let mut seen: BTreeSet<SourceKind> = BTreeSet::new();
    for (stated, through) in own.chain(arrived) {
        for mut source in row_sources(model, presence, stated) {
            if let Some(through) = through {
                let way = format!("Through {}.", model.reference(through));
                source.description = format!("{way} {}", source.description).trim_end().to_owned();
            }
            let manual = matches!(source.kind, SourceKind::Manual { .. });
            if manual || seen.insert(source.kind.clone()) {
                all.push(source);
            }
        }
    }
    if all.is_empty() {
        all.push(manual_source(
            "Evidence to find".to_owned(),
            "No rule that proves this control is deployed: a gap.".to_owned(),
            false,
            declared.id.span,
        ));
    }
    all
}

fn manual_source(name: String, description: String, file: bool, span: Span) -> EvidenceSource {
    EvidenceSource {
        name,
        description,
        kind: SourceKind::Manual { file },
        troubleshooting: String::new(),
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

fn row_sources(model: &Model, presence: &Presence<'_>, stated: ::model::EvidenceRow) -> Vec<EvidenceSource> {
    let row = &model.control(stated.origin).rows[stated.row];
    let name = row.name.text.clone();
    let source = |name: String, kind: SourceKind| EvidenceSource {
        name,
        description: String::new(),
        kind,
        troubleshooting: String::new(),
        span: row.span,
    };
    match row.kind {
        RowKind::Rule => {
            presence.instances(&name).iter().map(|instance| rule_source(model, instance, row.span)).collect()
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

/// A managed rule by its identifier, where Audit Manager lists it; else by the Security Hub control that runs the same
/// check; else by hand. A rule of one's own by the name that a pack gives it.
fn rule_source(model: &Model, instance: &Instance, span: Span) -> EvidenceSource {
    let fix = model.statements(&instance.rule).filter_map(|said| said.fix.as_ref()).last();
    let (kind, description) = match &instance.facts.identifier {
        None => {
            let keyword = format!(
                "{}{}{}",
                facts::limits::AUDIT_CUSTOM_RULE_PREFIX,
                instance.name,
                facts::limits::AUDIT_PACK_RULE_SUFFIX
            );
            (SourceKind::Config { keyword }, String::new())
        }
        Some(identifier) if facts::is_config_keyword(identifier) => {
            (SourceKind::Config { keyword: identifier.clone() }, String::new())
        }
        Some(identifier) => match facts::security_hub_keyword_for_rule(identifier) {
            Some(keyword) => (
                SourceKind::SecurityHub { keyword: keyword.to_owned() },
                format!(
                    "The same check as the Config rule {}, which Audit Manager does not list.",
                    instance.rule
                ),
            ),
            None => (
                SourceKind::Manual { file: true },
                format!("Automated outside Audit Manager: the Config rule {} evaluates it.", instance.rule),
            ),
        },
    };
    EvidenceSource {
        name: instance.name.clone(),
        description,
        kind,
        troubleshooting: fix.map(|text| text.text.clone()).unwrap_or_default(),
        span,
    }
}

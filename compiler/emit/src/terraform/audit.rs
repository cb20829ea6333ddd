//! A framework of Audit Manager as a module. Controls are keyed by id, so that their order moves none.

use plan::{Audit, AuditControl, EvidenceSource, Plan, SourceKind};

use super::module::{self, Module};
use super::{names, variable};
use crate::print::hcl::{Body, Expression};

/// The module of a framework.
pub(super) fn module(plan: &Plan, audit: &Audit) -> Module {
    let controls = audit.sets.iter().flat_map(|set| &set.controls);
    let main = controls.fold(Body::default(), |main, control| {
        let label = label(control);
        let body = resource(plan, audit, control);
        main.block_of(control.span, "resource", &["aws_auditmanager_control", &label], body)
    });
    let body = framework(plan, audit);
    let main = main.block_of(audit.span, "resource", &["aws_auditmanager_framework", "this"], body);
    let default = Some(audit.region.as_ref().map_or_else(|| Expression::raw("null"), Expression::text));
    let region = Body::default()
        .set(
            "description",
            Expression::text("Region of the framework; that of the provider where it is null."),
        )
        .set("type", Expression::raw("string"))
        .set_some("default", default);
    Module {
        name: names::audit(audit),
        span: audit.span,
        title: format!("{}: Audit Manager framework", audit.title),
        notes: vec!["Creates the framework and its controls in an account that has Audit Manager already."],
        main,
        variables: variable::raw(Body::default(), "region", region),
        outputs: module::output("framework_id", "Id of the framework.", "aws_auditmanager_framework.this.id"),
        templates: Vec::new(),
    }
}

fn resource(plan: &Plan, audit: &Audit, control: &AuditControl) -> Body {
    let plan_of_action = control.action_plan.as_ref();
    let body = Body::default()
        .set("name", Expression::text(&control.name))
        .set("region", Expression::raw("var.region"))
        .set_some("description", filled(&control.description))
        .set_some("testing_information", filled(&control.testing))
        .set_some("action_plan_title", plan_of_action.and_then(|(title, _)| filled(title)))
        .set_some("action_plan_instructions", plan_of_action.and_then(|(_, text)| filled(text)));
    let tag = format!("{}:{}", audit.name, control.id);
    let body = body.set("tags", tags(plan, "ordain:control", &tag));
    control.sources.iter().fold(body, |body, source| {
        body.block_of(source.span, "control_mapping_sources", &[], mapping(source))
    })
}

fn mapping(source: &EvidenceSource) -> Body {
    let (kind, keyword, frequency) = match &source.kind {
        SourceKind::Config { keyword } => ("AWS_Config", Some(keyword), None),
        SourceKind::SecurityHub { keyword } => ("AWS_Security_Hub", Some(keyword), None),
        SourceKind::CloudTrail { keyword } => ("AWS_Cloudtrail", Some(keyword), None),
        SourceKind::ApiCall { keyword, frequency } => ("AWS_API_Call", Some(keyword), Some(*frequency)),
        SourceKind::Manual { .. } => ("MANUAL", None, None),
    };
    let option = if keyword.is_some() { "System_Controls_Mapping" } else { "Procedural_Controls_Mapping" };
    let body = Body::default()
        .set("source_name", Expression::text(&source.name))
        .set("source_set_up_option", Expression::text(option))
        .set("source_type", Expression::text(kind))
        .set_some("source_description", filled(&source.description))
        .set_some("source_frequency", frequency.map(Expression::text))
        .set_some("troubleshooting_text", filled(&source.troubleshooting));
    let Some(keyword) = keyword else { return body };
    let keyword = Body::default()
        .set("keyword_input_type", Expression::text("SELECT_FROM_LIST"))
        .set("keyword_value", Expression::text(keyword));
    body.block("source_keyword", &[], keyword)
}

fn framework(plan: &Plan, audit: &Audit) -> Body {
    let body = Body::default()
        .set("name", Expression::text(&audit.title))
        .set("region", Expression::raw("var.region"))
        .set_some("description", filled(&audit.description))
        .set_some("compliance_type", audit.compliance_type.as_ref().map(Expression::text))
        .set("tags", tags(plan, "ordain:framework", &audit.name));
    audit.sets.iter().fold(body, |body, set| {
        let controls = set.controls.iter().fold(
            Body::default().set("name", Expression::text(&set.name)),
            |body, control| {
                let id = Expression::Raw(format!("aws_auditmanager_control.{}.id", label(control)));
                body.block_of(control.span, "controls", &[], Body::default().set("id", id))
            },
        );
        body.block("control_sets", &[], controls)
    })
}

fn tags(plan: &Plan, key: &str, value: &str) -> Expression {
    Expression::Object(vec![
        ("ordain:project".to_owned(), Expression::text(&plan.project)),
        (key.to_owned(), Expression::text(value)),
    ])
}

fn filled(text: &str) -> Option<Expression> {
    (!text.is_empty()).then(|| Expression::text(text))
}

/// The id as an identifier, distinct for distinct ids: `_` is a dot, `--` a hyphen, and all else that an
/// identifier cannot hold is its code point between hyphens.
fn label(control: &AuditControl) -> String {
    let mut label = String::from("control_");
    for character in control.id.chars() {
        match character {
            plain if plain.is_ascii_alphanumeric() => label.push(plain),
            '.' => label.push('_'),
            '-' => label.push_str("--"),
            other => label.push_str(&format!("-{:x}-", u32::from(other))),
        }
    }
    label
}

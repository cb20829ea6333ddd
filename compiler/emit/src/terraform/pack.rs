//! The module of a pack for an account or the organization; units have their own way.

use std::collections::BTreeSet;

use plan::{Delivery, Deployment, Pack, Target};

use super::module::{self, Module};
use super::place::{Place, Places};
use super::{names, unit, variable};
use crate::print::hcl::{Body, Expression};

/// The module of one deployment.
pub(super) fn module(pack: &Pack, deployment: &Deployment, places: Places) -> Module {
    let name = names::module(pack, deployment);
    match &deployment.target {
        Target::Account { id, .. } => {
            let check = account_check(id);
            direct(pack, deployment, places, name, "aws_config_conformance_pack", None, Some(check))
        }
        Target::Organization { excluded } => {
            let kind = "aws_config_organization_conformance_pack";
            direct(pack, deployment, places, name, kind, Some(excluded), None)
        }
        Target::Unit { name: unit, id, .. } => unit::module(pack, deployment, places, name, unit, id),
    }
}

fn direct(
    pack: &Pack,
    deployment: &Deployment,
    places: Places,
    name: String,
    kind: &str,
    excluded: Option<&Vec<String>>,
    check: Option<Body>,
) -> Module {
    let s3 = matches!(pack.delivery, Delivery::S3 { .. });
    let resource = resource(s3, excluded.map(|_| Expression::raw("var.excluded_accounts")));
    let mut main = Body::default().block("locals", &[], locals(pack, deployment, &places.places, None));
    if s3 {
        main = main.block("resource", &["aws_s3_object", "template"], object());
    }
    main = main.block("resource", &[kind, "this"], resource);
    if let Some(check) = check {
        main = main.block("data", &["aws_caller_identity", "current"], Body::default()).block(
            "check",
            &["account"],
            check,
        );
    }
    let mut variables = parameters(pack, deployment, &places.places);
    if let Some(excluded) = excluded {
        variables = variable::left_out(variables, excluded, "organization");
    }
    if s3 {
        variables = buckets(variables, pack, &places.places);
    }
    let arns = format!("{{ for key, pack in {kind}.this : key => pack.arn }}");
    Module {
        name,
        span: deployment.span,
        title: format!("{}: conformance pack", pack.title),
        notes: vec![
            "Deploys the pack to the regions that the source names. Config must record in each of them first.",
            "The values of the source are the variables' defaults.",
        ],
        main,
        variables,
        outputs: module::output("pack_arns", "ARN of each pack, by name and region.", &arns),
        templates: places.templates,
    }
}

fn resource(s3: bool, excluded: Option<Expression>) -> Body {
    let template = if s3 {
        (
            "template_s3_uri",
            "\"s3://${aws_s3_object.template[each.key].bucket}/${aws_s3_object.template[each.key].key}\"",
        )
    } else {
        ("template_body", "file(\"${path.module}/${each.value.template}\")")
    };
    let content = Body::default()
        .set("parameter_name", Expression::raw("input_parameter.value"))
        .set("parameter_value", Expression::raw("local.parameters[input_parameter.value]"));
    let inputs = Body::default().set("for_each", Expression::raw("each.value.parameters")).block(
        "content",
        &[],
        content,
    );
    Body::default()
        .set("for_each", Expression::raw("local.packs"))
        .blank()
        .set("name", Expression::raw("each.value.name"))
        .set("region", Expression::raw("each.value.region"))
        .set(template.0, Expression::raw(template.1))
        .set_some("excluded_accounts", excluded)
        .block("dynamic", &["input_parameter"], inputs)
}

/// The packs by name and region, with their stack sets where they go to a unit, and the values of their
/// parameters as the service takes them: as text.
pub(super) fn locals(pack: &Pack, deployment: &Deployment, places: &[Place], unit: Option<&str>) -> Body {
    let entry = |place: &Place| {
        let mut entries = vec![
            ("name", Expression::text(&place.stem)),
            ("region", Expression::text(&place.region)),
            ("template", Expression::text(&place.path)),
            ("parameters", Expression::texts(&place.parameters)),
        ];
        let stack_set = unit.map(|unit| names::stack_set(&place.stem, unit, &place.region));
        entries.extend(stack_set.map(|name| ("stack_set", Expression::Text(name))));
        (format!("{}/{}", place.stem, place.region), Expression::Record(entries))
    };
    let variables = variable::of_parameters(pack, deployment, places);
    let value = |one: &variable::Variable<'_>| {
        (one.parameter.name.clone(), Expression::Raw(format!("tostring(var.{})", one.name)))
    };
    Body::default()
        .set("packs", Expression::Object(places.iter().map(entry).collect()))
        .blank()
        .set("parameters", Expression::Object(variables.iter().map(value).collect()))
}

/// The variables of the pack's parameters.
pub(super) fn parameters(pack: &Pack, deployment: &Deployment, places: &[Place]) -> Body {
    let variables = variable::of_parameters(pack, deployment, places);
    variables.iter().fold(Body::default(), |file, one| one.declare(file))
}

/// A template in the bucket of its pack's region.
fn object() -> Body {
    Body::default()
        .set("for_each", Expression::raw("local.packs"))
        .blank()
        .set("bucket", Expression::raw("var.template_buckets[each.value.region]"))
        .set("region", Expression::raw("each.value.region"))
        .set(
            "key",
            Expression::raw(
                "\"${each.value.name}/${filesha256(\"${path.module}/${each.value.template}\")}.yaml\"",
            ),
        )
        .set("source", Expression::raw("\"${path.module}/${each.value.template}\""))
}

/// A template must lie in the region of its pack, and the source names one bucket without its region: only
/// where there is one region is it known to be that.
fn buckets(file: Body, pack: &Pack, places: &[Place]) -> Body {
    let regions: BTreeSet<&String> = places.iter().map(|one| &one.region).collect();
    let default = match &pack.delivery {
        Delivery::S3 { bucket: Some(bucket) } if regions.len() == 1 => {
            let entry = |region: &String| (region.clone(), Expression::text(bucket));
            Some(Expression::Object(regions.into_iter().map(entry).collect()))
        }
        Delivery::S3 { .. } | Delivery::Inline => None,
    };
    let condition =
        "alltrue([for pack in values(local.packs) : contains(keys(var.template_buckets), pack.region)])";
    let validation = Body::default()
        .set("condition", Expression::raw(condition))
        .set("error_message", Expression::text("A region of the pack has no bucket."));
    let words = "For each region, a bucket in that region that takes the templates.";
    variable::checked(file, "template_buckets", "map(string)", default, words, validation)
}

fn account_check(id: &str) -> Body {
    let words = "The provider works in another account than the one that the templates are made for.";
    let digits: String = id.chars().filter(char::is_ascii_digit).collect();
    let condition = format!("data.aws_caller_identity.current.account_id == \"{digits}\"");
    let assertion = Body::default()
        .set("condition", Expression::Raw(condition))
        .set("error_message", Expression::text(words));
    Body::default().block("assert", &[], assertion)
}

//! The module of a pack for an organizational unit: a service-managed stack set for each region, since a stack
//! set of several would move stacks between sets when regions part.

use facts::limits::TEMPLATE_BYTES_INLINE;
use plan::{Delivery, Deployment, Pack, PackParameter};

use super::module::{self, Module};
use super::place::{Place, Places};
use super::{pack as packs, variable};
use crate::print::hcl::{Body, Expression};
use crate::print::yaml::{self, Value};
use crate::template::Template;

/// The module of one deployment.
pub(super) fn module(
    pack: &Pack,
    deployment: &Deployment,
    places: Places,
    name: String,
    unit: &str,
    id: &str,
) -> Module {
    let templates: Vec<(String, Template)> = places
        .templates
        .into_iter()
        .map(|(path, inner)| {
            let stem = places.places.iter().find(|one| one.path == path);
            let outer = stem.map_or_else(Template::default, |place| outer(pack, place, inner));
            (path, outer)
        })
        .collect();
    let s3 = matches!(pack.delivery, Delivery::S3 { .. })
        || templates.iter().any(|(_, one)| one.text.len() > TEMPLATE_BYTES_INLINE);
    let locals = packs::locals(pack, deployment, &places.places, Some(unit));
    let mut main = Body::default().block("locals", &[], locals);
    if s3 {
        main = main
            .block(
                "data",
                &["aws_s3_bucket", "templates"],
                Body::default().set("bucket", Expression::raw("var.template_bucket")),
            )
            .block("resource", &["aws_s3_object", "template"], object());
    }
    main = main.block("resource", &["aws_cloudformation_stack_set", "this"], stack_set(s3)).block(
        "resource",
        &["aws_cloudformation_stack_set_instance", "this"],
        instance(!deployment.target.excluded().is_empty()),
    );
    Module {
        name,
        span: deployment.span,
        title: format!("{}: conformance pack for an organizational unit", pack.title),
        notes: vec![
            "Deploys the pack to the accounts of the unit, by service-managed stack sets; they never reach the management account.",
            "Config must record in each account and region first.",
        ],
        main,
        variables: variables(pack, deployment, &places.places, id, s3),
        outputs: module::output(
            "stack_set_ids",
            "Id of each stack set, by pack and region.",
            "{ for key, set in aws_cloudformation_stack_set.this : key => set.stack_set_id }",
        ),
        templates,
    }
}

fn variables(pack: &Pack, deployment: &Deployment, places: &[Place], id: &str, s3: bool) -> Body {
    let file = packs::parameters(pack, deployment, places);
    let text = |text: &str| Some(Expression::text(text));
    let words = "Id of the organizational unit whose accounts get the pack.";
    let file = variable::own(file, "organizational_unit_id", "string", text(id), words);
    let words = "SELF in the management account, DELEGATED_ADMIN in that of a delegated administrator.";
    let mut file = variable::own(file, "call_as", "string", text("SELF"), words);
    let excluded = deployment.target.excluded();
    if !excluded.is_empty() {
        file = variable::left_out(file, excluded, "unit");
    }
    if !s3 {
        return file;
    }
    let bucket = match &pack.delivery {
        Delivery::S3 { bucket: Some(bucket) } => text(bucket),
        Delivery::S3 { bucket: None } | Delivery::Inline => None,
    };
    variable::own(file, "template_bucket", "string", bucket, "Bucket that takes the templates.")
}

/// The stack's template: it creates the pack, whose own template `Fn::Sub` completes in each account.
fn outer(pack: &Pack, place: &Place, inner: Template) -> Template {
    let used: Vec<&PackParameter> =
        pack.parameters.iter().filter(|one| place.parameters.contains(&one.name)).collect();
    let mut text = String::new();
    if !used.is_empty() {
        let entry = |one: &&PackParameter| (one.name.clone(), Value::map([("Type", Value::text("String"))]));
        yaml::entry(&mut text, 0, "Parameters", &Value::Map(used.iter().map(entry).collect()));
    }
    let mut properties = vec![("ConformancePackName".to_owned(), Value::text(&place.stem))];
    if !used.is_empty() {
        let inputs = used.iter().map(|one| input(&one.name)).collect();
        properties.push(("ConformancePackInputParameters".to_owned(), Value::List(inputs)));
    }
    let lines = inner.text.matches('\n').count();
    properties.push(("TemplateBody".to_owned(), Value::map([("Fn::Sub", Value::Block(inner.text))])));
    let resource = Value::map([
        ("Type", Value::text("AWS::Config::ConformancePack")),
        ("Properties", Value::Map(properties)),
    ]);
    yaml::entry(&mut text, 0, "Resources", &Value::Map(vec![("ConformancePackOfUnit".to_owned(), resource)]));
    // The pack's template ends the file, so its lines are counted from there.
    let above = text.matches('\n').count().saturating_sub(lines);
    Template { text, trace: inner.trace.into_iter().map(|(line, span)| (line + above, span)).collect() }
}

fn input(name: &str) -> Value {
    Value::map([
        ("ParameterName", Value::text(name)),
        ("ParameterValue", Value::map([("Ref", Value::text(name))])),
    ])
}

fn stack_set(s3: bool) -> Body {
    let template = if s3 {
        (
            "template_url",
            "\"https://${data.aws_s3_bucket.templates.bucket_regional_domain_name}/${aws_s3_object.template[each.key].key}\"",
        )
    } else {
        ("template_body", "file(\"${path.module}/${each.value.template}\")")
    };
    let deployment = Body::default()
        .set("enabled", Expression::raw("true"))
        .set("retain_stacks_on_account_removal", Expression::raw("false"));
    let kept = Body::default()
        .set("ignore_changes", Expression::List(vec![Expression::raw("administration_role_arn")]));
    Body::default()
        .set("for_each", Expression::raw("local.packs"))
        .blank()
        .set("name", Expression::raw("each.value.stack_set"))
        .set("call_as", Expression::raw("var.call_as"))
        .set("permission_model", Expression::text("SERVICE_MANAGED"))
        .set(
            "parameters",
            Expression::raw("{ for name in each.value.parameters : name => local.parameters[name] }"),
        )
        .set(template.0, Expression::raw(template.1))
        .block("auto_deployment", &[], deployment)
        .block("lifecycle", &[], kept)
}

fn instance(partial: bool) -> Body {
    let units = Expression::List(vec![Expression::raw("var.organizational_unit_id")]);
    let mut targets = Body::default().set("organizational_unit_ids", units);
    if partial {
        // A filter without accounts is refused.
        let some = |then: &str| Expression::raw(format!("length(var.excluded_accounts) > 0 ? {then} : null"));
        targets = targets
            .set("account_filter_type", some("\"DIFFERENCE\""))
            .set("accounts", some("var.excluded_accounts"));
    }
    Body::default()
        .set("for_each", Expression::raw("local.packs"))
        .blank()
        .set("stack_set_name", Expression::raw("aws_cloudformation_stack_set.this[each.key].name"))
        .set("stack_set_instance_region", Expression::raw("each.value.region"))
        .set("call_as", Expression::raw("var.call_as"))
        .block("deployment_targets", &[], targets)
}

fn object() -> Body {
    Body::default()
        .set("for_each", Expression::raw("local.packs"))
        .blank()
        .set("bucket", Expression::raw("data.aws_s3_bucket.templates.bucket"))
        .set(
            "key",
            Expression::raw(
                "\"${each.value.stack_set}/${filesha256(\"${path.module}/${each.value.template}\")}.yaml\"",
            ),
        )
        .set("source", Expression::raw("\"${path.module}/${each.value.template}\""))
}

//! The Config recorder of an account, in every region of the estate.

use std::collections::BTreeSet;

use plan::{Estate, Instance, Plan, Recorder, Scope};

use super::module::{self, Module};
use super::{bucket, variable};
use crate::print::hcl::{Body, Expression};

/// The module, for what the estate says of recording.
pub(super) fn module(plan: &Plan, estate: &Estate, kind: Recorder) -> Module {
    let regions = Some(Expression::texts(&estate.regions));
    let variables =
        variable::own(Body::default(), "regions", "set(string)", regions, "Regions in which Config records.");
    match kind {
        Recorder::Existing => existing(estate, variables),
        Recorder::Everything => creating(estate, variables, everything(estate)),
        Recorder::Minimal => creating(estate, variables, minimal(plan)),
    }
}

fn creating(estate: &Estate, variables: Body, group: Body) -> Module {
    let words = "ARN of the role that Config records with; null: the service-linked role, which must exist.";
    let variables = variable::optional(variables, "role_arn", words);
    let words =
        "Bucket that takes the recorded configuration; null: the module creates one for this account.";
    let variables = variable::optional(variables, "delivery_bucket", words);
    let linked = "\"arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig\"";
    let role = format!("var.role_arn != null ? var.role_arn : {linked}");
    let each = || Body::default().set("for_each", Expression::raw("var.regions")).blank();
    let name = |kind: &str| Expression::Raw(format!("aws_config_{kind}.this[each.key].name"));
    let recorder = each()
        .set("name", Expression::text("default"))
        .set("region", Expression::raw("each.value"))
        .set("role_arn", Expression::Raw(role))
        .block("recording_group", &[], group);
    let channel = each()
        .set("name", name("configuration_recorder"))
        .set("region", Expression::raw("each.value"))
        .set("s3_bucket_name", Expression::raw(bucket::NAME))
        .set("depends_on", Expression::List(vec![Expression::raw("aws_s3_bucket_policy.delivery")]));
    let status = each()
        .set("name", name("delivery_channel"))
        .set("region", Expression::raw("each.value"))
        .set("is_enabled", Expression::raw("true"));
    let main = bucket::resources()
        .block("resource", &["aws_config_configuration_recorder", "this"], recorder)
        .block("resource", &["aws_config_delivery_channel", "this"], channel)
        .block("resource", &["aws_config_configuration_recorder_status", "this"], status);
    let ids = "{ for region, recorder in aws_config_configuration_recorder.this : region => recorder.id }";
    Module {
        name: "recorder".to_owned(),
        span: estate.span,
        title: "Config recorder".to_owned(),
        notes: vec![
            "Records configuration in every region of the estate. Apply it before any pack, once an account.",
        ],
        main,
        variables,
        outputs: module::output("recorder_ids", "Id of the recorder of each region.", ids),
        templates: Vec::new(),
    }
}

fn everything(estate: &Estate) -> Body {
    let global = match &estate.home_region {
        Some(home) => Body::default().set(
            "include_global_resource_types",
            Expression::Raw(format!("each.value == \"{}\"", module::name(home))),
        ),
        None => Body::default().set("include_global_resource_types", Expression::raw("true")),
    };
    global.set("all_supported", Expression::raw("true"))
}

fn minimal(plan: &Plan) -> Body {
    let instances =
        plan.packs.iter().filter(|pack| !pack.deployments.is_empty()).flat_map(|pack| &pack.instances);
    let types: BTreeSet<&String> = instances.flat_map(types).collect();
    let strategy = Body::default().set("use_only", Expression::text("INCLUSION_BY_RESOURCE_TYPES"));
    Body::default()
        .set("all_supported", Expression::raw("false"))
        .set("include_global_resource_types", Expression::raw("false"))
        .set("resource_types", Expression::texts(types))
        .block("recording_strategy", &[], strategy)
}

/// The recorded types that a rule looks at; all that it can judge where its scope names none.
fn types(instance: &Instance) -> impl Iterator<Item = &String> {
    let types = match &instance.scope {
        Some(Scope::Types(types)) => types,
        Some(Scope::Tag { .. }) | None => &instance.judges,
    };
    types.iter().filter(|kind| facts::resource_type_is_recorded(kind))
}

/// The provider has no data source for recorders, so whoever calls the module names those it relies on.
fn existing(estate: &Estate, variables: Body) -> Module {
    let words = "For each region, the name of the recorder that is already there.";
    let variables = variable::own(variables, "recorder_names", "map(string)", None, words);
    let assertion = Body::default()
        .set(
            "condition",
            Expression::raw(
                "alltrue([for region in var.regions : try(length(var.recorder_names[region]) > 0, false)])",
            ),
        )
        .set("error_message", Expression::text("A region of the estate has no Config recorder."));
    let resource = Body::default().set("input", Expression::raw("var.recorder_names")).block(
        "lifecycle",
        &[],
        Body::default().block("precondition", &[], assertion),
    );
    Module {
        name: "recorder".to_owned(),
        span: estate.span,
        title: "Config recorder that exists".to_owned(),
        notes: vec!["Creates nothing. It fails where a region of the estate is named no recorder."],
        main: Body::default().block("resource", &["terraform_data", "recorders"], resource),
        variables,
        outputs: module::output(
            "recorder_names",
            "Name of the recorder of each region.",
            "terraform_data.recorders.output",
        ),
        templates: Vec::new(),
    }
}

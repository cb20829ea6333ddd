//! The aggregator that gathers findings of all accounts in one.

use plan::{Account, Estate};

use super::module::{self, Module};
use super::variable;
use crate::print::hcl::{Body, Expression};

/// The module for the account that gathers.
pub(super) fn module(estate: &Estate, account: &Account) -> Module {
    let regions = Some(Expression::texts(&estate.regions));
    let words = "Regions whose findings are gathered.";
    let mut variables = variable::own(Body::default(), "regions", "list(string)", regions, words);
    let mut main = Body::default();
    // The role alone is not enough: Config reads the organization as soon as the aggregator is there.
    let mut needs = None;
    let (source, body) = if estate.organization.is_some() {
        let words = "ARN of the role with which Config reads the organization; null: the module creates one.";
        variables = variable::optional(variables, "role_arn", words);
        main = role();
        let role = "var.role_arn != null ? var.role_arn : one(aws_iam_role.this[*].arn)";
        needs = Some(Expression::List(vec![Expression::raw("aws_iam_role_policy_attachment.this")]));
        ("organization_aggregation_source", Body::default().set("role_arn", Expression::raw(role)))
    } else {
        let ids = estate.accounts.iter().map(|one| Expression::text(&one.id)).collect();
        let words = "Accounts whose findings are gathered; each must authorize it.";
        variables =
            variable::own(variables, "account_ids", "list(string)", Some(Expression::List(ids)), words);
        ("account_aggregation_source", Body::default().set("account_ids", Expression::raw("var.account_ids")))
    };
    let home = estate.home_region.as_ref().or(estate.regions.first());
    let aggregator = Body::default()
        .set("name", Expression::text(module::name(&estate.name)))
        .set_some("region", home.map(Expression::text))
        .set_some("depends_on", needs)
        .block(source, &[], body.set("regions", Expression::raw("var.regions")));
    Module {
        name: "aggregator".to_owned(),
        span: estate.span,
        title: format!("Config aggregator in account {}", account.name),
        notes: vec![
            "Gathers the findings of all accounts. Apply it with a provider of the account that gathers.",
        ],
        main: main.block("resource", &["aws_config_configuration_aggregator", "this"], aggregator),
        variables,
        outputs: module::output(
            "aggregator_arn",
            "ARN of the aggregator.",
            "aws_config_configuration_aggregator.this.arn",
        ),
        templates: Vec::new(),
    }
}

/// The role that lets Config list the organization's accounts, where none is given.
fn role() -> Body {
    let count = || Body::default().set("count", Expression::raw("var.role_arn == null ? 1 : 0")).blank();
    let principal = Body::default()
        .set("type", Expression::text("Service"))
        .set("identifiers", Expression::List(vec![Expression::text("config.amazonaws.com")]));
    let statement = Body::default()
        .set("actions", Expression::List(vec![Expression::text("sts:AssumeRole")]))
        .block("principals", &[], principal);
    let role = count()
        .set("name_prefix", Expression::text("config-aggregator-"))
        .set("assume_role_policy", Expression::raw("data.aws_iam_policy_document.trust.json"));
    let policy = "\"arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AWSConfigRoleForOrganizations\"";
    let attachment = count()
        .set("role", Expression::raw("aws_iam_role.this[0].name"))
        .set("policy_arn", Expression::raw(policy));
    Body::default()
        .block("data", &["aws_partition", "current"], Body::default())
        .block(
            "data",
            &["aws_iam_policy_document", "trust"],
            Body::default().block("statement", &[], statement),
        )
        .block("resource", &["aws_iam_role", "this"], role)
        .block("resource", &["aws_iam_role_policy_attachment", "this"], attachment)
}

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
    let (source, body) = if estate.organization.is_some() {
        let words = "ARN of the role with which Config reads the organization.";
        variables = variable::own(variables, "role_arn", "string", None, words);
        ("organization_aggregation_source", Body::default().set("role_arn", Expression::raw("var.role_arn")))
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
        .block(source, &[], body.set("regions", Expression::raw("var.regions")));
    Module {
        name: "aggregator".to_owned(),
        title: format!("Config aggregator in account {}", account.name),
        notes: vec![
            "Gathers the findings of all accounts. Apply it with a provider of the account that gathers.",
        ],
        main: Body::default().block("resource", &["aws_config_configuration_aggregator", "this"], aggregator),
        variables,
        outputs: module::output(
            "aggregator_arn",
            "ARN of the aggregator.",
            "aws_config_configuration_aggregator.this.arn",
        ),
        templates: Vec::new(),
    }
}

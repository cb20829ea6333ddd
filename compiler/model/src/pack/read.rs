//! Reads packs; places and frameworks are bound at once, against the estate and the model.

use diagnostics::{Code, Diagnostic, Report};
use syntax::Node;

use super::{Deploy, Exclusion, Include, InstanceLabel, Pack, PackParameter, Place, RuleSetting};
use crate::estate::Estate;
use crate::model::{Model, Named};
use crate::read::{child_text, children, first, named, property_named, scalar, settings, text_property};
use crate::relation::{find, unknown_framework};

impl Pack {
    pub(crate) fn read(node: Node<'_>, model: &Model, report: &mut Report) -> Option<Self> {
        let name = first(node)?;
        let shards = node
            .child("shards")
            .and_then(|node| Some((node.argument(0)?.integer().ok()?, node.header_span())));
        Some(Self {
            includes: includes(node, model, report),
            excludes: children(node, "exclude").filter_map(read_exclusion).collect(),
            parameters: children(node, "parameter").filter_map(read_parameter).collect(),
            settings: children(node, "set").flat_map(read_rule_settings).collect(),
            merges: children(node, "merge")
                .flat_map(|merge| merge.arguments().skip(1))
                .filter_map(named)
                .collect(),
            instances: children(node, "instance")
                .filter_map(|node| read_label(node, model, report))
                .collect(),
            named_shards: children(node, "shard").filter_map(read_shard).collect(),
            s3: read_delivery(node, model, report),
            controls_key: node
                .child("controls-key")
                .and_then(|node| node.argument(0)?.boolean())
                .unwrap_or(false),
            deploys: children(node, "deploy").filter_map(|node| read_deploy(node, model, report)).collect(),
            title: child_text(node, "title").map(|title| title.text),
            description: child_text(node, "description").map(|text| text.text),
            shards,
            last: node.children().last().map_or(name.span, Node::span),
            name,
        })
    }
}

fn includes(node: Node<'_>, model: &Model, report: &mut Report) -> Vec<Include> {
    let mut found = Vec::new();
    for written in children(node, "include").flat_map(Node::arguments).filter_map(named) {
        if written.text.contains(':') {
            found
                .extend(find(model, &written, report).map(|control| Include::Control(control, written.span)));
        } else {
            match model.framework(&written.text) {
                Some(framework) => found.push(Include::Framework(framework, written.span)),
                None => report.push(unknown_framework(model, &written.text, written.span, syntax::quote)),
            }
        }
    }
    found
}

fn read_exclusion(node: Node<'_>) -> Option<Exclusion> {
    Some(Exclusion {
        rule: first(node)?,
        reason: text_property(node, "reason").unwrap_or_default(),
        provided_by: text_property(node, "provided-by"),
    })
}

fn read_parameter(node: Node<'_>) -> Option<PackParameter> {
    let number = |name: &str| node.property(name).and_then(|value| value.integer().ok());
    let name = first(node)?;
    Some(PackParameter {
        default_span: node.property("default").map_or(name.span, |value| value.span()),
        name,
        kind: text_property(node, "type")?,
        default: node.property("default").and_then(scalar),
        min: number("min"),
        max: number("max"),
        optional: node.property("optional").and_then(|value| value.boolean()).unwrap_or(false),
        description: text_property(node, "description").unwrap_or_default(),
    })
}

fn read_rule_settings(node: Node<'_>) -> Vec<RuleSetting> {
    let Some(rule) = first(node) else { return Vec::new() };
    settings(node, 1, &[]).into_iter().map(|setting| RuleSetting { rule: rule.clone(), setting }).collect()
}

fn read_label(node: Node<'_>, model: &Model, report: &mut Report) -> Option<InstanceLabel> {
    let framework = property_named(node, "framework")?;
    let id = model.framework(&framework.text);
    if id.is_none() {
        report.push(unknown_framework(model, &framework.text, framework.span, syntax::quote));
    }
    Some(InstanceLabel { rule: first(node)?, framework: id, label: property_named(node, "as")? })
}

fn read_shard(node: Node<'_>) -> Option<(Named, Vec<Named>)> {
    let rules = children(node, "include").flat_map(Node::arguments).filter_map(named).collect();
    Some((first(node)?, rules))
}

fn read_delivery(node: Node<'_>, model: &Model, report: &mut Report) -> Option<Option<Named>> {
    let delivery = node.child("delivery")?;
    if first(delivery)?.text != "s3" {
        return None;
    }
    let bucket = property_named(delivery, "bucket");
    if let (Some(bucket), Some(estate)) = (&bucket, &model.estate)
        && !estate.buckets.iter().any(|known| known.name.text == bucket.text)
    {
        report.push(estate.unknown_bucket(bucket));
    }
    Some(bucket)
}

fn read_deploy(node: Node<'_>, model: &Model, report: &mut Report) -> Option<Deploy> {
    let kind = first(node)?;
    let Some(estate) = &model.estate else {
        report.push(
            Diagnostic::new(Code::MissingEstate, "a deploy needs an estate")
                .at(node.header_span(), "deployed to what?")
                .help("declare an `estate` with the accounts, units and regions of the project"),
        );
        return None;
    };
    let environment = property_named(node, "environment");
    if let Some(environment) = &environment
        && !estate.knows_environment(&environment.text)
    {
        report.push(estate.unknown_environment(environment));
    }
    let written_regions = property_named(node, "regions");
    Some(Deploy {
        place: place(node, &kind, estate, report),
        regions: written_regions.as_ref().and_then(|written| regions(written, estate, report)),
        written_regions,
        environment,
        settings: children(node, "set").flat_map(|set| settings(set, 0, &[])).collect(),
        remediate: child_text(node, "remediate").map(|how| how.text),
        excluded: excluded(node, &kind, estate, report),
        span: node.header_span(),
    })
}

fn place(node: Node<'_>, kind: &Named, estate: &Estate, report: &mut Report) -> Option<Place> {
    let name = node.argument(1).and_then(named);
    match (kind.text.as_str(), name) {
        ("organization", _) => Some(Place::Organization),
        ("account", Some(name)) => {
            let place = estate.accounts.iter().position(|account| account.name.text == name.text);
            if place.is_none() {
                report.push(estate.unknown_account(&name));
            }
            place.map(Place::Account)
        }
        ("ou", Some(name)) => {
            let place = estate.units.iter().position(|unit| unit.name.text == name.text);
            if place.is_none() {
                report.push(estate.unknown_unit(&name));
            }
            place.map(Place::Unit)
        }
        ("account" | "ou", None) => {
            report.push(
                Diagnostic::new(Code::MissingArgument, "`deploy` needs the name of its place")
                    .at(node.header_span(), "deployed where?")
                    .help("write the name of the account or unit after its kind"),
            );
            None
        }
        (_, _) => None,
    }
}

fn regions(written: &Named, estate: &Estate, report: &mut Report) -> Option<Vec<String>> {
    let regions = estate.regions(&written.text);
    if regions.is_none() {
        report.push(estate.unknown_region(written));
    }
    regions
}

/// Accounts left out of an organization or a unit; one account has none to leave out.
fn excluded(node: Node<'_>, kind: &Named, estate: &Estate, report: &mut Report) -> Vec<String> {
    let mut ids = Vec::new();
    if let Some(child) = node.child("exclude-accounts").filter(|_| kind.text == "account") {
        report.push(
            Diagnostic::new(Code::UnknownNode, "a deploy to one account leaves no account out")
                .at(child.name_span(), "not possible here")
                .with(kind.span, "deployed to one")
                .help("take it away, or deploy to the unit or the organization"),
        );
    }
    for name in node.child("exclude-accounts").into_iter().flat_map(Node::arguments).filter_map(named) {
        match estate.account(&name.text) {
            Some(account) => ids.push(account.id.text.clone()),
            None => report.push(estate.unknown_account(&name)),
        }
    }
    ids.sort();
    ids
}

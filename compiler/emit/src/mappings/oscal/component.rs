//! A component definition: the rules that stand somewhere, each with the controls of a framework that it helps to prove.

use std::collections::BTreeMap;

use plan::{Asked, Framework, Publication, PublishedRule, Standing, State, Strength};
use serde::Serialize;
use serde_json::json;

use super::{Property, control_id, document, file, id, nested, text};
use crate::in_force::sets;
use crate::index::line;
use crate::words::claimant;
use crate::{Artifact, catalogue};

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Requirement<'a> {
    uuid: String,
    control_id: String,
    description: String,
    props: Vec<Property<'a>>,
}

/// The document; none where no rule of the framework stands anywhere.
pub(super) fn artifact(publication: &Publication<'_>, framework: &Framework) -> Option<Artifact> {
    let components: Vec<String> =
        publication.rules.iter().filter_map(|rule| component(publication, framework, rule)).collect();
    if components.is_empty() {
        return None;
    }
    let path = file("component-definitions", &framework.name);
    let title = format!("Rules that prove {}", framework.title);
    let lists = [("components", components)];
    Some(document(publication, "component-definition", path, &title, &framework.version, &[], &lists))
}

fn component(
    publication: &Publication<'_>,
    framework: &Framework,
    rule: &PublishedRule<'_>,
) -> Option<String> {
    let mut controls: BTreeMap<&str, Vec<&Asked<'_>>> = BTreeMap::new();
    for asked in rule.asked.iter().filter(|asked| asked.spot.framework.name == framework.name) {
        if stands(asked) {
            controls.entry(&asked.spot.control.id).or_default().push(asked);
        }
    }
    if controls.is_empty() {
        return None;
    }
    let requirements: Vec<String> =
        controls.values().map(|asked| line(&requirement(publication, framework, rule, asked))).collect();
    let description = rule.words.map(|words| words.title.as_str()).unwrap_or_default();
    let mut head = json!({
        "uuid": id(publication, &["rule", rule.name]),
        "type": "validation",
        "title": text::line(rule.name, "rule"),
        "description": text::line(description, &format!("AWS Config rule {}", rule.name)),
    });
    if let Some(known) = facts::managed_rule(rule.name) {
        let named = Property::own("managed-rule", known.identifier);
        head["props"] = named.into_iter().map(|property| json!(property)).collect();
        head["links"] = json!([{ "href": catalogue::page(rule.name), "rel": "reference" }]);
    }
    let implementation = json!({
        "uuid": id(publication, &["implementation", &framework.name, rule.name]),
        "source": format!("../{}", file("profiles", &framework.name)),
        "description": text::line(&format!("What it proves of {}", framework.title), "What it proves"),
    });
    let implementation = nested(&implementation, "implemented-requirements", &requirements, 6);
    Some(nested(&head, "control-implementations", &[implementation], 4))
}

/// Whether the rule stands somewhere, for a control that applies.
fn stands(asked: &Asked<'_>) -> bool {
    let applies = asked.spot.control.state != State::NotApplicable;
    applies
        && match asked.row.standing {
            Standing::Collected | Standing::Unlisted | Standing::Provided => true,
            Standing::ByHand | Standing::Absent(_) => false,
        }
}

/// One requirement for a control, however many of its rows name the rule.
fn requirement<'a>(
    publication: &Publication<'_>,
    framework: &Framework,
    rule: &PublishedRule<'_>,
    asked: &[&Asked<'_>],
) -> Requirement<'a> {
    let control = asked[0].spot.control;
    let sentences: Vec<String> = asked.iter().map(|asked| sentence(publication, asked)).collect();
    let strongest = asked.iter().map(|asked| asked.row.strength).max();
    Requirement {
        uuid: id(publication, &["requirement", &framework.name, rule.name, &control.id]),
        control_id: control_id(&control.id),
        description: text::line(&sentences.join(" "), ""),
        props: strongest
            .and_then(|strength| Property::own("strength", strength.word()))
            .into_iter()
            .collect(),
    }
}

fn sentence(publication: &Publication<'_>, asked: &Asked<'_>) -> String {
    let mut out = match asked.row.strength {
        Strength::Full => "Proves it in full",
        Strength::Partial => "Proves a part of it",
        Strength::Supporting => "Supports it",
    }
    .to_owned();
    let sets = sets(publication, *asked);
    if !sets.is_empty() {
        out.push_str(&format!(" ({})", sets.join(" or ")));
    }
    out.push_str(&format!(", as {} says", claimant(&asked.row.source)));
    if !asked.row.date.is_empty() {
        out.push_str(&format!(" since {}", asked.row.date));
    }
    out.push('.');
    out
}

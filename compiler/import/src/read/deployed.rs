//! Rules and remediations that are deployed, whoever says so, as packs: those of a conformance pack together, the others together.

use std::collections::BTreeMap;

use diagnostics::{Code, Diagnostic, Report};
use facts::limits::AUDIT_PACK_RULE_SUFFIX;
use source::{FileId, Span};

use super::{Resource, remediation, rule, stem};
use crate::document::{Node, Placed};
use crate::loss::loss;
use crate::pack::{Origin, Pack, Remediation, Rest, Rule, Value};

/// Who makes the rules of conformance packs.
const PACKS: &str = "config-conforms.amazonaws.com";

/// What was found so far, by the id of the conformance pack; the empty id is of none.
#[derive(Default)]
pub(super) struct Deployed {
    groups: BTreeMap<String, Group>,
    /// The names of conformance packs by their ids.
    names: BTreeMap<String, Placed<String>>,
}

struct Group {
    file: FileId,
    name: String,
    holder: Span,
    rules: Vec<Rule>,
    remediations: Vec<Remediation>,
}

/// Where a rule or remediation was found.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) file: FileId,
    pub(super) path: &'a str,
    /// What holds it.
    pub(super) holder: Span,
}

impl Deployed {
    /// Adds a rule in CloudFormation's shape; `maker` is the service that made it, if one did.
    pub(super) fn rule(
        &mut self,
        properties: &Node,
        maker: Option<&Placed<String>>,
        place: Place<'_>,
        report: &mut Report,
    ) {
        let Some((name, id)) = named(properties, report) else { return };
        if let Some(maker) = maker.filter(|maker| maker.value != PACKS) {
            report.push(made_by(&name, maker));
            return;
        }
        let Some(mut rule) = rule::read(&resource(&name, properties), report) else { return };
        rule.name = Some(name);
        self.group(id, place).rules.push(rule);
    }

    /// Adds a remediation in CloudFormation's shape.
    pub(super) fn remediation(&mut self, properties: &Node, place: Place<'_>, report: &mut Report) {
        let Some((name, id)) = named(properties, report) else { return };
        let Some(mut remediation) = remediation::read(&resource(&name, properties), report) else { return };
        remediation.rule = Value::Text(name);
        self.group(id, place).remediations.push(remediation);
    }

    /// Names a conformance pack.
    pub(super) fn name(&mut self, id: &str, name: Placed<String>) {
        let id = id.strip_prefix("conformance-pack-").unwrap_or(id);
        self.names.insert(id.to_owned(), name);
    }

    fn group(&mut self, id: String, place: Place<'_>) -> &mut Group {
        self.groups.entry(id).or_insert_with(|| Group {
            file: place.file,
            name: stem(place.path).to_owned(),
            holder: place.holder,
            rules: Vec::new(),
            remediations: Vec::new(),
        })
    }

    /// The packs; remediations whose rule was not among the files are reported, and names of packs without a rule.
    pub(super) fn packs(self, report: &mut Report) -> Vec<Pack> {
        let Self { groups, names } = self;
        let lonely = names.iter().filter(|(id, _)| !groups.contains_key(*id));
        lonely.for_each(|(_, name)| report.push(without_rules(name)));
        let packs = groups.into_iter().map(|(id, group)| {
            let named = names.get(&id);
            let made_up = || if id.is_empty() { group.name } else { format!("conformance-pack-{id}") };
            Pack {
                file: group.file,
                name: named.map_or_else(made_up, |name| name.value.clone()),
                named: named.map(|name| name.span),
                origin: Origin::State,
                head: Vec::new(),
                description: None,
                parameters: Vec::new(),
                conditions: Vec::new(),
                rules: group.rules,
                remediations: group.remediations,
                resources: group.holder,
                rest: Rest::default(),
            }
        });
        let mut kept = Vec::new();
        for pack in packs {
            if pack.rules.is_empty() {
                pack.remediations.iter().for_each(|one| report.push(remediation::ruleless(one)));
            } else {
                kept.push(pack);
            }
        }
        kept
    }
}

fn resource<'d>(id: &'d Placed<String>, properties: &'d Node) -> Resource<'d> {
    Resource {
        id,
        whole: properties,
        properties,
        condition: None,
        comment: Vec::new(),
        origin: Origin::State,
    }
}

/// The name of the rule that properties are about, and the id of its conformance pack, which is empty where it is of none.
fn named(properties: &Node, report: &mut Report) -> Option<(Placed<String>, String)> {
    let Some(Placed { value, span }) = properties.get("ConfigRuleName").and_then(Node::text) else {
        report.push(nameless(properties.span));
        return None;
    };
    let parts = value.rsplit_once(&format!("{AUDIT_PACK_RULE_SUFFIX}-"));
    let (name, id) = parts.unwrap_or((&value, ""));
    Some((Placed { value: name.to_owned(), span }, id.to_owned()))
}

fn nameless(place: Span) -> Diagnostic {
    Diagnostic::new(Code::MissingKey, "a rule or remediation that names no rule")
        .at(place, "has no name of a rule")
        .help("state the rule's name")
}

fn without_rules(name: &Placed<String>) -> Diagnostic {
    let message = format!("the rules of the pack `{}` are in none of the files", name.value);
    loss(message, name.span, "is left out", "import the output of `describe-config-rules` with it")
}

fn made_by(name: &Placed<String>, maker: &Placed<String>) -> Diagnostic {
    let help = "the service makes and deletes its rules itself; nobody else can change them";
    loss(format!("`{}` belongs to {}", name.value, maker.value), name.span, "is left out", help)
}

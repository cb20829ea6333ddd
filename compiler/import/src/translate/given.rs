//! What a rule's parameter gets: a text, a parameter of the pack, or nothing; what CloudFormation computes is told as lost.

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::Report;

use super::value::Typed;
use crate::kdl::Node;
use crate::loss::loss;
use crate::pack::{Name, Pack, Test, Value, usual};

/// What a rule's parameter gets.
pub(super) enum Given {
    /// Nothing.
    Nothing,
    /// A text.
    Text(String),
    /// The value of a pack's parameter.
    Parameter(String),
}

/// The template parameters that rules use, and what their uses say of them.
pub(super) struct Uses<'p> {
    pack: &'p Pack,
    found: BTreeMap<&'p str, Use>,
    /// Parameters for the ARNs of functions that the template names.
    functions: Vec<Node>,
}

struct Use {
    kind: &'static str,
    default: Option<String>,
    optional: bool,
    /// What a rule gets where it is empty.
    empty: Option<String>,
}

impl<'p> Uses<'p> {
    pub(super) fn new(pack: &'p Pack) -> Self {
        Self { pack, found: BTreeMap::new(), functions: Vec::new() }
    }

    /// What a value comes to.
    pub(super) fn given(&mut self, value: &'p Value, typed: &Typed<'_>, report: &mut Report) -> Given {
        match value {
            Value::Text(text) if text.value.is_empty() => Given::Nothing,
            Value::Text(text) => Given::Text(text.value.clone()),
            Value::Nothing(_) => Given::Nothing,
            Value::Parameter(name) if self.pack.parameter(&name.value).is_some() => {
                self.parameter(&name.value, false, None, typed, report)
            }
            Value::Choice { condition, then, otherwise } => {
                let test = self.pack.condition(&condition.value).map(|known| &known.test);
                match (test, &**then, &**otherwise) {
                    (Some(Test::Given(name)), Value::Parameter(used), Value::Nothing(_))
                        if used.value == *name =>
                    {
                        self.parameter(name, true, None, typed, report)
                    }
                    (Some(Test::Given(name)), Value::Parameter(used), Value::Text(text))
                        if used.value == *name =>
                    {
                        self.parameter(name, false, Some(&text.value), typed, report)
                    }
                    (Some(Test::Equals(name, text)), Value::Nothing(_), Value::Parameter(used))
                        if used.value == *name && text.is_empty() =>
                    {
                        self.parameter(name, true, None, typed, report)
                    }
                    (_, _, _) => self.computed(value, report),
                }
            }
            Value::Parameter(_) | Value::Other(_) => self.computed(value, report),
        }
    }

    /// The value where every template parameter has its default; what a deploy could make of it is lost.
    fn computed(&self, value: &Value, report: &mut Report) -> Given {
        let usual = usual(self.pack, value);
        let label = match usual {
            Some(Some(text)) => format!("becomes `{text}`, as it is by default"),
            Some(None) => "becomes nothing, as it is by default".to_owned(),
            None => "becomes nothing".to_owned(),
        };
        let help = "state the value in the source, or make it a parameter of the pack";
        report.push(loss("a value that CloudFormation computes".to_owned(), value.span(), &label, help));
        match usual {
            Some(Some(text)) if !text.is_empty() => Given::Text(text.to_owned()),
            Some(_) | None => Given::Nothing,
        }
    }

    /// A parameter of the pack; `empty` is what the rule gets where the parameter is empty.
    fn parameter(
        &mut self,
        name: &str,
        optional: bool,
        empty: Option<&str>,
        typed: &Typed<'_>,
        report: &mut Report,
    ) -> Given {
        let Some(parameter) = self.pack.parameter(name) else { return Given::Nothing };
        if let Some(used) = self.found.get_mut(name) {
            used.optional |= optional;
            let other = empty.filter(|empty| used.empty.as_deref() != Some(empty));
            if let (Some(empty), Some(default)) = (other, &parameter.default) {
                let message = format!("`{empty}` where `{name}` is empty");
                let help = "a parameter of a pack has one default: state another parameter for this rule";
                report.push(loss(message, default.span, "is left out", help));
            }
            return Given::Parameter(name.to_owned());
        }
        let stated = parameter.default.as_ref().map(|default| default.value.as_str());
        let text = stated.filter(|text| !text.is_empty()).or(empty);
        let written = text.and_then(|text| typed.written(text));
        if let (Some(text), None, Some(default)) = (text, &written, &parameter.default) {
            let message = format!("`{text}` cannot be the default of `{name}`");
            report.push(loss(message, default.span, "is left out", "state one that fits in the source"));
        }
        let default = match (written, optional || stated == Some("")) {
            (Some(items), _) if items.len() == 1 => Some(items[0].clone()),
            (Some(_), _) => text.map(|text| syntax::quote(&typed.joined(text))),
            (None, true) => Some(syntax::quote("")),
            (None, false) => None,
        };
        self.allowed(parameter, typed, report);
        self.found.insert(
            &parameter.name.value,
            Use { kind: typed.word(), default, optional, empty: empty.map(str::to_owned) },
        );
        Given::Parameter(name.to_owned())
    }

    /// The catalogue's own list of values needs no other.
    fn allowed(&self, parameter: &crate::pack::Parameter, typed: &Typed<'_>, report: &mut Report) {
        let fewer = parameter.allowed.iter().any(|one| typed.written(&one.value).is_none())
            || parameter.allowed.len() < typed.choices();
        if let Some(first) = parameter.allowed.first().filter(|_| fewer) {
            let message = format!("`{}` may be any value of its type", parameter.name.value);
            report.push(loss(message, first.span, "the list is left out", "deploys state the values"));
        }
    }

    /// The parameter that holds the ARN of a function.
    pub(super) fn function(&mut self, rule: &str, value: &'p Value, report: &mut Report) -> String {
        let typed = Typed::new(None);
        match self.given(value, &typed, report) {
            Given::Parameter(name) => name,
            Given::Text(arn) => {
                let message = format!("the function of `{rule}` is a parameter of the pack from now on");
                let label = format!("`{arn}` becomes its default");
                let help = "a function has another ARN in each account and region: set it where the pack is deployed";
                report.push(loss(message, value.span(), label, help));
                self.arn(rule, Some(&arn))
            }
            Given::Nothing => self.arn(rule, None),
        }
    }

    fn arn(&mut self, rule: &str, arn: Option<&str>) -> String {
        let words = rule.split('-').map(|word| word[..1].to_ascii_uppercase() + &word[1..]);
        let name: String = words.chain(["FunctionArn".to_owned()]).collect();
        let node = Node::new("parameter").text(&name).with("type", "string");
        self.functions.push(match arn {
            Some(arn) => node.with("default", arn),
            None => node,
        });
        name
    }

    /// Tells of parameters that no rule takes, and that something else names.
    pub(super) fn rest(&self, report: &mut Report) {
        let Pack { rules, remediations, conditions, .. } = self.pack;
        let of_rules = rules.iter().flat_map(|rule| &rule.names);
        let of_remediations = remediations.iter().flat_map(|one| &one.names);
        let names = conditions.iter().flat_map(|one| &one.names).chain(of_rules).chain(of_remediations);
        let named: BTreeSet<&str> = names
            .filter_map(|name| match name {
                Name::Ref(name) => Some(name.value.as_str()),
                Name::Condition(_) => None,
            })
            .collect();
        for parameter in &self.pack.parameters {
            let name = parameter.name.value.as_str();
            // Of one that nothing names that was reported.
            if named.contains(name) && !self.found.contains_key(name) {
                let help = "state it in the source for what it is to change";
                let message = format!("no rule takes the template parameter `{name}`");
                report.push(loss(message, parameter.name.span, "is left out", help));
            }
        }
    }

    /// The pack's parameters, in the template's order.
    pub(super) fn nodes(&self) -> Vec<(String, Node)> {
        let known = self.pack.parameters.iter();
        let used = known.filter_map(|one| Some((one, self.found.get(one.name.value.as_str())?)));
        let mut nodes: Vec<(String, Node)> = used
            .map(|(parameter, used)| {
                let name = &parameter.name.value;
                let mut node = Node::new("parameter").text(name).with("type", used.kind);
                node = node.under(&parameter.comment);
                if let Some(default) = &used.default {
                    node = node.with_written("default", default);
                }
                if used.optional && used.default.as_deref() != Some("\"\"") {
                    node = node.with_written("optional", "#true");
                }
                if let Some(text) = parameter.description.as_ref().filter(|text| !text.value.is_empty()) {
                    node = node.with("description", &text.value);
                }
                (name.clone(), node)
            })
            .collect();
        nodes.extend(self.functions.iter().map(|node| (node.first().to_owned(), node.clone())));
        nodes
    }
}

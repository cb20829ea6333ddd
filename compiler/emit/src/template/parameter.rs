//! Template parameters. The condition of one that is optional tells whether it was given.

use plan::{Instance, Pack, PackParameter, RuleSource, Value as Given};

use super::{logical_id::camel_case, words};
use crate::print::yaml::Value;

/// The parameters that these instances use, in the pack's order.
pub(crate) fn used<'a>(pack: &'a Pack, instances: &[&Instance]) -> Vec<&'a PackParameter> {
    let names: std::collections::BTreeSet<&str> = instances.iter().flat_map(|one| names(one)).collect();
    pack.parameters.iter().filter(|parameter| names.contains(parameter.name.as_str())).collect()
}

/// The names of the parameters that an instance uses.
fn names(instance: &Instance) -> Vec<&str> {
    let given = instance.parameters.iter().filter_map(|(_, value)| match value {
        Given::Parameter(name) => Some(name.as_str()),
        Given::Literal(_) => None,
    });
    let function = match &instance.source {
        RuleSource::Lambda { parameter } => Some(parameter.as_str()),
        RuleSource::Managed { .. } | RuleSource::Policy { .. } => None,
    };
    given.chain(function).collect()
}

/// The parameter's entry in `Parameters`.
pub(super) fn declaration(parameter: &PackParameter) -> Value {
    described(parameter, words::short(&parameter.description))
}

/// The entry with a description that takes as much as any can.
pub(super) fn widest(parameter: &PackParameter) -> Value {
    described(parameter, words::widest())
}

fn described(parameter: &PackParameter, description: String) -> Value {
    let mut entries = vec![("Type".to_owned(), Value::text("String"))];
    entries.extend(parameter.default.iter().map(|text| ("Default".to_owned(), Value::text(text))));
    if !description.is_empty() {
        entries.push(("Description".to_owned(), Value::Text(description)));
    }
    Value::Map(entries)
}

/// The conditions of those that are optional.
pub(super) fn conditions(parameters: &[&PackParameter]) -> Vec<(String, Value)> {
    let optional = parameters.iter().filter(|parameter| parameter.optional);
    optional.map(|parameter| (condition_name(&parameter.name), is_given(&parameter.name))).collect()
}

fn is_given(name: &str) -> Value {
    let empty = Value::List(vec![Value::text(""), reference(name)]);
    Value::map([("Fn::Not", Value::List(vec![Value::map([("Fn::Equals", empty)])]))])
}

/// The value of a rule's parameter.
pub(super) fn value(pack: &Pack, given: &Given) -> Value {
    match given {
        Given::Literal(text) => Value::text(text),
        Given::Parameter(name) => {
            let optional = pack.parameters.iter().any(|one| one.name == *name && one.optional);
            if optional { if_given(name) } else { reference(name) }
        }
    }
}

fn if_given(name: &str) -> Value {
    let choice = vec![Value::Text(condition_name(name)), reference(name), reference("AWS::NoValue")];
    Value::map([("Fn::If", Value::List(choice))])
}

/// A reference to a parameter.
pub(super) fn reference(name: &str) -> Value {
    Value::map([("Ref", Value::text(name))])
}

/// Conditions stand apart from parameters and resources, so that only two parameters could clash.
fn condition_name(parameter: &str) -> String {
    format!(
        "{}IsGiven",
        if parameter.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            parameter.to_owned()
        } else {
            camel_case(parameter)
        }
    )
}

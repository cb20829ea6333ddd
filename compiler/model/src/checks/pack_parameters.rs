//! Parameters of packs: bounds that hold something, defaults of their type and within their bounds, and values, wherever
//! a deploy gives them, that fit each rule that takes them.

use std::collections::BTreeSet;

use diagnostics::{Code, Diagnostic, Report};
use facts::ParameterKind;

use super::instances::parameter_values;
use crate::instance::{Instance, open_parameter};
use crate::model::Model;
use crate::pack::{Pack, PackParameter};
use crate::rule::{Scalar, SettingValue};

pub(super) fn check(model: &Model, found: &[Vec<Instance>], report: &mut Report) {
    for (pack, instances) in model.packs.iter().zip(found) {
        for parameter in &pack.parameters {
            bounds(parameter, report);
            default(parameter, report);
        }
        let mut told = BTreeSet::new();
        for instance in instances {
            taken(pack, instance, &mut told, report);
        }
    }
}

fn bounds(parameter: &PackParameter, report: &mut Report) {
    let name = &parameter.name.text;
    if let (Some(least), Some(most)) = (parameter.min, parameter.max)
        && least > most
    {
        report.push(
            Diagnostic::new(Code::ParameterOutOfRange, format!("no value of `{name}` is possible"))
                .at(parameter.name.span, format!("at least {least}, and at most {most}"))
                .help("`min=` is the smaller of the two")
                .about(name),
        );
    }
}

fn default(parameter: &PackParameter, report: &mut Report) {
    let name = &parameter.name.text;
    let Some(default) = &parameter.default else { return };
    let fits = match (parameter.kind.as_str(), default) {
        ("int", Scalar::Integer(_)) | ("float", Scalar::Integer(_) | Scalar::Number(_)) => true,
        // A default of nothing takes the parameter away from its rules.
        ("int" | "float", Scalar::Text(text)) => text.is_empty(),
        ("int" | "float", Scalar::Number(_) | Scalar::Boolean(_)) => false,
        (_, _) => true,
    };
    if !fits {
        report.push(
            Diagnostic::new(Code::MistypedParameter, format!("the default of `{name}` is no number"))
                .at(parameter.default_span, format!("not of type `{}`", parameter.kind))
                .help("write a number of the type, or another `type=`")
                .about(name),
        );
    }
    if let Scalar::Integer(number) = default
        && !parameter.admits(*number)
    {
        report.push(
            Diagnostic::new(Code::ParameterOutOfRange, format!("`{name}` cannot be {number} by default"))
                .at(parameter.default_span, "outside its own bounds")
                .help("stay within `min=` and `max=`, or change them")
                .about(name),
        );
    }
}

/// Judges the values of each pack parameter that gives one of the rule's its value, each value once for a rule.
fn taken(pack: &Pack, instance: &Instance, told: &mut BTreeSet<(String, source::Span)>, report: &mut Report) {
    let carried = instance
        .values
        .iter()
        .filter_map(|(name, chosen)| Some((name, chosen.value.as_ref().err()?.clone())));
    let open = instance.open.iter().map(|name| (name, open_parameter(&instance.name, name)));
    for (name, carrier) in carried.chain(open) {
        let Some(parameter) = instance.facts.parameters.iter().find(|known| known.name == *name) else {
            continue;
        };
        for (text, span) in parameter_values(pack, &carrier) {
            if !text.is_empty() && told.insert((instance.rule.clone(), span)) {
                super::parameters::value(
                    &instance.rule,
                    parameter,
                    &read(parameter.kind, &text),
                    span,
                    report,
                );
            }
        }
    }
}

/// A text as the rule reads it: a template carries every value as one.
fn read(kind: ParameterKind, text: &str) -> SettingValue {
    let one = match kind {
        ParameterKind::Integer => text.parse().ok().map(Scalar::Integer),
        ParameterKind::Float => text.parse::<f64>().ok().map(|_| Scalar::Number(text.to_owned())),
        ParameterKind::Boolean => text.to_ascii_lowercase().parse().ok().map(Scalar::Boolean),
        ParameterKind::List => {
            let items = text.split(',').map(|item| Scalar::Text(item.trim().to_owned()));
            return SettingValue::List(items.collect());
        }
        ParameterKind::String | ParameterKind::StringMap => None,
    };
    SettingValue::One(one.unwrap_or_else(|| Scalar::Text(text.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::scalar_text;

    #[test]
    fn texts_are_read_as_their_rule_reads_them() {
        let texts = [
            (ParameterKind::Integer, "90", SettingValue::One(Scalar::Integer(90))),
            (ParameterKind::Integer, "ninety", SettingValue::One(Scalar::Text("ninety".to_owned()))),
            (ParameterKind::Boolean, "True", SettingValue::One(Scalar::Boolean(true))),
            (ParameterKind::String, "90", SettingValue::One(Scalar::Text("90".to_owned()))),
        ];
        for (kind, text, expected) in texts {
            assert_eq!(read(kind, text), expected, "{text}");
        }
        let SettingValue::List(items) = read(ParameterKind::List, "22, 3389") else { unreachable!("a list") };
        assert_eq!(items.iter().map(scalar_text).collect::<Vec<_>>(), ["22", "3389"]);
    }
}

//! Stated parameters of rules: they exist, have their type, and lie in their range.

use diagnostics::{Code, Diagnostic, Report, nearest};
use facts::ParameterKind;
use source::{Edit, Span};

use crate::catalogue::{ParameterFacts, RuleFacts};
use crate::control::RowKind;
use crate::instance::facts_of;
use crate::model::Model;
use crate::rule::{Scalar, Setting, SettingValue};

pub(super) fn check(model: &Model, report: &mut Report) {
    let rows =
        model.controls.iter().flat_map(|control| &control.rows).filter(|row| row.kind == RowKind::Rule);
    let of_rows = rows.flat_map(|row| row.settings.iter().map(|setting| (row.name.text.as_str(), setting)));
    let said = model.library_rules.values().chain(model.rules.values());
    let of_rules =
        said.flat_map(|rule| rule.settings.iter().map(|setting| (rule.name.text.as_str(), setting)));
    let of_packs = model
        .packs
        .iter()
        .flat_map(|pack| &pack.settings)
        .map(|setting| (setting.rule.text.as_str(), &setting.setting));
    for (rule, setting) in of_rows.chain(of_rules).chain(of_packs) {
        if let Some(facts) = facts_of(model, rule) {
            parameter(rule, facts, setting, report);
        }
    }
}

fn parameter(rule: &str, facts: &RuleFacts, setting: &Setting, report: &mut Report) {
    let Some(parameter) = facts.parameters.iter().find(|known| known.name == setting.parameter.text) else {
        report.push(unknown(rule, facts, setting));
        return;
    };
    value(rule, parameter, &setting.value, setting.span, report);
}

fn unknown(rule: &str, facts: &RuleFacts, setting: &Setting) -> Diagnostic {
    let names: Vec<&str> = facts.parameters.iter().map(|known| known.name.as_str()).collect();
    let near = nearest(&setting.parameter.text, names.iter().copied());
    let found = Diagnostic::new(
        Code::UnknownParameter,
        format!("`{rule}` has no parameter `{}`", setting.parameter.text),
    )
    .at(setting.parameter.span, "not a parameter of the rule")
    .about(rule);
    match (near.is_empty(), names.is_empty()) {
        (false, _) => found.nearest(setting.parameter.span, &near, syntax::quote),
        (true, true) => found.help("the rule has no parameters"),
        (true, false) => found.help(format!("its parameters are: {}", names.join(", "))),
    }
}

/// Whether a value fits a parameter; what a pack parameter carries is checked where the pack and its deploys say it.
pub(super) fn value(
    subject: &str,
    parameter: &ParameterFacts,
    stated: &SettingValue,
    span: Span,
    report: &mut Report,
) {
    let scalars = match stated {
        SettingValue::Parameter(_) => return,
        SettingValue::One(scalar) => std::slice::from_ref(scalar),
        SettingValue::List(scalars) => scalars,
    };
    if matches!(stated, SettingValue::List(list) if list.len() > 1) && parameter.kind != ParameterKind::List {
        report.push(mistyped(subject, parameter, span, "several values"));
        return;
    }
    for scalar in scalars {
        match problem(parameter, scalar) {
            Some(Problem::Type) => report.push(typed(subject, parameter, scalar, span)),
            Some(Problem::Range(words)) => report.push(
                Diagnostic::new(
                    Code::ParameterOutOfRange,
                    format!(
                        "`{}` of `{subject}` cannot be {}",
                        parameter.name,
                        crate::catalogue::scalar_text(scalar)
                    ),
                )
                .at(span, "outside what it may be")
                .help(words)
                .about(subject),
            ),
            None => {}
        }
    }
}

enum Problem {
    Type,
    Range(String),
}

fn problem(parameter: &ParameterFacts, scalar: &Scalar) -> Option<Problem> {
    let fits = match (parameter.kind, scalar) {
        (ParameterKind::Integer, Scalar::Integer(_))
        | (ParameterKind::Float, Scalar::Integer(_) | Scalar::Number(_))
        | (ParameterKind::Boolean, Scalar::Boolean(_))
        | (ParameterKind::List, Scalar::Integer(_))
        | (ParameterKind::String | ParameterKind::StringMap, Scalar::Text(_)) => true,
        // A comma would make two elements of one.
        (ParameterKind::List, Scalar::Text(text)) => !text.contains(','),
        (
            ParameterKind::Integer
            | ParameterKind::Float
            | ParameterKind::Boolean
            | ParameterKind::List
            | ParameterKind::String
            | ParameterKind::StringMap,
            _,
        ) => false,
    };
    if !fits {
        return Some(Problem::Type);
    }
    let text = crate::catalogue::scalar_text(scalar);
    let is_listed = |text: &str| {
        // A truth is the same in any case.
        let is_truth = parameter.kind == ParameterKind::Boolean;
        parameter.allowed.iter().any(|one| one == text || (is_truth && one.eq_ignore_ascii_case(text)))
    };
    if !parameter.allowed.is_empty() && !is_listed(&text) {
        return Some(Problem::Range(format!("it may be: {}", parameter.allowed.join(", "))));
    }
    match (parameter.range, scalar) {
        (Some((least, most)), Scalar::Integer(number)) if !(least..=most).contains(number) => {
            Some(Problem::Range(format!("it lies between {least} and {most}")))
        }
        (_, _) => None,
    }
}

fn typed(subject: &str, parameter: &ParameterFacts, scalar: &Scalar, span: Span) -> Diagnostic {
    let written = match scalar {
        Scalar::Text(_) => "a text",
        Scalar::Integer(_) | Scalar::Number(_) => "a number",
        Scalar::Boolean(_) => "a truth value",
    };
    let found = mistyped(subject, parameter, span, written);
    let fix = match (parameter.kind, scalar) {
        (ParameterKind::Integer, Scalar::Text(text)) if text.parse::<i64>().is_ok() => Some(text.clone()),
        (ParameterKind::Boolean, Scalar::Text(text)) if text == "true" || text == "false" => {
            Some(format!("#{text}"))
        }
        (ParameterKind::String, Scalar::Integer(_) | Scalar::Number(_)) => {
            Some(format!("\"{}\"", crate::catalogue::scalar_text(scalar)))
        }
        (ParameterKind::String, Scalar::Boolean(truth)) => Some(format!("\"{truth}\"")),
        (_, _) => None,
    };
    match fix {
        Some(text) => found.fix(format!("write `{text}`"), vec![Edit::replace(span, text)]),
        None if parameter.kind == ParameterKind::List => {
            found.help(format!("a list is several arguments: `set {} a b c`", parameter.name))
        }
        None => found,
    }
}

fn mistyped(subject: &str, parameter: &ParameterFacts, span: Span, written: &str) -> Diagnostic {
    let kind = match parameter.kind {
        ParameterKind::Integer => "a whole number",
        ParameterKind::Float => "a number",
        ParameterKind::Boolean => "`#true` or `#false`",
        ParameterKind::List => "a list",
        ParameterKind::String => "a text",
        ParameterKind::StringMap => "a map, as JSON text",
    };
    Diagnostic::new(Code::MistypedParameter, format!("`{}` of `{subject}` is {kind}", parameter.name))
        .at(span, format!("{written} here"))
        .about(subject)
}

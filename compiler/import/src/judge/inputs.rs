//! Parameters of managed rules: they exist, the required ones are given, and every value that can reach them fits.

use diagnostics::{Code, Diagnostic, Report, nearest};
use facts::{ManagedRule, RuleParameter};
use source::{Edit, Span};

use super::fit::{Expected, Misfit};
use super::spoken;
use crate::document::Placed;
use crate::pack::{Input, Pack, Rule, Value};

pub(super) fn check(pack: &Pack, rule: &Rule, managed: &ManagedRule, report: &mut Report) {
    for input in &rule.inputs {
        match managed.parameters.iter().find(|known| known.name == input.name.value) {
            Some(known) => values(pack, rule, known, &input.value, report),
            None => report.push(unknown(rule, managed, &input.name)),
        }
    }
    for known in managed.parameters.iter().filter(|known| known.required) {
        let input = rule.inputs.iter().find(|input| input.name.value == known.name);
        if input.is_none_or(|input| is_nothing(&input.value)) {
            report.push(missing(rule, known, input));
        }
    }
}

/// Whether the value is none, whatever the template's parameters are.
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Nothing(_) => true,
        Value::Choice { then, otherwise, .. } => is_nothing(then) && is_nothing(otherwise),
        Value::Text(_) | Value::Parameter(_) | Value::Other(_) => false,
    }
}

/// Checks every literal that can become the parameter's value.
fn values(pack: &Pack, rule: &Rule, known: &RuleParameter, value: &Value, report: &mut Report) {
    let expected = Expected::from(known);
    match value {
        Value::Text(text) => {
            if let Some(misfit) = expected.misfit(&text.value) {
                report.push(mistyped(rule, known, text, &misfit, expected.mended(&text.value)));
            }
        }
        Value::Parameter(name) => default(pack, rule, known, name, report),
        Value::Choice { then, otherwise, .. } => {
            values(pack, rule, known, then, report);
            values(pack, rule, known, otherwise, report);
        }
        Value::Nothing(_) | Value::Other(_) => {}
    }
}

/// An empty default is the idiom for a parameter that may be left out.
fn default(pack: &Pack, rule: &Rule, known: &RuleParameter, used: &Placed<String>, report: &mut Report) {
    let Some(parameter) = pack.parameter(&used.value) else { return };
    let Some(default) = parameter.default.as_ref().filter(|default| !default.value.is_empty()) else {
        return;
    };
    let expected = Expected::from(known);
    if let Some(misfit) = expected.misfit(&default.value) {
        let mended = expected.mended(&default.value);
        report.push(malformed(rule, known, default, used.span, &misfit, mended));
    }
}

fn unknown(rule: &Rule, managed: &ManagedRule, name: &Placed<String>) -> Diagnostic {
    let names: Vec<&str> = managed.parameters.iter().map(|known| known.name).collect();
    let near = nearest(&name.value, names.iter().copied());
    let message = format!("`{}` has no parameter `{}`", managed.identifier, name.value);
    let found = Diagnostic::new(Code::UnknownParameter, message)
        .at(name.span, "not a parameter of the rule")
        .about(spoken(rule));
    match (near.is_empty(), names.is_empty()) {
        (false, _) => found.nearest(name.span, &near, str::to_owned),
        (true, true) => found.help("the rule has no parameters"),
        (true, false) => found.help(format!("its parameters are: {}", names.join(", "))),
    }
}

fn missing(rule: &Rule, known: &RuleParameter, input: Option<&Input>) -> Diagnostic {
    let place = input.map_or(rule.id.span, |input| input.name.span);
    let message = format!("`{}` does not give `{}`, which it needs", spoken(rule), known.name);
    let found = Diagnostic::new(Code::MissingRuleParameter, message)
        .at(place, format!("without `{}`", known.name))
        .about(spoken(rule));
    match known.default {
        Some(default) => found.help(format!(
            "add it to `InputParameters`; the console fills in `{default}`, a template must say so"
        )),
        None => found.help("add it to `InputParameters`, as a value or from a template parameter"),
    }
}

fn words(misfit: &Misfit, known: &RuleParameter, text: &str) -> (Code, String, String) {
    match misfit {
        Misfit::Type(kind) => (
            Code::MistypedParameter,
            format!("`{}` is {kind}, and `{text}` is none", known.name),
            format!("write {kind}"),
        ),
        Misfit::Range(help) => {
            (Code::ParameterOutOfRange, format!("`{}` cannot be `{text}`", known.name), help.clone())
        }
    }
}

fn mistyped(
    rule: &Rule,
    known: &RuleParameter,
    text: &Placed<String>,
    misfit: &Misfit,
    mended: Option<String>,
) -> Diagnostic {
    let (code, message, help) = words(misfit, known, &text.value);
    let found = Diagnostic::new(code, message)
        .at(text.span, format!("given to `{}`", spoken(rule)))
        .help(help)
        .about(spoken(rule));
    with_fix(found, text.span, mended)
}

fn malformed(
    rule: &Rule,
    known: &RuleParameter,
    default: &Placed<String>,
    used: Span,
    misfit: &Misfit,
    mended: Option<String>,
) -> Diagnostic {
    let (_, message, help) = words(misfit, known, &default.value);
    let found = Diagnostic::new(Code::MalformedDefault, message)
        .at(default.span, "the default")
        .with(used, format!("given to `{}` here", spoken(rule)))
        .help(help)
        .about(spoken(rule));
    with_fix(found, default.span, mended)
}

fn with_fix(found: Diagnostic, span: Span, mended: Option<String>) -> Diagnostic {
    match mended {
        Some(text) => {
            let edit = Edit::replace(span, format!("\"{text}\""));
            found.fix(format!("write `{text}`"), vec![edit])
        }
        None => found,
    }
}

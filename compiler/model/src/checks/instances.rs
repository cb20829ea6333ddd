//! Instances: names that fit, values that a control does not forbid, identifiers that Audit Manager can tell apart.

use std::collections::BTreeMap;

use diagnostics::{Code, Diagnostic, Report};

use crate::instance::{Instance, Origin, strictness};
use crate::model::Model;
use crate::pack::Pack;
use crate::rule::SettingValue;

pub(super) fn check(model: &Model, found: &[Vec<Instance>], report: &mut Report) {
    for (pack, instances) in model.packs.iter().zip(found) {
        for instance in instances {
            name(instance, report);
            overrides(model, pack, instance, report);
            too_long(instance, report);
        }
        if !model.audits.is_empty() {
            identifiers(pack, instances, report);
        }
    }
}

fn name(instance: &Instance, report: &mut Report) {
    let (most, why) = match instance.facts.identifier {
        Some(_) => {
            (facts::limits::RULE_NAME_CHARACTERS, "AWS Config adds a suffix to the names of a pack's rules")
        }
        None => (
            facts::limits::CUSTOM_RULE_NAME_CHARACTERS,
            "its evidence keyword is `Custom_`, the name and `-conformance-pack`: at most 100 characters",
        ),
    };
    if instance.name.len() > most {
        report.push(
            Diagnostic::new(
                Code::NameTooLong,
                format!("`{}` has {} characters", instance.name, instance.name.len()),
            )
            .at(instance.span, format!("at most {most}"))
            .help(why)
            .about(&instance.rule),
        );
    }
}

/// What a pack states over a control's own value must not be looser.
fn overrides(model: &Model, pack: &Pack, instance: &Instance, report: &mut Report) {
    for (parameter, chosen) in instance.values.iter().filter(|(_, chosen)| chosen.origin == Origin::Pack) {
        let Some(span) = chosen.span else { continue };
        let stated = stated_by_controls(model, instance, parameter);
        let values = match &chosen.value {
            Ok(value) => vec![(value.clone(), span)],
            Err(name) => parameter_values(pack, name),
        };
        let known = strictness(model, &instance.rule, parameter);
        for (value, place) in values {
            for (control, theirs, row) in &stated {
                let verdict = known.and_then(|known| known.looser(&value, theirs));
                let code = match verdict {
                    Some(false) => continue,
                    Some(true) => Code::LooserValue,
                    None if value == *theirs => continue,
                    None => Code::UncertainOverride,
                };
                let words = if verdict.is_some() { "is looser than" } else { "may be looser than" };
                report.push(
                    Diagnostic::new(
                        code,
                        format!(
                            "{value} for `{parameter}` of `{}` {words} what `{control}` states",
                            instance.rule
                        ),
                    )
                    .at(place, format!("{value} here"))
                    .with(*row, format!("{theirs} here"))
                    .help("a pack may ask for more than its controls, not for less")
                    .about(&instance.rule),
                );
            }
        }
    }
}

/// The values that the instance's controls state for a parameter.
fn stated_by_controls(
    model: &Model,
    instance: &Instance,
    parameter: &str,
) -> Vec<(String, String, source::Span)> {
    let mut found = Vec::new();
    for control in &instance.controls {
        for stated in &model.evidence_rows[control.index()] {
            let row = &model.control(stated.origin).rows[stated.row];
            let of_rule = row.name.text == instance.rule && row.kind == crate::control::RowKind::Rule;
            for setting in
                row.settings.iter().filter(|setting| of_rule && setting.parameter.text == parameter)
            {
                found.push((
                    model.reference(*control),
                    crate::instance::value_text(&setting.value),
                    setting.span,
                ));
            }
        }
    }
    found.sort();
    found.dedup_by(|a, b| a.2 == b.2);
    found
}

/// Every value that a pack parameter has somewhere, with its place.
pub(super) fn parameter_values(pack: &Pack, name: &str) -> Vec<(String, source::Span)> {
    let declared = pack.parameters.iter().filter(|parameter| parameter.name.text == name);
    let defaults = declared.filter_map(|parameter| {
        Some((crate::catalogue::scalar_text(parameter.default.as_ref()?), parameter.default_span))
    });
    let deploys = pack.deploys.iter().flat_map(|deploy| &deploy.settings);
    let values =
        deploys.filter(|setting| setting.parameter.text == name).filter_map(|setting| match &setting.value {
            SettingValue::One(_) | SettingValue::List(_) => {
                Some((crate::instance::value_text(&setting.value), setting.span))
            }
            SettingValue::Parameter(_) => None,
        });
    defaults.chain(values).collect()
}

/// The service takes all input parameters as one JSON text.
fn too_long(instance: &Instance, report: &mut Report) {
    let length: usize = instance
        .values
        .iter()
        .map(|(name, chosen)| {
            name.chars().count() + chosen.value.as_ref().map_or(16, |value| value.chars().count()) + 6
        })
        .sum();
    if length > facts::limits::INPUT_PARAMETERS_CHARACTERS {
        report.push(
            Diagnostic::new(
                Code::ParametersTooLong,
                format!("the parameters of `{}` take {length} characters", instance.name),
            )
            .at(instance.span, format!("AWS Config takes {}", facts::limits::INPUT_PARAMETERS_CHARACTERS))
            .help("shorten the lists")
            .about(&instance.rule),
        );
    }
}

/// Audit Manager's keyword of a managed rule is its identifier: two instances are one to it.
fn identifiers(pack: &Pack, instances: &[Instance], report: &mut Report) {
    let mut seen: BTreeMap<&str, &Instance> = BTreeMap::new();
    for instance in instances {
        let Some(identifier) = &instance.facts.identifier else { continue };
        if let Some(first) = seen.insert(identifier, instance) {
            report.push(
                Diagnostic::new(
                    Code::IdentifierTwice,
                    format!("`{}` has two instances of `{}`", pack.name.text, instance.rule),
                )
                .at(instance.span, format!("`{}`", instance.name))
                .with(first.span, format!("`{}`", first.name))
                .help("Audit Manager knows a managed rule by its identifier: each control would collect the other's evidence")
                .help(format!("join them: `merge strictest {}`; or accept it: `accept E0510 target={} …`", instance.rule, instance.rule))
                .about(&instance.rule),
            );
        }
    }
}

//! Statements of packs: they concern rules that the pack has, once each.

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::{Code, Diagnostic, Report};
use source::Span;

use crate::control::RowKind;
use crate::framework::FrameworkId;
use crate::instance::{included, strictness};
use crate::model::{Model, Named};
use crate::pack::{Include, Pack};
use crate::rule::SettingValue;

pub(super) fn check(model: &Model, report: &mut Report) {
    for pack in &model.packs {
        let rules = rules_of(model, pack);
        for written in concerned(pack) {
            if !rules.contains(written.text.as_str()) {
                report.push(not_in_pack(pack, written, &rules));
            }
        }
        for label in &pack.instances {
            if !rules.contains(label.rule.text.as_str()) {
                report.push(not_in_pack(pack, &label.rule, &rules));
            }
        }
        included_with_framework(model, pack, report);
        twice(pack, report);
        parameters(pack, report);
        merges(model, pack, report);
        shards(pack, report);
    }
}

/// All rules of the controls that a pack includes, the excluded ones too.
fn rules_of<'m>(model: &'m Model, pack: &Pack) -> BTreeSet<&'m str> {
    included(model, pack)
        .into_iter()
        .flat_map(|control| &model.evidence_rows[control.index()])
        .map(|stated| &model.control(stated.origin).rows[stated.row])
        .filter(|row| row.kind == RowKind::Rule)
        .map(|row| row.name.text.as_str())
        .collect()
}

fn concerned(pack: &Pack) -> impl Iterator<Item = &Named> {
    let excluded = pack.excludes.iter().map(|exclusion| &exclusion.rule);
    let set = pack.settings.iter().map(|setting| &setting.rule);
    let sharded = pack.named_shards.iter().flat_map(|(_, rules)| rules);
    excluded.chain(set).chain(&pack.merges).chain(sharded)
}

fn not_in_pack(pack: &Pack, written: &Named, rules: &BTreeSet<&str>) -> Diagnostic {
    Diagnostic::new(Code::RuleNotInPack, format!("`{}` has no rule `{}`", pack.name.text, written.text))
        .at(written.span, "no included control names it")
        .with(pack.name.span, "the pack")
        .one_of(written.span, &written.text, "rules of the pack", rules.iter().copied(), syntax::quote)
        .about(&written.text)
}

/// A control whose framework is included says nothing.
fn included_with_framework(model: &Model, pack: &Pack, report: &mut Report) {
    let mut whole: BTreeMap<FrameworkId, Span> = BTreeMap::new();
    for include in &pack.includes {
        if let Include::Framework(framework, span) = include {
            whole.entry(*framework).or_insert(*span);
        }
    }
    for include in &pack.includes {
        let Include::Control(control, span) = include else { continue };
        let Some(framework) = whole.get(&model.control(*control).framework) else { continue };
        let name = model.reference(*control);
        report.push(
            Diagnostic::new(Code::SaidTwice, format!("`{}` takes `{name}` twice", pack.name.text))
                .at(*span, "taken again")
                .with(*framework, "comes with its framework")
                .help("include the framework, or only the controls that the pack needs")
                .about(name),
        );
    }
}

fn twice(pack: &Pack, report: &mut Report) {
    let mut seen: BTreeMap<(&str, &str), Span> = BTreeMap::new();
    for setting in &pack.settings {
        let key = (setting.rule.text.as_str(), setting.setting.parameter.text.as_str());
        if let Some(earlier) = seen.insert(key, setting.setting.span) {
            report.push(
                Diagnostic::new(
                    Code::TwoStatements,
                    format!("`{}` sets `{}` of `{}` twice", pack.name.text, key.1, key.0),
                )
                .at(setting.setting.span, "set again")
                .with(earlier, "first set here")
                .help("a pack states a parameter once")
                .about(key.0),
            );
        }
    }
    let mut excluded: BTreeMap<&str, Span> = BTreeMap::new();
    for exclusion in &pack.excludes {
        if let Some(earlier) = excluded.insert(&exclusion.rule.text, exclusion.rule.span) {
            report.push(
                Diagnostic::new(
                    Code::TwoStatements,
                    format!("`{}` excludes `{}` twice", pack.name.text, exclusion.rule.text),
                )
                .at(exclusion.rule.span, "excluded again")
                .with(earlier, "first excluded here")
                .help("exclude it once")
                .about(&exclusion.rule.text),
            );
        }
    }
}

/// Parameters of the pack: declared once, found where they are named, within their own bounds.
fn parameters(pack: &Pack, report: &mut Report) {
    let mut declared: BTreeMap<&str, Span> = BTreeMap::new();
    for parameter in &pack.parameters {
        if let Some(earlier) = declared.insert(&parameter.name.text, parameter.name.span) {
            report.push(crate::declare::duplicate("pack parameter", &parameter.name, earlier));
        }
    }
    for setting in &pack.settings {
        if let SettingValue::Parameter(name) = &setting.setting.value
            && !declared.contains_key(name.as_str())
        {
            let written = Named { text: name.clone(), span: setting.setting.span };
            report.push(unknown_parameter(pack, &written, |name| {
                format!("(parameter){}", syntax::quote(name))
            }));
        }
    }
    for deploy in &pack.deploys {
        for setting in &deploy.settings {
            if !declared.contains_key(setting.parameter.text.as_str())
                && !is_generated(&setting.parameter.text)
            {
                report.push(unknown_parameter(pack, &setting.parameter, syntax::quote));
            }
        }
    }
}

/// Parameters that the compiler adds are checked where it adds them.
fn is_generated(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
}

fn unknown_parameter(pack: &Pack, written: &Named, render: impl Fn(&str) -> String) -> Diagnostic {
    let names = pack.parameters.iter().map(|parameter| parameter.name.text.as_str());
    Diagnostic::new(
        Code::UnknownPackParameter,
        format!("`{}` has no parameter `{}`", pack.name.text, written.text),
    )
    .at(written.span, "not declared")
    .with(pack.name.span, "the pack")
    .one_of(written.span, &written.text, "parameters of the pack", names, render)
    .about(&written.text)
}

/// A merge needs a direction for at least one parameter of the rule.
fn merges(model: &Model, pack: &Pack, report: &mut Report) {
    for rule in &pack.merges {
        let Some(facts) = crate::instance::facts_of(model, &rule.text) else { continue };
        let known =
            facts.parameters.iter().any(|parameter| strictness(model, &rule.text, &parameter.name).is_some());
        if !known {
            report.push(
                Diagnostic::new(
                    Code::UnknownStrictness,
                    format!("nothing says which value of `{}` is stricter", rule.text),
                )
                .at(rule.span, "cannot be merged by strictness")
                .help(format!("state it: `rule {} {{ parameter P stricter=lower reason=\"…\" }}`", rule.text))
                .about(&rule.text),
            );
        }
    }
}

fn shards(pack: &Pack, report: &mut Report) {
    let Some((count, span)) = pack.shards else { return };
    let fits = u32::try_from(count).is_ok_and(|count| count.is_power_of_two() && count <= 256);
    if !fits {
        report.push(
            Diagnostic::new(Code::WrongValue, "the number of shards is a power of two, at most 256")
                .at(span, format!("{count} is not"))
                .help("write 1, 2, 4, 8 … shards")
                .about(&pack.name.text),
        );
    }
}

//! Joins the bindings of a rule into groups that agree, and finds the name of each.

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::Report;
use source::Span;

use super::strictness::{strictest, strictness};
use super::{Binding, faults};
use crate::catalogue::scalar_text;
use crate::framework::{ControlId, FrameworkId};
use crate::model::Model;
use crate::pack::Pack;
use crate::rule::{Scope, SettingValue};

/// The scope and the frequency take part in disputes like parameters; no parameter has these names.
const SCOPE: &str = " scope";
const FREQUENCY: &str = " frequency";

/// Bindings that agree.
pub(super) struct Group {
    /// The instance's name.
    pub(super) name: String,
    /// What the bindings state, with the place of each value.
    pub(super) stated: BTreeMap<String, (String, Span)>,
    pub(super) scope: Option<Scope>,
    pub(super) frequency: Option<String>,
    pub(super) controls: Vec<ControlId>,
    pub(super) span: Span,
}

/// What the rows of one framework and label state together.
struct Joined<'m> {
    framework: FrameworkId,
    label: Option<String>,
    stated: BTreeMap<String, (String, Span)>,
    scope: Option<&'m Scope>,
    controls: Vec<ControlId>,
    span: Span,
}

/// What sets one group apart: its label, and its values of what is disputed.
type Key = (Option<String>, Vec<Option<String>>);

/// The groups of a rule in a pack.
pub(super) fn groups(
    model: &Model,
    pack: &Pack,
    rule: &str,
    bindings: Vec<Binding<'_>>,
    report: &mut Report,
) -> Vec<Group> {
    let mut joined = join(rule, bindings, report);
    settle_by_pack(model, pack, rule, &mut joined);
    let disputed = disputed(&joined);
    let mut groups: BTreeMap<Key, Vec<Joined<'_>>> = BTreeMap::new();
    let home = home_values(model, rule, &disputed, &joined);
    for part in joined {
        let label = part.label.clone().or_else(|| label_of(pack, rule, part.framework));
        let values: Vec<Option<String>> = disputed
            .iter()
            .zip(&home)
            .map(|(name, home)| {
                part.stated.get(name).map(|(value, _)| value.clone()).or_else(|| home.clone())
            })
            .collect();
        groups.entry((label, values)).or_default().push(part);
    }
    let unlabelled = groups.keys().filter(|(label, _)| label.is_none()).count();
    let mut named = Vec::new();
    for ((label, values), parts) in groups {
        let holds_name = label.is_none() && (unlabelled == 1 || values == home);
        if label.is_none() && !holds_name {
            report.push(faults::needs_label(
                model,
                pack,
                rule,
                &disputed,
                &values,
                parts[0].span,
                &parts.iter().map(|part| part.framework).collect(),
            ));
        }
        let name = label.map_or_else(|| rule.to_owned(), |label| format!("{rule}-{label}"));
        named.push(group(name, parts));
    }
    named
}

fn group(name: String, parts: Vec<Joined<'_>>) -> Group {
    let mut stated = BTreeMap::new();
    let mut controls = BTreeSet::new();
    let span = parts[0].span;
    let scope = parts.iter().find_map(|part| part.scope).cloned();
    for part in parts {
        controls.extend(part.controls);
        stated.extend(part.stated);
    }
    stated.remove(SCOPE);
    let frequency = stated.remove(FREQUENCY).map(|(value, _)| value);
    Group { name, stated, scope, frequency, controls: controls.into_iter().collect(), span }
}

/// Joins the bindings of each framework and label; two values for one parameter there are an error.
fn join<'m>(rule: &str, bindings: Vec<Binding<'m>>, report: &mut Report) -> Vec<Joined<'m>> {
    let mut joined: BTreeMap<(FrameworkId, Option<String>), Joined<'m>> = BTreeMap::new();
    for binding in bindings {
        let label = binding.row.label.as_ref().map(|label| label.text.clone());
        let part = joined.entry((binding.framework, label.clone())).or_insert_with(|| Joined {
            framework: binding.framework,
            label,
            stated: BTreeMap::new(),
            scope: None,
            controls: Vec::new(),
            span: binding.row.span,
        });
        part.controls.push(binding.control);
        part.scope = part.scope.or(binding.row.scope.as_deref());
        for (name, value, span) in statements(binding.row) {
            match part.stated.get(&name) {
                Some((earlier, place)) if *earlier != value && *place != span => {
                    report.push(faults::disputed(rule, &name, (&value, span), (earlier, *place)));
                }
                Some(_) => {}
                None => {
                    part.stated.insert(name, (value, span));
                }
            }
        }
    }
    joined.into_values().collect()
}

/// What a row states: its parameters, its scope and its frequency.
fn statements(row: &crate::control::Row) -> Vec<(String, String, Span)> {
    let mut all: Vec<(String, String, Span)> = row
        .settings
        .iter()
        .map(|setting| (setting.parameter.text.clone(), value_text(&setting.value), setting.span))
        .collect();
    if let Some(scope) = &row.scope {
        all.push((SCOPE.to_owned(), scope_text(scope), row.span));
    }
    if let Some(frequency) = &row.frequency {
        all.push((FREQUENCY.to_owned(), frequency.text.clone(), frequency.span));
    }
    all
}

/// A stated value as services take it.
#[must_use]
pub fn value_text(value: &SettingValue) -> String {
    match value {
        SettingValue::One(scalar) => scalar_text(scalar),
        SettingValue::List(scalars) => scalars.iter().map(scalar_text).collect::<Vec<_>>().join(","),
        SettingValue::Parameter(name) => format!("(parameter){name}"),
    }
}

pub(super) fn scope_text(scope: &Scope) -> String {
    match scope {
        Scope::Types(types) => {
            let mut names: Vec<&str> = types.iter().map(|name| name.text.as_str()).collect();
            names.sort_unstable();
            names.join(",")
        }
        Scope::Tag { key, value } => format!("tag {}={}", key.text, value.as_deref().unwrap_or("*")),
    }
}

/// A pack's own value ends a dispute; so does `merge strictest` where the direction is known.
fn settle_by_pack(model: &Model, pack: &Pack, rule: &str, joined: &mut [Joined<'_>]) {
    for setting in pack.settings.iter().filter(|setting| setting.rule.text == rule) {
        for part in joined.iter_mut() {
            part.stated.remove(&setting.setting.parameter.text);
        }
    }
    if !pack.merges.iter().any(|merged| merged.text == rule) {
        return;
    }
    for name in disputed(joined) {
        let values: Vec<(String, Span)> =
            joined.iter().filter_map(|part| part.stated.get(&name)).cloned().collect();
        if let Some(best) = strictness(model, rule, &name).and_then(|known| strictest(known, &values)) {
            for part in joined.iter_mut() {
                if part.stated.contains_key(&name) {
                    part.stated.insert(name.clone(), best.clone());
                }
            }
        }
    }
}

/// Names of what is stated with more than one value.
fn disputed(joined: &[Joined<'_>]) -> Vec<String> {
    let mut values: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for part in joined.iter().filter(|part| part.label.is_none()) {
        for (name, (value, _)) in &part.stated {
            values.entry(name).or_default().insert(value);
        }
    }
    values.into_iter().filter(|(_, values)| values.len() > 1).map(|(name, _)| name.to_owned()).collect()
}

/// The disputed values of the group that keeps the rule's name: those that a `rule` declaration states.
fn home_values(model: &Model, rule: &str, disputed: &[String], joined: &[Joined<'_>]) -> Vec<Option<String>> {
    disputed
        .iter()
        .map(|name| {
            let declared = model
                .statements(rule)
                .flat_map(|said| &said.settings)
                .filter(|setting| setting.parameter.text == *name)
                .last()
                .map(|setting| value_text(&setting.value));
            let known = |value: &String| {
                joined.iter().any(|part| part.stated.get(name).is_some_and(|(v, _)| v == value))
            };
            declared.filter(known)
        })
        .collect()
}

fn label_of(pack: &Pack, rule: &str, framework: FrameworkId) -> Option<String> {
    pack.instances
        .iter()
        .find(|instance| instance.rule.text == rule && instance.framework == Some(framework))
        .map(|instance| instance.label.text.clone())
}

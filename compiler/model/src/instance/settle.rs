//! Gives an instance its values: the most specific statement of each parameter wins.

use std::collections::BTreeMap;

use source::Span;

use super::Instance;
use super::binding::{Group, value_text};
use crate::catalogue::RuleFacts;
use crate::model::Model;
use crate::pack::Pack;
use crate::program::Package;

/// Who states a value, the least specific first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The catalogue's default.
    Catalogue,
    /// The library's `rule`.
    Library,
    /// The project's `rule`.
    Project,
    /// A control's row.
    Control,
    /// The pack.
    Pack,
}

/// A value and who states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The text for the service, or the name of a pack parameter.
    pub value: Result<String, String>,
    /// Who states it.
    pub origin: Origin,
    /// Where, unless it is the catalogue.
    pub span: Option<Span>,
}

fn chosen(text: String, origin: Origin, span: Option<Span>) -> Chosen {
    let value = match text.strip_prefix("(parameter)") {
        Some(name) => Err(name.to_owned()),
        None => Ok(text),
    };
    Chosen { value, origin, span }
}

/// Every statement of each parameter of the rule, the least specific first. A default of the catalogue is stated for a
/// parameter that is required, and stands below what others state.
fn statements(
    model: &Model,
    pack: &Pack,
    rule: &str,
    facts: &RuleFacts,
    stated: BTreeMap<String, (String, Span)>,
) -> BTreeMap<String, Vec<Chosen>> {
    let mut chains: BTreeMap<String, Vec<Chosen>> = BTreeMap::new();
    let mut state = |name: &str, value| chains.entry(name.to_owned()).or_default().push(value);
    for parameter in &facts.parameters {
        if let Some(default) = &parameter.default {
            state(&parameter.name, chosen(default.clone(), Origin::Catalogue, None));
        }
    }
    for said in model.statements(rule) {
        let origin = if said.package == Package::Std { Origin::Library } else { Origin::Project };
        for setting in &said.settings {
            state(&setting.parameter.text, chosen(value_text(&setting.value), origin, Some(setting.span)));
        }
    }
    for (name, (value, span)) in stated {
        state(&name, chosen(value, Origin::Control, Some(span)));
    }
    for setting in pack.settings.iter().filter(|setting| setting.rule.text == rule).map(|said| &said.setting)
    {
        state(&setting.parameter.text, chosen(value_text(&setting.value), Origin::Pack, Some(setting.span)));
    }
    chains.retain(|name, chain| {
        let known = facts.parameters.iter().find(|parameter| parameter.name == *name);
        let by_default = chain.iter().all(|said| said.origin == Origin::Catalogue);
        known.is_some_and(|parameter| parameter.required || !by_default)
    });
    chains
}

pub(super) fn settle(model: &Model, pack: &Pack, rule: &str, facts: &RuleFacts, group: Group) -> Instance {
    let mut values = BTreeMap::new();
    let mut replaced = BTreeMap::new();
    for (name, mut chain) in statements(model, pack, rule, facts, group.stated) {
        values.extend(chain.pop().map(|last| (name.clone(), last)));
        replaced.insert(name, chain);
    }
    let open = facts
        .parameters
        .iter()
        .filter(|parameter| parameter.required && !values.contains_key(&parameter.name))
        .map(|parameter| parameter.name.clone())
        .collect();
    let declared = model.statements(rule).last();
    Instance {
        name: group.name,
        rule: rule.to_owned(),
        facts: facts.clone(),
        values,
        replaced,
        open,
        lambda: model
            .rules
            .get(rule)
            .and_then(|said| said.lambda.as_ref())
            .map(|parameter| parameter.text.clone()),
        scope: group.scope.or_else(|| declared.and_then(|said| said.scope.clone())),
        frequency: group
            .frequency
            .or_else(|| declared.and_then(|said| said.frequency.as_ref()).map(|stated| stated.text.clone())),
        controls: group.controls,
        span: group.span,
    }
}

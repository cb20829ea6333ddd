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

pub(super) fn settle(model: &Model, pack: &Pack, rule: &str, facts: &RuleFacts, group: Group) -> Instance {
    let mut values: BTreeMap<String, Chosen> = BTreeMap::new();
    for parameter in facts.parameters.iter().filter(|parameter| parameter.required) {
        if let Some(default) = &parameter.default {
            values.insert(parameter.name.clone(), chosen(default.clone(), Origin::Catalogue, None));
        }
    }
    for said in model.statements(rule) {
        let origin = if said.package == Package::Std { Origin::Library } else { Origin::Project };
        for setting in &said.settings {
            let value = chosen(value_text(&setting.value), origin, Some(setting.span));
            values.insert(setting.parameter.text.clone(), value);
        }
    }
    for (name, (value, span)) in group.stated {
        values.insert(name, chosen(value, Origin::Control, Some(span)));
    }
    for setting in pack.settings.iter().filter(|setting| setting.rule.text == rule) {
        let value = chosen(value_text(&setting.setting.value), Origin::Pack, Some(setting.setting.span));
        values.insert(setting.setting.parameter.text.clone(), value);
    }
    values.retain(|name, _| facts.parameters.iter().any(|parameter| parameter.name == *name));
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

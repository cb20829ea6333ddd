//! The rules of a pack by what remediations call them; the first of a name is meant.

use std::collections::BTreeMap;

use super::{Pack, Remediation, Rule, Value};

/// Rules by their names and by their logical ids.
#[derive(Debug)]
pub struct Called<'p> {
    by_name: BTreeMap<&'p str, &'p Rule>,
    by_id: BTreeMap<&'p str, &'p Rule>,
}

impl<'p> Called<'p> {
    /// The rules of a pack.
    #[must_use]
    pub fn new(pack: &'p Pack) -> Self {
        let mut called = Self { by_name: BTreeMap::new(), by_id: BTreeMap::new() };
        for rule in &pack.rules {
            if let Some(name) = &rule.name {
                called.by_name.entry(&name.value).or_insert(rule);
            }
            called.by_id.entry(&rule.id.value).or_insert(rule);
        }
        called
    }

    /// The rule that a remediation belongs to.
    #[must_use]
    pub fn rule_of(&self, remediation: &Remediation) -> Option<&'p Rule> {
        match &remediation.rule {
            Value::Text(name) => self.by_name.get(name.value.as_str()).copied(),
            Value::Parameter(id) => self.by_id.get(id.value.as_str()).copied(),
            Value::Nothing(_) | Value::Choice { .. } | Value::Other(_) => None,
        }
    }
}

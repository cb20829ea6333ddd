//! What a value is where every template parameter has its default.

use super::{Pack, Test, Value};

/// The text that a rule gets, or that it gets none; `None` where that cannot be told.
pub(crate) fn usual<'p>(pack: &'p Pack, value: &'p Value) -> Option<Option<&'p str>> {
    match value {
        Value::Text(text) => Some(Some(&text.value)),
        Value::Parameter(name) => default(pack, &name.value).map(Some),
        Value::Nothing(_) => Some(None),
        Value::Choice { condition, then, otherwise } => {
            usual(pack, if holds(pack, &condition.value)? { then } else { otherwise })
        }
        Value::Other(_) => None,
    }
}

/// Whether a condition holds; `None` where that cannot be told.
pub(crate) fn holds(pack: &Pack, condition: &str) -> Option<bool> {
    match &pack.condition(condition)?.test {
        Test::Given(name) => Some(!default(pack, name)?.is_empty()),
        Test::Equals(name, text) => Some(default(pack, name)? == text),
        Test::Other => None,
    }
}

fn default<'p>(pack: &'p Pack, name: &str) -> Option<&'p str> {
    Some(&pack.parameter(name)?.default.as_ref()?.value)
}

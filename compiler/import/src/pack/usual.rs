//! What a value is where every template parameter has its default.

use super::{Pack, Test, Value};

/// The text that a rule gets, or that it gets none; `None` where that cannot be told.
pub(crate) fn usual<'p>(pack: &'p Pack, value: &'p Value) -> Option<Option<&'p str>> {
    match value {
        Value::Text(text) => Some(Some(&text.value)),
        Value::Parameter(name) => default(pack, &name.value).map(Some),
        Value::Nothing(_) => Some(None),
        Value::Choice { condition, then, otherwise } => {
            let holds = match &pack.condition(&condition.value)?.test {
                Test::Given(name) => !default(pack, name)?.is_empty(),
                Test::Equals(name, text) => default(pack, name)? == text,
                Test::Other => return None,
            };
            usual(pack, if holds { then } else { otherwise })
        }
        Value::Other(_) => None,
    }
}

fn default<'p>(pack: &'p Pack, name: &str) -> Option<&'p str> {
    Some(&pack.parameter(name)?.default.as_ref()?.value)
}

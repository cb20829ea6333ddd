//! Whether a text is a value of a parameter, as leniently as the service reads it.

use facts::{ParameterKind, RuleParameter, RunbookParameter};

/// Why a text is no value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Misfit {
    /// It is of another type; what it should be.
    Type(&'static str),
    /// It is of the type, and not one of the values; what they are.
    Range(String),
}

/// The service takes quotes for a part of the value.
const QUOTES: [char; 2] = ['\'', '"'];

/// What the catalogue says of a value.
pub(super) struct Expected<'p> {
    kind: ParameterKind,
    allowed: &'p [&'static str],
    range: Option<(i64, i64)>,
    max_items: Option<usize>,
}

impl<'p> From<&'p RuleParameter> for Expected<'p> {
    fn from(parameter: &'p RuleParameter) -> Self {
        let RuleParameter { kind, allowed, range, max_items, .. } = parameter;
        Self { kind: *kind, allowed, range: *range, max_items: *max_items }
    }
}

impl<'p> From<&'p RunbookParameter> for Expected<'p> {
    fn from(parameter: &'p RunbookParameter) -> Self {
        let RunbookParameter { kind, allowed, range, .. } = parameter;
        Self { kind: *kind, allowed, range: *range, max_items: None }
    }
}

impl Expected<'_> {
    /// Why `text` is no value; `None` where it is one.
    pub(super) fn misfit(&self, text: &str) -> Option<Misfit> {
        let text = text.trim();
        match self.kind {
            ParameterKind::Integer => match text.parse::<i64>() {
                Err(_) => Some(Misfit::Type("a whole number")),
                Ok(number) => self.outside(number).or_else(|| self.unlisted(text)),
            },
            ParameterKind::Float if text.parse::<f64>().is_err() => Some(Misfit::Type("a number")),
            ParameterKind::Boolean if !is_truth(text) => Some(Misfit::Type("`true` or `false`")),
            ParameterKind::Float | ParameterKind::Boolean | ParameterKind::StringMap => None,
            ParameterKind::String => self.unlisted(text),
            ParameterKind::List => self.list(text),
        }
    }

    fn outside(&self, number: i64) -> Option<Misfit> {
        let (least, most) = self.range.filter(|(least, most)| !(least..=most).contains(&&number))?;
        Some(Misfit::Range(format!("it lies between {least} and {most}")))
    }

    fn unlisted(&self, text: &str) -> Option<Misfit> {
        let known = self.allowed.is_empty() || self.allowed.iter().any(|one| one.eq_ignore_ascii_case(text));
        (!known).then(|| Misfit::Range(format!("it may be: {}", self.allowed.join(", "))))
    }

    fn list(&self, text: &str) -> Option<Misfit> {
        let items: Vec<&str> = text.split(',').map(str::trim).collect();
        if items.iter().any(|item| item.starts_with(QUOTES) || item.ends_with(QUOTES)) {
            return Some(Misfit::Type("a list without quotes, items apart by commas"));
        }
        if let Some(most) = self.max_items.filter(|most| items.len() > *most) {
            return Some(Misfit::Range(format!("it has at most {most} items")));
        }
        items.into_iter().find_map(|item| self.unlisted(item))
    }

    /// The text without quotes and brackets, where that makes it a value.
    pub(super) fn mended(&self, text: &str) -> Option<String> {
        let bare: String = text.chars().filter(|c| !matches!(c, '\'' | '"' | '[' | ']')).collect();
        let bare = bare.split(',').map(str::trim).collect::<Vec<_>>().join(",");
        (bare != text && self.misfit(&bare).is_none()).then_some(bare)
    }
}

fn is_truth(text: &str) -> bool {
    text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false")
}

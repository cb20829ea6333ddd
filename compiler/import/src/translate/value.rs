//! Values of the language from texts of templates: typed as the catalogue types them, and none that it would refuse.

use facts::{ParameterKind, RuleParameter};
use syntax::quote;

/// What is known of a parameter; of one that the catalogue does not have, that it is text.
pub(super) struct Typed<'p> {
    pub(super) kind: ParameterKind,
    known: Option<&'p RuleParameter>,
}

impl<'p> Typed<'p> {
    pub(super) fn new(known: Option<&'p RuleParameter>) -> Self {
        Self { kind: known.map_or(ParameterKind::String, |known| known.kind), known }
    }

    /// A type of which no more is known.
    pub(super) fn of(kind: ParameterKind) -> Self {
        Self { kind, known: None }
    }

    /// The type's word.
    pub(super) fn word(&self) -> &'static str {
        match self.kind {
            ParameterKind::Integer => "int",
            ParameterKind::Float => "float",
            ParameterKind::Boolean => "boolean",
            ParameterKind::List => "list",
            ParameterKind::String | ParameterKind::StringMap => "string",
        }
    }

    /// How many values there are to choose from; 0 where any is one.
    pub(super) fn choices(&self) -> usize {
        self.known.map_or(0, |known| known.allowed.len())
    }

    /// The values as they are written; `None` where the text is none.
    pub(super) fn written(&self, text: &str) -> Option<Vec<String>> {
        let items = match self.kind {
            ParameterKind::List => text.split(',').map(str::trim).filter(|item| !item.is_empty()).collect(),
            ParameterKind::Integer | ParameterKind::Float | ParameterKind::Boolean => vec![text.trim()],
            ParameterKind::String | ParameterKind::StringMap => vec![text],
        };
        let most = self.known.and_then(|known| known.max_items).unwrap_or(usize::MAX);
        if items.is_empty() || items.len() > most {
            return None;
        }
        items.into_iter().map(|item| self.item(item)).collect()
    }

    /// Whether a text is what the catalogue fills in.
    pub(super) fn is_default(&self, text: &str) -> bool {
        let default = self.known.and_then(|known| known.default);
        default.is_some_and(|default| crate::judge::normal(default) == crate::judge::normal(text))
    }

    /// A list as one text, each item as the catalogue has it.
    pub(super) fn joined(&self, text: &str) -> String {
        let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
        items.map(|item| self.known_item(item).unwrap_or(item)).collect::<Vec<_>>().join(",")
    }

    /// The item as the catalogue has it, since the service reads these in any case; `None` where it lists others.
    fn known_item<'i>(&self, item: &'i str) -> Option<&'i str>
    where
        'p: 'i,
    {
        let allowed = self.known.map(|known| known.allowed.as_slice()).unwrap_or_default();
        match allowed.iter().find(|one| one.eq_ignore_ascii_case(item)) {
            Some(known) => Some(known),
            None => allowed.is_empty().then_some(item),
        }
    }

    fn item(&self, item: &str) -> Option<String> {
        let number = |item: &str| item.parse::<i64>().ok().filter(|number| number.to_string() == item);
        let item = self.known_item(item)?;
        match self.kind {
            ParameterKind::Integer => {
                let number = item.parse::<i64>().ok()?;
                let range = self.known.and_then(|known| known.range);
                let fits = range.is_none_or(|(least, most)| (least..=most).contains(&number));
                fits.then(|| number.to_string())
            }
            ParameterKind::Float => {
                item.parse::<f64>().ok().filter(|one| one.is_finite()).map(|one| one.to_string())
            }
            ParameterKind::Boolean => {
                let truth = item.to_ascii_lowercase();
                (truth == "true" || truth == "false").then(|| format!("#{truth}"))
            }
            ParameterKind::List if item.starts_with(['\'', '"']) || item.ends_with(['\'', '"']) => None,
            ParameterKind::List if number(item).is_some() => Some(item.to_owned()),
            ParameterKind::List | ParameterKind::String | ParameterKind::StringMap => Some(quote(item)),
        }
    }
}

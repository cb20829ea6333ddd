//! Parameters of managed rules, and the kinds of value that rules and runbooks take.

use crate::table::{Record, Table, items, optional};

static PARAMETERS: Table = Table::new(include_str!("../data/managed-rule-parameters.tsv"));
static RANGES: Table = Table::new(include_str!("../data/parameter-ranges.tsv"));

/// What a parameter's value is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    /// Any text.
    String,
    /// A whole number.
    Integer,
    /// A decimal number.
    Float,
    /// True or false.
    Boolean,
    /// Values in a row, written with commas (the documentation says CSV or StringList).
    List,
    /// Keys, each with or without a value, written `key:value,key`.
    StringMap,
}

/// A parameter of a managed rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleParameter {
    /// The name, case-sensitive.
    pub name: &'static str,
    /// What its value is made of.
    pub kind: ParameterKind,
    /// Whether the service refuses the rule without it, default or not.
    pub required: bool,
    /// What the console fills in; the API does not.
    pub default: Option<&'static str>,
    /// The only values, or the only items of a list; empty if free.
    pub allowed: Vec<&'static str>,
    /// Least and greatest value, both allowed, where a source states them.
    pub range: Option<(i64, i64)>,
    /// The most items a list may have, where a source states it.
    pub max_items: Option<usize>,
}

/// The parameters of a rule, by name.
pub(crate) fn of_rule(rule: &str) -> Vec<RuleParameter> {
    PARAMETERS.find_all(rule).filter_map(decode).collect()
}

fn decode(record: Record) -> Option<RuleParameter> {
    let [rule, name, kind, required, default, allowed, span, max_items] = record.fields()?;
    Some(RuleParameter {
        name,
        kind: decode_kind(kind)?,
        required: required == "yes",
        default: optional(default),
        allowed: items(allowed),
        range: range(span).or_else(|| hand_kept_range(rule, name)),
        max_items: max_items.parse().ok(),
    })
}

fn hand_kept_range(rule: &str, parameter: &str) -> Option<(i64, i64)> {
    let mut ranges = RANGES.find_all(rule);
    ranges.find(|record| record.field(1) == Some(parameter)).and_then(|record| range(record.field(2)?))
}

pub(crate) fn decode_kind(field: &str) -> Option<ParameterKind> {
    match field {
        "string" => Some(ParameterKind::String),
        "integer" => Some(ParameterKind::Integer),
        "float" => Some(ParameterKind::Float),
        "boolean" => Some(ParameterKind::Boolean),
        "list" => Some(ParameterKind::List),
        "string-map" => Some(ParameterKind::StringMap),
        _ => None,
    }
}

/// Reads `1..24`.
pub(crate) fn range(field: &str) -> Option<(i64, i64)> {
    let (least, most) = field.split_once("..")?;
    Some((least.parse().ok()?, most.parse().ok()?))
}

pub(crate) static TABLES: [(&str, &Table); 2] =
    [("managed-rule-parameters.tsv", &PARAMETERS), ("parameter-ranges.tsv", &RANGES)];

#[cfg(test)]
mod tests {
    use super::{PARAMETERS, RANGES, decode, of_rule, range};

    #[test]
    fn every_line_decodes() {
        assert_eq!(PARAMETERS.records().count(), 701);
        for record in PARAMETERS.records() {
            let parameter = decode(record).unwrap_or_else(|| panic!("{record:?}"));
            assert!(parameter.range.is_none_or(|(least, most)| least < most), "{record:?}");
        }
    }

    #[test]
    fn every_hand_kept_range_is_of_a_parameter() {
        for record in RANGES.records() {
            let [rule, name, span, source] = record.fields().unwrap();
            let parameters = of_rule(rule);
            let parameter = parameters.iter().find(|parameter| parameter.name == name);
            assert_eq!(parameter.unwrap().range, Some(range(span).unwrap()), "{rule} {name}");
            assert!(!source.is_empty());
        }
    }

    #[test]
    fn a_password_is_at_most_128_long() {
        let parameters = of_rule("iam-password-policy");
        let length = parameters.iter().find(|parameter| parameter.name == "MinimumPasswordLength").unwrap();
        assert_eq!(length.range, Some((6, 128)));
    }
}

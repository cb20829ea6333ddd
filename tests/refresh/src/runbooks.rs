//! Systems Manager runbooks and their parameters.

use serde::Deserialize;

use crate::sheet::{Sheet, list};

const ORIGIN: &str = "AWS Systems Manager documentation; the column origin of runbooks.tsv names the edition";

#[derive(Deserialize)]
struct RunbookFile {
    runbooks: Vec<Runbook>,
}

#[derive(Deserialize)]
struct Runbook {
    name: String,
    parameters: Option<Vec<Parameter>>,
    source: String,
    target_resource_type: Option<String>,
    assume_role: Option<String>,
}

#[derive(Deserialize)]
struct Parameter {
    name: String,
    #[serde(rename = "type")]
    kind: Option<String>,
    required: Option<bool>,
    default: Option<String>,
    #[serde(default)]
    allowed: Vec<String>,
    pattern: Option<String>,
    min: Option<i64>,
    max: Option<i64>,
}

/// What the source states about the values of a parameter, told apart: a list, a range or a pattern.
#[derive(Default, Debug, PartialEq)]
struct Constraint {
    allowed: String,
    range: String,
    pattern: String,
}

pub(crate) fn sheets(text: &str) -> Result<Vec<Sheet>, String> {
    let file: RunbookFile = serde_json::from_str(text).map_err(|error| format!("runbooks: {error}"))?;
    let mut runbooks = Sheet::new(
        "runbooks.tsv",
        &["name", "target-resource-type", "assume-role", "parameters", "origin"],
        ORIGIN,
    );
    let mut parameters = Sheet::new(
        "runbook-parameters.tsv",
        &["runbook", "parameter", "kind", "required", "default", "allowed", "range", "pattern"],
        ORIGIN,
    );
    for runbook in &file.runbooks {
        let known = runbook.parameters.as_deref().unwrap_or_default();
        runbooks.push(&[
            &runbook.name,
            runbook.target_resource_type.as_deref().unwrap_or_default(),
            runbook.assume_role.as_deref().unwrap_or("unstated"),
            if known.is_empty() { "unknown" } else { "known" },
            &runbook.source,
        ])?;
        for parameter in known {
            add_parameter(&mut parameters, &runbook.name, parameter)?;
        }
    }
    Ok(vec![runbooks, parameters])
}

fn add_parameter(sheet: &mut Sheet, runbook: &str, parameter: &Parameter) -> Result<(), String> {
    let constraint = constraint(parameter)?;
    let required = match parameter.required {
        Some(true) => "yes",
        Some(false) => "no",
        None => "unknown",
    };
    sheet.push(&[
        runbook,
        &parameter.name,
        kind(runbook, parameter)?,
        required,
        parameter.default.as_deref().unwrap_or_default(),
        &constraint.allowed,
        &constraint.range,
        &constraint.pattern,
    ])
}

fn kind(runbook: &str, parameter: &Parameter) -> Result<&'static str, String> {
    match parameter.kind.as_deref() {
        None | Some("String") => Ok("string"),
        Some("Integer" | "Interval") => Ok("integer"),
        Some("Boolean") => Ok("boolean"),
        Some("StringList") => Ok("list"),
        Some(other) => Err(format!("{runbook} {}: unknown kind {other:?}", parameter.name)),
    }
}

fn constraint(parameter: &Parameter) -> Result<Constraint, String> {
    let mut constraint =
        Constraint { pattern: parameter.pattern.clone().unwrap_or_default(), ..Constraint::default() };
    if let (Some(least), Some(most)) = (parameter.min, parameter.max) {
        constraint.range = format!("{least}..{most}");
    }
    match parameter.allowed.as_slice() {
        // The pages write `1-35` where they mean a range.
        [span] if as_range(span).is_some() => constraint.range = as_range(span).unwrap_or_default(),
        // A pattern with a comma in it was cut there when the pages were read.
        [first, ..] if first.starts_with('^') => constraint.pattern = parameter.allowed.join(","),
        values => constraint.allowed = list(values)?,
    }
    Ok(constraint)
}

fn as_range(text: &str) -> Option<String> {
    let (least, most) = text.split_once('-')?;
    let (least, most): (i64, i64) = (least.parse().ok()?, most.parse().ok()?);
    (least < most).then(|| format!("{least}..{most}"))
}

#[cfg(test)]
mod tests {
    use super::{Constraint, Parameter, constraint};

    fn with(allowed: &[&str]) -> Constraint {
        let parameter = Parameter {
            name: "P".to_owned(),
            kind: None,
            required: None,
            default: None,
            allowed: allowed.iter().map(|&value| value.to_owned()).collect(),
            pattern: None,
            min: None,
            max: None,
        };
        constraint(&parameter).unwrap()
    }

    #[test]
    fn a_span_of_numbers_is_a_range() {
        assert_eq!(with(&["1-35"]), Constraint { range: "1..35".to_owned(), ..Constraint::default() });
        assert_eq!(with(&["us-east-1"]).allowed, "us-east-1");
    }

    #[test]
    fn a_pattern_cut_at_its_comma_is_whole_again() {
        assert_eq!(with(&["^i-[a-z0-9]{8", "17}$"]).pattern, "^i-[a-z0-9]{8,17}$");
    }

    #[test]
    fn values_stay_values() {
        assert_eq!(with(&["7", "731"]).allowed, "7,731");
        assert_eq!(with(&[]), Constraint::default());
    }
}

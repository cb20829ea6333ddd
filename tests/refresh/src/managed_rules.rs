//! Managed rules: the rules themselves, their parameters, and the indexes by identifier and by former name.

use serde::Deserialize;

use crate::sheet::{Sheet, list, yes};

#[derive(Deserialize)]
pub(crate) struct RuleFile {
    meta: Meta,
    rules: Vec<Rule>,
}

#[derive(Deserialize)]
struct Meta {
    as_of: String,
}

#[derive(Deserialize)]
struct Rule {
    name: String,
    identifier: String,
    trigger: Option<Vec<String>>,
    resource_types: Vec<String>,
    parameters: Vec<Parameter>,
    regions: Option<Regions>,
    status: Option<String>,
    proactive: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    name_derived: bool,
    sources: Vec<String>,
}

#[derive(Deserialize)]
struct Parameter {
    name: String,
    #[serde(rename = "type")]
    kind: String,
    required: bool,
    default: Option<String>,
    #[serde(default)]
    allowed: Vec<String>,
    min: Option<i64>,
    max: Option<i64>,
    max_items: Option<u32>,
}

#[derive(Deserialize)]
struct Regions {
    mode: String,
    #[serde(default)]
    list: Vec<String>,
}

pub(crate) fn parse(text: &str) -> Result<RuleFile, String> {
    serde_json::from_str(text).map_err(|error| format!("managed rules: {error}"))
}

pub(crate) fn sheets(file: &RuleFile) -> Result<Vec<Sheet>, String> {
    let origin = format!("{}; names and allowed values: see the column origin", file.meta.as_of);
    let mut rules = Sheet::new(
        "managed-rules.tsv",
        &[
            "name",
            "identifier",
            "trigger",
            "resource-types",
            "regions",
            "status",
            "modes",
            "aliases",
            "origin",
        ],
        origin.as_str(),
    );
    let mut parameters = Sheet::new(
        "managed-rule-parameters.tsv",
        &["rule", "parameter", "kind", "required", "default", "allowed", "range", "max-items"],
        origin.as_str(),
    );
    let mut identifiers =
        Sheet::new("managed-rule-identifiers.tsv", &["identifier", "name"], "derived from managed-rules.tsv");
    let mut aliases =
        Sheet::new("managed-rule-aliases.tsv", &["alias", "name"], "derived from managed-rules.tsv");
    for rule in &file.rules {
        add_rule(&mut rules, rule)?;
        identifiers.push(&[&rule.identifier, &rule.name])?;
        for alias in &rule.aliases {
            aliases.push(&[alias, &rule.name])?;
        }
        for parameter in &rule.parameters {
            add_parameter(&mut parameters, &rule.name, parameter)?;
        }
    }
    Ok(vec![rules, parameters, identifiers, aliases])
}

fn add_rule(sheet: &mut Sheet, rule: &Rule) -> Result<(), String> {
    let mut origin = rule.sources.clone();
    if rule.name_derived {
        origin.push("name-from-identifier".to_owned());
    }
    sheet.push(&[
        &rule.name,
        &rule.identifier,
        &list(rule.trigger.as_deref().unwrap_or_default())?,
        &list(&rule.resource_types)?,
        &regions(rule)?,
        status(rule)?,
        modes(rule)?,
        &list(&rule.aliases)?,
        &list(&origin)?,
    ])
}

fn regions(rule: &Rule) -> Result<String, String> {
    let Some(regions) = &rule.regions else { return Ok("all".to_owned()) };
    match regions.mode.as_str() {
        "all" => Ok("all".to_owned()),
        "all-except" => Ok(format!("except {}", list(&regions.list)?)),
        "only" => Ok(format!("only {}", list(&regions.list)?)),
        other => Err(format!("{}: unknown availability {other:?}", rule.name)),
    }
}

fn status(rule: &Rule) -> Result<&'static str, String> {
    match rule.status.as_deref() {
        None => Ok("current"),
        Some("process-check") => Ok("process-check"),
        Some(status) if status.starts_with("absent-from-") => Ok("retired"),
        Some(other) => Err(format!("{}: unknown status {other:?}", rule.name)),
    }
}

/// Only a proactive mode that the newest source still lists counts.
fn modes(rule: &Rule) -> Result<&'static str, String> {
    match rule.proactive.as_deref() {
        None | Some("2023") => Ok("detective"),
        Some("2026") => Ok("detective,proactive"),
        Some(other) => Err(format!("{}: unknown proactive mark {other:?}", rule.name)),
    }
}

fn add_parameter(sheet: &mut Sheet, rule: &str, parameter: &Parameter) -> Result<(), String> {
    let range = match (parameter.min, parameter.max) {
        (Some(least), Some(most)) => format!("{least}..{most}"),
        (None, None) => String::new(),
        _ => return Err(format!("{rule} {}: half a range", parameter.name)),
    };
    sheet.push(&[
        rule,
        &parameter.name,
        kind(rule, parameter)?,
        yes(parameter.required),
        parameter.default.as_deref().unwrap_or_default(),
        &list(&parameter.allowed)?,
        &range,
        &parameter.max_items.map(|count| count.to_string()).unwrap_or_default(),
    ])
}

fn kind(rule: &str, parameter: &Parameter) -> Result<&'static str, String> {
    match parameter.kind.as_str() {
        "string" => Ok("string"),
        "int" => Ok("integer"),
        "double" => Ok("float"),
        "boolean" => Ok("boolean"),
        "csv" => Ok("list"),
        "string-map" => Ok("string-map"),
        other => Err(format!("{rule} {}: unknown kind {other:?}", parameter.name)),
    }
}

#[cfg(test)]
mod tests {
    use super::{parse, sheets};

    fn rendered(rule: &str) -> Result<String, String> {
        let file = parse(&format!(r#"{{"meta":{{"as_of":"then"}},"rules":[{rule}]}}"#))?;
        let texts: Result<Vec<String>, String> =
            sheets(&file)?.into_iter().map(|sheet| sheet.render("2026-01-02")).collect();
        Ok(texts?.concat())
    }

    fn rule(regions: &str, kind: &str) -> String {
        format!(
            r#"{{"name":"a-b","identifier":"A_B","trigger":["change"],"resource_types":["T::B","T::A"],
               "parameters":[{{"name":"p","type":"{kind}","required":true,"min":1,"max":9}}],
               "regions":{{"mode":"{regions}","list":["r-2","r-1"]}},"name_derived":true,"sources":["s"]}}"#
        )
    }

    #[test]
    fn a_rule_becomes_a_line_in_each_table() {
        let text = rendered(&rule("all-except", "int")).unwrap();
        let line =
            "a-b\tA_B\tchange\tT::B,T::A\texcept r-2,r-1\tcurrent\tdetective\t\ts,name-from-identifier\n";
        assert!(text.contains(line), "{text}");
        assert!(text.contains("\na-b\tp\tinteger\tyes\t\t\t1..9\t\n"), "{text}");
        assert!(text.contains("\nA_B\ta-b\n"), "{text}");
        assert_eq!(text, rendered(&rule("all-except", "int")).unwrap());
    }

    #[test]
    fn what_the_catalogue_has_no_word_for_is_refused() {
        assert!(rendered(&rule("mostly", "int")).is_err());
        assert!(rendered(&rule("only", "colour")).is_err());
        assert!(rendered("{}").is_err());
    }
}

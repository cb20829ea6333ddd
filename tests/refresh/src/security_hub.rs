//! Security Hub controls, Audit Manager's keywords for them, and the one keyword that stands for a managed rule.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::sheet::{Sheet, list, yes};

const FOUNDATIONAL: &str = "AWS Foundational Security Best Practices";

#[derive(Deserialize)]
pub(crate) struct ControlFile {
    controls: Vec<Control>,
}

#[derive(Deserialize)]
struct Control {
    id: String,
    severity: Option<String>,
    resource_types: Vec<String>,
    config_rule_name: Option<String>,
    config_rule_is_securityhub_custom: bool,
    schedule: String,
    standards: Vec<String>,
    #[serde(default)]
    retired_or_absent_in_2025: bool,
    as_of: String,
}

#[derive(Deserialize)]
pub(crate) struct KeywordFile {
    count: usize,
    keywords: Vec<Keyword>,
}

#[derive(Deserialize)]
struct Keyword {
    standard: String,
    keyword: String,
    security_control_id: String,
}

impl Control {
    /// The managed rule that the control runs; Security Hub's own rules are none.
    fn managed_rule(&self) -> Option<&str> {
        self.config_rule_name.as_deref().filter(|_| !self.config_rule_is_securityhub_custom)
    }
}

pub(crate) fn parse_controls(text: &str) -> Result<ControlFile, String> {
    serde_json::from_str(text).map_err(|error| format!("Security Hub controls: {error}"))
}

pub(crate) fn parse_keywords(text: &str) -> Result<KeywordFile, String> {
    let file: KeywordFile =
        serde_json::from_str(text).map_err(|error| format!("Security Hub keywords: {error}"))?;
    if file.count == file.keywords.len() {
        Ok(file)
    } else {
        Err(format!("Security Hub keywords: {} announced, {} listed", file.count, file.keywords.len()))
    }
}

pub(crate) fn sheets(controls: &ControlFile, keywords: &KeywordFile) -> Result<Vec<Sheet>, String> {
    Ok(vec![control_sheet(controls)?, keyword_sheet(keywords)?, rule_sheet(controls, keywords)?])
}

fn control_sheet(file: &ControlFile) -> Result<Sheet, String> {
    let mut sheet = Sheet::new(
        "security-hub-controls.tsv",
        &["id", "severity", "config-rule", "trigger", "resource-types", "standards", "retired", "edition"],
        "AWS Security Hub control lists of 2023-05 and 2025-03, standards of 2026; the column edition dates each record",
    );
    for control in &file.controls {
        sheet.push(&[
            &control.id,
            &control.severity.as_deref().unwrap_or_default().to_lowercase(),
            control.managed_rule().unwrap_or_default(),
            trigger(control)?,
            &list(&control.resource_types)?,
            &list(&control.standards)?,
            yes(control.retired_or_absent_in_2025),
            &control.as_of,
        ])?;
    }
    Ok(sheet)
}

fn trigger(control: &Control) -> Result<&'static str, String> {
    match control.schedule.as_str() {
        "Change triggered" => Ok("change"),
        "Periodic" => Ok("periodic"),
        "Change triggered and periodic" | "Periodic and change triggered" => Ok("change,periodic"),
        other => Err(format!("{}: unknown schedule {other:?}", control.id)),
    }
}

fn keyword_sheet(file: &KeywordFile) -> Result<Sheet, String> {
    let mut sheet = Sheet::new(
        "audit-manager-security-hub-keywords.tsv",
        &["keyword", "standard", "control"],
        "AWS Audit Manager user guide, control-data-sources-ash, edition 2026",
    );
    for keyword in &file.keywords {
        let standard = match keyword.standard.as_str() {
            FOUNDATIONAL => "fsbp",
            "PCI DSS" => "pci-dss-3.2.1",
            "CIS v1.2.0" => "cis-aws-1.2",
            other => return Err(format!("{}: unknown standard {other:?}", keyword.keyword)),
        };
        sheet.push(&[&keyword.keyword, standard, &keyword.security_control_id])?;
    }
    Ok(sheet)
}

/// Where several controls run one rule, a control of the foundational standard comes first, then the lowest number.
fn rule_sheet(controls: &ControlFile, keywords: &KeywordFile) -> Result<Sheet, String> {
    let mut best: BTreeMap<&str, (Preference<'_>, &Keyword)> = BTreeMap::new();
    for keyword in &keywords.keywords {
        let running = controls.controls.iter().find(|control| control.id == keyword.security_control_id);
        let Some(control) = running.filter(|control| !control.retired_or_absent_in_2025) else { continue };
        let Some(rule) = control.managed_rule() else { continue };
        let preference = preference(control, keyword);
        if best.get(rule).is_none_or(|(held, _)| preference < *held) {
            best.insert(rule, (preference, keyword));
        }
    }
    let mut sheet = Sheet::new(
        "security-hub-rule-keywords.tsv",
        &["rule", "keyword", "control"],
        "derived from security-hub-controls.tsv and audit-manager-security-hub-keywords.tsv",
    );
    for (rule, (_, keyword)) in best {
        sheet.push(&[rule, &keyword.keyword, &keyword.security_control_id])?;
    }
    Ok(sheet)
}

/// Smaller is better: outside the foundational standard, not its spelling, number of the control, keyword.
type Preference<'a> = (bool, bool, u32, &'a str);

fn preference<'a>(control: &Control, keyword: &'a Keyword) -> Preference<'a> {
    let foundational = control.standards.iter().any(|standard| standard.starts_with("FSBP"));
    let number = control.id.rsplit('.').next().and_then(|digits| digits.parse().ok()).unwrap_or(u32::MAX);
    (!foundational, keyword.standard != FOUNDATIONAL, number, &keyword.keyword)
}

//! Keywords that Audit Manager accepts for the evidence sources AWS Config and API call.

use serde::Deserialize;

use crate::sheet::{Sheet, yes};

#[derive(Deserialize)]
struct KeywordFile {
    count: usize,
    keywords: Vec<String>,
    #[serde(default)]
    region_limited: Vec<String>,
}

pub(crate) fn config_sheet(text: &str) -> Result<Sheet, String> {
    let file = parse(text)?;
    let mut sheet = Sheet::new(
        "audit-manager-config-keywords.tsv",
        &["identifier"],
        "AWS Audit Manager user guide, control-data-sources-config, edition 2026-04",
    );
    for keyword in &file.keywords {
        sheet.push(&[keyword])?;
    }
    Ok(sheet)
}

pub(crate) fn api_sheet(text: &str) -> Result<Sheet, String> {
    let file = parse(text)?;
    let mut sheet = Sheet::new(
        "audit-manager-api-keywords.tsv",
        &["keyword", "region-limited"],
        "AWS Audit Manager user guide, control-data-sources-api, edition 2026-04",
    );
    for keyword in &file.keywords {
        sheet.push(&[keyword, yes(file.region_limited.contains(keyword))])?;
    }
    Ok(sheet)
}

fn parse(text: &str) -> Result<KeywordFile, String> {
    let file: KeywordFile = serde_json::from_str(text).map_err(|error| format!("keywords: {error}"))?;
    if file.count == file.keywords.len() {
        Ok(file)
    } else {
        Err(format!("keywords: {} announced, {} listed", file.count, file.keywords.len()))
    }
}

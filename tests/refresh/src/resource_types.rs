//! Resource types that AWS Config records or that a managed rule judges.

use serde::Deserialize;

use crate::sheet::{Sheet, yes};

#[derive(Deserialize)]
struct TypeFile {
    types: Vec<ResourceType>,
}

#[derive(Deserialize)]
struct ResourceType {
    #[serde(rename = "type")]
    name: String,
    api_enum: bool,
    ci_schema: bool,
}

pub(crate) fn sheet(text: &str) -> Result<Sheet, String> {
    let file: TypeFile = serde_json::from_str(text).map_err(|error| format!("resource types: {error}"))?;
    let mut sheet = Sheet::new(
        "resource-types.tsv",
        &["type", "in-config-api", "has-item-schema"],
        "botocore 1.44.5 (config), awslabs/aws-config-resource-schema adf5513, types of managed-rules.tsv",
    );
    for resource_type in &file.types {
        sheet.push(&[&resource_type.name, yes(resource_type.api_enum), yes(resource_type.ci_schema)])?;
    }
    Ok(sheet)
}

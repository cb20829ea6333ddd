//! The events that CloudTrail can record: the operations of AWS's services, as botocore's models list them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::sheet::{Sheet, list};

/// A model of a service, `service-2.json`.
#[derive(Deserialize)]
struct Service {
    metadata: Metadata,
    operations: BTreeMap<String, serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Metadata {
    endpoint_prefix: String,
    signing_name: Option<String>,
}

/// The table, from botocore's folder with its models unpacked.
pub(crate) fn sheet(folder: &Path) -> Result<Sheet, String> {
    let origin = format!("botocore {}, service models; read-only operations left out", version(folder)?);
    let mut actions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for service in entries(&folder.join("data"))? {
        for edition in entries(&service)? {
            let model = edition.join("service-2.json");
            if model.is_file() {
                add(&service, &model, &mut actions)?;
            }
        }
    }
    let mut sheet = Sheet::new("cloudtrail-events.tsv", &["prefix", "actions"], origin);
    for (prefix, actions) in actions.iter().filter(|(_, actions)| !actions.is_empty()) {
        sheet.push(&[prefix, &list(&actions.iter().collect::<Vec<_>>())?])?;
    }
    Ok(sheet)
}

/// A service has one prefix as an endpoint, in signatures and in policies, and events bear one of these.
fn add(service: &Path, model: &Path, actions: &mut BTreeMap<String, BTreeSet<String>>) -> Result<(), String> {
    let text = read(model)?;
    let read: Service =
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", model.display()))?;
    let folder = service.file_name().and_then(|name| name.to_str()).map(str::to_owned);
    let names = [Some(read.metadata.endpoint_prefix), read.metadata.signing_name, folder];
    let prefixes: BTreeSet<String> = names.into_iter().flatten().collect();
    for prefix in prefixes {
        let of = actions.entry(prefix.clone()).or_default();
        let written =
            |action: &&String| facts::check_cloudtrail_keyword(&format!("{prefix}_{action}")).is_ok();
        of.extend(read.operations.keys().filter(written).cloned());
    }
    Ok(())
}

fn version(folder: &Path) -> Result<String, String> {
    let text = read(&folder.join("__init__.py"))?;
    let stated = text.lines().find_map(|line| line.strip_prefix("__version__ = "));
    stated.map(|version| version.trim_matches(['\'', '"']).to_owned()).ok_or_else(|| "no version".to_owned())
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The folders in a folder, sorted.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let fault = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if path.is_dir() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sandbox::Folder;

    #[test]
    fn operations_that_change_something_stand_under_each_prefix() {
        let sandbox = Folder::new("events");
        let model = r#"{"metadata": {"endpointPrefix": "monitoring", "signingName": "monitoring"},
            "operations": {"PutMetricAlarm": {"name": "x"}, "DescribeAlarms": {}, "ListMetrics": {}}}"#;
        sandbox.write("botocore/__init__.py", "import os\n\n__version__ = '1.2.3'\n");
        sandbox.write("botocore/data/cloudwatch/2010-08-01/service-2.json", model);
        let text = sheet(&sandbox.path("botocore")).and_then(|sheet| sheet.render("2026-11-22"));
        let expected = "# columns: prefix actions\n# origin: botocore 1.2.3, service models; read-only operations left out\n\
            # date: 2026-11-22\ncloudwatch\tPutMetricAlarm\nmonitoring\tPutMetricAlarm\n";
        assert_eq!(text.as_deref(), Ok(expected));
    }
}

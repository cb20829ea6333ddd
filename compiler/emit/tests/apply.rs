//! The script of a framework, run by a shell against a stand-in for Audit Manager that keeps what it is sent.
#![allow(clippy::disallowed_methods, reason = "the test runs a program on files of its own")]

#[path = "apply/service.rs"]
mod service;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use emit::audit_manager;
use plan::*;
use serde_json::json;
use source::{SourceMap, Span};

use service::Service;

fn span() -> Span {
    let mut map = SourceMap::default();
    Span::new(map.add("a.kdl", String::new()), 0, 0)
}

fn source(name: &str, kind: SourceKind) -> EvidenceSource {
    let (description, troubleshooting) = (String::new(), "Ask.".to_owned());
    EvidenceSource {
        name: name.to_owned(),
        description,
        kind,
        troubleshooting,
        bases: Vec::new(),
        span: span(),
    }
}

fn control(id: &str, description: &str) -> AuditControl {
    let keyword = "ACCESS_KEYS_ROTATED".to_owned();
    AuditControl {
        id: id.to_owned(),
        name: format!("Basis {id} \"$(x)\" é"),
        description: description.to_owned(),
        testing: String::new(),
        action_plan: None,
        sources: vec![
            source("keys", SourceKind::Config { keyword }),
            source("list", SourceKind::ApiCall { keyword: "kms_ListKeys".to_owned(), frequency: "DAILY" }),
            source("procedure", SourceKind::Manual { file: true }),
        ],
        span: span(),
    }
}

fn plan_of(controls: Vec<AuditControl>, account: Option<&str>) -> Plan {
    let audit = Audit {
        name: "basis".to_owned(),
        title: "Basis".to_owned(),
        description: String::new(),
        compliance_type: None,
        delivery: AuditDelivery::Cli,
        account: account.map(str::to_owned),
        region: account.map(|_| "eu-central-1".to_owned()),
        sets: vec![AuditSet { name: "Data".to_owned(), controls }],
        span: span(),
        stated: span(),
    };
    Plan {
        project: "acme".to_owned(),
        catalogue: "2026-11-22".to_owned(),
        audits: vec![audit],
        ..Plan::default()
    }
}

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("apply-{name}-{}", std::process::id()));
        Self(path)
    }

    fn write(&self, controls: Vec<AuditControl>) {
        self.write_for(controls, None);
    }

    fn write_for(&self, controls: Vec<AuditControl>, account: Option<&str>) {
        let _ = std::fs::remove_dir_all(&self.0);
        for artifact in audit_manager::write(&plan_of(controls, account)) {
            let path = self.0.join(&artifact.path);
            std::fs::create_dir_all(path.parent().expect("artifacts lie in folders")).expect("a folder");
            std::fs::write(path, artifact.text).expect("a file");
        }
    }

    fn apply(&self, service: &Service, flags: &[&str]) -> Output {
        Command::new("sh")
            .arg(Path::new("audit-manager/basis/apply.sh"))
            .args(flags)
            .current_dir(&self.0)
            .env("AWS_ENDPOINT_URL", service.url())
            .env("AWS_ACCESS_KEY_ID", "stand-in")
            .env("AWS_SECRET_ACCESS_KEY", "stand-in")
            .env("AWS_DEFAULT_REGION", "eu-west-1")
            .env("AWS_CONFIG_FILE", "/dev/null")
            .env("AWS_EC2_METADATA_DISABLED", "true")
            .env("NO_PROXY", "127.0.0.1")
            .output()
            .expect("a shell")
    }

    fn done(&self, service: &Service, flags: &[&str]) -> String {
        let output = self.apply(service, flags);
        let shown = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{shown}{}", String::from_utf8_lossy(&output.stderr));
        shown
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
#[ignore = "needs the AWS CLI and jq"]
fn what_changed_is_written_and_nothing_else() {
    let (service, folder) = (Service::start(), Folder::new("change"));
    folder.write(vec![control("1", "a"), control("2(b)", "b"), control("3", "c")]);
    let said = folder.done(&service, &["--dry-run", "--region", "eu-west-1"]);
    assert_eq!(said.matches("create ").count(), 4, "{said}");
    assert_eq!(service.writes(), Vec::<String>::new());

    folder.done(&service, &[]);
    let created = ["POST /controls", "POST /controls", "POST /controls", "POST /assessmentFrameworks"];
    assert_eq!(service.writes(), created);
    assert_eq!(folder.done(&service, &[]), "");
    assert_eq!(service.writes(), Vec::<String>::new());

    let before = service.control("Basis 2(b)");
    folder.write(vec![control("1", "a"), control("2(b)", "other"), control("3", "c")]);
    folder.done(&service, &[]);
    let after = service.control("Basis 2(b)");
    assert_eq!(service.writes(), [format!("PUT /controls/{}", before["id"].as_str().expect("an id"))]);
    assert_eq!(after["description"], "other");
    let ids = |one: &serde_json::Value| {
        let sources = one["controlMappingSources"].as_array().cloned().unwrap_or_default();
        let mut ids: Vec<_> =
            sources.iter().map(|one| (one["sourceName"].to_string(), one["sourceId"].to_string())).collect();
        ids.sort();
        ids
    };
    assert_eq!(ids(&after), ids(&before));
    assert_eq!(ids(&after).len(), 3);
}

#[test]
#[ignore = "needs the AWS CLI and jq"]
fn controls_of_running_assessments_change_only_when_asked() {
    let (service, folder) = (Service::start(), Folder::new("active"));
    folder.write(vec![control("1", "a"), control("2", "b")]);
    folder.done(&service, &[]);
    service.writes();
    service.run_assessment("Basis 1");
    assert_eq!(folder.done(&service, &[]), "", "an assessment does not hinder a run without changes");

    folder.write(vec![control("1", "other"), control("2", "other")]);
    let refused = folder.apply(&service, &[]);
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8_lossy(&refused.stdout).into_owned();
    assert!(said.contains("active ") && said.contains("Basis 1"), "{said}");
    assert!(!said.contains("Basis 2"), "{said}");
    assert_eq!(service.writes(), Vec::<String>::new());

    folder.done(&service, &["--affect-active"]);
    assert_eq!(service.writes().len(), 2);
    assert_eq!(service.control("Basis 1")["description"], "other");
}

#[test]
#[ignore = "needs the AWS CLI and jq"]
fn orphans_are_listed_and_untagged_controls_adopted() {
    let (service, folder) = (Service::start(), Folder::new("orphan"));
    let mine = control("1", "a");
    service.hold_control(json!({ "name": mine.name, "controlMappingSources": [] }));
    service.hold_control(json!({ "name": "Basis 2", "tags": { "ordain:project": "another" } }));
    folder.write(vec![mine, control("2", "b")]);
    folder.done(&service, &[]);
    let writes = service.writes();
    assert_eq!(writes.iter().filter(|one| *one == "POST /controls").count(), 1, "{writes:?}");
    assert_eq!(writes.iter().filter(|one| one.starts_with("POST /tags/")).count(), 1, "{writes:?}");

    let mut renamed = control("1", "a");
    renamed.name = "Basis 1 by another name".to_owned();
    folder.write(vec![renamed]);
    let said = folder.done(&service, &["--prune"]);
    let orphans: Vec<&str> = said.lines().filter(|line| line.starts_with("orphan ")).collect();
    assert!(orphans.len() == 1 && orphans[0].contains("Basis 2"), "{said}");
    let writes = service.writes();
    assert!(writes.len() == 2 && writes.iter().all(|one| one.starts_with("PUT ")), "{writes:?}");
}

#[test]
fn the_place_of_the_source_stands_in_the_script() {
    let script = |account| {
        let artifacts = audit_manager::write(&plan_of(vec![control("1", "a")], account));
        artifacts.into_iter().find(|one| one.path.ends_with("apply.sh")).expect("a script").text
    };
    let placed = script(Some("444455556666"));
    assert!(placed.contains("\naccount=444455556666\nregion=eu-central-1\n"), "{placed}");
    assert!(script(None).contains("\naccount=\nregion=\n"));
}

#[test]
#[ignore = "needs the AWS CLI and jq"]
fn no_account_but_the_sources_is_touched() {
    let (service, folder) = (Service::start(), Folder::new("account"));
    folder.write_for(vec![control("1", "a")], Some("444455556666"));
    let refused = folder.apply(&service, &[]);
    assert_eq!(refused.status.code(), Some(1));
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(told.contains("111122223333") && told.contains("444455556666"), "{told}");
    assert_eq!(service.writes(), Vec::<String>::new());

    folder.write_for(vec![control("1", "a")], Some("111122223333"));
    folder.done(&service, &[]);
    assert_eq!(service.writes().len(), 2);
}

#[test]
#[ignore = "needs the AWS CLI and jq"]
fn wrong_usage_is_told_apart() {
    let (service, folder) = (Service::start(), Folder::new("usage"));
    folder.write(vec![control("1", "a")]);
    for flags in [&["--what"][..], &["--region"]] {
        assert_eq!(folder.apply(&service, flags).status.code(), Some(2));
    }
    assert!(folder.done(&service, &["--help"]).contains("--affect-active"));
    assert_eq!(service.writes(), Vec::<String>::new());
}

//! The pictures of the README and the book, drawn from what the program prints and writes now; `UPDATE=1` writes them.

#![allow(clippy::disallowed_methods, reason = "the pictures show files")]

use std::fs;
use std::path::{Path, PathBuf};

use book::{Act, Card, Page, cards, copy, run, terminal};

const EXAMPLE: &str = "examples/payments-platform";

/// Compares a picture with the one that is committed.
fn compare(name: &str, picture: &str) {
    let path = format!("book/src/pictures/{name}.svg");
    let text = fs::read_to_string(root().join(&path)).unwrap_or_default();
    let page = Page { path, text };
    assert!(page.text == picture || page.write(picture), "{} differs (UPDATE=1 writes it)", page.path);
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A file of the example, and the words of the lines that are shown, each after the one before.
struct Part {
    title: &'static str,
    path: &'static str,
    words: &'static [&'static str],
}

/// The control that the picture begins with.
const SOURCE: Part = Part {
    title: "Source",
    path: "baseline/baseline.kdl",
    words: &[
        "control DP-1",
        "satisfies pci:3.4",
        "satisfies soc-2:CC6.1",
        "rule s3-bucket-server-side",
        "rule rds-storage-encrypted",
        "rule analytics-cluster-customer-key",
        "api-call kms_ListKeys",
        "cloudtrail kms_DisableKey",
        "manual key-procedure",
        "}",
    ],
};

/// What comes from it.
const FILES: [Part; 6] = [
    Part {
        title: "AWS Config",
        path: "generated/conformance-packs/payments-s01.yaml",
        words: &[
            "  AnalyticsClusterCustomerKey:",
            "Type:",
            "Properties:",
            "ConfigRuleName:",
            "Description:",
            "Scope:",
            "ComplianceResourceTypes:",
            "AWS::Redshift::Cluster",
            "Source:",
            "Owner:",
            "CustomPolicyDetails:",
            "PolicyRuntime:",
            "PolicyText:",
            "rule analytics",
            "encrypted == true",
        ],
    },
    Part {
        title: "Audit Manager",
        path: "generated/audit-manager/pci-dss-3.2.1/controls/3.4.json",
        words: &[
            "\"name\"",
            "\"controlMappingSources\"",
            "\"sourceName\": \"analytics-cluster-customer-key\"",
            "\"sourceDescription\"",
            "\"sourceSetUpOption\"",
            "\"sourceType\"",
            "\"sourceKeyword\"",
            "\"keywordInputType\"",
            "\"keywordValue\"",
            "}",
            "\"troubleshootingText\"",
            "}",
        ],
    },
    Part {
        title: "Guard",
        path: "generated/guard/config/analytics-cluster-customer-key.guard",
        words: &["# Redshift", "# Serves", "# When", "rule analytics", "encrypted", "kmsKeyId", "}"],
    },
    Part {
        title: "Terraform",
        path: "generated/terraform/payments-ou-production/main.tf",
        words: &["\"payments-s01/eu-west-1\"", "name", "region", "template", "parameters", "stack_set", "}"],
    },
    Part {
        title: "Mappings",
        path: "generated/mappings/frameworks/payments-baseline/sets/data-protection.md",
        words: &[
            "severity high, owner",
            "| evidence |",
            "|---",
            "| rule [analytics",
            "| api-call",
            "| cloudtrail",
            "| manual",
        ],
    },
    Part {
        title: "Calendar",
        path: "generated/mappings/calendar.ics",
        words: &["UID:723da9f4", "DTSTART", "RRULE", "SUMMARY", "DESCRIPTION", "", "END:VEVENT"],
    },
];

#[test]
fn one_source_and_its_files() {
    let marks = [
        "DP-1",
        "3.4",
        "analytics-cluster-customer-key",
        "analytics_cluster_customer_key",
        "payments-s01",
        "AnalyticsClusterCustomerKey",
        "key-procedure",
        "Key-management procedure",
    ];
    compare("one-source", &cards(&card(&SOURCE), &FILES.each_ref().map(card), &marks));
}

/// The lines of a part, with `…` for those between, less what all are indented by.
fn card(part: &Part) -> Card {
    let Part { title, path, words } = *part;
    let text = fs::read_to_string(root().join(EXAMPLE).join(path)).expect("the example has the file");
    let lines: Vec<&str> = text.lines().collect();
    let mut shown: Vec<String> = Vec::new();
    let mut at = 0;
    for word in words {
        assert!(lines[at..].iter().any(|line| line.contains(word)), "{path} has no `{word}` after line {at}");
        let skipped = lines[at..].iter().take_while(|line| !line.contains(word)).count();
        if skipped > 0 && !shown.is_empty() {
            shown.push(format!("{}…", &lines[at + skipped][..indent(lines[at + skipped])]));
        }
        at += skipped;
        shown.push(lines[at].to_owned());
        at += 1;
    }
    let least = shown.iter().map(|line| indent(line)).min().unwrap_or_default();
    let path = path.trim_start_matches("generated/").to_owned();
    Card { title, path, lines: shown.iter().map(|line| line[least..].to_owned()).collect() }
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// A command as one types it, and what it prints in colours.
fn shown(folder: &Path, command: &str) -> (String, String) {
    let mut arguments: Vec<String> = command.split(' ').skip(1).map(str::to_owned).collect();
    arguments.extend(["--color", "always"].map(str::to_owned));
    let printed =
        run(Path::new(env!("CARGO_BIN_EXE_ordain")), folder, &arguments, None).expect("the program starts");
    (command.to_owned(), printed.printed)
}

/// The same in the example after a change of its baseline, which is taken back afterwards.
fn shown_with(folder: &Path, changes: &[(&str, &str)], command: &str) -> (String, String) {
    let baseline = folder.join("baseline/baseline.kdl");
    let before = fs::read_to_string(&baseline).expect("the example's baseline");
    let after = changes.iter().fold(before.clone(), |text, (old, new)| {
        assert!(text.contains(old), "the baseline has no `{old}`");
        text.replacen(old, new, 1)
    });
    fs::write(&baseline, after).expect("a change");
    let shown = shown(folder, command);
    fs::write(&baseline, before).expect("the change is taken back");
    shown
}

#[test]
fn a_terminal() {
    let both = Path::new(env!("CARGO_TARGET_TMPDIR")).join("picture-terminal");
    drop(fs::remove_dir_all(&both));
    let folder = both.join("payments");
    for folder in [&folder, &both.join("released")] {
        copy(&root().join(EXAMPLE), folder);
        fs::remove_dir_all(folder.join("generated")).expect("what the example's build wrote");
    }
    let key = "            rule rds-storage-encrypted\n";
    let wrong = [("rule rds-storage-encrypted", "rule rds-storage-encryption")];
    let loose = [(key, ""), ("maxAccessKeyAge=60", "maxAccessKeyAge=120")];
    let acts = [
        Act {
            title: "a wrong name is found where it is written",
            commands: vec![shown_with(&folder, &wrong, "ordain check")],
            most: 14,
        },
        Act {
            title: "a build, and the source of a line of it",
            commands: vec![
                shown(&folder, "ordain build"),
                shown(&folder, "ordain explain generated/conformance-packs/payments-s01.yaml:13"),
            ],
            most: 12,
        },
        Act {
            title: "what a change means",
            commands: vec![shown_with(&folder, &loose, "ordain diff ../released --no-artifacts")],
            most: 16,
        },
        Act {
            title: "what deployed evidence proves",
            commands: vec![shown(&folder, "ordain coverage")],
            most: 16,
        },
    ];
    compare("terminal", &terminal(&acts));
}

#[test]
fn a_graph() {
    let arguments = ["graph".to_owned(), "--quiet".to_owned()];
    let program = Path::new(env!("CARGO_BIN_EXE_ordain"));
    let graph = run(program, &root().join(EXAMPLE), &arguments, None).expect("the program starts");
    compare("graph", &graph.printed);
}

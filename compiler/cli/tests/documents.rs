//! What the README and the first chapter claim is so.

#![allow(clippy::disallowed_methods, reason = "the tests follow what the documents say to do")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn document(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect("the document is part of the repository")
}

/// The fenced blocks of a kind, in order.
fn blocks(text: &str, kind: &str) -> Vec<String> {
    let fence = format!("```{kind}\n");
    let starts = text.match_indices(&fence).map(|(at, _)| &text[at + fence.len()..]);
    starts.map(|rest| rest.split("```").next().unwrap_or_default().to_owned()).collect()
}

fn ordain(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    command.current_dir(folder).args(arguments).output().expect("the program starts")
}

/// A project with these files, in a folder of this test alone.
fn project(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_dir_all(&folder));
    for (path, text) in files {
        let place = folder.join(path);
        fs::create_dir_all(place.parent().expect("a file has a folder")).expect("a folder");
        fs::write(place, text).expect("a file");
    }
    folder
}

fn errors(run: &Output) -> String {
    String::from_utf8_lossy(&run.stderr).into_owned()
}

const MANIFEST: &str = "project acme edition=\"1\" catalogue=\"2026-11-22\"";

#[test]
fn the_message_of_the_readme_is_what_people_see() {
    let shown = &blocks(&document("README.md"), "text")[0];
    let head = format!("{MANIFEST}\nframework f {{\n    title F\n    control-set s S {{\n");
    let above = "\n".repeat(6);
    let program = format!(
        "{head}{above}        control A-1 a {{\n\n            rule ebs-encryption-by-default\n        }}\n    }}\n}}\n"
    );
    let folder = project("readme-message", &[("ordain.kdl", &program)]);
    let told = errors(&ordain(&folder, &["check"]));
    assert!(told.starts_with(shown.trim_end()), "the README shows\n{shown}\nand people see\n{told}");
}

#[test]
fn the_source_of_the_readme_compiles() {
    let control = &blocks(&document("README.md"), "kdl")[0];
    let program = format!(
        "{MANIFEST} {{\n    use std pci-dss-3.2.1 {{ pci-dss-3.2.1 as=pci }}\n}}\n\
         accept D0223 target=pci-dss-3.2.1 reason=\"The contract names it.\" approved-by=ciso\n\
         framework f {{\n    title F\n    control-set s S {{\n{control}    }}\n}}\n\
         evidence key-procedure Keys every=yearly input=file {{ guidance \"The procedure.\" }}\n\
         rule analytics-cluster-customer-key {{\n    resource AWS::Redshift::Cluster\n    \
         guard surface=config \"rule r {{ configuration.encrypted == true }}\"\n}}\n"
    );
    let folder = project("readme-source", &[("ordain.kdl", &program)]);
    let run = ordain(&folder, &["check"]);
    assert_eq!(errors(&run), "no findings\n");
}

#[test]
fn the_readme_names_what_there_is() {
    let readme = document("README.md");
    let generated = root().join("examples/payments-platform");
    for folder in ["conformance-packs", "audit-manager", "guard/config", "terraform"] {
        assert!(readme.contains(&format!("`generated/{folder}/")), "{folder}");
        assert!(generated.join("generated").join(folder).is_dir(), "{folder}");
    }
    let commands = readme.lines().filter_map(|line| line.strip_prefix("| `ordain "));
    let names: Vec<&str> = commands.filter_map(|rest| rest.split('`').next()).collect();
    assert!(names.len() >= 6, "{names:?}");
    for name in names {
        assert_eq!(ordain(&root(), &[name, "--help"]).status.code(), Some(0), "{name}");
    }
}

#[test]
fn the_first_chapter_leads_where_it_says() {
    let steps = blocks(&document("book/src/getting-started.md"), "kdl");
    let [manifest, framework, estate, pack, with_standard] = &steps[..] else {
        unreachable!("the chapter has five sources, not {}", steps.len())
    };
    let folder = project("first-chapter", &[("ordain.kdl", manifest), ("baseline/baseline.kdl", framework)]);
    assert_eq!(errors(&ordain(&folder, &["check"])), "no findings\n");
    assert_eq!(ordain(&folder, &["build"]).status.code(), Some(0));
    assert!(folder.join("generated/conformance-packs/acme-core.yaml").exists());
    let own = framework.split("pack acme-core").next().unwrap_or_default();
    let deployed = format!("{own}{pack}");
    fs::write(folder.join("baseline/baseline.kdl"), deployed).expect("the pack with its places");
    fs::write(folder.join("baseline/estate.kdl"), estate).expect("the estate");
    fs::write(folder.join("ordain.kdl"), with_standard).expect("the standard");
    let built = ordain(&folder, &["build"]);
    assert_eq!(built.status.code(), Some(0), "{}", errors(&built));
    assert!(!errors(&built).contains("warning"), "{}", errors(&built));
    for place in ["acme-core-ou-production", "acme-core-account-management"] {
        assert!(folder.join("generated/terraform").join(place).join("main.tf").exists(), "{place}");
    }
}

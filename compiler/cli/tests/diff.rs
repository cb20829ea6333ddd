//! `ordain diff` as a process, on repositories and folders: its sides, its forms, what it refuses, and what it must
//! not be led to.

#![allow(clippy::disallowed_methods, reason = "these tests are about files")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PROGRAM: &str = r#"project p edition="1" catalogue="2026-11-22"
framework own { title Own; control-set s S {
    control C-1 One { rule access-keys-rotated { set maxAccessKeyAge=90 } }
    control C-2 Two { rule rds-storage-encrypted }
} }
rule access-keys-rotated { parameter maxAccessKeyAge stricter=lower reason="A young key is worth less to a thief." }
pack p { include own }
"#;

/// A repository whose first commit holds the program in the folder `below`.
fn repository(name: &str, below: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("diff-{name}"));
    drop(fs::remove_dir_all(&root));
    let folder = root.join(below);
    fs::create_dir_all(&folder).expect("a folder");
    git(&root, &["init", "--quiet", "--initial-branch=main", "."]);
    git(&root, &["commit", "--quiet", "--allow-empty", "--message=empty"]);
    fs::write(folder.join("ordain.kdl"), PROGRAM).expect("a manifest");
    commit(&root, "first");
    folder
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(folder).args(["-c", "user.name=t", "-c", "user.email=t@example.org"]).args(arguments);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_COMMITTER_DATE", "2026-11-20T12:00:00Z");
    assert!(
        command.output().expect("these tests need git on the PATH").status.success(),
        "git {arguments:?}"
    );
}

fn commit(root: &Path, tag: &str) {
    git(root, &["add", "--all"]);
    git(root, &["commit", "--quiet", "--allow-empty", "--message", tag]);
    git(root, &["tag", tag]);
}

fn edit(folder: &Path, from: &str, to: &str) {
    let path = folder.join("ordain.kdl");
    let text = fs::read_to_string(&path).expect("a manifest");
    assert!(text.contains(from), "{from}");
    fs::write(path, text.replace(from, to)).expect("a manifest");
}

/// The exit code, standard output and standard error.
fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    command.current_dir(folder).args(["--today", "2026-11-22", "diff"]).args(arguments);
    let Output { status, stdout, stderr } = command.output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (status.code(), text(stdout), text(stderr))
}

#[test]
fn the_working_tree_is_compared_with_the_last_commit() {
    let folder = repository("tree", "a/project");
    let same = "HEAD → working tree: nothing is different in meaning\n";
    assert_eq!(run(&folder, &[]), (Some(0), same.to_owned(), String::new()));
    edit(&folder, "maxAccessKeyAge=90", "maxAccessKeyAge=60");
    let (code, told, errors) = run(&folder, &[]);
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    assert!(told.starts_with("HEAD → working tree: 1 tightening\n"), "{told}");
    assert!(told.contains("rule p/access-keys-rotated parameter maxAccessKeyAge: 90 → 60"), "{told}");
    assert!(told.contains("\nordain.kdl:3: control C-1 One"), "hunks stand under their source: {told}");
}

#[test]
fn revisions_are_read_from_objects_alone() {
    let folder = repository("revisions", "");
    edit(&folder, "rule rds-storage-encrypted", "gap reason=None");
    commit(&folder, "second");
    fs::remove_file(folder.join("ordain.kdl")).expect("a file");
    fs::write(folder.join("ordain.kdl"), PROGRAM).expect("a manifest");
    for arguments in [&["first..second"][..], &["first", "second"]] {
        let (code, told, errors) = run(&folder, arguments);
        assert_eq!((code, errors.as_str()), (Some(0), ""));
        assert!(told.contains("control own:C-2 falls from automated to gap"), "{told}");
        assert!(told.contains("control own:C-2 loses rule rds-storage-encrypted (supporting)"), "{told}");
    }
    assert_eq!(
        run(&folder, &["second..second", "--all"]).1,
        "second → second: nothing is different in meaning\n"
    );
    assert_eq!(fs::read_to_string(folder.join("ordain.kdl")).expect("a manifest"), PROGRAM);
}

#[test]
fn a_revision_before_the_project_is_empty() {
    let folder = repository("before", "");
    let (code, told, errors) = run(&folder, &["first~1..first"]);
    assert_eq!((code, errors.lines().count()), (Some(0), 1));
    assert!(errors.starts_with("note: `first~1` has no project here yet"), "{errors}");
    assert!(told.contains("framework own is added") && !told.contains("removed"), "{told}");
}

#[test]
fn folders_are_sides() {
    let (old, new) = (repository("old", ""), repository("new", ""));
    edit(&new, "control C-2 Two", "control C-20 Two");
    let sides = [old.to_str().expect("a path"), new.to_str().expect("a path")];
    let (code, told, errors) = run(&old, &sides);
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    assert!(told.contains("control own:C-20 was called C-2"), "{told}");
    assert!(!told.contains("removed"), "{told}");
    let beside = format!("../{}", old.file_name().expect("a name").to_str().expect("text"));
    assert_eq!(run(&new, &[&beside]).1.replace(&beside, sides[0]), run(&new, &[sides[0]]).1);
    let (code, _, errors) = run(&new, &["HEAD...first"]);
    assert_eq!(code, Some(2));
    assert!(errors.contains("merge-base"), "{errors}");
}

#[test]
fn a_damaged_repository_is_not_an_empty_side() {
    let folder = repository("damaged", "a");
    let root = folder.parent().expect("a root").to_path_buf();
    let output = Command::new("git").current_dir(&root).args(["rev-parse", "HEAD:a"]).output().expect("git");
    let tree = String::from_utf8(output.stdout).expect("text");
    let (head, tail) = tree.trim().split_at(2);
    fs::remove_file(root.join(".git/objects").join(head).join(tail)).expect("the object is loose");
    let (code, told, errors) = run(&folder, &["HEAD"]);
    assert_eq!((code, told.as_str()), (Some(1), ""));
    assert!(errors.starts_with("error: "), "{errors}");
}

#[test]
fn a_refused_class_needs_an_acceptance() {
    let folder = repository("refused", "");
    edit(&folder, "maxAccessKeyAge=90", "maxAccessKeyAge=120");
    let refused = ["--deny-class", "loosening"];
    let (code, _, errors) = run(&folder, &refused);
    assert_eq!(code, Some(1));
    assert!(errors.contains("error[D0609]"), "{errors}");
    let start = errors.find("accept D0609").expect("the line to write");
    let line = &errors[start..start + errors[start..].find('`').expect("its end")];
    let path = folder.join("ordain.kdl");
    let text = fs::read_to_string(&path).expect("a manifest");
    let accepted = line
        .replace("reason=\"…\"", "reason=\"The vendor rotates.\"")
        .replace("approved-by=…", "approved-by=ciso");
    fs::write(&path, format!("{text}{accepted}\n")).expect("a manifest");
    let (code, told, errors) = run(&folder, &refused);
    assert_eq!((code, errors.as_str()), (Some(0), ""), "{told}");
    assert!(told.contains("accepted by ciso: The vendor rotates."), "{told}");
    commit(&folder, "accepted");
    let (code, _, errors) = run(&folder, &refused);
    assert_eq!(code, Some(0));
    assert!(errors.contains("warning[W0611]"), "{errors}");
}

#[test]
fn a_renamed_pack_is_disruptive() {
    let folder = repository("renamed", "");
    edit(&folder, "pack p {", "pack q {");
    let (code, _, errors) = run(&folder, &["--deny-class", "disruptive"]);
    assert_eq!(code, Some(1));
    assert!(errors.contains("error[D0610]"), "{errors}");
}

#[test]
fn what_has_expired_since_does_not_stop_the_base() {
    let folder = repository("expired", "");
    edit(&folder, "catalogue=\"2026-11-22\"", "catalogue=\"2026-11-22\" { use std pci-dss-3.2.1; }");
    commit(&folder, "old");
    edit(&folder, " { use std pci-dss-3.2.1; }", "");
    let (code, told, errors) = run(&folder, &["old"]);
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    assert!(told.contains("framework pci-dss-3.2.1 is removed"), "{told}");
}

#[test]
fn a_side_with_errors_is_told() {
    let folder = repository("errors", "");
    edit(&folder, "rds-storage-encrypted", "rds-storage-encrypte");
    commit(&folder, "wrong");
    fs::write(folder.join("ordain.kdl"), PROGRAM).expect("a manifest");
    let (code, told, errors) = run(&folder, &["wrong"]);
    assert_eq!((code, told.as_str()), (Some(1), ""));
    assert!(errors.starts_with("wrong does not build:\nerror[E02"), "{errors}");
}

#[test]
fn an_old_side_that_no_service_takes_is_told_and_stops_nothing() {
    let folder = repository("limits", "");
    edit(&folder, "pack p { include own }", "pack p { include own; }\naudit-manager own");
    edit(&folder, "control C-1 One", "control c-1 Three { gap reason=None }\n    control C-1 One");
    commit(&folder, "alike");
    fs::write(folder.join("ordain.kdl"), PROGRAM).expect("a manifest");
    let (code, told, errors) = run(&folder, &["alike"]);
    assert_eq!(code, Some(0), "{errors}");
    assert!(told.contains("control own:c-1 is removed"), "{told}");
    assert!(errors.starts_with("alike has no artifacts:\nerror[E0508]"), "{errors}");
}

#[test]
fn sources_of_a_revision_have_a_bound_together() {
    let folder = repository("bound", "");
    let size = 63 << 20;
    fs::write(folder.join("large.kdl"), vec![b' '; size]).expect("a file");
    git(&folder, &["add", "--all"]);
    let output =
        Command::new("git").current_dir(&folder).args(["rev-parse", ":large.kdl"]).output().expect("git");
    let object = String::from_utf8(output.stdout).expect("text");
    for place in 0..5 {
        let entry = format!("100644,{},{place}.kdl", object.trim());
        git(&folder, &["update-index", "--add", "--cacheinfo", &entry]);
    }
    git(&folder, &["commit", "--quiet", "--message=large"]);
    fs::remove_file(folder.join("large.kdl")).expect("a file");
    let (code, told, errors) = run(&folder, &["HEAD"]);
    assert_eq!((code, told.as_str()), (Some(1), ""));
    let expected = format!(
        "error: the sources of `HEAD` are too large: {} bytes in 7 files\n",
        6 * size + PROGRAM.len()
    );
    assert!(errors.starts_with(&expected), "{errors}");
}

#[test]
fn what_a_clone_lacks_is_never_fetched() {
    let origin = repository("origin", "");
    git(&origin, &["config", "uploadpack.allowFilter", "true"]);
    let clone = origin.with_file_name("diff-clone");
    drop(fs::remove_dir_all(&clone));
    let url = format!("file://{}", origin.display());
    let place = clone.to_str().expect("a path");
    git(&origin, &["clone", "--quiet", "--no-checkout", "--filter=blob:none", &url, place]);
    fs::write(clone.join("ordain.kdl"), PROGRAM).expect("a manifest");
    let (code, told, errors) = run(&clone, &["HEAD"]);
    assert_eq!((code, told.as_str()), (Some(1), ""));
    assert!(errors.starts_with("error: git has no object for `ordain.kdl`\n"), "{errors}");
}

#[test]
fn names_never_become_options() {
    let folder = repository("hostile", "");
    let marker = folder.join("pwned");
    for name in
        ["--output=pwned", "-h", "HEAD;touch pwned", "$(touch pwned)", "HEAD:ordain.kdl", "no\nsuch", ""]
    {
        let (code, _, errors) = run(&folder, &["--", name, "HEAD"]);
        if !name.is_empty() {
            assert_eq!(code, Some(1), "{name}: {errors}");
            assert!(errors.starts_with("error: there is no revision"), "{errors}");
        }
        assert!(!marker.exists());
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_a_revision_leads_nowhere() {
    let folder = repository("link", "");
    edit(&folder, "catalogue=\"2026-11-22\"", "catalogue=\"2026-11-22\" { source s; }");
    fs::create_dir(folder.join("s")).expect("a folder");
    std::os::unix::fs::symlink("/etc/passwd", folder.join("s/a.kdl")).expect("a link");
    commit(&folder, "linked");
    let (code, _, errors) = run(&folder, &["linked", "linked"]);
    assert!(!errors.contains("root:"), "{errors}");
    assert_eq!(code, Some(1));
    assert!(errors.contains("E0701"), "{errors}");
}

#[test]
fn each_form_tells_the_same() {
    let folder = repository("forms", "");
    edit(&folder, "control C-1 One", "control C-1 \"<script>@x | `a`\"");
    edit(&folder, "maxAccessKeyAge=90", "maxAccessKeyAge=120");
    let (_, markdown, _) = run(&folder, &["--format", "markdown"]);
    assert!(markdown.contains("<b>1 loosening</b>"), "{markdown}");
    assert!(!markdown.contains("<script>") && markdown.encode_utf16().count() <= 65_536, "{markdown}");
    let (_, github, _) = run(&folder, &["--format", "github"]);
    assert!(github.starts_with("::warning file=ordain.kdl,line=3,title=loosening::"), "{github}");
    let (_, json, _) = run(&folder, &["--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../../book/src/schemas/diff-1.json")).expect("a JSON document");
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    assert_eq!(schema.iter_errors(&document).map(|fault| fault.to_string()).collect::<Vec<_>>(), [""; 0]);
    assert_eq!(document["counts"]["loosening"], 1);
    assert!(document["artifacts"].as_array().is_some_and(|hunks| !hunks.is_empty()));
}

#[test]
fn a_move_between_frameworks_is_told_to_a_project_that_uses_neither() {
    let folder = repository("move", "");
    let (code, told, errors) = run(&folder, &["std:pci-dss-3.2.1", "std:pci-dss-4.0.1"]);
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    assert!(told.starts_with("std:pci-dss-3.2.1 → std:pci-dss-4.0.1: 2"), "{told}");
    assert!(
        told.contains("\nevidence to bring (") && told.contains("  rule ") && told.contains(" for 3.5.1"),
        "{told}"
    );
    assert!(
        told.contains("\ncontrols that are followed (") && !told.contains("statements of the project"),
        "{told}"
    );
    let (_, markdown, _) = run(&folder, &["std:pci-dss-3.2.1", "std:pci-dss-4.0.1", "--format", "markdown"]);
    assert!(markdown.encode_utf16().count() <= 65_536 && markdown.contains("<details open>"), "{markdown}");
    let (_, json, _) = run(&folder, &["std:soc-2", "std:hipaa-security-rule", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let schema = include_str!("../../../book/src/schemas/succession-1.json");
    let schema = jsonschema::validator_for(&serde_json::from_str(schema).expect("JSON")).expect("a schema");
    assert_eq!(schema.iter_errors(&document).map(|fault| fault.to_string()).collect::<Vec<_>>(), [""; 0]);
    let followed = document["followed"].as_array().expect("a list");
    assert!(
        followed
            .iter()
            .any(|one| one["by"][0]["ground"].as_str().is_some_and(|why| why.starts_with("shares ")))
    );
}

#[test]
fn statements_of_a_project_are_told_with_what_follows() {
    let folder = repository("statements", "");
    edit(
        &folder,
        "project p edition=\"1\" catalogue=\"2026-11-22\"",
        "project p edition=\"1\" catalogue=\"2026-11-22\" { use std pci-dss-3.2.1 { pci-dss-3.2.1 as=pci } }\naccept D0223 target=pci-dss-3.2.1 reason=Moving approved-by=me",
    );
    edit(
        &folder,
        "rule rds-storage-encrypted",
        "rule rds-storage-encrypted; satisfies pci:3.4 relation=superset",
    );
    let (code, told, errors) = run(&folder, &["std:pci-dss-3.2.1", "std:pci-dss-4.0.1"]);
    assert_eq!(code, Some(0), "{errors}");
    assert!(told.contains("\n  own:C-2 superset 3.4 → 3.5.1 (equal)  ordain.kdl:5\n"), "{told}");
}

#[test]
fn a_framework_is_compared_with_a_framework() {
    let folder = repository("frameworks", "");
    for (arguments, words) in [
        (&["std:pci-dss-3.2.1", "std:pci-dss-4.0.2"][..], "did you mean `std:pci-dss-4.0.1`?"),
        (&["std:pci-dss-3.2.1"], "a framework is compared with a framework"),
        (&["HEAD", "std:soc-2"], "a framework is compared with a framework"),
        (&["std:soc-2", "std:gdpr", "--deny-class", "loosening"], "has no classes"),
        (&["std:soc-2", "std:gdpr", "--format", "github"], "--format markdown"),
    ] {
        let (code, told, errors) = run(&folder, arguments);
        assert_eq!((code, told.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(errors.contains(words), "{errors}");
    }
}

/// The steps of the workflow that an example brings, in a clone with a change.
#[test]
fn the_workflow_of_the_example_runs() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/payments-platform");
    let workflow = fs::read_to_string(example.join(".github/workflows/ordain.yml")).expect("a workflow");
    let steps: Vec<&str> = workflow.lines().filter_map(|line| line.trim().strip_prefix("run: ")).collect();
    assert_eq!(steps.len(), 5, "{steps:?}");
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("diff-workflow");
    drop(fs::remove_dir_all(&root));
    copy(&example, &root);
    git(&root, &["init", "--quiet", "--initial-branch=main", "."]);
    commit(&root, "base");
    let run = |step: &str| {
        let program = Path::new(env!("CARGO_BIN_EXE_ordain")).parent().expect("a folder");
        let path = format!("{}:{}", program.display(), std::env::var("PATH").expect("a PATH"));
        let mut command = Command::new("sh");
        command.current_dir(&root).args(["-ec", step]).env("PATH", path).env("BASE", "base");
        command.output().expect("a shell").status.success()
    };
    assert!(steps.iter().all(|step| run(step)), "the example as it is");
    let baseline = root.join("baseline/baseline.kdl");
    let text = fs::read_to_string(&baseline).expect("a source");
    fs::write(&baseline, text.replacen("            rule rds-proxy-tls-encryption\n", "", 1))
        .expect("a source");
    let outcomes: Vec<bool> = steps.iter().map(|step| run(step)).collect();
    assert_eq!(outcomes, [true, false, true, true, false], "a rule is gone and `generated` is stale");
    let comment = fs::read_to_string(root.join("ordain-diff.md")).expect("a comment");
    assert!(comment.contains("loses rule rds-proxy-tls-encryption"), "{comment}");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file");
        }
    }
}

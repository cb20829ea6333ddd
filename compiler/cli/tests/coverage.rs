//! `ordain coverage` as a process: its forms, its minimum, and what it does with errors.

#![allow(clippy::disallowed_methods, reason = "these tests are about files")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PROGRAM: &str = "project p edition=\"1\" catalogue=\"2026-11-22\" { use std soc-2 { soc-2 as=trust } }
framework own { title Own; control-set s S {
    control C-1 One { rule rds-storage-encrypted }
    control C-2 Two { gap reason=None }
    control C-3 Three { gap reason=None }
} }
pack p { include own }
";

fn project(name: &str, program: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("coverage-{name}"));
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("ordain.kdl"), program).expect("a manifest");
    folder
}

/// The exit code, standard output and standard error of `ordain coverage`.
fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    ordain(folder, &[&["coverage"], arguments].concat())
}

fn ordain(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    let Output { status, stdout, stderr } =
        command.current_dir(folder).args(arguments).output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (status.code(), text(stdout), text(stderr))
}

#[test]
fn the_table_tells_each_framework_and_the_whole() {
    let (code, told, errors) = run(&project("table", PROGRAM), &[]);
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    let row = |name: &str| {
        let line = told.lines().find(|line| line.starts_with(name)).unwrap_or_default();
        line.split_whitespace().skip(1).map(str::to_owned).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(row("own "), "3 1 0 0 0 0 2 0 33.3%");
    assert!(row("soc-2 ").starts_with("61 "), "{told}");
    assert!(row("whole ").starts_with("64 "), "{told}");
    assert!(told.contains("If deployed"), "{told}");
}

#[test]
fn a_minimum_is_a_ratchet() {
    let folder = project("minimum", PROGRAM);
    for (arguments, code) in [
        (&["--framework", "own", "--min", "33.3"][..], 0),
        (&["--framework", "own", "--min", "33.4"], 1),
        (&["--framework", "own", "--framework", "trust", "--min", "33.4"], 1),
        (&["--min", "0"], 0),
        (&["--min", "100", "--quiet", "--format", "json"], 1),
        (&["--min", "100.1"], 2),
        (&["--min", "33,3"], 2),
    ] {
        assert_eq!(run(&folder, arguments).0, Some(code), "{arguments:?}");
    }
    let (_, told, errors) = run(&folder, &["--framework", "own", "--min", "60"]);
    assert_eq!(
        errors,
        "error: own is covered by 33.3%, less than 60.0%: 1 of 3 controls are automated or mixed\n"
    );
    assert!(told.contains("33.3%"), "what was found is told as well");
}

#[test]
fn frameworks_are_named_by_name_or_alias() {
    let folder = project("names", PROGRAM);
    let by_alias = run(&folder, &["--framework", "trust", "--format", "json"]);
    assert_eq!(by_alias, run(&folder, &["--framework", "soc-2", "--format", "json"]));
    assert!(by_alias.1.contains("\"name\": \"soc-2\"") && !by_alias.1.contains("\"name\": \"own\""));
    let (code, told, errors) = run(&folder, &["--framework", "owm"]);
    assert_eq!((code, told.as_str()), (Some(2), ""));
    assert_eq!(errors, "error: there is no framework `owm`; did you mean `own`?\n");
}

#[test]
fn a_program_with_errors_has_no_coverage() {
    let broken = PROGRAM.replace("rds-storage-encrypted", "rds-storage-encryptd");
    let (code, told, errors) = run(&project("broken", &broken), &["--message-format", "short"]);
    assert_eq!((code, told.as_str()), (Some(1), ""));
    assert!(errors.contains("E0203"), "{errors}");
}

#[test]
fn a_comment_and_a_document_are_written() {
    let folder = project("forms", PROGRAM);
    let (code, told, _) = run(&folder, &["--format", "markdown"]);
    assert!(code == Some(0) && told.starts_with("### Coverage of p "), "{told}");
    let (code, told, _) = run(&folder, &["--format", "json"]);
    assert!(code == Some(0) && told.contains("\"schema\": \"ordain-coverage/1\""), "{told}");
}

#[test]
fn explain_tells_who_reaches_a_control_and_what_it_brings() {
    let program = "project p edition=\"1\" catalogue=\"2026-11-22\"
framework base { title B; control-set s S { control B-1 B { rule rds-storage-encrypted source=aws; cloudtrail kms_DisableKey } } }
framework twin { title T; extends base }
framework own { title O; control-set s S { control O-1 O {
    satisfies base:B-1 relation=superset
    rule encrypted-volumes strength=partial source=ours date=\"2026-01-02\"
    rule rds-storage-encrypted
} } }
pack p { include base }
";
    let (code, told, _) = ordain(&project("explain", program), &["explain", "twin:B-1"]);
    let lines: Vec<&str> = told.lines().filter(|line| !line.contains("ordain.kdl:")).collect();
    let expected = [
        "twin:B-1  B",
        "  state automated, if deployed, if sent to Audit Manager",
        "  rule rds-storage-encrypted (supporting) by aws",
        "  cloudtrail kms_DisableKey (supporting)",
        "  copies base:B-1",
        "  reached by base:B-1 (full)",
        "      by base:B-1 → twin:B-1",
        "      brings nothing that is not claimed as strongly already",
        "  reached by own:O-1 (full)",
        "      by own:O-1 → base:B-1 → twin:B-1",
        "      claim rule encrypted-volumes (partial) by ours, 2026-01-02",
    ];
    assert_eq!((code, lines), (Some(0), expected.to_vec()));
}

//! The example's site in a browser: accessible, quiet, quick, and whole without scripts and on paper.

#![allow(clippy::disallowed_methods, reason = "a browser reads files and is a process")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use corpus::{example, world};
use driver::{Day, build, compile};
use emit::Target;

/// Writes the site of the example below the folder that tests may write to.
fn written() -> PathBuf {
    let files = example();
    let world = world(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let compilation = compile(&world, Day::read("2026-11-22").expect("a day of the calendar"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    drop(fs::remove_dir_all(&folder));
    for artifact in build(&compilation, &[Target::Site]).0 {
        let path = folder.join(&artifact.path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder");
        fs::write(path, artifact.text).expect("a file");
    }
    folder.join("site")
}

/// `BROWSER_CHECK` is a copy of `tests/site/browser` with its packages, `BROWSER` the browser.
#[test]
#[ignore = "needs node, chromium and packages"]
fn a_browser_finds_no_fault() {
    let check = std::env::var("BROWSER_CHECK").expect("BROWSER_CHECK names the folder of check.mjs");
    let browser = std::env::var("BROWSER").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
    let mut command = Command::new("node");
    command.arg(Path::new(&check).join("check.mjs")).arg(browser).arg(written());
    let run = command.output().expect("node is on the PATH");
    let said = String::from_utf8_lossy(&run.stdout);
    println!("{said}");
    assert!(run.status.success(), "{said}{}", String::from_utf8_lossy(&run.stderr));
}

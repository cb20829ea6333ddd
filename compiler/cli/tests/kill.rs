//! Builds that are killed: each artifact is the old one or the new one, and the next build leaves nothing of them.

#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "these tests are about files")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Path below the output and bytes of each file.
type Files = BTreeMap<PathBuf, Vec<u8>>;

const CONTROLS: usize = 150;
const ROUNDS: usize = 9;

/// A program whose controls are artifacts; of two programs a third of the controls is in one alone.
fn program(mark: &str) -> String {
    let control = |place: usize| {
        let name = if place.is_multiple_of(3) { format!("{mark}-{place}") } else { format!("C-{place}") };
        format!("control {name} \"{mark} {place}\" {{ cloudtrail kms_DisableKey }}\n")
    };
    let controls: String = (0..CONTROLS).map(control).collect();
    format!(
        "project p edition=\"1\" catalogue=\"2026-11-22\"\naudit-manager f\n\
         framework f {{\ntitle F\ncontrol-set a A {{\n{controls}}}\n}}\n"
    )
}

struct Project {
    folder: PathBuf,
}

impl Project {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        drop(fs::remove_dir_all(&folder));
        fs::create_dir_all(&folder).expect("a folder");
        Self { folder }
    }

    fn write(&self, program: &str) {
        fs::write(self.folder.join("ordain.kdl"), program).expect("a source");
    }

    fn start(&self, arguments: &[&str]) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
        let command = command.current_dir(&self.folder).arg("build").args(arguments);
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program runs")
    }

    /// Everything below the output once these targets have been built.
    fn built(&self, arguments: &[&str]) -> Files {
        assert!(self.start(arguments).wait().expect("the program ends").success());
        self.files()
    }

    /// Everything below the output once a program has been built.
    fn built_from(&self, program: &str) -> Files {
        self.write(program);
        self.built(&[])
    }

    fn files(&self) -> Files {
        let output = self.folder.join("generated");
        let mut found = Files::new();
        let mut open = vec![output.clone()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten() {
                let path = entry.expect("the folder is listed").path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let below = path.strip_prefix(&output).expect("it lies below").to_path_buf();
                    found.insert(below, fs::read(&path).expect("a file"));
                }
            }
        }
        found
    }

    /// Starts a build and kills it once `moment` has come; says whether it had not ended before.
    fn kill(&self, moment: impl Fn() -> bool) -> bool {
        let mut build = self.start(&[]);
        while !moment() && build.try_wait().expect("the program runs").is_none() {}
        build.kill().expect("a child of ours");
        build.wait().expect("the program ends").code().is_none()
    }
}

fn is_hidden(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'))
}

#[test]
fn a_killed_build_leaves_each_file_old_or_new() {
    let project = Project::new("killed");
    let new = (program("New"), project.built_from(&program("New")));
    let old = (program("Old"), project.built_from(&program("Old")));
    let fresh: Vec<&PathBuf> = new.1.keys().filter(|path| !old.1.contains_key(*path)).collect();
    let mut killed = 0;
    for round in 0..ROUNDS {
        project.write(&new.0);
        let place = fresh[round * fresh.len() / ROUNDS];
        let started = Instant::now();
        let late = Duration::from_millis(20 * round as u64);
        let moment = || match round % 3 {
            0 => started.elapsed() > late,
            _ => project.folder.join("generated").join(place).exists(),
        };
        killed += usize::from(project.kill(moment));
        for (path, bytes) in project.files().iter().filter(|(path, _)| !is_hidden(path)) {
            let known = [&old.1, &new.1].into_iter().filter_map(|files| files.get(path));
            assert!(known.into_iter().any(|known| known == bytes), "round {round}: {}", path.display());
        }
        if round % 2 == 0 {
            assert!(project.built_from(&new.0) == new.1, "round {round}: the new program is built whole");
        }
        assert!(project.built_from(&old.0) == old.1, "round {round}: nothing of the new program is left");
    }
    assert!(killed > ROUNDS / 2, "only {killed} builds were killed before they ended");
}

#[test]
fn what_a_killed_build_left_waits_for_its_target() {
    let project = Project::new("left");
    let whole = project.built_from(&program("Old"));
    let output = project.folder.join("generated");
    // The hash of an empty file; one path leads out of the output.
    let hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let list = format!("{hash}  audit-manager/f/gone.json\n{hash}  ../kept\n");
    let aside = output.join(".new");
    fs::create_dir_all(aside.join("files")).expect("a folder");
    for (path, text) in [
        (aside.join("SHA256SUMS"), list.as_str()),
        (aside.join("files/0"), "half"),
        (output.join("audit-manager/f/gone.json"), ""),
        (project.folder.join("kept"), ""),
    ] {
        fs::write(path, text).expect("a file");
    }
    let gone = Path::new("audit-manager/f/gone.json");
    let other = project.built(&["--target", "guard"]);
    assert!(other.contains_key(gone) && other.contains_key(Path::new(".new/SHA256SUMS")));
    assert!(!other.contains_key(Path::new(".new/files/0")), "a half-written file goes at once");
    assert!(project.built(&[]) == whole, "nothing is left");
    assert!(project.folder.join("kept").exists());
}

//! The pages of the book and the README, played with the program; `UPDATE=1` writes the outputs that they show.

#![allow(clippy::disallowed_methods, reason = "a session has a folder of its own")]

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

use book::{Page, Played, chapters, play};

/// Plays a page in an empty folder of its own.
fn played(page: &Page) -> Played {
    let name = format!("book-{}", page.path.replace('/', "-"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).expect("a folder for the session");
    play(page, Path::new(env!("CARGO_BIN_EXE_ordain")), &folder)
}

#[test]
fn what_pages_show_is_so() {
    let pages = chapters();
    let played: Vec<Played> = thread::scope(|scope| {
        let sessions: Vec<_> = pages.iter().map(|page| scope.spawn(|| played(page))).collect();
        sessions.into_iter().map(|session| session.join().expect("a page is played to its end")).collect()
    });
    let mut wrong = Vec::new();
    for (page, played) in pages.iter().zip(played) {
        wrong.extend(played.faults);
        if played.text != page.text && !page.write(&played.text) {
            let first = page.text.lines().zip(played.text.lines()).find(|(old, new)| old != new);
            wrong.push(format!(
                "{} shows what is no longer printed (UPDATE=1 writes it): {first:?}",
                page.path
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The words of the program's help that name commands.
fn commands() -> Vec<String> {
    let run = Command::new(env!("CARGO_BIN_EXE_ordain")).arg("--help").output().expect("the program starts");
    let help = String::from_utf8(run.stdout).expect("help is text");
    let lines =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    lines.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

fn page(path: &str) -> Page {
    chapters().into_iter().find(|page| page.path == path).expect("the page is part of the repository")
}

/// The words after `ordain ` in lines of a page, sorted.
fn named(page: &Page, start: &str) -> Vec<String> {
    let lines = page.text.lines().filter(|line| line.starts_with(start));
    let words =
        lines.flat_map(|line| line.split("ordain ").skip(1).filter_map(|rest| rest.split(['`', ' ']).next()));
    let mut names: Vec<String> = words.filter(|word| !word.starts_with('-')).map(str::to_owned).collect();
    names.sort();
    names.dedup();
    names
}

#[test]
fn readme_and_book_have_every_command() {
    let mut commands = commands();
    commands.sort();
    assert!(commands.len() > 8, "{commands:?}");
    assert_eq!(named(&page("README.md"), "| `ordain "), commands);
    assert_eq!(
        named(&page("book/src/commands.md"), "$ ordain "),
        commands,
        "a section with `ordain COMMAND --help` each"
    );
}

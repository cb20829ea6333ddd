//! A page played from top to bottom in a folder of its own: sources are written, commands run, outputs compared.

#![allow(clippy::disallowed_methods, reason = "sessions are about files")]

use std::fs;
use std::ops::Range;
use std::path::{Component, Path, PathBuf};

use corpus::{Block, blocks, replaced};
use house::root;

use crate::command::{Command, commands};
use crate::frame::framed;
use crate::kind::{Kind, Source};
use crate::page::Page;
use crate::run::{Run, run};
use crate::shown::{excerpt, matches, refitted};

/// Before the name of a folder of the repository that the session begins with a copy of.
const WITH: &str = "<!-- session: with ";
/// The same, and the session begins in it.
const IN: &str = "<!-- session: in ";

/// What came of a page.
pub struct Played {
    /// The page with the outputs that the program prints now.
    pub text: String,
    /// What is not as the page says, apart from outputs.
    pub faults: Vec<String>,
}

struct Session<'a> {
    program: &'a Path,
    /// Nothing is written outside.
    outermost: PathBuf,
    folder: PathBuf,
    /// The outputs that differ.
    outputs: Vec<(Range<usize>, String)>,
}

/// Plays a page with this program in this folder, which is empty.
pub fn play(page: &Page, program: &Path, folder: &Path) -> Played {
    let outermost = folder.canonicalize().expect("the session's folder exists");
    let mut session = Session { program, folder: outermost.clone(), outermost, outputs: Vec::new() };
    let mut faults = Vec::new();
    for name in begins(page, WITH).chain(begins(page, IN)) {
        copy(&root().join(name), &session.outermost.join(name));
    }
    for name in begins(page, IN) {
        session.folder.push(name);
    }
    for block in blocks(&page.text) {
        let done = Kind::read(&block.info).and_then(|kind| session.step(&kind, &block));
        faults.extend(done.err().map(|fault| format!("{}: {fault}", page.place(block.range.start))));
    }
    Played { text: replaced(&page.text, &session.outputs), faults }
}

fn begins<'a>(page: &'a Page, word: &'a str) -> impl Iterator<Item = &'a str> {
    page.text.lines().filter_map(move |line| line.strip_prefix(word)?.strip_suffix(" -->"))
}

impl Session<'_> {
    fn step(&mut self, kind: &Kind, block: &Block) -> Result<(), String> {
        match kind {
            Kind::Source(Source::File(path), finds) => {
                self.write(path, &block.text)?;
                self.check(project(path), finds)
            }
            Kind::Source(Source::Frame(frame), finds) => {
                framed(frame, &block.text)?.iter().try_for_each(|(path, text)| self.write(path, text))?;
                self.check(".", finds)
            }
            Kind::File(path) => self.write(path, &block.text),
            Kind::Commands(exit) => self.commands(&block.text, *exit).map(drop),
            Kind::Console(exit) => self.console(block, *exit),
            Kind::Excerpt(path) => self.excerpt(path, &block.text),
            Kind::Json => serde_json::from_str(&block.text)
                .map_err(|fault| fault.to_string())
                .map(|_: serde_json::Value| ()),
            Kind::Yaml => serde_yaml::from_str(&block.text)
                .map_err(|fault| fault.to_string())
                .map(|_: serde_yaml::Value| ()),
            Kind::Text | Kind::Elsewhere => Ok(()),
        }
    }

    fn write(&self, path: &str, text: &str) -> Result<(), String> {
        let inside = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        let place = self.folder.join(path);
        if !inside || !place.starts_with(&self.outermost) {
            return Err(format!("`{path}` lies outside the session"));
        }
        let folder = place.parent().expect("a file has a folder");
        fs::create_dir_all(folder).and_then(|()| fs::write(&place, text)).map_err(|fault| fault.to_string())
    }

    /// The codes of a check of this project, each once, are those that the page says.
    fn check(&self, project: &str, finds: &[String]) -> Result<(), String> {
        let arguments = ["check", "--project", project, "--message-format", "short"].map(str::to_owned);
        let run = self.ordain(&arguments, None)?;
        let mut codes: Vec<&str> = Vec::new();
        for code in run.printed.lines().filter_map(|line| line.split_once('[')?.1.split(']').next()) {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        if codes == finds { Ok(()) } else { Err(format!("a check finds\n{}", run.printed)) }
    }

    fn ordain(&self, arguments: &[String], file: Option<&str>) -> Result<Run, String> {
        run(self.program, &self.folder, arguments, file).map_err(|fault| fault.to_string())
    }

    /// Runs commands, of which the last ends with `exit`; what each printed.
    fn commands(&mut self, lines: &str, exit: i32) -> Result<Vec<String>, String> {
        let commands = commands(lines)?;
        let last = commands.len().saturating_sub(1);
        let mut printed = Vec::new();
        for (place, command) in commands.iter().enumerate() {
            printed.push(match command {
                Command::Enter(name) => self.enter(name).map(|()| String::new())?,
                Command::Ordain(arguments, file) => {
                    let run = self.ordain(arguments, file.as_deref())?;
                    let wanted = if place == last { exit } else { 0 };
                    if run.exit != Some(wanted) {
                        return Err(format!(
                            "`{}` ends with {:?}\n{}",
                            arguments.join(" "),
                            run.exit,
                            run.printed
                        ));
                    }
                    run.printed
                }
            });
        }
        Ok(printed)
    }

    fn enter(&mut self, name: &str) -> Result<(), String> {
        let folder = self.folder.join(name);
        let folder = folder.canonicalize().map_err(|_| format!("there is no folder `{name}`"))?;
        if !folder.starts_with(&self.outermost) {
            return Err(format!("`{name}` lies outside the session"));
        }
        self.folder = folder;
        Ok(())
    }

    /// Commands after `$ `, each with its output up to the next.
    fn console(&mut self, block: &Block, exit: i32) -> Result<(), String> {
        let mut text = String::new();
        let mut parts = block.text.split_inclusive('\n').peekable();
        while let Some(line) = parts.next() {
            let command = line.strip_prefix("$ ").ok_or("a block of `console` begins with `$ `")?;
            let mut shown = String::new();
            while let Some(line) = parts.next_if(|line| !line.starts_with("$ ")) {
                shown.push_str(line);
            }
            let wanted = if parts.peek().is_none() { exit } else { 0 };
            let printed = self.commands(command, wanted)?.concat();
            text.push_str(line);
            text.push_str(&if matches(&shown, &printed) { shown } else { refitted(&shown, &printed) });
        }
        if text != block.text {
            self.outputs.push((block.range.clone(), text));
        }
        Ok(())
    }

    fn excerpt(&self, path: &str, shown: &str) -> Result<(), String> {
        let places = [self.folder.join(path), root().join(path)];
        let text = places.iter().find_map(|place| fs::read_to_string(place).ok());
        let text = text.ok_or_else(|| format!("there is no file `{path}`"))?;
        match excerpt(shown, &text) {
            None => Ok(()),
            Some(line) => Err(format!("`{path}` has not: {line}")),
        }
    }
}

/// The folder of the project that a file belongs to: that of its settings, else where the session is.
fn project(path: &str) -> &str {
    path.strip_suffix("/ordain.kdl").unwrap_or(".")
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder of the session");
    for entry in fs::read_dir(from).expect("the folder is part of the repository") {
        let entry = entry.expect("the folder can be listed");
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).expect("a file of the session");
        }
    }
}

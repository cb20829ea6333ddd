//! The first text of a library framework, written from a folder of facts; afterwards the text is the truth, so an
//! existing file is never overwritten unasked.

pub(crate) mod evidence;
mod origin;
pub(crate) mod review;
mod setting;
pub(crate) mod sources;
pub(crate) mod text;
mod words;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use review::Review;
use sources::Sources;
use words::Words;

/// How the subcommand is called.
pub(crate) const USAGE: &str = "refresh framework ID --facts DIR --out DIR [--words FILE] [--force]
FILE holds titles and guidance, one control a line: id, title, manual evidence or `inherited`, guidance, by tabs";

/// Writes `OUT/ID/*.kdl`; the arguments are those after the subcommand's name.
pub(crate) fn run(arguments: &[&str]) -> Result<(), String> {
    let order = Order::read(arguments)?;
    let sources = Sources::read(&order.facts, &order.id)?;
    let review = Review::of(&order.id)?;
    let words = match &order.words {
        Some(file) => Words::read(file)?,
        None => Words::default(),
    };
    let rows = evidence::rows(&sources, &review, &words)?;
    let files = text::files(&sources.framework, &words, &rows)?;
    write(&order.out.join(&order.id), &files, order.force)
}

/// Looks at every file before the first is written, so that a refusal changes nothing.
fn write(folder: &Path, files: &BTreeMap<String, String>, force: bool) -> Result<(), String> {
    if let Some(file) = files.keys().find(|file| !force && folder.join(file).exists()) {
        return Err(format!(
            "{} exists; its text is the truth now (--force overwrites)",
            folder.join(file).display()
        ));
    }
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for (file, text) in files {
        let path = folder.join(file);
        std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    println!("wrote {} files to {}", files.len(), folder.display());
    Ok(())
}

/// What the command line asks for.
#[derive(Debug)]
struct Order {
    id: String,
    facts: PathBuf,
    out: PathBuf,
    words: Option<PathBuf>,
    force: bool,
}

impl Order {
    fn read(arguments: &[&str]) -> Result<Self, String> {
        let (mut id, mut facts, mut out, mut words, mut force) = (None, None, None, None, false);
        let mut rest = arguments.iter();
        while let Some(word) = rest.next() {
            let place = match *word {
                "--force" => {
                    force = true;
                    continue;
                }
                "--facts" => &mut facts,
                "--out" => &mut out,
                "--words" => &mut words,
                name if !name.starts_with('-') && id.is_none() => {
                    id = Some(name.to_owned());
                    continue;
                }
                other => return Err(format!("unexpected {other}\nusage: {USAGE}")),
            };
            let value = rest.next().ok_or_else(|| format!("{word} needs a value\nusage: {USAGE}"))?;
            *place = Some(PathBuf::from(value));
        }
        match (id, facts, out) {
            (Some(id), Some(facts), Some(out)) => Ok(Self { id, facts, out, words, force }),
            _ => Err(format!("usage: {USAGE}")),
        }
    }
}

#[cfg(test)]
mod tests;

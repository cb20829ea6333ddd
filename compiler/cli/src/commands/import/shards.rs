//! Shards of imported packs: a build says how many each needs, and the source says it before anybody is asked to.

use std::collections::BTreeSet;

use diagnostics::{Code, Diagnostic, Report};
use driver::{Day, MANIFEST, Texts};
use import::{Known, Source};
use source::{Edit, SourceMap, Span};

/// The folder of the imported files in the program that is tried.
const FOLDER: &str = "imported";
/// Shards double with each round; no pack has rules for more.
const ROUNDS: usize = 4;
/// How the statement begins where a fix puts it.
const STATEMENT: &str = "\n    shards ";

/// Puts the number of shards into the packs that need several, and tells of each. Sources with errors are left as they are.
pub(super) fn put(
    files: &mut [Source],
    library: &[Known],
    today: Day,
    sources: &mut SourceMap,
    report: &mut Report,
) {
    let mut changed = BTreeSet::new();
    for _ in 0..ROUNDS {
        let new = round(files, library, today);
        if new.is_empty() {
            break;
        }
        changed.extend(new);
    }
    for file in files.iter().filter(|file| changed.contains(&file.path)) {
        report.push(told(file, sources));
    }
}

/// Applies what a build asks for, once for each file; the files that it changed.
fn round(files: &mut [Source], library: &[Known], today: Day) -> BTreeSet<String> {
    let compilation = driver::compile(&world(files, library), today);
    let mut changed = BTreeSet::new();
    for found in driver::limits(&compilation).diagnostics() {
        let is_about_shards = matches!(found.code, Code::PackNeedsShards | Code::ManyResources);
        let (Some(place), Some(fix)) = (found.place(), found.fixes.first()) else { continue };
        let path = compilation.sources.file(place.file).path();
        let name = path.strip_prefix(FOLDER).and_then(|path| path.strip_prefix('/'));
        let file = files.iter_mut().find(|file| name == Some(file.path.as_str()));
        let Some(file) = file.filter(|_| is_about_shards) else { continue };
        // Edits of one round do not know of each other.
        if changed.insert(file.path.clone()) {
            file.text = Edit::apply(&file.text, &fix.edits);
        }
    }
    changed
}

/// A program of the imported files alone, with the frameworks of the library that they may speak of.
fn world(files: &[Source], library: &[Known]) -> Texts {
    let used = library.iter().filter(|known| known.is_used);
    let uses: String = used.map(|known| format!("    use std {}\n", known.name)).collect();
    let date = query::CATALOGUE_DATE;
    let manifest =
        format!("project imported edition=\"1\" catalogue=\"{date}\" {{\n    source {FOLDER}\n{uses}}}\n");
    let world = Texts::default().with(MANIFEST, &manifest);
    files.iter().fold(world, |world, file| world.with(&format!("{FOLDER}/{}", file.path), &file.text))
}

fn told(file: &Source, sources: &mut SourceMap) -> Diagnostic {
    let added = sources.add(file.path.as_str(), file.text.as_str());
    let start = file.text.find(STATEMENT).map_or(0, |at| at + STATEMENT.len() - "shards ".len());
    let end = file.text[start..].find('\n').map_or(file.text.len(), |length| start + length);
    Diagnostic::new(
        Code::LossyImport,
        format!("the pack of `{}` is more than one template carries", file.path),
    )
    .at(Span::new(added, start, end), "is built as several")
    .help("a deploy makes the rules of the other parts new; `exclude` what is not needed")
    .help("a template in a bucket carries more bytes: `delivery s3`")
}

//! Packs that are imported and built again say what they said, or the report tells what they no longer say.

#[path = "import/normal.rs"]
mod normal;
#[path = "import/own.rs"]
mod own;
#[path = "import/published.rs"]
mod published;

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::{Code, Diagnostic, Form, Policy, Report, Severity, Style, render};
use driver::{Day, Texts};
use emit::Target;
use import::{Called, Known, Pack, Rule, Source};
use source::{FileId, SourceMap, Span};

use normal::{Meaning, meanings};

/// A project whose sources are the imported files.
const MANIFEST: &str = "project imported edition=\"1\" catalogue=\"2026-11-22\" {\n    source src\n}\n";

/// What became of packs.
struct Imported {
    packs: Vec<Pack>,
    report: Report,
    files: Vec<Source>,
}

fn import(texts: &[(&str, &str)], joined: Option<&str>) -> Imported {
    let (mut sources, mut report) = (SourceMap::default(), Report::default());
    let files: Vec<FileId> = texts.iter().map(|(path, text)| sources.add(*path, *text)).collect();
    let artifacts = import::read(&mut sources, &files, &mut report);
    let judged = import::judge(&artifacts, &sources, &[], &mut report);
    let files = import::translate(&judged, &sources, joined, &library(), &mut report);
    Imported { packs: artifacts.packs, report, files }
}

/// The names of the library's frameworks, which imports leave alone.
fn library() -> Vec<Known> {
    let known = driver::library_frameworks().into_iter().map(|name| Known {
        name: name.to_owned(),
        title: String::new(),
        controls: BTreeMap::new(),
        is_used: false,
    });
    known.collect()
}

/// The templates that a project of these files builds; the findings where there are errors.
fn build(files: &[Source]) -> Result<Vec<(String, String)>, String> {
    let world = files.iter().fold(Texts::default().with("ordain.kdl", MANIFEST), |world, file| {
        world.with(&format!("src/{}", file.path), &file.text)
    });
    let compilation = driver::compile(&world, Day::read("2026-11-22").expect("a day"));
    let (artifacts, limits) = driver::build(&compilation, &[Target::ConformancePack]);
    let mut report = compilation.report.clone();
    report.append(limits);
    let errors = report.diagnostics().iter().any(|found| found.code.severity() != Severity::Warning);
    if errors {
        return Err(render(&report, &Policy::default(), &compilation.sources, Form::Short, Style::default()));
    }
    let templates = artifacts.into_iter().filter(|artifact| artifact.path.ends_with(".yaml"));
    Ok(templates.map(|artifact| (artifact.path, artifact.text)).collect())
}

/// What templates mean, all together.
fn meant(texts: &[(String, String)]) -> Vec<Meaning> {
    let (mut sources, mut report) = (SourceMap::default(), Report::default());
    let mut all = Vec::new();
    for (path, text) in texts {
        let file = sources.add(path.as_str(), text.as_str());
        let packs = import::read(&mut sources, &[file], &mut report).packs;
        let pack = packs.first().expect("what is built is a pack");
        all.extend(meanings(pack).into_iter().map(|(meaning, _)| meaning));
    }
    all
}

/// Differences between a pack and what is built from its import that no finding tells.
fn untold(path: &str, text: &str) -> Result<Vec<String>, String> {
    let imported = import(&[(path, text)], None);
    let [pack] = imported.packs.as_slice() else { return Err(format!("{path} is no pack")) };
    let built = build(&imported.files).map_err(|errors| format!("{path}\n{errors}"))?;
    let mut after = meant(&built);
    let mut told: BTreeSet<String> = BTreeSet::new();
    let mut untold = Vec::new();
    let mut before = BTreeSet::new();
    for (meaning, rule) in meanings(pack) {
        if let Some(place) = after.iter().position(|other| *other == meaning) {
            after.remove(place);
            before.insert(meaning);
        } else if before.contains(&meaning) {
            // Rules that ask for the same are one.
        } else if imported.report.diagnostics().iter().any(|found| tells_of(found, pack, rule)) {
            told.insert(meaning.evaluator.clone());
        } else {
            untold.push(format!("lost {path}: {meaning:?}"));
        }
    }
    let new = after.into_iter().filter(|meaning| !told.contains(&meaning.evaluator));
    untold.extend(new.map(|meaning| format!("new {path}: {meaning:?}")));
    Ok(untold)
}

/// Whether a finding is about a rule: about its resource, its remediation, or a name that it uses.
fn tells_of(found: &Diagnostic, pack: &Pack, rule: &Rule) -> bool {
    // Names and descriptions are no part of what is compared.
    let of_words = ["is called", "descriptions of"].iter().any(|words| found.message.contains(words));
    let tells = found.code == Code::LossyImport || found.code.severity() != Severity::Warning;
    if of_words || !tells {
        return false;
    }
    let ids =
        pack.rules.iter().map(|rule| rule.id.span).chain(pack.remediations.iter().map(|one| one.id.span));
    let starts: BTreeSet<u32> = ids.map(|span| span.start).collect();
    let end = |start: u32| starts.range(start + 1..).next().copied().unwrap_or(u32::MAX);
    let mended = pack
        .remediations
        .iter()
        .filter(|one| Called::new(pack).rule_of(one).is_some_and(|known| std::ptr::eq(known, rule)));
    let resources = mended.map(|one| one.id.span).chain([rule.id.span]);
    let mut places: Vec<(u32, u32)> = resources.map(|span| (span.start, end(span.start))).collect();
    let used = rule.names.iter().map(|name| match name {
        import::Name::Ref(name) | import::Name::Condition(name) => name.value.as_str(),
    });
    for name in used {
        let spans =
            [pack.parameter(name).map(|one| one.name.span), pack.condition(name).map(|one| one.name.span)];
        places.extend(spans.into_iter().flatten().map(|span| (span.start, span.start + 400)));
    }
    let inside = |span: Span| places.iter().any(|(from, to)| (*from..*to).contains(&span.start));
    found.labels.iter().any(|label| inside(label.span))
}

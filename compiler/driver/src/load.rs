//! Reads and parses the files of a program; file ids follow the manifest, the project's paths, the library's paths.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use diagnostics::{Code, Diagnostic, Report};
use model::{Named, Package, Program, Settings, SourceTree};
use rayon::prelude::*;
use source::{FileId, SourceMap, Span};
use syntax::{Parsed, Tree};

use crate::folder::{holds, inside};
use crate::{MANIFEST, ReadFault, World, library, placement};

/// From so many files or bytes on, threads cost less than they save.
const MANY_FILES: usize = 32;
const MANY_BYTES: usize = 1 << 20;

/// The files of a program as they were read.
pub(crate) struct Loaded {
    pub(crate) sources: SourceMap,
    pub(crate) report: Report,
    pub(crate) settings: Settings,
    /// Files with faults of syntax.
    pub(crate) broken: BTreeSet<FileId>,
    trees: Vec<(Tree, Package)>,
}

impl Loaded {
    pub(crate) fn program(&self) -> Program<'_> {
        let files = self.trees.iter().map(|(tree, package)| SourceTree { tree, package: *package });
        Program { files: files.collect() }
    }

    fn add(&mut self, files: Vec<(String, Arc<str>)>, package: Package) {
        let added: Vec<(FileId, Arc<str>)> =
            files.into_iter().map(|(path, text)| (self.sources.add(path, text.clone()), text)).collect();
        for (parsed, (file, _)) in parse(&added).into_iter().zip(&added) {
            if package == Package::Own {
                self.judge(*file, &parsed);
            }
            self.trees.push((parsed.tree, package));
        }
    }

    fn judge(&mut self, file: FileId, parsed: &Parsed) {
        if !parsed.diagnostics.is_empty() {
            self.broken.insert(file);
        }
        let shapes = syntax::check_shapes(&parsed.tree);
        let misplaced = placement::misplaced(self.sources.file(file).path(), &parsed.tree);
        for found in parsed.diagnostics.iter().cloned().chain(shapes).chain(misplaced) {
            self.report.push(found);
        }
    }
}

/// What the project of a world says of its files, from the manifest alone; nothing where that cannot be read.
#[must_use]
pub fn settings(world: &dyn World) -> Settings {
    let Ok(text) = world.read(MANIFEST) else { return Settings::default() };
    let file = SourceMap::default().add(MANIFEST, text.clone());
    model::settings(&syntax::parse(file, &text).tree)
}

/// Reads the manifest, then what it says to read, and these frameworks of the library.
pub(crate) fn load(world: &dyn World, frameworks: &[&str]) -> Loaded {
    let mut loaded = Loaded {
        sources: SourceMap::default(),
        report: Report::default(),
        settings: Settings::default(),
        broken: BTreeSet::new(),
        trees: Vec::new(),
    };
    match world.read(MANIFEST) {
        Ok(text) => loaded.add(vec![(MANIFEST.to_owned(), text)], Package::Own),
        Err(fault) => {
            loaded.report.push(unreadable(MANIFEST, None, &fault));
            return loaded;
        }
    }
    let manifest = &loaded.trees[0].0;
    loaded.settings = model::settings(manifest);
    if loaded.broken.is_empty()
        && let Some(found) = placement::missing_project(manifest)
    {
        loaded.report.push(found);
    }
    let own = own_files(world, &loaded.settings, &mut loaded.report);
    loaded.add(own, Package::Own);
    let shared = library::used(&loaded.settings, frameworks, &mut loaded.report);
    let shared = shared.into_iter().map(|(path, text)| (format!("std:{path}"), Arc::from(text)));
    loaded.add(shared.collect(), Package::Std);
    loaded
}

fn own_files(world: &dyn World, settings: &Settings, report: &mut Report) -> Vec<(String, Arc<str>)> {
    let output = output(settings, report);
    let mut paths: BTreeMap<String, Span> = BTreeMap::new();
    for written in &settings.sources {
        let Some(folder) = inside(&written.text) else {
            report.push(outside(written));
            continue;
        };
        match world.list(&folder) {
            Ok(found) => {
                for path in found {
                    let is_output = output.as_deref().is_some_and(|output| holds(output, &path));
                    if !is_output && path != MANIFEST {
                        paths.entry(path).or_insert(written.span);
                    }
                }
            }
            Err(fault) => report.push(unreadable(&written.text, Some(written.span), &fault)),
        }
    }
    let mut files = Vec::with_capacity(paths.len());
    for (path, span) in paths {
        match world.read(&path) {
            Ok(text) => files.push((path, text)),
            Err(fault) => report.push(unreadable(&path, Some(span), &fault)),
        }
    }
    files
}

/// The output folder, where it is one below the project.
fn output(settings: &Settings, report: &mut Report) -> Option<String> {
    let written = settings.output.as_ref()?;
    let folder = inside(&written.text).filter(|folder| !folder.is_empty());
    if folder.is_none() {
        report.push(outside(written).help("name a folder below the project, such as `generated`"));
    }
    // What a build writes there would be taken for the repository's own.
    if folder.as_deref().is_some_and(|folder| folder.split('/').any(|part| part == ".git")) {
        report.push(
            Diagnostic::new(Code::OutsideProject, format!("`{}` belongs to git", written.text))
                .at(written.span, "not a folder of the project")
                .help("name another folder, such as `generated`"),
        );
    }
    folder
}

fn outside(written: &Named) -> Diagnostic {
    Diagnostic::new(Code::OutsideProject, format!("`{}` is not a folder below the project", written.text))
        .at(written.span, "leads elsewhere")
        .help("paths are relative to the folder of `ordain.kdl`, with `/` between their parts, and without `..`")
}

fn unreadable(path: &str, place: Option<Span>, fault: &ReadFault) -> Diagnostic {
    let (code, message) = match fault {
        ReadFault::Outside => {
            (Code::OutsideProject, format!("`{path}` leads out of the project, or through a symbolic link"))
        }
        ReadFault::Missing => (Code::UnreadableFile, format!("there is no `{path}`")),
        ReadFault::NotUtf8 => (Code::UnreadableFile, format!("`{path}` is not text in UTF-8")),
        ReadFault::TooLarge { bytes } => {
            (Code::UnreadableFile, format!("`{path}` is too large: {bytes} bytes"))
        }
        ReadFault::Unreadable(reason) => (Code::UnreadableFile, format!("`{path}` cannot be read: {reason}")),
    };
    let found = Diagnostic::new(code, message);
    match place {
        Some(span) => found
            .at(span, "named here")
            .help("sources are files in UTF-8 of at most 64 MiB, in folders of the project"),
        None => found.help("`ordain init` makes a project"),
    }
}

fn parse(files: &[(FileId, Arc<str>)]) -> Vec<Parsed> {
    let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    if files.len() > MANY_FILES || bytes > MANY_BYTES {
        files.par_iter().map(|(file, text)| syntax::parse(*file, text)).collect()
    } else {
        files.iter().map(|(file, text)| syntax::parse(*file, text)).collect()
    }
}

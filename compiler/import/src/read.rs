//! Files as [`Artifacts`]; what cannot be read is reported and left out, the rest goes on.

mod bodies;
mod comment;
mod deployed;
mod exported;
mod inner;
mod mistaken;
mod organization;
mod oscal;
mod parameter;
mod remediation;
mod reshape;
mod rule;
mod shape;
mod substitution;
mod table;
mod template;
mod terraform;
mod value;

use diagnostics::{Code, Diagnostic, Report};
use source::{FileId, SourceMap, Span};

use crate::artifact::Artifacts;
use crate::document::{self, Format, Node, Placed};
use crate::pack::{Origin, Pack};
use bodies::Bodies;
use deployed::Deployed;
pub use mistaken::not_utf8;
use oscal::Oscal;

/// Reads files of `sources`; a template inside a file becomes a file of its own there.
pub fn read(sources: &mut SourceMap, files: &[FileId], report: &mut Report) -> Artifacts {
    let mut found = Found::default();
    for file in files {
        found.file(sources, *file, report);
    }
    let Found { mut artifacts, deployed, bodies, oscal } = found;
    artifacts.packs.extend(deployed.packs(report));
    artifacts.frameworks.extend(bodies.frameworks(report));
    artifacts.frameworks.extend(oscal.frameworks(report));
    artifacts
}

/// What the files that were read so far hold; parts wait for those that they belong to.
#[derive(Default)]
struct Found {
    artifacts: Artifacts,
    deployed: Deployed,
    bodies: Bodies,
    oscal: Oscal,
}

impl Found {
    fn file(&mut self, sources: &mut SourceMap, file: FileId, report: &mut Report) {
        let (path, text) = (sources.file(file).path().to_owned(), sources.file(file).text().clone());
        if let Some(found) = mistaken::by_text(file, &path, &text) {
            report.push(found);
            return;
        }
        if table::is_list(&path) {
            self.artifacts.frameworks.extend(table::read(file, &path, &text, report));
            return;
        }
        let Some(root) = document::read(file, &text, Format::of(&path), report) else { return };
        let pack = template::read(file, &text, &root, stem(&path), false, report);
        for inner in inner::of_stack(&root) {
            self.artifacts.packs.extend(inner::read(&inner, &path, sources, report));
        }
        let is_known = pack.is_some()
            || exported::read(file, &path, &root, &mut self.deployed, report)
            || bodies::read(&path, &root, &mut self.bodies, report)
            || oscal::read(&path, &root, &mut self.oscal, report);
        self.artifacts.packs.extend(pack.filter(holds_something));
        if !is_known && !terraform::read(file, &root, sources, self, report) {
            report.push(mistaken::by_keys(&root).unwrap_or_else(|| unknown(file, &root)));
        }
    }
}

/// What every rule and remediation has around its properties.
struct Resource<'d> {
    id: &'d Placed<String>,
    whole: &'d Node,
    properties: &'d Node,
    condition: Option<Placed<String>>,
    comment: Vec<String>,
    origin: Origin,
}

/// Whether a template has a rule or remediation; a stack may have none.
fn holds_something(pack: &Pack) -> bool {
    pack.origin != Origin::Stack || !pack.rules.is_empty() || !pack.remediations.is_empty()
}

/// The file's name without folder and extension.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn unknown(file: FileId, root: &Node) -> Diagnostic {
    let start = root.span.start as usize;
    Diagnostic::new(Code::UnknownArtifact, "the file is no artifact that is read")
        .at(Span::new(file, start, start), "has no map `Resources`, and nothing else that tells what it is")
        .help("a conformance pack has its rules under the key `Resources`")
        .help("state has `ConfigRules`, `RemediationConfigurations`, `ConformancePackDetails` or Terraform's `resources`")
        .help("Audit Manager has `controlSets` or `controlMappingSources`, OSCAL `catalog` or `profile`")
}

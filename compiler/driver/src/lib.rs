//! The pipeline: from what a `World` holds to artifacts; reading goes on past every fault, building stops at the two gates.

mod comparison;
mod contents;
mod folder;
mod library;
mod load;
mod placement;
mod standing;
mod texts;
mod world;

use diagnostics::Report;
use emit::{Artifact, Target};
use model::{Checked, Model, Settings};
use plan::Plan;
use source::{SourceMap, Span};

pub use comparison::{Built, difference, judge, refusals};
pub use contents::{LibraryFramework, library};
pub use folder::inside;
pub use library::{frameworks as library_frameworks, uses as uses_of_library};
pub use load::settings;
pub use syntax::Day;
pub use texts::{Cause, Hunk, hunks};
pub use world::{ReadFault, Texts, World, is_source};

/// The file that makes a folder a project.
pub const MANIFEST: &str = "ordain.kdl";

/// What reading, binding and checking a project gave.
pub struct Compilation {
    /// Every file that was read, the project's own first.
    pub sources: SourceMap,
    /// What was found.
    pub report: Report,
    /// The program; without the gate where it has errors.
    pub program: Result<Checked, Box<Model>>,
    /// What the project says of its files.
    pub settings: Settings,
}

impl Compilation {
    /// The program, whether it may be built or not.
    #[must_use]
    pub fn model(&self) -> &Model {
        match &self.program {
            Ok(checked) => checked.model(),
            Err(model) => model,
        }
    }

    /// What to build; `None` where the program has errors.
    #[must_use]
    pub fn plan(&self) -> Option<Plan> {
        self.program.as_ref().ok().map(plan::lower)
    }
}

/// Reads, binds and checks the project of a world, as of a day.
#[must_use]
pub fn compile(world: &dyn World, today: Day) -> Compilation {
    compile_with(world, today, &[])
}

/// Like `compile`, with these frameworks of the library, whether the project uses them or not.
#[must_use]
pub fn compile_with(world: &dyn World, today: Day, frameworks: &[&str]) -> Compilation {
    let loaded = load::load(world, frameworks);
    let (model, found) = model::resolve(&loaded.program());
    let mut report = loaded.report.clone();
    report.append(found);
    let program = model::check(model, today, &mut report);
    standing::keep(&mut report, &loaded.broken, &loaded.sources);
    standing::say_once(&mut report);
    report.sort();
    Compilation { sources: loaded.sources, report, program, settings: loaded.settings }
}

/// The artifacts of these targets, and what the limits of services have to say; no artifacts where either gate is shut.
#[must_use]
pub fn build(compilation: &Compilation, targets: &[Target]) -> (Vec<Artifact>, Report) {
    let Some(plan) = compilation.plan() else { return (Vec::new(), Report::default()) };
    let (layout, mut report) = emit::layout(&plan);
    report.sort();
    if report.has_errors() {
        return (Vec::new(), report);
    }
    let mut artifacts = emit::write(&plan, &layout, targets);
    if targets.contains(&Target::Trace) {
        let all = emit::write(&plan, &layout, Target::DEFAULT);
        artifacts.push(emit::trace(&all, &compilation.sources));
    }
    (artifacts, report)
}

/// What the limits of services have to say, whichever targets are built; nothing where the program has errors.
#[must_use]
pub fn limits(compilation: &Compilation) -> Report {
    let Ok(checked) = &compilation.program else { return Report::default() };
    let (_, mut report) = emit::layout(&plan::delivered(checked));
    report.sort();
    report
}

/// The source that caused a line (from 1) of an artifact: that of the nearest traced line at or above it.
#[must_use]
pub fn origin(artifact: &Artifact, line: usize) -> Option<Span> {
    let after = artifact.trace.partition_point(|(traced, _)| *traced <= line);
    artifact.trace[..after].last().map(|(_, span)| *span)
}

//! Two builds of a project compared: what changed in meaning, and which of it the project refuses.

use diagnostics::{Code, Diagnostic, Report};
use emit::{Artifact, Layout, Target};
use facts::limits::{TEMPLATE_BYTES_INLINE, TEMPLATE_BYTES_S3};
use plan::{Change, Class, Delivery, Difference, Judgement, Part, Plan, Side};

use crate::Compilation;

/// A side of a comparison: a plan with everything that is built of it.
pub struct Built {
    /// What is built.
    pub plan: Plan,
    /// What the limits of services have to say.
    pub report: Report,
    /// The artifacts of these targets; none where the limits refuse.
    pub artifacts: Vec<Artifact>,
    parts: Vec<Part>,
}

impl Built {
    /// A side with nothing in it, for what was not there yet.
    #[must_use]
    pub fn nothing() -> Self {
        Self { plan: Plan::default(), report: Report::default(), artifacts: Vec::new(), parts: Vec::new() }
    }

    /// Builds a side; `None` where the program has errors.
    #[must_use]
    pub fn of(compilation: &Compilation, targets: &[Target]) -> Option<Self> {
        let plan = compilation.plan()?;
        let (layout, mut report) = emit::layout(&plan);
        report.sort();
        let artifacts = if report.has_errors() { Vec::new() } else { emit::write(&plan, &layout, targets) };
        let parts = parts(&plan, &layout, &artifacts);
        Some(Self { plan, report, artifacts, parts })
    }

    fn side(&self) -> Side<'_> {
        Side { plan: &self.plan, parts: &self.parts }
    }
}

/// What changed from one side to the other.
#[must_use]
pub fn difference(old: &Built, new: &Built) -> Difference {
    plan::difference(old.side(), new.side())
}

/// Which changes are refused, and which of those the new side accepts.
#[must_use]
pub fn judge<'d>(
    difference: &'d Difference,
    old: &Built,
    new: &'d Built,
    refused: &[Class],
) -> Judgement<'d> {
    plan::judge(difference, &old.plan, &new.plan, refused)
}

/// The changes that are refused and not accepted, and the acceptances that accept nothing, as findings of the new side.
#[must_use]
pub fn refusals(judged: &Judgement<'_>) -> Report {
    let mut report = Report::default();
    for change in &judged.refused {
        report.push(refusal(change));
    }
    for acceptance in &judged.spent {
        let words = format!("the acceptance of `{}` accepts nothing here", acceptance.target);
        report.push(
            Diagnostic::new(Code::SpentAcceptance, words)
                .at(acceptance.span, "its change has landed, or has another name")
                .help("take it away: the history keeps it")
                .about(&acceptance.target),
        );
    }
    report
}

fn refusal(change: &Change) -> Diagnostic {
    let code = match change.class {
        Class::Disruptive => Code::DisruptiveChange,
        Class::Tightening | Class::Loosening | Class::Unknown | Class::Neutral | Class::Implied => {
            Code::LooseningChange
        }
    };
    let name = change.name();
    let what = if change.class == Class::Unknown { "may be loosening" } else { change.class.word() };
    let accept = format!("accept {} target={name:?} reason=\"…\" approved-by=…", code.number());
    let found = Diagnostic::new(code, format!("{what}: {name}"))
        .help(format!("take the change back, or say why it may land: `{accept}`"))
        .about(&name);
    match change.places.after {
        Some(span) => found.at(span, "changed here"),
        None => found,
    }
}

/// The templates of the plan's packs; without artifacts nobody knows their sizes, and there are none.
fn parts(plan: &Plan, layout: &Layout, artifacts: &[Artifact]) -> Vec<Part> {
    let mut all = Vec::new();
    for pack in &plan.packs {
        let most_bytes = match pack.delivery {
            Delivery::Inline => TEMPLATE_BYTES_INLINE,
            Delivery::S3 { .. } => TEMPLATE_BYTES_S3,
        };
        for part in layout.parts(&pack.name) {
            let path = format!("{}/{}.yaml", Target::ConformancePack.folder(), part.stem);
            let place = artifacts.binary_search_by(|artifact| artifact.path.as_str().cmp(&path));
            all.extend(place.ok().map(|place| Part {
                pack: pack.name.clone(),
                stem: part.stem.clone(),
                instances: part.instances.clone(),
                bytes: artifacts[place].text.len(),
                most_bytes,
            }));
        }
    }
    all
}

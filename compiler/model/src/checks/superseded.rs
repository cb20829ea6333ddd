//! Frameworks that are used after another took their place.

use std::collections::BTreeMap;

use diagnostics::{Code, Diagnostic, Report};
use source::Span;
use syntax::Day;

use crate::framework::{Framework, FrameworkId, Superseded};
use crate::model::{Model, Named};
use crate::pack::Include;
use crate::program::Package;

pub(super) fn check(model: &Model, today: Day, report: &mut Report) {
    let past = |superseded: &&Superseded| superseded.since < today;
    if !model.frameworks.iter().any(|framework| framework.superseded.as_ref().filter(past).is_some()) {
        return;
    }
    let used = first_uses(model);
    for framework in &model.frameworks {
        let place = model.framework(&framework.name.text).and_then(|id| used.get(&id));
        if let Some((superseded, place)) = framework.superseded.as_ref().filter(past).zip(place) {
            report.push(finding(framework, superseded, *place));
        }
    }
}

/// Where the project itself names each framework first: among what it uses and extends, then in what it builds.
fn first_uses(model: &Model) -> BTreeMap<FrameworkId, Span> {
    let own = model.frameworks.iter().filter(|framework| framework.package == Package::Own);
    let extended = own.filter_map(|framework| framework.extends.as_ref());
    let named = model.used.iter().chain(extended);
    let includes = model.packs.iter().flat_map(|pack| &pack.includes);
    let delivered = model.audits.iter().map(|audit| &audit.framework).chain(&model.published);
    let by_name = |named: &Named| Some((model.framework(&named.text)?, named.span));
    let uses = named.filter_map(by_name);
    let uses = uses.chain(includes.map(|include| place_of(model, include)));
    let mut first = BTreeMap::new();
    for (id, place) in uses.chain(delivered.filter_map(by_name)) {
        first.entry(id).or_insert(place);
    }
    first
}

/// The framework that an include takes something of, and its place.
fn place_of(model: &Model, include: &Include) -> (FrameworkId, Span) {
    match include {
        Include::Framework(framework, span) => (*framework, *span),
        Include::Control(control, span) => (model.control(*control).framework, *span),
    }
}

fn finding(framework: &Framework, superseded: &Superseded, place: Span) -> Diagnostic {
    let name = &framework.name.text;
    let way = match &superseded.by {
        Some(by) => format!("take `{}`", by.text),
        None => "take what followed it".to_owned(),
    };
    let code = Code::SupersededFramework;
    let accept = format!("accept {} target={name} reason=\"…\" approved-by=…", code.number());
    Diagnostic::new(code, superseded.words(name))
        .at(place, "used here")
        .with(superseded.span, "said here")
        .help(format!("{way}, or say why not yet: `{accept}`"))
        .help(format!("see {}", superseded.source.text))
        .about(name)
}

//! Frameworks that are used after another took their place.

use diagnostics::{Code, Diagnostic, Report};
use source::Span;
use syntax::Day;

use crate::framework::{Framework, FrameworkId, Superseded};
use crate::model::Model;
use crate::pack::Include;
use crate::program::Package;

pub(super) fn check(model: &Model, today: Day, report: &mut Report) {
    for framework in &model.frameworks {
        let past = framework.superseded.as_ref().filter(|superseded| superseded.since < today);
        if let Some((superseded, place)) = past.zip(used_at(model, framework)) {
            report.push(finding(framework, superseded, place));
        }
    }
}

/// Where the project itself names the framework first: among what it uses and extends, then in what it builds.
fn used_at(model: &Model, framework: &Framework) -> Option<Span> {
    let name = &framework.name.text;
    let id = model.framework(name)?;
    let own = model.frameworks.iter().filter(|framework| framework.package == Package::Own);
    let extended = own.filter_map(|framework| framework.extends.as_ref());
    let named = model.used.iter().chain(extended).filter(|named| named.text == *name);
    let includes = model.packs.iter().flat_map(|pack| &pack.includes);
    let delivered = model.audits.iter().map(|audit| &audit.framework).chain(&model.published);
    named
        .map(|named| named.span)
        .chain(includes.filter_map(|include| place_of(model, include, id)))
        .chain(delivered.filter(|name| model.framework(&name.text) == Some(id)).map(|name| name.span))
        .next()
}

/// The place of an include that takes something of the framework.
fn place_of(model: &Model, include: &Include, id: FrameworkId) -> Option<Span> {
    let (framework, span) = match include {
        Include::Framework(framework, span) => (*framework, *span),
        Include::Control(control, span) => (model.control(*control).framework, *span),
    };
    (framework == id).then_some(span)
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

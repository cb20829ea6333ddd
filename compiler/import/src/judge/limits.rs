//! Limits of a pack: how many rules and parameters it has, and how large its template is.

use diagnostics::{Code, Diagnostic, Report};
use facts::limits::{PARAMETERS_PER_PACK, RULES_PER_PACK, TEMPLATE_BYTES_INLINE, TEMPLATE_BYTES_S3};
use source::Span;

use crate::pack::Pack;

pub(super) fn check(pack: &Pack, bytes: usize, report: &mut Report) {
    let place = pack.resources;
    let rules = pack.rules.len();
    if let Some(first_too_many) = pack.rules.get(RULES_PER_PACK) {
        report.push(over(pack, format!("{rules} rules"), first_too_many.id.span, RULES_PER_PACK));
    } else if rules + 1 >= RULES_PER_PACK {
        let room = if rules == RULES_PER_PACK { "as many as a pack may have" } else { "one below the limit" };
        report.push(tight(pack, format!("{rules} rules, {room}"), place, "split the pack before it grows"));
    }
    if let Some(first_too_many) = pack.parameters.get(PARAMETERS_PER_PACK) {
        let count = format!("{} parameters", pack.parameters.len());
        report.push(over(pack, count, first_too_many.name.span, PARAMETERS_PER_PACK));
    }
    if bytes > TEMPLATE_BYTES_S3 {
        report.push(over(pack, format!("{bytes} bytes"), place, TEMPLATE_BYTES_S3));
    } else if bytes > TEMPLATE_BYTES_INLINE {
        report.push(tight(
            pack,
            format!("{bytes} bytes, more than the {TEMPLATE_BYTES_INLINE} that a request takes"),
            place,
            "deploy it from an S3 bucket, or split it",
        ));
    }
}

fn over(pack: &Pack, count: String, place: Span, most: usize) -> Diagnostic {
    Diagnostic::new(Code::TemplateOverLimit, format!("`{}` has {count}", pack.name))
        .at(place, format!("a pack has at most {most}"))
        .help("split the pack")
        .about(&pack.name)
}

fn tight(pack: &Pack, count: String, place: Span, help: &str) -> Diagnostic {
    Diagnostic::new(Code::TightTemplate, format!("`{}` has {count}", pack.name))
        .at(place, "at the edge of a limit")
        .help(help)
        .about(&pack.name)
}

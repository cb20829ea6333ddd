//! The words of what the layout finds.

use diagnostics::{Code, Diagnostic};
use facts::limits::{PARAMETERS_PER_PACK, RESOURCES_PER_PACK_PROVEN, TEMPLATE_BYTES_INLINE};
use plan::Pack;
use source::{Edit, Span};

use super::weight::{Budget, Total};

pub(super) fn too_large(pack: &Pack, rule: &str, place: Span, total: &Total, budget: &Budget) -> Diagnostic {
    let text = format!("`{rule}` takes {} bytes of a template, which has {}", total.bytes, budget.bytes);
    let found = Diagnostic::new(Code::PackTooLarge, text)
        .at(place, "no split makes it smaller")
        .with(pack.span, "the pack it is in")
        .about(rule);
    if budget.bytes == TEMPLATE_BYTES_INLINE {
        found.help("shorten its policy or parameters; `delivery s3` takes more, save in packs for organizational units")
    } else {
        found.help("shorten its policy or parameters")
    }
}

pub(super) fn too_many_parameters(pack: &Pack, rule: &str, place: Span, count: usize) -> Diagnostic {
    let text = format!(
        "`{rule}` uses {count} parameters of `{}`, and a template has {PARAMETERS_PER_PACK}",
        pack.name
    );
    Diagnostic::new(Code::TooManyParameters, text)
        .at(place, "no split lessens them")
        .help("state some of the values in the pack")
        .about(rule)
}

pub(super) fn needs_shards(pack: &Pack, needed: usize) -> Diagnostic {
    let text =
        format!("pack `{}` needs {needed} shards, and its source says {}", pack.name, pack.shards.max(1));
    let found = Diagnostic::new(Code::PackNeedsShards, text).about(&pack.name);
    let found = match pack.shards_span {
        Some(span) => found.at(span, "too few").with(pack.span, "the pack"),
        None => found.at(pack.span, "has one shard"),
    };
    with_shards(found, pack, needed)
}

/// The fix that lets the source say how many shards the pack has.
fn with_shards(found: Diagnostic, pack: &Pack, count: usize) -> Diagnostic {
    let statement = format!("shards {count}");
    match pack.shards_span {
        Some(span) => found.fix(format!("write `{statement}`"), vec![Edit::replace(span, statement)]),
        None => {
            let words = format!("add `{statement}` to the pack");
            found.fix(words, vec![Edit::add_statements(pack.last, &[statement])])
        }
    }
}

pub(super) fn many_resources(pack: &Pack, count: usize) -> Diagnostic {
    let text = format!("a part of pack `{}` has {count} rules and remediations together", pack.name);
    let found = Diagnostic::new(Code::ManyResources, text)
        .at(pack.span, format!("the service may count both towards its limit of {RESOURCES_PER_PACK_PROVEN}"))
        .about(&pack.name);
    with_shards(found, pack, pack.shards.max(1).next_power_of_two() * 2)
}

pub(super) fn one_stem(pack: &Pack, stem: &str, other: &str) -> Diagnostic {
    let text = format!("packs `{other}` and `{}` both have a part named `{stem}`", pack.name);
    Diagnostic::new(Code::CollidingFileNames, text)
        .at(pack.span, "one of its parts has the name of another")
        .help("rename the pack or its shard")
        .about(&pack.name)
}

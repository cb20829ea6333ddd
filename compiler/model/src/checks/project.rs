//! The project's pins, its packages and its estate-wide statements.

use std::collections::BTreeMap;

use diagnostics::{Code, Diagnostic, Report};
use facts::CATALOGUE_DATE;
use source::Span;

use crate::framework::{Framework, FrameworkId};
use crate::model::{Model, Named};

/// The editions of the language, the newest last.
const EDITIONS: &[&str] = &["1"];

pub(super) fn check(model: &Model, report: &mut Report) {
    if let Some(project) = &model.project {
        edition(&project.edition, report);
        catalogue(&project.catalogue, report);
    }
    for name in model.catalogue.redundant() {
        report.push(
            Diagnostic::new(
                Code::RedundantCatalogueEntry,
                format!("the catalogue of this binary has `{}` by now", name.text),
            )
            .at(name.span, "no longer needed")
            .help("take the declaration away; the catalogue's own entry is used")
            .about(&name.text),
        );
    }
    audits(model, report);
}

fn edition(edition: &Named, report: &mut Report) {
    if !EDITIONS.contains(&edition.text.as_str()) {
        report.push(
            Diagnostic::new(Code::UnknownEdition, format!("there is no edition `{}`", edition.text))
                .at(edition.span, "not an edition")
                .nearest(edition.span, &[EDITIONS[EDITIONS.len() - 1]], |name| format!("\"{name}\"")),
        );
    }
}

/// Dates of the same form compare as text.
fn catalogue(pin: &Named, report: &mut Report) {
    if pin.text.as_str() > CATALOGUE_DATE {
        report.push(
            Diagnostic::new(
                Code::CatalogueTooNew,
                format!("the catalogue of this binary is of {CATALOGUE_DATE}"),
            )
            .at(pin.span, "pinned to a later one")
            .help("use a newer ordain, or pin the catalogue that this one has"),
        );
    } else if pin.text.as_str() < CATALOGUE_DATE {
        report.push(
            Diagnostic::new(Code::CatalogueMoved, format!("the catalogue has moved on to {CATALOGUE_DATE}"))
                .at(pin.span, "pinned to an earlier one")
                .help("look at what the newer catalogue changes, then move the pin")
                .fix("move the pin", vec![source::Edit::replace(pin.span, format!("\"{CATALOGUE_DATE}\""))]),
        );
    }
}

/// A framework reaches Audit Manager in one way.
fn audits_once(model: &Model, report: &mut Report) {
    let mut seen: BTreeMap<FrameworkId, Span> = BTreeMap::new();
    for audit in &model.audits {
        let Some(framework) = model.framework(&audit.framework.text) else { continue };
        if let Some(first) = seen.get(&framework) {
            let name = &audit.framework.text;
            report.push(
                Diagnostic::new(Code::TwoStatements, format!("`{name}` goes to Audit Manager twice"))
                    .at(audit.span, "stated again")
                    .with(*first, "first stated here")
                    .help("a framework is delivered by the script or by Terraform, to one account: state it once")
                    .about(name),
            );
        }
        seen.entry(framework).or_insert(audit.span);
    }
}

/// Audit Manager takes control sets that hold something, and finds them again by their titles.
fn deliverable(framework: &Framework, audit: Span, report: &mut Report) {
    let name = &framework.name.text;
    let empty = framework.sets.iter().find(|set| set.controls.is_empty());
    let nothing = match empty {
        Some(set) => Some((set.name.span, format!("the control set `{}` has no controls", set.name.text))),
        None if framework.sets.is_empty() => Some((framework.name.span, format!("`{name}` has no controls"))),
        None => None,
    };
    if let Some((span, message)) = nothing {
        report.push(
            Diagnostic::new(Code::MissingNode, message)
                .at(span, "nothing in it")
                .with(audit, "goes to Audit Manager")
                .help("Audit Manager takes no empty control set and no empty framework: add a `control`, or take it away")
                .about(name),
        );
    }
    let mut titles: BTreeMap<&str, Span> = BTreeMap::new();
    for set in &framework.sets {
        if let Some(earlier) = titles.insert(&set.title.text, set.title.span) {
            report.push(
                Diagnostic::new(
                    Code::DuplicateName,
                    format!("`{name}` has two control sets titled `{}`", set.title.text),
                )
                .at(set.title.span, "a second one")
                .with(earlier, "the first one")
                .help("Audit Manager knows control sets by their titles: give one of them another")
                .about(name),
            );
        }
    }
}

fn audits(model: &Model, report: &mut Report) {
    audits_once(model, report);
    let frameworks = model.audits.iter().map(|audit| &audit.framework).chain(&model.published);
    for framework in frameworks {
        if model.framework(&framework.text).is_none() {
            report.push(crate::relation::unknown_framework(
                model,
                &framework.text,
                framework.span,
                syntax::quote,
            ));
        }
    }
    for audit in &model.audits {
        if let Some(framework) = model.framework(&audit.framework.text) {
            deliverable(&model.frameworks[framework.index()], audit.span, report);
        }
    }
    let Some(estate) = &model.estate else { return };
    for audit in &model.audits {
        if let Some(account) =
            audit.account.as_ref().filter(|account| estate.account(&account.text).is_none())
        {
            report.push(estate.unknown_account(account));
        }
        if let Some(region) = audit.region.as_ref().filter(|region| !facts::region_exists(&region.text)) {
            report.push(estate.unknown_region(region));
        }
    }
}

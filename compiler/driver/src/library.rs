//! The package `std`: the texts inside the binary, of which a project pays only for those it uses.

use std::collections::BTreeSet;

use diagnostics::{Code, Diagnostic, Report, nearest};
use model::Settings;

/// Path below the package and text, sorted by path.
static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/library.rs"));

/// What every user of the package gets.
const SHARED: &[&str] = &["evidence", "remediations", "rules"];
/// Statements about two frameworks.
const CROSSWALK: &str = "crosswalk";

/// The names of the package's frameworks, sorted.
#[must_use]
pub fn frameworks() -> Vec<&'static str> {
    let folders: BTreeSet<&str> = FILES.iter().map(|(path, _)| folder(path)).collect();
    folders.into_iter().filter(|name| !SHARED.contains(name) && *name != CROSSWALK).collect()
}

/// The files that the settings ask for, in the order of their paths; names that do not exist are reported.
pub(crate) fn used(settings: &Settings, report: &mut Report) -> Vec<(&'static str, &'static str)> {
    let known = frameworks();
    let mut wanted: BTreeSet<&str> = BTreeSet::new();
    let mut any = false;
    for used in &settings.uses {
        if used.package.text != "std" {
            report.push(unknown_package(&used.package));
            continue;
        }
        any = true;
        if used.frameworks.is_empty() {
            wanted.extend(&known);
        }
        let aliased = used.aliases.iter().map(|(framework, _)| framework);
        for name in used.frameworks.iter().chain(aliased.filter(|name| !used.frameworks.contains(name))) {
            match known.iter().find(|framework| **framework == name.text) {
                Some(framework) if used.frameworks.iter().any(|listed| listed.text == name.text) => {
                    wanted.insert(framework);
                }
                Some(_) => {}
                None => report.push(unknown_framework(name, &known)),
            }
        }
    }
    FILES.iter().filter(|(path, _)| any && is_used(path, &wanted)).copied().collect()
}

fn is_used(path: &str, wanted: &BTreeSet<&str>) -> bool {
    match folder(path) {
        CROSSWALK => pair(path).is_some_and(|(from, to)| wanted.contains(from) && wanted.contains(to)),
        name => SHARED.contains(&name) || wanted.contains(name),
    }
}

fn folder(path: &str) -> &str {
    path.split('/').next().unwrap_or(path)
}

/// The frameworks of `crosswalk/<a>--<b>.kdl`.
fn pair(path: &str) -> Option<(&str, &str)> {
    path.rsplit('/').next()?.strip_suffix(".kdl")?.split_once("--")
}

fn unknown_package(package: &model::Named) -> Diagnostic {
    Diagnostic::new(Code::UnknownPackage, format!("there is no package `{}`", package.text))
        .at(package.span, "not a package")
        .nearest(package.span, &["std"], str::to_owned)
        .about(&package.text)
}

fn unknown_framework(name: &model::Named, known: &[&'static str]) -> Diagnostic {
    let near = nearest(&name.text, known.iter().copied());
    Diagnostic::new(Code::UnknownFramework, format!("package `std` has no framework `{}`", name.text))
        .at(name.span, "not in the package")
        .nearest(name.span, &near, syntax::quote)
        .help(format!("it has {}", known.join(", ")))
        .about(&name.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use source::SourceMap;

    #[test]
    fn the_library_has_its_frameworks() {
        assert!(frameworks().contains(&"soc-2") && frameworks().contains(&"pci-dss-3.2.1"));
        assert!(!frameworks().contains(&"rules"));
    }

    #[test]
    fn every_file_parses_and_has_its_shapes() {
        let mut sources = SourceMap::default();
        for (path, text) in FILES {
            let file = sources.add(format!("std:{path}"), *text);
            let parsed = syntax::parse(file, sources.file(file).text());
            assert_eq!(parsed.diagnostics, [], "{path}");
            assert_eq!(syntax::check_shapes(&parsed.tree), [], "{path}");
        }
    }

    #[test]
    fn a_project_pays_for_what_it_uses() {
        let wanted = BTreeSet::from(["soc-2"]);
        assert!(is_used("rules/iam.kdl", &wanted) && is_used("soc-2/cc1.kdl", &wanted));
        assert!(!is_used("pci-dss-3.2.1/framework.kdl", &wanted));
        assert!(!is_used("crosswalk/pci-dss-3.2.1--soc-2.kdl", &wanted));
        assert!(is_used("crosswalk/pci-dss-3.2.1--soc-2.kdl", &BTreeSet::from(["soc-2", "pci-dss-3.2.1"])));
    }
}

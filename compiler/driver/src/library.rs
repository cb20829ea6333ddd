//! The package `std`: the texts inside the binary, of which a project pays only for those it uses.

use std::collections::BTreeSet;
use std::sync::Arc;

use diagnostics::{Code, Diagnostic, Report, nearest};
use model::{Named, Settings, Use};
use source::SourceMap;

/// The package itself.
static STD: Library<'static> = Library { files: include!(concat!(env!("OUT_DIR"), "/library.rs")) };

/// What every user of the package gets.
const SHARED: &[&str] = &["evidence", "remediations", "rules"];
/// Statements about two frameworks.
const CROSSWALK: &str = "crosswalk";

/// The names of the package's frameworks, sorted.
#[must_use]
pub fn frameworks() -> Vec<&'static str> {
    STD.frameworks()
}

/// Whether settings ask for a framework of the package: by its name, or for all.
#[must_use]
pub fn uses(settings: &Settings, framework: &str) -> bool {
    let asks =
        |used: &Use| used.frameworks.is_empty() || used.frameworks.iter().any(|one| one.text == framework);
    settings.uses.iter().filter(|used| is_std(used)).any(asks)
}

fn is_std(used: &Use) -> bool {
    used.package.text == "std"
}

/// The files of the frameworks that the settings ask for, and of these others, in the order of their paths; names in the
/// settings that do not exist are reported.
pub(crate) fn used(
    settings: &Settings,
    others: &[&str],
    report: &mut Report,
) -> Vec<(&'static str, &'static str)> {
    STD.used(settings, others, report)
}

/// Path below the package and text, sorted by path.
struct Library<'a> {
    files: &'a [(&'a str, &'a str)],
}

impl<'a> Library<'a> {
    fn frameworks(&self) -> Vec<&'a str> {
        let folders: BTreeSet<&str> = self.files.iter().map(|(path, _)| folder(path)).collect();
        folders.into_iter().filter(|name| !SHARED.contains(name) && *name != CROSSWALK).collect()
    }

    fn used(&self, settings: &Settings, others: &[&str], report: &mut Report) -> Vec<(&'a str, &'a str)> {
        let known = self.frameworks();
        for used in &settings.uses {
            if !is_std(used) {
                report.push(unknown_package(&used.package));
                continue;
            }
            let aliased = used.aliases.iter().map(|(framework, _)| framework);
            let names = used.frameworks.iter().chain(aliased.filter(|name| !used.frameworks.contains(name)));
            for name in names.filter(|name| !known.contains(&name.text.as_str())) {
                report.push(unknown_framework(name, &known));
            }
        }
        let is_named = |name: &&&str| others.contains(name) || uses(settings, name);
        let named: BTreeSet<&str> = known.iter().filter(is_named).copied().collect();
        let any = !named.is_empty() || settings.uses.iter().any(is_std);
        let wanted = self.with_bases(named, &known);
        self.files.iter().filter(|(path, _)| any && is_used(path, &wanted)).copied().collect()
    }

    /// The frameworks, those that they extend, and so on; what nobody has is found where names are bound.
    fn with_bases(&self, named: BTreeSet<&'a str>, known: &[&'a str]) -> BTreeSet<&'a str> {
        let mut wanted = BTreeSet::new();
        let mut open: Vec<&str> = named.into_iter().collect();
        while let Some(name) = open.pop() {
            if wanted.insert(name) {
                let bases = self.bases(name);
                open.extend(known.iter().filter(|known| bases.iter().any(|base| base.text == **known)));
            }
        }
        wanted
    }

    /// What the header of a framework extends. It is read ahead of the others, since it says which others to read.
    fn bases(&self, framework: &str) -> Vec<Named> {
        let header = format!("{framework}/framework.kdl");
        let Ok(place) = self.files.binary_search_by(|(path, _)| (*path).cmp(&header)) else {
            return Vec::new();
        };
        let text: Arc<str> = Arc::from(self.files[place].1);
        let file = SourceMap::default().add(header, text.clone());
        model::bases(&syntax::parse(file, &text).tree)
    }
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

fn unknown_package(package: &Named) -> Diagnostic {
    Diagnostic::new(Code::UnknownPackage, format!("there is no package `{}`", package.text))
        .at(package.span, "not a package")
        .nearest(package.span, &["std"], str::to_owned)
        .about(&package.text)
}

fn unknown_framework(name: &Named, known: &[&str]) -> Diagnostic {
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

    const SMALL: Library<'static> = Library {
        files: &[
            ("crosswalk/norm--other.kdl", "crosswalk norm other source=ours date=\"2026-11-22\""),
            ("crosswalk/norm-low--other.kdl", "crosswalk norm-low other source=ours date=\"2026-11-22\""),
            ("norm-high/framework.kdl", "framework norm-high { title High; extends norm }"),
            ("norm-low/ac.kdl", "part ac of=norm-low { omit AC-1 reason=\"Not low.\" }"),
            ("norm-low/framework.kdl", "framework norm-low { title Low; extends norm-high; parts ac }"),
            ("norm/framework.kdl", "framework norm { title Norm }"),
            ("other/framework.kdl", "framework other { title Other; extends nowhere }"),
            ("ring-a/framework.kdl", "framework ring-a { title A; extends ring-b }"),
            ("ring-b/framework.kdl", "framework ring-b { title B; extends ring-a }"),
            ("rules/iam.kdl", "rule iam-user-mfa-enabled severity=high"),
        ],
    };

    /// The paths that a project with this `use` reads.
    fn read(used: &str) -> Vec<&'static str> {
        let text: Arc<str> = format!("project p edition=\"1\" catalogue=\"2026-11-22\" {{ {used} }}").into();
        let file = SourceMap::default().add("ordain.kdl", text.clone());
        let settings = model::settings(&syntax::parse(file, &text).tree);
        let mut report = Report::default();
        let files = SMALL.used(&settings, &[], &mut report);
        assert!(report.is_empty(), "{report:?}");
        files.into_iter().map(|(path, _)| path).collect()
    }

    #[test]
    fn the_library_has_its_frameworks() {
        assert!(frameworks().contains(&"soc-2") && frameworks().contains(&"pci-dss-3.2.1"));
        assert!(!frameworks().contains(&"rules"));
    }

    #[test]
    fn every_file_parses_and_has_its_shapes() {
        let mut sources = SourceMap::default();
        for (path, text) in STD.files {
            let file = sources.add(format!("std:{path}"), *text);
            let parsed = syntax::parse(file, sources.file(file).text());
            assert_eq!(parsed.diagnostics, [], "{path}");
            assert_eq!(syntax::check_shapes(&parsed.tree), [], "{path}");
        }
    }

    #[test]
    fn a_project_pays_for_what_it_uses() {
        assert_eq!(read(""), [""; 0]);
        assert_eq!(read("use std norm"), ["norm/framework.kdl", "rules/iam.kdl"]);
        assert_eq!(read("use std").len(), SMALL.files.len());
    }

    #[test]
    fn what_a_framework_extends_comes_with_it() {
        let low =
            ["norm-high/framework.kdl", "norm-low/ac.kdl", "norm-low/framework.kdl", "norm/framework.kdl"];
        assert_eq!(read("use std norm-low"), [&low[..], &["rules/iam.kdl"]].concat());
        assert_eq!(read("use std norm-high"), [low[0], low[3], "rules/iam.kdl"]);
        assert_eq!(read("use std ring-a"), ["ring-a/framework.kdl", "ring-b/framework.kdl", "rules/iam.kdl"]);
    }

    #[test]
    fn a_crosswalk_comes_with_both_of_its_frameworks() {
        let crosswalks = |used: &str| -> Vec<&str> {
            read(used).into_iter().filter(|path| path.starts_with(CROSSWALK)).collect()
        };
        assert_eq!(crosswalks("use std norm"), [""; 0]);
        assert_eq!(crosswalks("use std norm other"), ["crosswalk/norm--other.kdl"]);
        assert_eq!(
            crosswalks("use std norm-low other"),
            ["crosswalk/norm--other.kdl", "crosswalk/norm-low--other.kdl"]
        );
    }
}

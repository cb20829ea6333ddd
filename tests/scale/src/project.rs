//! Projects of a stated size, made of names that the catalogue knows; the same size gives the same text.

use std::fmt::Write as _;

use driver::{Day, Texts};

/// So many controls make one framework, which is one file.
const CONTROLS_A_FRAMEWORK: usize = 500;
const CONTROLS_A_SET: usize = 50;
/// Rows of evidence by rules in each control.
const RULES_A_CONTROL: usize = 3;

/// How large a project is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Controls in all frameworks together.
    pub controls: usize,
    /// Relations between controls of two frameworks, spread evenly.
    pub relations: usize,
}

impl Size {
    fn frameworks(self) -> usize {
        self.controls.div_ceil(CONTROLS_A_FRAMEWORK)
    }
}

/// The files of a project by path: one framework a file, and one pack over the first.
#[must_use]
pub fn project(size: Size) -> Vec<(String, String)> {
    let rules = rules();
    let mut files = vec![("ordain.kdl".to_owned(), manifest())];
    for framework in 0..size.frameworks() {
        files.push((format!("frameworks/f{framework:04}.kdl"), self::framework(size, framework, &rules)));
    }
    files
}

/// The same project in memory.
#[must_use]
pub fn world(size: Size) -> Texts {
    project(size).iter().fold(Texts::default(), |world, (path, text)| world.with(path, text))
}

/// The day on which they are compiled: that of the catalogue.
///
/// # Panics
/// Never: the catalogue has a date of the calendar.
#[must_use]
pub fn today() -> Day {
    Day::read(facts::CATALOGUE_DATE).expect("the catalogue has a date of the calendar")
}

fn manifest() -> String {
    format!(
        "project scale edition=\"1\" catalogue=\"{}\" {{\n    source frameworks\n    audit-manager f0000\n}}\n\n\
         pack scale {{\n    include f0000\n    shards 8\n}}\n",
        facts::CATALOGUE_DATE
    )
}

/// Rules that need no value from anybody.
fn rules() -> Vec<&'static str> {
    let open = |rule: &facts::ManagedRule| rule.parameters.iter().any(|parameter| parameter.required);
    facts::current_managed_rule_names()
        .filter(|name| facts::managed_rule(name).is_some_and(|rule| !open(&rule)))
        .collect()
}

fn framework(size: Size, place: usize, rules: &[&str]) -> String {
    let first = place * CONTROLS_A_FRAMEWORK;
    let last = size.controls.min(first + CONTROLS_A_FRAMEWORK);
    let mut text = format!("framework f{place:04} version=\"1\" {{\n    title \"Framework {place}\"\n");
    for control in first..last {
        if (control - first).is_multiple_of(CONTROLS_A_SET) {
            if control > first {
                text.push_str("    }\n");
            }
            let set = (control - first) / CONTROLS_A_SET;
            line(&mut text, &format!("    control-set s{set} \"Set {set}\" {{"));
        }
        self::control(&mut text, size, control, rules);
    }
    text + "    }\n}\n"
}

fn control(text: &mut String, size: Size, place: usize, rules: &[&str]) {
    line(text, &format!("        control C-{place} \"Requirement {place}\" severity=medium {{"));
    for relation in 0..relations_of(size, place) {
        if let Some((framework, control)) = related(size, place, relation) {
            let kind = ["intersects", "superset", "related"][relation % 3];
            line(text, &format!("            satisfies f{framework:04}:C-{control} relation={kind}"));
        }
    }
    let mut drawn: Vec<&str> =
        (0..RULES_A_CONTROL).map(|row| rules[(place * 7 + row * 131) % rules.len()]).collect();
    drawn.sort_unstable();
    drawn.dedup();
    for rule in drawn {
        line(text, &format!("            rule {rule} source=ours date=\"2026-01-01\""));
    }
    line(text, "        }");
}

fn relations_of(size: Size, place: usize) -> usize {
    size.relations * (place + 1) / size.controls - size.relations * place / size.controls
}

/// A control of a later framework, so that no two relations contradict each other.
fn related(size: Size, place: usize, relation: usize) -> Option<(usize, usize)> {
    let next = (place / CONTROLS_A_FRAMEWORK + 1) * CONTROLS_A_FRAMEWORK;
    let left = size.controls.checked_sub(next).filter(|left| *left > 0)?;
    let control = next + (place * 31 + relation * 97) % left;
    Some((control / CONTROLS_A_FRAMEWORK, control))
}

fn line(text: &mut String, words: &str) {
    writeln!(text, "{words}").expect("a string takes every write");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_of_any_size_has_no_errors() {
        for size in [Size { controls: 60, relations: 0 }, Size { controls: 1_200, relations: 5_000 }] {
            let compilation = driver::compile(&world(size), today());
            assert!(!compilation.report.has_errors(), "{:#?}", compilation.report);
            let controls = compilation.model().controls.len();
            assert_eq!(controls, size.controls);
        }
    }
}

//! The text of a derived framework: family by family what it leaves out, then what evidence it adds.

use std::collections::BTreeSet;

use super::baselines::Derived;
use crate::framework::evidence::{Row, Rows};
use crate::framework::sources::{Control, Framework};
use crate::framework::text::{quoted, row};

/// A line of a description has at most so many bytes.
const WIDTH: usize = 100;

/// The whole file; `whole` is the framework at the end of the chain, whose order is that of everything.
pub(super) fn file(derived: &Derived, whole: &Framework, omitted: &BTreeSet<String>, rows: &Rows) -> String {
    let mut lines = vec![
        format!("framework {} version={} {{", derived.id, quoted(derived.version)),
        format!("title {}", quoted(derived.title)),
        format!("description \"\"\"\n{}\n\"\"\"", wrapped(derived.description)),
        format!("compliance-type {}", quoted(derived.compliance_type)),
        format!("extends {}", derived.base),
    ];
    for group in &whole.groups {
        let family: Vec<&Control> =
            whole.controls.iter().filter(|control| control.group == group.id).collect();
        let left: Vec<&Control> =
            family.iter().copied().filter(|control| omitted.contains(&control.id)).collect();
        lines.extend(omit(&left, derived.reason));
        lines.extend(family.iter().filter_map(|control| Some(change(control, rows.get(&control.id)?))));
    }
    lines.push("}\n".to_owned());
    lines.join("\n")
}

/// The words on lines short enough to read.
fn wrapped(words: &str) -> String {
    let mut lines = vec![String::new()];
    for word in words.split(' ') {
        let line = lines.last_mut().expect("there is always a line");
        if line.is_empty() {
            line.push_str(word);
        } else if line.len() + word.len() < WIDTH {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.join("\n")
}

fn omit(controls: &[&Control], reason: &str) -> Option<String> {
    let ids: Vec<String> = controls.iter().map(|control| syntax::quote(&control.id)).collect();
    (!ids.is_empty()).then(|| format!("omit {} reason={}", ids.join(" "), quoted(reason)))
}

fn change(control: &Control, rows: &[Row]) -> String {
    let rows: Vec<String> = rows.iter().map(row).collect();
    format!("change {} {{\n{}\n}}", syntax::quote(&control.id), rows.join("\n"))
}

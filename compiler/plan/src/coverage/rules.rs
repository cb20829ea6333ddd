//! What rules do for controls: how many they serve, and whether they stand.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::{Framework, Standing};

/// A rule that controls name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleUse {
    /// Its name.
    pub rule: String,
    /// How many controls name it.
    pub controls: usize,
    /// How many frameworks those belong to.
    pub frameworks: usize,
    /// Whether it stands, and who collects it.
    pub standing: Standing,
}

/// The rules of these frameworks: those that most controls name first, then by name.
pub(super) fn uses(frameworks: &[&Framework]) -> Vec<RuleUse> {
    let mut found: BTreeMap<&str, (RuleUse, Option<&str>)> = BTreeMap::new();
    for framework in frameworks {
        for control in framework.controls() {
            let rows = control.rows.iter().filter(|row| row.is_rule());
            let standings: BTreeMap<&str, &Standing> =
                rows.map(|row| (row.name.as_str(), &row.standing)).collect();
            for (rule, standing) in standings {
                let (used, last) = found.entry(rule).or_insert_with(|| (unused(rule, standing), None));
                used.controls += 1;
                used.frameworks += usize::from(last.replace(&framework.name) != Some(&framework.name));
            }
        }
    }
    let mut all: Vec<RuleUse> = found.into_values().map(|(used, _)| used).collect();
    all.sort_by_key(|used| Reverse(used.controls));
    all
}

fn unused(rule: &str, standing: &Standing) -> RuleUse {
    RuleUse { rule: rule.to_owned(), controls: 0, frameworks: 0, standing: standing.clone() }
}

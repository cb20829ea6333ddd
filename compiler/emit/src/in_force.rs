//! What is in force for a row of evidence: the values of its rule and who gives them, how often it is due, or why it stands nowhere.
//!
//! A rule that runs is never told without its values: where nothing is set, AWS's defaults apply, or it takes none.

use plan::{Asked, Instance, Publication, Row, RuleSource, Standing};

use crate::words::value;

/// In a line; a rule that runs for several packs has their values one after the other.
pub(crate) fn in_force(publication: &Publication<'_>, asked: Asked<'_>) -> String {
    let row = asked.row;
    let said =
        if row.is_rule() { sets(publication, asked).join(" or ") } else { collected(publication, row) };
    match &row.standing {
        Standing::Collected | Standing::ByHand => said,
        Standing::Unlisted | Standing::Provided => {
            let why = row.standing.outside().unwrap_or_default();
            if said.is_empty() { why.to_owned() } else { format!("{said}; {why}") }
        }
        Standing::Absent(why) => format!("not deployed: {why}"),
    }
}

/// The values that the instances of a row have, each once.
pub(crate) fn sets(publication: &Publication<'_>, asked: Asked<'_>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for running in publication.running(&asked) {
        let values = values(running.instance);
        if !seen.contains(&values) {
            seen.push(values);
        }
    }
    seen
}

/// The values of an instance: those that are set, then those that AWS fills in.
pub(crate) fn values(instance: &Instance) -> String {
    let managed = facts::managed_rule(&instance.rule);
    let known = managed.as_ref().map(|rule| rule.parameters.as_slice()).unwrap_or_default();
    let set = instance.parameters.iter().map(|(name, given)| format!("{name} = {}", value(given)));
    let is_set = |name: &str| instance.parameters.iter().any(|(set, _)| set == name);
    let filled = known.iter().filter(|parameter| !is_set(parameter.name)).filter_map(|parameter| {
        Some(format!("{} = {} by AWS's default", parameter.name, parameter.default?))
    });
    let all: Vec<String> = set.chain(filled).collect();
    let takes_none = match &instance.source {
        RuleSource::Managed { .. } => managed.as_ref().is_some_and(|rule| rule.parameters.is_empty()),
        RuleSource::Policy { .. } => true,
        RuleSource::Lambda { .. } => false,
    };
    match all.as_slice() {
        [] if takes_none => "takes no parameters".to_owned(),
        [] => "no parameter set".to_owned(),
        all => all.join(", "),
    }
}

/// How often a row is collected: as it says, or as its kind is where that leaves no choice.
fn collected(publication: &Publication<'_>, row: &Row) -> String {
    match (frequency(publication, row), row.kind) {
        (said, "cloudtrail") if said.is_empty() => "with each event".to_owned(),
        (said, "security-hub") if said.is_empty() => "with each check of Security Hub".to_owned(),
        (said, _) => said,
    }
}

/// How often a row is collected or brought, where that is said.
pub(crate) fn frequency(publication: &Publication<'_>, row: &Row) -> String {
    let evidence = publication.evidence(&row.name).filter(|_| row.is_manual());
    evidence.map_or_else(|| row.frequency.clone(), |evidence| evidence.every.clone())
}

//! What the numbers do not say: conditions, claims, costs, and the rules and places that want a look.

use plan::{Coverage, PackCost, PlaceGap, RuleUse, Standing};

/// So many items of a list are told; JSON has them all.
const TOLD: usize = 10;

/// A list with its heading; the texts are those of the source, for each form to escape.
pub(super) struct Note {
    pub(super) heading: &'static str,
    pub(super) items: Vec<String>,
    /// How many more there are.
    pub(super) more: usize,
}

/// What every reader of the numbers must know, one sentence each.
pub(super) fn conditions(coverage: &Coverage) -> Vec<&'static str> {
    let mut all = Vec::new();
    if !coverage.is_deployed {
        all.push("If deployed: no pack of the project is, so rules count once they stand in a pack.");
    }
    if !coverage.is_audited {
        all.push("If sent: no framework goes to Audit Manager, so what it collects counts for all.");
    }
    all
}

/// The meaning of the last two columns.
pub(super) const LEGEND: [&str; 2] = [
    "Covered: automated and mixed controls, of those that apply.",
    "Outside: automated or mixed, but Audit Manager can collect none of the evidence.",
];

/// The claims before and after relations, one sentence.
pub(super) fn claims(coverage: &Coverage) -> String {
    let claims = coverage.claims;
    let (stated, reached) = (counted(claims.stated, "claim"), counted(claims.reached, "control"));
    format!("{stated} stated; relations derive {} more, for {reached}.", claims.derived)
}

/// What joining saves: a sentence for each pack of several frameworks, and one for all packs.
pub(super) fn costs(coverage: &Coverage) -> Vec<String> {
    let cost = &coverage.cost;
    let joined = cost.packs.iter().filter(|pack| pack.frameworks.len() > 1);
    let mut all: Vec<String> = joined.map(pack).collect();
    let packs = match cost.packs.len() {
        0 => return all,
        1 => "The pack".to_owned(),
        several => format!("All {several} packs together"),
    };
    all.push(format!("{packs}: {}, {} of them distinct.", instances(cost.instances()), cost.distinct));
    all
}

fn pack(cost: &PackCost) -> String {
    let PackCost { pack, frameworks, joined, separate } = cost;
    let count = frameworks.len();
    format!("Pack {pack}: {count} frameworks, {} in separate packs, {joined} here.", instances(*separate))
}

fn instances(count: usize) -> String {
    counted(count, "rule instance")
}

/// The lists, those with items alone.
pub(super) fn notes(coverage: &Coverage) -> Vec<Note> {
    let stands = |used: &&RuleUse| !matches!(used.standing, Standing::Absent(_));
    let (standing, absent): (Vec<&RuleUse>, Vec<&RuleUse>) = coverage.rules.iter().partition(stands);
    let outside = standing.iter().filter_map(|used| Some((*used, used.standing.outside()?)));
    let unnamed = coverage.unnamed.iter().map(|rule| format!("{rule}: no control names it"));
    let unused = absent.iter().map(|used| match &used.standing {
        Standing::Absent(why) => format!("{}: {}, {why}", used.rule, controls(used)),
        Standing::Collected | Standing::Unlisted | Standing::Provided | Standing::ByHand => used.rule.clone(),
    });
    let all = [
        note("Rules that serve most controls", standing.iter().map(|used| served(used)).collect()),
        note("Rules that are declared or named, and deployed nowhere", unnamed.chain(unused).collect()),
        note(
            "Rules that Audit Manager cannot collect",
            outside.map(|(used, why)| format!("{}: {}, {why}", used.rule, controls(used))).collect(),
        ),
        note("Regions that lack rules", coverage.places.iter().map(place).collect()),
    ];
    all.into_iter().filter(|note| !note.items.is_empty()).collect()
}

fn note(heading: &'static str, mut items: Vec<String>) -> Note {
    let more = items.len().saturating_sub(TOLD);
    items.truncate(TOLD);
    Note { heading, items, more }
}

fn controls(used: &RuleUse) -> String {
    counted(used.controls, "control")
}

fn served(used: &RuleUse) -> String {
    format!("{}: {} of {}", used.rule, controls(used), counted(used.frameworks, "framework"))
}

fn place(gap: &PlaceGap) -> String {
    let rules = counted(gap.rules.len(), "rule");
    let lost = match gap.controls.as_slice() {
        [] => "every control has other evidence there".to_owned(),
        [one] => format!("{one} has no automatic evidence there"),
        [first, others @ ..] => {
            format!("{first} and {} have no automatic evidence there", counted(others.len(), "other"))
        }
    };
    format!("{} in {}: {rules} missing, {lost}", gap.place, gap.region)
}

/// `1 control`, `2 controls`.
fn counted(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

//! The schema `ordain-coverage/1`, which the book describes: members may be added to it, none is renamed or removed.

use diagnostics::shown_json;
use plan::{
    Closure, Counts, Coverage, FrameworkCoverage, PackCost, PlaceGap, RuleUse, SetCoverage, Standing,
};
use serde::Serialize;

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    project: &'a str,
    deployed: bool,
    audited: bool,
    counts: CountsEntry,
    claims: ClaimsEntry,
    frameworks: Vec<FrameworkEntry<'a>>,
    rules: Vec<RuleEntry<'a>>,
    unnamed_rules: &'a [String],
    packs: Vec<PackEntry<'a>>,
    instances: usize,
    distinct_instances: usize,
    places: Vec<PlaceEntry<'a>>,
}

#[derive(Serialize)]
struct CountsEntry {
    controls: usize,
    applicable: usize,
    automated: usize,
    mixed: usize,
    manual: usize,
    inherited: usize,
    not_applicable: usize,
    gap: usize,
    outside_audit_manager: usize,
    covered_percent: Option<f64>,
}

#[derive(Serialize)]
struct ClaimsEntry {
    stated: usize,
    derived: usize,
    controls_reached: usize,
}

#[derive(Serialize)]
struct FrameworkEntry<'a> {
    name: &'a str,
    title: &'a str,
    version: &'a str,
    counts: CountsEntry,
    claims: ClaimsEntry,
    control_sets: Vec<SetEntry<'a>>,
}

#[derive(Serialize)]
struct SetEntry<'a> {
    name: &'a str,
    title: &'a str,
    counts: CountsEntry,
}

#[derive(Serialize)]
struct RuleEntry<'a> {
    rule: &'a str,
    controls: usize,
    frameworks: usize,
    deployed: bool,
    collected: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
}

#[derive(Serialize)]
struct PackEntry<'a> {
    pack: &'a str,
    frameworks: &'a [String],
    instances: usize,
    instances_in_separate_packs: usize,
}

#[derive(Serialize)]
struct PlaceEntry<'a> {
    place: &'a str,
    region: &'a str,
    missing_rules: &'a [String],
    controls_without_evidence: Vec<String>,
}

pub(super) fn render(coverage: &Coverage) -> String {
    let document = Document {
        schema: "ordain-coverage/1",
        project: &coverage.project,
        deployed: coverage.is_deployed,
        audited: coverage.is_audited,
        counts: counts(&coverage.whole),
        claims: claims(coverage.claims),
        frameworks: coverage.frameworks.iter().map(framework).collect(),
        rules: coverage.rules.iter().map(rule).collect(),
        unnamed_rules: &coverage.unnamed,
        packs: coverage.cost.packs.iter().map(pack).collect(),
        instances: coverage.cost.instances(),
        distinct_instances: coverage.cost.distinct,
        places: coverage.places.iter().map(place).collect(),
    };
    let text = serde_json::to_string_pretty(&document).expect("a tree of texts and numbers serializes");
    shown_json(&text) + "\n"
}

fn counts(counts: &Counts) -> CountsEntry {
    CountsEntry {
        controls: counts.controls(),
        applicable: counts.applicable(),
        automated: counts.automated,
        mixed: counts.mixed,
        manual: counts.manual,
        inherited: counts.inherited,
        not_applicable: counts.not_applicable,
        gap: counts.gap,
        outside_audit_manager: counts.outside,
        covered_percent: counts.covered().map(|share| f64::from(share.tenths()) / 10.0),
    }
}

fn claims(claims: Closure) -> ClaimsEntry {
    ClaimsEntry { stated: claims.stated, derived: claims.derived, controls_reached: claims.reached }
}

fn framework(framework: &FrameworkCoverage) -> FrameworkEntry<'_> {
    FrameworkEntry {
        name: &framework.name,
        title: &framework.title,
        version: &framework.version,
        counts: counts(&framework.counts),
        claims: claims(framework.claims),
        control_sets: framework.sets.iter().map(set).collect(),
    }
}

fn set(set: &SetCoverage) -> SetEntry<'_> {
    SetEntry { name: &set.name, title: &set.title, counts: counts(&set.counts) }
}

fn rule(used: &RuleUse) -> RuleEntry<'_> {
    let absent = used.standing.absence();
    RuleEntry {
        rule: &used.rule,
        controls: used.controls,
        frameworks: used.frameworks,
        deployed: absent.is_none(),
        collected: used.standing == Standing::Collected,
        reason: absent.or(used.standing.outside()),
    }
}

fn pack(cost: &PackCost) -> PackEntry<'_> {
    PackEntry {
        pack: &cost.pack,
        frameworks: &cost.frameworks,
        instances: cost.joined,
        instances_in_separate_packs: cost.separate,
    }
}

fn place(gap: &PlaceGap) -> PlaceEntry<'_> {
    PlaceEntry {
        place: &gap.place,
        region: &gap.region,
        missing_rules: &gap.rules,
        controls_without_evidence: gap.controls.iter().map(ToString::to_string).collect(),
    }
}

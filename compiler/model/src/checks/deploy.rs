//! Where packs are deployed: what a place cannot have, and what it would miss.

use std::collections::BTreeSet;

use diagnostics::{Code, Diagnostic, Report};

use crate::estate::{Account, Estate};
use crate::instance::Instance;
use crate::model::Model;
use crate::pack::{Deploy, Pack, Place};

pub(super) fn check(model: &Model, found: &[Vec<Instance>], report: &mut Report) {
    let Some(estate) = &model.estate else { return };
    for (pack, instances) in model.packs.iter().zip(found) {
        for deploy in &pack.deploys {
            in_organization(model, pack, deploy, instances, report);
            missing_in_regions(estate, deploy, instances, report);
            without_home_region(estate, pack, deploy, instances, report);
            unset(pack, deploy, instances, report);
        }
        without_home(estate, pack, instances, report);
        overlapping(estate, pack, report);
        management_left_out(estate, pack, report);
    }
    twice(model, found, report);
}

/// The role of a remediation is literal in a pack, and an organization's pack is one text for all accounts.
fn in_organization(model: &Model, pack: &Pack, deploy: &Deploy, instances: &[Instance], report: &mut Report) {
    if deploy.place != Some(Place::Organization) || deploy.remediate.as_deref() == Some("never") {
        return;
    }
    let adopted = instances.iter().find_map(|instance| {
        let said = model.rules.get(&instance.rule)?;
        said.remediations.iter().find(|(_, suggested)| !suggested).map(|(name, _)| (&instance.rule, name))
    });
    if let Some((rule, remediation)) = adopted {
        report.push(
            Diagnostic::new(
                Code::RemediationInOrganization,
                format!("`{}` cannot carry the remediation of `{rule}` to an organization", pack.name.text),
            )
            .at(deploy.span, "one text for all accounts")
            .with(remediation.span, "its role differs in each account")
            .help("deploy to organizational units instead, or say `remediate never` here")
            .about(&pack.name.text),
        );
    }
}

/// Rules that a region lacks; a rule on global resources needs its home region alone.
fn missing_in_regions(estate: &Estate, deploy: &Deploy, instances: &[Instance], report: &mut Report) {
    let Some(regions) = &deploy.regions else { return };
    let mut lacking: std::collections::BTreeMap<Vec<&str>, Vec<&str>> = std::collections::BTreeMap::new();
    for region in regions {
        let missing: Vec<&str> = instances
            .iter()
            .filter(|instance| runs_in(estate, instance, region) && !instance.facts.regions.covers(region))
            .map(|instance| instance.name.as_str())
            .collect();
        if !missing.is_empty() {
            lacking.entry(missing).or_default().push(region);
        }
    }
    for (missing, regions) in lacking {
        let places = regions.iter().map(|region| format!("`{region}`")).collect::<Vec<_>>().join(", ");
        report.push(
            Diagnostic::new(
                Code::RuleMissingInRegion,
                format!("{} of the pack's rules are not offered in {places}", missing.len()),
            )
            .at(deploy.span, "deployed there")
            .help(format!("left out there, and a gap there: {}", missing.join(", ")))
            .about(regions[0]),
        );
    }
}

/// Rules on global resources stand in the home region alone; another deploy to the same place may bring them there.
fn without_home_region(
    estate: &Estate,
    pack: &Pack,
    deploy: &Deploy,
    instances: &[Instance],
    report: &mut Report,
) {
    let Some(home) = &estate.home_region else { return };
    let same_place = pack.deploys.iter().filter(|other| other.place == deploy.place);
    let reached = same_place.filter_map(|other| other.regions.as_ref()).any(|list| list.contains(&home.text));
    let global = instances.iter().filter(|instance| instance.facts.global.is_some()).count();
    if global > 0 && !reached {
        report.push(
            Diagnostic::new(
                Code::RuleMissingInRegion,
                format!("{global} rules on global resources run in `{}` alone", home.text),
            )
            .at(deploy.span, "which is not among these regions")
            .with(home.span, "the home region")
            .help("add the home region to the regions of this deploy")
            .about(&home.text),
        );
    }
}

/// Whether an instance would stand in a region, were it offered there.
fn runs_in(estate: &Estate, instance: &Instance, region: &str) -> bool {
    match (&estate.home_region, instance.facts.global) {
        (Some(home), Some(_)) => home.text == region,
        (_, _) => true,
    }
}

/// Required parameters that nothing states, and pack parameters without a default, are set by every deploy.
fn unset(pack: &Pack, deploy: &Deploy, instances: &[Instance], report: &mut Report) {
    let declared = pack.parameters.iter().filter(|parameter| parameter.default.is_none());
    let open = instances.iter().flat_map(|instance| {
        instance
            .open
            .iter()
            .map(|parameter| (crate::instance::open_parameter(&instance.name, parameter), instance.span))
    });
    let lambdas = instances.iter().filter_map(|instance| Some((instance.lambda.clone()?, instance.span)));
    let wanted: std::collections::BTreeMap<String, source::Span> = declared
        .map(|parameter| (parameter.name.text.clone(), parameter.name.span))
        .chain(open)
        .chain(lambdas)
        .collect();
    for (name, span) in &wanted {
        if !deploy.settings.iter().any(|setting| setting.parameter.text == *name) {
            report.push(
                Diagnostic::new(Code::UnsetParameter, format!("this deploy leaves `{name}` without a value"))
                    .at(deploy.span, "deployed here")
                    .with(*span, "needed by this, which has no value by default")
                    .help(format!("add `set {name}=…` to the deploy, or give the rule a value"))
                    .about(name),
            );
        }
    }
    unknown(pack, deploy, &wanted, report);
    outside(pack, deploy, report);
}

/// Parameters that the compiler adds are known only where a rule needs them.
fn unknown(
    pack: &Pack,
    deploy: &Deploy,
    wanted: &std::collections::BTreeMap<String, source::Span>,
    report: &mut Report,
) {
    for setting in &deploy.settings {
        let name = &setting.parameter.text;
        let known =
            wanted.contains_key(name) || pack.parameters.iter().any(|parameter| parameter.name.text == *name);
        if !known && name.starts_with(|first: char| first.is_ascii_uppercase()) {
            report.push(
                Diagnostic::new(
                    Code::UnknownPackParameter,
                    format!("`{}` has no parameter `{name}`", pack.name.text),
                )
                .at(setting.parameter.span, "nothing needs it")
                .help("take it away")
                .about(name),
            );
        }
    }
}

/// Values outside the bounds that the pack states.
fn outside(pack: &Pack, deploy: &Deploy, report: &mut Report) {
    for setting in &deploy.settings {
        let declared = pack.parameters.iter().find(|parameter| parameter.name.text == setting.parameter.text);
        let crate::rule::SettingValue::One(crate::rule::Scalar::Integer(number)) = setting.value else {
            continue;
        };
        let Some(declared) = declared else { continue };
        if !declared.admits(number) {
            report.push(
                Diagnostic::new(
                    Code::ParameterOutOfRange,
                    format!("`{}` cannot be {number}", setting.parameter.text),
                )
                .at(setting.span, "outside what the pack allows")
                .with(declared.name.span, "its bounds are stated here")
                .help("stay within `min=` and `max=`, or change them")
                .about(&setting.parameter.text),
            );
        }
    }
}

fn without_home(estate: &Estate, pack: &Pack, instances: &[Instance], report: &mut Report) {
    let Some(deploy) =
        pack.deploys.iter().find(|deploy| deploy.regions.as_ref().is_some_and(|list| list.len() > 1))
    else {
        return;
    };
    let global = instances.iter().filter(|instance| instance.facts.global.is_some()).count();
    if global > 0 && estate.home_region.is_none() {
        report.push(
            Diagnostic::new(
                Code::GlobalRuleEverywhere,
                format!("{global} rules on global resources would run in every region"),
            )
            .at(deploy.span, "several regions")
            .with(estate.name.span, "an estate without a home region")
            .help("say `home-region …` in the estate; such rules run there alone")
            .about(&pack.name.text),
        );
    }
}

/// Units above a unit, itself included.
fn line_of(estate: &Estate, unit: usize) -> BTreeSet<usize> {
    let mut line = BTreeSet::new();
    let mut next = Some(unit);
    while let Some(unit) = next.filter(|unit| line.insert(*unit)) {
        next = estate.units[unit]
            .parent
            .as_ref()
            .and_then(|parent| estate.units.iter().position(|known| known.name.text == parent.text));
    }
    line
}

fn overlapping(estate: &Estate, pack: &Pack, report: &mut Report) {
    for (place, second) in pack.deploys.iter().enumerate() {
        for first in &pack.deploys[..place] {
            let (Some(of_a), Some(of_b)) = (&first.regions, &second.regions) else { continue };
            let meets = overlap(estate, first, second) && of_a.iter().any(|region| of_b.contains(region));
            if meets {
                report.push(
                    Diagnostic::new(
                        Code::OverlappingUnits,
                        format!("two deploys of `{}` reach the same accounts", pack.name.text),
                    )
                    .at(second.span, "this one")
                    .with(first.span, "and this one")
                    .help("deploy to the unit above, or to units that do not contain each other")
                    .about(&pack.name.text),
                );
            }
        }
    }
}

fn overlap(estate: &Estate, first: &Deploy, second: &Deploy) -> bool {
    let (Some(a), Some(b)) = (first.place, second.place) else { return false };
    match (a, b) {
        (Place::Account(account), _) => reaches(estate, second, account),
        (_, Place::Account(account)) => reaches(estate, first, account),
        (Place::Unit(a), Place::Unit(b)) => {
            line_of(estate, a).contains(&b) || line_of(estate, b).contains(&a)
        }
        (Place::Organization, _) | (_, Place::Organization) => true,
    }
}

/// Whether a deploy reaches an account, by its place in the estate's list.
pub(super) fn reaches(estate: &Estate, deploy: &Deploy, account: usize) -> bool {
    let Account { name, id, unit, .. } = &estate.accounts[account];
    let unit_of_account = || {
        estate.units.iter().position(|known| unit.as_ref().is_some_and(|unit| unit.text == known.name.text))
    };
    let management =
        || estate.organization.as_ref().and_then(|organization| organization.management.as_ref());
    match deploy.place {
        Some(Place::Account(other)) => account == other,
        Some(Place::Unit(above)) => {
            !deploy.excluded.contains(&id.text)
                && unit_of_account().is_some_and(|own| line_of(estate, own).contains(&above))
                && management().is_none_or(|management| management.text != name.text)
        }
        Some(Place::Organization) => !deploy.excluded.contains(&id.text),
        None => false,
    }
}

/// Service-managed stack sets never touch the management account.
fn management_left_out(estate: &Estate, pack: &Pack, report: &mut Report) {
    let Some(unit) = pack.deploys.iter().find(|deploy| matches!(deploy.place, Some(Place::Unit(_)))) else {
        return;
    };
    let Some(management) =
        estate.organization.as_ref().and_then(|organization| organization.management.as_ref())
    else {
        return;
    };
    let reached = pack.deploys.iter().any(|deploy| match deploy.place {
        Some(Place::Account(account)) => estate.accounts[account].name.text == management.text,
        Some(Place::Organization) => true,
        Some(Place::Unit(_)) | None => false,
    });
    if !reached {
        report.push(
            Diagnostic::new(
                Code::ManagementAccountLeftOut,
                format!("`{}` does not reach the management account", pack.name.text),
            )
            .at(unit.span, "a stack set never touches that account")
            .with(management.span, "the management account")
            .help(format!("add `deploy account {} regions=…`", management.text))
            .about(&pack.name.text),
        );
    }
}

/// The same instance from two packs in one place.
fn twice(model: &Model, found: &[Vec<Instance>], report: &mut Report) {
    let Some(estate) = &model.estate else { return };
    for (second, pack) in model.packs.iter().enumerate() {
        for first in 0..second {
            let other = &model.packs[first];
            let meet = pack
                .deploys
                .iter()
                .find(|deploy| other.deploys.iter().any(|theirs| overlap(estate, deploy, theirs)));
            let Some(deploy) = meet else { continue };
            let shared: Vec<&str> = found[second]
                .iter()
                .filter(|mine| {
                    found[first].iter().any(|theirs| theirs.rule == mine.rule && same(theirs, mine))
                })
                .map(|mine| mine.name.as_str())
                .collect();
            if !shared.is_empty() {
                report.push(
                    Diagnostic::new(
                        Code::DeployedTwice,
                        format!(
                            "{} rules of `{}` stand in `{}` too, in the same accounts",
                            shared.len(),
                            pack.name.text,
                            other.name.text
                        ),
                    )
                    .at(deploy.span, "deployed here")
                    .with(other.name.span, "the other pack")
                    .help(format!(
                        "each evaluation is paid twice; exclude them with `provided-by={}`: {}",
                        other.name.text,
                        shared.join(", ")
                    ))
                    .about(&pack.name.text),
                );
            }
        }
    }
}

fn same(a: &Instance, b: &Instance) -> bool {
    a.frequency == b.frequency
        && a.values.len() == b.values.len()
        && a.values.iter().zip(&b.values).all(|(a, b)| a.0 == b.0 && a.1.value == b.1.value)
}

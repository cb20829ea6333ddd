//! What backs a control: its state, its evidence with provenance, what flows to it, and where each is stated.

use plan::{Control, Framework, Row, State};

use crate::View;

/// What backs the control `framework:id`; the framework by name or alias.
#[must_use]
pub fn control(view: &View<'_>, reference: &str) -> Option<String> {
    let (framework, id) = reference.split_once(':')?;
    let found = view.model.find_control(framework, id)?;
    let name = view.model.reference(found);
    let stated = view.model.control(found);
    let mut out = format!("{name}  {}\n  declared at {}\n", stated.title.text, view.place(stated.id.span));
    let whole = &view.model.frameworks[stated.framework.index()];
    if let Some(superseded) = &whole.superseded {
        out.push_str(&format!("  {}\n", superseded.words(&whole.name.text)));
    }
    let Some((framework, control)) = planned(view, &name) else {
        out.push_str("  the program has errors; its evidence is not derived\n");
        return Some(out);
    };
    state(view, control, &mut out);
    for row in &control.rows {
        evidence(view, row, &mut out);
    }
    for relation in &control.relations {
        out.push_str(&format!(
            "  {} {}{}\n",
            relation.kind,
            relation.to,
            origin(&relation.source, &relation.date)
        ));
        out.push_str(&format!("      {}\n", view.place(relation.span)));
    }
    for claim in &control.claims {
        let path: Vec<String> = claim.path.iter().map(ToString::to_string).collect();
        out.push_str(&format!("  claim {} {} ({})\n", claim.row.kind, claim.row.name, claim.strength));
        out.push_str(&format!("      by {}\n", path.join(" → ")));
    }
    audit(view, framework, control, &mut out);
    packs(view, &name, &mut out);
    Some(out)
}

fn planned<'a>(view: &View<'a>, name: &str) -> Option<(&'a Framework, &'a Control)> {
    let (framework, id) = name.split_once(':')?;
    let framework = view.plan?.frameworks.iter().find(|known| known.name == framework)?;
    let mut controls = framework.sets.iter().flat_map(|set| &set.controls);
    Some((framework, controls.find(|control| control.id == id)?))
}

fn state(view: &View<'_>, control: &Control, out: &mut String) {
    let deployed = view.plan.is_some_and(|plan| plan.packs.iter().any(|pack| !pack.deployments.is_empty()));
    let condition = match control.state {
        State::Automated | State::Mixed if !deployed => ", if deployed",
        State::Automated
        | State::Mixed
        | State::Manual
        | State::Inherited
        | State::NotApplicable
        | State::Gap => "",
    };
    out.push_str(&format!("  state {}{condition}\n", control.state.words()));
    let reason = Some(&control.reason).filter(|reason| !reason.is_empty()).map(|reason| ("because", reason));
    let severity = control.severity.as_ref().map(|severity| ("severity", severity));
    let owner = control.owner.as_ref().map(|owner| ("owner", owner));
    for (word, text) in [reason, severity, owner].into_iter().flatten() {
        out.push_str(&format!("  {word} {text}\n"));
    }
}

fn evidence(view: &View<'_>, row: &Row, out: &mut String) {
    let inherited = row.inherited.as_ref().map(|from| format!(", inherited from {from}")).unwrap_or_default();
    let provenance = origin(&row.source, &row.date);
    out.push_str(&format!("  {} {} ({}{inherited}){provenance}\n", row.kind, row.name, row.strength));
    if !row.deployed {
        let why = if row.absence.is_empty() { "no pack holds it" } else { row.absence.as_str() };
        out.push_str(&format!("      not deployed: {why}\n"));
    }
    out.push_str(&format!("      {}\n", view.place(row.span)));
}

fn origin(source: &str, date: &str) -> String {
    match (source, date) {
        ("", "") => String::new(),
        (source, "") => format!(" by {source}"),
        ("", date) => format!(" of {date}"),
        (source, date) => format!(" by {source}, {date}"),
    }
}

fn audit(view: &View<'_>, framework: &Framework, control: &Control, out: &mut String) {
    let audits = view.plan.into_iter().flat_map(|plan| &plan.audits);
    let sets = audits.filter(|audit| audit.name == framework.name).flat_map(|audit| &audit.sets);
    for found in sets.flat_map(|set| &set.controls).filter(|found| found.id == control.id) {
        for source in &found.sources {
            out.push_str(&format!("  Audit Manager source {}\n", source.name));
        }
    }
}

fn packs(view: &View<'_>, name: &str, out: &mut String) {
    for pack in view.plan.into_iter().flat_map(|plan| &plan.packs) {
        let serving = pack
            .instances
            .iter()
            .filter(|instance| instance.controls.iter().any(|control| control.to_string() == name));
        let names: Vec<&str> = serving.map(|instance| instance.name.as_str()).collect();
        if !names.is_empty() {
            out.push_str(&format!("  pack {} by {}\n", pack.name, names.join(", ")));
        }
    }
}

//! What backs a control: its state, its evidence with provenance, what flows to it, and where each is stated.

use diagnostics::shown;
use model::RowKind;
use plan::{Basis, Claims, Control, ControlRef, Framework, Plan, Reach, Row, Standing};

use crate::View;

/// So many controls of a way are named.
const STEPS: usize = 12;

/// What backs the control `framework:id`; the framework by name or alias.
#[must_use]
pub fn control(view: &View<'_>, reference: &str) -> Option<String> {
    let (framework, id) = reference.split_once(':')?;
    let found = view.model.find_control(framework, id)?;
    let name = view.model.reference(found);
    let stated = view.model.control(found);
    let mut out = format!(
        "{}  {}\n  declared at {}\n",
        shown(&name),
        shown(&stated.title.text),
        view.place(stated.id.span)
    );
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
        let origin = origin(&relation.source, &relation.date);
        out.push_str(&format!("  {} {}{origin}\n", relation.kind, shown(&relation.to.to_string())));
        out.push_str(&format!("      {}\n", view.place(relation.span)));
    }
    reached(view, framework, control, &mut out);
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
    let of_rule = |row: &&Row| row.kind == RowKind::Rule.word();
    let (rules, others): (Vec<&Row>, Vec<&Row>) =
        control.rows.iter().filter(|row| row.is_automatic()).partition(of_rule);
    let is = |asked: fn(&Plan) -> bool| view.plan.is_some_and(asked);
    let deployed = if rules.is_empty() || is(Plan::is_deployed) { "" } else { ", if deployed" };
    let sent = if others.is_empty() || is(Plan::is_audited) { "" } else { ", if sent to Audit Manager" };
    let condition = format!("{deployed}{sent}");
    out.push_str(&format!("  state {}{condition}\n", control.state.words()));
    let reason = Some(&control.reason).filter(|reason| !reason.is_empty()).map(|reason| ("because", reason));
    let severity = control.severity.as_ref().map(|severity| ("severity", severity));
    let owner = control.owner.as_ref().map(|owner| ("owner", owner));
    for (word, text) in [reason, severity, owner].into_iter().flatten() {
        out.push_str(&format!("  {word} {}\n", shown(text)));
    }
}

fn evidence(view: &View<'_>, row: &Row, out: &mut String) {
    let inherited = row.inherited.as_ref().map(|from| format!(", inherited from {from}")).unwrap_or_default();
    let label = row.label.as_ref().map(|label| format!(" as {label}")).unwrap_or_default();
    out.push_str(&format!(
        "  {} {}{label} ({}{}){}\n",
        row.kind,
        shown(&row.name),
        row.strength.word(),
        shown(&inherited),
        origin(&row.source, &row.date)
    ));
    if let Standing::Absent(why) = &row.standing {
        out.push_str(&format!("      not deployed: {}\n", shown(why)));
    }
    if let Some(why) = row.standing.outside() {
        out.push_str(&format!("      outside Audit Manager: {why}\n"));
    }
    out.push_str(&format!("      {}\n", view.place(row.span)));
}

/// The controls whose evidence reaches this one, each with its way and what it brings that is not stated here.
fn reached(view: &View<'_>, framework: &Framework, control: &Control, out: &mut String) {
    let name = ControlRef { framework: framework.name.clone(), id: control.id.clone() };
    let Some(plan) = view.plan else { return };
    let claims = Claims::new(plan);
    for reach in claims.reaching(&name).iter() {
        let mut path: Vec<String> = reach.path().take(STEPS).map(|step| shown(&step.to_string())).collect();
        if reach.length() >= STEPS {
            path.push(format!("{} more", reach.length() + 1 - STEPS));
        }
        out.push_str(&format!("  reached by {} ({})\n", path[0], reach.strength().word()));
        out.push_str(&format!("      by {}\n", path.join(" → ")));
        brought(&reach, out);
    }
}

fn brought(reach: &Reach<'_, '_>, out: &mut String) {
    for claim in reach.claims {
        let row = claim.row;
        let origin = origin(&row.source, &row.date);
        let strength = claim.strength.word();
        out.push_str(&format!("      claim {} {} ({strength}){origin}\n", row.kind, shown(&row.name)));
    }
    if reach.claims.is_empty() {
        out.push_str("      brings nothing that is not claimed as strongly already\n");
    }
}

fn origin(source: &str, date: &str) -> String {
    let (source, date) = (shown(source), shown(date));
    match (source.as_str(), date.as_str()) {
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
            let others: Vec<String> = source.bases.iter().filter_map(other_basis).collect();
            out.push_str(&format!("  Audit Manager source {}{}\n", shown(&source.name), others.concat()));
        }
    }
}

/// A row of another control behind a source; this control's own rows stand above.
fn other_basis(basis: &Basis) -> Option<String> {
    let from = basis.from.as_ref()?;
    Some(format!(", {} from {}", basis.strength.word(), shown(&from.to_string())))
}

fn packs(view: &View<'_>, name: &str, out: &mut String) {
    for pack in view.plan.into_iter().flat_map(|plan| &plan.packs) {
        let serving = pack
            .instances
            .iter()
            .filter(|instance| instance.controls().any(|control| control.to_string() == name));
        let names: Vec<&str> = serving.map(|instance| instance.name.as_str()).collect();
        if !names.is_empty() {
            out.push_str(&format!("  pack {} by {}\n", pack.name, names.join(", ")));
        }
    }
}

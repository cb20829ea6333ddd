//! Evidence that relations carry: what a control of the one framework gains or loses by what changed in another.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::unionfind::UnionFind;

use super::aspect::Aspect;
use super::class::Class;
use super::renames::Renames;
use super::subject::{Subject, SubjectKind};
use super::{Change, Places};
use crate::{Claims, Control, ControlRef, Plan, Row, Standing, Strength};

/// What reaches a control: how strongly, by what it is called.
type Reaching = BTreeMap<String, Strength>;

/// Controls by their new name.
type Controls<'p> = BTreeMap<String, (ControlRef, &'p Control)>;

/// What a control states, and what it has with all that reaches it.
struct Had {
    own: Reaching,
    all: Reaching,
}

/// Adds the changes of claims to the changes of rows and relations that cause them.
pub(super) fn compare<'p>(old: &'p Plan, new: &'p Plan, renames: &Renames<'p>, changes: &mut Vec<Change>) {
    let touched: BTreeSet<String> = changes.iter().filter(|change| causes(change)).map(subject).collect();
    if touched.is_empty() {
        return;
    }
    let unchanged = Renames::default();
    let [before, after] = [controls(old, renames), controls(new, &unchanged)];
    let claims = [Claims::new(old), Claims::new(new)];
    for name in connected(&[(&before, renames), (&after, &unchanged)], &touched) {
        let (Some(was), Some(is)) = (before.get(&name), after.get(&name)) else { continue };
        let [had, has] = [had(&claims[0], was, renames), had(&claims[1], is, &unchanged)];
        let (is, control) = is;
        let subject = Subject::new(SubjectKind::Control, &is.framework, &is.id);
        differ(&had, &has, |key, before, after| {
            changes.push(Change {
                class: class(before, after),
                subject: subject.clone(),
                aspect: Aspect::Claim,
                key: key.to_owned(),
                before: before.map(|strength| strength.word().to_owned()),
                after: after.map(|strength| strength.word().to_owned()),
                places: Places { before: None, after: Some(control.span) },
            });
        });
    }
}

fn subject(change: &Change) -> String {
    change.subject.to_string()
}

fn causes(change: &Change) -> bool {
    change.subject.kind == SubjectKind::Control
        && matches!(change.aspect, Aspect::Itself | Aspect::Evidence | Aspect::Standing | Aspect::Relation)
}

fn controls<'p>(plan: &'p Plan, renames: &Renames<'p>) -> Controls<'p> {
    plan.controls()
        .map(|(framework, control)| {
            let reference = ControlRef { framework: framework.name.clone(), id: control.id.clone() };
            let id = renames.id(&framework.name, &control.id);
            (format!("{}:{id}", renames.framework(&framework.name)), (reference, control))
        })
        .collect()
}

/// The controls to which relations, whichever side has them, lead from those that are touched.
fn connected(sides: &[(&Controls<'_>, &Renames<'_>)], touched: &BTreeSet<String>) -> Vec<String> {
    let names: Vec<&String> =
        sides.iter().flat_map(|(side, _)| side.keys()).collect::<BTreeSet<_>>().into_iter().collect();
    let number = |name: &String| names.binary_search(&name).ok();
    let mut groups = UnionFind::<usize>::new(names.len());
    for (side, renames) in sides {
        for (name, (_, control)) in *side {
            let carrying = control.relations.iter().filter(|one| one.carries.iter().any(Option::is_some));
            for relation in carrying {
                if let (Some(from), Some(to)) = (number(name), number(&renames.control(&relation.to))) {
                    groups.union(from, to);
                }
            }
        }
    }
    let reached: BTreeSet<usize> = touched.iter().filter_map(number).map(|at| groups.find(at)).collect();
    (0..names.len()).filter(|at| reached.contains(&groups.find(*at))).map(|at| names[at].clone()).collect()
}

/// The evidence of a control that stands, its own and that which reaches it.
fn had<'p>(claims: &Claims<'p>, (name, control): &(ControlRef, &'p Control), renames: &Renames<'p>) -> Had {
    let stands = |row: &&Row| !matches!(row.standing, Standing::Absent(_));
    let mut own = Reaching::new();
    control.rows.iter().filter(stands).for_each(|row| put(&mut own, row, row.strength, renames));
    let mut all = own.clone();
    let reached = claims.reaching(name);
    for claim in reached.iter().flat_map(|reach| reach.claims) {
        if stands(&claim.row) {
            put(&mut all, claim.row, claim.strength, renames);
        }
    }
    Had { own, all }
}

fn put<'p>(found: &mut Reaching, row: &'p Row, strength: Strength, renames: &Renames<'p>) {
    let name = if row.is_rule() { renames.rule(&row.name) } else { &row.name };
    let best = found.entry(format!("{} {name}", row.kind)).or_insert(strength);
    *best = strength.max(*best);
}

/// What a control has more or less of, where its own rows do not tell it.
fn differ(had: &Had, has: &Had, mut tell: impl FnMut(&str, Option<Strength>, Option<Strength>)) {
    let keys: BTreeSet<&String> = had.all.keys().chain(has.all.keys()).collect();
    for key in keys {
        let (before, after) = (had.all.get(key).copied(), has.all.get(key).copied());
        if before != after && had.own.get(key) == has.own.get(key) {
            tell(key, before, after);
        }
    }
}

/// No strength is weaker than any.
fn class(before: Option<Strength>, after: Option<Strength>) -> Class {
    if after > before { Class::Tightening } else { Class::Loosening }
}

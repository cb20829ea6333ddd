//! Relations: each has a kind, and together they can hold.

use std::collections::BTreeMap;

use diagnostics::{Code, Diagnostic, Report};
use source::Span;

use crate::control::{Relation, RelationKind};
use crate::cycle::order;
use crate::framework::ControlId;
use crate::model::{Model, Named};

pub(super) fn check(model: &Model, report: &mut Report) {
    let mut stated: Vec<(ControlId, &Relation)> = Vec::new();
    for (place, control) in model.controls.iter().enumerate() {
        for relation in &control.relations {
            if relation.kind.is_none() && relation.to.is_some() {
                report.push(without_kind(model, ControlId::new(place), relation));
            }
            stated.push((ControlId::new(place), relation));
        }
    }
    stated.extend(model.crosswalk.iter().map(|(from, relation)| (*from, relation)));
    said_twice(model, &stated, report);
    to_itself(model, &stated, report);
    stated.retain(|(from, relation)| relation.to != Some(*from));
    two_kinds(model, &stated, report);
    rings(model, &stated, report);
}

fn without_kind(model: &Model, from: ControlId, relation: &Relation) -> Diagnostic {
    Diagnostic::new(
        Code::RelationWithoutKind,
        format!("how does `{}` relate to `{}`?", model.reference(from), relation.written.text),
    )
    .at(relation.span, "a relation without its kind")
    .help("`relation=` is one of: equal, subset (this asks for less), superset (this asks for more), intersects, related")
    .fix("say that they intersect, which claims nothing", vec![source::Edit::insert_after(relation.span, " relation=intersects")])
    .about(model.reference(from))
}

fn to_itself(model: &Model, stated: &[(ControlId, &Relation)], report: &mut Report) {
    for (from, relation) in stated.iter().filter(|(from, relation)| relation.to == Some(*from)) {
        let name = model.reference(*from);
        report.push(
            Diagnostic::new(Code::SelfRelation, format!("`{name}` is related to itself"))
                .at(relation.written.span, "the control itself")
                .help("name the other control, or take the relation away")
                .about(name),
        );
    }
}

/// The same relation twice, by the same source; two kinds for one pair are a finding of their own.
fn said_twice(model: &Model, stated: &[(ControlId, &Relation)], report: &mut Report) {
    let mut first: BTreeMap<(ControlId, ControlId, &str, &str), &Relation> = BTreeMap::new();
    for (from, relation) in stated {
        let Some(to) = relation.to else { continue };
        let key = (*from, to, relation.source.as_str(), relation.date.as_str());
        let earlier = *first.entry(key).or_insert(relation);
        if earlier.written.span != relation.written.span && earlier.kind == relation.kind {
            report.push(twice(&relation.written, earlier.written.span, &model.reference(*from)));
        }
    }
    for (place, control) in model.controls.iter().enumerate() {
        let mut first: BTreeMap<ControlId, Span> = BTreeMap::new();
        for (written, to) in &control.inherits {
            let Some(to) = to else { continue };
            let earlier = *first.entry(*to).or_insert(written.span);
            if earlier != written.span {
                report.push(twice(written, earlier, &model.reference(ControlId::new(place))));
            }
        }
    }
}

fn twice(written: &Named, earlier: Span, control: &str) -> Diagnostic {
    Diagnostic::new(Code::SaidTwice, format!("`{control}` names `{}` twice", written.text))
        .at(written.span, "said again")
        .with(earlier, "first said here")
        .help("once is enough; take it away")
        .about(control)
}

/// Two kinds for one pair, whichever way each is stated.
fn two_kinds(model: &Model, stated: &[(ControlId, &Relation)], report: &mut Report) {
    let mut known: BTreeMap<(ControlId, ControlId), (RelationKind, Span)> = BTreeMap::new();
    for (from, relation) in stated {
        let (Some(to), Some(kind)) = (relation.to, relation.kind) else { continue };
        let (pair, kind) = if *from <= to { ((*from, to), kind) } else { ((to, *from), kind.mirrored()) };
        match known.get(&pair) {
            Some((earlier, span)) if *earlier != kind => report.push(
                Diagnostic::new(
                    Code::ContradictoryRelations,
                    format!(
                        "`{}` and `{}` have two relations",
                        model.reference(pair.0),
                        model.reference(pair.1)
                    ),
                )
                .at(relation.span, format!("{} here", kind.word()))
                .with(*span, format!("{} here, seen the same way round", earlier.word()))
                .help("a pair of controls has one relation; take the wrong one away")
                .about(model.reference(*from)),
            ),
            Some(_) => {}
            None => {
                known.insert(pair, (kind, relation.span));
            }
        }
    }
}

/// A ring of proper subsets: each asks for less than the next, and the last for less than the first. A ring of two is a pair
/// with two kinds, and has been found as one.
fn rings(model: &Model, stated: &[(ControlId, &Relation)], report: &mut Report) {
    let mut edges = Vec::new();
    let mut spans = Vec::new();
    for (from, relation) in stated {
        let Some(to) = relation.to else { continue };
        match relation.kind {
            Some(RelationKind::Subset) => edges.push((from.index(), to.index())),
            Some(RelationKind::Superset) => edges.push((to.index(), from.index())),
            Some(RelationKind::Equal | RelationKind::Intersects | RelationKind::Related) | None => continue,
        }
        spans.push(relation.span);
    }
    for cycle in order(model.controls.len(), &edges).cycles.iter().filter(|cycle| cycle.len() != 2) {
        let start = model.reference(ControlId::new(edges[cycle[0]].0));
        let mut found =
            Diagnostic::new(Code::ContradictoryRelations, format!("`{start}` asks for less than itself"));
        for (position, edge) in cycle.iter().enumerate() {
            let (less, more) = edges[*edge];
            let words = format!(
                "`{}` asks for less than `{}`",
                model.reference(ControlId::new(less)),
                model.reference(ControlId::new(more))
            );
            found =
                if position == 0 { found.at(spans[*edge], words) } else { found.with(spans[*edge], words) };
        }
        report.push(
            found
                .help("controls that ask for the same are `equal`; take the wrong relation away")
                .about(start),
        );
    }
}

//! Artifacts as sources that a person would write; each step that loses something is told with its place.

mod controls;
mod declared;
mod evidence;
mod framework;
mod given;
mod ids;
mod known;
mod labels;
mod loss;
mod names;
mod pack;
mod remediation;
mod rule;
mod texts;
mod value;

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::Report;
use facts::limits::TEMPLATE_BYTES_INLINE;
use source::{SourceMap, Span};

use crate::artifact::Artifacts;
use crate::kdl::{self, Node};
use crate::pack::{Called, Evaluator, Origin, Pack, holds};
use declared::Declared;
use evidence::OwnRules;
use given::Uses;
pub use known::Known;
use known::recognized;
use loss::loss;
use names::{Names, name};
use pack::Stated;
use rule::Row;

/// A file of sources to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name, without a folder.
    pub path: String,
    /// Its text, in the formatter's layout.
    pub text: String,
}

/// The file of what several packs share.
const SHARED: &str = "shared";

/// A pack or a framework, translated.
struct Draft {
    name: String,
    title: String,
    head: Vec<String>,
    framework: Node,
    /// What a pack states; none where there is only a framework.
    stated: Option<Stated>,
}

/// The sources of artifacts: a file for each, or one file and one pack of the name `joined`; what `library` has too satisfies it, and leaves it its names.
pub fn translate(
    artifacts: &Artifacts,
    sources: &SourceMap,
    joined: Option<&str>,
    library: &[Known],
    report: &mut Report,
) -> Vec<Source> {
    let mut names = Names::default();
    names.reserve(library.iter().map(|known| known.name.as_str()).chain([SHARED]));
    let mut declared = Declared::default();
    let mut one = joined.map(|_| Stated::default());
    let mut rules: Vec<BTreeSet<String>> = Vec::new();
    let mut drafts = Vec::new();
    let mut own_rules = OwnRules::new();
    let Artifacts { packs, frameworks } = artifacts;
    let only = packs.len() + frameworks.len() == 1;
    for (place, pack) in packs.iter().enumerate() {
        let wanted = joined.filter(|_| only).unwrap_or(&pack.name);
        let name = names.take(&name(wanted, "pack"));
        let (rows, uses) = rows(pack, place, &mut declared, report);
        remediations(pack, place, &rows, &mut declared, report);
        let rows = labels::tell_apart(rows);
        renamed(pack, &rows, report);
        let mut own = Stated::default();
        let stated = one.as_mut().unwrap_or(&mut own);
        stated.add(pack, &name, &rows, uses.nodes(), report);
        conditions(pack, &rows, stated, report);
        if pack.origin == Origin::Template && sources.file(pack.file).text().len() > TEMPLATE_BYTES_INLINE {
            stated.travels_by_bucket();
        }
        own_rules.extend(rows.iter().filter(|row| row.own.is_some()).map(Row::renamed));
        rules.push(rows.iter().map(|row| row.name.clone()).collect());
        let title = title(pack);
        let ids = rows.iter().flat_map(|row| row.controls.iter().map(String::as_str)).collect();
        let known = recognized(&ids, &title, pack.resources, library, report);
        let framework = framework::framework(&name, &title, &rows, known);
        drafts.push(Draft { name, title, head: pack.head.clone(), framework, stated: Some(own) });
    }
    gained(packs, &declared, &rules, report);
    for (place, found) in frameworks.iter().enumerate() {
        let wanted = joined.filter(|_| only).unwrap_or(&found.title.value);
        let name = names.take(&name(wanted, "framework"));
        let place = packs.len() + place;
        let undated = Vec::new();
        let mut rows = evidence::Rows { own: &own_rules, place, declared: &mut declared, undated, report };
        let framework = controls::framework(&name, found, library, &mut rows);
        rows.finish();
        drafts.push(Draft { name, title: String::new(), head: Vec::new(), framework, stated: None });
    }
    files(drafts, declared.nodes(), joined.map(|name| (name, one.filter(|_| !packs.is_empty()))))
}

/// The rows of a pack, and the parameters that they use; rules of one's own are declared.
fn rows<'p>(
    pack: &'p Pack,
    place: usize,
    declared: &mut Declared,
    report: &mut Report,
) -> (Vec<Row<'p>>, Uses<'p>) {
    let mut uses = Uses::new(pack);
    let mut rows = Vec::new();
    for rule in &pack.rules {
        let Some(mut row) = rule::row(rule, &mut uses, report) else { continue };
        if let Some(own) = &row.own {
            row.name = declared.add("rule", &row.name, own, place);
        }
        rows.push(row);
    }
    described(pack, report);
    (rows, uses)
}

/// Descriptions of managed rules are the catalogue's.
fn described(pack: &Pack, report: &mut Report) {
    let managed = pack.rules.iter().filter(|rule| match rule.evaluator {
        Evaluator::Managed(_) => true,
        Evaluator::Policy { .. } | Evaluator::Lambda { .. } | Evaluator::Unknown => false,
    });
    let mut texts = managed.filter_map(|rule| rule.description.as_ref());
    let Some(first) = texts.next() else { return };
    let count = 1 + texts.count();
    report.push(loss(
        format!("descriptions of managed rules: {count}"),
        first.span,
        "they are left out",
        "rules are described by the controls that they serve",
    ));
}

fn remediations(pack: &Pack, place: usize, rows: &[Row<'_>], declared: &mut Declared, report: &mut Report) {
    let by_rule: BTreeMap<Span, &Row<'_>> = rows.iter().map(|row| (row.rule.id.span, row)).collect();
    let called = Called::new(pack);
    for found in &pack.remediations {
        let row = called.rule_of(found).and_then(|rule| by_rule.get(&rule.id.span));
        let Some(row) = row else { continue };
        let Some((node, lacking)) = remediation::declaration(pack, found, report) else { continue };
        if let Some(lacking) = lacking {
            declared.add_nameless(&lacking, place);
        }
        let name = declared.add("remediation", &name(&found.id.value, "remediation"), &node, place);
        declared.mend(&row.name, &name, found, place, report);
    }
}

/// Rules that are deployed under another name than the template's; a stack may leave names to CloudFormation.
fn renamed(pack: &Pack, rows: &[Row<'_>], report: &mut Report) {
    for row in rows {
        let built = row.built_name();
        let made_up = (pack.origin == Origin::Stack).then_some(&row.rule.id);
        let stated = row.rule.name.as_ref().or(made_up).filter(|stated| stated.value != built);
        if let Some(stated) = stated {
            report.push(loss(
                format!("the rule `{}` is called `{built}` from now on", stated.value),
                stated.span,
                "is called by its rule's name",
                "a deploy makes a new rule and deletes the old one, with its history",
            ));
        }
    }
}

/// Rules that a template has on a condition: as it is by default, they are there or left out.
fn conditions(pack: &Pack, rows: &[Row<'_>], stated: &mut Stated, report: &mut Report) {
    for row in rows {
        let Some(condition) = &row.rule.condition else { continue };
        let is_there = holds(pack, &condition.value).unwrap_or(true);
        let label = if is_there { "it is always there" } else { "the pack leaves it out" };
        let help = if is_there {
            "where it is not wanted, `exclude` it in a pack"
        } else {
            "where it is wanted, take its `exclude` away, in this pack or another"
        };
        report.push(loss(
            format!("`{}` no longer depends on a condition", row.name),
            condition.span,
            label,
            help,
        ));
        if !is_there {
            stated.exclude(&row.name, &condition.value);
        }
    }
}

/// Packs whose rules get a remediation that another pack brought.
fn gained(packs: &[Pack], declared: &Declared, rules: &[BTreeSet<String>], report: &mut Report) {
    for (rule, having) in declared.mended() {
        for (place, pack) in packs.iter().enumerate() {
            if rules[place].contains(rule) && !having.contains(&place) {
                report.push(loss(
                    format!("`{rule}` has a remediation in every pack, and had none in this one"),
                    pack.resources,
                    "gets the remediation",
                    "a deploy may say `remediate never`",
                ));
            }
        }
    }
}

/// The title that the head of a template gives, else its name in words.
fn title(pack: &Pack) -> String {
    let mut lines = pack.head.iter().skip_while(|line| !line.eq_ignore_ascii_case("conformance pack:"));
    let stated = lines.nth(1).filter(|line| !line.is_empty());
    let words = || pack.name.split(['-', '_']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    texts::plain(&stated.cloned().unwrap_or_else(words), &['\\'])
}

fn files(
    drafts: Vec<Draft>,
    declared: Vec<(Node, BTreeSet<usize>)>,
    joined: Option<(&str, Option<Stated>)>,
) -> Vec<Source> {
    let several = drafts.len() > 1;
    let file = |name: &str, head: &[String], nodes: Vec<Node>| Source {
        path: format!("{name}.kdl"),
        text: kdl::print(head, &nodes),
    };
    if let Some((name, stated)) = joined {
        let title = drafts.first().filter(|_| !several).map_or(name.to_owned(), |draft| draft.title.clone());
        let head: Vec<String> = drafts.iter().flat_map(|draft| draft.head.clone()).collect();
        let own = declared.into_iter().map(|(node, _)| node);
        let frameworks = drafts.into_iter().map(|draft| draft.framework);
        let pack = stated.map(|stated| stated.node(&pack_name(name), &title));
        return vec![file(&names::name(name, "pack"), &head, own.chain(frameworks).chain(pack).collect())];
    }
    let mut files = Vec::new();
    let is_shared = |packs: &BTreeSet<usize>| several && packs.len() > 1;
    let shared: Vec<Node> =
        declared.iter().filter(|(_, packs)| is_shared(packs)).map(|(node, _)| node.clone()).collect();
    if !shared.is_empty() {
        files.push(file(SHARED, &[], shared));
    }
    for (place, draft) in drafts.into_iter().enumerate() {
        let own = declared.iter().filter(|(_, packs)| !is_shared(packs) && packs.contains(&place));
        let mut nodes: Vec<Node> = own.map(|(node, _)| node.clone()).collect();
        nodes.push(draft.framework);
        nodes.extend(draft.stated.map(|stated| stated.node(&pack_name(&draft.name), &draft.title)));
        files.push(file(&draft.name, &draft.head, nodes));
    }
    files
}

/// Names of packs have no dots.
fn pack_name(name: &str) -> String {
    names::name(name, "pack")
}

//! Artifacts as sources that a person would write; each step that loses something is told with its place.

mod controls;
mod declared;
mod evidence;
mod framework;
mod given;
mod ids;
mod known;
mod labels;
mod names;
mod own;
mod pack;
mod process;
mod remediation;
mod rule;
mod texts;
mod value;

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::{Diagnostic, Report};
use facts::limits::TEMPLATE_BYTES_INLINE;
use source::{SourceMap, Span};

use crate::artifact::Artifacts;
use crate::judge::{Judged, spoken};
use crate::kdl::{self, Node};
use crate::loss::loss;
use crate::pack::{Called, Evaluator, Origin, Pack, Remediation, holds};
use declared::Declared;
use evidence::OwnRules;
use given::Uses;
pub use known::Known;
use known::recognized;
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

/// The sources of artifacts: a file for each, or one file and one pack of the name `joined`; what `library` has
/// too satisfies it, and leaves it its names.
pub fn translate(
    judged: &Judged<'_>,
    sources: &SourceMap,
    joined: Option<&str>,
    library: &[Known],
    report: &mut Report,
) -> Vec<Source> {
    let mut names = Names::default();
    names.reserve(library.iter().map(|known| known.name.as_str()).chain([SHARED]));
    let mut declared = Declared::default();
    let mut one = joined.map(|_| Stated::default());
    let mut all: Vec<Vec<Row<'_>>> = Vec::new();
    let mut drafts = Vec::new();
    let mut own_rules = OwnRules::new();
    let Artifacts { packs, frameworks } = judged.artifacts;
    let only = packs.len() + frameworks.len() == 1;
    for (place, pack) in packs.iter().enumerate() {
        let wanted = joined.filter(|_| only).unwrap_or(&pack.name);
        let name = names.take(&name(wanted, "pack"));
        let (rows, uses) = rows(judged, pack, place, &mut declared, report);
        uses.rest(report);
        remediations(pack, place, &rows, &mut declared, report);
        let rows = labels::tell_apart(rows, report);
        renames(pack, &rows, report);
        let mut own = Stated::default();
        let stated = one.as_mut().unwrap_or(&mut own);
        stated.add(pack, &name, &rows, uses.nodes(), report);
        if pack.origin == Origin::Template && sources.file(pack.file).text().len() > TEMPLATE_BYTES_INLINE {
            stated.travels_by_bucket();
        }
        own_rules.extend(rows.iter().filter(|row| row.own.is_some()).map(Row::renamed));
        let title = title(pack);
        let processes = process::all(pack, place, &mut declared, report);
        let members = framework::members(&rows, processes);
        let ids = members.iter().flat_map(|one| one.controls.iter().map(String::as_str)).collect();
        let known = recognized(&ids, &title, pack.resources, library, report);
        let framework = framework::framework(&name, &title, &members, known);
        drafts.push(Draft { name, title, head: pack.head.clone(), framework, stated: Some(own) });
        all.push(rows);
    }
    decided(packs, &all, &mut drafts, joined.zip(one.as_mut()), report);
    gained(packs, &declared, &all, report);
    for (place, found) in frameworks.iter().enumerate() {
        let wanted = joined.filter(|_| only).unwrap_or(&found.title.value);
        let name = names.take(&name(wanted, "framework"));
        let place = packs.len() + place;
        let mut rows = evidence::Rows::new(&own_rules, place, &mut declared, report);
        let framework = controls::framework(&name, found, library, &mut rows);
        rows.finish();
        drafts.push(Draft { name, title: String::new(), head: Vec::new(), framework, stated: None });
    }
    files(drafts, declared.nodes(), joined.map(|name| (name, one.filter(|_| !packs.is_empty()))))
}

/// What is said of a pack once all are known: what depended on conditions, and its name.
fn decided(
    packs: &[Pack],
    rows: &[Vec<Row<'_>>],
    drafts: &mut [Draft],
    mut joined: Option<(&str, &mut Stated)>,
    report: &mut Report,
) {
    let all = always(rows);
    for (place, (pack, draft)) in packs.iter().zip(drafts).enumerate() {
        match &mut joined {
            Some((name, stated)) => {
                conditions(pack, &rows[place], &all, stated, report);
                called(pack, &pack_name(name), report);
            }
            None => {
                let own = always(&rows[place..=place]);
                let stated = draft.stated.get_or_insert_default();
                conditions(pack, &rows[place], &own, stated, report);
                called(pack, &pack_name(&draft.name), report);
            }
        }
    }
}

/// The rows of a pack, and the parameters that they use; rules of one's own are declared.
fn rows<'p>(
    judged: &Judged<'_>,
    pack: &'p Pack,
    place: usize,
    declared: &mut Declared,
    report: &mut Report,
) -> (Vec<Row<'p>>, Uses<'p>) {
    let mut uses = Uses::new(pack);
    let mut rows = Vec::new();
    for rule in &pack.rules {
        if let Evaluator::Policy { text } = &rule.evaluator
            && !judged.is_sound(text)
        {
            continue;
        }
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
        Evaluator::Managed(_) => !process::is_one(rule),
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
        let Some(row) = row else {
            ruleless(pack, found, called.rule_of(found).is_some(), report);
            continue;
        };
        if !is_wanted(pack, found, row, report) {
            continue;
        }
        remediation::aimed(found, row, report);
        let Some((node, lacking)) = remediation::declaration(pack, found, report) else { continue };
        if let Some(lacking) = lacking {
            declared.add_nameless(&lacking, place);
        }
        let name = declared.add("remediation", &name(&found.id.value, "remediation"), &node, place);
        declared.mend(&row.name, &name, found, place, report);
    }
}

/// Tells of a remediation whose rule has no row; of one in a stack whose rule is elsewhere that was told.
fn ruleless(pack: &Pack, found: &Remediation, has_rule: bool, report: &mut Report) {
    let what = if has_rule { "its rule is left out" } else { "its rule is none of the file's" };
    if has_rule || pack.origin != Origin::Stack {
        remediation::lost(found, what, found.id.span, "the remediation is left out too", report);
    }
}

/// Whether a remediation is there as the template is by default; what it depends on beside its rule is told.
fn is_wanted(pack: &Pack, found: &Remediation, row: &Row<'_>, report: &mut Report) -> bool {
    let Some(condition) = &found.condition else { return true };
    let is_there = holds(pack, &condition.value).unwrap_or(true);
    let of_rule = row.rule.condition.as_ref().map(|condition| condition.value.as_str());
    if of_rule != Some(condition.value.as_str()) {
        let label = if is_there { "it is always there" } else { "the remediation is left out" };
        let what = "it no longer depends on a condition";
        remediation::lost(found, what, condition.span, label, report);
        return is_there;
    }
    true
}

/// Rules that are deployed under another name than the template's; a stack may leave names to CloudFormation.
fn renames(pack: &Pack, rows: &[Row<'_>], report: &mut Report) {
    for row in rows {
        let built = row.built_name();
        let is_named = row.rule.name.is_some() || pack.origin == Origin::Stack;
        if is_named && spoken(row.rule) != built {
            report.push(renamed(row, &built));
        }
    }
}

/// A rule that is deployed under another name.
fn renamed(row: &Row<'_>, built: &str) -> Diagnostic {
    let place = row.rule.name.as_ref().map_or(row.rule.id.span, |name| name.span);
    loss(
        format!("the rule `{}` is called `{built}` from now on", spoken(row.rule)),
        place,
        "is called by its rule's name",
        "a deploy makes a new rule and deletes the old one, with its history",
    )
}

/// A pack that is deployed under another name.
fn called(pack: &Pack, name: &str, report: &mut Report) {
    if let Some(place) = pack.named.filter(|_| pack.name != name) {
        report.push(loss(
            format!("the pack `{}` is called `{name}` from now on", pack.name),
            place,
            "is called as names are in the language",
            "a deploy makes a new pack and deletes the old one",
        ));
    }
}

/// The names of rules that depend on no condition.
fn always<'r>(rows: &'r [Vec<Row<'_>>]) -> BTreeSet<&'r str> {
    let always = rows.iter().flatten().filter(|row| row.rule.condition.is_none());
    always.map(|row| row.name.as_str()).collect()
}

/// Rules that a template has on a condition: as it is by default, they are there or left out.
fn conditions(
    pack: &Pack,
    rows: &[Row<'_>],
    always: &BTreeSet<&str>,
    stated: &mut Stated,
    report: &mut Report,
) {
    for row in rows {
        let Some(condition) = &row.rule.condition else { continue };
        // What another template of the pack always has is there.
        let is_there = holds(pack, &condition.value).unwrap_or(true) || always.contains(row.name.as_str());
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
fn gained(packs: &[Pack], declared: &Declared, rows: &[Vec<Row<'_>>], report: &mut Report) {
    let rules: Vec<BTreeSet<&str>> =
        rows.iter().map(|rows| rows.iter().map(|row| row.name.as_str()).collect()).collect();
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

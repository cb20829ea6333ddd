//! Binds the names of a program; never fails: what cannot be bound is reported and left out.

use std::collections::{BTreeMap, HashSet};

use diagnostics::{Code, Diagnostic, Report};
use source::Span;
use syntax::Node;

use crate::catalogue::{Catalogue, RuleFacts, own_rule};
use crate::control::RowKind;
use crate::declare::{Declarations, collect, duplicate};
use crate::estate::Estate;
use crate::extend::{Draft, frameworks};
use crate::framework::{ControlId, ControlSet};
use crate::inherit::evidence;
use crate::model::{Acceptance, Evidence, Model, Named};
use crate::pack::Pack;
use crate::program::{Package, Program};
use crate::project::{read_audit, read_project, settings};
use crate::read::{child_text, first, named, property_named, text_property};
use crate::relation::{bind, crosswalks};
use crate::rule::{Remediation, Rule};

/// Binds a program.
#[must_use]
pub fn resolve(program: &Program<'_>) -> (Model, Report) {
    let mut report = Report::default();
    let declared = collect(program, &mut report);
    let mut model = named_things(&declared, &mut report);
    let drafts = frameworks(declared.of("framework"), declared.of("part"), &mut report);
    number(&mut model, drafts, &mut report);
    bind_uses(&mut model, program, &mut report);
    bind(&mut model, &mut report);
    model.crosswalk = crosswalks(&model, declared.of("crosswalk"), &mut report);
    model.evidence_rows = evidence(&model.controls, &model.frameworks, &mut report);
    model.packs = packs(&model, declared.of("pack"), &mut report);
    model.rule_facts = rule_facts(&model);
    model.audits = in_project(&declared, "audit-manager").filter_map(read_audit).collect();
    model.published = in_project(&declared, "publish").flat_map(Node::arguments).filter_map(named).collect();
    (model, report)
}

/// Everything that has a name of its own and refers to nothing.
fn named_things(declared: &Declarations<'_>, report: &mut Report) -> Model {
    let rules = |package: Package| -> BTreeMap<String, Rule> {
        let own = declared.of("rule").iter().filter(|(_, of)| *of == package);
        own.rev()
            .filter_map(|(node, of)| Rule::read(*node, *of))
            .map(|rule| (rule.name.text.clone(), rule))
            .collect()
    };
    let estate = declared.of("estate").first().and_then(|(node, _)| Estate::read(*node, report));
    Model {
        project: declared.of("project").first().and_then(|(node, _)| read_project(*node)),
        estate,
        frameworks: Vec::new(),
        framework_names: BTreeMap::new(),
        used: Vec::new(),
        aliases: BTreeMap::new(),
        controls: Vec::new(),
        crosswalk: Vec::new(),
        evidence_rows: Vec::new(),
        library_rules: rules(Package::Std),
        rules: rules(Package::Own),
        evidence: declared
            .of("evidence")
            .iter()
            .filter_map(|(node, package)| read_evidence(*node, *package))
            .map(|evidence| (evidence.name.text.clone(), evidence))
            .collect(),
        remediations: declared
            .of("remediation")
            .iter()
            .filter_map(|(node, package)| Remediation::read(*node, *package))
            .map(|remediation| (remediation.name.text.clone(), remediation))
            .collect(),
        packs: Vec::new(),
        audits: Vec::new(),
        published: Vec::new(),
        acceptances: declared.of("accept").iter().filter_map(|(node, _)| read_acceptance(*node)).collect(),
        catalogue: Catalogue::read(declared.of("catalogue")),
        rule_facts: BTreeMap::new(),
    }
}

fn read_evidence(node: Node<'_>, package: Package) -> Option<Evidence> {
    Some(Evidence {
        name: first(node)?,
        package,
        title: node.argument(1).and_then(named)?.text,
        every: text_property(node, "every")?,
        file: text_property(node, "input")? == "file",
        owner: text_property(node, "owner"),
        guidance: child_text(node, "guidance").map(|text| text.text).unwrap_or_default(),
    })
}

fn read_acceptance(node: Node<'_>) -> Option<Acceptance> {
    Some(Acceptance {
        code: Code::find(&first(node)?.text),
        target: property_named(node, "target")?,
        reason: text_property(node, "reason").unwrap_or_default(),
        approved_by: text_property(node, "approved-by").unwrap_or_default(),
        span: node.header_span(),
    })
}

/// Numbers the controls of all frameworks, and reports ids and control sets that stand twice in one.
fn number(model: &mut Model, drafts: Vec<Draft<'_>>, report: &mut Report) {
    for draft in drafts {
        let mut framework = draft.framework;
        let mut names: BTreeMap<String, Span> = BTreeMap::new();
        for set in draft.sets {
            if let Some(earlier) = names.insert(set.name.text.clone(), set.name.span) {
                report.push(duplicate("control set", &set.name, earlier));
            }
            let mut ids = Vec::with_capacity(set.controls.len());
            for control in set.controls {
                let id = ControlId::new(model.controls.len());
                if let Some(earlier) = framework.by_id.get(&control.id.text) {
                    report.push(twice(&control.id, &model.control(*earlier).id, &framework.name.text));
                    continue;
                }
                framework.by_id.insert(control.id.text.clone(), id);
                ids.push(id);
                model.controls.push(control);
            }
            framework.sets.push(ControlSet { name: set.name, title: set.title, controls: ids });
        }
        model.framework_names.insert(framework.name.text.clone(), draft.id);
        model.frameworks.push(framework);
    }
}

fn twice(id: &Named, earlier: &Named, framework: &str) -> Diagnostic {
    Diagnostic::new(Code::DuplicateControl, format!("`{framework}` has two controls `{}`", id.text))
        .at(id.span, "declared again")
        .with(earlier.span, "first declared here")
        .help("a control's id stands once in its framework")
        .about(format!("{framework}:{}", id.text))
}

fn bind_uses(model: &mut Model, program: &Program<'_>, report: &mut Report) {
    let own = program.files.iter().filter(|file| file.package == Package::Own);
    for used in own.flat_map(|file| settings(file.tree).uses) {
        model.used.extend(used.frameworks);
        bind_aliases(model, used.aliases, report);
    }
}

fn bind_aliases(model: &mut Model, aliases: Vec<(Named, Named)>, report: &mut Report) {
    for (framework, alias) in aliases {
        if let Some(shadowed) = model.framework_names.get(&alias.text) {
            let name = &model.frameworks[shadowed.index()].name;
            report.push(
                Diagnostic::new(
                    Code::ShadowingAlias,
                    format!("the alias `{}` hides a framework", alias.text),
                )
                .at(alias.span, "the name of a framework")
                .with(name.span, "declared here")
                .help("choose a name that no framework has")
                .about(&alias.text),
            );
        } else if let Some(id) = model.framework_names.get(&framework.text) {
            model.aliases.insert(alias.text, *id);
        }
    }
}

fn packs(model: &Model, nodes: &[(Node<'_>, Package)], report: &mut Report) -> Vec<Pack> {
    let mut packs: BTreeMap<String, Pack> = BTreeMap::new();
    for (node, _) in nodes {
        if let Some(pack) = Pack::read(*node, model, report) {
            packs.entry(pack.name.text.clone()).or_insert(pack);
        }
    }
    packs.into_values().collect()
}

/// Looks up each rule once, however many rows name it: the catalogue is text that is decoded on touch.
fn rule_facts(model: &Model) -> BTreeMap<String, RuleFacts> {
    let rows = model.controls.iter().flat_map(|control| &control.rows);
    let of_rows = rows.filter(|row| row.kind == RowKind::Rule).map(|row| &row.name);
    let said = model.library_rules.values().chain(model.rules.values()).map(|rule| &rule.name);
    let of_packs = model
        .packs
        .iter()
        .flat_map(|pack| pack.settings.iter().map(|setting| &setting.rule).chain(&pack.merges));
    let names = of_rows.chain(said).chain(of_packs).map(|name| name.text.as_str());
    let known = |name: &str| match model.rules.get(name).filter(|rule| rule.is_own()) {
        Some(own) => Some(own_rule(own)),
        None => model.catalogue.managed(name),
    };
    let mut seen = HashSet::new();
    let once = names.filter(|name| seen.insert(*name));
    once.filter_map(|name| Some((name.to_owned(), known(name)?))).collect()
}

/// Nodes that may stand in `project` or at top level.
fn in_project<'t>(declared: &Declarations<'t>, name: &'static str) -> impl Iterator<Item = Node<'t>> {
    let inside: Vec<Node<'t>> = declared
        .of("project")
        .iter()
        .flat_map(|(node, _)| node.children())
        .filter(|node| node.name() == name)
        .collect();
    let top: Vec<Node<'t>> = declared.of(name).iter().map(|(node, _)| *node).collect();
    inside.into_iter().chain(top)
}

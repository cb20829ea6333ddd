//! A rule: what it judges, what runs it with which values, and every control that it proves; and the list of all rules.

use std::collections::BTreeMap;

use plan::{Asked, PublishedRule, Running};

use crate::print::html::escaped;
use crate::{Artifact, catalogue, in_force, words};

use super::address;
use super::atlas::Atlas;
use super::page::Page;
use super::{claimants, facts, picture};

pub(super) fn list(atlas: &Atlas<'_, '_>) -> Artifact {
    let mut page = Page::new(atlas, "rules.html".to_owned(), "Rules");
    page.markup(format_args!(
        "<h1>Rules</h1>\n<p class=\"lead\">{} rules, and how many controls of how many frameworks name each.</p>\n\
         <div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Rules\"><table><caption>Rules</caption><thead><tr>\
         <th scope=col>Rule<th scope=col>What it judges<th scope=col class=num>Controls\
         <th scope=col class=num>Frameworks<th scope=col class=num>Packs<tbody>\n",
        atlas.publication.rules.len()
    ));
    for rule in &atlas.publication.rules {
        page.body.push_str("<tr><th scope=row>");
        page.link(&address::rule(rule.name), rule.name);
        page.body.push_str("<td>");
        page.text(&catalogue::judged(rule.name));
        let [controls, frameworks, packs] = rule.uses();
        page.markup(format_args!(
            "<td class=num>{controls}<td class=num>{frameworks}<td class=num>{packs}\n"
        ));
    }
    page.body.push_str("</table></div>\n");
    page.artifact()
}

pub(super) fn page(atlas: &Atlas<'_, '_>, rule: &PublishedRule<'_>) -> Artifact {
    let mut page = Page::new(atlas, address::rule(rule.name), rule.name);
    page.script("graph.js");
    page.trail("rules.html", "Rules");
    page.body.push_str("<h1>");
    page.text(rule.name);
    page.body.push_str("</h1>\n");
    if let Some(words) = rule.words {
        for (class, text) in [("lead", &words.title), ("fix", &words.fix)] {
            if !text.is_empty() {
                let before = if class == "fix" { "When it fails: " } else { "" };
                page.markup(format_args!("<p class=\"{class}\">{before}{}</p>\n", escaped(text)));
            }
        }
    }
    facts::list(&mut page, rule.name);
    instances(&mut page, &rule.running);
    controls(&mut page, &rule.asked);
    picture::rule(&mut page, rule);
    page.artifact()
}

fn instances(page: &mut Page<'_>, all: &[Running<'_>]) {
    page.body.push_str("<h2>Where it runs</h2>\n");
    if all.is_empty() {
        page.body.push_str("<p>In no pack of this project.</p>\n");
        return;
    }
    let mut alike: BTreeMap<[String; 4], Vec<&str>> = BTreeMap::new();
    for Running { pack, instance } in all {
        let remediation = instance.remediation.as_ref().map(words::mended).unwrap_or_default();
        let frequency = instance.frequency.map(words::frequency).unwrap_or_default();
        let severity = instance.severity.clone().unwrap_or_default();
        let key = [in_force::values(instance), frequency, severity, remediation];
        alike.entry(key).or_default().push(&pack.name);
    }
    page.body.push_str(
        "<div class=wide tabindex=0 role=group aria-label=Instances><table><caption>Instances</caption><thead><tr><th scope=col>Packs<th scope=col>Parameters\
         <th scope=col>Frequency<th scope=col>Severity<th scope=col>Remediation<tbody>\n",
    );
    for (cells, packs) in alike {
        page.body.push_str("<tr><td>");
        page.text(&packs.join(", "));
        for cell in &cells {
            page.body.push_str("<td>");
            page.text(cell);
        }
        page.body.push('\n');
    }
    page.body.push_str("</table></div>\n");
}

/// The controls that name it.
fn controls(page: &mut Page<'_>, asked: &[Asked<'_>]) {
    page.body.push_str("<h2>What it proves</h2>\n");
    if asked.is_empty() {
        page.body.push_str("<p>No control names it.</p>\n");
        return;
    }
    page.body.push_str(
        "<table><caption>Controls that name it</caption><thead><tr><th scope=col>Framework<th scope=col>Controls\
         <th scope=col>Proves<th scope=col>Claimed by, since<tbody>\n",
    );
    claimants::rows(page, asked, true);
    page.body.push_str("</table>\n");
}

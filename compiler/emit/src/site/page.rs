//! The frame of every page: head, landmarks and navigation; a page works without scripts and asks nobody for anything.

use std::collections::BTreeSet;
use std::fmt::{Arguments, Write as _};

use plan::{ControlRef, State};

use crate::Artifact;
use crate::print::html::{escaped, text};
use crate::relative::between;
use crate::words::claimant;

use super::address;
use super::atlas::Atlas;
use super::legend;

/// What a page may load: its own files alone.
const POLICY: &str =
    "default-src 'none';style-src 'self';script-src 'self';base-uri 'none';form-action 'none'";

/// The end of every page.
const END: &str = "\n</main>\n";

/// The pages that every page leads to.
const PLACES: [(&str, &str); 6] = [
    ("index.html", "Frameworks"),
    ("controls.html", "Controls"),
    ("rules.html", "Rules"),
    ("crosswalk.html", "Crosswalk"),
    ("manual.html", "Manual evidence"),
    ("gaps.html", "Gaps"),
];

/// A page that is being written.
pub(super) struct Page<'a> {
    path: String,
    project: &'a str,
    title: String,
    scripts: Vec<&'static str>,
    /// The texts of the links since the section began, which pictures refer to by number.
    links: Vec<String>,
    up: &'static str,
    /// Whether it leads to its legend.
    has_trail: bool,
    /// Who makes the claims of the page.
    claimants: BTreeSet<String>,
    /// The content, which must be escaped.
    pub(super) body: String,
}

impl<'a> Page<'a> {
    pub(super) fn new(atlas: &Atlas<'a, '_>, path: String, title: &str) -> Self {
        Self {
            up: address::up(&path),
            path,
            project: &atlas.publication.plan.project,
            title: title.to_owned(),
            scripts: vec!["search.js"],
            links: Vec::new(),
            has_trail: false,
            claimants: BTreeSet::new(),
            body: String::new(),
        }
    }

    /// Loads a script of the site.
    pub(super) fn script(&mut self, name: &'static str) {
        if !self.scripts.contains(&name) {
            self.scripts.push(name);
        }
    }

    /// Markup of our own, whose values are escaped already.
    pub(super) fn markup(&mut self, markup: Arguments<'_>) {
        self.body.write_fmt(markup).expect("a string takes what is written");
    }

    /// Text of a source.
    pub(super) fn text(&mut self, written: &str) {
        text(&mut self.body, written);
    }

    /// A link within the site to an address from its folder, with text of a source; addresses need no quotes.
    pub(super) fn link(&mut self, to: &str, words: &str) {
        let to = between(&self.path, to);
        self.anchor(format_args!("href={to}"), words);
    }

    /// A link within the site whose text no picture refers to.
    pub(super) fn beside(&mut self, to: &str, words: &str) {
        self.link(to, words);
        self.known_as(String::new());
    }

    /// What pictures call the link that was written last.
    fn known_as(&mut self, name: String) {
        *self.links.last_mut().expect("a link was written") = name;
    }

    /// A link with attributes of our own, whose values are escaped already.
    pub(super) fn anchor(&mut self, attributes: Arguments<'_>, words: &str) {
        self.markup(format_args!("<a {attributes}>"));
        text(&mut self.body, words);
        self.body.push_str("</a>");
        self.links.push(words.to_owned());
    }

    /// Who makes a claim, which the legend of the page explains.
    pub(super) fn claimed(&mut self, source: &str) {
        let claimant = claimant(source);
        self.text(claimant);
        if !self.claimants.contains(claimant) {
            self.claimants.insert(claimant.to_owned());
        }
    }

    /// The page that this one is a part of and the legend, in sight wherever one reads.
    pub(super) fn trail(&mut self, to: &str, words: &str) {
        self.body.push_str("<p class=trail>");
        self.link(to, words);
        self.body.push(' ');
        self.anchor(format_args!("href=#{}", legend::PLACE), "Who claims it");
        self.known_as(String::new());
        self.body.push('\n');
        self.has_trail = true;
    }

    /// Begins a section, within which links are numbered.
    pub(super) fn section(&mut self, fragment: &str) {
        self.links.clear();
        self.markup(format_args!("<section id={fragment}>\n"));
    }

    /// The number of the first link with this text.
    pub(super) fn number(&self, words: &str) -> Option<usize> {
        self.links.iter().position(|known| known == words)
    }

    /// A control by its name, with a link where it is published.
    pub(super) fn control(&mut self, atlas: &Atlas<'_, '_>, reference: &ControlRef) {
        match atlas.address(reference) {
            Some(to) => self.link(&to, &reference.to_string()),
            None => self.text(&reference.to_string()),
        }
    }

    /// A control by its id, in a list that begins with its framework.
    pub(super) fn member(&mut self, atlas: &Atlas<'_, '_>, reference: &ControlRef) {
        match atlas.address(reference) {
            Some(to) => {
                self.link(&to, &reference.id);
                self.known_as(reference.to_string());
            }
            None => self.text(&reference.id),
        }
    }

    /// The state of a control, in a word and in colour.
    pub(super) fn state(&mut self, state: State) {
        // Most controls are manual: theirs is the colour of a state without a class.
        if state == State::Manual {
            self.body.push_str("<b>manual</b>");
        } else {
            self.markup(format_args!("<b class={}>{}</b>", class(state), state.words()));
        }
    }

    /// The page as a file.
    pub(super) fn artifact(self) -> Artifact {
        let up = self.up;
        let (title, project) = (escaped(&self.title), escaped(self.project));
        let mut out = format!(
            "<!DOCTYPE html>\n<html lang=en><meta charset=utf-8><meta http-equiv=Content-Security-Policy content=\"{POLICY}\">\
             <meta name=viewport content=width=device-width>\n\
             <title>{title} · {project}</title><link rel=stylesheet href={up}site.css>"
        );
        for script in &self.scripts {
            let _ = write!(out, "<script src={up}{script} defer></script>");
        }
        let _ = write!(
            out,
            "\n<body data-up=\"{up}\"><a class=skip href=#main>Skip to content</a>\n\
             <header class=top><p><a href={up}index.html>{project}</a><nav aria-label=Site><ul>"
        );
        for (place, words) in PLACES {
            let here = if place == self.path { " aria-current=page" } else { "" };
            let _ = write!(out, "<li><a href={up}{place}{here}>{words}</a>");
        }
        out.push_str("</ul></nav></header>\n<main id=main>\n");
        out.reserve(self.body.len() + END.len());
        out.push_str(&self.body);
        out.push_str(END);
        if self.has_trail {
            legend::write(&mut out, &self.claimants);
        }
        Artifact { path: format!("site/{}", self.path), text: out, executable: false, trace: Vec::new() }
    }
}

/// The class of a state in the style sheet.
pub(super) fn class(state: State) -> &'static str {
    graph::Mark::State(state).class()
}

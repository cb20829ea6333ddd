//! A page as a parser of browsers reads it: its elements in their order, and every fault that it forgives.

use std::collections::BTreeMap;

use html5ever::tendril::TendrilSink as _;
use html5ever::tree_builder::QuirksMode;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// A page that has been read.
pub struct Html {
    /// What a parser forgives.
    pub faults: Vec<String>,
    /// Every element, in the order of the page.
    pub elements: Vec<Element>,
}

/// An element of a page.
pub struct Element {
    /// Its name.
    pub name: String,
    /// Its attributes.
    pub attributes: BTreeMap<String, String>,
    /// The text in it, that of its own elements included.
    pub text: String,
    /// The number of the element that holds it; the first one holds itself.
    pub parent: usize,
}

impl Html {
    /// Reads a page.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(text);
        let mut faults: Vec<String> = dom.errors.borrow().iter().map(ToString::to_string).collect();
        if dom.quirks_mode.get() != QuirksMode::NoQuirks {
            faults.push("the page is read in quirks mode".to_owned());
        }
        let mut page = Self { faults, elements: Vec::new() };
        page.add(&dom.document, 0);
        page
    }

    fn add(&mut self, handle: &Handle, parent: usize) {
        let mut place = parent;
        match &handle.data {
            NodeData::Text { contents } => self.write(parent, &contents.borrow()),
            NodeData::Element { name, attrs, .. } => {
                place = self.elements.len();
                let pair = |one: &html5ever::Attribute| (one.name.local.to_string(), one.value.to_string());
                let attributes = attrs.borrow().iter().map(pair).collect();
                let name = name.local.to_string();
                self.elements.push(Element { name, attributes, text: String::new(), parent });
            }
            NodeData::Document
            | NodeData::Doctype { .. }
            | NodeData::Comment { .. }
            | NodeData::ProcessingInstruction { .. } => {}
        }
        for child in handle.children.borrow().iter() {
            self.add(child, place);
        }
    }

    /// Text belongs to every element around it.
    fn write(&mut self, mut place: usize, text: &str) {
        while let Some(element) = self.elements.get_mut(place) {
            element.text.push_str(text);
            if element.parent == place {
                break;
            }
            place = element.parent;
        }
    }

    /// The elements of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    /// The elements below another.
    pub fn below(&self, element: usize) -> impl Iterator<Item = &Element> {
        let inside = move |mut place: usize| {
            while place > element {
                place = self.elements[place].parent;
            }
            place == element
        };
        (element + 1..self.elements.len())
            .filter(move |place| inside(*place))
            .map(|place| &self.elements[place])
    }
}

impl Element {
    /// The value of an attribute; empty where it is not there.
    #[must_use]
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_as_a_browser_reads_it() {
        let page = Html::read("<!DOCTYPE html><title>A</title><p id=x>b<b>c</b><p>d");
        assert!(page.faults.is_empty(), "{:?}", page.faults);
        let texts: Vec<&str> = page.all("p").map(|one| one.text.as_str()).collect();
        assert_eq!(texts, ["bc", "d"]);
        assert_eq!(page.all("p").next().map(|one| one.attribute("id")), Some("x"));
        let body = page.elements.iter().position(|one| one.name == "body").expect("every page has one");
        assert_eq!(page.below(body).count(), 3);
    }

    #[test]
    fn what_is_forgiven_is_told() {
        assert!(!Html::read("<p>no type").faults.is_empty());
        assert!(!Html::read("<!DOCTYPE html><title>A</title><div><p></div></p></em>").faults.is_empty());
    }
}

//! A page as a browser reads it: by the parser of the HTML standard, which is not ours.

use std::fmt::Write as _;

use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// A page with its elements in the order of the document.
#[derive(Clone, Debug)]
pub struct Page {
    /// What the parser objects to.
    pub faults: Vec<String>,
    /// Every element.
    pub elements: Vec<Element>,
}

/// An element of a page.
#[derive(Clone, Debug)]
pub struct Element {
    /// Its name.
    pub name: String,
    /// Its attributes.
    pub attributes: Vec<(String, String)>,
    /// All text within.
    pub text: String,
    /// The names of the elements around it, the outermost first.
    pub within: Vec<String>,
}

impl Element {
    /// The value of an attribute.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl Page {
    /// Reads a page.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(text);
        let mut elements = Vec::new();
        gather(&dom.document, &mut Vec::new(), &mut elements);
        let faults = dom.errors.borrow().iter().map(ToString::to_string).collect();
        Self { faults, elements }
    }

    /// The elements of a name.
    pub fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    /// The values of the `id` attributes, in the order of the document.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.elements.iter().filter_map(|element| element.attribute("id"))
    }
}

/// Adds the elements below a node; gives all text below it.
fn gather(node: &Handle, within: &mut Vec<String>, found: &mut Vec<Element>) -> String {
    let mut text = String::new();
    let place = found.len();
    let named = matches!(node.data, NodeData::Element { .. });
    match &node.data {
        NodeData::Text { contents } => {
            let _ = write!(text, "{}", contents.borrow());
        }
        NodeData::Element { name, attrs, .. } => {
            let attributes = attrs.borrow();
            let attributes = attributes.iter().map(|one| (one.name.local.to_string(), one.value.to_string()));
            found.push(Element {
                name: name.local.to_string(),
                attributes: attributes.collect(),
                text: String::new(),
                within: within.clone(),
            });
            within.push(name.local.to_string());
        }
        NodeData::Document
        | NodeData::Doctype { .. }
        | NodeData::Comment { .. }
        | NodeData::ProcessingInstruction { .. } => {}
    }
    for child in node.children.borrow().iter() {
        text.push_str(&gather(child, within, found));
    }
    if named {
        within.pop();
        found[place].text.clone_from(&text);
    }
    text
}

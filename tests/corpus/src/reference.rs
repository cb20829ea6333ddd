//! The reference chapter, printed from the table of node shapes: what the compiler takes is what the book says.

use std::collections::{BTreeMap, VecDeque};

use syntax::shapes::{Argument, Child, Count, DOCUMENT, Kind, Property, Shape};

const HEAD: &str = "# Reference of the nodes

Every node of the language, printed from the table that the compiler reads sources by. `?` may be left out, `…` may be several.
What is not listed for a node is an error there; [The language](language.md) tells what the nodes are for.
";

/// A node with the nodes whose block may hold it; one name may stand for several shapes.
struct Entry {
    shape: &'static Shape,
    places: Vec<&'static str>,
}

/// The chapter as Markdown.
#[must_use]
pub fn reference() -> String {
    let mut out = HEAD.to_owned();
    for entry in entries() {
        section(&entry, &mut out);
    }
    out
}

/// The nodes of a source file in the order of the table, each before those in its block.
fn entries() -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut known: BTreeMap<*const Shape, usize> = BTreeMap::new();
    for top in DOCUMENT {
        let mut open = VecDeque::from([(top.shape, "top level")]);
        while let Some((shape, place)) = open.pop_front() {
            if let Some(entry) = known.get(&std::ptr::from_ref(shape)) {
                entries[*entry].places.push(place);
                continue;
            }
            known.insert(shape, entries.len());
            entries.push(Entry { shape, places: vec![place] });
            open.extend(shape.children.iter().map(|child| (child.shape, shape.name)));
        }
    }
    entries
}

fn section(entry: &Entry, out: &mut String) {
    let Entry { shape, places } = entry;
    let places: Vec<String> = places
        .iter()
        .map(|place| if *place == "top level" { (*place).to_owned() } else { format!("in `{place}`") })
        .collect();
    out.push_str(&format!("\n## {}, {}\n\n{}\n\n", title(shape), places.join(", "), shape.doc));
    out.push_str(&format!("```text\n{}\n```\n", synopsis(shape)));
    let mut rows: Vec<(String, String)> = Vec::new();
    rows.extend(shape.arguments.iter().chain(&shape.rest).map(argument));
    rows.extend(shape.properties.iter().map(property));
    rows.extend(shape.open.map(|kind| ("any name`=`".to_owned(), words(kind))));
    if !rows.is_empty() {
        out.push_str("\n| value | is |\n| --- | --- |\n");
        for (name, is) in rows {
            out.push_str(&format!("| {name} | {is} |\n"));
        }
    }
    if !shape.children.is_empty() {
        let children: Vec<String> = shape.children.iter().map(child).collect();
        out.push_str(&format!("\nIts block holds {}.\n", children.join(", ")));
    }
}

fn title(shape: &Shape) -> String {
    if shape.name.is_empty() { "The name of a framework".to_owned() } else { format!("`{}`", shape.name) }
}

fn synopsis(shape: &Shape) -> String {
    let mut text = if shape.name.is_empty() { "FRAMEWORK".to_owned() } else { shape.name.to_owned() };
    for one in shape.arguments {
        text.push_str(&format!(" {}{}", capitals(one.name), mark(one.required)));
    }
    if let Some(rest) = shape.rest {
        text.push_str(&format!(" {}…{}", capitals(rest.name), mark(rest.required)));
    }
    for one in shape.properties {
        text.push_str(&format!(" {}=…{}", one.name, mark(one.required)));
    }
    if shape.open.is_some() {
        text.push_str(" NAME=VALUE…?");
    }
    if !shape.children.is_empty() {
        text.push_str(" { … }");
    }
    text
}

fn capitals(name: &str) -> String {
    name.to_uppercase().replace(' ', "-")
}

fn mark(required: bool) -> &'static str {
    if required { "" } else { "?" }
}

fn argument(one: &Argument) -> (String, String) {
    (capitals(one.name), words(one.kind))
}

fn property(one: &Property) -> (String, String) {
    (format!("`{}=`", one.name), words(one.kind))
}

fn words(kind: Kind) -> String {
    match kind {
        Kind::Choice(choices) => {
            choices.iter().map(|word| format!("`{}`", syntax::quote(word))).collect::<Vec<_>>().join(", ")
        }
        Kind::Name
        | Kind::PlainName
        | Kind::Id
        | Kind::Reference
        | Kind::Identifier(_)
        | Kind::Word
        | Kind::Text
        | Kind::Integer
        | Kind::Boolean
        | Kind::Date
        | Kind::Parameter => kind.words().to_owned(),
    }
}

fn child(child: &Child) -> String {
    let name = if child.shape.name.is_empty() {
        "names of frameworks".to_owned()
    } else {
        format!("`{}`", child.shape.name)
    };
    match child.count {
        Count::Optional => format!("{name}?"),
        Count::One => name,
        Count::Any => format!("{name}…"),
    }
}

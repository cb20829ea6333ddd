//! A graph as SVG: columns under their heads, edges as curves, coverage in colour and in words; text stays text.

mod label;
mod legend;
mod style;
mod text;

use std::fmt::Write as _;

use plan::{Counts, Strength};

use crate::layout::NODE;
use crate::{Edge, Graph, Layout, Mark, Node, NodeKind, Place, layout};

pub(crate) use label::Label;
use text::escape;

pub use style::{COLOURS, STYLE};

/// A picture that stands alone: it brings its style, for light and dark, and a legend.
#[must_use]
pub fn standalone(graph: &Graph, title: &str) -> String {
    let placed = layout(graph, |node| Label::of(&graph.nodes[node]).width());
    let (width, height) = (placed.width.max(legend::WIDTH), placed.height + legend::HEIGHT);
    let mut out = head(width, height, title, &told(graph));
    let _ = write!(
        out,
        "<style>{}{STYLE}</style>\n<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n",
        COLOURS
    );
    body(graph, &placed, |_| None, &mut out);
    legend::write(placed.height, &mut out);
    out.push_str("</svg>\n");
    out
}

/// A picture for a page that has [`STYLE`] and the colours; nodes lead where `href` says (an address, not yet escaped).
#[must_use]
pub fn svg(graph: &Graph, title: &str, href: impl Fn(&Node) -> Option<String>) -> String {
    let placed = layout(graph, |node| Label::of(&graph.nodes[node]).width());
    let mut out = head(placed.width, placed.height, title, &told(graph));
    body(graph, &placed, href, &mut out);
    out.push_str("</svg>");
    out
}

fn head(width: i32, height: i32, title: &str, told: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"graph\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{}</title>\n<desc>{told}</desc>\n",
        escape(title)
    )
}

/// What the picture shows, for those who do not see it.
fn told(graph: &Graph) -> String {
    let count = |kind: NodeKind| graph.nodes.iter().filter(|node| node.kind == kind).count();
    let plural = |kind: NodeKind, count| match count {
        1 => kind.word().to_owned(),
        _ => kind.words(),
    };
    let kinds = NodeKind::ALL.into_iter().map(|kind| (kind, count(kind))).filter(|(_, count)| *count > 0);
    let parts: Vec<String> = kinds.map(|(kind, count)| format!("{count} {}", plural(kind, count))).collect();
    format!("{}; {} edges", parts.join(", "), graph.edges.len())
}

fn body(graph: &Graph, placed: &Layout, href: impl Fn(&Node) -> Option<String>, out: &mut String) {
    for (x, head) in &placed.heads {
        let _ = writeln!(out, "<text class=\"head\" x=\"{x}\" y=\"26\">{head}</text>");
    }
    for (edge, points) in graph.edges.iter().zip(&placed.routes) {
        curve(graph, edge, points, out);
    }
    for (node, place) in graph.nodes.iter().zip(&placed.places) {
        match href(node) {
            Some(address) => {
                let _ = write!(out, "<a href=\"{}\">", escape(&address));
                drawn(node, *place, out);
                out.push_str("</a>\n");
            }
            None => {
                drawn(node, *place, out);
                out.push('\n');
            }
        }
    }
}

fn curve(graph: &Graph, edge: &Edge, points: &[(i32, i32)], out: &mut String) {
    let Some(((x, y), rest)) = points.split_first() else { return };
    let strength = edge.strength.map_or("", Strength::word);
    let _ = write!(out, "<path class=\"edge {} {strength}\" d=\"M{x} {y}", edge.kind.class());
    let is_arc = points.first().map(|first| first.0) == points.last().map(|last| last.0);
    if let (true, [(a, b), (c, d), (e, f)]) = (is_arc, rest) {
        let _ = write!(out, "C{a} {b} {c} {d} {e} {f}");
    } else {
        for (place, (to_x, to_y)) in rest.iter().enumerate() {
            let (from_x, from_y) = points[place];
            let middle = i32::midpoint(from_x, *to_x);
            match from_y == *to_y {
                true => write!(out, "H{to_x}"),
                false => write!(out, "C{middle} {from_y} {middle} {to_y} {to_x} {to_y}"),
            }
            .expect("a string takes what is written");
        }
    }
    let count = if edge.count > 1 { format!(" ({})", edge.count) } else { String::new() };
    let (from, to) = (&graph.nodes[edge.from].name, &graph.nodes[edge.to].name);
    let words = format!("{from} {} {to}{count}", edge.kind.word());
    let _ = writeln!(out, "\"><title>{}</title></path>", escape(&words));
}

fn drawn(node: &Node, place: Place, out: &mut String) {
    let Place { x, y, width } = place;
    let label = Label::of(node);
    let about = if node.step == 0 { " about" } else { "" };
    let radius = match node.kind {
        NodeKind::Framework | NodeKind::Pack => 0,
        NodeKind::Control | NodeKind::Remediation => 4,
        NodeKind::Rule => NODE / 2,
    };
    let full = [node.kind.word(), &node.name, &node.title, &node.mark.words()].join(" ");
    let _ = write!(
        out,
        "<g class=\"node {} {}{about}\"><title>{}</title>\
         <rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{NODE}\" rx=\"{radius}\"/>",
        node.kind.word(),
        node.mark.class(),
        escape(full.trim())
    );
    if let Mark::Counts(counts) = &node.mark {
        shares(counts, place, out);
    }
    let base = y + 16;
    let _ = write!(out, "<text x=\"{}\" y=\"{base}\">{}</text>", x + 10, label.text());
    if !label.mark.is_empty() {
        let _ =
            write!(out, "<text class=\"mark\" x=\"{}\" y=\"{base}\">{}</text>", x + width - 9, label.mark);
    }
    out.push_str("</g>");
}

/// A bar along the lower edge, divided as the controls are.
fn shares(counts: &Counts, place: Place, out: &mut String) {
    let whole = i32::try_from(counts.controls()).unwrap_or(i32::MAX).max(1);
    let mut before = 0;
    for (state, count) in counts.by_state() {
        let count = i32::try_from(count).unwrap_or(i32::MAX);
        let at = |part: i32| i64::from(place.width) * i64::from(part) / i64::from(whole);
        let (start, end) = (at(before), at(before + count));
        before += count;
        if end > start {
            let class = Mark::State(state).class();
            let (x, y) = (i64::from(place.x) + start, place.y + NODE - 4);
            let _ = write!(
                out,
                "<rect class=\"share {class}\" x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"4\"/>",
                end - start
            );
        }
    }
}

//! Where a page leads, and where it can be led to: links, pictures, included files, headings.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The attributes of HTML that lead somewhere.
const ATTRIBUTES: &[&str] = &["href=\"", "src=\"", "srcset=\""];
/// How mdBook takes a file into a page.
const INCLUDE: &str = "{{#include ";

/// A way out of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads, as written.
    pub target: String,
    /// The byte of the page at which it stands.
    pub at: usize,
}

fn parser(page: &str) -> Parser<'_> {
    Parser::new_ext(page, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
}

/// All links of a page, pictures and included files among them.
#[must_use]
pub fn links(page: &str) -> Vec<Link> {
    let mut found = Vec::new();
    for (event, range) in parser(page).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                found.push(Link { target: dest_url.into_string(), at: range.start });
            }
            Event::Html(html) | Event::InlineHtml(html) => found.extend(of_html(&html, range.start)),
            _ => {}
        }
    }
    let includes = page.match_indices(INCLUDE).filter_map(|(at, _)| {
        let target = page[at + INCLUDE.len()..].split(['}', ':']).next()?;
        Some(Link { target: target.to_owned(), at })
    });
    found.extend(includes);
    found
}

fn of_html(html: &str, start: usize) -> Vec<Link> {
    let ends = ATTRIBUTES.iter().flat_map(|name| html.match_indices(name).map(|(at, name)| at + name.len()));
    let targets = ends.filter_map(|at| Some((at, html[at..].split('"').next()?)));
    targets.map(|(at, target)| Link { target: target.to_owned(), at: start + at }).collect()
}

/// The path that a relative link of the page at `from` means; none above the root.
#[must_use]
pub fn resolved(from: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            "." => {}
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The names of the headings of a page, as mdBook and GitHub make them.
#[must_use]
pub fn anchors(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    let mut heading: Option<String> = None;
    for event in parser(page) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&text);
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                let name = anchor(&heading.take().unwrap_or_default());
                let count = used.entry(name.clone()).or_default();
                found.push(if *count == 0 { name } else { format!("{name}-{count}") });
                *count += 1;
            }
            _ => {}
        }
    }
    found
}

fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter_map(|c| match c {
        c if c.is_whitespace() => Some('-'),
        c if c.is_alphanumeric() || matches!(c, '-' | '_') => Some(c.to_ascii_lowercase()),
        _ => None,
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_every_form_are_found() {
        let page = "[a](b.md#c) ![p](q.svg)\n\n<img src=\"r.svg\">\n\n{{#include ../x.md:2:3}}\n\n```text\n[not](one)\n```\n";
        let found: Vec<String> = links(page).into_iter().map(|link| link.target).collect();
        assert_eq!(found, ["b.md#c", "q.svg", "r.svg", "../x.md"]);
    }

    #[test]
    fn headings_have_names() {
        let page = "# The `rule` node, in `pack`\n\n## A: b_c\n\n## A: b_c\n";
        assert_eq!(anchors(page), ["the-rule-node-in-pack", "a-b_c", "a-b_c-1"]);
    }
}

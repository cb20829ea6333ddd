//! Workflow commands of GitHub Actions: what a reviewer must see stands at its line.

use diagnostics::shown;
use plan::Class;
use source::Span;

use super::Comparison;
use super::sentence::sentence;

pub(super) fn render(comparison: &Comparison<'_>) -> String {
    let mut out = String::new();
    for (class, changes) in comparison.told() {
        let Some(level) = level(class) else { continue };
        for change in changes {
            let mut properties = Vec::new();
            let sources = comparison.sources[1];
            let own = |span: &Span| !sources.file(span.file).path().starts_with("std:");
            if let Some(span) = change.places.after.filter(own) {
                properties.push(format!("file={}", property(sources.file(span.file).path())));
                properties.push(format!("line={}", sources.start(span).line));
            }
            properties.push(format!("title={}", class.word()));
            let subject = change.subject.to_string();
            let said = format!("{} {subject} {}", change.subject.kind.words(), sentence(change));
            out.push_str(&format!("::{level} {}::{}\n", properties.join(","), data(&said)));
        }
    }
    out
}

fn level(class: Class) -> Option<&'static str> {
    match class {
        Class::Loosening | Class::Unknown | Class::Disruptive => Some("warning"),
        Class::Tightening => Some("notice"),
        Class::Neutral | Class::Implied => None,
    }
}

/// The text after `::`, where `%` begins an escape.
fn data(text: &str) -> String {
    shown(text).replace('%', "%25")
}

/// A property's value, in which `:` and `,` separate.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

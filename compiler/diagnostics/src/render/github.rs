//! Workflow commands of GitHub Actions, which annotate the lines of a pull request.

use source::SourceMap;

use super::{Finding, escape};

/// One `::error` or `::warning` command a finding; helps follow the message on lines of their own.
pub(super) fn render(findings: &[Finding<'_>], sources: &SourceMap) -> String {
    let mut out = String::new();
    for finding in findings {
        let diagnostic = finding.diagnostic;
        let mut properties = Vec::new();
        if let Some(span) = diagnostic.place() {
            let (start, end) = (sources.start(span), sources.end(span));
            properties.push(format!("file={}", property(sources.file(span.file).path())));
            properties.push(format!("line={},col={}", start.line, start.column));
            properties.push(format!("endLine={},endColumn={}", end.line, end.column));
        }
        let title = format!("{} {}", diagnostic.code.number(), diagnostic.code.name());
        properties.push(format!("title={}", property(&title)));
        let helps = diagnostic.helps.iter().map(|help| format!("help: {help}"));
        let lines = std::iter::once(diagnostic.message.clone()).chain(helps);
        let message: Vec<String> = lines.map(|line| data(&line)).collect();
        let level = finding.level_name();
        out.push_str(&format!("::{level} {}::{}\n", properties.join(","), message.join("%0A")));
    }
    out
}

/// The text after `::`, where `%` begins an escape; line breaks are escaped already.
fn data(text: &str) -> String {
    escape::line(text).replace('%', "%25")
}

/// A property's value, in which `:` and `,` separate.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

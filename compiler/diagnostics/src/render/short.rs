//! One line a finding, as compilers have written them for editors since `cc`.

use source::SourceMap;

use super::{Finding, escape};

/// `path:line:column: error[E0201]: message`; without a place, from `error` on.
pub(super) fn render(findings: &[Finding<'_>], sources: &SourceMap) -> String {
    let mut out = String::new();
    for finding in findings {
        if let Some(span) = finding.diagnostic.place() {
            let start = sources.start(span);
            let path = escape::line(sources.file(span.file).path());
            out.push_str(&format!("{path}:{}:{}: ", start.line, start.column));
        }
        let message = escape::line(&finding.diagnostic.message);
        let number = finding.diagnostic.code.number();
        out.push_str(&format!("{}[{number}]: {message}\n", finding.level_name()));
    }
    out
}

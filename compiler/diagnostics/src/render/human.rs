//! Findings with excerpts of the sources, drawn by annotate-snippets; the same on every terminal but for colour.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level as Heading, Origin, Patch, Renderer, Snippet};
use source::{SourceMap, Span};

use super::excerpt::{Excerpt, excerpts};
use super::{Finding, Style, count, escape};
use crate::{Fix, Level};

/// All findings and a closing line of counts; empty where nothing was found.
pub(super) fn render(findings: &[Finding<'_>], sources: &SourceMap, style: Style) -> String {
    if findings.is_empty() {
        return String::new();
    }
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(style.width).decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    for finding in findings {
        let mut groups = vec![body(finding, sources)];
        groups.extend(finding.diagnostic.fixes.iter().map(|fix| suggestion(fix, sources)));
        let drawn = renderer.render(&groups);
        out.extend(drawn.lines().flat_map(|line| [line.trim_end(), "\n"]));
        out.push('\n');
    }
    out.push_str(&counts(findings));
    out.push('\n');
    out
}

/// `3 errors, 1 warning`.
fn counts(findings: &[Finding<'_>]) -> String {
    let number = |level, name: &str| match count(findings, level) {
        0 => None,
        1 => Some(format!("1 {name}")),
        many => Some(format!("{many} {name}s")),
    };
    let parts = [number(Level::Error, "error"), number(Level::Warning, "warning")];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The message, its places and its helps.
fn body<'a>(finding: &Finding<'_>, sources: &SourceMap) -> Group<'a> {
    let diagnostic = finding.diagnostic;
    let heading = match finding.level {
        Level::Error => Heading::ERROR,
        Level::Warning => Heading::WARNING,
    };
    let title = heading.primary_title(escape::line(&diagnostic.message)).id(diagnostic.code.number());
    let mut group = Group::with_title(title);
    let spans: Vec<Span> = diagnostic.labels.iter().map(|label| label.span).collect();
    for excerpt in excerpts(sources, &spans) {
        let marks = excerpt.marks.clone().into_iter().map(|(index, range)| {
            let label = &diagnostic.labels[index];
            let kind = if label.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            let text = (!label.text.is_empty()).then(|| escape::line(&label.text));
            kind.span(range).label(text)
        });
        let marks: Vec<_> = marks.collect();
        let snippet = Snippet::source(excerpt.text.clone()).line_start(excerpt.first_line).annotations(marks);
        group = match origin(&excerpt) {
            Some(origin) => group.element(origin).element(snippet),
            None => group.element(snippet.path(excerpt.path)),
        };
    }
    group.elements(diagnostic.helps.iter().map(|help| Heading::HELP.message(escape::line(help))))
}

/// The place in words of its own, where the column in the text as shown is not that in the source.
fn origin<'a>(excerpt: &Excerpt) -> Option<Origin<'a>> {
    let (_, mark) = excerpt.marks.iter().min_by_key(|(index, _)| *index)?;
    let line = excerpt.text[..mark.start].rsplit('\n').next().unwrap_or_default();
    let place = excerpt.place;
    (line.chars().count() + 1 != place.column)
        .then(|| Origin::path(excerpt.path.clone()).line(place.line).char_column(place.column))
}

/// A fix as a patch of the source; its text alone where the patch is too large to show.
fn suggestion<'a>(fix: &Fix, sources: &SourceMap) -> Group<'a> {
    let group = Group::with_title(Heading::HELP.secondary_title(escape::line(&fix.text)));
    let spans: Vec<Span> = fix.edits.iter().map(|edit| edit.span).collect();
    let excerpts = excerpts(sources, &spans);
    if excerpts.iter().any(|excerpt| !excerpt.whole) {
        return group;
    }
    group.elements(excerpts.into_iter().map(|excerpt| {
        let patches = excerpt
            .marks
            .into_iter()
            .map(|(index, range)| Patch::new(range, escape::block(&fix.edits[index].replacement)));
        let patches: Vec<_> = patches.collect();
        Snippet::source(excerpt.text).line_start(excerpt.first_line).path(excerpt.path).patches(patches)
    }))
}

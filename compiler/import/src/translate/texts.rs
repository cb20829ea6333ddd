//! Texts of others as Audit Manager takes them: no longer than it allows, without the signs that it refuses.
//!
//! What is cut is told each time, with its place; signs are told once for each framework, as no word is lost with them.

use diagnostics::Report;
use facts::limits::{
    AUDIT_ACTION_PLAN_TITLE, AUDIT_COMPLIANCE_TYPE, AUDIT_CONTROL_NAME, AUDIT_CONTROL_SET_NAME,
    AUDIT_FRAMEWORK_NAME, AUDIT_SOURCE_NAME, AUDIT_TEXT,
};
use source::Span;

use crate::document::Placed;
use crate::framework::{Control, Framework};
use crate::loss::loss;

/// What stands for the end of a text that was cut.
const CUT: &str = "…";

/// The framework with every text as the service takes it; titles of controls wait for their ids.
pub(super) fn fitting(mut framework: Framework, report: &mut Report) -> Framework {
    let mut texts = Texts { changed: Vec::new(), report };
    texts.name(&mut framework.title, AUDIT_FRAMEWORK_NAME, &['\\']);
    texts.text(&mut framework.description, AUDIT_TEXT);
    texts.text(&mut framework.compliance_type, AUDIT_COMPLIANCE_TYPE);
    for set in &mut framework.sets {
        texts.name(&mut set.title, AUDIT_CONTROL_SET_NAME, &['\\', '_']);
        set.controls.iter_mut().for_each(|control| texts.control(control));
    }
    if let Some(first) = texts.changed.first() {
        let message = format!("texts with signs that Audit Manager refuses: {}", texts.changed.len());
        let told = loss(message, *first, "the first; other signs stand in their place", "word it otherwise");
        report.push(told);
    }
    framework
}

/// The title of a control as it fits behind its framework's title and its id; whole in the description, where there is none.
pub(super) fn title(
    title: &str,
    id: &str,
    control: &mut Control,
    framework: &str,
    report: &mut Report,
) -> String {
    let before = framework.chars().count() + id.chars().count() + 2;
    let most = AUDIT_CONTROL_NAME.saturating_sub(before);
    let Some(short) = cut(title, most) else { return title.to_owned() };
    let is_kept = control.description.is_none();
    let label = if is_kept { "stands whole in the description" } else { "is cut" };
    let message = format!("the title of `{id}` is longer than Audit Manager takes");
    report.push(loss(message, control.title.span, label, "word it shorter"));
    if is_kept {
        let whole = Placed { value: title.to_owned(), span: control.title.span };
        control.description = Some(whole);
        Texts { changed: Vec::new(), report }.text(&mut control.description, AUDIT_TEXT);
    }
    short
}

/// A text in one line without signs that a name cannot hold.
pub(super) fn plain(text: &str, refused: &[char]) -> String {
    let other = |sign: char| match sign {
        '\\' if refused.contains(&'\\') => '/',
        sign if sign.is_control() || refused.contains(&sign) => ' ',
        sign => sign,
    };
    text.trim().chars().map(other).collect()
}

/// Texts that are made to fit.
struct Texts<'r> {
    /// The texts in which signs were replaced.
    changed: Vec<Span>,
    report: &'r mut Report,
}

impl Texts<'_> {
    fn control(&mut self, control: &mut Control) {
        let whole = plain(&control.title.value, &['\\']);
        if whole != control.title.value.trim() {
            self.changed.push(control.title.span);
        }
        control.title.value = whole;
        self.text(&mut control.description, AUDIT_TEXT);
        self.text(&mut control.testing, AUDIT_TEXT);
        self.text(&mut control.action_title, AUDIT_ACTION_PLAN_TITLE);
        self.text(&mut control.action, AUDIT_TEXT);
        for evidence in &mut control.evidence {
            if let Some(name) = &mut evidence.name {
                self.name(name, AUDIT_SOURCE_NAME, &[]);
            }
            self.text(&mut evidence.guidance, AUDIT_TEXT);
        }
    }

    fn name(&mut self, name: &mut Placed<String>, most: usize, refused: &[char]) {
        let fitting = plain(&name.value, refused);
        if fitting != name.value.trim() {
            self.changed.push(name.span);
        }
        name.value = fitting;
        self.shorten(name, most);
    }

    fn text(&mut self, text: &mut Option<Placed<String>>, most: usize) {
        let Some(text) = text else { return };
        if text.value.contains(|sign: char| sign.is_control() && sign != '\n' && sign != '\t') {
            let lines = text.value.replace("\r\n", "\n").replace('\r', "\n");
            let plain = lines.replace(|sign: char| sign.is_control() && sign != '\n' && sign != '\t', " ");
            if plain != lines {
                self.changed.push(text.span);
            }
            text.value = plain;
        }
        self.shorten(text, most);
    }

    fn shorten(&mut self, text: &mut Placed<String>, most: usize) {
        let Some(short) = cut(text.value.trim(), most) else { return };
        let message = format!("a text of {} characters", text.value.trim().chars().count());
        let label = format!("is cut, since Audit Manager takes {most}");
        self.report.push(loss(message, text.span, &label, "word it shorter, or part the control"));
        text.value = short;
    }
}

/// A text that is too long up to a word's end; `None` where it fits.
pub(super) fn cut(text: &str, most: usize) -> Option<String> {
    if text.len() <= most || text.chars().count() <= most {
        return None;
    }
    let end = text.char_indices().nth(most.saturating_sub(1)).map_or(0, |(end, _)| end);
    let kept = &text[..end];
    let words = kept.rsplit_once(char::is_whitespace).map_or(kept, |(words, _)| words);
    Some(format!("{}{CUT}", words.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_end_with_a_word() {
        assert_eq!(cut("one two three", 13), None);
        assert_eq!(cut("one two three", 12).as_deref(), Some("one two…"));
        assert_eq!(cut("éééé", 3).as_deref(), Some("éé…"));
    }
}

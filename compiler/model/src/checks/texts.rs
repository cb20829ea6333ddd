//! Texts that a service would refuse: too long, or with characters it does not take.

use diagnostics::{Code, Diagnostic, Report};

use crate::control::Control;
use crate::framework::Framework;
use crate::model::{Model, Named};

use facts::limits;

pub(super) fn check(model: &Model, report: &mut Report) {
    for framework in &model.frameworks {
        framework_texts(framework, report);
    }
    for control in &model.controls {
        let framework = &model.frameworks[control.framework.index()].title.text;
        control_texts(control, framework, report);
    }
    let rules = model.library_rules.values().chain(model.rules.values());
    for text in rules.flat_map(|rule| rule.fix.iter().chain(&rule.description).chain(&rule.title)) {
        at_most(text, limits::AUDIT_TEXT, "this text", report);
    }
}

fn framework_texts(framework: &Framework, report: &mut Report) {
    at_most(&framework.title, limits::AUDIT_CONTROL_NAME, "a framework's title", report);
    refused(&framework.title, &['\\'], "Audit Manager's names", report);
    if let Some(text) = &framework.description {
        at_most(text, limits::AUDIT_TEXT, "a framework's description", report);
    }
    if let Some(text) = &framework.compliance_type {
        at_most(text, limits::AUDIT_COMPLIANCE_TYPE, "a compliance type", report);
    }
    for set in &framework.sets {
        at_most(&set.title, limits::AUDIT_CONTROL_SET_NAME, "a control set's title", report);
        refused(&set.title, &['\\', '_'], "the names of control sets", report);
    }
}

/// A control's name in Audit Manager is the framework's title, the id and the control's title.
fn control_texts(control: &Control, framework: &str, report: &mut Report) {
    let before = framework.chars().count() + control.id.text.chars().count() + 2;
    at_most(&control.title, limits::AUDIT_CONTROL_NAME.saturating_sub(before), "a control's title", report);
    refused(&control.title, &['\\'], "Audit Manager's names", report);
    refused(&control.id, &['\\'], "Audit Manager's names", report);
    for text in control.description.iter().chain(&control.testing) {
        at_most(text, limits::AUDIT_TEXT, "this text", report);
    }
    if let Some((title, instructions)) = &control.action_plan {
        at_most(title, limits::AUDIT_ACTION_PLAN_TITLE, "an action plan's title", report);
        at_most(instructions, limits::AUDIT_TEXT, "an action plan's instructions", report);
    }
    for text in control.rows.iter().filter_map(|row| row.guidance.as_ref()) {
        at_most(text, limits::AUDIT_TEXT, "guidance", report);
    }
}

fn at_most(text: &Named, most: usize, what: &str, report: &mut Report) {
    // A text has no more characters than bytes, and few come near the limit.
    if text.text.len() > most && text.text.chars().count() > most {
        let length = text.text.chars().count();
        report.push(
            Diagnostic::new(Code::TextTooLong, format!("{what} has {length} characters"))
                .at(text.span, format!("at most {most} here"))
                .help("the service refuses longer texts; nothing is cut silently"),
        );
    }
    controls(text, what, report);
}

/// Control characters but line breaks and tabs have no place in a text for people.
fn controls(text: &Named, what: &str, report: &mut Report) {
    if let Some(found) = text.text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
        report.push(
            Diagnostic::new(
                Code::ForbiddenText,
                format!("{what} holds the control character U+{:04X}", u32::from(found)),
            )
            .at(text.span, "in here")
            .help("take it out"),
        );
    }
}

fn refused(text: &Named, characters: &[char], what: &str, report: &mut Report) {
    if let Some(found) = text.text.chars().find(|c| characters.contains(c)) {
        report.push(
            Diagnostic::new(Code::ForbiddenText, format!("{what} cannot hold `{found}`"))
                .at(text.span, format!("`{found}` in here"))
                .help("use another character")
                .about(&text.text),
        );
    }
}

//! Where a rule is used: the controls that name it, and its instances with the origin of every value.

use diagnostics::shown;
use model::{
    Checked, Chosen, Instance, Origin, Pack, RowKind, Setting, open_parameter, scalar_text, value_text,
};

use crate::{View, identifier};

/// What is known of a rule, managed or of one's own, and where the program uses it.
#[must_use]
pub fn rule(view: &View<'_>, name: &str) -> Option<String> {
    let managed = facts::managed_rule_by_identifier(name).map(|rule| rule.name.to_owned());
    let name = managed.unwrap_or_else(|| name.to_owned());
    let mut out = identifier(&name).unwrap_or_default();
    for stated in view.model.statements(&name) {
        if stated.is_own() {
            out.push_str(&format!("{name}: rule of the project's own\n"));
        }
        if let Some(title) = &stated.title {
            out.push_str(&format!("  title      {}\n", shown(&title.text)));
        }
        out.push_str(&format!("  stated at  {}\n", view.place(stated.name.span)));
    }
    for (place, control) in view.model.controls.iter().enumerate() {
        let framework = &view.model.frameworks[control.framework.index()].name.text;
        for row in &view.model.evidence_rows[place] {
            let row = &view.model.control(row.origin).rows[row.row];
            if row.kind == RowKind::Rule && row.name.text == name {
                let set: String = row.settings.iter().map(|said| format!(" {}", setting(said))).collect();
                let at = view.place(row.span);
                out.push_str(&format!("  control    {framework}:{}{set} at {at}\n", shown(&control.id.text)));
            }
        }
    }
    if let Some(checked) = view.checked {
        instances(view, checked, &name, &mut out);
    }
    (!out.is_empty()).then_some(out)
}

fn instances(view: &View<'_>, checked: &Checked, name: &str, out: &mut String) {
    for (pack, found) in checked.model().packs.iter().zip(checked.instances()) {
        for instance in found.iter().filter(|instance| instance.rule == name) {
            out.push_str(&format!("  pack       {} as {}\n", pack.name.text, instance.name));
            values(view, pack, instance, out);
        }
    }
}

/// Each value with what it replaces, the most specific first, and what deploys make of it.
fn values(view: &View<'_>, pack: &Pack, instance: &Instance, out: &mut String) {
    for (parameter, chosen) in &instance.values {
        out.push_str(&format!("      {parameter}={}\n", stated(view, chosen)));
        if let Err(name) = &chosen.value {
            deployed(view, pack, name, out);
        }
        for earlier in instance.replaced.get(parameter).into_iter().flatten().rev() {
            out.push_str(&format!("          over {}\n", stated(view, earlier)));
        }
    }
    if let Some(parameter) = &instance.lambda {
        out.push_str(&format!("      its function is the pack's parameter {parameter}\n"));
        deployed(view, pack, parameter, out);
    }
    for parameter in &instance.open {
        out.push_str(&format!("      {parameter} is set by each deploy\n"));
        deployed(view, pack, &open_parameter(&instance.name, parameter), out);
    }
}

/// The values of a pack parameter: its default, and each deploy's own.
fn deployed(view: &View<'_>, pack: &Pack, parameter: &str, out: &mut String) {
    for declared in pack.parameters.iter().filter(|declared| declared.name.text == parameter) {
        if let Some(default) = &declared.default {
            let at = view.place(declared.name.span);
            out.push_str(&format!("          {} by default at {at}\n", scalar_text(default)));
        }
    }
    for said in pack.deploys.iter().flat_map(|deploy| &deploy.settings) {
        if said.parameter.text == parameter {
            out.push_str(&format!(
                "          {} by the deploy at {}\n",
                value_text(&said.value),
                view.place(said.span)
            ));
        }
    }
}

fn stated(view: &View<'_>, chosen: &Chosen) -> String {
    let value = match &chosen.value {
        Ok(text) => shown(text),
        Err(name) => format!("(parameter){name}"),
    };
    let at = chosen.span.map(|span| format!(" at {}", view.place(span))).unwrap_or_default();
    format!("{value} from {}{at}", words(chosen.origin))
}

fn setting(said: &Setting) -> String {
    format!("{}={}", said.parameter.text, shown(&value_text(&said.value)))
}

fn words(origin: Origin) -> &'static str {
    match origin {
        Origin::Catalogue => "the catalogue's default",
        Origin::Library => "the library's rule",
        Origin::Project => "the project's rule",
        Origin::Control => "a control",
        Origin::Pack => "the pack",
    }
}

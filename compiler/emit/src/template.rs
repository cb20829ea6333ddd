//! The text of a conformance pack's template: what is sent, measured and shown is rendered here alone.

mod logical_id;
mod parameter;
mod remediation;
mod rule;
mod words;

use plan::{Instance, Pack};
use source::Span;

use crate::print::yaml::{self, Value};

pub(crate) use parameter::used as used_parameters;

/// How the template names the roles of remediations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Roles<'a> {
    /// Not at all: parameters that hold one are left out.
    Absent,
    /// By the ARN in this account.
    Account {
        /// `aws`, …
        partition: &'a str,
        /// Twelve digits.
        id: &'a str,
    },
    /// By an ARN that `Fn::Sub` completes; other text is kept from it.
    Substituted,
}

/// What becomes of remediations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Remediations {
    /// They run by themselves where the source says so.
    AsStated,
    /// A person starts them.
    Manual,
    /// There are none.
    Never,
}

/// What a place changes in a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Setting<'a> {
    pub(crate) roles: Roles<'a>,
    pub(crate) remediations: Remediations,
}

/// The pack with nothing of a place in it.
pub(crate) const NOWHERE: Setting<'static> =
    Setting { roles: Roles::Absent, remediations: Remediations::Manual };

/// A template's text, and where each of its resources comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Template {
    pub(crate) text: String,
    pub(crate) trace: Vec<(usize, Span)>,
}

/// The template of these instances, in their order.
pub(crate) fn render(pack: &Pack, instances: &[&Instance], setting: Setting<'_>) -> Template {
    let parameters = parameter::used(pack, instances);
    let mut template = Template::default();
    template.trace.push((1, pack.span));
    let mut line = 1;
    if !parameters.is_empty() {
        template.text.push_str("Parameters:\n");
        line = 2;
    }
    for one in &parameters {
        template.trace.push((line, one.span));
        let start = template.text.len();
        yaml::entry(&mut template.text, 2, &one.name, &placed(parameter::declaration(one), setting));
        line += template.text[start..].matches('\n').count();
    }
    if line > 1 {
        template.trace.push((line, pack.span));
    }
    section(&mut template.text, "Conditions", parameter::conditions(&parameters), setting);
    template.text.push_str("Resources:\n");
    line = template.text.matches('\n').count() + 1;
    for instance in instances {
        for (id, resource) in resources(pack, instance, words::description(instance), setting) {
            template.trace.push((line, instance.span));
            let start = template.text.len();
            yaml::entry(&mut template.text, 2, &id, &placed(resource, setting));
            line += template.text[start..].matches('\n').count();
        }
    }
    template
}

/// The bytes an instance takes in any template, whatever its description says.
pub(crate) fn instance_bytes(pack: &Pack, instance: &Instance) -> usize {
    let widest = Setting {
        roles: Roles::Account { partition: "aws-us-gov", id: "000000000000" },
        remediations: Remediations::AsStated,
    };
    let mut text = String::new();
    for (id, resource) in resources(pack, instance, words::widest(), widest) {
        yaml::entry(&mut text, 2, &id, &resource);
    }
    text.len()
}

/// The bytes a parameter takes, whatever its description says, its condition and default included.
pub(crate) fn parameter_bytes(parameter: &plan::PackParameter) -> usize {
    let mut text = String::new();
    yaml::entry(&mut text, 2, &parameter.name, &parameter::widest(parameter));
    for (name, condition) in parameter::conditions(&[parameter]) {
        yaml::entry(&mut text, 2, &name, &condition);
    }
    text.len()
}

/// The bytes of the headings of all sections.
pub(crate) const HEADING_BYTES: usize = "Parameters:\nConditions:\nResources:\n".len();

fn resources(
    pack: &Pack,
    instance: &Instance,
    description: String,
    setting: Setting<'_>,
) -> Vec<(String, Value)> {
    let id = logical_id::of(&instance.name, &pack.parameters);
    let mut resources = vec![(id.clone(), rule::resource(pack, instance, description))];
    if setting.remediations != Remediations::Never
        && let Some(remediation) = &instance.remediation
    {
        let value = remediation::resource(&id, instance, remediation, setting);
        resources.push((format!("{id}{}", logical_id::REMEDIATION), value));
    }
    resources
}

fn section(out: &mut String, name: &str, entries: Vec<(String, Value)>, setting: Setting<'_>) {
    if !entries.is_empty() {
        yaml::entry(out, 0, name, &placed(Value::Map(entries), setting));
    }
}

fn placed(value: Value, setting: Setting<'_>) -> Value {
    match setting.roles {
        Roles::Substituted => value.kept_from_substitution(),
        Roles::Absent | Roles::Account { .. } => value,
    }
}

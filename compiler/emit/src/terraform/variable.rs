//! Variables of a module. The values of a deployment are their defaults.

use std::collections::BTreeSet;

use facts::limits::PARAMETER_VALUE_CHARACTERS;
use plan::{Deployment, Pack, PackParameter, ParameterKind};

use super::place::Place;
use crate::print::hcl::{Body, Expression};

/// A pack parameter as a variable.
pub(super) struct Variable<'a> {
    pub(super) parameter: &'a PackParameter,
    pub(super) name: String,
    value: Option<&'a str>,
}

/// The variables of the parameters that some place uses.
pub(super) fn of_parameters<'a>(
    pack: &'a Pack,
    deployment: &'a Deployment,
    places: &[Place],
) -> Vec<Variable<'a>> {
    let used: BTreeSet<&str> =
        places.iter().flat_map(|one| one.parameters.iter().map(String::as_str)).collect();
    let mut taken = BTreeSet::new();
    let mut variables = Vec::new();
    for parameter in pack.parameters.iter().filter(|one| used.contains(one.name.as_str())) {
        let mut name = snake_case(&parameter.name);
        while !taken.insert(name.clone()) {
            name.push('_');
        }
        let stated = deployment.values.iter().find(|(name, _)| *name == parameter.name);
        let value = stated.map(|(_, value)| value.as_str()).or(parameter.default.as_deref());
        variables.push(Variable { parameter, name, value });
    }
    variables
}

impl Variable<'_> {
    /// Adds the variable to the file.
    pub(super) fn declare(&self, file: Body) -> Body {
        let default = self.value.map(|value| match self.kind() {
            "string" => Expression::text(value),
            _ => Expression::raw(value),
        });
        let described = match self.parameter.description.as_str() {
            "" => format!("Value of the pack's parameter {}.", self.parameter.name),
            text => text.to_owned(),
        };
        let body = Body::default()
            .set("description", Expression::Text(described))
            .set("type", Expression::raw(self.kind()))
            .set_some("default", default)
            .set("nullable", Expression::raw("false"))
            .block("validation", &[], self.validation());
        file.block_of(self.parameter.span, "variable", &[&self.name], body)
    }

    /// Only a value whose text survives the type has one other than text.
    fn kind(&self) -> &'static str {
        let number = |value: &str| value.parse::<i32>().is_ok_and(|number| number.to_string() == value);
        match (self.parameter.kind, self.value) {
            (ParameterKind::Integer, Some(value)) if number(value) => "number",
            (ParameterKind::Boolean, Some("true" | "false")) => "bool",
            _ => "string",
        }
    }

    fn validation(&self) -> Body {
        let subject = format!("var.{}", self.name);
        let mut conditions = vec![format!("length(tostring({subject})) <= {PARAMETER_VALUE_CHARACTERS}")];
        let mut message = format!("At most {PARAMETER_VALUE_CHARACTERS} characters");
        if self.kind() == "number" {
            conditions = vec![format!("{subject} == floor({subject})")];
            message = String::from("A whole number");
            for (bound, sign, word) in
                [(self.parameter.min, ">=", "at least"), (self.parameter.max, "<=", "at most")]
            {
                if let Some(bound) = bound {
                    conditions.push(format!("{subject} {sign} {bound}"));
                    message.push_str(&format!(", {word} {bound}"));
                }
            }
        }
        Body::default()
            .set("condition", Expression::Raw(conditions.join(" && ")))
            .set("error_message", Expression::Text(message + "."))
    }
}

/// A variable of our own.
pub(super) fn own(
    file: Body,
    name: &str,
    kind: &str,
    default: Option<Expression>,
    description: &str,
) -> Body {
    raw(file, name, body(kind, default, description).set("nullable", Expression::raw("false")))
}

/// The variable of the accounts that a pack leaves out of a unit or the organization.
pub(super) fn left_out(file: Body, excluded: &[String], of: &str) -> Body {
    let words = format!("Accounts of the {of} that the pack does not reach.");
    own(file, "excluded_accounts", "set(string)", Some(Expression::texts(excluded)), &words)
}

/// A variable of our own that is refused where its validation fails.
pub(super) fn checked(
    file: Body,
    name: &str,
    kind: &str,
    default: Option<Expression>,
    description: &str,
    validation: Body,
) -> Body {
    let body = body(kind, default, description).set("nullable", Expression::raw("false"));
    raw(file, name, body.block("validation", &[], validation))
}

/// A text that may be left out: the module then has its own way.
pub(super) fn optional(file: Body, name: &str, description: &str) -> Body {
    raw(file, name, body("string", Some(Expression::raw("null")), description))
}

fn body(kind: &str, default: Option<Expression>, description: &str) -> Body {
    Body::default()
        .set("description", Expression::text(description))
        .set("type", Expression::raw(kind))
        .set_some("default", default)
}

/// A variable whose body is given.
pub(super) fn raw(file: Body, name: &str, body: Body) -> Body {
    file.block("variable", &[name], body)
}

/// Lower case with underscores; a prefix keeps it from the words that Terraform reserves and from our own names.
fn snake_case(name: &str) -> String {
    let mut out = String::from("parameter");
    let mut follows_capital = false;
    for character in name.chars() {
        let capital = character.is_ascii_uppercase();
        let plain = character.is_ascii_alphanumeric();
        if (out == "parameter" || !plain || capital && !follows_capital) && !out.ends_with('_') {
            out.push('_');
        }
        if plain {
            out.push(character.to_ascii_lowercase());
        }
        follows_capital = capital;
    }
    out
}

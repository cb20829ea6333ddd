//! The files of a module.

use diagnostics::shown_markdown;
use source::Span;

use crate::Artifact;
use crate::print::hcl::{self, Body, Expression};
use crate::template::Template;
use crate::words::on_one_line;

/// A module before it is printed.
pub(super) struct Module {
    pub(super) name: String,
    /// The statement that asks for it.
    pub(super) span: Span,
    /// One line for the README; escaped there.
    pub(super) title: String,
    /// Sentences of our own for the README.
    pub(super) notes: Vec<&'static str>,
    pub(super) main: Body,
    pub(super) variables: Body,
    pub(super) outputs: Body,
    /// Path in the module, and what stands there.
    pub(super) templates: Vec<(String, Template)>,
}

impl Module {
    /// All files of the module.
    pub(super) fn artifacts(self) -> Vec<Artifact> {
        let folder = format!("terraform/{}", self.name);
        let file = |name: &str, text: String, trace: Vec<(usize, Span)>| Artifact {
            path: format!("{folder}/{name}"),
            text,
            executable: false,
            trace,
        };
        let mut files = vec![file("README.md", self.readme(), vec![(1, self.span)])];
        for (name, body) in [
            ("main.tf", &self.main),
            ("outputs.tf", &self.outputs),
            ("variables.tf", &self.variables),
            ("versions.tf", &versions()),
        ] {
            let written = hcl::write(body, self.span);
            files.push(file(name, written.text, written.trace));
        }
        let header = |trace| std::iter::once((1, self.span)).chain(trace).collect();
        files.extend(self.templates.into_iter().map(|(path, one)| file(&path, one.text, header(one.trace))));
        files
    }

    fn readme(&self) -> String {
        let mut text = format!("# {}\n", shown_markdown(&on_one_line(&self.title)));
        for note in &self.notes {
            text.push('\n');
            text.push_str(note);
            text.push('\n');
        }
        text
    }
}

/// A name for a folder or a resource in AWS: what is neither letter nor digit becomes a hyphen.
pub(super) fn name(text: &str) -> String {
    text.chars().map(|character| if character.is_ascii_alphanumeric() { character } else { '-' }).collect()
}

/// An output that maps keys of the module's resources to ARNs or ids.
pub(super) fn output(name: &str, description: &str, value: &str) -> Body {
    let body = Body::default()
        .set("description", Expression::text(description))
        .set("value", Expression::raw(value));
    Body::default().block("output", &[name], body)
}

fn versions() -> Body {
    let aws = Expression::Record(vec![
        ("source", Expression::text("hashicorp/aws")),
        ("version", Expression::text(">= 6.0.0, < 7.0.0")),
    ]);
    let terraform = Body::default().set("required_version", Expression::text(">= 1.9.0")).block(
        "required_providers",
        &[],
        Body::default().set("aws", aws),
    );
    Body::default().block("terraform", &[], terraform)
}

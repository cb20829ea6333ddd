//! Files that people take for artifacts: what each is, told by how it begins, its name or its keys, and what to bring instead.

use diagnostics::{Code, Diagnostic};
use source::{FileId, Span};

use crate::document::Node;

/// What a file is, and what to do with it.
struct Mistaken {
    what: &'static str,
    help: &'static str,
}

const EMPTY: Mistaken = Mistaken {
    what: "the file is empty",
    help: "leave it out; if a program was to write it, look whether that program failed",
};
const SPREADSHEET: Mistaken = Mistaken {
    what: "the file is a spreadsheet",
    help: "save the sheet as CSV in UTF-8, its first row the names of the columns",
};
const ARCHIVE: Mistaken = Mistaken {
    what: "the file is an archive",
    help: "unpack it and name what is in it; of a saved plan of Terraform, the output of `terraform show -json PLAN`",
};
const PDF: Mistaken = Mistaken {
    what: "the file is a PDF",
    help: "bring the controls as a list: CSV with the columns `id`, `title` and `rules`",
};
const CONFIGURATION: Mistaken = Mistaken {
    what: "the file is Terraform's configuration, whose values are not known before a plan",
    help: "import what Terraform makes of it: the output of `terraform show -json`, of the state or of a saved plan, or the state file",
};
const PAGE: Mistaken =
    Mistaken { what: "the file is a page for a browser", help: "save the raw file that the page shows" };
const XML: Mistaken =
    Mistaken { what: "the file is XML", help: "OSCAL is published as JSON and YAML too: bring one of those" };
const REFUSED: Mistaken = Mistaken {
    what: "the file holds an error of AWS in place of what was asked for",
    help: "run the command again with the permission that it lacks, and import its output",
};
const FINDINGS: Mistaken =
    Mistaken { what: "the file is a report of findings", help: "name the files that the report is about" };
const OTHER_MODEL: Mistaken = Mistaken {
    what: "the file is OSCAL, and neither a catalog nor a profile",
    help: "import the catalog or the profile on which it is built",
};

/// How files begin, in small letters, whose first signs say what they are.
const BEGINNINGS: &[(&str, &Mistaken)] = &[
    ("\u{fffd}\u{fffd}\u{11}\u{fffd}", &SPREADSHEET),
    ("pk\u{3}\u{4}", &ARCHIVE),
    ("\u{1f}\u{fffd}", &ARCHIVE),
    ("%pdf-", &PDF),
    ("<!doctype html", &PAGE),
    ("<html", &PAGE),
    ("<?xml", &XML),
    ("an error occurred (", &REFUSED),
    ("unable to locate credentials", &REFUSED),
];
/// Names of files that say what they are.
const EXTENSIONS: &[(&str, &Mistaken)] = &[
    ("xlsx", &SPREADSHEET),
    ("xls", &SPREADSHEET),
    ("ods", &SPREADSHEET),
    ("numbers", &SPREADSHEET),
    ("tf", &CONFIGURATION),
    ("tofu", &CONFIGURATION),
    ("hcl", &CONFIGURATION),
    ("tfvars", &CONFIGURATION),
];
/// Keys at the top that say what a document is, where all of a row are there.
const KEYS: &[(&[&str], &Mistaken)] = &[
    (&["runs", "version"], &FINDINGS),
    (&["resource"], &CONFIGURATION),
    (&["__type"], &REFUSED),
    (&["Error"], &REFUSED),
    (&["component-definition"], &OTHER_MODEL),
    (&["system-security-plan"], &OTHER_MODEL),
    (&["assessment-plan"], &OTHER_MODEL),
    (&["assessment-results"], &OTHER_MODEL),
    (&["plan-of-action-and-milestones"], &OTHER_MODEL),
    (&["mapping-collection"], &OTHER_MODEL),
];
/// No beginning is longer.
const LONGEST: usize = 64;

/// What is no artifact by its text or its name.
pub(super) fn by_text(file: FileId, path: &str, text: &str) -> Option<Diagnostic> {
    let begins = text.trim_start_matches('\u{feff}').trim_start();
    let mistaken = if begins.is_empty() { Some(&EMPTY) } else { mistaken(path, text) };
    mistaken.map(|mistaken| mistaken.told(Span::new(file, 0, 0)))
}

/// What is no artifact by its keys.
pub(super) fn by_keys(root: &Node) -> Option<Diagnostic> {
    let (_, mistaken) = KEYS.iter().find(|(keys, _)| keys.iter().all(|key| root.get(key).is_some()))?;
    Some(mistaken.told(Span { end: root.span.start, ..root.span }))
}

/// A file that is not text in UTF-8; `place` is the first byte that is not, in a text where `�` stands for it.
#[must_use]
pub fn not_utf8(file: FileId, path: &str, text: &str, place: usize) -> Diagnostic {
    if let Some(mistaken) = mistaken(path, text) {
        return mistaken.told(Span::new(file, 0, 0));
    }
    let span = Span::new(file, place, place + char::REPLACEMENT_CHARACTER.len_utf8());
    Diagnostic::new(Code::MalformedDocument, "the file is not text in UTF-8")
        .at(span, "the first byte that is not")
        .help("save it in UTF-8")
}

fn mistaken(path: &str, text: &str) -> Option<&'static Mistaken> {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    let named = EXTENSIONS.iter().find(|(known, _)| known.eq_ignore_ascii_case(extension));
    let begins: String = text.trim_start_matches('\u{feff}').trim_start().chars().take(LONGEST).collect();
    let begins = begins.to_ascii_lowercase();
    let begun = || BEGINNINGS.iter().find(|(known, _)| begins.starts_with(known));
    named.or_else(begun).map(|(_, mistaken)| *mistaken)
}

impl Mistaken {
    fn told(&self, place: Span) -> Diagnostic {
        Diagnostic::new(Code::UnknownArtifact, self.what).at(place, "no artifact").help(self.help)
    }
}

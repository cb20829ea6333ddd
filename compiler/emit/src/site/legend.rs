//! What a reader of claims must know, at the end of each page that has some: who makes them, and what they are worth.
//!
//! It stands on the page itself, so that a page that is printed or sent alone explains itself.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::alike::alike;
use crate::print::html::text;
use crate::words::claimant;

/// Where the legend of a page stands; no control has such a fragment.
pub(super) const PLACE: &str = "by";

/// Who the sources of the library are.
const KNOWN: [(&str, &str); 10] = [
    ("aws-conformance-packs", "AWS, by the control ids of its published conformance packs"),
    ("aws-guard-registry", "AWS, by its registry of Guard rules"),
    ("aws-security-hub", "AWS, by the requirements that Security Hub relates its controls to"),
    ("ciso-assistant", "CISO Assistant, a public project that maps frameworks to each other"),
    ("cmmc-rule", "the CMMC rule, 32 CFR 170, which takes its practices from NIST SP 800-171"),
    ("nist-csf-1.1", "NIST, in the informative references of the Cybersecurity Framework 1.1"),
    ("nist-sp-800-171", "NIST, in appendix D of SP 800-171"),
    ("ordain-library", "the authors of the library, who read the requirement itself"),
    ("prowler", PUBLIC_PROJECT),
    ("steampipe", PUBLIC_PROJECT),
];

const PUBLIC_PROJECT: &str =
    "a public project; that the rule checks the same is the judgement of the library's authors";

/// Appends the legend for these claimants.
pub(super) fn write(out: &mut String, claimants: &BTreeSet<String>) {
    out.push_str("<footer id=by><h2>Who claims it</h2><dl>");
    for names in alike(claimants, |name| who(name)) {
        for name in &names {
            out.push_str("<dt>");
            text(out, name);
        }
        out.push_str("<dd>");
        out.push_str(who(names[0]));
    }
    let words = if claimants.is_empty() {
        "Nobody claims anything on this page."
    } else {
        "The date is the source's. What is supporting helps to prove, partial proves a part, full all."
    };
    let _ = write!(out, "</dl>\n<p>{words}</footer>\n");
}

/// Who stands behind the name of a source.
fn who(name: &str) -> &'static str {
    match KNOWN.iter().find(|(known, _)| *known == name) {
        Some((_, who)) => who,
        None if name == claimant("") => {
            "whoever keeps the sources of this project; the row names nobody else"
        }
        None => "as the sources of this project name it",
    }
}

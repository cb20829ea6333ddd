//! What the catalogue knows of a rule, as a list.

use crate::catalogue;
use crate::print::html::escaped;

use super::page::Page;

/// A list of what is known, with a link to AWS's page; a sentence for a rule of one's own.
pub(super) fn list(page: &mut Page<'_>, name: &str) {
    let Some(to) = catalogue::page(name) else {
        page.body.push_str("<p>A rule of this project's own.</p>\n");
        return;
    };
    page.body.push_str("<dl class=\"facts\">");
    for (word, value) in catalogue::known(name) {
        page.markup(format_args!("<div><dt>{word}<dd>{}</div>", escaped(&value)));
    }
    page.body.push_str("</dl>\n<p>");
    page.anchor(format_args!("rel=noreferrer href=\"{}\"", escaped(&to)), "What AWS says of it");
    page.body.push_str("</p>\n");
}

//! What the catalogue knows of a managed rule, for its page.

use crate::catalogue;
use crate::print::html::escaped;

use super::page::Page;

/// A list of what is known; nothing for rules of one's own.
pub(super) fn facts(page: &mut Page<'_>, name: &str) {
    let Some(address) = catalogue::page(name) else {
        page.body.push_str("<p>A rule of this project's own.</p>\n");
        return;
    };
    page.body.push_str("<dl class=\"facts\">");
    for (word, value) in catalogue::known(name) {
        page.markup(format_args!("<div><dt>{word}<dd>"));
        page.text(&value);
        page.body.push_str("</div>");
    }
    page.body.push_str("</dl>\n<p>");
    page.anchor(format_args!("rel=noreferrer href=\"{}\"", escaped(&address)), "What AWS says of it");
    page.body.push_str("</p>\n");
}

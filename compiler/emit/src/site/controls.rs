//! All controls with filters, which need scripts; without them the page leads to the frameworks.

use crate::Artifact;

use super::address;
use super::atlas::Atlas;
use super::page::Page;

const FILTERS: &str = "<form class=\"filters\" id=\"filters\" hidden>\
    <p><label for=\"f-text\">Words</label><input id=\"f-text\" name=\"text\" type=\"search\" autocomplete=\"off\"></p>\
    <p><label for=\"f-framework\">Framework</label><select id=\"f-framework\" name=\"framework\"></select></p>\
    <p><label for=\"f-state\">State</label><select id=\"f-state\" name=\"state\"></select></p>\
    <p><label for=\"f-severity\">Severity</label><select id=\"f-severity\" name=\"severity\"></select></p>\
    <p><label for=\"f-owner\">Owner</label><select id=\"f-owner\" name=\"owner\"></select></p>\
    <p><button type=\"reset\">Clear</button></p></form>\n\
    <p id=\"filter-count\" role=\"status\"></p>\n\
    <div class=\"wide\" id=\"filtered\" hidden tabindex=\"0\" role=\"group\" aria-label=\"Controls found\"><table>\
    <caption>Controls found</caption>\
    <thead><tr><th scope=col>Control<th scope=col>Title<th scope=col>State\
    <th scope=col>Severity<th scope=col>Owner<tbody></tbody></table></div>\n\
    <p><button type=\"button\" id=\"more\" hidden>Show more</button></p>\n";

pub(super) fn page(atlas: &Atlas<'_, '_>) -> Artifact {
    let mut page = Page::new(atlas, "controls.html".to_owned(), "Controls");
    page.script("index.js");
    page.script("filter.js");
    page.markup(format_args!("<h1>Controls</h1>\n{FILTERS}<noscript><p>Filters need scripts. Every control stands on the page of its framework:</p><ul>"));
    for framework in atlas.frameworks() {
        page.body.push_str("<li>");
        page.link(&address::framework(&framework.name), &framework.title);
        page.body.push('\n');
    }
    page.body.push_str("</ul></noscript>\n");
    page.artifact()
}

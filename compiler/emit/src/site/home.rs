//! The first page: the program in numbers, and its frameworks.

use plan::Counts;

use crate::Artifact;
use crate::words::UNDEPLOYED;

use super::address;
use super::atlas::Atlas;
use super::bar::{HEADS, LEGEND, bar, cells};
use super::page::Page;

pub(super) fn page(atlas: &Atlas<'_, '_>) -> Artifact {
    let publication = atlas.publication;
    let plan = publication.plan;
    let mut page = Page::new(atlas, "index.html".to_owned(), "Frameworks");
    let mut whole = Counts::default();
    atlas.frameworks().iter().for_each(|framework| whole += framework.controls().collect());
    page.body.push_str("<h1>");
    page.text(&plan.project);
    page.body.push_str("</h1>\n<p class=\"lead\">");
    page.markup(format_args!(
        "{} frameworks ask for {} controls, which {} rules and {} kinds of manual evidence prove. \
         Catalogue of {}.",
        publication.frameworks.len(),
        whole.controls(),
        publication.rules.len(),
        publication.manual.len(),
        crate::print::html::escaped(&plan.catalogue)
    ));
    if !plan.is_deployed() {
        page.markup(format_args!(" {UNDEPLOYED}"));
    }
    page.body.push_str("</p>\n<div class=whole>");
    bar(&mut page, &whole);
    page.markup(format_args!("</div>\n{LEGEND}\n<h2>Frameworks</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Frameworks\"><table class=\"counts\">"));
    page.markup(format_args!("<caption>Frameworks and how their controls are proved</caption><thead><tr><th scope=col>Framework{HEADS}<tbody>\n"));
    for framework in atlas.frameworks() {
        page.body.push_str("<tr><th scope=row>");
        page.link(&address::framework(&framework.name), &framework.title);
        page.body.push_str(" <code>");
        page.text(&framework.name);
        page.body.push_str("</code>");
        cells(&mut page, &framework.controls().collect());
        page.body.push('\n');
    }
    page.body.push_str("</table></div>\n");
    page.artifact()
}

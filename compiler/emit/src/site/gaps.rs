//! What nothing proves, what others keep, what does not apply, and rules that are named but run nowhere.

use plan::State;

use crate::Artifact;
use crate::words::no_absence;

use super::address;
use super::atlas::Atlas;
use super::page::Page;

pub(super) fn page(atlas: &Atlas<'_, '_>) -> Artifact {
    let mut page = Page::new(atlas, "gaps.html".to_owned(), "Gaps");
    page.body.push_str("<h1>Gaps</h1>\n");
    states(atlas, &mut page, State::Gap, "Nothing proves them yet", "No control is a gap.");
    absent(atlas, &mut page);
    states(atlas, &mut page, State::NotApplicable, "Not applicable", "No control is left out.");
    states(atlas, &mut page, State::Inherited, "Kept by a provider", "No control is inherited.");
    page.artifact()
}

fn states(atlas: &Atlas<'_, '_>, page: &mut Page<'_>, state: State, head: &str, none: &str) {
    page.markup(format_args!("<h2>{head}</h2>\n"));
    let mut found = atlas.publication.controls().filter(|spot| spot.control.state == state).peekable();
    if found.peek().is_none() {
        page.markup(format_args!("<p>{none}</p>\n"));
        return;
    }
    page.markup(format_args!(
        "<table><caption>{head}</caption><thead><tr><th scope=col>Control<th scope=col>Title<th scope=col>Why<tbody>\n"
    ));
    for spot in found {
        page.body.push_str("<tr><td>");
        page.control(atlas, &spot.reference());
        for text in [&spot.control.title, &spot.control.reason] {
            page.body.push_str("<td>");
            page.text(text);
        }
        page.body.push('\n');
    }
    page.body.push_str("</table>\n");
}

/// Rules that controls name and nothing runs.
fn absent(atlas: &Atlas<'_, '_>, page: &mut Page<'_>) {
    page.body.push_str("<h2>Rules that run nowhere</h2>\n");
    let mut any = false;
    for rule in &atlas.publication.rules {
        let Some(why) = rule.asked.iter().find_map(|asked| asked.row.standing.absence()) else { continue };
        if !any {
            any = true;
            page.body.push_str(
                "<table><caption>Rules that run nowhere</caption><thead><tr><th scope=col>Rule<th scope=col>Why\
                 <th scope=col class=num>Controls<tbody>\n",
            );
        }
        page.body.push_str("<tr><td>");
        page.link(&address::rule(rule.name), rule.name);
        page.body.push_str("<td>");
        page.text(why);
        page.markup(format_args!("<td class=num>{}\n", rule.asked.len()));
    }
    match any {
        true => page.body.push_str("</table>\n"),
        false => page.markup(format_args!("<p>{}</p>\n", no_absence(atlas.publication.plan))),
    }
}

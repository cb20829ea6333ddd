//! What nothing proves, what others keep, what does not apply, and rules that are named but run nowhere.

use plan::State;

use crate::Artifact;

use super::address;
use super::atlas::Atlas;
use super::page::Page;

pub(super) fn page(atlas: &Atlas<'_>) -> Artifact {
    let mut page = Page::new(atlas, "gaps.html".to_owned(), "Gaps");
    page.body.push_str("<h1>Gaps</h1>\n");
    states(atlas, &mut page, State::Gap, "Nothing proves them yet", "No control is a gap.");
    absent(atlas, &mut page);
    states(atlas, &mut page, State::NotApplicable, "Not applicable", "No control is left out.");
    states(atlas, &mut page, State::Inherited, "Kept by a provider", "No control is inherited.");
    page.artifact()
}

fn states(atlas: &Atlas<'_>, page: &mut Page<'_>, state: State, head: &str, none: &str) {
    page.markup(format_args!("<h2>{head}</h2>\n"));
    let found = atlas.plan.controls().filter(|(_, control)| control.state == state);
    let mut found = found.peekable();
    if found.peek().is_none() {
        page.markup(format_args!("<p>{none}</p>\n"));
        return;
    }
    page.markup(format_args!(
        "<table><caption>{head}</caption><thead><tr><th scope=col>Control<th scope=col>Title<th scope=col>Why<tbody>\n"
    ));
    for (framework, control) in found {
        page.body.push_str("<tr><td>");
        let reference = plan::ControlRef { framework: framework.name.clone(), id: control.id.clone() };
        page.control(atlas, &reference);
        for text in [&control.title, &control.reason] {
            page.body.push_str("<td>");
            page.text(text);
        }
        page.body.push('\n');
    }
    page.body.push_str("</table>\n");
}

/// Rules that controls name and nothing runs.
fn absent(atlas: &Atlas<'_>, page: &mut Page<'_>) {
    page.body.push_str("<h2>Rules that run nowhere</h2>\n");
    let mut any = false;
    for (name, used) in &atlas.rules {
        let Some(why) = used.rows.iter().find_map(|(_, row)| row.standing.absence()) else { continue };
        if !any {
            any = true;
            page.body.push_str(
                "<table><caption>Rules that run nowhere</caption><thead><tr><th scope=col>Rule<th scope=col>Why\
                 <th scope=col class=num>Controls<tbody>\n",
            );
        }
        page.body.push_str("<tr><td>");
        page.link(&address::rule(name), name);
        page.body.push_str("<td>");
        page.text(why);
        page.markup(format_args!("<td class=num>{}\n", used.rows.len()));
    }
    page.body.push_str(if any {
        "</table>\n"
    } else if atlas.plan.is_deployed() {
        "<p>Every rule that a control names runs somewhere.</p>\n"
    } else {
        "<p>No pack is deployed yet: rules count as they would once their pack is.</p>\n"
    });
}

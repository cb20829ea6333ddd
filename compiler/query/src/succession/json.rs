//! The schema `ordain-succession/1`, which the book describes: members may be added to it, none is renamed or removed.

use diagnostics::shown_json;
use plan::{Control, Follower, Needed, Statement, Succession};
use serde::Serialize;
use source::SourceMap;

use super::{ground, place};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    from: &'a str,
    to: &'a str,
    followed: Vec<FollowedEntry<'a>>,
    unmatched: Vec<ControlEntry<'a>>,
    new: Vec<ControlEntry<'a>>,
    statements: Vec<StatementEntry<'a>>,
    missing: Vec<NeededEntry<'a>>,
    spare: Vec<NeededEntry<'a>>,
}

#[derive(Serialize)]
struct ControlEntry<'a> {
    id: &'a str,
    title: &'a str,
    state: &'static str,
}

#[derive(Serialize)]
struct FollowedEntry<'a> {
    #[serde(flatten)]
    control: ControlEntry<'a>,
    by: Vec<FollowerEntry<'a>>,
}

#[derive(Serialize)]
struct FollowerEntry<'a> {
    #[serde(flatten)]
    control: ControlEntry<'a>,
    ground: String,
}

#[derive(Serialize)]
struct StatementEntry<'a> {
    framework: &'a str,
    control: &'a str,
    kind: &'static str,
    old: &'a str,
    by: Vec<FollowerEntry<'a>>,
    path: &'a str,
    line: usize,
}

#[derive(Serialize)]
struct NeededEntry<'a> {
    kind: &'static str,
    name: &'a str,
    controls: Vec<&'a str>,
}

pub(super) fn render(moved: &Succession<'_>, sources: &SourceMap) -> String {
    let [from, to] = moved.frameworks.map(|framework| framework.name.as_str());
    let document = Document {
        schema: "ordain-succession/1",
        from,
        to,
        followed: moved
            .followed
            .iter()
            .map(|one| FollowedEntry { control: control(one.control), by: followers(&one.by) })
            .collect(),
        unmatched: moved.unmatched.iter().map(|one| control(one)).collect(),
        new: moved.new.iter().map(|one| control(one)).collect(),
        statements: moved.statements.iter().map(|said| statement(said, sources)).collect(),
        missing: moved.missing.iter().map(needed).collect(),
        spare: moved.spare.iter().map(needed).collect(),
    };
    let text = serde_json::to_string_pretty(&document).expect("the document has text keys alone");
    shown_json(&text) + "\n"
}

fn control(control: &Control) -> ControlEntry<'_> {
    ControlEntry { id: &control.id, title: &control.title, state: control.state.words() }
}

fn followers<'a>(by: &[Follower<'a>]) -> Vec<FollowerEntry<'a>> {
    by.iter().map(|by| FollowerEntry { control: control(by.control), ground: ground(by.ground) }).collect()
}

fn statement<'a>(said: &Statement<'a>, sources: &'a SourceMap) -> StatementEntry<'a> {
    let (path, line) = place(sources, said.span);
    StatementEntry {
        framework: &said.framework.name,
        control: &said.control.id,
        kind: said.kind,
        old: said.old,
        by: followers(&said.by),
        path,
        line,
    }
}

fn needed<'a>(needed: &Needed<'a>) -> NeededEntry<'a> {
    let controls = needed.controls.iter().map(|control| control.id.as_str()).collect();
    NeededEntry { kind: needed.kind, name: needed.name, controls }
}

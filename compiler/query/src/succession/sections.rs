//! The parts of the answer, what is to be done first; items are plain text, not yet made safe for a form.

use plan::{Control, Followed, Follower, Ground, Needed, Statement, Succession};
use source::SourceMap;

use super::{ground, place_text};

/// So many controls are named of those that ask for a rule.
const NAMED: usize = 6;

/// A heading with its items.
pub(super) struct Section {
    pub(super) heading: &'static str,
    pub(super) items: Vec<String>,
    /// Whether somebody has to act on it.
    pub(super) asks: bool,
}

/// Every part that has items.
pub(super) fn sections(moved: &Succession<'_>, sources: &SourceMap, all: bool) -> Vec<Section> {
    let told = moved.followed.iter().filter(|one| all || differs(one));
    let parts = [
        (
            "statements of the project that name it",
            true,
            list(&moved.statements, |said| statement(said, sources)),
        ),
        ("controls that none follows", true, list(&moved.unmatched, |control| named(control))),
        ("new controls", true, list(&moved.new, |control| stands(control))),
        ("evidence to bring", true, list(&moved.missing, needed)),
        ("evidence that nothing else asks for", false, list(&moved.spare, needed)),
        ("controls that are followed", false, told.map(followed).collect()),
    ];
    parts
        .into_iter()
        .filter(|(_, _, items)| !items.is_empty())
        .map(|(heading, asks, items)| Section { heading, items, asks })
        .collect()
}

fn list<T>(all: &[T], item: impl Fn(&T) -> String) -> Vec<String> {
    all.iter().map(item).collect()
}

/// Whether it asks for something else now, or is proved otherwise.
fn differs(one: &Followed<'_>) -> bool {
    !matches!(&one.by[..], [only] if matches!(only.ground, Ground::Stated("equal") | Ground::Id)
        && only.control.state == one.control.state)
}

fn statement(said: &Statement<'_>, sources: &SourceMap) -> String {
    let followers = match &said.by[..] {
        [] => "nothing follows it".to_owned(),
        by => by.iter().map(follower).collect::<Vec<_>>().join(", "),
    };
    let place = place_text(sources, said.span);
    format!("{}:{} {} {} → {followers}  {place}", said.framework.name, said.control.id, said.kind, said.old)
}

fn followed(one: &Followed<'_>) -> String {
    let by: Vec<String> = one
        .by
        .iter()
        .map(|by| match by.control.state == one.control.state {
            true => follower(by),
            false => format!("{}: {}", follower(by), by.control.state.words()),
        })
        .collect();
    format!("{} ({}) → {}", one.control.id, one.control.state.words(), by.join(", "))
}

fn follower(by: &Follower<'_>) -> String {
    format!("{} ({})", by.control.id, ground(by.ground))
}

fn named(control: &Control) -> String {
    format!("{} {}", control.id, control.title)
}

fn stands(control: &Control) -> String {
    format!("{}: {}", named(control), control.state.words())
}

fn needed(needed: &Needed<'_>) -> String {
    let ids: Vec<&str> = needed.controls.iter().take(NAMED).map(|control| control.id.as_str()).collect();
    let more = match needed.controls.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{} {} for {}{more}", needed.kind, needed.name, ids.join(", "))
}

//! A change in words.

use diagnostics::shown;
use plan::{Aspect, Change, Class};

/// So many characters of a value are shown.
const MOST: usize = 72;

/// What became of the subject, without its name.
pub(super) fn sentence(change: &Change) -> String {
    let key = if change.key.is_empty() { String::new() } else { value(&change.key) };
    let [before, after] = [&change.before, &change.after].map(|side| side.as_deref().map(value));
    match (change.aspect, before, after) {
        (Aspect::Itself, None, _) => "is added".to_owned(),
        (Aspect::Itself, Some(_), _) => "is removed".to_owned(),
        (Aspect::Name, Some(before), Some(_)) => format!("was called {before}"),
        (Aspect::State, Some(before), Some(after)) => {
            format!("{} from {before} to {after}", moves(change.class))
        }
        (Aspect::Evidence | Aspect::Claim, Some(strength), None) => {
            format!("loses {key} ({strength}{})", by(change.aspect))
        }
        (Aspect::Evidence | Aspect::Claim, None, Some(strength)) => {
            format!("gains {key} ({strength}{})", by(change.aspect))
        }
        (Aspect::Part, Some(before), Some(after)) => {
            format!("moves from the template {before} to {after}: a deploy makes it anew")
        }
        (Aspect::Automatic, None, Some(after)) => format!("now remediates by itself: {after}"),
        (aspect, Some(before), Some(after)) => format!("{}: {before} → {after}", named(aspect, &key)),
        (aspect, None, Some(after)) => format!("{}: now {after}", named(aspect, &key)),
        (aspect, Some(before), None) => format!("{}: no longer {before}", named(aspect, &key)),
        (aspect, None, None) => named(aspect, &key),
    }
}

fn moves(class: Class) -> &'static str {
    match class {
        Class::Loosening => "falls",
        Class::Tightening => "rises",
        Class::Unknown | Class::Disruptive | Class::Neutral | Class::Implied => "goes",
    }
}

/// What is said of evidence that another control's rows bring.
fn by(aspect: Aspect) -> &'static str {
    if aspect == Aspect::Claim { ", by relations" } else { "" }
}

fn named(aspect: Aspect, key: &str) -> String {
    if key.is_empty() { aspect.name().to_owned() } else { format!("{} {key}", aspect.name()) }
}

/// A value on one line, with a mark where it is cut.
fn value(text: &str) -> String {
    let text = if text.is_empty() { "nothing" } else { text };
    let line = shown(&text.replace('\n', " ⏎ "));
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

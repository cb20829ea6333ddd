//! Names that lead back to themselves; evaluating one of them would never end.

use std::collections::BTreeMap;

/// The first name, in order of the graph's keys, that reaches itself.
pub(crate) fn first(graph: &BTreeMap<&str, Vec<&str>>) -> Option<String> {
    let mut state: BTreeMap<&str, Visit> = BTreeMap::new();
    graph.keys().find_map(|start| from(start, graph, &mut state))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    Open,
    Done,
}

/// Depth first from `start` with a stack of our own.
fn from<'a>(
    start: &'a str,
    graph: &BTreeMap<&'a str, Vec<&'a str>>,
    state: &mut BTreeMap<&'a str, Visit>,
) -> Option<String> {
    if state.contains_key(start) {
        return None;
    }
    state.insert(start, Visit::Open);
    let mut path = vec![(start, 0)];
    while let Some((name, step)) = path.last_mut() {
        let Some(next) = graph.get(name).and_then(|nexts| nexts.get(*step)).copied() else {
            state.insert(name, Visit::Done);
            path.pop();
            continue;
        };
        *step += 1;
        match state.get(next) {
            Some(Visit::Open) => return Some(next.to_owned()),
            Some(Visit::Done) => {}
            None => {
                state.insert(next, Visit::Open);
                path.push((next, 0));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_rings_are_found() {
        let diamond =
            BTreeMap::from([("a", vec!["b", "c"]), ("b", vec!["d"]), ("c", vec!["d"]), ("d", vec![])]);
        assert_eq!(first(&diamond), None);
        let ring = BTreeMap::from([("a", vec!["b"]), ("b", vec!["c"]), ("c", vec!["b"])]);
        assert_eq!(first(&ring), Some("b".to_owned()));
        assert_eq!(first(&BTreeMap::from([("a", vec!["a"])])), Some("a".to_owned()));
    }
}

//! What a framework makes of the control sets that it copies; only the statements that the library uses are understood.

use std::collections::BTreeSet;

use crate::Node;

/// The copied sets without what is omitted, with what is changed.
pub(crate) fn derive(base: &[Node], bodies: &[Node]) -> Result<Vec<Node>, String> {
    let mut sets = base.to_vec();
    let known: BTreeSet<&str> = base.iter().flat_map(|set| set.all("control")).map(Node::name).collect();
    let mut omitted: BTreeSet<&str> = BTreeSet::new();
    for id in bodies.iter().flat_map(|body| body.all("omit")).flat_map(|omit| &omit.arguments) {
        if !known.contains(id.as_str()) || !omitted.insert(id) {
            return Err(format!("omits {id}, which is not there"));
        }
    }
    for set in &mut sets {
        set.children.retain(|control| !omitted.contains(control.name()));
    }
    sets.retain(|set| !set.children.is_empty());
    for node in bodies.iter().flat_map(|body| &body.children) {
        match node.kind.as_str() {
            "change" => change(&mut sets, node)?,
            "drop" | "add" => return Err(format!("an unexpected {}", node.kind)),
            _ => {}
        }
    }
    Ok(sets)
}

/// Rows of evidence take the place of those of the same kind and name.
fn change(sets: &mut [Node], change: &Node) -> Result<(), String> {
    let mut controls = sets.iter_mut().flat_map(|set| &mut set.children);
    let control = controls.find(|control| control.kind == "control" && control.name() == change.name());
    let control = control.ok_or_else(|| format!("changes {}, which is not there", change.name()))?;
    if let Some(other) = change.children.iter().find(|child| !child.is_row()) {
        return Err(format!("an unexpected {} in the change of {}", other.kind, change.name()));
    }
    let replaced =
        |old: &Node| change.children.iter().any(|new| (&new.kind, new.name()) == (&old.kind, old.name()));
    control.children.retain(|old| !replaced(old));
    control.children.extend(change.children.iter().cloned());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::derive;
    use crate::Node;

    const BASE: &str = "control-set a A {\n    control A-1 One { rule x; }\n    control A-2 Two { rule y; }\n}\n\
                        control-set b B {\n    control B-1 Three { rule z; }\n}\n";

    fn outline(body: &str) -> Result<Vec<String>, String> {
        let read = |text: &str| Node::read(text).expect("the text is KDL");
        let sets = derive(&read(BASE), &read(&format!("framework f {{\n{body}\n}}\n")))?;
        let controls = sets.iter().flat_map(|set| set.all("control"));
        Ok(controls
            .map(|control| {
                let rows: Vec<&str> = control.children.iter().map(Node::name).collect();
                format!("{} {}", control.name(), rows.join(" "))
            })
            .collect())
    }

    #[test]
    fn what_is_left_keeps_its_order() {
        assert_eq!(outline("").expect("nothing differs"), ["A-1 x", "A-2 y", "B-1 z"]);
        assert_eq!(outline("omit A-2 B-1 reason=R").expect("both are there"), ["A-1 x"]);
        let changed = outline("omit A-1 reason=R\nchange A-2 { rule w; rule y strength=full }");
        assert_eq!(changed.expect("the change is of a control"), ["A-2 w y", "B-1 z"]);
    }

    #[test]
    fn what_is_not_there_is_refused() {
        for body in [
            "omit A-3 reason=R",
            "omit A-1 reason=R\nomit A-1 reason=R",
            "change A-3 { rule x; }",
            "omit A-1 reason=R\nchange A-1 { rule x; }",
            "change A-1 { gap reason=R; }",
            "drop rule=x reason=R",
        ] {
            assert!(outline(body).is_err(), "{body}");
        }
    }
}

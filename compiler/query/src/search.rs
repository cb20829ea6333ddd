//! Finds words in the catalogue and in the controls of a program; every word must occur.

use diagnostics::shown;

use crate::View;

/// One line a find: its kind, its name and what it is, in the order of kinds and names.
#[must_use]
pub fn search(words: &[String], view: Option<&View<'_>>) -> Vec<String> {
    let words: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let hit = |text: &str| {
        let text = text.to_lowercase();
        words.iter().all(|word| text.contains(word.as_str()))
    };
    let mut found = Vec::new();
    for rule in facts::managed_rules() {
        let line = format!("{} {} {}", rule.name, rule.identifier, rule.resource_types.join(" "));
        if hit(&format!("{line} {}", rule.aliases.join(" "))) {
            found.push(format!("rule {line}"));
        }
    }
    let runbooks = facts::runbook_names().map(|name| ("runbook", name));
    let calls = facts::api_keywords().map(|name| ("api-call", name));
    let hub = facts::security_hub_keywords().map(|name| ("security-hub", name));
    for (kind, name) in runbooks.chain(calls).chain(hub).filter(|(_, name)| hit(name)) {
        found.push(format!("{kind} {name}"));
    }
    for control in view.into_iter().flat_map(|view| &view.model.controls) {
        let framework = view.map(|view| view.model.frameworks[control.framework.index()].name.text.as_str());
        let line = format!("{}:{} {}", framework.unwrap_or_default(), control.id.text, control.title.text);
        if hit(&line) {
            found.push(format!("control {}", shown(&line)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::search;

    #[test]
    fn all_words_count() {
        let found = search(&["RDS".to_owned(), "storage-encrypted".to_owned()], None);
        assert!(found.iter().any(|line| line.starts_with("rule rds-storage-encrypted ")), "{found:?}");
        assert!(found.iter().all(|line| line.to_lowercase().contains("rds")));
    }
}

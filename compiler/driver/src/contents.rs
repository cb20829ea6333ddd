//! What the library holds, for those who ask which of its frameworks something is.

use std::collections::BTreeMap;

use crate::load::load;
use crate::{MANIFEST, Texts};

/// A framework of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryFramework {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The titles of its controls by their ids.
    pub controls: BTreeMap<String, String>,
}

/// All frameworks of the library, those that extend others with the controls of these.
#[must_use]
pub fn library() -> Vec<LibraryFramework> {
    let everything = "project library edition=\"1\" catalogue=\"2026-11-22\" { use std }";
    let loaded = load(&Texts::default().with(MANIFEST, everything), &[]);
    let (model, _) = model::resolve(&loaded.program());
    let frameworks = model.frameworks.iter().map(|framework| {
        let controls = framework.by_id.iter().map(|(id, control)| {
            let title = &model.controls[control.index()].title.text;
            (id.clone(), title.clone())
        });
        LibraryFramework {
            name: framework.name.text.clone(),
            title: framework.title.text.clone(),
            controls: controls.collect(),
        }
    });
    frameworks.collect()
}

#[cfg(test)]
mod tests {
    use super::library;

    #[test]
    fn every_framework_has_its_controls() {
        let library = library();
        let names: Vec<&str> = library.iter().map(|framework| framework.name.as_str()).collect();
        let mut sorted = names.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, crate::library_frameworks());
        let empty = library.iter().filter(|framework| framework.controls.is_empty());
        assert_eq!(empty.count(), 0);
    }
}

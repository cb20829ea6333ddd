//! Conformance packs with nothing of a place in them, one file a part.

use plan::Plan;

use crate::{Artifact, Layout, template};

/// `conformance-packs/<part>.yaml` for every part of every pack.
#[must_use]
pub fn write(plan: &Plan, layout: &Layout) -> Vec<Artifact> {
    let mut artifacts = Vec::new();
    for pack in &plan.packs {
        for part in layout.parts(&pack.name) {
            let template = template::render(pack, &part.members(pack), template::NOWHERE);
            artifacts.push(Artifact {
                path: format!("conformance-packs/{}.yaml", part.stem),
                text: template.text,
                executable: false,
                trace: template.trace,
            });
        }
    }
    artifacts
}

//! Conformance packs with nothing of a place in them, one file a part.

use plan::{Pack, Plan};
use rayon::prelude::*;

use crate::{Artifact, Layout, Part, template};

/// `conformance-packs/<part>.yaml` for every part of every pack.
#[must_use]
pub fn write(plan: &Plan, layout: &Layout) -> Vec<Artifact> {
    let packs = plan.packs.par_iter();
    packs.flat_map_iter(|pack| layout.parts(&pack.name).iter().map(|part| artifact(pack, part))).collect()
}

fn artifact(pack: &Pack, part: &Part) -> Artifact {
    let template = template::render(pack, &part.members(pack), template::NOWHERE);
    Artifact {
        path: format!("conformance-packs/{}.yaml", part.stem),
        text: template.text,
        executable: false,
        trace: template.trace,
    }
}

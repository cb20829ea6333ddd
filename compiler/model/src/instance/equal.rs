//! Instances that come out equal are one, whatever their labels: the service would run the same check twice.

use std::collections::BTreeMap;

use super::Instance;
use super::binding::scope_text;

/// What an instance is, but for its name: scope, frequency, and each value or the pack parameter that holds it.
type Identity = (Option<String>, Option<String>, Vec<(String, Result<String, String>)>);

fn identity(instance: &Instance) -> Identity {
    let values = instance.values.iter().map(|(name, chosen)| (name.clone(), chosen.value.clone()));
    (instance.scope.as_ref().map(scope_text), instance.frequency.clone(), values.collect())
}

/// Joins the equal ones among the instances of one rule. One that still waits for a value of its deploys is equal to none.
pub(super) fn joined(instances: Vec<Instance>) -> Vec<Instance> {
    let mut places: BTreeMap<Identity, usize> = BTreeMap::new();
    let mut all: Vec<Instance> = Vec::new();
    for instance in instances {
        match places.get(&identity(&instance)).filter(|_| instance.open.is_empty()) {
            Some(place) => join(&mut all[*place], instance),
            None => {
                places.insert(identity(&instance), all.len());
                all.push(instance);
            }
        }
    }
    all
}

/// The rule's own name goes before a label, else the first label by name.
fn join(known: &mut Instance, other: Instance) {
    if known.name != known.rule && (other.name == other.rule || other.name < known.name) {
        known.name = other.name;
        known.span = other.span;
    }
    known.controls.extend(other.controls);
    known.controls.sort_unstable();
    known.controls.dedup();
}

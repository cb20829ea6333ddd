//! A place that a pack is deployed to.

use crate::difference::aspect::Aspect;
use crate::difference::detail::Details;
use crate::{Deployment, Remediate, Target};

/// The place in words, which tells the deployments of a pack apart.
pub(in crate::difference) fn place(deployment: &Deployment) -> String {
    let target = match &deployment.target {
        Target::Account { name, .. } => format!("account {name}"),
        Target::Unit { name, .. } => format!("unit {name}"),
        Target::Organization { .. } => "organization".to_owned(),
    };
    match &deployment.division {
        Some(division) => format!("{target} in {division}"),
        None => target,
    }
}

pub(super) fn say(deployment: &Deployment) -> Details<'_> {
    let mut said = Details::at(Some(deployment.span));
    match &deployment.target {
        Target::Account { id, .. } | Target::Unit { id, .. } => said.say_of(Aspect::Destination, "id", id),
        Target::Organization { .. } => {}
    }
    let left_out = deployment.target.excluded();
    left_out.iter().for_each(|account| said.say_of(Aspect::Excluded, account, "left out"));
    said.may(Aspect::Setting, "environment", deployment.environment.as_deref());
    deployment.regions.iter().for_each(|region| said.say_of(Aspect::Region, region, "reached"));
    deployment.values.iter().for_each(|(name, value)| said.say_of(Aspect::Value, name, value));
    said.say(Aspect::Remediate, remediate(deployment.remediate));
    for (region, instances) in &deployment.absent {
        for instance in instances {
            said.say_of(Aspect::Absent, format!("{region} {instance}"), "lacks it");
        }
    }
    said
}

fn remediate(remediate: Remediate) -> &'static str {
    match remediate {
        Remediate::AsStated => "as stated",
        Remediate::Manual => "manual",
        Remediate::Never => "never",
    }
}

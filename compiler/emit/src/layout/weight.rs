//! What an instance takes of a template's limits. Weights are upper bounds that no description changes.

use std::collections::BTreeMap;

use facts::limits::{PARAMETERS_PER_PACK, RULES_PER_PACK, TEMPLATE_BYTES_INLINE, TEMPLATE_BYTES_S3};
use plan::{Delivery, Instance, Pack, Target};

use crate::template;

/// What one instance takes.
pub(super) struct Weight<'a> {
    resources: usize,
    bytes: usize,
    /// Bytes of each parameter it uses; instances share them.
    parameters: Vec<(&'a str, usize)>,
}

impl<'a> Weight<'a> {
    pub(super) fn of(pack: &'a Pack, instance: &Instance) -> Self {
        let parameters = template::used_parameters(pack, &[instance]);
        Self {
            resources: 1 + usize::from(instance.remediation.is_some()),
            bytes: template::instance_bytes(pack, instance),
            parameters: parameters
                .into_iter()
                .map(|one| (one.name.as_str(), template::parameter_bytes(one)))
                .collect(),
        }
    }
}

/// What several instances take together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Total {
    pub(super) rules: usize,
    pub(super) resources: usize,
    pub(super) bytes: usize,
    pub(super) parameters: usize,
}

/// What one template may carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Budget {
    pub(super) rules: usize,
    pub(super) bytes: usize,
    pub(super) parameters: usize,
}

impl Budget {
    /// A stack set's outer template holds the pack's in its own text, which is a request whatever the source says.
    pub(super) fn of(pack: &Pack) -> Self {
        let in_stack_set = pack.deployments.iter().any(|one| matches!(one.target, Target::Unit { .. }));
        let bytes = match &pack.delivery {
            Delivery::S3 { .. } if !in_stack_set => TEMPLATE_BYTES_S3,
            Delivery::S3 { .. } | Delivery::Inline => TEMPLATE_BYTES_INLINE,
        };
        Self { rules: RULES_PER_PACK, bytes, parameters: PARAMETERS_PER_PACK }
    }

    pub(super) fn total<'a>(&self, weights: impl Iterator<Item = &'a Weight<'a>>) -> Total {
        let mut parameters: BTreeMap<&str, usize> = BTreeMap::new();
        let mut total = Total { rules: 0, resources: 0, bytes: template::HEADING_BYTES, parameters: 0 };
        for weight in weights {
            total.rules += 1;
            total.resources += weight.resources;
            total.bytes += weight.bytes;
            parameters.extend(weight.parameters.iter().copied());
        }
        total.parameters = parameters.len();
        total.bytes += parameters.values().sum::<usize>();
        total
    }

    pub(super) fn carries(&self, total: &Total) -> bool {
        total.rules <= self.rules && total.bytes <= self.bytes && total.parameters <= self.parameters
    }
}

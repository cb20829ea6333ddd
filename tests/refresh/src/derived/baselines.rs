//! The frameworks that are parts of others, with the words of their headers, which are ours.

/// A framework that another one holds whole.
pub(super) struct Derived {
    pub(super) id: &'static str,
    /// The framework that it extends.
    pub(super) base: &'static str,
    pub(super) members: Members,
    pub(super) title: &'static str,
    pub(super) version: &'static str,
    pub(super) compliance_type: &'static str,
    pub(super) description: &'static str,
    /// Why the others are left out.
    pub(super) reason: &'static str,
}

/// Where the list of its controls stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Members {
    /// Beside each control of the framework at the end of the chain, under this name.
    Baseline(&'static str),
    /// In a fact file of its own, with evidence.
    OwnFacts,
}

pub(super) static DERIVED: [Derived; 5] = [
    Derived {
        id: "nist-800-53-r5-high",
        base: "nist-800-53-r5",
        members: Members::Baseline("HIGH"),
        title: "NIST SP 800-53 Rev. 5, HIGH baseline",
        version: "Rev. 5",
        compliance_type: "NIST SP 800-53",
        description: "The controls that NIST SP 800-53B chooses for systems whose loss would do severe harm, \
                      with the evidence of the whole catalogue.",
        reason: "Not in the HIGH baseline.",
    },
    Derived {
        id: "nist-800-53-r5-moderate",
        base: "nist-800-53-r5-high",
        members: Members::Baseline("MODERATE"),
        title: "NIST SP 800-53 Rev. 5, MODERATE baseline",
        version: "Rev. 5",
        compliance_type: "NIST SP 800-53",
        description: "The controls that NIST SP 800-53B chooses for systems whose loss would do serious harm, \
                      with the evidence of the whole catalogue.",
        reason: "Not in the MODERATE baseline.",
    },
    Derived {
        id: "nist-800-53-r5-low",
        base: "nist-800-53-r5-moderate",
        members: Members::Baseline("LOW"),
        title: "NIST SP 800-53 Rev. 5, LOW baseline",
        version: "Rev. 5",
        compliance_type: "NIST SP 800-53",
        description: "The controls that NIST SP 800-53B chooses for systems whose loss would do limited harm, \
                      with the evidence of the whole catalogue.",
        reason: "Not in the LOW baseline.",
    },
    Derived {
        id: "fedramp-moderate",
        base: "nist-800-53-r5",
        members: Members::OwnFacts,
        title: "FedRAMP Moderate",
        version: "Rev. 5",
        compliance_type: "FedRAMP",
        description: "What the United States government asks of cloud services of moderate impact: the MODERATE \
                      baseline of NIST SP 800-53 and FedRAMP's additions to it. Values that FedRAMP sets for \
                      parameters of controls are not carried. Beside the evidence of the whole catalogue stand \
                      rows that AWS maps to FedRAMP alone; those that do not speak of their control were dropped.",
        reason: "Not in FedRAMP's Moderate baseline.",
    },
    Derived {
        id: "fedramp-low",
        base: "fedramp-moderate",
        members: Members::OwnFacts,
        title: "FedRAMP Low",
        version: "Rev. 5",
        compliance_type: "FedRAMP",
        description: "What the United States government asks of cloud services of low impact: the LOW baseline \
                      of NIST SP 800-53 and FedRAMP's additions to it, each control with the evidence that it \
                      has under FedRAMP Moderate. Values that FedRAMP sets for parameters of controls are not \
                      carried.",
        reason: "Not in FedRAMP's Low baseline.",
    },
];

/// The framework with the derived ones that it extends, nearest first, and the whole framework below them.
pub(super) fn chain(first: &'static Derived) -> (Vec<&'static Derived>, &'static str) {
    let mut chain = vec![first];
    let mut base = first.base;
    while let Some(next) = DERIVED.iter().find(|derived| derived.id == base) {
        chain.push(next);
        base = next.base;
    }
    (chain, base)
}

#[cfg(test)]
mod tests {
    use super::{DERIVED, chain};

    #[test]
    fn every_chain_ends_below_a_whole_framework() {
        let mut chains = DERIVED.iter().map(|derived| {
            let (chain, whole) = chain(derived);
            (chain.iter().map(|one| one.id).collect::<Vec<_>>(), whole)
        });
        assert!(chains.clone().all(|(_, whole)| whole == "nist-800-53-r5"));
        assert_eq!(chains.next_back().unwrap().0, ["fedramp-low", "fedramp-moderate"]);
    }
}

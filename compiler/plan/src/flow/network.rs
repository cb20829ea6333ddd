//! A flow between names: numbers follow their order.

use super::Flow;
use crate::Strength;

/// Who carries evidence to whom, by name.
#[derive(Clone, Debug)]
pub(crate) struct Network<N> {
    /// Sorted; places are the numbers of the flow.
    names: Vec<N>,
    flow: Flow,
}

impl<N: Copy + Ord> Network<N> {
    /// From what relations carry: from, to, how strongly.
    pub(crate) fn new(carried: &[(N, N, Strength)]) -> Self {
        let mut names: Vec<N> = carried.iter().flat_map(|(from, to, _)| [*from, *to]).collect();
        names.sort_unstable();
        names.dedup();
        let mut network = Self { names, flow: Flow::default() };
        network.flow = Flow::new(network.names.len(), network.numbered(carried));
        network
    }

    /// What relations carry, by number.
    pub(crate) fn numbered(&self, carried: &[(N, N, Strength)]) -> Vec<(u32, u32, Strength)> {
        let number =
            |(from, to, strength): &(N, N, Strength)| Some((self.number(from)?, self.number(to)?, *strength));
        carried.iter().filter_map(number).collect()
    }

    pub(crate) fn flow(&self) -> &Flow {
        &self.flow
    }

    /// The names, by number.
    pub(crate) fn names(&self) -> &[N] {
        &self.names
    }

    pub(crate) fn name(&self, number: u32) -> N {
        self.names[number as usize]
    }

    pub(crate) fn number(&self, name: &N) -> Option<u32> {
        let place = self.names.binary_search(name).ok()?;
        Some(u32::try_from(place).expect("a program has fewer than 2^32 controls"))
    }
}

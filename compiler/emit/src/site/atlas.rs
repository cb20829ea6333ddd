//! What pages look up: the publication, the network that pictures are cut from, and where derived relations are told.

use graph::Network;
use plan::{ControlRef, Framework, Publication};

use super::address;
use super::derived::Rows;

/// A publication with what the site adds.
pub(super) struct Atlas<'a, 'p> {
    pub(super) publication: &'a Publication<'p>,
    pub(super) network: Network,
    pub(super) derived: Rows<'p>,
}

impl<'a, 'p> Atlas<'a, 'p> {
    pub(super) fn new(publication: &'a Publication<'p>) -> Self {
        Self { publication, network: graph::gather(publication.plan), derived: Rows::new(publication) }
    }

    /// The published frameworks, by name.
    pub(super) fn frameworks(&self) -> &'a [&'p Framework] {
        &self.publication.frameworks
    }

    /// Where a control stands, from the site's folder; nowhere if it is not published.
    pub(super) fn address(&self, reference: &ControlRef) -> Option<String> {
        let spot = self.publication.control(reference)?;
        Some(address::control(&spot))
    }
}

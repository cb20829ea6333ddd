//! The estate as declared.

mod read;

use crate::model::Named;

/// Where rules run.
#[derive(Clone, Debug)]
pub struct Estate {
    /// Its name.
    pub name: Named,
    /// The partition.
    pub partition: String,
    /// Region sets.
    pub region_sets: Vec<RegionSet>,
    /// The home region.
    pub home_region: Option<Named>,
    /// The organization.
    pub organization: Option<Organization>,
    /// Environments.
    pub environments: Vec<Named>,
    /// Organizational units.
    pub units: Vec<Unit>,
    /// Accounts.
    pub accounts: Vec<Account>,
    /// Roles.
    pub roles: Vec<Role>,
    /// Buckets.
    pub buckets: Vec<Bucket>,
    /// `everything`, `minimal`, `existing`.
    pub recorder: Option<String>,
    /// The account that gathers findings.
    pub aggregator: Option<Named>,
}

/// A named set of regions.
#[derive(Clone, Debug)]
pub struct RegionSet {
    /// Its name.
    pub name: Named,
    /// Its regions.
    pub regions: Vec<Named>,
}

/// An organization.
#[derive(Clone, Debug)]
pub struct Organization {
    /// `o-…`.
    pub id: Named,
    /// The account that manages it.
    pub management: Option<Named>,
}

/// An organizational unit.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its name.
    pub name: Named,
    /// `ou-…`.
    pub id: Named,
    /// The unit it stands in.
    pub parent: Option<Named>,
}

/// An account.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its name.
    pub name: Named,
    /// Twelve digits.
    pub id: Named,
    /// Its unit.
    pub unit: Option<Named>,
    /// Its environment.
    pub environment: Option<Named>,
}

/// A role that stands in every account.
#[derive(Clone, Debug)]
pub struct Role {
    /// Its name here.
    pub name: Named,
    /// Path and name in IAM, without a leading `/`.
    pub iam_name: String,
}

/// A bucket.
#[derive(Clone, Debug)]
pub struct Bucket {
    /// Its name here.
    pub name: Named,
    /// Its name in S3.
    pub s3_name: String,
    /// Its account.
    pub account: Option<Named>,
}

impl Estate {
    /// The regions of a set's name, or of a region's own.
    #[must_use]
    pub fn regions(&self, name: &str) -> Option<Vec<String>> {
        match self.region_sets.iter().find(|set| set.name.text == name) {
            Some(set) => {
                let mut regions: Vec<String> = set.regions.iter().map(|region| region.text.clone()).collect();
                regions.sort();
                regions.dedup();
                Some(regions)
            }
            None => facts::region_exists(name).then(|| vec![name.to_owned()]),
        }
    }

    /// The account of a name.
    #[must_use]
    pub fn account(&self, name: &str) -> Option<&Account> {
        self.accounts.iter().find(|account| account.name.text == name)
    }
}

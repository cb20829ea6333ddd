//! Regions and the partitions they belong to.

use crate::table::{Record, Table};

static REGIONS: Table = Table::new(include_str!("../data/regions.tsv"));
static PARTITIONS: Table = Table::new(include_str!("../data/partitions.tsv"));

/// A part of AWS with accounts, regions and service names of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partition {
    /// Its name, the second part of an ARN.
    pub name: &'static str,
    /// Its regions, in name order.
    pub regions: Vec<&'static str>,
    /// What the host names of its services end in.
    pub dns_suffix: &'static str,
    /// The region in which its global services are recorded.
    pub global_region: &'static str,
}

/// The partition of this name.
pub fn partition(name: &str) -> Option<Partition> {
    PARTITIONS.find(name).and_then(decode)
}

/// All partitions, by name.
pub fn partitions() -> impl Iterator<Item = Partition> {
    PARTITIONS.records().filter_map(decode)
}

/// All regions of all partitions, by name.
pub fn regions() -> impl Iterator<Item = &'static str> {
    REGIONS.keys()
}

/// Whether any partition has the region.
pub fn region_exists(region: &str) -> bool {
    REGIONS.contains(region)
}

/// The partition that has the region.
pub fn partition_of(region: &str) -> Option<&'static str> {
    REGIONS.find(region)?.field(1)
}

/// Whether the catalogue's statements on where rules are available speak of the region.
pub fn availability_is_known(region: &str) -> bool {
    REGIONS.find(region).is_some_and(|record| record.field(2) == Some("known"))
}

fn decode(record: Record) -> Option<Partition> {
    let [name, dns_suffix, global_region] = record.fields()?;
    let regions = REGIONS.records().filter(|region| region.field(1) == Some(name)).map(Record::key).collect();
    Some(Partition { name, regions, dns_suffix, global_region })
}

pub(crate) static TABLES: [(&str, &Table); 2] = [("regions.tsv", &REGIONS), ("partitions.tsv", &PARTITIONS)];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::Availability;

    #[test]
    fn every_region_is_in_one_partition() {
        assert_eq!(regions().count(), partitions().map(|partition| partition.regions.len()).sum::<usize>());
        for partition in partitions() {
            assert!(partition.regions.contains(&partition.global_region), "{}", partition.name);
            for region in &partition.regions {
                assert_eq!(partition_of(region), Some(partition.name));
            }
        }
        assert_eq!(partition_of("us-gov-west-1"), Some("aws-us-gov"));
        assert_eq!(partition_of("cn-north-1"), Some("aws-cn"));
        assert_eq!(partition_of("eu-west-9"), None);
    }

    #[test]
    fn the_regions_that_rules_speak_of_are_the_known_ones() {
        let mut named = BTreeSet::new();
        for rule in crate::managed_rules() {
            match rule.regions {
                Availability::All => {}
                Availability::Except(list) | Availability::Only(list) => named.extend(list),
            }
        }
        let known: BTreeSet<_> = regions().filter(|region| availability_is_known(region)).collect();
        assert_eq!(named, known);
        assert!(!availability_is_known("us-iso-east-1"));
    }
}

//! The estate with its names resolved.

use ::model::Estate as Declared;

use crate::{Account, Estate, Organization, Recorder, Unit};

pub(super) fn lower(declared: &Declared) -> Estate {
    let account = |name: &str| declared.account(name).map(lower_account);
    let mut accounts: Vec<Account> = declared.accounts.iter().map(lower_account).collect();
    accounts.sort_by(|a, b| a.name.cmp(&b.name));
    let mut units: Vec<Unit> = declared
        .units
        .iter()
        .map(|unit| Unit {
            name: unit.name.text.clone(),
            id: unit.id.text.clone(),
            parent: unit.parent.as_ref().map(|parent| parent.text.clone()),
        })
        .collect();
    units.sort_by(|a, b| a.name.cmp(&b.name));
    let mut regions: Vec<String> =
        declared.region_sets.iter().flat_map(|set| &set.regions).map(|region| region.text.clone()).collect();
    regions.sort();
    regions.dedup();
    Estate {
        name: declared.name.text.clone(),
        partition: declared.partition.clone(),
        home_region: declared.home_region.as_ref().map(|region| region.text.clone()),
        organization: declared.organization.as_ref().map(|organization| Organization {
            id: organization.id.text.clone(),
            management: organization.management.as_ref().and_then(|name| account(&name.text)),
        }),
        accounts,
        units,
        recorder: declared.recorder.as_deref().map(|mode| match mode {
            "minimal" => Recorder::Minimal,
            "existing" => Recorder::Existing,
            _ => Recorder::Everything,
        }),
        aggregator: declared.aggregator.as_ref().and_then(|name| account(&name.text)),
        regions,
        span: declared.name.span,
    }
}

fn lower_account(account: &::model::Account) -> Account {
    Account {
        name: account.name.text.clone(),
        id: account.id.text.clone(),
        unit: account.unit.as_ref().map(|unit| unit.text.clone()),
        environment: account.environment.as_ref().map(|environment| environment.text.clone()),
    }
}

//! The estate: accounts, units, regions, and what is recorded.

use crate::difference::aspect::Aspect;
use crate::difference::detail::Details;
use crate::{Account, Estate, Organization, Recorder, Unit};

pub(super) fn say(estate: &Estate) -> Details<'_> {
    let mut said = Details::at(Some(estate.span));
    said.say(Aspect::Name, &estate.name);
    said.say_of(Aspect::Destination, "partition", &estate.partition);
    said.may(Aspect::Destination, "home region", estate.home_region.as_deref());
    if let Some(Organization { id, management }) = &estate.organization {
        said.say_of(Aspect::Destination, "organization", id);
        said.may(Aspect::Destination, "management account", management.as_ref().map(account));
    }
    for one in &estate.accounts {
        said.say_of(Aspect::Member, format!("account {}", one.name), account(one));
    }
    for one in &estate.units {
        said.say_of(Aspect::Member, format!("unit {}", one.name), unit(one));
    }
    for region in &estate.regions {
        said.say_of(Aspect::Member, format!("region {region}"), "named");
    }
    said.may(Aspect::Recorder, "", estate.recorder.map(recorder));
    said.may(Aspect::Destination, "aggregator", estate.aggregator.as_ref().map(account));
    said
}

fn account(account: &Account) -> String {
    let mut said = format!("{} {}", account.name, account.id);
    account.unit.iter().for_each(|unit| said.push_str(&format!(", in {unit}")));
    account.environment.iter().for_each(|environment| said.push_str(&format!(", environment {environment}")));
    said
}

fn unit(unit: &Unit) -> String {
    match &unit.parent {
        Some(parent) => format!("{} in {parent}", unit.id),
        None => unit.id.clone(),
    }
}

fn recorder(recorder: Recorder) -> &'static str {
    match recorder {
        Recorder::Everything => "everything",
        Recorder::Minimal => "minimal",
        Recorder::Existing => "existing",
    }
}

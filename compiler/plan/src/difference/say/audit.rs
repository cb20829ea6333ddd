//! A framework in Audit Manager with its controls. Where an assessment is active, a source that changes there
//! changes what it collects.

use crate::difference::aspect::Aspect;
use crate::difference::detail::Details;
use crate::difference::renames::Renames;
use crate::{Audit, AuditControl, AuditDelivery, AuditSet, Basis, EvidenceSource, SourceKind};

pub(super) fn say(audit: &Audit) -> Details<'_> {
    let mut own = Details::at(Some(audit.span));
    own.say(Aspect::Name, &audit.name);
    own.say(Aspect::Title, &audit.title);
    own.say_of(Aspect::Words, "description", &audit.description);
    own.may(Aspect::Setting, "compliance type", audit.compliance_type.as_deref());
    own.say_of(Aspect::Destination, "delivery", delivery(audit.delivery));
    own.may(Aspect::Destination, "account", audit.account.as_deref());
    own.may(Aspect::Destination, "region", audit.region.as_deref());
    let sets: Vec<&str> = audit.sets.iter().map(|set| set.name.as_str()).collect();
    own.say(Aspect::Order, sets.join("\n"));
    for set in &audit.sets {
        let ids: Vec<&str> = set.controls.iter().map(|control| control.id.as_str()).collect();
        own.say_of(Aspect::Order, &set.name, ids.join("\n"));
    }
    own
}

fn delivery(delivery: AuditDelivery) -> &'static str {
    match delivery {
        AuditDelivery::Cli => "command line",
        AuditDelivery::Terraform => "Terraform",
    }
}

pub(super) fn say_control<'p>(
    set: &'p AuditSet,
    control: &'p AuditControl,
    renames: &Renames<'p>,
) -> Details<'p> {
    let mut said = Details::at(Some(control.span));
    said.say(Aspect::Name, &control.id);
    said.say(Aspect::Set, &set.name);
    said.say(Aspect::Title, &control.name);
    said.say_of(Aspect::Words, "description", &control.description);
    said.say_of(Aspect::Words, "testing", &control.testing);
    if let Some((title, instructions)) = &control.action_plan {
        said.say_of(Aspect::Words, "action plan", format!("{title}\n{instructions}"));
    }
    let keys: Vec<String> = control.sources.iter().map(key).collect();
    for (source, key) in control.sources.iter().zip(&keys) {
        say_source(source, key, renames, &mut said);
    }
    said.say_of(Aspect::Order, "sources", keys.join("\n"));
    said
}

fn say_source<'p>(source: &'p EvidenceSource, key: &str, renames: &Renames<'p>, said: &mut Details<'p>) {
    let bases: Vec<String> = source.bases.iter().map(|basis| say_basis(basis, renames)).collect();
    let span = Some(source.span);
    said.say_at(Aspect::Collected, key.to_owned(), bases.join("\n"), span);
    let words = [source.name.as_str(), &source.description, &source.troubleshooting].join("\n");
    said.say_at(Aspect::CollectedWords, key.to_owned(), words, span);
}

fn key(source: &EvidenceSource) -> String {
    match &source.kind {
        SourceKind::Config { keyword } => format!("AWS Config {keyword}"),
        SourceKind::SecurityHub { keyword } => format!("Security Hub {keyword}"),
        SourceKind::CloudTrail { keyword } => format!("CloudTrail {keyword}"),
        SourceKind::ApiCall { keyword, frequency } => format!("API call {keyword} {frequency}"),
        SourceKind::Manual { file: true } => format!("file {}", source.name),
        SourceKind::Manual { file: false } => format!("text {}", source.name),
    }
}

fn say_basis(basis: &Basis, renames: &Renames<'_>) -> String {
    let mut said = vec![basis.strength.word().to_owned(), basis.source.clone(), basis.date.clone()];
    said.extend(basis.from.iter().map(|from| format!("from {}", renames.control(from))));
    said.retain(|text| !text.is_empty());
    said.join(", ")
}

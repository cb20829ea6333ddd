//! What a runbook does to its target, and how safe that is.

use crate::table::{Record, Table};

static CLASSES: Table = Table::new(include_str!("../data/runbook-classes.tsv"));

/// How a runbook is judged. The judgements are ours, from the descriptions, steps and permissions of the AWS Systems
/// Manager user guide, edition 2021-05; the head of the table says what each word means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunbookClass {
    /// The name of the Systems Manager document.
    pub name: &'static str,
    /// What it does, by its main effect.
    pub effect: RunbookEffect,
    /// Whether a second run on the same target leaves what the first one left, or is refused; `None` if not known.
    pub idempotent: Option<bool>,
    /// Whether the earlier state can be put back without loss; `None` if not known.
    pub reversible: Option<bool>,
    /// Whether whoever uses the target may notice; `None` if not known.
    pub disruptive: Option<bool>,
    /// The IAM actions that the documentation asks for, in byte order; empty where it states none.
    pub permissions: Vec<&'static str>,
    /// Why it is judged so.
    pub reason: &'static str,
}

/// The main effect of a runbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RunbookEffect {
    /// Joins two things: a volume or a role to an instance, a user to a group.
    Attaches,
    /// Changes settings.
    Configures,
    /// Makes something new and leaves what is there.
    Creates,
    /// Takes something away.
    Deletes,
    /// Parts two things.
    Detaches,
    /// Turns on encryption or changes the key.
    Encrypts,
    /// Tells people.
    Notifies,
    /// Reads and reports.
    Reads,
    /// Stops and starts again.
    Restarts,
    /// Brings back what was lost or does not work.
    Restores,
    /// Starts.
    Starts,
    /// Stops.
    Stops,
    /// Brings in newer software or a newer value.
    Updates,
}

/// The class of the runbook of this name.
pub fn runbook_class(name: &str) -> Option<RunbookClass> {
    CLASSES.find(name).and_then(decode)
}

/// The classes of all runbooks by name; each is decoded when it comes.
pub fn runbook_classes() -> impl Iterator<Item = RunbookClass> {
    CLASSES.records().filter_map(decode)
}

fn decode(record: Record) -> Option<RunbookClass> {
    let [name, effect, idempotent, reversible, disruptive, permissions, reason] = record.fields()?;
    Some(RunbookClass {
        name,
        effect: decode_effect(effect)?,
        idempotent: decode_answer(idempotent)?,
        reversible: decode_answer(reversible)?,
        disruptive: decode_answer(disruptive)?,
        permissions: permissions.split_ascii_whitespace().collect(),
        reason,
    })
}

fn decode_effect(field: &str) -> Option<RunbookEffect> {
    Some(match field {
        "attaches" => RunbookEffect::Attaches,
        "configures" => RunbookEffect::Configures,
        "creates" => RunbookEffect::Creates,
        "deletes" => RunbookEffect::Deletes,
        "detaches" => RunbookEffect::Detaches,
        "encrypts" => RunbookEffect::Encrypts,
        "notifies" => RunbookEffect::Notifies,
        "reads" => RunbookEffect::Reads,
        "restarts" => RunbookEffect::Restarts,
        "restores" => RunbookEffect::Restores,
        "starts" => RunbookEffect::Starts,
        "stops" => RunbookEffect::Stops,
        "updates" => RunbookEffect::Updates,
        _ => return None,
    })
}

/// `Some(None)` is an answer too: nobody knows.
fn decode_answer(field: &str) -> Option<Option<bool>> {
    match field {
        "yes" => Some(Some(true)),
        "no" => Some(Some(false)),
        "unknown" => Some(None),
        _ => None,
    }
}

pub(crate) static TABLES: [(&str, &Table); 1] = [("runbook-classes.tsv", &CLASSES)];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_decodes_and_every_runbook_has_one() {
        assert_eq!(runbook_classes().count(), CLASSES.keys().count());
        assert!(runbook_classes().map(|class| class.name).eq(crate::runbook_names()));
        for class in runbook_classes() {
            assert_eq!(runbook_class(class.name).as_ref(), Some(&class));
            assert!(!class.reason.is_empty(), "{}", class.name);
        }
    }

    #[test]
    fn the_head_lists_the_effects() {
        for word in CLASSES.header("effects").split(' ') {
            let effect = decode_effect(word);
            assert!(effect.is_some_and(|one| runbook_classes().any(|class| class.effect == one)), "{word}");
        }
        assert_eq!(CLASSES.header("effects").split(' ').count(), 13);
        assert_eq!(decode_effect("Deletes"), None);
    }

    #[test]
    fn permissions_are_actions_in_order_each_once() {
        for class in runbook_classes() {
            assert!(class.permissions.is_sorted_by(|one, next| one < next), "{}", class.name);
            for permission in class.permissions {
                let (service, action) = permission.split_once(':').unwrap_or_default();
                let plain = |text: &str, more: &str| {
                    text.chars().all(|one| one.is_ascii_alphanumeric() || more.contains(one))
                };
                assert!(!service.is_empty() && plain(service, "-"), "{}: {permission}", class.name);
                assert!(!action.is_empty() && plain(action, "*"), "{}: {permission}", class.name);
            }
        }
    }

    #[test]
    fn what_deletes_for_good_is_told_from_what_sets_an_attribute() {
        let terminate = runbook_class("AWS-TerminateEC2Instance").unwrap();
        assert_eq!((terminate.effect, terminate.reversible), (RunbookEffect::Deletes, Some(false)));
        let encrypt = runbook_class("AWS-EnableS3BucketEncryption").unwrap();
        assert_eq!((encrypt.effect, encrypt.reversible), (RunbookEffect::Encrypts, Some(true)));
        assert_eq!((encrypt.idempotent, encrypt.disruptive), (Some(true), Some(false)));
        let rotation = runbook_class("AWSConfigRemediation-EnableKeyRotation").unwrap();
        assert!(rotation.permissions.contains(&"kms:EnableKeyRotation"));
        assert_eq!(runbook_class("AWS-NoSuchRunbook"), None);
    }
}

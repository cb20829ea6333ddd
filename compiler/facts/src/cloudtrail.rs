//! Which CloudTrail events can be evidence in Audit Manager.

use crate::limits::AUDIT_KEYWORD;
use crate::table::{Record, Table};

static UNSUPPORTED: Table = Table::new(include_str!("../data/cloudtrail-unsupported.tsv"));
static EVENTS: Table = Table::new(include_str!("../data/cloudtrail-events.tsv"));

/// Why an event cannot be evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloudTrailFault {
    /// It is not written `serviceprefix_ActionName`.
    Form,
    /// The action only reads; Audit Manager gave those up on 2023-05-11.
    ReadOnly,
    /// Audit Manager names it as unsupported.
    Unsupported,
}

impl CloudTrailFault {
    /// What to write instead.
    #[must_use]
    pub fn advice(self) -> &'static str {
        match self {
            Self::Form => {
                "a CloudTrail keyword is the service's prefix, `_` and the action: `kms_DisableKey`"
            }
            Self::ReadOnly => {
                "Audit Manager collects no read-only events; name the action that changes something"
            }
            Self::Unsupported => "Audit Manager does not collect this event; name another",
        }
    }
}

/// Checks a keyword such as `kms_DisableKey` for what no event can be; whether its action is known says
/// [`cloudtrail_event_is_listed`].
///
/// # Errors
/// The first reason why Audit Manager would collect nothing.
pub fn check_cloudtrail_keyword(keyword: &str) -> Result<(), CloudTrailFault> {
    let (service, action) = keyword.split_once('_').ok_or(CloudTrailFault::Form)?;
    if !is_service_prefix(service) || !is_action(action) || keyword.len() > AUDIT_KEYWORD {
        return Err(CloudTrailFault::Form);
    }
    if UNSUPPORTED.contains(keyword) {
        return Err(CloudTrailFault::Unsupported);
    }
    if reads_only(action) { Err(CloudTrailFault::ReadOnly) } else { Ok(()) }
}

/// Whether a service of the keyword's prefix has its action. Events that are no operation of a service, such as a
/// sign-in, are not listed.
#[must_use]
pub fn cloudtrail_event_is_listed(keyword: &str) -> bool {
    let known = |(prefix, action): (&str, &str)| EVENTS.find(prefix).is_some_and(|of| has(of, action));
    keyword.split_once('_').is_some_and(known)
}

/// Listed events that a keyword may mean: those of its prefix; where no service has that, those of its action.
#[must_use]
pub fn cloudtrail_events_beside(keyword: &str) -> Vec<String> {
    let Some((prefix, action)) = keyword.split_once('_') else { return Vec::new() };
    match EVENTS.find(prefix) {
        Some(of) => actions(of).map(|action| format!("{prefix}_{action}")).collect(),
        None => {
            let of = EVENTS.records().filter(|of| has(*of, action));
            of.map(|of| format!("{}_{action}", of.key())).collect()
        }
    }
}

fn actions(of: Record) -> impl Iterator<Item = &'static str> {
    of.field(1).unwrap_or_default().split(',')
}

fn has(of: Record, action: &str) -> bool {
    actions(of).any(|known| known == action)
}

fn is_service_prefix(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn is_action(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_uppercase())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The verb must end where the next word begins: `Listen…` would be another verb.
fn reads_only(action: &str) -> bool {
    ["Get", "List", "Describe"].iter().any(|verb| {
        let rest = action.strip_prefix(verb);
        rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_lowercase()))
    })
}

pub(crate) static TABLES: [(&str, &Table); 2] =
    [("cloudtrail-events.tsv", &EVENTS), ("cloudtrail-unsupported.tsv", &UNSUPPORTED)];

#[cfg(test)]
mod tests {
    use super::{
        CloudTrailFault, UNSUPPORTED, check_cloudtrail_keyword, cloudtrail_event_is_listed,
        cloudtrail_events_beside,
    };

    #[test]
    fn a_writing_call_is_evidence() {
        for keyword in
            ["kms_DisableKey", "cloudtrail_StopLogging", "iam_CreateUser", "waf-regional_CreateRule"]
        {
            assert_eq!(check_cloudtrail_keyword(keyword), Ok(()), "{keyword}");
        }
        assert_eq!(check_cloudtrail_keyword("x_Listen"), Ok(()));
    }

    #[test]
    fn a_reading_call_is_not() {
        for keyword in ["s3_GetObject", "kms_ListKeys", "ec2_DescribeVpcs", "x_List"] {
            assert_eq!(check_cloudtrail_keyword(keyword), Err(CloudTrailFault::ReadOnly), "{keyword}");
        }
    }

    #[test]
    fn events_are_listed_and_have_neighbours() {
        for keyword in ["kms_DisableKey", "iam_CreateUser", "monitoring_PutMetricAlarm", "s3_PutBucketPolicy"]
        {
            assert!(cloudtrail_event_is_listed(keyword), "{keyword}");
        }
        for keyword in ["kms_DisbleKey", "kmss_DisableKey", "kms_", "kms", "", "kms_DescribeKey"] {
            assert!(!cloudtrail_event_is_listed(keyword), "{keyword}");
        }
        let beside = |keyword: &str| cloudtrail_events_beside(keyword);
        assert!(beside("kms_DisbleKey").contains(&"kms_DisableKey".to_owned()));
        assert_eq!(beside("kmss_DisableKey"), ["kms_DisableKey"]);
    }

    #[test]
    fn the_listed_calls_are_not() {
        assert_eq!(UNSUPPORTED.keys().count(), 7);
        for keyword in UNSUPPORTED.keys() {
            assert_eq!(check_cloudtrail_keyword(keyword), Err(CloudTrailFault::Unsupported));
        }
    }

    #[test]
    fn other_text_is_no_keyword() {
        let long = format!("kms_{}", "A".repeat(97));
        let texts = [
            "",
            "_",
            "ConsoleLogin",
            "kms:DisableKey",
            "kms_",
            "_A",
            "KMS_DisableKey",
            "kms_disableKey",
            "kms_Ä",
            &long,
        ];
        for text in texts {
            assert_eq!(check_cloudtrail_keyword(text), Err(CloudTrailFault::Form), "{text}");
        }
    }
}

//! Which CloudTrail events can be evidence in Audit Manager.

use crate::limits::AUDIT_KEYWORD;
use crate::table::Table;

static UNSUPPORTED: Table = Table::new(include_str!("../data/cloudtrail-unsupported.tsv"));

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

/// Checks a keyword such as `kms_DisableKey`. There is no list of all actions, so a wrong action of the
/// right form passes.
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

pub(crate) static TABLES: [(&str, &Table); 1] = [("cloudtrail-unsupported.tsv", &UNSUPPORTED)];

#[cfg(test)]
mod tests {
    use super::{CloudTrailFault, UNSUPPORTED, check_cloudtrail_keyword};

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

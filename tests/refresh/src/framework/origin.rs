//! Where claims come from: the name a row carries and the date of the source's last content.

/// The key of claims that rest on the meaning of the control alone.
pub(crate) const OURS: &str = "ours";

/// A source as rows name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Origin {
    pub(crate) name: &'static str,
    pub(crate) date: &'static str,
}

/// Key in the facts, name in rows, date of the commit or page that was read.
const ORIGINS: [(&str, Origin); 9] = [
    ("guard-registry", Origin { name: "aws-guard-registry", date: "2024-03-22" }),
    ("securityhub-2023", Origin { name: "aws-security-hub", date: "2023-05-19" }),
    ("securityhub-2026", Origin { name: "aws-security-hub", date: "2026-04-13" }),
    ("packs", Origin { name: "aws-conformance-packs", date: "2026-04-09" }),
    ("pack-controls", Origin { name: "aws-conformance-packs", date: "2026-04-09" }),
    ("steampipe-wa", Origin { name: "steampipe", date: "2026-03-25" }),
    ("steampipe", Origin { name: "steampipe", date: "2025-12-06" }),
    ("prowler", Origin { name: "prowler", date: "2026-08-21" }),
    (OURS, Origin { name: "ordain-library", date: "2026-11-22" }),
];

impl Origin {
    /// The origin that the facts call `key`.
    pub(crate) fn of(key: &str) -> Result<Self, String> {
        match ORIGINS.iter().find(|(known, _)| *known == key) {
            Some((_, origin)) => Ok(*origin),
            None => Err(format!("a source without a date: {key}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Origin;

    #[test]
    fn a_source_without_a_date_is_refused() {
        assert_eq!(Origin::of("prowler").unwrap().date, "2026-08-21");
        assert!(Origin::of("hearsay").is_err());
    }
}

//! Identifiers that AWS gives or takes; a malformed one is found where it is written, not at deploy time.

/// What an identifier names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identifier {
    /// An account: twelve digits.
    Account,
    /// An organizational unit or a root.
    Unit,
    /// An organization.
    Organization,
    /// A role's name in IAM.
    Role,
    /// A bucket's name in S3.
    Bucket,
    /// A parameter's name in a template.
    Parameter,
}

impl Identifier {
    /// What it is called in messages.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Account => "an account id",
            Self::Unit => "the id of an organizational unit",
            Self::Organization => "the id of an organization",
            Self::Role => "the name of a role",
            Self::Bucket => "the name of a bucket",
            Self::Parameter => "the name of a template's parameter",
        }
    }

    /// Its form, for help.
    pub(super) fn form(self) -> &'static str {
        match self {
            Self::Account => "an account id is twelve digits, quoted",
            Self::Unit => "such an id is written `ou-ab12-34cd56ef`, that of a root `r-ab12`",
            Self::Organization => "such an id is `o-` and 10 to 32 small letters and digits",
            Self::Role => "a role's name is at most 64 letters, digits and `+=,.@_-`; its path is `path=`",
            Self::Bucket => "a bucket's name is 3 to 63 small letters, digits, `.` and `-`",
            Self::Parameter => "such a name is at most 255 letters and digits",
        }
    }

    /// Whether `text` has the form (the patterns of the Organizations, IAM and S3 interfaces).
    pub(super) fn fits(self, text: &str) -> bool {
        match self {
            Self::Account => text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit()),
            Self::Unit => is_unit(text) || text.strip_prefix("r-").is_some_and(|id| is_short(id, 4)),
            Self::Organization => text.strip_prefix("o-").is_some_and(|id| is_short(id, 10)),
            Self::Role => {
                let plain = |b: u8| b.is_ascii_alphanumeric() || b"+=,.@_-".contains(&b);
                (1..=64).contains(&text.len()) && text.bytes().all(plain)
            }
            Self::Bucket => {
                let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
                let ends = text.bytes().next().is_some_and(plain) && text.bytes().last().is_some_and(plain);
                ends && (3..=63).contains(&text.len())
                    && text.bytes().all(|b| plain(b) || b == b'.' || b == b'-')
            }
            Self::Parameter => {
                (1..=255).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric())
            }
        }
    }
}

fn is_unit(text: &str) -> bool {
    let parts = text.strip_prefix("ou-").and_then(|rest| rest.split_once('-'));
    parts.is_some_and(|(root, unit)| is_short(root, 4) && is_short(unit, 8))
}

fn is_short(text: &str, least: usize) -> bool {
    (least..=32).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::Identifier::{self, Account, Bucket, Organization, Parameter, Role, Unit};

    #[test]
    fn identifiers_have_their_forms() {
        let good: &[(Identifier, &str)] = &[
            (Account, "012345678901"),
            (Unit, "ou-ab12-22222222"),
            (Unit, "r-ab12"),
            (Organization, "o-a1b2c3d4e5"),
            (Role, "Config_Remediation+1"),
            (Bucket, "acme.audit-reports"),
            (Parameter, "MaxKeyAge90"),
        ];
        let bad: &[(Identifier, &str)] = &[
            (Account, "12345"),
            (Account, "12345678901a"),
            (Unit, "production"),
            (Unit, "ou-1-2"),
            (Organization, "o-short"),
            (Role, "path/Name"),
            (Bucket, "Acme"),
            (Bucket, "-acme"),
            (Parameter, "max-age"),
            (Parameter, "A b"),
        ];
        assert!(good.iter().all(|(kind, text)| kind.fits(text)));
        for (kind, text) in bad {
            assert!(!kind.fits(text), "{text}");
        }
    }
}

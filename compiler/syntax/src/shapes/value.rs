//! What a value may be; every kind is closed, so that a wrong word is found where it is written.

use super::Identifier;
use crate::day::Day;
use crate::tree::{Value, ValueKind};

/// What a value may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The name of a declaration: `[a-z][a-z0-9.-]*`.
    Name,
    /// A name without dots, as services take it: `[a-z][a-z0-9-]*`.
    PlainName,
    /// A control's id: printable text of at most 100 characters.
    Id,
    /// A control of a framework: `framework:control`.
    Reference,
    /// An identifier that AWS gives or takes.
    Identifier(Identifier),
    /// A word that a service defines: a keyword, a runbook, a region, a type.
    Word,
    /// Text for people.
    Text,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A whole number.
    Integer,
    /// `#true` or `#false`.
    Boolean,
    /// A day: `"2026-11-22"`.
    Date,
    /// The address of a public page: `"https://…"`.
    Address,
    /// The value of a parameter, typed by the catalogue; `(parameter)` may stand before it.
    Parameter,
}

/// Why a value is not of its kind.
pub(super) enum Mismatch {
    /// A number where a name or text belongs; quoting mends it.
    Number,
    /// Another type of value.
    Type,
    /// A name with other characters.
    Characters,
    /// A word that is not among the choices.
    Choice(&'static [&'static str]),
}

impl Kind {
    /// What the kind is called in messages.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Name | Self::PlainName => "a name",
            Self::Id => "a control id",
            Self::Reference => "a control, as `framework:control`",
            Self::Identifier(identifier) => identifier.words(),
            Self::Word => "a word",
            Self::Text => "a text",
            Self::Choice(_) => "one of a few words",
            Self::Integer => "a whole number",
            Self::Boolean => "`#true` or `#false`",
            Self::Date => "a date, as \"2026-11-22\"",
            Self::Address => "an address, as \"https://…\"",
            Self::Parameter => "a value",
        }
    }

    /// The characters a malformed value of the kind may have, for its help.
    pub(super) fn characters(self) -> &'static str {
        match self {
            Self::Name => "a name begins with a-z and goes on with a-z, 0-9, `.` and `-`",
            Self::PlainName => "this name begins with a-z and goes on with a-z, 0-9 and `-`",
            Self::Id => "a control id is printable text of at most 100 characters",
            Self::Reference => "a control of a framework is written `framework:control`",
            Self::Identifier(identifier) => identifier.form(),
            Self::Date => "a date is written \"YYYY-MM-DD\"",
            Self::Address => "an address begins with `https://` and has no spaces",
            Self::Text => "a text says something, or its statement is left out",
            Self::Word | Self::Choice(_) | Self::Integer | Self::Boolean | Self::Parameter => {
                "the value cannot be empty"
            }
        }
    }

    /// Whether `value` is of this kind.
    pub(super) fn check(self, value: Value<'_>) -> Result<(), Mismatch> {
        match self {
            Self::Parameter => match value.kind() {
                ValueKind::Null
                | ValueKind::Infinity
                | ValueKind::NegativeInfinity
                | ValueKind::NotANumber => Err(Mismatch::Type),
                ValueKind::Bare
                | ValueKind::Quoted
                | ValueKind::Raw
                | ValueKind::MultiLine
                | ValueKind::RawMultiLine
                | ValueKind::Number
                | ValueKind::True
                | ValueKind::False => Ok(()),
            },
            Self::Integer => value.integer().map(|_| ()).map_err(|_| Mismatch::Type),
            Self::Boolean => value.boolean().map(|_| ()).ok_or(Mismatch::Type),
            Self::Name
            | Self::PlainName
            | Self::Id
            | Self::Reference
            | Self::Identifier(_)
            | Self::Word
            | Self::Text
            | Self::Choice(_)
            | Self::Date
            | Self::Address => self.check_text(value),
        }
    }

    fn check_text(self, value: Value<'_>) -> Result<(), Mismatch> {
        let Some(text) = value.string() else {
            return Err(if value.is_number() { Mismatch::Number } else { Mismatch::Type });
        };
        let fits = match self {
            Self::Name => is_name(&text, true),
            Self::PlainName => is_name(&text, false),
            Self::Id => is_id(&text),
            Self::Reference => {
                text.split_once(':').is_some_and(|(framework, id)| is_name(framework, true) && is_id(id))
            }
            Self::Date => Day::read(&text).is_some(),
            Self::Address => is_address(&text),
            Self::Identifier(identifier) => identifier.fits(&text),
            Self::Word => !text.trim().is_empty(),
            Self::Text => !text.trim().is_empty() || is_broken(value),
            Self::Choice(words) => {
                return if words.contains(&&*text) { Ok(()) } else { Err(Mismatch::Choice(words)) };
            }
            Self::Integer | Self::Boolean | Self::Parameter => true,
        };
        if fits { Ok(()) } else { Err(Mismatch::Characters) }
    }
}

/// Whether a string of several lines reads as empty although something is written: its faults have been found.
fn is_broken(value: Value<'_>) -> bool {
    matches!(value.kind(), ValueKind::MultiLine | ValueKind::RawMultiLine)
        && !value.raw().trim_matches(['#', '"']).trim().is_empty()
}

fn is_name(text: &str, dots: bool) -> bool {
    let mut bytes = text.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_lowercase())
        && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || (dots && b == b'.'))
        && text.len() <= 128
}

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.chars().count() <= 100
        && text.trim() == text
        && !text.chars().any(char::is_control)
}

/// A page that anybody can open, without a space in its address.
fn is_address(text: &str) -> bool {
    text.strip_prefix("https://")
        .is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_can_be_opened() {
        assert!(is_address("https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final"));
        for wrong in ["csrc.nist.gov", "https://", "http://csrc.nist.gov", "https://a page.org", ""] {
            assert!(!is_address(wrong), "{wrong}");
        }
    }

    #[test]
    fn names_and_ids() {
        assert!(is_name("pci-dss-3.2.1", true) && !is_name("pci-dss-3.2.1", false) && !is_name("3pci", true));
        assert!(
            is_id("164.312(a)(1)") && is_id("CC6.1: a") && !is_id(" a") && !is_id("a\u{7}") && !is_id("")
        );
    }
}

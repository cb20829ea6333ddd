//! Percentages with one decimal, rounded down: what is short of all is never told as 100.0.

use std::fmt;
use std::str::FromStr;

/// Tenths of a percent, from 0.0 to 100.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(u16);

impl Percent {
    const MOST: u16 = 1_000;

    /// The share of `part` in `all`; `None` of nothing.
    pub(super) fn of(part: usize, all: usize) -> Option<Self> {
        let tenths = (part as u128 * u128::from(Self::MOST)).checked_div(all as u128)?;
        Some(Self(u16::try_from(tenths).unwrap_or(Self::MOST).min(Self::MOST)))
    }

    /// Tenths of a percent, from 0 to 1,000.
    #[must_use]
    pub fn tenths(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0 / 10, self.0 % 10)
    }
}

impl FromStr for Percent {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORM: &str = "a percentage is a number from 0 to 100, with at most one decimal";
        let (whole, tenth) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(tenth) || tenth.len() > 1 || whole.len() > 3 {
            return Err(FORM);
        }
        let number = |text: &str| text.parse::<u16>().map_err(|_| FORM);
        let tenths = number(whole)? * 10 + number(tenth)?;
        if tenths > Self::MOST { Err(FORM) } else { Ok(Self(tenths)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_down() {
        let told = |part, all| Percent::of(part, all).map(|share| share.to_string());
        assert_eq!(told(2, 3), Some("66.6".to_owned()));
        assert_eq!(told(9_999, 10_000), Some("99.9".to_owned()));
        assert_eq!(told(usize::MAX, usize::MAX), Some("100.0".to_owned()));
        assert_eq!(told(0, 0), None);
    }

    #[test]
    fn what_is_told_is_read_back() {
        for tenths in 0..=1_000 {
            assert_eq!(Percent(tenths).to_string().parse(), Ok(Percent(tenths)));
        }
        assert_eq!("60".parse(), Ok(Percent(600)));
        for wrong in ["", ".5", "5.", "-1", "100.1", "1e2", "60.55", "101", "+5", "6 0", "99999999999"] {
            assert!(wrong.parse::<Percent>().is_err(), "{wrong}");
        }
    }
}

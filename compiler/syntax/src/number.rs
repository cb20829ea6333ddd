//! Numbers as KDL writes them, read from the raw text so that nothing is rounded.

/// Why a number is no whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntegerFault {
    /// It has a fraction or an exponent, or is no number.
    NotAnInteger,
    /// It does not fit in 64 bits.
    TooLarge,
}

/// The whole number of a well-formed number text.
pub(crate) fn integer(raw: &str) -> Result<i64, IntegerFault> {
    let (negative, digits) = match raw.as_bytes().first() {
        Some(b'-') => (true, &raw[1..]),
        Some(b'+') => (false, &raw[1..]),
        Some(_) | None => (false, raw),
    };
    let (radix, digits) = match digits.get(..2) {
        Some("0x") => (16, &digits[2..]),
        Some("0o") => (8, &digits[2..]),
        Some("0b") => (2, &digits[2..]),
        Some(_) | None => (10, digits),
    };
    if radix == 10 && digits.bytes().any(|byte| matches!(byte, b'.' | b'e' | b'E')) {
        return Err(IntegerFault::NotAnInteger);
    }
    let mut text = String::with_capacity(digits.len() + 1);
    if negative {
        text.push('-');
    }
    text.extend(digits.chars().filter(|c| *c != '_'));
    i64::from_str_radix(&text, radix).map_err(|_| IntegerFault::TooLarge)
}

/// Whether `raw` is a number of KDL.
pub(crate) fn is_number(raw: &str) -> bool {
    let unsigned = raw.strip_prefix(['+', '-']).unwrap_or(raw);
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(digits) = unsigned.strip_prefix(prefix) {
            return is_digits(digits, radix);
        }
    }
    let (mantissa, exponent) = match unsigned.find(['e', 'E']) {
        Some(at) => (&unsigned[..at], Some(&unsigned[at + 1..])),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let exponent = exponent.map(|text| text.strip_prefix(['+', '-']).unwrap_or(text));
    is_digits(whole, 10)
        && fraction.is_none_or(|text| is_digits(text, 10))
        && exponent.is_none_or(|text| is_digits(text, 10))
}

/// A digit, then digits and `_`.
fn is_digits(text: &str, radix: u32) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c.is_digit(radix)) && chars.all(|c| c == '_' || c.is_digit(radix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_exact() {
        assert_eq!(integer("1_000"), Ok(1000));
        assert_eq!(integer("-0xff"), Ok(-255));
        assert_eq!(integer("+0b1_0"), Ok(2));
        assert_eq!(integer("1e3"), Err(IntegerFault::NotAnInteger));
        assert_eq!(integer("60.0"), Err(IntegerFault::NotAnInteger));
        assert_eq!(integer("9223372036854775808"), Err(IntegerFault::TooLarge));
        assert_eq!(integer("-9223372036854775808"), Ok(i64::MIN));
    }

    #[test]
    fn forms() {
        for good in ["0", "-1", "+1_0", "1.5", "1e10", "1.5E-3", "0xAb_c", "0o17", "0b1"] {
            assert!(is_number(good), "{good}");
        }
        for bad in ["", "_1", "1.", "1._5", "0x", "0x_1", "0b2", "1e", "1.2.3", "١"] {
            assert!(!is_number(bad), "{bad}");
        }
    }
}

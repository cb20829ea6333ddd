//! Days of the calendar, as sources write them: `"2026-11-22"`.

use std::fmt;

/// A day; of two, the earlier is the lesser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// The day that `YYYY-MM-DD` names, where the calendar has it.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts[..] else { return None };
        let digits = text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        if (year.len(), month.len(), day.len()) != (4, 2, 2) || !digits {
            return None;
        }
        let read = Self { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? };
        (1..=read.days_of_month()).contains(&read.day).then_some(read)
    }

    /// How many days its month has; none where there is no such month.
    fn days_of_month(self) -> u8 {
        let leap =
            self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        match self.month {
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u8::from(leap),
            1..=12 => 31,
            _ => 0,
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn days_are_of_the_calendar() {
        for right in ["2024-02-29", "2026-11-22", "2000-02-29", "0001-01-01"] {
            assert_eq!(Day::read(right).map(|day| day.to_string()).as_deref(), Some(right));
        }
        for wrong in
            ["2026-02-29", "1900-02-29", "2026-13-01", "2026-1-01", "20260101", "2026-00-10", "éé-01-01"]
        {
            assert_eq!(Day::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_earlier_is_the_lesser() {
        let days = ["2023-12-31", "2024-01-01", "2024-01-31", "2024-02-01"].map(Day::read);
        assert!(days.is_sorted_by(|one, next| one < next));
    }
}

//! How often a periodic rule can run: the language's word beside the one that AWS Config takes.

/// The frequencies, the most frequent first; each as the language and as AWS Config writes it.
pub const FREQUENCIES: [(&str, &str); 5] = [
    ("1-hour", "One_Hour"),
    ("3-hours", "Three_Hours"),
    ("6-hours", "Six_Hours"),
    ("12-hours", "Twelve_Hours"),
    ("24-hours", "TwentyFour_Hours"),
];

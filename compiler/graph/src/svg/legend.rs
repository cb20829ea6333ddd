//! What the colours and the lines mean, below a picture that stands alone.

use std::fmt::Write as _;

/// The least width that the legend needs.
pub(super) const WIDTH: i32 = 720;
/// The height that it takes.
pub(super) const HEIGHT: i32 = 52;

const STATES: [(&str, &str); 6] = [
    ("automated", "automated"),
    ("mixed", "mixed"),
    ("manual", "manual"),
    ("inherited", "inherited"),
    ("not-applicable", "not applicable"),
    ("gap", "gap, not deployed"),
];
const EDGES: [(&str, &str); 6] = [
    ("proves full", "proves in full"),
    ("proves partial", "in part"),
    ("proves supporting", "supports"),
    ("relates", "relates"),
    ("mends", "mends"),
    ("deploys", "deploys"),
];
const STEP: i32 = 112;

pub(super) fn write(y: i32, out: &mut String) {
    let mut x = 16;
    for (class, words) in STATES {
        let _ = write!(
            out,
            "<rect class=\"sample {class}\" x=\"{x}\" y=\"{}\" width=\"12\" height=\"12\"/>\
             <text class=\"key\" x=\"{}\" y=\"{}\">{words}</text>",
            y + 2,
            x + 18,
            y + 12
        );
        x += STEP;
    }
    out.push('\n');
    x = 16;
    for (class, words) in EDGES {
        let _ = write!(
            out,
            "<path class=\"edge {class}\" d=\"M{x} {0}H{1}\"/><text class=\"key\" x=\"{2}\" y=\"{3}\">{words}</text>",
            y + 30,
            x + 22,
            x + 28,
            y + 34
        );
        x += STEP;
    }
    out.push('\n');
}

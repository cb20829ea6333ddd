//! What a node says of itself, cut to what a column can hold; widths are estimates of common fonts, on the safe side.

use diagnostics::shown;
use unicode_width::UnicodeWidthChar as _;
use unicode_width::UnicodeWidthStr as _;

use crate::Node;

use super::text::escape;

const MOST_NAME: usize = 60;
const MOST_TITLE: usize = 36;

/// The parts of a label.
pub(crate) struct Label {
    name: String,
    title: String,
    pub(super) mark: String,
}

impl Label {
    pub(crate) fn of(node: &Node) -> Self {
        Self {
            name: cut(&node.name, MOST_NAME),
            title: cut(&node.title, MOST_TITLE),
            mark: node.mark.words(),
        }
    }

    /// The width that the node takes.
    pub(crate) fn width(&self) -> i32 {
        let tenths = |text: &str, each: usize| text.width() * each;
        let gap = |text: &str| if text.is_empty() { 0 } else { 100 };
        let title = tenths(&self.title, 64) + gap(&self.title);
        let mark = tenths(&self.mark, 58) + gap(&self.mark);
        let all = (tenths(&self.name, 70) + title + mark) / 10 + 20;
        i32::try_from(all).unwrap_or(i32::MAX / 4)
    }

    /// Name and title as SVG.
    pub(super) fn text(&self) -> String {
        let name = escape(&self.name);
        match self.title.as_str() {
            "" => name,
            title => format!("{name}<tspan class=\"title\" dx=\"8\">{}</tspan>", escape(title)),
        }
    }
}

/// At most so many columns of a text, with a sign where something is missing.
fn cut(text: &str, most: usize) -> String {
    let text = shown(text);
    if text.width() <= most {
        return text;
    }
    let mut kept = String::new();
    let mut width = 1;
    for next in text.chars() {
        width += next.width().unwrap_or_default();
        if width > most {
            break;
        }
        kept.push(next);
    }
    format!("{}…", kept.trim_end())
}

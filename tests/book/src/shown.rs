//! Whether a text is what a page shows of it; a line `…` of the page stands for any lines.

/// What a page leaves out.
const LEFT_OUT: &str = "…";

/// Whether the page shows the whole of a text.
#[must_use]
pub fn matches(shown: &str, text: &str) -> bool {
    let text: Vec<&str> = text.lines().collect();
    let mut at = Some(0);
    let parts: Vec<Vec<&str>> = parts(shown);
    for (place, part) in parts.iter().enumerate() {
        at = at.and_then(|at| {
            let starts = match (place == 0, place + 1 == parts.len()) {
                (true, _) => 0..=0,
                (false, false) => at..=text.len(),
                (false, true) => text
                    .len()
                    .checked_sub(part.len())
                    .filter(|start| *start >= at)
                    .map(|start| start..=start)?,
            };
            next(&text, part, starts)
        });
    }
    at == Some(text.len())
}

/// What a page should show of a text: the lines between those that begin and end each part now, the whole where they are gone.
#[must_use]
pub fn refitted(shown: &str, text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let fitted = fitted(&parts(shown), &lines);
    fitted.map_or_else(|| text.to_owned(), |parts| parts.join(&format!("{LEFT_OUT}\n")))
}

fn fitted(parts: &[Vec<&str>], lines: &[&str]) -> Option<Vec<String>> {
    let seek = |line: Option<&&str>, from: usize| {
        lines[from..].iter().position(|one| Some(one) == line).map(|skipped| from + skipped)
    };
    let mut found = Vec::new();
    let mut at = 0;
    for (place, part) in parts.iter().enumerate() {
        let start = if place == 0 || part.is_empty() { at } else { seek(part.first(), at)? };
        let end = match part.last() {
            None => start,
            Some(_) if place + 1 == parts.len() => lines.len(),
            last => seek(last, start)? + 1,
        };
        found.push(lines[start..end].iter().map(|line| format!("{line}\n")).collect());
        at = end;
    }
    (parts.len() > 1).then_some(found)
}

/// The first line of a page's excerpt that the text does not have, in this order; none where it has all.
#[must_use]
pub fn excerpt<'a>(shown: &'a str, text: &str) -> Option<&'a str> {
    let text: Vec<&str> = text.lines().collect();
    let mut at = 0;
    for part in parts(shown) {
        match next(&text, &part, at..=text.len()) {
            Some(end) => at = end,
            None => {
                return part.into_iter().find(|line| !text.contains(line)).or(Some("these lines together"));
            }
        }
    }
    None
}

fn parts(shown: &str) -> Vec<Vec<&str>> {
    let lines: Vec<&str> = shown.lines().collect();
    lines.split(|line| line.trim() == LEFT_OUT).map(<[&str]>::to_vec).collect()
}

/// The line after the first place of `part` that begins in `starts`.
fn next(text: &[&str], part: &[&str], mut starts: impl Iterator<Item = usize>) -> Option<usize> {
    starts.find(|start| text[*start.min(&text.len())..].starts_with(part)).map(|start| start + part.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_any_lines() {
        let text = "a\nb\nc\nd\n";
        for shown in ["a\nb\nc\nd\n", "a\n…\nd\n", "…\nd\n", "a\n…\n", "a\n…\nc\n…\n", "a\nb\n…\nc\nd\n"]
        {
            assert!(matches(shown, text), "{shown:?}");
        }
        for shown in ["a\nb\n", "b\n…\n", "a\n…\nb\n", "…\nc\n…\na\n…\n", "a\n…\nx\n…\n", ""] {
            assert!(!matches(shown, text), "{shown:?}");
        }
        assert!(matches("", "") && !matches("", "a\n"));
        assert!(matches("a\n…\nb\n", "a\nb\nx\nb\n"), "the last part ends the text");
    }

    #[test]
    fn what_is_left_out_stays_out() {
        let text = "a\nx\nb\nc\nd\ne\n";
        assert_eq!(refitted("a\nb\n…\ne\n", text), "a\nx\nb\n…\ne\n");
        assert_eq!(refitted("a\nb\n…\n", text), "a\nx\nb\n…\n");
        assert_eq!(refitted("…\nd\n", text), "…\nd\ne\n");
        assert_eq!(refitted("a\n…\nz\n", text), text);
        assert_eq!(refitted("b\n", text), text);
        assert_eq!(refitted("", text), text);
    }

    #[test]
    fn an_excerpt_stands_anywhere() {
        let text = "a\nb\nc\n";
        assert_eq!(excerpt("b\nc\n", text), None);
        assert_eq!(excerpt("a\n…\nc\n", text), None);
        assert_eq!(excerpt("b\nx\n", text), Some("x"));
        assert_eq!(excerpt("a\nc\n", text), Some("these lines together"));
    }
}

//! Guard text cut into tokens; every byte is in at most one token, and broken text yields tokens too.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name, a keyword or a word such as `is_null`.
    Word,
    /// Digits with what runs into them: `-1.5`, `1e5`, `10`.
    Number,
    /// A string with its quotes.
    Text,
    /// A regular expression with its slashes.
    Regex,
    /// A message with its `<<` and `>>`.
    Message,
    /// `==`, `!=`, `<`, `<=`, `>`, `>=`, `=`, `:=`.
    Operator,
    /// `{`, `[` or `(`.
    Open,
    /// `}`, `]` or `)`.
    Close,
    /// Any other character.
    Mark,
}

/// A token and its bytes.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) range: Range<usize>,
}

impl Token {
    /// The token's text in the text that it was cut from.
    pub(crate) fn of<'a>(&self, text: &'a str) -> &'a str {
        &text[self.range.clone()]
    }
}

/// Cuts `text`; white space and comments are no tokens.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        if first == '#' {
            at += rest.find('\n').unwrap_or(rest.len());
            continue;
        }
        let (kind, length) = cut(rest, first, found.last().map(|token| token.kind));
        found.push(Token { kind, range: at..at + length });
        at += length;
    }
    found
}

/// The kind and length in bytes of the token that `rest` begins with.
fn cut(rest: &str, first: char, before: Option<Kind>) -> (Kind, usize) {
    match first {
        '"' | '\'' => (Kind::Text, closed(rest, first)),
        '/' => (Kind::Regex, closed(rest, '/')),
        '<' if rest.starts_with("<<") => {
            (Kind::Message, rest.find(">>").map_or(rest.len(), |end| end + ">>".len()))
        }
        '{' | '[' | '(' => (Kind::Open, 1),
        '}' | ']' | ')' => (Kind::Close, 1),
        '=' | '!' | '<' | '>' | ':' => operator(rest),
        '-' if rest[1..].starts_with(|next: char| next.is_ascii_digit()) => (Kind::Number, number(rest)),
        _ if first.is_ascii_digit() && before != Some(Kind::Mark) => (Kind::Number, number(rest)),
        _ if first.is_alphanumeric() || first == '_' => (Kind::Word, word(rest)),
        _ => (Kind::Mark, first.len_utf8()),
    }
}

fn word(rest: &str) -> usize {
    rest.find(|next: char| !(next.is_alphanumeric() || next == '_')).unwrap_or(rest.len())
}

/// Up to and with the next `quote` that no backslash precedes, else to the end.
fn closed(rest: &str, quote: char) -> usize {
    let bytes = rest.as_bytes();
    let mut ends = rest.match_indices(quote).map(|(at, _)| at).skip(1);
    ends.find(|at| bytes[at - 1] != b'\\').map_or(rest.len(), |at| at + 1)
}

fn operator(rest: &str) -> (Kind, usize) {
    let two = ["==", "!=", "<=", ">=", ":="].iter().any(|operator| rest.starts_with(operator));
    match rest.as_bytes()[0] {
        _ if two => (Kind::Operator, 2),
        b'=' | b'<' | b'>' => (Kind::Operator, 1),
        _ => (Kind::Mark, 1),
    }
}

/// A sign, digits, one fraction, one exponent, and whatever letters run into them.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digits = |from: usize| from + bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut end = digits(usize::from(bytes[0] == b'-'));
    if bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
        end = digits(end + 1);
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = end + 1 + usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        if bytes.get(sign).is_some_and(u8::is_ascii_digit) {
            end = digits(sign);
        }
    }
    end + word(&rest[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut_up(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|token| &text[token.range.clone()]).collect()
    }

    #[test]
    fn clauses_fall_into_their_parts() {
        assert_eq!(
            cut_up("rule a { b[*].'c-d' != -1.5e3 <<no # {>> # rest\n}"),
            ["rule", "a", "{", "b", "[", "*", "]", ".", "'c-d'", "!=", "-1.5e3", "<<no # {>>", "}"]
        );
        assert_eq!(cut_up(r#"x == /a\/b/ or y == "q\"r""#)[2..], [r"/a\/b/", "or", "y", "==", r#""q\"r""#]);
        assert_eq!(cut_up("r[1,10) %v.0"), ["r", "[", "1", ",", "10", ")", "%", "v", ".", "0"]);
    }

    #[test]
    fn what_is_not_closed_ends_with_the_text() {
        assert_eq!(cut_up("a == 'b }"), ["a", "==", "'b }"]);
        assert_eq!(cut_up("a << b"), ["a", "<< b"]);
        assert_eq!(cut_up("é/"), ["é", "/"]);
    }
}

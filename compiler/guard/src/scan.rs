//! What a policy text declares and calls, read without judging it; works on broken text, in one pass.

use std::ops::Range;

use crate::token::{Kind, Token, tokens};

/// The most characters of one policy that Config takes (Config API, `PolicyText`), and that the judge is asked about.
pub const LONGEST: usize = 10_000;

/// The most brackets of any kind inside one another.
pub const DEEPEST: usize = 64;

/// The most square brackets inside one another: the judge's time doubles with each nested filter.
pub const DEEPEST_SQUARE: usize = 8;

/// The name of a declared rule, as written, legal or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleName {
    /// The name.
    pub name: String,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

/// A name in front of an opening parenthesis: a built-in function or a parameterized rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The name.
    pub name: String,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

/// A string that a policy states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Literal {
    /// What stands between its quotes.
    pub text: String,
    /// Its bytes in the text, quotes included.
    pub range: Range<usize>,
}

/// What the tokenizer sees in a policy text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Declared rules, plain and parameterized, in the order of the text.
    pub rules: Vec<RuleName>,
    /// Calls, in the order of the text.
    pub functions: Vec<Call>,
    /// Literals that Guard 2.1.3 reads otherwise than 3.x: `TRUE`, `FALSE`, `Null`, `-1.5`, `1e5`.
    pub literals: Vec<Range<usize>>,
    /// Types that `resourceType` is compared with for equality, by `==` or in a list.
    pub types: Vec<Literal>,
    /// The first bracket beyond [`DEEPEST`] or [`DEEPEST_SQUARE`].
    pub too_deep: Option<Range<usize>>,
    /// Whether there is anything but white space and comments.
    pub has_text: bool,
}

/// Reads a policy text; never fails, and takes time in proportion to the text.
#[must_use]
pub fn scan(text: &str) -> Policy {
    let tokens = tokens(text);
    let mut policy = Policy { has_text: !tokens.is_empty(), ..Policy::default() };
    let mut depth = Depth::default();
    let mut header_end = 0;
    for (index, token) in tokens.iter().enumerate() {
        let next = tokens.get(index + 1);
        match token.kind {
            Kind::Word if depth.open == 0 && token.of(text) == "rule" && next.is_some() => {
                let rule = rule_name(text, token.range.end);
                header_end = rule.range.end;
                policy.rules.push(rule);
            }
            Kind::Word if token.of(text) == "resourceType" => {
                policy.types.extend(compared(text, &tokens[index + 1..]));
            }
            Kind::Word if token.range.end > header_end && is_call(text, token, next) => {
                policy.functions.push(Call { name: token.of(text).to_owned(), range: token.range.clone() });
            }
            Kind::Word | Kind::Number if is_newer_literal(text, &tokens, index) => {
                policy.literals.push(token.range.clone());
            }
            Kind::Open | Kind::Close => {
                depth.step(token.of(text));
                if policy.too_deep.is_none() && depth.is_too_deep() {
                    policy.too_deep = Some(token.range.clone());
                }
            }
            Kind::Word
            | Kind::Number
            | Kind::Text
            | Kind::Regex
            | Kind::Message
            | Kind::Operator
            | Kind::Mark => {}
        }
    }
    policy
}

#[derive(Default)]
struct Depth {
    open: usize,
    square: usize,
}

impl Depth {
    fn step(&mut self, bracket: &str) {
        match bracket {
            "[" => (self.open, self.square) = (self.open + 1, self.square + 1),
            "]" => (self.open, self.square) = (self.open.saturating_sub(1), self.square.saturating_sub(1)),
            "{" | "(" => self.open += 1,
            _ => self.open = self.open.saturating_sub(1),
        }
    }

    fn is_too_deep(&self) -> bool {
        self.open > DEEPEST || self.square > DEEPEST_SQUARE
    }
}

/// The name after `rule`: all that stands before white space, a bracket or a comment.
fn rule_name(text: &str, after: usize) -> RuleName {
    let start = after + text[after..].len() - text[after..].trim_start().len();
    let ends = |next: char| next.is_whitespace() || matches!(next, '{' | '(' | '#');
    let end = text[start..].find(ends).map_or(text.len(), |length| start + length);
    RuleName { name: text[start..end].to_owned(), range: start..end }
}

fn is_call(text: &str, token: &Token, next: Option<&Token>) -> bool {
    next.is_some_and(|next| {
        next.kind == Kind::Open && next.of(text) == "(" && next.range.start == token.range.end
    }) && token.of(text) != "r"
}

/// The strings that a name before these tokens must equal, or be one of.
fn compared(text: &str, after: &[Token]) -> Vec<Literal> {
    let literal = |token: &Token| Literal {
        text: token.of(text).trim_matches(['"', '\'']).to_owned(),
        range: token.range.clone(),
    };
    match after {
        [equal, value, ..] if equal.of(text) == "==" && value.kind == Kind::Text => vec![literal(value)],
        [word, open, list @ ..]
            if (word.of(text) == "==" || word.of(text).eq_ignore_ascii_case("in"))
                && open.of(text) == "[" =>
        {
            let items = list.iter().take_while(|token| token.of(text) != "]");
            items.filter(|token| token.kind == Kind::Text).map(literal).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether 3.x reads the token as a value and 2.1.3 as something else.
fn is_newer_literal(text: &str, tokens: &[Token], index: usize) -> bool {
    let token = &tokens[index];
    let written = token.of(text);
    if token.kind == Kind::Number {
        let exponent = written.find(['e', 'E']);
        let unsigned = exponent.is_some_and(|at| !written[at + 1..].starts_with(['+', '-']));
        return unsigned || (written.starts_with('-') && written.contains('.'));
    }
    let before = index.checked_sub(1).map(|at| &tokens[at]);
    let after = tokens.get(index + 1);
    let is_value = before.is_some_and(|before| match before.kind {
        Kind::Operator => true,
        Kind::Word => before.of(text).eq_ignore_ascii_case("in"),
        Kind::Mark | Kind::Open => matches!(before.of(text), "," | "[" | "(" | ":"),
        Kind::Number | Kind::Text | Kind::Regex | Kind::Message | Kind::Close => false,
    });
    let goes_on =
        after.is_some_and(|after| after.kind == Kind::Operator || matches!(after.of(text), "." | "["));
    matches!(written, "TRUE" | "FALSE" | "Null") && is_value && !goes_on
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_and_calls_are_found_with_their_places() {
        let text = "let n = count(a)\nrule one { p(b) }\nrule p(x) when one { rule == r(1,2) }\nrule a-b{}";
        let policy = scan(text);
        let names: Vec<&str> = policy.rules.iter().map(|rule| &text[rule.range.clone()]).collect();
        assert_eq!(names, ["one", "p", "a-b"]);
        let calls: Vec<&str> = policy.functions.iter().map(|call| call.name.as_str()).collect();
        assert_eq!(calls, ["count", "p"]);
    }

    #[test]
    fn types_are_found_where_they_are_compared() {
        let text = "rule a when resourceType == 'A::B::C' resourceType IN [\"D\", 'E'] resourceType != 'F' { x == 'G' }";
        let types: Vec<String> = scan(text).types.into_iter().map(|literal| literal.text).collect();
        assert_eq!(types, ["A::B::C", "D", "E"]);
    }

    #[test]
    fn comments_strings_and_messages_hide_what_they_hold() {
        let policy = scan("# rule a {\nb == 'rule c { d(' <<rule e>>");
        assert_eq!((policy.rules, policy.functions), (vec![], vec![]));
    }

    #[test]
    fn literals_of_the_newer_runtime_are_seen() {
        let text = "a == TRUE b IN [FALSE, Null] TRUE == 1 c == TRUE.x d == -1.5 e == 1e5 f == 1e+5 g == -1";
        let policy = scan(text);
        let found: Vec<&str> = policy.literals.iter().map(|range| &text[range.clone()]).collect();
        assert_eq!(found, ["TRUE", "FALSE", "Null", "-1.5", "1e5"]);
    }

    #[test]
    fn depth_is_counted_by_kind() {
        assert_eq!(scan(&"{".repeat(DEEPEST)).too_deep, None);
        assert_eq!(scan(&"{".repeat(DEEPEST + 1)).too_deep, Some(DEEPEST..DEEPEST + 1));
        assert_eq!(scan(&"[".repeat(DEEPEST_SQUARE + 1)).too_deep, Some(DEEPEST_SQUARE..DEEPEST_SQUARE + 1));
        assert_eq!(scan(&"{}".repeat(1000)).too_deep, None);
    }
}

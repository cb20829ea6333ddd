//! Variables read from the tokens: which mentions no scope declares; cfn-guard evaluates nothing once it reaches one.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::token::{Kind, Token, tokens};

/// The scope of assignments outside rules.
const FILE: usize = 0;

/// A block in braces, with what it declares anywhere in it: assignments hold for their whole block.
#[derive(Default)]
struct Scope<'a> {
    outer: Option<usize>,
    names: BTreeSet<&'a str>,
}

/// Mentions (with their `%`) whose variable is declared neither in a block around them nor in the file.
///
/// Names that a filter binds, as in `[ name | … ]`, hold everywhere: cfn-guard adds them to the scope at hand when it gets there.
pub(crate) fn undeclared(text: &str) -> Vec<Range<usize>> {
    let tokens = tokens(text);
    let mut scopes = vec![Scope::default()];
    let mut at = FILE;
    let mut parameters = BTreeSet::new();
    let mut mentions = Vec::new();
    for index in 0..tokens.len() {
        let rest = &tokens[index..];
        match rest[0].of(text) {
            "{" => {
                scopes.push(Scope { outer: Some(at), names: std::mem::take(&mut parameters) });
                at = scopes.len() - 1;
            }
            "}" => at = scopes[at].outer.unwrap_or(FILE),
            "rule" => parameters = parameters_of(text, rest),
            "let" => scopes[at].names.extend(assigned(text, rest)),
            "[" => scopes[FILE].names.extend(captured(text, rest)),
            "%" => mentions.extend(mention(text, rest).map(|range| (at, range))),
            _ => {}
        }
    }
    let is_free = |(scope, range): &(usize, Range<usize>)| {
        let name = &text[range.start + 1..range.end];
        !std::iter::successors(Some(*scope), |scope| scopes[*scope].outer)
            .any(|scope| scopes[scope].names.contains(name))
    };
    mentions.into_iter().filter(is_free).map(|(_, range)| range).collect()
}

/// The first mention of a variable, with its `%`.
pub(crate) fn first_mention(text: &str, name: &str) -> Option<Range<usize>> {
    let tokens = tokens(text);
    let mut mentions = (0..tokens.len()).filter_map(|index| mention(text, &tokens[index..]));
    mentions.find(|range| text[range.start + 1..range.end] == *name)
}

/// `%name` at the start of `rest`.
fn mention(text: &str, rest: &[Token]) -> Option<Range<usize>> {
    let [sign, name, ..] = rest else { return None };
    let adjoin = sign.range.end == name.range.start;
    (sign.of(text) == "%" && name.kind == Kind::Word && adjoin).then_some(sign.range.start..name.range.end)
}

/// `let name =` at the start of `rest`.
fn assigned<'a>(text: &'a str, rest: &[Token]) -> Option<&'a str> {
    let [_, name, equals, ..] = rest else { return None };
    (name.kind == Kind::Word && matches!(equals.of(text), "=" | ":=")).then(|| name.of(text))
}

/// `[ name |` at the start of `rest`.
fn captured<'a>(text: &'a str, rest: &[Token]) -> Option<&'a str> {
    let [_, name, bar, ..] = rest else { return None };
    (name.kind == Kind::Word && bar.of(text) == "|").then(|| name.of(text))
}

/// `rule name(one, two)` at the start of `rest`.
fn parameters_of<'a>(text: &'a str, rest: &[Token]) -> BTreeSet<&'a str> {
    let [_, _, open, inside @ ..] = rest else { return BTreeSet::new() };
    if open.of(text) != "(" {
        return BTreeSet::new();
    }
    let inside = inside.iter().take_while(|token| token.kind != Kind::Close);
    inside.filter(|token| token.kind == Kind::Word).map(|token| token.of(text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn free(text: &str) -> Vec<&str> {
        undeclared(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn assignments_hold_in_their_block_and_below() {
        assert_eq!(free("rule a { b { %v exists } let v = c }"), [""; 0]);
        assert_eq!(free("rule a when %v exists { let v = c }"), ["%v"]);
        assert_eq!(free("rule a { when b exists { let v := c } %v == 1 }"), ["%v"]);
        assert_eq!(free("rule a { let v = c } rule b { d.%v[ e == %V ] exists }"), ["%v", "%V"]);
        assert_eq!(free("rule a { %v exists } let v = c"), [""; 0]);
    }

    #[test]
    fn parameters_hold_in_their_rule() {
        assert_eq!(free("rule p(x, y) { %x == %y } rule a { p(%x, b) }"), ["%x"]);
        assert_eq!(free("rule p(x) { b == {c: 1} when d exists { %x == 1 } }"), [""; 0]);
    }

    #[test]
    fn what_filters_bind_holds_everywhere() {
        assert_eq!(free("rule a { b[ x | c == 1 ] exists } rule d { %x == 1 }"), [""; 0]);
    }

    #[test]
    fn strings_and_comments_mention_nothing() {
        assert_eq!(free("rule a { b == '%v' c == /%v/ <<%v>> # %v\n}"), [""; 0]);
    }

    #[test]
    fn a_mention_is_not_the_start_of_a_longer_name() {
        assert_eq!(first_mention("%val == 1 %v == 2", "v"), Some(10..12));
    }
}

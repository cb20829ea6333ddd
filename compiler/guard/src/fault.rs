//! What is wrong with a policy text, as plain data; ranges are bytes of the text and lie on character boundaries.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::scan::{LONGEST, Policy, RuleName, scan};
use crate::tree::{Mention, Named, Place, Rule, Tree};
use crate::{judge, loops, variables};

/// Which cfn-guard reads the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runtime {
    /// AWS Config's `guard-2.x.x`: cfn-guard 2.1.3.
    Config,
    /// cfn-guard 3.2.1.
    Latest,
}

/// One thing wrong with a policy text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing but white space and comments; cfn-guard 3.x passes it silently.
    Empty,
    /// No rule that is evaluated by itself.
    NoRules,
    /// More characters than [`LONGEST`].
    TooLong {
        /// How many characters there are.
        characters: usize,
    },
    /// Brackets nested beyond [`crate::DEEPEST`] or [`crate::DEEPEST_SQUARE`].
    TooDeep {
        /// The first bracket beyond.
        range: Range<usize>,
    },
    /// cfn-guard cannot read on.
    Syntax {
        /// The first word that it cannot read.
        range: Range<usize>,
        /// What it expected, where it says so.
        message: String,
    },
    /// A rule name with `-`, `.` or another character that names cannot have, or with a first character that is no letter.
    ForbiddenRuleName {
        /// The name as written.
        name: String,
        /// Where.
        range: Range<usize>,
    },
    /// Two rules of one name; cfn-guard evaluates both and reports one.
    DuplicateRule {
        /// The name.
        name: String,
        /// The first declaration's name.
        first: Range<usize>,
        /// The second declaration's name.
        second: Range<usize>,
    },
    /// A reference to a rule that the policy does not have; cfn-guard stops there at evaluation.
    UnknownRule {
        /// The name.
        name: String,
        /// Where it is referred to.
        range: Range<usize>,
    },
    /// A rule called with other arguments than it takes; cfn-guard stops there at evaluation.
    WrongArguments {
        /// The name.
        name: String,
        /// Where it is called.
        range: Range<usize>,
        /// How many arguments it takes.
        takes: usize,
        /// How many it is given.
        given: usize,
    },
    /// A variable (with its `%`) that nothing around declares; cfn-guard stops there at evaluation.
    UnknownVariable {
        /// The name.
        name: String,
        /// Where it is mentioned.
        range: Range<usize>,
    },
    /// A rule, or a variable (with its `%`), that leads back to itself; cfn-guard aborts on it.
    Endless {
        /// The name.
        name: String,
        /// The rule's or variable's first mention.
        range: Range<usize>,
    },
    /// A built-in function or type test that 2.1.3 does not read.
    UnknownFunctionForConfig {
        /// Its name.
        name: String,
        /// Where.
        range: Range<usize>,
    },
    /// A literal that 2.1.3 does not read, or reads as a property's name.
    UnknownLiteralForConfig {
        /// The literal as written.
        literal: String,
        /// Where.
        range: Range<usize>,
    },
}

/// All faults of a policy text for one runtime; a text that cannot be read has its first syntax fault only.
#[must_use]
pub fn faults(text: &str, runtime: Runtime) -> Vec<Fault> {
    let characters = text.chars().count();
    if characters > LONGEST {
        return vec![Fault::TooLong { characters }];
    }
    let policy = scan(text);
    if !policy.has_text {
        return vec![Fault::Empty];
    }
    if let Some(range) = policy.too_deep {
        return vec![Fault::TooDeep { range }];
    }
    let mut faults = forbidden_names(&policy.rules);
    faults.extend(duplicates(&policy.rules));
    match judge::parse(text) {
        Ok(json) => {
            let tree = Tree::read(&json);
            let mentions = tree.references().flat_map(|uses| &uses.rules);
            faults.extend(mentions.filter_map(|mention| misused_rule(text, &tree, mention)));
            faults.extend(unknown_variables(text));
            faults.extend(endless(text, &tree, &policy));
            if tree.rules.is_empty() {
                faults.push(Fault::NoRules);
            }
            match runtime {
                Runtime::Config => faults.extend(config_only(text, &tree, &policy)),
                Runtime::Latest => {}
            }
        }
        Err(words) => faults.extend(syntax(text, &words, &faults)),
    }
    faults
}

fn is_legal(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.chars().all(|next| next.is_alphanumeric() || next == '_')
}

fn forbidden_names(rules: &[RuleName]) -> Vec<Fault> {
    let forbidden = rules.iter().filter(|rule| !rule.name.is_empty() && !is_legal(&rule.name));
    forbidden
        .map(|rule| Fault::ForbiddenRuleName { name: rule.name.clone(), range: rule.range.clone() })
        .collect()
}

fn duplicates(rules: &[RuleName]) -> Vec<Fault> {
    let mut seen: BTreeMap<&str, &RuleName> = BTreeMap::new();
    let mut found = Vec::new();
    for rule in rules.iter().filter(|rule| !rule.name.is_empty()) {
        match seen.get(rule.name.as_str()) {
            Some(first) => found.push(Fault::DuplicateRule {
                name: rule.name.clone(),
                first: first.range.clone(),
                second: rule.range.clone(),
            }),
            None => {
                seen.insert(&rule.name, rule);
            }
        }
    }
    found
}

/// The fault of a mention of a rule; one without arguments never means a parameterized rule.
fn misused_rule(text: &str, tree: &Tree, mention: &Mention) -> Option<Fault> {
    let name = &mention.named.0;
    let declared: Vec<&Rule> = tree.all_rules().filter(|rule| rule.name == *name).collect();
    if declared.iter().any(|rule| rule.parameters == mention.arguments) {
        return None;
    }
    let (name, range) = (name.clone(), locate(text, &mention.named));
    Some(match declared.first() {
        Some(rule) => Fault::WrongArguments { name, range, takes: rule.parameters, given: mention.arguments },
        None => Fault::UnknownRule { name, range },
    })
}

fn unknown_variables(text: &str) -> impl Iterator<Item = Fault> {
    let found = variables::undeclared(text).into_iter();
    found.map(|range| Fault::UnknownVariable { name: text[range.clone()].to_owned(), range })
}

fn endless(text: &str, tree: &Tree, policy: &Policy) -> Option<Fault> {
    let uses =
        |rule: &'_ Rule| -> Vec<String> { rule.uses.rules.iter().map(|used| used.named.0.clone()).collect() };
    let edges: Vec<(&str, Vec<String>)> =
        tree.all_rules().map(|rule| (rule.name.as_str(), uses(rule))).collect();
    let graph = edges.iter().map(|(name, uses)| (*name, uses.iter().map(String::as_str).collect())).collect();
    if let Some(name) = loops::first(&graph) {
        let declared = policy.rules.iter().find(|rule| rule.name == name);
        return Some(Fault::Endless { name, range: declared.map_or(0..0, |rule| rule.range.clone()) });
    }
    let ring = tree.variables.iter().find_map(|scope| {
        let graph =
            scope.iter().map(|(name, uses)| (name.as_str(), uses.iter().map(String::as_str).collect()));
        loops::first(&graph.collect())
    })?;
    let range = variables::first_mention(text, &ring).unwrap_or(0..0);
    Some(Fault::Endless { name: format!("%{ring}"), range })
}

/// What 2.1.3 does not read of a text that 3.2.1 reads.
fn config_only(text: &str, tree: &Tree, policy: &Policy) -> Vec<Fault> {
    let functions =
        tree.references().flat_map(|references| references.functions.iter().chain(&references.tests));
    let mut found: Vec<(Range<usize>, String)> =
        functions.map(|named| (locate(text, named), named.0.clone())).collect();
    found.sort_by_key(|(range, _)| range.start);
    let functions = found.into_iter().map(|(range, name)| Fault::UnknownFunctionForConfig { name, range });
    let literals = policy.literals.iter().map(|range| Fault::UnknownLiteralForConfig {
        literal: text[range.clone()].to_owned(),
        range: range.clone(),
    });
    functions.chain(literals).collect()
}

/// The bytes of a name that the tree places at or before it.
fn locate(text: &str, (name, place): &Named) -> Range<usize> {
    let line = line_start(text, place.line);
    let in_bytes = line + place.column.saturating_sub(1);
    let start = if text.get(in_bytes..).is_some_and(|rest| rest.starts_with(name.as_str())) {
        in_bytes
    } else {
        let from = offset(text, *place);
        from + find_word(&text[from..], name).unwrap_or(0)
    };
    start..(start + name.len()).min(text.len())
}

/// Where `name` stands as a word of its own, in any case; names are ASCII at their start.
fn find_word(text: &str, name: &str) -> Option<usize> {
    let tokens = crate::token::tokens(text);
    tokens.iter().find(|token| token.of(text).eq_ignore_ascii_case(name)).map(|token| token.range.start)
}

fn line_start(text: &str, line: usize) -> usize {
    let mut breaks = text.match_indices('\n').map(|(at, _)| at + 1);
    line.checked_sub(2).map_or(0, |skipped| breaks.nth(skipped).unwrap_or(text.len()))
}

/// The byte at a line and a column in characters.
fn offset(text: &str, place: Place) -> usize {
    let line = line_start(text, place.line);
    let rest = &text[line..];
    line + rest.char_indices().nth(place.column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
}

/// The judge's words as a fault, unless an illegal name already says why.
fn syntax(text: &str, words: &str, known: &[Fault]) -> Option<Fault> {
    let from = judged_place(words).map_or(0, |place| offset(text, place));
    let explained = known.iter().any(|fault| match fault {
        Fault::ForbiddenRuleName { range, .. } => range.start <= from,
        Fault::Empty
        | Fault::NoRules
        | Fault::TooLong { .. }
        | Fault::TooDeep { .. }
        | Fault::Syntax { .. }
        | Fault::DuplicateRule { .. }
        | Fault::UnknownRule { .. }
        | Fault::WrongArguments { .. }
        | Fault::UnknownVariable { .. }
        | Fault::Endless { .. }
        | Fault::UnknownFunctionForConfig { .. }
        | Fault::UnknownLiteralForConfig { .. } => false,
    });
    (!explained).then(|| Fault::Syntax { range: next_token(text, from), message: reason(words) })
}

fn next_token(text: &str, from: usize) -> Range<usize> {
    let first = crate::token::tokens(&text[from..]).into_iter().next();
    let end = text.trim_end().len();
    first.map_or(end..end, |token| from + token.range.start..from + token.range.end)
}

/// The first `at line N at column M` of an error of cfn-guard.
fn judged_place(words: &str) -> Option<Place> {
    let (_, rest) = words.split_once("at line ")?;
    let (line, rest) = rest.split_once(" at column ")?;
    let column = rest.split(|next: char| !next.is_ascii_digit()).next()?;
    Some(Place { line: line.parse().ok()?, column: column.parse().ok()? })
}

/// What cfn-guard was about to read, in its words, else that it cannot read on.
fn reason(words: &str) -> String {
    let context = words
        .split_once("when handling ")
        .and_then(|(_, rest)| rest.split_once(", fragment"))
        .map(|(context, _)| context.split(" #").next().unwrap_or(context).trim());
    match context {
        Some(context) if !context.is_empty() => format!("cfn-guard: {context}"),
        Some(_) => "cfn-guard cannot read on from here".to_owned(),
        None => words.lines().next().unwrap_or_default().to_owned(),
    }
}

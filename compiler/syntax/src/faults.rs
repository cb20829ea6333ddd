//! The words of what is wrong with a text: one constructor a code.

use diagnostics::{Code, Diagnostic};
use source::{Edit, Span};

pub(crate) fn unexpected(span: Span, what: &str) -> Diagnostic {
    Diagnostic::new(Code::UnexpectedText, format!("{what} cannot stand here"))
        .at(span, "not expected here")
        .help("a node is a name, then values and `name=value` pairs, then perhaps a block in braces")
}

pub(crate) fn unknown_keyword(span: Span, keyword: &str) -> Diagnostic {
    Diagnostic::new(Code::UnexpectedText, format!("`{keyword}` is no keyword"))
        .at(span, "no such keyword")
        .help("the keywords are `#true`, `#false`, `#null`, `#inf`, `#-inf` and `#nan`; quotes make it text")
        .fix("quote it", vec![Edit::replace(span, format!("\"{keyword}\""))])
}

pub(crate) fn broken_annotation(span: Span) -> Diagnostic {
    Diagnostic::new(Code::UnexpectedText, "a type annotation is a name in parentheses")
        .at(span, "not such a name, or not closed")
        .help("write `(name)` before the value, or quote the value if it is text")
}

pub(crate) fn missing_space(span: Span) -> Diagnostic {
    Diagnostic::new(Code::UnexpectedText, "values are set apart by spaces")
        .at(span, "touches what stands before it")
        .help("put a space between the two")
        .fix("insert a space", vec![Edit::insert_before(span, " ")])
}

pub(crate) fn missing_end(end: Span, next: Span) -> Diagnostic {
    Diagnostic::new(Code::UnexpectedText, "a node ends with its line, or with `;`")
        .at(next, "another node begins on the line")
        .help("put `;` between the two, or begin a line")
        .fix("insert `;`", vec![Edit::insert_after(end, ";")])
}

pub(crate) fn missing_value(span: Span) -> Diagnostic {
    Diagnostic::new(Code::UnexpectedText, "a value is missing")
        .at(span, "a value belongs after this")
        .help("write the value, or take this away")
}

pub(crate) fn unclosed_block(brace: Span, count: usize) -> Diagnostic {
    let more =
        if count > 1 { format!("; {count} blocks are open at the end of the file") } else { String::new() };
    Diagnostic::new(Code::UnclosedBlock, format!("a block is never closed{more}"))
        .at(brace, "opened here")
        .help("close it with `}` where its last node ends")
}

pub(crate) fn stray_brace(span: Span) -> Diagnostic {
    Diagnostic::new(Code::StrayBrace, "this brace closes nothing")
        .at(span, "no block is open here")
        .help("take it away, or open the block that it should close")
        .fix("take it away", vec![Edit::replace(span, "")])
}

pub(crate) fn unclosed_string(opening: Span, end: Span, close: &str) -> Diagnostic {
    Diagnostic::new(Code::UnclosedString, "a string is never closed")
        .at(opening, "opened here")
        .help("a string in single quotes of `\"` ends on its line; text over several lines stands between `\"\"\"`")
        .fix(format!("close it with `{close}`"), vec![Edit::insert_after(end, close)])
}

pub(crate) fn invalid_escape(span: Span) -> Diagnostic {
    Diagnostic::new(Code::InvalidEscape, "KDL has no such escape")
        .at(span, "not an escape")
        .help("the escapes are \\n \\r \\t \\s \\b \\f \\\" \\\\ and \\u{…}; a raw string `#\"…\"#` has none")
        .fix("write a backslash", vec![Edit::insert_before(span, "\\")])
}

pub(crate) fn malformed_number(span: Span, raw: &str) -> Diagnostic {
    Diagnostic::new(Code::MalformedNumber, format!("`{raw}` begins like a number and is none"))
        .at(span, "neither a number nor a name")
        .help("quotes make it text")
        .fix("quote it", vec![Edit::replace(span, format!("\"{raw}\""))])
}

pub(crate) fn forbidden_character(span: Span, c: char) -> Diagnostic {
    Diagnostic::new(
        Code::ForbiddenCharacter,
        format!("the character U+{:04X} may not stand in a source", u32::from(c)),
    )
    .at(span, "invisible, and refused by KDL")
    .help(format!("take it away, or write it as an escape in a string: `\\u{{{:x}}}`", u32::from(c)))
    .fix("take it away", vec![Edit::replace(span, "")])
}

pub(crate) fn too_deep(span: Span, limit: usize) -> Diagnostic {
    Diagnostic::new(Code::NestingTooDeep, format!("nested deeper than {limit} levels"))
        .at(span, "too deep from here on")
        .help("nothing beyond this place is read")
}

pub(crate) fn malformed_multiline(span: Span) -> Diagnostic {
    Diagnostic::new(Code::MalformedMultiline, "a multi-line string begins and ends on lines of their own")
        .at(span, "its lines do not line up")
        .help("after `\"\"\"` the line ends; every line begins with the white space that stands before the closing `\"\"\"`")
}

pub(crate) fn unclosed_comment(span: Span) -> Diagnostic {
    Diagnostic::new(Code::UnclosedComment, "a comment is never closed")
        .at(span, "opened here")
        .help("close it with `*/`")
}

pub(crate) fn bare_keyword(span: Span, word: &str) -> Diagnostic {
    Diagnostic::new(Code::BareKeyword, format!("the keyword is written `#{word}`"))
        .at(span, "without its `#`")
        .help("or quote it, if it is meant as text")
        .fix(format!("write `#{word}`"), vec![Edit::replace(span, format!("#{word}"))])
}

pub(crate) fn duplicate_property(again: Span, first: Span, name: &str) -> Diagnostic {
    Diagnostic::new(Code::DuplicateProperty, format!("`{name}` is stated twice"))
        .at(again, "stated again")
        .with(first, "first stated here")
        .help("state it once; a reader cannot know which one counts")
        .fix("take the second away", vec![Edit::replace(again, "")])
}

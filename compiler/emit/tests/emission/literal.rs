//! A strict reader of the quoted texts in HCL, apart from the printer: what Terraform would take them for.

/// A quoted text that holds no template.
pub(crate) struct Literal {
    /// As it is spelled, quotes included.
    pub(crate) spelled: String,
    /// As it is meant.
    pub(crate) meant: String,
}

/// Every literal of a file in order; templates are read as one literal that means its own spelling.
///
/// # Panics
/// Where a text does not end, or has an escape that HCL does not know.
pub(crate) fn literals(file: &str) -> Vec<Literal> {
    let mut rest = file;
    let mut found = Vec::new();
    while let Some(start) = rest.find('"') {
        let (literal, after) = literal(&rest[start + 1..]);
        found.push(literal);
        rest = after;
    }
    found
}

fn literal(text: &str) -> (Literal, &str) {
    let mut meant = String::new();
    let mut is_template = false;
    let mut rest = text;
    loop {
        let character = rest.chars().next().expect("a text ends on its line");
        let escape =
            [("$${", "${"), ("%%{", "%{")].into_iter().find(|(written, _)| rest.starts_with(written));
        if let Some((written, shown)) = escape {
            meant.push_str(shown);
            rest = &rest[written.len()..];
        } else if rest.starts_with("${") || rest.starts_with("%{") {
            is_template = true;
            rest = after_template(&rest[2..]);
        } else if character == '"' {
            let spelled = format!("\"{}\"", &text[..text.len() - rest.len()]);
            let meant = if is_template { spelled.clone() } else { meant };
            return (Literal { spelled, meant }, &rest[1..]);
        } else if character == '\\' {
            let (escaped, after) = escaped(&rest[1..]);
            meant.push(escaped);
            rest = after;
        } else {
            assert!(!character.is_control(), "{text}");
            meant.push(character);
            rest = &rest[character.len_utf8()..];
        }
    }
}

fn after_template(mut rest: &str) -> &str {
    loop {
        let at = rest.find(['"', '}']).expect("a template ends");
        match rest.as_bytes()[at] {
            b'}' => return &rest[at + 1..],
            _ => rest = literal(&rest[at + 1..]).1,
        }
    }
}

fn escaped(text: &str) -> (char, &str) {
    let kind = text.chars().next().expect("an escape has a letter");
    let digits = match kind {
        '"' | '\\' => return (kind, &text[1..]),
        'n' => return ('\n', &text[1..]),
        'r' => return ('\r', &text[1..]),
        't' => return ('\t', &text[1..]),
        'u' => 4,
        'U' => 8,
        other => panic!("no escape: {other}"),
    };
    let code = u32::from_str_radix(&text[1..=digits], 16).expect("hexadecimal digits");
    (char::from_u32(code).expect("a code point"), &text[digits + 1..])
}

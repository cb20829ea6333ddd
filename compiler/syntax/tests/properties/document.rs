//! Documents made of choices: fewer and smaller choices give a shorter document, so that failures shrink by themselves.

use syntax::is_bare;

const TEXTS: &[&str] = &[
    "a",
    "control",
    "CC6.1",
    "",
    "two words",
    "true",
    "3.4",
    "-1",
    "-",
    "+.",
    "é漢",
    "a\"b",
    "back\\slash",
    "line\nbreak",
    "\n  in\n\n   dented\n",
    "tab\there",
    "{;}",
    "x=y",
    "//",
    "/*",
    "#true",
    "\u{e000}\u{1F600}",
    "a long text that goes on for a while, so that lines have to be wrapped",
];

const NUMBERS: &[&str] = &[
    "0",
    "-1",
    "+1_000",
    "1.5",
    "-0.25e-3",
    "6E+4",
    "0xFf_1",
    "-0o17",
    "0b1_0",
    "007",
    "123456789012345678",
];

const KEYWORDS: &[&str] = &["#true", "#false", "#null", "#inf", "#-inf", "#nan"];

const BREAKS: &[&str] = &["\n", "\n\n", "\r\n", "\n\n\n\n", ";", "; ", "\n \t\n"];

/// Writes a document; runs out of choices as it runs out of nodes.
struct Writer<'a> {
    choices: std::slice::Iter<'a, u16>,
    out: String,
    marks: usize,
}

/// The document that choices make.
pub(crate) fn document(choices: &[u16]) -> String {
    let mut writer = Writer { choices: choices.iter(), out: String::new(), marks: 0 };
    if writer.choose(20) == 19 {
        writer.out.push('\u{FEFF}');
    }
    while !writer.choices.as_slice().is_empty() {
        let slashdashed = writer.node(0);
        writer.end(slashdashed);
    }
    writer.out
}

impl Writer<'_> {
    /// A number below `most`; 0 once the choices are used up.
    fn choose(&mut self, most: usize) -> usize {
        self.choices.next().map_or(0, |choice| usize::from(*choice) % most)
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        from[self.choose(from.len())]
    }

    fn mark(&mut self) -> String {
        self.marks += 1;
        format!("mark-{}", self.marks)
    }

    /// What ends a node: a line break, a semicolon, or a comment with its line break.
    ///
    /// Crate `kdl` refuses the semicolon of a node that is commented out, so such a node ends with its line.
    fn end(&mut self, slashdashed: bool) {
        if self.choose(4) == 3 {
            let mark = self.mark();
            self.out.push_str(&format!(" // {mark} {{ \n"));
        } else {
            let ended = self.pick(if slashdashed { &["\n", "\r\n"] } else { BREAKS });
            self.out.push_str(ended);
        }
        match self.choose(12) {
            9 => {
                let mark = self.mark();
                self.out.push_str(&format!("  // {mark}\n"));
            }
            10 => {
                let mark = self.mark();
                self.out.push_str(&format!("/* {mark} /* \n */*/ "));
            }
            11 => self.out.push_str("\n\n"),
            _ => {}
        }
    }

    /// Space between the parts of a node.
    fn space(&mut self) {
        match self.choose(14) {
            10 => self.out.push_str("  \t"),
            11 => self.out.push_str(" \\\n   "),
            12 => {
                let mark = self.mark();
                self.out.push_str(&format!(" /* {mark} */ "));
            }
            13 => {
                let (line, block) = (self.mark(), self.mark());
                self.out.push_str(&format!(" \\ /* {line} */ // {block}\n "));
            }
            _ => self.out.push(' '),
        }
    }

    /// Perhaps comments out what follows; whether it did.
    fn slashdash(&mut self) -> bool {
        let slashdashed = self.choose(8) == 7;
        if slashdashed {
            let after = self.pick(&["/-", "/- ", "/-\n", "/- // why\n "]);
            self.out.push_str(after);
        }
        slashdashed
    }

    fn annotation(&mut self) {
        if self.choose(8) == 7 {
            let written = self.pick(&["(t)", "( u )", "(\"v w\")", "(/* c */x)", "(t) "]);
            self.out.push_str(written);
        }
    }

    /// A node without its end; whether it is commented out.
    fn node(&mut self, depth: usize) -> bool {
        let slashdashed = self.slashdash();
        self.annotation();
        self.string();
        for _ in 0..self.choose(5) {
            self.space();
            self.entry();
        }
        if depth > 4 || self.choose(3) != 2 {
            return slashdashed;
        }
        if self.choose(6) == 5 {
            self.space();
            self.out.push_str("/-");
            self.block(depth);
        }
        self.space();
        self.block(depth);
        if self.choose(6) == 5 {
            self.space();
            self.out.push_str("/- ");
            self.block(depth);
        }
        slashdashed
    }

    fn block(&mut self, depth: usize) {
        self.out.push('{');
        let opening = self.pick(&[" ", "", "\n", "\n\n"]);
        self.out.push_str(opening);
        if self.choose(8) == 7 {
            let mark = self.mark();
            self.out.push_str(&format!("// {mark}\n"));
        }
        for _ in 0..self.choose(4) {
            let slashdashed = self.node(depth + 1);
            self.end(slashdashed);
        }
        self.out.push('}');
    }

    fn entry(&mut self) {
        self.slashdash();
        if self.choose(3) == 2 {
            self.string();
            let equals = self.pick(&["=", " = ", "= ", "=\\\n"]);
            self.out.push_str(equals);
        }
        self.annotation();
        match self.choose(4) {
            2 => {
                let number = self.pick(NUMBERS);
                self.out.push_str(number);
            }
            3 => {
                let keyword = self.pick(KEYWORDS);
                self.out.push_str(keyword);
            }
            _ => self.string(),
        }
    }

    /// A text in one of the forms that can say it.
    fn string(&mut self) {
        let text = self.pick(TEXTS);
        let form = self.choose(5);
        let written = match form {
            0 | 1 if is_bare(text) => text.to_owned(),
            2 if !text.contains('\n') && !text.starts_with('"') => format!("##\"{text}\"##"),
            3 => format!("\"\"\"\n{}\n  \"\"\"", indented(&escaped(text).replace("\\n", "\n"))),
            4 => format!("#\"\"\"\r\n{}\n  \"\"\"#", indented(text)),
            _ => format!("\"{}\"", escaped(text)),
        };
        self.out.push_str(&written);
    }
}

fn indented(text: &str) -> String {
    text.split('\n').map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t")
}

//! Programs that ask for as much work as their size allows: one shape each, of any size.

/// The name of a shape, and the program of that shape with so many parts.
pub type Shape = (&'static str, fn(usize) -> String);

/// All shapes.
pub const HOSTILE: &[Shape] = &[
    ("long-string", |size| control(&format!("description \"{}\"", "x".repeat(size)))),
    ("escapes", |size| control(&format!("description \"{}\"", "\\u{e9}\\n".repeat(size / 8)))),
    ("lines", |size| control(&format!("description \"\"\"\n{}\n\"\"\"", "a\n".repeat(size / 2)))),
    ("nested-braces", |size| project("a{", size)),
    ("unclosed-braces", |size| project("a {\n", size)),
    ("nested-comments", |size| project("/*", size)),
    ("siblings", |size| control(&"cloudtrail kms_DisableKey\n".repeat(size))),
    ("same-names", |size| framework(&"control A-1 Same { manual m }\n".repeat(size))),
    ("unknown-nodes", |size| project("cntrl\n", size)),
    ("unknown-names", |size| {
        control(&(0..size).map(|n| format!("rule s3-bukcet-{n}\n")).collect::<String>())
    }),
    ("unknown-controls", |size| {
        let control = |n| format!("control A-{n} Step {{ satisfies f:B-{n} relation=superset }}\n");
        framework(&(0..size).map(control).collect::<String>())
    }),
    ("arguments", |size| control(&format!("cloudtrail {}", "a ".repeat(size)))),
    ("properties", |size| {
        control(&format!("manual m {}", (0..size).map(|n| format!("p{n}=1 ")).collect::<String>()))
    }),
    ("one-line", |size| project("a;", size)),
    ("wrong-characters", |size| project("= ", size)),
    ("chain", |size| {
        let step = |n| format!("control A-{n} Step {{ satisfies f:A-{} relation=superset }}\n", n + 1);
        framework(
            &((0..size).map(step).collect::<String>() + &format!("control A-{size} End {{ manual m }}\n")),
        )
    }),
    ("cycle", |size| {
        let step = |n| format!("framework f{n} {{ extends f{} }}\n", (n + 1) % size);
        project("", 0) + &(0..size).map(step).collect::<String>()
    }),
    ("cycles", |size| {
        let step = |n: usize| format!("framework f{n} {{ extends f{} }}\n", n ^ 1);
        project("", 0) + &(0..size & !1).map(step).collect::<String>()
    }),
    ("guard-text", |size| {
        let policy = "rule a { b[*] { c == 1 } }\n".repeat(size / 27);
        project("", 0)
            + &format!("rule r {{ resource AWS::S3::Bucket; guard surface=config #\"{policy}\"# }}\n")
    }),
];

/// A project, then a piece of text again and again.
fn project(piece: &str, count: usize) -> String {
    format!("project p edition=\"1\" catalogue=\"{}\"\n{}", facts::CATALOGUE_DATE, piece.repeat(count))
}

fn framework(controls: &str) -> String {
    project("", 0) + &format!("framework f {{\ntitle F\ncontrol-set a A {{\n{controls}\n}}\n}}\n")
}

fn control(body: &str) -> String {
    framework(&format!("control A-1 One {{\n{body}\n}}"))
}

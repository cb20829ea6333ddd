//! Files with a part missing, doubled or put elsewhere: no panic, places inside their files, and sources that read.

use diagnostics::Report;
use source::{FileId, SourceMap};

use super::{bodies, lists, state};

/// How often each file is changed.
const TRIES: usize = 60;

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    /// A number below `most`.
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (most.max(1) as u64)).expect("below a size")
    }

    /// A place in a text where a character begins.
    fn place(&mut self, text: &str) -> usize {
        begin(text, self.below(text.len() + 1))
    }
}

/// The place at or before a byte where a character begins.
fn begin(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).expect("a text begins with a character")
}

/// The text with a part of it missing, doubled, cut off or joined by signs that other programs trip over.
fn changed(text: &str, chance: &mut Chance) -> String {
    let from = chance.place(text);
    let to = begin(text, text.len().min(from + chance.below(40))).max(from);
    let at = chance.place(text);
    match chance.below(4) {
        0 => format!("{}{}", &text[..from], &text[to..]),
        1 => format!("{}{}{}", &text[..at], &text[from..to], &text[at..]),
        2 => format!("{}\\u0000\u{202e}{}", &text[..at], &text[at..]),
        _ => text[..from].to_owned(),
    }
}

#[test]
fn whatever_stands_there_is_read_or_told() {
    let state = state::whole();
    let files = [
        ("rules.json", state::RULES),
        ("remediations.json", state::REMEDIATIONS),
        ("infra.tfstate", state.as_str()),
        ("control.json", bodies::CONTROL),
        ("framework.json", bodies::FRAMEWORK),
        ("catalog.json", lists::CATALOG),
        ("profile.json", lists::PROFILE),
        ("list.csv", lists::LIST),
    ];
    let mut chance = Chance(20_261_125);
    for changing in 0..files.len() {
        for _ in 0..TRIES {
            let mut texts = files.map(|(path, text)| (path, text.to_owned()));
            texts[changing].1 = changed(&texts[changing].1, &mut chance);
            holds(&texts);
        }
    }
}

/// What is promised of any files.
fn holds(texts: &[(&str, String)]) {
    let (mut sources, mut report) = (SourceMap::default(), Report::default());
    let ids: Vec<FileId> = texts.iter().map(|(path, text)| sources.add(*path, text.as_str())).collect();
    let artifacts = import::read(&mut sources, &ids, &mut report);
    import::judge(&artifacts, &sources, &[], &mut report);
    let written = import::translate(&artifacts, &sources, None, &[], &mut report);
    for label in report.diagnostics().iter().flat_map(|found| &found.labels) {
        let text = sources.file(label.span.file).text();
        assert!(text.get(label.span.range()).is_some(), "{label:?} in {text}");
    }
    for source in written {
        let file = sources.add(source.path.as_str(), source.text.as_str());
        let parsed = syntax::parse(file, sources.file(file).text());
        assert!(parsed.diagnostics.is_empty(), "{}\n{:?}", source.text, parsed.diagnostics);
    }
}

//! Lists of controls as CSV or TSV: a row a control, or a row for each rule of one; the first row names the columns.

mod rows;

use std::collections::BTreeMap;

use diagnostics::{Code, Diagnostic, Report};
use source::{FileId, Span};

use super::stem;
use crate::document::Placed;
use crate::framework::{Control, ControlSet, Evidence, EvidenceSource, Framework};
use crate::loss::loss;
use rows::{Row, Rows};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Framework,
    Set,
    Id,
    Title,
    Description,
    Testing,
    Rules,
    SecurityHub,
    /// What is not known, as was told.
    Other,
}

/// The names of columns, in small letters and without what parts their words.
const COLUMNS: &[(&str, Column)] = &[
    ("framework", Column::Framework),
    ("set", Column::Set),
    ("controlset", Column::Set),
    ("family", Column::Set),
    ("domain", Column::Set),
    ("controlfamily", Column::Set),
    ("group", Column::Set),
    ("chapter", Column::Set),
    ("section", Column::Set),
    ("category", Column::Set),
    ("id", Column::Id),
    ("control", Column::Id),
    ("controlid", Column::Id),
    ("reference", Column::Id),
    ("controlnumber", Column::Id),
    ("refid", Column::Id),
    ("referenceid", Column::Id),
    ("requirementid", Column::Id),
    ("clause", Column::Id),
    ("title", Column::Title),
    ("name", Column::Title),
    ("controltitle", Column::Title),
    ("controlname", Column::Title),
    ("requirementtitle", Column::Title),
    ("description", Column::Description),
    ("controldescription", Column::Description),
    ("requirement", Column::Description),
    ("requirementdescription", Column::Description),
    ("requirementtext", Column::Description),
    ("controltext", Column::Description),
    ("statement", Column::Description),
    ("controlstatement", Column::Description),
    ("testing", Column::Testing),
    ("testprocedure", Column::Testing),
    ("testingprocedure", Column::Testing),
    ("testingprocedures", Column::Testing),
    ("guidance", Column::Testing),
    ("rule", Column::Rules),
    ("rules", Column::Rules),
    ("configrule", Column::Rules),
    ("configrules", Column::Rules),
    ("configrulename", Column::Rules),
    ("managedrule", Column::Rules),
    ("managedrules", Column::Rules),
    ("awsconfigrule", Column::Rules),
    ("awsconfigrules", Column::Rules),
    ("securityhub", Column::SecurityHub),
    ("securityhubcontrol", Column::SecurityHub),
    ("securityhubcontrols", Column::SecurityHub),
];

/// What a list may say.
const COLUMNS_ARE: &str = "columns are: framework, set, id, title, description, testing, rules, security hub";

/// Signs between names in a field.
const BETWEEN: [char; 7] = [',', ';', ' ', '\n', '\r', '\t', '|'];

/// Whether a file is a list, by its name.
pub(super) fn is_list(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    ["csv", "tsv", "tab"].iter().any(|list| extension.eq_ignore_ascii_case(list))
}

/// What parts the fields: what stands most often in the first row, which has the same names whatever parts them.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |sign: u8| first.bytes().filter(|byte| *byte == sign).count();
    // Where two stand as often, the first of these.
    let signs = [b',', b';', b'\t'];
    signs.into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

/// Reads a list; the frameworks that it names, or one of the file's name.
pub(super) fn read(file: FileId, path: &str, text: &str, report: &mut Report) -> Vec<Framework> {
    let rows = Rows::new(file, text, delimiter(text));
    let mut all = rows.all();
    let Some(header) = all.next() else {
        report.push(missing(Span::new(file, 0, 0)));
        return Vec::new();
    };
    let Some(columns) = columns(&rows, &header, report) else { return Vec::new() };
    let mut list = List::new(stem(path), columns);
    for row in all {
        list.row(&rows, &row, report);
    }
    list.finish(report)
}

/// What each column holds, if it has a name; `None` where none holds ids or titles.
fn columns(rows: &Rows<'_>, header: &Row, report: &mut Report) -> Option<Vec<Option<Column>>> {
    let mut columns = Vec::new();
    let mut unknown = Vec::new();
    for place in 0..header.len() {
        let name = rows.field(header, place);
        let plain = name.as_ref().map(|name| {
            let letters = name.value.chars().filter(|c| c.is_alphanumeric());
            letters.flat_map(char::to_lowercase).collect::<String>()
        });
        let known = plain.and_then(|plain| COLUMNS.iter().find(|(name, _)| *name == plain));
        let column = known.map(|(_, column)| *column).filter(|column| !columns.contains(&Some(*column)));
        let other = name.as_ref().map(|_| Column::Other);
        if column.is_none() {
            unknown.extend(name);
        }
        columns.push(column.or(other));
    }
    let has = |column| columns.contains(&Some(column));
    if !has(Column::Id) && !has(Column::Title) {
        report.push(missing(rows.place(header)));
        return None;
    }
    unknown.iter().for_each(|name| report.push(left_out(name)));
    Some(columns)
}

/// A list as it is read.
struct List<'t> {
    /// The framework of rows that name none.
    name: &'t str,
    columns: Vec<Option<Column>>,
    /// Where fields stand in columns without a name.
    stray: Vec<Span>,
    /// Where further rows of a control say otherwise than its first, and what.
    otherwise: Vec<(Span, Vec<&'static str>)>,
    frameworks: Vec<Framework>,
    /// By title: the place of a framework.
    titles: BTreeMap<String, usize>,
    /// By framework and title: the place of a set.
    sets: BTreeMap<(usize, String), usize>,
    /// By framework and id: the places of the set and of the control.
    controls: BTreeMap<(usize, String), (usize, usize)>,
}

impl<'t> List<'t> {
    fn new(name: &'t str, columns: Vec<Option<Column>>) -> Self {
        let (titles, sets, controls) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self {
            name,
            columns,
            stray: Vec::new(),
            otherwise: Vec::new(),
            frameworks: Vec::new(),
            titles,
            sets,
            controls,
        }
    }

    fn row(&mut self, rows: &Rows<'_>, row: &Row, report: &mut Report) {
        let field = |column| {
            let place = self.columns.iter().position(|known| *known == Some(column))?;
            rows.field(row, place)
        };
        let (id, title) = (field(Column::Id), field(Column::Title));
        let Some(first) = id.clone().or_else(|| title.clone()) else {
            if !row.is_empty() {
                report.push(nameless(rows.place(row)));
            }
            return;
        };
        let place = first.span;
        let is_nameless = |place: &usize| self.columns.get(*place).is_none_or(Option::is_none);
        let nameless = (0..row.len()).filter(is_nameless);
        self.stray.extend(nameless.filter_map(|place| rows.field(row, place)).map(|field| field.span));
        let named = |text: &str| Placed { value: text.to_owned(), span: place };
        let framework = field(Column::Framework).unwrap_or_else(|| named(self.name));
        let set = field(Column::Set).unwrap_or_else(|| named("Controls"));
        let description = field(Column::Description);
        let described = || description.as_ref().map(first_words).map(|words| named(&words));
        let control = Control {
            title: title.or_else(described).unwrap_or_else(|| first.clone()),
            id,
            testing: field(Column::Testing),
            action_title: None,
            action: None,
            evidence: evidence(field(Column::Rules), EvidenceSource::Rule)
                .chain(evidence(field(Column::SecurityHub), EvidenceSource::SecurityHub))
                .collect(),
            description,
        };
        self.add(framework, set, first.value, control);
    }

    /// Adds a control, or what a further row of it adds.
    fn add(&mut self, framework: Placed<String>, of_set: Placed<String>, id: String, control: Control) {
        let place = *self.titles.entry(framework.value.clone()).or_insert(self.frameworks.len());
        if place == self.frameworks.len() {
            self.frameworks.push(Framework::titled(framework));
        }
        let sets = &mut self.frameworks[place].sets;
        if let Some((set, known)) = self.controls.get(&(place, id.clone())) {
            let (home, known) = (sets[*set].title.value.clone(), &mut sets[*set].controls[*known]);
            let others = otherwise(known, &control, (home != of_set.value).then_some(&of_set));
            if !others.is_empty() {
                self.otherwise.push((control.place(), others));
            }
            known.evidence.extend(control.evidence);
            known.description = known.description.take().or(control.description);
            known.testing = known.testing.take().or(control.testing);
            return;
        }
        let at = *self.sets.entry((place, of_set.value.clone())).or_insert(sets.len());
        if at == sets.len() {
            sets.push(ControlSet { title: of_set, controls: Vec::new() });
        }
        self.controls.insert((place, id), (at, sets[at].controls.len()));
        sets[at].controls.push(control);
    }
}

impl List<'_> {
    /// The frameworks; tells of what was said of no row by itself.
    fn finish(self, report: &mut Report) -> Vec<Framework> {
        if let Some(first) = self.stray.first() {
            let message = format!("fields in columns without a name: {}", self.stray.len());
            let help = "name each column in the first row, and quote a text that holds what parts them";
            report.push(loss(message, *first, "the first; they are left out", help));
        }
        if let Some((place, what)) = self.otherwise.first() {
            let message = format!("further rows of controls that say otherwise: {}", self.otherwise.len());
            let label = format!("the first: {}; it stays as its control's first row has it", what.join(", "));
            let help = "a row adds evidence to its control, and gives what the rows before lack";
            report.push(loss(message, *place, label, help));
        }
        self.frameworks
    }
}

/// What a further row of a control says that its first says otherwise; `set` is one that is not the control's.
fn otherwise(known: &Control, more: &Control, set: Option<&Placed<String>>) -> Vec<&'static str> {
    // What a row does not state stands where its id does.
    let is_stated = |text: &Placed<String>| text.span != more.place();
    let differs = |known: &Option<Placed<String>>, more: &Option<Placed<String>>| {
        known.as_ref().zip(more.as_ref()).is_some_and(|(known, more)| known.value != more.value)
    };
    let title = is_stated(&more.title) && more.title.value != known.title.value;
    let differences = [
        ("title", title),
        ("description", differs(&known.description, &more.description)),
        ("testing", differs(&known.testing, &more.testing)),
        ("set", set.is_some_and(is_stated)),
    ];
    differences.into_iter().filter(|(_, differs)| *differs).map(|(what, _)| what).collect()
}

/// The names in a field, whatever parts them.
fn evidence(
    field: Option<Placed<String>>,
    source: fn(Placed<String>) -> EvidenceSource,
) -> impl Iterator<Item = Evidence> {
    field.into_iter().flat_map(move |field| {
        // Where the field is written as it reads, each name has a place of its own.
        let is_exact = field.span.len() == field.value.len();
        let file = field.span.file;
        let mut names = Vec::new();
        let mut at = 0;
        for part in field.value.split_inclusive(BETWEEN) {
            let name = part.trim_end_matches(BETWEEN);
            let start = field.span.start as usize + at;
            let span = if is_exact { Span::new(file, start, start + name.len()) } else { field.span };
            at += part.len();
            if !name.is_empty() {
                names.push(Placed { value: name.to_owned(), span });
            }
        }
        names.into_iter().map(move |name| Evidence::of(source(name)))
    })
}

/// The first sentence of a text, as a title.
fn first_words(text: &Placed<String>) -> String {
    const MOST: usize = 80;
    let line = text.value.lines().next().unwrap_or_default();
    let sentence = line.split_once(". ").map_or(line, |(first, _)| first).trim_end_matches('.');
    if sentence.chars().count() <= MOST {
        return sentence.to_owned();
    }
    let cut: String = sentence.chars().take(MOST).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words))
}

fn missing(place: Span) -> Diagnostic {
    Diagnostic::new(Code::UnknownArtifact, "the list has no column of ids or titles")
        .at(place, "the first row names no column `id` or `title`")
        .help(COLUMNS_ARE)
}

fn left_out(name: &Placed<String>) -> Diagnostic {
    loss(format!("the column `{}` is not known", name.value), name.span, "is left out", COLUMNS_ARE)
}

fn nameless(row: Span) -> Diagnostic {
    loss("a row without an id and without a title", row, "is left out", "give it an id")
}

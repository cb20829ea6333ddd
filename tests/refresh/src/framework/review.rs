//! Judgements on the claims of a framework's facts: what is no evidence, and what is missing. A judgement that meets
//! no claim is an error, so that the table never outlives the facts it speaks of.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::sources::ClaimKind;

/// A row that the facts lack.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Addition {
    pub(crate) control: String,
    pub(crate) kind: Word,
    pub(crate) key: String,
    /// The parameters that the row states; items of a list stand between commas.
    pub(crate) parameters: BTreeMap<String, String>,
}

/// The word that begins a row of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Word {
    Rule,
    SecurityHub,
    ApiCall,
    CloudTrail,
    Manual,
}

impl Word {
    pub(crate) fn of(kind: ClaimKind) -> Self {
        match kind {
            ClaimKind::Config => Self::Rule,
            ClaimKind::SecurityHub => Self::SecurityHub,
            ClaimKind::Api => Self::ApiCall,
            ClaimKind::CloudTrail => Self::CloudTrail,
            ClaimKind::Manual => Self::Manual,
        }
    }

    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::SecurityHub => "security-hub",
            Self::ApiCall => "api-call",
            Self::CloudTrail => "cloudtrail",
            Self::Manual => "manual",
        }
    }

    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let all = [Self::Rule, Self::SecurityHub, Self::ApiCall, Self::CloudTrail, Self::Manual];
        all.into_iter().find(|word| word.text() == text).ok_or_else(|| format!("not a kind of row: {text}"))
    }
}

/// Stands for every control, or for every key of a kind.
const ALL: &str = "*";

/// Control, kind of row and key.
type Drop = (String, Word, String);

/// The judgements on one framework.
#[derive(Default)]
pub(crate) struct Review {
    drops: BTreeSet<Drop>,
    met: RefCell<BTreeSet<Drop>>,
    pub(crate) additions: Vec<Addition>,
}

impl Review {
    /// The judgements kept beside this program; a framework without a table has none.
    pub(crate) fn of(framework: &str) -> Result<Self, String> {
        let tables = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/framework/reviews");
        let path = tables.join(format!("{framework}.tsv"));
        if !path.exists() {
            return Ok(Self::default());
        }
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Self::parse(&text).map_err(|fault| format!("{}: {fault}", path.display()))
    }

    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let mut review = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            let [verdict, controls, rows, reason] = fields[..] else {
                return Err(format!("not four fields: {line}"));
            };
            if reason.is_empty() {
                return Err(format!("no reason: {line}"));
            }
            let (kind, keys) = rows.split_once(' ').ok_or_else(|| format!("no rows: {line}"))?;
            let kind = Word::read(kind)?;
            for control in controls.split(", ") {
                match verdict {
                    "drop" => drop_all(&mut review.drops, control, kind, keys),
                    "add" => review.additions.extend(additions(control, kind, keys)),
                    other => return Err(format!("not a verdict: {other}")),
                }
            }
        }
        Ok(review)
    }

    /// Whether the row is judged to be no evidence for the control.
    pub(crate) fn drops(&self, control: &str, kind: Word, key: &str) -> bool {
        let named = [(control, key), (control, ALL), (ALL, key)];
        let mut named = named.map(|(control, key)| (control.to_owned(), kind, key.to_owned())).into_iter();
        let hit = named.find(|drop| self.drops.contains(drop));
        hit.map(|drop| self.met.borrow_mut().insert(drop)).is_some()
    }

    /// The judgements that met no claim so far.
    pub(crate) fn unmet(&self) -> Vec<String> {
        let met = self.met.borrow();
        let idle = self.drops.iter().filter(|drop| !met.contains(*drop));
        idle.map(|(control, kind, key)| format!("{control} {} {key}", kind.text())).collect()
    }
}

fn drop_all(drops: &mut BTreeSet<Drop>, control: &str, kind: Word, keys: &str) {
    drops.extend(keys.split(' ').map(|key| (control.to_owned(), kind, key.to_owned())));
}

/// Keys may be followed by `name=value`, each of which belongs to the key before it.
fn additions(control: &str, kind: Word, keys: &str) -> Vec<Addition> {
    let mut added: Vec<Addition> = Vec::new();
    for word in keys.split(' ') {
        match (word.split_once('='), added.last_mut()) {
            (Some((name, value)), Some(last)) => {
                last.parameters.insert(name.into(), value.into());
            }
            _ => added.push(Addition {
                control: control.into(),
                kind,
                key: word.into(),
                parameters: BTreeMap::new(),
            }),
        }
    }
    added
}

#[cfg(test)]
mod tests {
    use super::{Review, Word};

    const TABLE: &str = "# a comment\ndrop\t1, 2\trule a b\tno evidence\ndrop\t3\tapi-call *\tneither\n\
                         add\t4\trule c days=90 ports=1,2 d\tas in the standard\n";

    #[test]
    fn drops_hold_for_the_controls_and_rows_named() {
        let review = Review::parse(TABLE).unwrap();
        assert!(review.drops("1", Word::Rule, "b") && review.drops("3", Word::ApiCall, "x_Y"));
        assert!(!review.drops("3", Word::Rule, "a") && !review.drops("1", Word::ApiCall, "a"));
    }

    #[test]
    fn a_judgement_that_meets_nothing_is_told() {
        let review = Review::parse(TABLE).unwrap();
        for (control, key) in [("1", "a"), ("1", "b"), ("2", "a")] {
            assert!(review.drops(control, Word::Rule, key));
        }
        assert_eq!(review.unmet(), ["2 rule b", "3 api-call *"]);
    }

    #[test]
    fn a_row_may_be_no_evidence_for_any_control() {
        let review = Review::parse("drop\t*\trule a\tproves nothing here").unwrap();
        assert!(review.drops("1", Word::Rule, "a") && !review.drops("1", Word::Rule, "b"));
        assert!(review.unmet().is_empty());
    }

    #[test]
    fn an_addition_may_state_parameters() {
        let review = Review::parse(TABLE).unwrap();
        let stated = [("days".to_owned(), "90".to_owned()), ("ports".to_owned(), "1,2".to_owned())];
        assert_eq!(review.additions[0].parameters, stated.into());
        assert_eq!((review.additions[1].key.as_str(), review.additions[1].parameters.len()), ("d", 0));
    }

    #[test]
    fn a_line_without_verdict_rows_or_reason_is_refused() {
        for line in
            ["keep\t1\trule a\twhy", "drop\t1\trule\twhy", "drop\t1\trule a\t", "drop\t1\tlaw a\twhy", "drop"]
        {
            assert!(Review::parse(line).is_err(), "{line}");
        }
    }
}

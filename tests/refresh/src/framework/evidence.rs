//! The rows of each control: claims of the facts, judged, checked against what the cloud offers, and put in order.

use std::collections::BTreeMap;

use super::origin::{OURS, Origin};
use super::review::{Review, Word};
use super::setting::Setting;
use super::sources::{Claim, ClaimKind, Sources};
use super::words::Words;

/// Says in the words that a control is inherited from the provider.
pub(super) const INHERITED: &str = "inherited";

/// One row of evidence.
pub(crate) struct Row {
    pub(crate) word: Word,
    pub(crate) key: String,
    pub(crate) origin: Origin,
    pub(crate) parameters: BTreeMap<String, Setting>,
    pub(crate) guidance: String,
}

/// The rows of every control, by its id, in the order they are written: by kind, then by name.
pub(crate) type Rows = BTreeMap<String, Vec<Row>>;

/// Judges the claims and completes them by words. An unknown name, an idle judgement and a control left with nothing
/// are errors.
pub(super) fn rows(sources: &Sources, review: &Review, words: &Words) -> Result<Rows, String> {
    let mut rows = claimed(sources, review, words)?;
    for (control, row) in manual(sources, words)? {
        rows.entry(control).or_default().push(row);
    }
    put_in_order(&mut rows)?;
    every_control_says_something(sources, words, &rows)?;
    Ok(rows)
}

/// The rows that facts and judgements state alone: all but the manual ones.
pub(crate) fn automatic(sources: &Sources, review: &Review) -> Result<Rows, String> {
    let mut rows = claimed(sources, review, &Words::default())?;
    for rows in rows.values_mut() {
        rows.retain(|row| row.word != Word::Manual);
    }
    put_in_order(&mut rows)?;
    Ok(rows)
}

fn claimed(sources: &Sources, review: &Review, words: &Words) -> Result<Rows, String> {
    let mut rows = Rows::new();
    for claim in &sources.framework.evidence {
        if let Some(row) = judged(sources, review, words, claim)? {
            rows.entry(claim.control.clone()).or_default().push(row);
        }
    }
    for (control, row) in added(sources, review)? {
        rows.entry(control).or_default().push(row);
    }
    let idle = review.unmet();
    if !idle.is_empty() {
        return Err(format!("judgements that meet no claim: {}", idle.join("; ")));
    }
    let known = |id: &str| sources.framework.controls.iter().any(|control| control.id == id);
    match rows.keys().find(|id| !known(id)) {
        Some(id) => Err(format!("rows for a control that is not in the list: {id}")),
        None => Ok(rows),
    }
}

fn put_in_order(rows: &mut Rows) -> Result<(), String> {
    for (control, rows) in rows {
        rows.sort_by(|left, right| (left.word, &left.key).cmp(&(right.word, &right.key)));
        let same = |pair: &&[Row]| pair[0].word == pair[1].word && pair[0].key == pair[1].key;
        if let Some(pair) = rows.windows(2).find(same) {
            return Err(format!("{control}: {} {} stands twice", pair[0].word.text(), pair[0].key));
        }
    }
    Ok(())
}

fn judged(sources: &Sources, review: &Review, words: &Words, claim: &Claim) -> Result<Option<Row>, String> {
    let word = Word::of(claim.kind);
    let written = words.control(&claim.control).is_some();
    if (word == Word::Manual && written) || review.drops(&claim.control, word, &claim.key) {
        return Ok(None);
    }
    if !sources.offers(claim.kind, &claim.key) {
        return match has_same_check(sources, claim) {
            true => Ok(None),
            false => Err(format!("{}: {} {} is not offered", claim.control, word.text(), claim.key)),
        };
    }
    Ok(Some(Row {
        word,
        key: claim.key.clone(),
        origin: Origin::of(&claim.source)?,
        parameters: settings(sources, &claim.key, &claim.params)?,
        guidance: String::new(),
    }))
}

/// The values that a row states, by the types of its rule's parameters.
fn settings(
    sources: &Sources,
    rule: &str,
    stated: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, Setting>, String> {
    let typed = |(name, value): (&String, &String)| match sources.parameter(rule, name) {
        Some(kind) => Ok((name.clone(), Setting::read(value, kind))),
        None => Err(format!("{rule} has no parameter {name}")),
    };
    stated.iter().map(typed).collect()
}

/// A Security Hub control that Audit Manager does not list loses nothing where the Config rule of its check stands.
fn has_same_check(sources: &Sources, claim: &Claim) -> bool {
    let Some(rule) = sources.same_check(&claim.key).filter(|_| claim.kind == ClaimKind::SecurityHub) else {
        return false;
    };
    let mut claims = sources.framework.evidence.iter();
    claims.any(|other| other.control == claim.control && other.kind == ClaimKind::Config && other.key == rule)
}

fn added(sources: &Sources, review: &Review) -> Result<Vec<(String, Row)>, String> {
    let mut rows = Vec::new();
    for addition in &review.additions {
        let kind = match addition.kind {
            Word::Rule => ClaimKind::Config,
            Word::SecurityHub => ClaimKind::SecurityHub,
            Word::ApiCall => ClaimKind::Api,
            Word::CloudTrail => ClaimKind::CloudTrail,
            Word::Manual => ClaimKind::Manual,
        };
        if !sources.offers(kind, &addition.key) {
            return Err(format!(
                "{}: {} {} is not offered",
                addition.control,
                addition.kind.text(),
                addition.key
            ));
        }
        let row = Row {
            word: addition.kind,
            key: addition.key.clone(),
            origin: Origin::of(OURS)?,
            parameters: settings(sources, &addition.key, &addition.parameters)?,
            guidance: String::new(),
        };
        rows.push((addition.control.clone(), row));
    }
    Ok(rows)
}

/// Manual evidence as the words state it; it takes the place of the facts' guess.
fn manual(sources: &Sources, words: &Words) -> Result<Vec<(String, Row)>, String> {
    let mut rows = Vec::new();
    for control in &sources.framework.controls {
        let Some(said) = words.control(&control.id) else { continue };
        if said.evidence.is_empty() || said.evidence == INHERITED {
            continue;
        }
        let row = Row {
            word: Word::Manual,
            key: said.evidence.clone(),
            origin: Origin::of(OURS)?,
            parameters: BTreeMap::new(),
            guidance: said.guidance.clone(),
        };
        rows.push((control.id.clone(), row));
    }
    Ok(rows)
}

fn every_control_says_something(sources: &Sources, words: &Words, rows: &Rows) -> Result<(), String> {
    for control in &sources.framework.controls {
        let inherited = words.control(&control.id).is_some_and(|said| said.evidence == INHERITED);
        let evidence = rows.get(&control.id).is_some_and(|rows| !rows.is_empty());
        match (inherited, evidence) {
            (true, true) => return Err(format!("{}: inherited, yet it has evidence", control.id)),
            (false, false) => return Err(format!("{}: no evidence, and nothing said", control.id)),
            (true, false) | (false, true) => {}
        }
    }
    Ok(())
}

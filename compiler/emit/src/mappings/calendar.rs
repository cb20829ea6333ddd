//! When people are to bring what: at the end of each week, month, quarter, half-year or year.
//!
//! Dates follow from the catalogue's year alone and ids from names, so that a subscriber sees an entry move once a year.

use plan::{Publication, PublishedEvidence};
use uuid::Uuid;

use crate::Artifact;
use crate::print::calendar::Calendar;
use crate::print::csv::Table;

pub(super) fn artifacts(publication: &Publication<'_>) -> [Artifact; 2] {
    [table(publication), calendar(publication)]
}

fn artifact(ending: &str, text: String) -> Artifact {
    Artifact { path: format!("mappings/calendar.{ending}"), text, executable: false, trace: Vec::new() }
}

fn table(publication: &Publication<'_>) -> Artifact {
    let mut table = Table::new(&[
        "due",
        "first on",
        "evidence",
        "title",
        "owner",
        "as",
        "controls",
        "asked by",
        "what to bring",
    ]);
    for published in publication.by_due() {
        let evidence = published.evidence;
        table.row(&[
            evidence.every.clone(),
            due(&publication.plan.catalogue, &evidence.every).first,
            evidence.name.clone(),
            evidence.title.clone(),
            evidence.owner.clone().unwrap_or_default(),
            if evidence.file { "file" } else { "text" }.to_owned(),
            published.asked.len().to_string(),
            frameworks(published),
            evidence.guidance.clone(),
        ]);
    }
    artifact("csv", table.text())
}

/// The frameworks whose controls ask for it.
fn frameworks(published: &PublishedEvidence<'_>) -> String {
    let mut names: Vec<&str> =
        published.asked.iter().map(|asked| asked.spot.framework.name.as_str()).collect();
    names.dedup();
    names.join(", ")
}

fn calendar(publication: &Publication<'_>) -> Artifact {
    let plan = publication.plan;
    let stamp = plan.catalogue.replace('-', "");
    let mut calendar = Calendar::new();
    for published in publication.by_due() {
        let evidence = published.evidence;
        let due = due(&plan.catalogue, &evidence.every);
        let id = Uuid::new_v5(
            &Uuid::NAMESPACE_URL,
            format!("ordain:{}/{}", plan.project, evidence.name).as_bytes(),
        );
        calendar.line("BEGIN", "VEVENT");
        calendar.line("UID", &id.to_string());
        calendar.line("DTSTAMP", &format!("{stamp}T000000Z"));
        calendar.line("DTSTART;VALUE=DATE", &due.first.replace('-', ""));
        if let Some(rule) = due.again {
            calendar.line("RRULE", rule);
        }
        calendar.text("SUMMARY", &format!("Bring: {}", evidence.title));
        let owner = evidence.owner.as_ref().map(|owner| format!("Owner: {owner}. ")).unwrap_or_default();
        let asked = frameworks(published);
        calendar.text("DESCRIPTION", &format!("{owner}{} Asked by {asked}.", evidence.guidance));
        calendar.line("TRANSP", "TRANSPARENT");
        calendar.line("END", "VEVENT");
    }
    artifact("ics", calendar.end())
}

/// When something is due: on a day, and again by a rule.
struct Due {
    first: String,
    again: Option<&'static str>,
}

/// The ends of periods, from the year of the catalogue's date on.
fn due(catalogue: &str, every: &str) -> Due {
    let year = catalogue.get(..4).unwrap_or_default();
    let (day, again) = match every {
        "weekly" => (first_friday(year), Some("FREQ=WEEKLY")),
        "monthly" => ("01-31".to_owned(), Some("FREQ=MONTHLY;BYMONTHDAY=-1")),
        "quarterly" => ("03-31".to_owned(), Some("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1")),
        "half-yearly" => ("06-30".to_owned(), Some("FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1")),
        "yearly" => ("12-31".to_owned(), Some("FREQ=YEARLY")),
        // Once, and whatever a newer language says: by the end of the year.
        _ => ("12-31".to_owned(), None),
    };
    Due { first: format!("{year}-{day}"), again }
}

/// The first Friday of a year, as month and day.
fn first_friday(year: &str) -> String {
    let year: u32 = year.parse().unwrap_or_default();
    let before = year.saturating_sub(1);
    // The first of January of year 1 was a Monday, day 0 of its week.
    let weekday = (365 * before + before / 4 - before / 100 + before / 400) % 7;
    format!("01-{:02}", (4 + 7 - weekday) % 7 + 1)
}

#[cfg(test)]
mod tests {
    use super::due;

    #[test]
    fn weeks_end_on_fridays() {
        for (year, day) in [("2024", "01-05"), ("2026", "01-02"), ("2027", "01-01"), ("2028", "01-07")] {
            assert_eq!(due(&format!("{year}-11-22"), "weekly").first, format!("{year}-{day}"));
        }
    }
}

//! The catalogue as a whole: its date, and every table with its origin.

use crate::table::Table;
use crate::{
    audit_manager, cloudtrail, managed_rule, parameter, region, resource_type, runbook, runbook_class,
    security_hub,
};

/// The day on which the pinned data was read, as an ISO date.
pub const CATALOGUE_DATE: &str = "2026-11-22";

/// What a table holds and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableSummary {
    /// The file name of the table.
    pub file: &'static str,
    /// The names of its columns, by space.
    pub columns: &'static str,
    /// The sources of its records.
    pub origin: &'static str,
    /// The day on which the sources were read, as an ISO date.
    pub date: &'static str,
    /// How many records it holds.
    pub records: usize,
}

/// All tables of the catalogue, by subject; counts their records, so it reads them whole.
pub fn tables() -> impl Iterator<Item = TableSummary> {
    all().map(|(file, table)| TableSummary {
        file,
        columns: table.header("columns"),
        origin: table.header("origin"),
        date: table.header("date"),
        records: table.keys().count(),
    })
}

fn all() -> impl Iterator<Item = (&'static str, &'static Table)> {
    let rules = managed_rule::TABLES.iter().chain(&parameter::TABLES).chain(&runbook::TABLES);
    let rules = rules.chain(&runbook_class::TABLES);
    let keywords = audit_manager::TABLES.iter().chain(&cloudtrail::TABLES).chain(&security_hub::TABLES);
    rules.chain(keywords).chain(&resource_type::TABLES).chain(&region::TABLES).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_says_its_columns_origin_and_date() {
        for table in tables() {
            assert!(!table.columns.is_empty(), "{}", table.file);
            assert!(!table.origin.is_empty(), "{}", table.file);
            assert_eq!(table.date, CATALOGUE_DATE, "{}", table.file);
            assert!(table.records > 0, "{}", table.file);
        }
    }

    #[test]
    fn every_table_is_sorted_and_every_record_has_every_column() {
        for (file, table) in all() {
            let columns = table.header("columns").split(' ').count();
            let lines: Vec<Vec<&str>> = table
                .records()
                .map(|record| (0..).map_while(|column| record.field(column)).collect::<Vec<_>>())
                .collect();
            for line in &lines {
                assert_eq!(line.len(), columns, "{file}: {line:?}");
                assert!(!line[0].is_empty(), "{file}: {line:?}");
            }
            assert!(lines.is_sorted_by(|one, next| one.join("\t") < next.join("\t")), "{file}");
        }
    }

    #[test]
    fn every_record_is_found_by_its_key() {
        for (file, table) in all() {
            for record in table.records() {
                let mut found = table.find_all(record.key());
                assert!(found.any(|candidate| candidate == record), "{file}: {record:?}");
            }
        }
    }

    #[test]
    #[allow(clippy::disallowed_methods, reason = "a test compares the folder with the list")]
    fn every_file_of_data_is_a_table() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        files.sort();
        let mut listed: Vec<&str> = all().map(|(file, _)| file).collect();
        listed.sort_unstable();
        assert_eq!(files, listed);
    }

    #[test]
    fn the_catalogue_has_the_size_it_claims() {
        let records = |file: &str| tables().find(|table| table.file == file).unwrap().records;
        assert_eq!(records("managed-rules.tsv"), 838);
        assert_eq!(records("runbooks.tsv"), 191);
        assert_eq!(records("runbook-classes.tsv"), 191);
        assert_eq!(records("audit-manager-config-keywords.tsv"), 326);
        assert_eq!(records("audit-manager-api-keywords.tsv"), 108);
        assert_eq!(records("audit-manager-security-hub-keywords.tsv"), 392);
        assert_eq!(records("security-hub-controls.tsv"), 505);
        assert_eq!(records("resource-types.tsv"), 562);
    }

    #[test]
    fn the_page_of_the_catalogue_counts_right() {
        let page = include_str!("../../../book/src/catalogue.md");
        assert!(page.contains(&format!("**{CATALOGUE_DATE}**")));
        for table in tables() {
            let row = format!("| `{}` | {} | ", table.file, table.records);
            let kept = if table.origin.ends_with("kept by hand") { "| by hand |" } else { "| refresh |" };
            let line = page.lines().find(|line| line.starts_with(&row));
            assert!(line.is_some_and(|line| line.ends_with(kept)), "{row}");
        }
    }
}

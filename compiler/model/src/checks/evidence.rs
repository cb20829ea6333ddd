//! Evidence keywords: what Audit Manager would take silently and never collect.

use std::collections::HashSet;

use diagnostics::{Code, Report};
use keywords::{Keyword, Kind};

use crate::control::RowKind;
use crate::model::Model;

pub(super) fn check(model: &Model, report: &mut Report) {
    // The tables are text that is searched, and few keywords stand in one row only.
    let mut fine: HashSet<(Kind, &str)> = HashSet::new();
    for row in model.controls.iter().flat_map(|control| &control.rows) {
        let kind = match row.kind {
            RowKind::CloudTrail => Kind::CloudTrail,
            RowKind::ApiCall => Kind::ApiCall,
            RowKind::SecurityHub => Kind::SecurityHub,
            RowKind::Rule | RowKind::Manual => continue,
        };
        let text = row.name.text.as_str();
        if fine.contains(&(kind, text)) {
            continue;
        }
        let keyword = Keyword { text, span: row.name.span, written: syntax::quote };
        let Some(found) = keywords::fault(kind, keyword) else {
            fine.insert((kind, text));
            continue;
        };
        let is_unlisted = found.code == Code::UnlistedEvent;
        let found = found.about(text);
        let help = "an event that is there all the same is accepted with `accept W0420 target=…`";
        report.push(if is_unlisted { found.help(help) } else { found });
    }
}

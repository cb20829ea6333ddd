//! The environments that deploys serve, against those of the accounts that they reach.

use diagnostics::{Code, Diagnostic, Report};

use super::deploy::reaches;
use crate::estate::{Account, Estate};
use crate::model::{Model, Named};
use crate::pack::{Deploy, Pack};

pub(super) fn check(model: &Model, report: &mut Report) {
    let Some(estate) = &model.estate else { return };
    for pack in &model.packs {
        for deploy in &pack.deploys {
            other_environment(estate, pack, deploy, report);
        }
    }
}

/// A deploy whose values are for one environment, at an account of another.
fn other_environment(estate: &Estate, pack: &Pack, deploy: &Deploy, report: &mut Report) {
    let Some(meant) = &deploy.environment else { return };
    let reached = estate.accounts.iter().enumerate().filter(|(place, _)| reaches(estate, deploy, *place));
    let others: Vec<(&Account, &Named)> = reached
        .filter_map(|(_, account)| Some((account, account.environment.as_ref()?)))
        .filter(|(_, own)| own.text != meant.text)
        .collect();
    let Some((account, own)) = others.first() else { return };
    let more = match others.len() {
        1 => String::new(),
        all => format!(", and {} more accounts of other environments", all - 1),
    };
    report.push(
        Diagnostic::new(
            Code::OtherEnvironment,
            format!(
                "a deploy for `{}` reaches `{}`, which is of `{}`{more}",
                meant.text, account.name.text, own.text
            ),
        )
        .at(meant.span, "the environment that it is for")
        .with(own.span, "that of the account")
        .help("say the environment of the account, or deploy to accounts and units of the one that is meant")
        .about(&pack.name.text),
    );
}

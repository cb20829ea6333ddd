//! What proves a control as rows of the language; what would collect nothing was reported, and is left out.

use std::collections::BTreeMap;

use diagnostics::Report;
use facts::RuleStatus;
use facts::limits::{AUDIT_CUSTOM_RULE_PREFIX, AUDIT_PACK_RULE_SUFFIX};
use source::Span;

use super::declared::Declared;
use super::names::name;
use crate::document::Placed;
use crate::framework::{Evidence, EvidenceSource};
use crate::judge::meant;
use crate::kdl::Node;
use crate::loss::loss;

/// The names of rules of one's own, by those that they had.
pub(super) type OwnRules = BTreeMap<String, String>;

/// What rows are made with.
pub(super) struct Rows<'a> {
    own: &'a OwnRules,
    /// The place of the framework among what is declared.
    place: usize,
    declared: &'a mut Declared,
    /// Where evidence stands of which nobody says how often it is collected.
    undated: Vec<Span>,
    /// Where a person is asked every day, which the language does not know.
    daily: Vec<Span>,
    /// Where automatic evidence has a name or guidance of its own.
    worded: Vec<Span>,
    pub(super) report: &'a mut Report,
}

impl<'a> Rows<'a> {
    pub(super) fn new(
        own: &'a OwnRules,
        place: usize,
        declared: &'a mut Declared,
        report: &'a mut Report,
    ) -> Self {
        let (undated, daily, worded) = (Vec::new(), Vec::new(), Vec::new());
        Self { own, place, declared, undated, daily, worded, report }
    }

    /// The row of a piece of evidence.
    pub(super) fn row(&mut self, evidence: &Evidence) -> Option<Node> {
        self.worded.extend(words_of_its_own(evidence));
        match &evidence.source {
            EvidenceSource::Rule(keyword) => rule(keyword, self.own, self.report),
            EvidenceSource::SecurityHub(keyword) => security_hub(keyword),
            EvidenceSource::CloudTrail(keyword) => cloudtrail(keyword),
            EvidenceSource::ApiCall(keyword) => api_call(keyword, evidence.frequency.as_ref(), self.report),
            EvidenceSource::Manual { is_text, place } => Some(self.manual(evidence, *is_text, *place)),
            EvidenceSource::Other(kind) => {
                self.report.push(loss(
                    format!("`{}` is no source of the language", kind.value),
                    kind.span,
                    "is left out",
                    "state the rules, API calls and events that stand behind it",
                ));
                None
            }
        }
    }

    /// Tells of what was said of no row by itself.
    pub(super) fn finish(self) {
        let every = "state `every=` in the source";
        let told = [
            (
                self.undated,
                "manual evidence without a word on how often it is collected",
                "the first; it becomes yearly",
                every,
            ),
            (
                self.daily,
                "manual evidence that is collected every day",
                "the first; it becomes weekly",
                every,
            ),
            (
                self.worded,
                "names and guidance of automatic evidence",
                "the first; they are left out",
                "say in a control's `testing` what is needed of them",
            ),
        ];
        for (places, what, label, help) in told {
            if let Some(first) = places.first() {
                self.report.push(loss(format!("{what}: {}", places.len()), *first, label, help));
            }
        }
    }

    /// Evidence that a person brings: declared once, however many controls ask for it.
    fn manual(&mut self, evidence: &Evidence, is_text: bool, span: Span) -> Node {
        let text = |found: &Option<Placed<String>>| found.as_ref().map(|text| text.value.trim().to_owned());
        let guidance = text(&evidence.guidance);
        let title = text(&evidence.name).unwrap_or_else(|| "Manual evidence".to_owned());
        let every = match evidence.frequency.as_ref().map(|one| one.value.as_str()) {
            Some("DAILY") => {
                self.daily.push(span);
                "weekly"
            }
            Some("WEEKLY") => "weekly",
            Some("MONTHLY") => "monthly",
            Some(_) | None => {
                self.undated.push(span);
                "yearly"
            }
        };
        let wanted = name(&title, "evidence");
        let node = Node::new("evidence")
            .text(&wanted)
            .title(&title)
            .with("every", every)
            .with("input", if is_text { "text" } else { "file" })
            .holding(Node::new("guidance").block(guidance.as_deref().unwrap_or(&title)));
        Node::new("manual").text(&self.declared.add("evidence", &wanted, &node, self.place))
    }
}

/// Where automatic evidence says more than its keyword does.
fn words_of_its_own(evidence: &Evidence) -> Option<Span> {
    let keyword = match &evidence.source {
        EvidenceSource::Rule(keyword)
        | EvidenceSource::SecurityHub(keyword)
        | EvidenceSource::CloudTrail(keyword)
        | EvidenceSource::ApiCall(keyword) => letters(&keyword.value),
        EvidenceSource::Manual { .. } | EvidenceSource::Other(_) => return None,
    };
    let name = evidence.name.as_ref().filter(|name| !keyword.contains(&letters(&name.value)));
    name.or(evidence.guidance.as_ref()).map(|text| text.span)
}

fn letters(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn rule(keyword: &Placed<String>, own: &OwnRules, report: &mut Report) -> Option<Node> {
    let stated = keyword.value.as_str();
    if let Some(managed) = meant(stated) {
        return match managed.status {
            RuleStatus::Retired { .. } => None,
            RuleStatus::Current => Some(Node::new("rule").text(managed.name)),
        };
    }
    let custom = stated.strip_prefix(AUDIT_CUSTOM_RULE_PREFIX);
    let name = custom.unwrap_or(stated);
    let name = name.strip_suffix(AUDIT_PACK_RULE_SUFFIX).unwrap_or(name);
    let known = own.get(name).map(|name| Node::new("rule").text(name));
    if known.is_none() && custom.is_some() {
        report.push(loss(
            format!("the rule `{name}` is in none of the files"),
            keyword.span,
            "is left out",
            "import the pack or the state that holds the rule with it",
        ));
    }
    known
}

fn security_hub(keyword: &Placed<String>) -> Option<Node> {
    let collects = facts::is_security_hub_keyword(&keyword.value);
    collects.then(|| Node::new("security-hub").text(&keyword.value))
}

fn cloudtrail(keyword: &Placed<String>) -> Option<Node> {
    let collects = facts::check_cloudtrail_keyword(&keyword.value).is_ok();
    collects.then(|| Node::new("cloudtrail").text(&keyword.value))
}

fn api_call(
    keyword: &Placed<String>,
    frequency: Option<&Placed<String>>,
    report: &mut Report,
) -> Option<Node> {
    if !facts::is_api_keyword(&keyword.value) {
        return None;
    }
    let stated = frequency.map(|one| one.value.to_ascii_lowercase());
    let known = stated.filter(|one| ["daily", "weekly", "monthly"].contains(&one.as_str()));
    let frequency = known.unwrap_or_else(|| {
        report.push(loss(
            format!("no frequency of `{}` is stated", keyword.value),
            frequency.map_or(keyword.span, |one| one.span),
            "becomes monthly",
            "state the `frequency` in the source",
        ));
        "monthly".to_owned()
    });
    Some(Node::new("api-call").text(&keyword.value).with("frequency", &frequency))
}

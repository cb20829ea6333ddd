//! The body of a control.

use diagnostics::Report;

use crate::document::{Node, Placed};
use crate::framework::{Control, Evidence, EvidenceSource};
use crate::read::shape;

/// The tag under which a build of ordain tells the control's id.
const ID_TAG: &str = "ordain:control";

/// Reads a control; `None` where it has no name.
pub(super) fn read(body: &Node, report: &mut Report) -> Option<Control> {
    let title = shape::text(shape::required(body, body.span, "name", "a control", report)?, report)?;
    let sources = body.get("controlMappingSources").map(|node| shape::list(node, report)).unwrap_or_default();
    let evidence = sources.iter().filter_map(|source| evidence(source, report)).collect();
    let mut text = |key: &str| optional(body, key, report);
    Some(Control {
        description: text("description"),
        testing: text("testingInformation"),
        action_title: text("actionPlanTitle"),
        action: text("actionPlanInstructions"),
        id: body.get("tags").and_then(|tags| tags.get(ID_TAG)).and_then(Node::text),
        title,
        evidence,
    })
}

fn evidence(source: &Node, report: &mut Report) -> Option<Evidence> {
    let kind = shape::required(source, source.span, "sourceType", "an evidence source", report)?;
    let kind = shape::text(kind, report)?;
    let keyword = source.get("sourceKeyword");
    let mut text = |key: &str| optional(source, key, report);
    let (name, frequency) = (text("sourceName"), text("sourceFrequency"));
    let guidance = text("sourceDescription").or_else(|| text("troubleshootingText"));
    if kind.value == "MANUAL" {
        let input = keyword.and_then(|node| node.get("keywordInputType")).and_then(Node::text);
        let is_text = input.is_some_and(|input| input.value == "INPUT_TEXT");
        let source = EvidenceSource::Manual { is_text, place: kind.span };
        return Some(Evidence { source, name, guidance, frequency });
    }
    let of_keyword: fn(Placed<String>) -> EvidenceSource = match kind.value.as_str() {
        "AWS_Config" => EvidenceSource::Rule,
        "AWS_Security_Hub" => EvidenceSource::SecurityHub,
        "AWS_Cloudtrail" => EvidenceSource::CloudTrail,
        "AWS_API_Call" => EvidenceSource::ApiCall,
        _ => {
            return Some(Evidence { source: EvidenceSource::Other(kind), name, guidance, frequency });
        }
    };
    let keyword = shape::required(source, source.span, "sourceKeyword", "an automatic source", report)?;
    let value = shape::required(keyword, keyword.span, "keywordValue", "a keyword", report)?;
    Some(Evidence { source: of_keyword(shape::text(value, report)?), name, guidance, frequency })
}

/// The text under a key that may be missing or say nothing.
fn optional(node: &Node, key: &str, report: &mut Report) -> Option<Placed<String>> {
    shape::text(node.get(key).filter(|node| !node.is_empty())?, report)
}

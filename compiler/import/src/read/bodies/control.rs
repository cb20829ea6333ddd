//! The body of a control.

use diagnostics::Report;
use source::Span;

use crate::document::{Node, Placed};
use crate::framework::{Control, Evidence, EvidenceSource};
use crate::read::shape;

/// The tag under which a build of ordain tells the control's id.
const ID_TAG: &str = "ordain:control";

/// How the tags of a build begin.
const TAGS: &str = "ordain:";

/// The key of the evidence sources: that of the service, and that of scripts around it.
const SOURCES: [&str; 2] = ["controlMappingSources", "datasources"];

fn sources(body: &Node) -> Option<&Node> {
    SOURCES.iter().find_map(|key| body.get(key))
}

/// Whether a map is the body of a control.
pub(super) fn is_one(body: &Node) -> bool {
    sources(body).is_some()
}

/// Reads a control; `None` where it has no name.
pub(super) fn read(body: &Node, report: &mut Report) -> Option<Control> {
    let title = shape::text(shape::required(body, body.span, "name", "a control", report)?, report)?;
    let sources = sources(body).map(|node| shape::list(node, report)).unwrap_or_default();
    let evidence = sources.iter().filter_map(|source| evidence(source, report)).collect();
    let mut text = |key: &str| optional(body, key, report);
    Some(Control {
        description: text("description"),
        testing: text("testingInformation"),
        action_title: text("actionPlanTitle"),
        action: text("actionPlanInstructions"),
        id: tagged(body, &title.value),
        title,
        evidence,
    })
}

/// The id that a build put into a tag, where the title has it too; a tag holds few signs, and the others as `=` and their code.
fn tagged(body: &Node, title: &str) -> Option<Placed<String>> {
    let Placed { value, span } = body.get("tags")?.get(ID_TAG)?.text()?;
    let mut parts = value.split('=');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend(part.get(2..)?.bytes());
    }
    let id = String::from_utf8(bytes).ok()?;
    title.contains(&id).then_some(Placed { value: id, span })
}

/// Where the tags of a control stand, if some are not a build's.
pub(super) fn tags(body: &Node) -> Option<Span> {
    let entry = body.entries()?.iter().find(|entry| entry.key.value == "tags")?;
    let mut tags = entry.value.entries()?.iter();
    tags.any(|tag| !tag.key.value.starts_with(TAGS)).then_some(entry.key.span)
}

fn evidence(source: &Node, report: &mut Report) -> Option<Evidence> {
    let kind = shape::required(source, source.span, "sourceType", "an evidence source", report)?;
    let kind = shape::text(kind, report)?;
    let keyword = source.get("sourceKeyword");
    let mut text = |key: &str| optional(source, key, report);
    let (name, frequency) = (text("sourceName"), text("sourceFrequency"));
    let (described, mending) = (text("sourceDescription"), text("troubleshootingText"));
    if kind.value == "MANUAL" && described.is_some() {
        shape::unsaid(source, &["troubleshootingText"], "manual evidence", report);
    }
    let guidance = described.or(mending);
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

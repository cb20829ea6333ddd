//! Short forms of intrinsic functions, `!Ref` and the like, brought to their long form.

use source::Span;

use super::{Entry, Node, Placed, Value};

/// The key of the long form; `None` for a tag that CloudFormation does not have.
pub(super) fn long_name(tag: &str) -> Option<String> {
    match tag {
        "Ref" | "Condition" => Some(tag.to_owned()),
        "And" | "Base64" | "Cidr" | "Equals" | "FindInMap" | "GetAZs" | "GetAtt" | "If" | "ImportValue"
        | "Join" | "Length" | "Not" | "Or" | "Select" | "Split" | "Sub" | "ToJsonString" | "Transform" => {
            Some(format!("Fn::{tag}"))
        }
        _ => None,
    }
}

/// The node under the key of its long form; `tag` is the place of the tag.
pub(super) fn lengthened(name: String, node: Node, tag: Span) -> Node {
    let span = tag.to(node.span);
    let after = tag.start;
    Node {
        span,
        value: Value::Map(vec![Entry { key: Placed { value: name, span: tag }, value: node, after }]),
    }
}

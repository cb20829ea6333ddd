//! Reads a control from its node, and merges what a `change` states over what was copied.

use syntax::Node;

use super::{Control, Relation, RelationKind, Row, RowKind, Status};
use crate::framework::FrameworkId;
use crate::model::Named;
use crate::read::{
    child_text, children, first, named, property_named, scope, settings, strength, text_property,
};

impl Control {
    pub(crate) fn read(node: Node<'_>, framework: FrameworkId) -> Option<Self> {
        let id = first(node)?;
        let title = node.argument(1).and_then(named).unwrap_or_else(|| id.clone());
        Some(Self::read_body(node, framework, id, title))
    }

    /// What a `change` states; the title is the copied one where it states none.
    pub(crate) fn read_change(node: Node<'_>, framework: FrameworkId, copied: &Self) -> Option<Self> {
        let id = first(node)?;
        let title = child_text(node, "title").unwrap_or_else(|| copied.title.clone());
        Some(Self::read_body(node, framework, id, title))
    }

    fn read_body(node: Node<'_>, framework: FrameworkId, id: Named, title: Named) -> Self {
        let action_plan = node
            .child("action-plan")
            .and_then(|plan| Some((plan.argument(0).and_then(named)?, plan.argument(1).and_then(named)?)));
        Self {
            framework,
            copies: None,
            id,
            title,
            severity: text_property(node, "severity"),
            owner: text_property(node, "owner"),
            description: child_text(node, "description"),
            testing: child_text(node, "testing"),
            action_plan,
            rows: node.children().filter_map(read_row).collect(),
            relations: children(node, "satisfies").filter_map(read_relation).collect(),
            inherits: children(node, "inherits").filter_map(first).map(|name| (name, None)).collect(),
            statuses: node.children().filter_map(read_status).collect(),
        }
    }

    /// Lays `change` over what was copied, by key: a row of the same kind and name is replaced, evidence ends a
    /// copied status, a status ends copied evidence.
    pub(crate) fn merge(&mut self, change: Self) {
        self.id.span = change.id.span;
        self.title = change.title;
        self.severity = change.severity.or(self.severity.take());
        self.owner = change.owner.or(self.owner.take());
        self.description = change.description.or(self.description.take());
        self.testing = change.testing.or(self.testing.take());
        self.action_plan = change.action_plan.or(self.action_plan.take());
        if !change.statuses.is_empty() {
            self.rows.clear();
            self.inherits.clear();
            self.statuses = change.statuses;
        }
        if !change.rows.is_empty() {
            self.statuses.clear();
        }
        self.rows.retain(|row| {
            !change.rows.iter().any(|new| new.kind == row.kind && new.name.text == row.name.text)
        });
        self.rows.extend(change.rows);
        self.relations.retain(|old| !change.relations.iter().any(|new| new.written.text == old.written.text));
        self.relations.extend(change.relations);
        self.inherits.extend(change.inherits);
    }
}

fn row_kind(name: &str) -> Option<RowKind> {
    [RowKind::Rule, RowKind::SecurityHub, RowKind::ApiCall, RowKind::CloudTrail, RowKind::Manual]
        .into_iter()
        .find(|kind| kind.word() == name)
}

fn read_row(node: Node<'_>) -> Option<Row> {
    let kind = row_kind(&node.name())?;
    let frequency = match kind {
        RowKind::ApiCall => property_named(node, "frequency"),
        RowKind::Rule => child_text(node, "frequency"),
        RowKind::SecurityHub | RowKind::CloudTrail | RowKind::Manual => None,
    };
    Some(Row {
        kind,
        name: first(node)?,
        strength: strength(node),
        label: property_named(node, "as").map(Box::new),
        settings: children(node, "set").flat_map(|set| settings(set, 0, &["reason"])).collect(),
        scope: scope(node).map(Box::new),
        frequency: frequency.map(Box::new),
        source: text_property(node, "source").unwrap_or_default(),
        date: text_property(node, "date").unwrap_or_default(),
        guidance: child_text(node, "guidance").map(Box::new),
        span: node.header_span(),
    })
}

fn read_relation(node: Node<'_>) -> Option<Relation> {
    Some(Relation {
        written: first(node)?,
        to: None,
        kind: text_property(node, "relation").as_deref().and_then(RelationKind::read),
        source: text_property(node, "source").unwrap_or_default(),
        date: text_property(node, "date").unwrap_or_default(),
        span: node.header_span(),
    })
}

fn read_status(node: Node<'_>) -> Option<Status> {
    let span = node.header_span();
    let text = |name: &str| text_property(node, name).unwrap_or_default();
    match &*node.name() {
        "inherited" => Some(Status::Inherited { from: text("from"), artifact: text("artifact"), span }),
        "not-applicable" => {
            Some(Status::NotApplicable { reason: text("reason"), approved_by: text("approved-by"), span })
        }
        "gap" => Some(Status::Gap { reason: text("reason"), ticket: text("ticket"), span }),
        _ => None,
    }
}

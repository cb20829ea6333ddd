//! Three published frameworks with something of everything, every text of them chosen by the test.

use plan::*;
use source::{SourceMap, Span};

fn span(at: usize) -> Span {
    let mut map = SourceMap::default();
    Span::new(map.add("a.kdl", " ".repeat(1_000)), at, at)
}

fn row(kind: &'static str, name: &str, text: &str, standing: Standing) -> Row {
    Row {
        kind,
        name: name.to_owned(),
        label: Some(text.to_owned()),
        guidance: text.to_owned(),
        frequency: text.to_owned(),
        strength: Strength::Partial,
        source: text.to_owned(),
        date: text.to_owned(),
        inherited: Some(reference("b", text)),
        standing,
        span: span(2),
    }
}

pub(crate) fn reference(framework: &str, id: &str) -> ControlRef {
    ControlRef { framework: framework.to_owned(), id: id.to_owned() }
}

fn relation(kind: &'static str, to: ControlRef, text: &str) -> Relation {
    let carries = [Some(Strength::Full), Some(Strength::Full)];
    Relation { kind, carries, to, source: text.to_owned(), date: text.to_owned(), span: span(3) }
}

fn control(id: &str, state: State, text: &str) -> Control {
    Control {
        id: id.to_owned(),
        title: text.to_owned(),
        requirement: text.to_owned(),
        testing: text.to_owned(),
        action_plan: Some((text.to_owned(), text.to_owned())),
        severity: Some("high".to_owned()),
        owner: Some(text.to_owned()),
        state,
        reason: text.to_owned(),
        rows: Vec::new(),
        relations: Vec::new(),
        span: span(id.len()),
    }
}

fn framework(name: &str, text: &str, controls: Vec<Control>) -> Framework {
    let set = ControlSet { name: text.to_owned(), title: text.to_owned(), controls };
    Framework {
        name: name.to_owned(),
        title: text.to_owned(),
        version: text.to_owned(),
        description: text.to_owned(),
        extends: Some("b".to_owned()),
        superseded: Some(Superseded {
            since: text.to_owned(),
            by: Some("c".to_owned()),
            source: text.to_owned(),
        }),
        own: true,
        sets: vec![set],
    }
}

fn first(text: &str) -> Framework {
    let mut proved = control(text, State::Mixed, text);
    proved.rows = vec![
        row("rule", "encrypted-volumes", text, Standing::Collected),
        row("rule", text, text, Standing::Absent(text.to_owned())),
        row("rule", "our-own", text, Standing::Unlisted),
        row("rule", "theirs", text, Standing::Provided),
        row("api-call", "iam_ListUsers", text, Standing::Collected),
        row("manual", "review", text, Standing::ByHand),
    ];
    proved.relations = vec![relation("superset", reference("b", text), text)];
    let mut gap = control("gap", State::Gap, text);
    gap.relations = vec![relation("copies", reference("b", "same"), text)];
    framework("a", text, vec![proved, gap])
}

fn second(text: &str) -> Framework {
    let mut one = control(text, State::NotApplicable, text);
    one.relations = vec![relation("equal", reference("c", text), text)];
    framework("b", text, vec![one, control("same", State::Inherited, text)])
}

fn pack(text: &str) -> Pack {
    let service = Service {
        control: reference("a", text),
        basis: Basis {
            strength: Strength::Partial,
            source: text.to_owned(),
            date: text.to_owned(),
            from: None,
        },
        asks: true,
    };
    let instance = Instance {
        name: format!("encrypted-volumes-{text}"),
        rule: "encrypted-volumes".to_owned(),
        description: text.to_owned(),
        source: RuleSource::Managed { identifier: "ENCRYPTED_VOLUMES".to_owned() },
        on_change: true,
        periodic: false,
        scope: None,
        judges: Vec::new(),
        frequency: Some("Twelve_Hours"),
        parameters: vec![("kmsId".to_owned(), Value::Literal(text.to_owned()))],
        serves: vec![service],
        severity: Some("high".to_owned()),
        remediation: None,
        global: false,
        span: span(4),
    };
    Pack {
        name: "core".to_owned(),
        title: text.to_owned(),
        description: text.to_owned(),
        parameters: Vec::new(),
        instances: vec![instance],
        shards: 1,
        named_shards: Vec::new(),
        delivery: Delivery::Inline,
        controls_key: false,
        deployments: Vec::new(),
        span: span(1),
        shards_span: None,
        last: span(8),
    }
}

fn words(text: &str) -> RuleWords {
    RuleWords {
        name: "encrypted-volumes".to_owned(),
        title: text.to_owned(),
        fix: text.to_owned(),
        severity: Some("high".to_owned()),
        remediations: vec![Mending {
            name: text.to_owned(),
            runbook: text.to_owned(),
            suggested: true,
            idempotent: true,
            reversible: text.to_owned(),
        }],
    }
}

/// The plan; `a` relates to `b`, `b` to `c`, and so `a` to `c`.
pub(crate) fn plan(text: &str) -> Plan {
    let third = framework("c", text, vec![control(text, State::Manual, text)]);
    Plan {
        project: text.to_owned(),
        catalogue: "2026-11-22".to_owned(),
        packs: vec![pack(text)],
        frameworks: vec![first(text), second(text), third],
        published: ["a", "b", "c"].map(str::to_owned).to_vec(),
        evidence: vec![Evidence {
            name: "review".to_owned(),
            title: text.to_owned(),
            every: "quarterly".to_owned(),
            file: true,
            owner: Some(text.to_owned()),
            guidance: text.to_owned(),
        }],
        rules: vec![words(text)],
        ..Plan::default()
    }
}

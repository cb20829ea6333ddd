//! A plan with something of everything, every text of it chosen by the test.

use plan::*;
use source::{SourceMap, Span};

pub(crate) fn span(at: usize) -> Span {
    let mut map = SourceMap::default();
    Span::new(map.add("a.kdl", " ".repeat(1_000)), at, at)
}

fn basis(text: &str) -> Basis {
    Basis { strength: Strength::Partial, source: text.to_owned(), date: text.to_owned(), from: None }
}

pub(crate) fn instance(name: &str, text: &str, source: RuleSource) -> Instance {
    Instance {
        name: name.to_owned(),
        rule: name.to_owned(),
        description: text.to_owned(),
        source,
        on_change: true,
        periodic: true,
        scope: Some(Scope::Types(vec!["AWS::S3::Bucket".to_owned()])),
        judges: Vec::new(),
        frequency: None,
        parameters: Vec::new(),
        serves: vec![Service {
            control: ControlRef { framework: "pci".to_owned(), id: "3.4".to_owned() },
            basis: basis(text),
            asks: true,
        }],
        severity: None,
        remediation: None,
        global: false,
        span: span(name.len()),
    }
}

pub(crate) fn managed(name: &str, text: &str, identifier: &str) -> Instance {
    let source = RuleSource::Managed { identifier: identifier.to_owned() };
    Instance { scope: None, ..instance(name, text, source) }
}

fn remediation(text: &str) -> Remediation {
    Remediation {
        name: "encrypt".to_owned(),
        runbook: "AWS-EnableS3BucketEncryption".to_owned(),
        version: Some("1".to_owned()),
        parameters: vec![
            ("AutomationAssumeRole".to_owned(), RemediationValue::Role("ConfigRemediation".to_owned())),
            ("BucketName".to_owned(), RemediationValue::ResourceId),
            ("SSEAlgorithm".to_owned(), RemediationValue::Literal(vec![text.to_owned()])),
        ],
        automatic: Some(Automatic { attempts: 5, retry_seconds: 60 }),
        bounds: Some(Bounds { concurrency: 10, errors: 50 }),
        resource_type: Some("AWS::S3::Bucket".to_owned()),
        span: span(9),
    }
}

fn parameter(name: &str, kind: ParameterKind, default: Option<&str>, text: &str) -> PackParameter {
    PackParameter {
        name: name.to_owned(),
        kind,
        default: default.map(str::to_owned),
        min: (kind == ParameterKind::Integer).then_some(1),
        max: None,
        optional: default == Some(""),
        description: text.to_owned(),
        span: span(3),
    }
}

fn instances(text: &str) -> Vec<Instance> {
    let given = |name: &str| Value::Parameter(name.to_owned());
    let mut keys = managed("access-keys-rotated", text, "ACCESS_KEYS_ROTATED");
    keys.parameters = vec![("maxAccessKeyAge".to_owned(), given("KeyAge"))];
    keys.frequency = Some("Twelve_Hours");
    let mut encrypted =
        managed("s3-bucket-server-side-encryption-enabled", text, "S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED");
    encrypted.remediation = Some(remediation(text));
    let mut tagged = managed("required-tags", text, "REQUIRED_TAGS");
    tagged.parameters = vec![
        ("tag1Key".to_owned(), Value::Literal("on".to_owned())),
        ("tag1Value".to_owned(), given("TagValue")),
    ];
    let mut global = managed("root-account-mfa-enabled", text, "ROOT_ACCOUNT_MFA_ENABLED");
    global.global = true;
    let policy = RuleSource::Policy { text: format!("rule a {{\n  # {text}\n}}\n") };
    let lambda = RuleSource::Lambda { parameter: "FunctionArn".to_owned() };
    vec![
        keys,
        instance("our-lambda", text, lambda),
        instance("our-policy", text, policy),
        tagged,
        global,
        encrypted,
    ]
}

fn deployment(target: Target) -> Deployment {
    Deployment {
        target,
        division: None,
        environment: None,
        regions: vec!["eu-central-1".to_owned(), "eu-west-1".to_owned(), "us-east-1".to_owned()],
        values: vec![
            ("FunctionArn".to_owned(), "arn:aws:lambda:eu-west-1:111122223333:function:f".to_owned()),
            ("KeyAge".to_owned(), "45".to_owned()),
        ],
        remediate: Remediate::AsStated,
        absent: vec![("us-east-1".to_owned(), vec!["required-tags".to_owned()])],
        span: span(4),
    }
}

pub(crate) fn pack(name: &str, text: &str, delivery: Delivery) -> Pack {
    Pack {
        name: name.to_owned(),
        title: text.to_owned(),
        description: text.to_owned(),
        parameters: vec![
            parameter("FunctionArn", ParameterKind::String, None, text),
            parameter("KeyAge", ParameterKind::Integer, Some("90"), text),
            parameter("TagValue", ParameterKind::String, Some(""), text),
        ],
        instances: instances(text),
        shards: 1,
        named_shards: Vec::new(),
        delivery,
        controls_key: false,
        deployments: vec![
            deployment(Target::Account { name: "audit".to_owned(), id: "111122223333".to_owned() }),
            deployment(Target::Unit {
                name: "sandbox".to_owned(),
                id: "ou-abcd-12345678".to_owned(),
                excluded: vec!["777788889999".to_owned()],
            }),
            deployment(Target::Organization { excluded: vec!["444455556666".to_owned()] }),
        ],
        span: span(1),
        shards_span: None,
        last: span(8),
    }
}

fn estate(recorder: Recorder) -> Estate {
    let audit =
        Account { name: "audit".to_owned(), id: "111122223333".to_owned(), unit: None, environment: None };
    Estate {
        name: "acme".to_owned(),
        partition: "aws".to_owned(),
        home_region: Some("eu-west-1".to_owned()),
        organization: Some(Organization { id: "o-abcdefghij".to_owned(), management: None }),
        accounts: vec![audit.clone()],
        units: Vec::new(),
        recorder: Some(recorder),
        aggregator: Some(audit),
        regions: vec!["eu-central-1".to_owned(), "eu-west-1".to_owned(), "us-east-1".to_owned()],
        span: span(7),
    }
}

fn audit(text: &str) -> Audit {
    let source = |name: &str, kind| EvidenceSource {
        name: name.to_owned(),
        description: text.to_owned(),
        kind,
        troubleshooting: text.to_owned(),
        bases: vec![basis(text)],
        span: span(5),
    };
    let keyword = "ROOT_ACCOUNT_MFA_ENABLED".to_owned();
    let control = AuditControl {
        id: "1.1(a)".to_owned(),
        name: text.to_owned(),
        description: text.to_owned(),
        testing: text.to_owned(),
        action_plan: Some((text.to_owned(), text.to_owned())),
        sources: vec![
            source("by rule", SourceKind::Config { keyword }),
            source(
                "by call",
                SourceKind::ApiCall { keyword: "iam_ListUsers".to_owned(), frequency: "DAILY" },
            ),
            source("by hand", SourceKind::Manual { file: true }),
        ],
        span: span(6),
    };
    Audit {
        name: "soc-2".to_owned(),
        title: text.to_owned(),
        description: text.to_owned(),
        compliance_type: None,
        delivery: AuditDelivery::Terraform,
        account: None,
        region: None,
        sets: vec![AuditSet { name: text.to_owned(), controls: vec![control] }],
        span: span(7),
        stated: span(7),
    }
}

pub(crate) fn plan(text: &str, recorder: Recorder) -> Plan {
    Plan {
        project: text.to_owned(),
        catalogue: "2026-11-22".to_owned(),
        estate: Some(estate(recorder)),
        packs: vec![
            pack("core", text, Delivery::Inline),
            pack("heavy", text, Delivery::S3 { bucket: Some("awsconfigconforms-acme".to_owned()) }),
        ],
        audits: vec![audit(text)],
        ..Plan::default()
    }
}

//! Hostile text in any field comes out of every artifact as text, or is refused with a code.

use corpus::{outcome, world};
use emit::Artifact;

/// Texts that mean something to a format, a shell, a template or a terminal.
const TEXTS: &[&str] = &[
    "\"; rm -rf $(x) #\\",
    "${x} %{if} $${y} ${AWS::AccountId}",
    "{{resolve:ssm:x}} {{> y}} <% z %>",
    "a: b\n- c\n\t* d",
    "*/ // -- # <!--",
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "on",
    "2012-10-17",
    "0123",
    "~",
    "<<",
    "}\nEOT\nEOF\n",
    "漢字😀 e\u{301}",
    "a\u{202e}b\u{2066}c",
    "x\u{0}y",
    "x\u{feff}y",
    "\u{7f}\u{9b}31m",
];

/// The fields of a program that people write text into; `@` stands for the one under test.
const FIELDS: &[&str] = &[
    "framework title",
    "framework description",
    "framework compliance",
    "set title",
    "control title",
    "row guidance",
    "testing",
    "plan title",
    "plan text",
    "not-applicable",
    "inherited",
    "gap",
    "evidence title",
    "evidence guidance",
    "rule title",
    "rule description",
    "rule fix",
    "tag value",
    "parameter",
    "exclusion",
    "pack title",
    "pack description",
    "way back",
    "runbook value",
    "example",
];

/// Fields that no JSON, YAML or Terraform file shows: reasons, and what is said where something else is shown.
const UNSEEN: &[&str] =
    &["evidence guidance", "exclusion", "pack description", "pack title", "rule description", "way back"];

/// A program with every field, each in the place of its name between `@`.
const PROGRAM: &str = r##"project hostile edition="1" catalogue="2026-11-22" { audit-manager f delivery=cli }
estate e {
    regions all eu-west-1
    home-region eu-west-1
    account one "111111111111"
    role fixer name=Fixer
}
framework f version="1" {
    title @framework title@
    description @framework description@
    compliance-type @framework compliance@
    control-set s @set title@ {
        control A-1 @control title@ {
            rule own-buckets
            rule required-tags { set tag1Key=@parameter@ }
            rule rds-storage-encrypted
            rule s3-bucket-server-side-encryption-enabled
            manual papers { guidance @row guidance@ }
            testing @testing@
            action-plan @plan title@ @plan text@
        }
        control A-2 Two { not-applicable reason=@not-applicable@ approved-by=ciso }
        control A-3 Three { inherited from=aws artifact=@inherited@ }
        control A-4 Four { gap reason=@gap@ ticket=T-1 }
    }
}
evidence papers @evidence title@ every=yearly input=file { guidance @evidence guidance@ }
rule own-buckets @rule title@ {
    description @rule description@
    fix @rule fix@
    resource AWS::S3::Bucket
    scope tag=Team value=@tag value@
    guard surface=config "rule own_buckets { configuration.name exists }"
    example @example@ outcome=fail "{\"resourceType\": \"AWS::S3::Bucket\", \"configuration\": {}}"
}
rule s3-bucket-server-side-encryption-enabled { remediation encrypt }
remediation encrypt {
    runbook AWS-EnableS3BucketEncryption {
        set BucketName from=resource-id
        set SSEAlgorithm=@runbook value@
        set AutomationAssumeRole role=fixer
    }
    automatic attempts=3 retry-seconds=60
    idempotent
    reversible @way back@
}
pack p {
    title @pack title@
    description @pack description@
    include f
    exclude rds-storage-encrypted reason=@exclusion@ provided-by=@exclusion@
    deploy account one regions=all
}
"##;

/// The program with a text in one field, and plain words in all others.
fn program(field: &str, text: &str) -> String {
    FIELDS.iter().fold(PROGRAM.to_owned(), |program, name| {
        let words = if *name == field { text } else { "Plain words" };
        program.replace(&format!("@{name}@"), &quoted(words))
    })
}

/// A text as the language writes it, also with what its sources may not hold.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_ascii_alphanumeric() || c == ' ' => out.push(c),
            c => out.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
        }
    }
    out + "\""
}

/// Every text in an artifact, as a reader that is not ours finds it; `None` where it is no text of its format.
fn read(artifact: &Artifact) -> Option<Vec<String>> {
    let value: serde_yaml::Value = match artifact.path.rsplit('.').next()? {
        "json" => {
            serde_yaml::to_value(serde_json::from_str::<serde_json::Value>(&artifact.text).ok()?).ok()?
        }
        "yaml" => serde_yaml::from_str(&artifact.text).ok()?,
        "tf" => serde_yaml::to_value(hcl::from_str::<hcl::Value>(&artifact.text).ok()?).ok()?,
        _ => return Some(Vec::new()),
    };
    let mut found = Vec::new();
    collect(&value, &mut found);
    Some(found)
}

fn collect(value: &serde_yaml::Value, found: &mut Vec<String>) {
    match value {
        serde_yaml::Value::String(text) => found.push(text.clone()),
        serde_yaml::Value::Sequence(items) => items.iter().for_each(|item| collect(item, found)),
        serde_yaml::Value::Mapping(pairs) => pairs.iter().for_each(|(key, item)| {
            collect(key, found);
            collect(item, found);
        }),
        serde_yaml::Value::Tagged(tagged) => collect(&tagged.value, found),
        serde_yaml::Value::Null | serde_yaml::Value::Bool(_) | serde_yaml::Value::Number(_) => {}
    }
}

#[test]
fn plain_words_are_built_into_every_field() {
    let outcome = outcome(&world([("ordain.kdl", program("", "").as_str())]));
    assert!(!outcome.artifacts.is_empty(), "{}", outcome.findings);
}

#[test]
fn hostile_text_is_text_everywhere_or_refused() {
    let plain = outcome(&world([("ordain.kdl", program("", "").as_str())])).artifacts;
    for field in FIELDS {
        let mut carried = 0;
        for text in TEXTS {
            let outcome = outcome(&world([("ordain.kdl", program(field, text).as_str())]));
            assert!(!outcome.artifacts.is_empty() || !outcome.codes.is_empty(), "{field}: {text:?}");
            let paths = |all: &[Artifact]| all.iter().map(|one| one.path.clone()).collect::<Vec<_>>();
            if !outcome.artifacts.is_empty() {
                assert_eq!(paths(&outcome.artifacts), paths(&plain), "{field}: {text:?}");
            }
            for artifact in &outcome.artifacts {
                let texts = read(artifact);
                assert!(texts.is_some(), "{field}: {text:?} breaks {}\n{}", artifact.path, artifact.text);
                carried += usize::from(texts.into_iter().flatten().any(|found| found.contains(text.trim())));
            }
        }
        assert!(
            carried >= TEXTS.len() / 2 || UNSEEN.contains(field),
            "{field}: {carried} artifacts carry it"
        );
    }
}

//! Shapes of an estate: where rules run and who may mend what they find.

use super::{Again, EMPTY, Identifier, Kind, Shape, any, may, must, once, required};

static PARTITION: Shape = Shape {
    name: "partition",
    doc: "The AWS partition; `aws` where nothing is said.",
    arguments: &[required("partition", Kind::Choice(&["aws", "aws-cn", "aws-us-gov"]))],
    ..EMPTY
};

static REGIONS: Shape = Shape {
    name: "regions",
    doc: "A named set of regions.",
    arguments: &[required("name", Kind::Name)],
    rest: Some(required("region", Kind::Word)),
    again: Again::IdleInNode,
    ..EMPTY
};

static HOME_REGION: Shape = Shape {
    name: "home-region",
    doc: "The region in which rules on global resources run.",
    arguments: &[required("region", Kind::Word)],
    ..EMPTY
};

static ORGANIZATION: Shape = Shape {
    name: "organization",
    doc: "The AWS Organization and the account that manages it.",
    arguments: &[required("id", Kind::Identifier(Identifier::Organization))],
    properties: &[may("management", Kind::Name)],
    ..EMPTY
};

static UNIT: Shape = Shape {
    name: "ou",
    doc: "An organizational unit.",
    arguments: &[required("name", Kind::Name), required("id", Kind::Identifier(Identifier::Unit))],
    properties: &[may("parent", Kind::Name)],
    ..EMPTY
};

static ENVIRONMENT: Shape = Shape {
    name: "environment",
    doc: "An environment that accounts belong to.",
    arguments: &[required("name", Kind::Name)],
    ..EMPTY
};

static ACCOUNT: Shape = Shape {
    name: "account",
    doc: "An AWS account: its name here and its twelve digits, quoted.",
    arguments: &[required("name", Kind::Name), required("id", Kind::Identifier(Identifier::Account))],
    properties: &[may("ou", Kind::Name), may("environment", Kind::Name)],
    ..EMPTY
};

static ROLE: Shape = Shape {
    name: "role",
    doc: "A role that stands under the same name in every account.",
    arguments: &[required("name", Kind::Name)],
    properties: &[must("name", Kind::Identifier(Identifier::Role)), may("path", Kind::Word)],
    ..EMPTY
};

static BUCKET: Shape = Shape {
    name: "bucket",
    doc: "An S3 bucket that deliveries use.",
    arguments: &[required("name", Kind::Name)],
    properties: &[must("name", Kind::Identifier(Identifier::Bucket)), may("account", Kind::Name)],
    ..EMPTY
};

static RECORDER: Shape = Shape {
    name: "recorder",
    doc: "Whether the project sets up the Config recorder, and what it records.",
    arguments: &[required("mode", Kind::Choice(&["everything", "minimal", "existing"]))],
    ..EMPTY
};

static AGGREGATOR: Shape = Shape {
    name: "aggregator",
    doc: "The account that gathers the findings of all others.",
    properties: &[must("account", Kind::Name)],
    ..EMPTY
};

pub(super) static ESTATE: Shape = Shape {
    name: "estate",
    doc: "Accounts, organizational units, environments, regions, roles and buckets.",
    arguments: &[required("name", Kind::PlainName)],
    children: &[
        once(&PARTITION),
        any(&REGIONS),
        once(&HOME_REGION),
        once(&ORGANIZATION),
        any(&ENVIRONMENT),
        any(&UNIT),
        any(&ACCOUNT),
        any(&ROLE),
        any(&BUCKET),
        once(&RECORDER),
        once(&AGGREGATOR),
    ],
    ..EMPTY
};

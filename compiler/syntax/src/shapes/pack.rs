//! Shapes of packs: what is deployed together, with which values, and where.

use super::framework::{DESCRIPTION, TITLE};
use super::rule::PARAMETER_TYPE;
use super::{
    Again, Argument, Child, EMPTY, Identifier, Kind, Property, Shape, any, may, must, once, optional,
    required,
};

const RULES: Option<Argument> = Some(required("rule", Kind::Name));

static INCLUDE: Shape = Shape {
    name: "include",
    doc: "Takes the rules of frameworks, or of single controls written `framework:control`.",
    rest: Some(required("framework", Kind::Word)),
    again: Again::IdleInBlock,
    ..EMPTY
};

static EXCLUDE: Shape = Shape {
    name: "exclude",
    doc: "Leaves out a rule; its evidence becomes a gap unless another pack provides it.",
    arguments: &[required("rule", Kind::Name)],
    properties: &[must("reason", Kind::Text), may("provided-by", Kind::Text)],
    ..EMPTY
};

static PARAMETER: Shape = Shape {
    name: "parameter",
    doc: "A parameter of the pack; without a default every deploy must set it, and one that is optional may be set to nothing.",
    arguments: &[required("name", Kind::Identifier(Identifier::Parameter))],
    properties: &[
        must("type", PARAMETER_TYPE),
        may("default", Kind::Parameter),
        may("min", Kind::Integer),
        may("max", Kind::Integer),
        may("optional", Kind::Boolean),
        may("description", Kind::Text),
    ],
    ..EMPTY
};

static SET: Shape = Shape {
    name: "set",
    doc: "States parameters of a rule for this pack: `set access-keys-rotated maxAccessKeyAge=60`.",
    arguments: &[required("rule", Kind::Name), optional("parameter", Kind::Word)],
    rest: Some(optional("value", Kind::Parameter)),
    open: Some(Kind::Parameter),
    ..EMPTY
};

static MERGE: Shape = Shape {
    name: "merge",
    doc: "Ends disputes about the rules' parameters by the strictest value.",
    arguments: &[required("how", Kind::Choice(&["strictest"]))],
    rest: RULES,
    again: Again::IdleInBlock,
    ..EMPTY
};

static INSTANCE: Shape = Shape {
    name: "instance",
    doc: "Labels the instance of a rule that a framework asks for.",
    arguments: &[required("rule", Kind::Name)],
    properties: &[must("framework", Kind::Name), must("as", Kind::PlainName)],
    ..EMPTY
};

static SHARDS: Shape = Shape {
    name: "shards",
    doc: "How many shards the pack has at least: a power of two.",
    arguments: &[required("count", Kind::Integer)],
    ..EMPTY
};

static INCLUDE_RULES: Shape = Shape {
    name: "include",
    doc: "The rules of this shard.",
    rest: RULES,
    again: Again::IdleInBlock,
    ..EMPTY
};

static SHARD: Shape = Shape {
    name: "shard",
    doc: "A shard with a name and rules of the author's choice.",
    arguments: &[required("name", Kind::PlainName)],
    children: &[any(&INCLUDE_RULES)],
    ..EMPTY
};

static DELIVERY: Shape = Shape {
    name: "delivery",
    doc: "Whether templates travel inline or through a bucket, which takes larger ones.",
    arguments: &[required("way", Kind::Choice(&["inline", "s3"]))],
    properties: &[may("bucket", Kind::Name)],
    ..EMPTY
};

static CONTROLS_KEY: Shape = Shape {
    name: "controls-key",
    doc: "Writes the control ids as the resource-level key that some of AWS's packs use.",
    arguments: &[required("on", Kind::Boolean)],
    ..EMPTY
};

static SET_IN_DEPLOY: Shape = Shape {
    name: "set",
    doc: "Gives parameters of the pack their values in this place.",
    arguments: &[optional("parameter", Kind::Word)],
    rest: Some(optional("value", Kind::Parameter)),
    open: Some(Kind::Parameter),
    ..EMPTY
};

static REMEDIATE: Shape = Shape {
    name: "remediate",
    doc: "Whether remediations stand here as stated, by hand only, or not at all.",
    arguments: &[required("how", Kind::Choice(&["as-stated", "manual", "never"]))],
    ..EMPTY
};

static EXCLUDE_ACCOUNTS: Shape = Shape {
    name: "exclude-accounts",
    doc: "Accounts of the unit or the organization that the pack leaves out.",
    rest: Some(required("account", Kind::Name)),
    again: Again::IdleInNode,
    ..EMPTY
};

static DEPLOY: Shape = Shape {
    name: "deploy",
    doc: "Deploys the pack to an account, an organizational unit or the organization, in some regions.",
    arguments: &[
        required("kind", Kind::Choice(&["account", "ou", "organization"])),
        optional("name", Kind::Name),
    ],
    properties: WHERE,
    children: &[any(&SET_IN_DEPLOY), once(&REMEDIATE), once(&EXCLUDE_ACCOUNTS)],
    ..EMPTY
};

const WHERE: &[Property] = &[must("regions", Kind::Word), may("environment", Kind::Name)];

const CHILDREN: &[Child] = &[
    once(&TITLE),
    once(&DESCRIPTION),
    any(&INCLUDE),
    any(&EXCLUDE),
    any(&PARAMETER),
    any(&SET),
    any(&MERGE),
    any(&INSTANCE),
    once(&SHARDS),
    any(&SHARD),
    once(&DELIVERY),
    once(&CONTROLS_KEY),
    any(&DEPLOY),
];

pub(super) static PACK: Shape = Shape {
    name: "pack",
    doc: "Rules that are deployed together as conformance packs.",
    arguments: &[required("name", Kind::PlainName)],
    children: CHILDREN,
    ..EMPTY
};

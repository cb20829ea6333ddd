//! A pack: its settings, its parameters, the templates it became, the order of the places it is deployed to.

use super::deployment;
use crate::difference::aspect::Aspect;
use crate::difference::detail::Details;
use crate::difference::side::Part;
use crate::{Delivery, Pack, PackParameter, ParameterKind};

pub(super) fn say<'p>(pack: &'p Pack, parts: &'p [Part]) -> Details<'p> {
    let mut own = Details::at(Some(pack.span));
    own.say(Aspect::Name, &pack.name);
    own.say(Aspect::Title, &pack.title);
    own.say_of(Aspect::Words, "description", &pack.description);
    pack.parameters.iter().for_each(|parameter| say_parameter(parameter, &mut own));
    own.say_at(Aspect::Setting, "shards", pack.shards.to_string(), pack.shards_span.or(Some(pack.span)));
    for (shard, instances) in &pack.named_shards {
        own.say_of(Aspect::Member, format!("shard {shard}"), instances.join(", "));
    }
    let shards: Vec<&str> = pack.named_shards.iter().map(|(shard, _)| shard.as_str()).collect();
    own.say_of(Aspect::Order, "shards", shards.join("\n"));
    own.say_of(Aspect::Destination, "delivery", delivery(&pack.delivery));
    own.say_of(Aspect::Setting, "controls key", if pack.controls_key { "written" } else { "left out" });
    for part in parts.iter().filter(|part| part.pack == pack.name) {
        own.say_of(Aspect::Size, &part.stem, size(part));
    }
    let places: Vec<String> = pack.deployments.iter().map(deployment::place).collect();
    own.say_of(Aspect::Order, "deployments", places.join("\n"));
    own
}

fn delivery(delivery: &Delivery) -> String {
    match delivery {
        Delivery::Inline => "inline".to_owned(),
        Delivery::S3 { bucket: Some(bucket) } => format!("S3 bucket {bucket}"),
        Delivery::S3 { bucket: None } => "an S3 bucket".to_owned(),
    }
}

fn size(part: &Part) -> String {
    let most = facts::limits::RULES_PER_PACK;
    format!("{} of {most} rules, {} of {} bytes", part.instances.len(), part.bytes, part.most_bytes)
}

fn say_parameter<'p>(parameter: &'p PackParameter, said: &mut Details<'p>) {
    let name = parameter.name.as_str();
    let span = Some(parameter.span);
    said.say_at(Aspect::PackParameter, name, parameter.default.as_deref().unwrap_or("no default"), span);
    let mut bounds = kind(parameter.kind).to_owned();
    parameter.min.iter().for_each(|least| bounds.push_str(&format!(", at least {least}")));
    parameter.max.iter().for_each(|most| bounds.push_str(&format!(", at most {most}")));
    if parameter.optional {
        bounds.push_str(", may be set to nothing");
    }
    if !parameter.description.is_empty() {
        bounds.push_str(&format!(": {}", parameter.description));
    }
    said.say_at(Aspect::PackParameterBounds, name, bounds, span);
}

fn kind(kind: ParameterKind) -> &'static str {
    match kind {
        ParameterKind::Integer => "int",
        ParameterKind::Float => "float",
        ParameterKind::String => "string",
        ParameterKind::Boolean => "boolean",
        ParameterKind::List => "list",
    }
}

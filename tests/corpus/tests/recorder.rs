//! A recorder that records little records what the deployed rules look at, wherever the program says what that is.

use corpus::{outcome, world};
use serde_json::Value;

const PROGRAM: &str = r#"project p edition="1" catalogue="2026-11-22"
estate e {
    regions all eu-west-1
    home-region eu-west-1
    account a "111111111111"
    recorder minimal
}
catalogue source="The project's own notes" date="2026-11-20" {
    managed-rule newer-than-the-catalogue identifier=NEWER_THAN_THE_CATALOGUE {
        resource AWS::Lambda::Function
    }
}
framework f {
    title F
    control-set s S {
        control C-1 "A managed rule" { rule s3-bucket-versioning-enabled }
        control C-2 "One's own, by a tag" { rule own { scope tag=owner; } }
        control C-3 "One that the project declares" { rule newer-than-the-catalogue }
        control C-4 "One that is narrowed" { rule required-tags { scope AWS::Redshift::Cluster; set tag1Key=owner; } }
    }
}
rule own {
    resource AWS::EC2::SecurityGroup
    guard surface=config "rule own { tags exists }"
}
pack p {
    include f
    deploy account a regions=all
}
"#;

#[test]
fn the_types_of_every_deployed_rule_are_recorded() {
    let built = outcome(&world([("ordain.kdl", PROGRAM)]));
    let module = built.artifacts.iter().find(|artifact| artifact.path == "terraform/recorder/main.tf");
    let module: Value =
        hcl::from_str(&module.unwrap_or_else(|| panic!("{}", built.shown)).text).expect("HCL");
    let group = &module["resource"]["aws_config_configuration_recorder"]["this"]["recording_group"];
    let types: Vec<&str> =
        group["resource_types"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert_eq!(
        types,
        ["AWS::EC2::SecurityGroup", "AWS::Lambda::Function", "AWS::Redshift::Cluster", "AWS::S3::Bucket"]
    );
}

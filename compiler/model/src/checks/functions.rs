//! The functions of Lambda rules: a function is called in its own region.

use diagnostics::{Code, Diagnostic, Report};

use crate::instance::{Instance, value_text};
use crate::model::Model;
use crate::pack::Deploy;
use crate::rule::Setting;

pub(super) fn check(model: &Model, found: &[Vec<Instance>], report: &mut Report) {
    for (pack, instances) in model.packs.iter().zip(found) {
        for deploy in &pack.deploys {
            for instance in instances {
                let Some(parameter) = &instance.lambda else { continue };
                let set = deploy.settings.iter().find(|said| said.parameter.text == *parameter);
                report_elsewhere(instance, deploy, set, report);
            }
        }
    }
}

fn report_elsewhere(instance: &Instance, deploy: &Deploy, set: Option<&Setting>, report: &mut Report) {
    let (Some(set), Some(regions)) = (set, &deploy.regions) else { return };
    let arn = value_text(&set.value);
    let Some(own) = region_of(&arn) else {
        report.push(
            Diagnostic::new(
                Code::FunctionElsewhere,
                format!("`{}` has no function: this is no ARN of one", instance.name),
            )
            .at(set.span, "not an ARN of a Lambda function")
            .help("it is written `arn:aws:lambda:REGION:ACCOUNT:function:NAME`")
            .about(&instance.name),
        );
        return;
    };
    let others: Vec<String> =
        regions.iter().filter(|region| *region != own).map(|region| format!("`{region}`")).collect();
    if !others.is_empty() {
        report.push(
            Diagnostic::new(
                Code::FunctionElsewhere,
                format!("the function of `{}` is not in {}", instance.name, others.join(", ")),
            )
            .at(set.span, format!("a function in `{own}`"))
            .with(deploy.span, "deployed here")
            .help("AWS Config calls a function of the rule's own region: deploy once for each region, with its function")
            .about(&instance.name),
        );
    }
}

/// The region in the ARN of a function.
fn region_of(arn: &str) -> Option<&str> {
    let mut parts = arn.split(':');
    let (arn, _partition, service) = (parts.next()?, parts.next()?, parts.next()?);
    let (region, _account, kind) = (parts.next()?, parts.next()?, parts.next()?);
    (arn == "arn" && service == "lambda" && kind == "function" && !region.is_empty()).then_some(region)
}

#[cfg(test)]
mod tests {
    use super::region_of;

    #[test]
    fn a_function_has_a_region() {
        assert_eq!(region_of("arn:aws:lambda:eu-west-1:111111111111:function:scan"), Some("eu-west-1"));
        for other in ["scan", "arn:aws:s3:::bucket", "arn:aws:lambda:eu-west-1:111111111111:layer:x"] {
            assert_eq!(region_of(other), None, "{other}");
        }
    }
}

locals {
  packs = {
    "payments-scan/eu-west-1" = {
      name     = "payments-scan"
      region   = "eu-west-1"
      template = "templates/eu-west-1.yaml"
      parameters = [
        "PanScanFunctionArn",
      ]
      stack_set = "payments-scan-engineering-eu-west-1"
    }
  }

  parameters = {
    "PanScanFunctionArn" = tostring(var.parameter_pan_scan_function_arn)
  }
}

resource "aws_cloudformation_stack_set" "this" {
  for_each = local.packs

  name             = each.value.stack_set
  call_as          = var.call_as
  permission_model = "SERVICE_MANAGED"
  parameters       = { for name in each.value.parameters : name => local.parameters[name] }
  template_body    = file("${path.module}/${each.value.template}")

  auto_deployment {
    enabled                          = true
    retain_stacks_on_account_removal = false
  }

  lifecycle {
    ignore_changes = [
      administration_role_arn,
    ]
  }
}

resource "aws_cloudformation_stack_set_instance" "this" {
  for_each = local.packs

  stack_set_name            = aws_cloudformation_stack_set.this[each.key].name
  stack_set_instance_region = each.value.region
  call_as                   = var.call_as

  deployment_targets {
    organizational_unit_ids = [
      var.organizational_unit_id,
    ]
  }
}

locals {
  packs = {
    "payments-scan/eu-west-1" = {
      name     = "payments-scan"
      region   = "eu-west-1"
      template = "templates/eu-west-1.yaml"
      parameters = [
        "PanScanFunctionArn",
      ]
    }
  }

  parameters = {
    "PanScanFunctionArn" = tostring(var.parameter_pan_scan_function_arn)
  }
}

resource "aws_config_conformance_pack" "this" {
  for_each = local.packs

  name          = each.value.name
  region        = each.value.region
  template_body = file("${path.module}/${each.value.template}")

  dynamic "input_parameter" {
    for_each = each.value.parameters

    content {
      parameter_name  = input_parameter.value
      parameter_value = local.parameters[input_parameter.value]
    }
  }
}

data "aws_caller_identity" "current" {
}

check "account" {
  assert {
    condition     = data.aws_caller_identity.current.account_id == "111111111111"
    error_message = "The provider works in another account than the one that the templates are made for."
  }
}

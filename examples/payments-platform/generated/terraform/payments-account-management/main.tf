locals {
  packs = {
    "payments/eu-central-1" = {
      name       = "payments"
      region     = "eu-central-1"
      template   = "templates/eu-central-1.yaml"
      parameters = []
    }
    "payments/eu-west-1" = {
      name       = "payments"
      region     = "eu-west-1"
      template   = "templates/eu-central-1.yaml"
      parameters = []
    }
    "payments/us-east-1" = {
      name       = "payments"
      region     = "us-east-1"
      template   = "templates/eu-central-1.yaml"
      parameters = []
    }
    "payments-s01/eu-central-1" = {
      name       = "payments-s01"
      region     = "eu-central-1"
      template   = "templates/eu-central-1-s01.yaml"
      parameters = []
    }
    "payments-s01/eu-west-1" = {
      name       = "payments-s01"
      region     = "eu-west-1"
      template   = "templates/eu-central-1-s01.yaml"
      parameters = []
    }
    "payments-s01/us-east-1" = {
      name       = "payments-s01"
      region     = "us-east-1"
      template   = "templates/eu-central-1-s01.yaml"
      parameters = []
    }
    "payments-s1/eu-central-1" = {
      name       = "payments-s1"
      region     = "eu-central-1"
      template   = "templates/eu-central-1-s1.yaml"
      parameters = []
    }
    "payments-s1/eu-west-1" = {
      name       = "payments-s1"
      region     = "eu-west-1"
      template   = "templates/eu-central-1-s1.yaml"
      parameters = []
    }
    "payments-s1/us-east-1" = {
      name       = "payments-s1"
      region     = "us-east-1"
      template   = "templates/eu-central-1-s1.yaml"
      parameters = []
    }
    "payments-s11/eu-central-1" = {
      name       = "payments-s11"
      region     = "eu-central-1"
      template   = "templates/eu-central-1-s11.yaml"
      parameters = []
    }
    "payments-s11/eu-west-1" = {
      name       = "payments-s11"
      region     = "eu-west-1"
      template   = "templates/eu-central-1-s11.yaml"
      parameters = []
    }
    "payments-s11/us-east-1" = {
      name       = "payments-s11"
      region     = "us-east-1"
      template   = "templates/eu-central-1-s11.yaml"
      parameters = []
    }
    "payments-global/us-east-1" = {
      name       = "payments-global"
      region     = "us-east-1"
      template   = "templates/us-east-1-global.yaml"
      parameters = []
    }
  }

  parameters = {}
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

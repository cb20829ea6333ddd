locals {
  packs = {
    "payments/eu-central-1" = {
      name       = "payments"
      region     = "eu-central-1"
      template   = "templates/eu-central-1.yaml"
      parameters = []
      stack_set  = "payments-production-eu-central-1"
    }
    "payments/eu-west-1" = {
      name       = "payments"
      region     = "eu-west-1"
      template   = "templates/eu-central-1.yaml"
      parameters = []
      stack_set  = "payments-production-eu-west-1"
    }
    "payments/us-east-1" = {
      name       = "payments"
      region     = "us-east-1"
      template   = "templates/eu-central-1.yaml"
      parameters = []
      stack_set  = "payments-production-us-east-1"
    }
    "payments-s01/eu-central-1" = {
      name       = "payments-s01"
      region     = "eu-central-1"
      template   = "templates/eu-central-1-s01.yaml"
      parameters = []
      stack_set  = "payments-s01-production-eu-central-1"
    }
    "payments-s01/eu-west-1" = {
      name       = "payments-s01"
      region     = "eu-west-1"
      template   = "templates/eu-central-1-s01.yaml"
      parameters = []
      stack_set  = "payments-s01-production-eu-west-1"
    }
    "payments-s01/us-east-1" = {
      name       = "payments-s01"
      region     = "us-east-1"
      template   = "templates/eu-central-1-s01.yaml"
      parameters = []
      stack_set  = "payments-s01-production-us-east-1"
    }
    "payments-s1/eu-central-1" = {
      name       = "payments-s1"
      region     = "eu-central-1"
      template   = "templates/eu-central-1-s1.yaml"
      parameters = []
      stack_set  = "payments-s1-production-eu-central-1"
    }
    "payments-s1/eu-west-1" = {
      name       = "payments-s1"
      region     = "eu-west-1"
      template   = "templates/eu-central-1-s1.yaml"
      parameters = []
      stack_set  = "payments-s1-production-eu-west-1"
    }
    "payments-s1/us-east-1" = {
      name       = "payments-s1"
      region     = "us-east-1"
      template   = "templates/eu-central-1-s1.yaml"
      parameters = []
      stack_set  = "payments-s1-production-us-east-1"
    }
    "payments-s11/eu-central-1" = {
      name       = "payments-s11"
      region     = "eu-central-1"
      template   = "templates/eu-central-1-s11.yaml"
      parameters = []
      stack_set  = "payments-s11-production-eu-central-1"
    }
    "payments-s11/eu-west-1" = {
      name       = "payments-s11"
      region     = "eu-west-1"
      template   = "templates/eu-central-1-s11.yaml"
      parameters = []
      stack_set  = "payments-s11-production-eu-west-1"
    }
    "payments-s11/us-east-1" = {
      name       = "payments-s11"
      region     = "us-east-1"
      template   = "templates/eu-central-1-s11.yaml"
      parameters = []
      stack_set  = "payments-s11-production-us-east-1"
    }
    "payments-global/us-east-1" = {
      name       = "payments-global"
      region     = "us-east-1"
      template   = "templates/us-east-1-global.yaml"
      parameters = []
      stack_set  = "payments-global-production-us-east-1"
    }
  }

  parameters = {}
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

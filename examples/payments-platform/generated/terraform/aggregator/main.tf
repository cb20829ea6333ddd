data "aws_partition" "current" {
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = [
      "sts:AssumeRole",
    ]

    principals {
      type = "Service"
      identifiers = [
        "config.amazonaws.com",
      ]
    }
  }
}

resource "aws_iam_role" "this" {
  count = var.role_arn == null ? 1 : 0

  name_prefix        = "config-aggregator-"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy_attachment" "this" {
  count = var.role_arn == null ? 1 : 0

  role       = aws_iam_role.this[0].name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AWSConfigRoleForOrganizations"
}

resource "aws_config_configuration_aggregator" "this" {
  name   = "payments"
  region = "us-east-1"
  depends_on = [
    aws_iam_role_policy_attachment.this,
  ]

  organization_aggregation_source {
    role_arn = var.role_arn != null ? var.role_arn : one(aws_iam_role.this[*].arn)
    regions  = var.regions
  }
}

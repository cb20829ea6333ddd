data "aws_caller_identity" "current" {
}

data "aws_partition" "current" {
}

resource "aws_s3_bucket" "delivery" {
  count = var.delivery_bucket == null ? 1 : 0

  bucket_prefix = "config-delivery-"
}

resource "aws_s3_bucket_public_access_block" "delivery" {
  count = var.delivery_bucket == null ? 1 : 0

  bucket                  = aws_s3_bucket.delivery[0].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

data "aws_iam_policy_document" "delivery" {
  count = var.delivery_bucket == null ? 1 : 0


  statement {
    actions = [
      "s3:GetBucketAcl",
      "s3:ListBucket",
    ]
    resources = [
      aws_s3_bucket.delivery[0].arn,
    ]

    principals {
      type = "Service"
      identifiers = [
        "config.amazonaws.com",
      ]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values = [
        data.aws_caller_identity.current.account_id,
      ]
    }
  }

  statement {
    actions = [
      "s3:PutObject",
    ]
    resources = [
      "${aws_s3_bucket.delivery[0].arn}/AWSLogs/${data.aws_caller_identity.current.account_id}/Config/*",
    ]

    principals {
      type = "Service"
      identifiers = [
        "config.amazonaws.com",
      ]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values = [
        data.aws_caller_identity.current.account_id,
      ]
    }
  }
}

resource "aws_s3_bucket_policy" "delivery" {
  count = var.delivery_bucket == null ? 1 : 0

  bucket = aws_s3_bucket.delivery[0].id
  policy = data.aws_iam_policy_document.delivery[0].json
}

resource "aws_config_configuration_recorder" "this" {
  for_each = var.regions

  name     = "default"
  region   = each.value
  role_arn = var.role_arn != null ? var.role_arn : "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"

  recording_group {
    include_global_resource_types = each.value == "us-east-1"
    all_supported                 = true
  }
}

resource "aws_config_delivery_channel" "this" {
  for_each = var.regions

  name           = aws_config_configuration_recorder.this[each.key].name
  region         = each.value
  s3_bucket_name = var.delivery_bucket != null ? var.delivery_bucket : one(aws_s3_bucket.delivery[*].id)
  depends_on = [
    aws_s3_bucket_policy.delivery,
  ]
}

resource "aws_config_configuration_recorder_status" "this" {
  for_each = var.regions

  name       = aws_config_delivery_channel.this[each.key].name
  region     = each.value
  is_enabled = true
}

resource "aws_config_configuration_recorder" "this" {
  for_each = var.regions

  name     = "default"
  region   = each.value
  role_arn = var.role_arn

  recording_group {
    include_global_resource_types = each.value == "us-east-1"
    all_supported                 = true
  }
}

resource "aws_config_delivery_channel" "this" {
  for_each = var.regions

  name           = aws_config_configuration_recorder.this[each.key].name
  region         = each.value
  s3_bucket_name = var.delivery_bucket
}

resource "aws_config_configuration_recorder_status" "this" {
  for_each = var.regions

  name       = aws_config_delivery_channel.this[each.key].name
  region     = each.value
  is_enabled = true
}

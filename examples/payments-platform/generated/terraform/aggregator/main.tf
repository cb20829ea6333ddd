resource "aws_config_configuration_aggregator" "this" {
  name   = "payments"
  region = "us-east-1"

  organization_aggregation_source {
    role_arn = var.role_arn
    regions  = var.regions
  }
}

output "pack_arns" {
  description = "ARN of each pack, by name and region."
  value       = { for key, pack in aws_config_conformance_pack.this : key => pack.arn }
}

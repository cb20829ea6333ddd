output "recorder_ids" {
  description = "Id of the recorder of each region."
  value       = { for region, recorder in aws_config_configuration_recorder.this : region => recorder.id }
}

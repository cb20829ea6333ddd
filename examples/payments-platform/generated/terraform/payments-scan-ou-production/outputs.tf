output "stack_set_ids" {
  description = "Id of each stack set, by pack and region."
  value       = { for key, set in aws_cloudformation_stack_set.this : key => set.stack_set_id }
}

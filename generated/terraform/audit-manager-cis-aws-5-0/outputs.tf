output "framework_id" {
  description = "Id of the framework."
  value       = aws_auditmanager_framework.this.id
}

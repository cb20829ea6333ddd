variable "regions" {
  description = "Regions whose findings are gathered."
  type        = list(string)
  default = [
    "eu-central-1",
    "eu-west-1",
    "us-east-1",
  ]
  nullable = false
}

variable "role_arn" {
  description = "ARN of the role with which Config reads the organization; null: the module creates one."
  type        = string
  default     = null
}

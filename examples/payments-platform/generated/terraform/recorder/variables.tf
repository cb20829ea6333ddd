variable "regions" {
  description = "Regions in which Config records."
  type        = set(string)
  default = [
    "eu-central-1",
    "eu-west-1",
    "us-east-1",
  ]
  nullable = false
}

variable "role_arn" {
  description = "ARN of the role that Config records with; null: the service-linked role, which must exist."
  type        = string
  default     = null
}

variable "delivery_bucket" {
  description = "Bucket that takes the recorded configuration; null: the module creates one for this account."
  type        = string
  default     = null
}

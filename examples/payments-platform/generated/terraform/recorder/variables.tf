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
  description = "ARN of the role that Config records with."
  type        = string
  nullable    = false
}

variable "delivery_bucket" {
  description = "Bucket that takes the recorded configuration."
  type        = string
  nullable    = false
}

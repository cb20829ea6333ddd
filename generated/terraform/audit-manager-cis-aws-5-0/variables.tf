variable "region" {
  description = "Region of the framework; that of the provider where it is null."
  type        = string
  default     = null
}

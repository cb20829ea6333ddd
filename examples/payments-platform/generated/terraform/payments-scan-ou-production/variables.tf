variable "parameter_pan_scan_function_arn" {
  description = "ARN of the function behind pan-scan"
  type        = string
  default     = "arn:aws:lambda:eu-west-1:444444444444:function:pan-scan"
  nullable    = false

  validation {
    condition     = length(tostring(var.parameter_pan_scan_function_arn)) <= 4096
    error_message = "At most 4096 characters."
  }
}

variable "organizational_unit_id" {
  description = "Id of the organizational unit whose accounts get the pack."
  type        = string
  default     = "ou-ab12-22222222"
  nullable    = false
}

variable "call_as" {
  description = "SELF in the management account, DELEGATED_ADMIN in that of a delegated administrator."
  type        = string
  default     = "SELF"
  nullable    = false
}

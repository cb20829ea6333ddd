variable "parameter_pan_scan_function_arn" {
  description = "ARN of the function behind pan-scan"
  type        = string
  default     = "arn:aws:lambda:eu-west-1:111111111111:function:pan-scan"
  nullable    = false

  validation {
    condition     = length(tostring(var.parameter_pan_scan_function_arn)) <= 4096
    error_message = "At most 4096 characters."
  }
}

variable "organizational_unit_id" {
  description = "Id of the organizational unit whose accounts get the pack."
  type        = string
  default     = "ou-ab12-33333333"
  nullable    = false
}

variable "call_as" {
  description = "SELF in the management account, DELEGATED_ADMIN in that of a delegated administrator."
  type        = string
  default     = "SELF"
  nullable    = false
}

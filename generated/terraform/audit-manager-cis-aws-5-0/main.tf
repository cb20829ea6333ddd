resource "aws_auditmanager_control" "control_1_1" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.1 Contact details of the account kept current"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.1"
  }

  control_mapping_sources {
    source_name          = "Account settings"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The contact page of each account, with an address, telephone and mail that reach the owner today and who last checked them."
  }
}

resource "aws_auditmanager_control" "control_1_2" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.2 Security contact registered"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.2"
  }

  control_mapping_sources {
    source_name          = "security-account-information-provided"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Name the account's security contact."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "SECURITY_ACCOUNT_INFORMATION_PROVIDED"
    }
  }

  control_mapping_sources {
    source_name          = "Account.1"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "Account.1"
    }
  }
}

resource "aws_auditmanager_control" "control_1_3" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.3 No access keys on the root user"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.3"
  }

  control_mapping_sources {
    source_name          = "iam-root-access-key-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Delete the root user's access keys after moving their users to roles."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM_ROOT_ACCESS_KEY_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "IAM.4"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM.4"
    }
  }

  control_mapping_sources {
    source_name          = "iam_GetAccountSummary"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_GetAccountSummary"
    }
  }
}

resource "aws_auditmanager_control" "control_1_4" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.4 Multi-factor sign-in for the root user"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.4"
  }

  control_mapping_sources {
    source_name          = "root-account-mfa-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Register a second factor for the root user."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ROOT_ACCOUNT_MFA_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "IAM.9"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM.9"
    }
  }

  control_mapping_sources {
    source_name          = "iam_GetAccountSummary"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_GetAccountSummary"
    }
  }
}

resource "aws_auditmanager_control" "control_1_5" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.5 Hardware second factor for the root user"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.5"
  }

  control_mapping_sources {
    source_name          = "root-account-hardware-mfa-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Register a hardware device as the root user's second factor."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ROOT_ACCOUNT_HARDWARE_MFA_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "IAM.6"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM.6"
    }
  }

  control_mapping_sources {
    source_name          = "iam_ListVirtualMFADevices"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_ListVirtualMFADevices"
    }
  }
}

resource "aws_auditmanager_control" "control_1_6" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.6 Root user kept out of daily work"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.6"
  }

  control_mapping_sources {
    source_name          = "iam_GenerateCredentialReport"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_GenerateCredentialReport"
    }
  }

  control_mapping_sources {
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The list of tasks for which the root user may be used, and the reason for each of its sign-ins in the period."
  }
}

resource "aws_auditmanager_control" "control_1_7" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.7 Passwords of at least 14 characters"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.7"
  }

  control_mapping_sources {
    source_name          = "iam-password-policy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Set the account's password policy to the stated values."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM_PASSWORD_POLICY"
    }
  }

  control_mapping_sources {
    source_name          = "IAM.15"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM.15"
    }
  }

  control_mapping_sources {
    source_name          = "iam_GetAccountPasswordPolicy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_GetAccountPasswordPolicy"
    }
  }
}

resource "aws_auditmanager_control" "control_1_8" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.8 Last 24 passwords not reused"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.8"
  }

  control_mapping_sources {
    source_name          = "iam-password-policy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Set the account's password policy to the stated values."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM_PASSWORD_POLICY"
    }
  }

  control_mapping_sources {
    source_name          = "IAM.16"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM.16"
    }
  }

  control_mapping_sources {
    source_name          = "iam_GetAccountPasswordPolicy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_GetAccountPasswordPolicy"
    }
  }
}

resource "aws_auditmanager_control" "control_1_9" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.9 Multi-factor sign-in for console users"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.9"
  }

  control_mapping_sources {
    source_name          = "mfa-enabled-for-iam-console-access"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Have the user register a second factor, or remove the console password."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS"
    }
  }

  control_mapping_sources {
    source_name          = "IAM.5"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM.5"
    }
  }

  control_mapping_sources {
    source_name          = "iam_GenerateCredentialReport"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_GenerateCredentialReport"
    }
  }
}

resource "aws_auditmanager_control" "control_1_10" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.10 No access key made along with a console user"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.10"
  }

  control_mapping_sources {
    source_name          = "iam_GenerateCredentialReport"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_GenerateCredentialReport"
    }
  }

  control_mapping_sources {
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The procedure for new console users, and a sample of users whose access keys were made later, on a request of their own."
  }
}

resource "aws_auditmanager_control" "control_1_11" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.11 Credentials unused for 45 days disabled"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.11"
  }

  control_mapping_sources {
    source_name          = "iam-user-unused-credentials-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Deactivate the unused password or key, and delete the user if nobody needs it."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM_USER_UNUSED_CREDENTIALS_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "IAM.22"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM.22"
    }
  }

  control_mapping_sources {
    source_name          = "iam_GenerateCredentialReport"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_GenerateCredentialReport"
    }
  }
}

resource "aws_auditmanager_control" "control_1_12" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.12 One active access key per user"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.12"
  }

  control_mapping_sources {
    source_name          = "iam_GenerateCredentialReport"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_GenerateCredentialReport"
    }
  }
}

resource "aws_auditmanager_control" "control_1_13" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.13 Access keys rotated every 90 days"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.13"
  }

  control_mapping_sources {
    source_name          = "access-keys-rotated"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Create a second key, move its users over, then deactivate and delete the old key."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ACCESS_KEYS_ROTATED"
    }
  }

  control_mapping_sources {
    source_name          = "IAM.3"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM.3"
    }
  }

  control_mapping_sources {
    source_name          = "iam_GenerateCredentialReport"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_GenerateCredentialReport"
    }
  }
}

resource "aws_auditmanager_control" "control_1_14" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.14 Permissions reach users through groups only"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.14"
  }

  control_mapping_sources {
    source_name          = "iam-user-no-policies-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Attach the policy to a group or role instead of the user."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM_USER_NO_POLICIES_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "IAM.2"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM.2"
    }
  }

  control_mapping_sources {
    source_name          = "iam_ListGroups"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_ListGroups"
    }
  }
}

resource "aws_auditmanager_control" "control_1_15" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.15 No policy that allows everything attached"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.15"
  }

  control_mapping_sources {
    source_name          = "iam-policy-no-statements-with-admin-access"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Replace the statement that allows everything by the actions and resources needed."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS"
    }
  }
}

resource "aws_auditmanager_control" "control_1_16" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.16 Role for incidents with AWS Support"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.16"
  }

  control_mapping_sources {
    source_name          = "iam-policy-in-use"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Attach the policy to a role that the responsible people may assume."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM_POLICY_IN_USE"
    }
  }

  control_mapping_sources {
    source_name          = "IAM.18"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM.18"
    }
  }
}

resource "aws_auditmanager_control" "control_1_17" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.17 Instances reach AWS through roles"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.17"
  }

  control_mapping_sources {
    source_name          = "ec2-instance-profile-attached"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Attach an instance profile with the permissions that the instance needs."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EC2_INSTANCE_PROFILE_ATTACHED"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_DescribeInstances"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DescribeInstances"
    }
  }

  control_mapping_sources {
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The rule that programs on instances use roles, and a sample of instances without stored keys."
  }
}

resource "aws_auditmanager_control" "control_1_18" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.18 Expired IAM server certificates removed"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.18"
  }

  control_mapping_sources {
    source_name          = "iam-server-certificate-expiration-check"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Automated outside Audit Manager: the Config rule iam-server-certificate-expiration-check evaluates it."
    troubleshooting_text = "Delete the expired certificate after moving its users to Certificate Manager."
  }
}

resource "aws_auditmanager_control" "control_1_19" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.19 Access Analyzer on in every region"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.19"
  }

  control_mapping_sources {
    source_name          = "iam-external-access-analyzer-enabled"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Automated outside Audit Manager: the Config rule iam-external-access-analyzer-enabled evaluates it."
    troubleshooting_text = "Create an external access analyzer in the region."
  }
}

resource "aws_auditmanager_control" "control_1_20" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.20 Users managed in one place by federation"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.20"
  }

  control_mapping_sources {
    source_name          = "iam_ListSAMLProviders"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_ListSAMLProviders"
    }
  }

  control_mapping_sources {
    source_name          = "iam_ListUsers"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_ListUsers"
    }
  }

  control_mapping_sources {
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "How users of all accounts come from one identity provider, and the reason for each IAM user that remains."
  }
}

resource "aws_auditmanager_control" "control_1_21" {
  name   = "CIS AWS Foundations Benchmark 5.0 1.21 Full access to CloudShell limited"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:1.21"
  }

  control_mapping_sources {
    source_name          = "iam-policy-blacklisted-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Detach the refused policy and attach one with the permissions needed."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM_POLICY_BLACKLISTED_CHECK"
    }
  }
}

resource "aws_auditmanager_control" "control_2_1_1" {
  name   = "CIS AWS Foundations Benchmark 5.0 2.1.1 Buckets refuse plain HTTP"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:2.1.1"
  }

  control_mapping_sources {
    source_name          = "s3-bucket-ssl-requests-only"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Deny requests without TLS in the bucket policy."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_BUCKET_SSL_REQUESTS_ONLY"
    }
  }

  control_mapping_sources {
    source_name          = "S3.5"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3.5"
    }
  }
}

resource "aws_auditmanager_control" "control_2_1_2" {
  name   = "CIS AWS Foundations Benchmark 5.0 2.1.2 Second factor needed to delete versions in a bucket"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:2.1.2"
  }

  control_mapping_sources {
    source_name          = "s3-bucket-mfa-delete-enabled"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Automated outside Audit Manager: the Config rule s3-bucket-mfa-delete-enabled evaluates it."
    troubleshooting_text = "As the root user, turn on MFA delete with versioning."
  }
}

resource "aws_auditmanager_control" "control_2_1_3" {
  name   = "CIS AWS Foundations Benchmark 5.0 2.1.3 Data in buckets found, classified and secured"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:2.1.3"
  }

  control_mapping_sources {
    source_name          = "macie-auto-sensitive-data-discovery-check"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Automated outside Audit Manager: the Config rule macie-auto-sensitive-data-discovery-check evaluates it."
    troubleshooting_text = "Turn on automated sensitive data discovery."
  }

  control_mapping_sources {
    source_name          = "macie-status-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Enable Macie in the account and region."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "MACIE_STATUS_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The last discovery of sensitive data in buckets, the classification that followed, and what protects the buckets concerned."
  }
}

resource "aws_auditmanager_control" "control_2_1_4" {
  name   = "CIS AWS Foundations Benchmark 5.0 2.1.4 Public access to buckets blocked"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:2.1.4"
  }

  control_mapping_sources {
    source_name          = "s3-account-level-public-access-blocks-periodic"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on all four public access blocks of the account."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_ACCOUNT_LEVEL_PUBLIC_ACCESS_BLOCKS_PERIODIC"
    }
  }

  control_mapping_sources {
    source_name          = "s3-bucket-level-public-access-prohibited"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on all four public access blocks of the bucket."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED"
    }
  }

  control_mapping_sources {
    source_name          = "S3.1"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3.1"
    }
  }

  control_mapping_sources {
    source_name          = "S3.8"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3.8"
    }
  }
}

resource "aws_auditmanager_control" "control_2_2_1" {
  name   = "CIS AWS Foundations Benchmark 5.0 2.2.1 Database instances encrypted at rest"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:2.2.1"
  }

  control_mapping_sources {
    source_name          = "rds-storage-encrypted"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Restore the instance from an encrypted copy of its snapshot."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RDS_STORAGE_ENCRYPTED"
    }
  }

  control_mapping_sources {
    source_name          = "RDS.3"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RDS.3"
    }
  }

  control_mapping_sources {
    source_name          = "rds_DescribeDBInstances"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "rds_DescribeDBInstances"
    }
  }
}

resource "aws_auditmanager_control" "control_2_2_2" {
  name   = "CIS AWS Foundations Benchmark 5.0 2.2.2 Database minor versions upgraded automatically"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:2.2.2"
  }

  control_mapping_sources {
    source_name          = "rds-automatic-minor-version-upgrade-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on automatic minor version upgrades of the instance."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RDS_AUTOMATIC_MINOR_VERSION_UPGRADE_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "RDS.13"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RDS.13"
    }
  }

  control_mapping_sources {
    source_name          = "rds_DescribeDBInstances"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "rds_DescribeDBInstances"
    }
  }
}

resource "aws_auditmanager_control" "control_2_2_3" {
  name   = "CIS AWS Foundations Benchmark 5.0 2.2.3 Database instances not public"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:2.2.3"
  }

  control_mapping_sources {
    source_name          = "rds-instance-public-access-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn off public access and place the instance in private subnets."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RDS_INSTANCE_PUBLIC_ACCESS_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "RDS.2"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RDS.2"
    }
  }

  control_mapping_sources {
    source_name          = "rds_DescribeDBInstances"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "rds_DescribeDBInstances"
    }
  }
}

resource "aws_auditmanager_control" "control_2_2_4" {
  name   = "CIS AWS Foundations Benchmark 5.0 2.2.4 Databases deployed over several zones"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:2.2.4"
  }

  control_mapping_sources {
    source_name          = "rds-cluster-multi-az-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Add a reader in another availability zone to the cluster."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RDS_CLUSTER_MULTI_AZ_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "rds-multi-az-support"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn the instance into a multi-AZ deployment."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RDS_MULTI_AZ_SUPPORT"
    }
  }

  control_mapping_sources {
    source_name          = "RDS.15"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RDS.15"
    }
  }

  control_mapping_sources {
    source_name          = "RDS.5"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RDS.5"
    }
  }

  control_mapping_sources {
    source_name          = "rds_DescribeDBInstances"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "rds_DescribeDBInstances"
    }
  }
}

resource "aws_auditmanager_control" "control_2_3_1" {
  name   = "CIS AWS Foundations Benchmark 5.0 2.3.1 File systems encrypted at rest"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:2.3.1"
  }

  control_mapping_sources {
    source_name          = "efs-encrypted-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Copy the data to a new, encrypted file system; encryption cannot be turned on later."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EFS_ENCRYPTED_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "efs-filesystem-ct-encrypted"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Automated outside Audit Manager: the Config rule efs-filesystem-ct-encrypted evaluates it."
    troubleshooting_text = "Copy the data to a new, encrypted file system; encryption cannot be turned on later."
  }

  control_mapping_sources {
    source_name          = "EFS.1"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EFS.1"
    }
  }

  control_mapping_sources {
    source_name          = "elasticfilesystem_DescribeFileSystems"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "elasticfilesystem_DescribeFileSystems"
    }
  }
}

resource "aws_auditmanager_control" "control_3_1" {
  name   = "CIS AWS Foundations Benchmark 5.0 3.1 CloudTrail on in every region"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:3.1"
  }

  control_mapping_sources {
    source_name          = "multi-region-cloudtrail-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Make the trail multi-region, with management events for reads and writes."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "MULTI_REGION_CLOUD_TRAIL_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "CloudTrail.1"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CloudTrail.1"
    }
  }

  control_mapping_sources {
    source_name          = "cloudtrail_DescribeTrails"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudtrail_DescribeTrails"
    }
  }
}

resource "aws_auditmanager_control" "control_3_2" {
  name   = "CIS AWS Foundations Benchmark 5.0 3.2 Log files of CloudTrail validated"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:3.2"
  }

  control_mapping_sources {
    source_name          = "cloud-trail-log-file-validation-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on log file validation for the trail."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "CloudTrail.4"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CloudTrail.4"
    }
  }

  control_mapping_sources {
    source_name          = "cloudtrail_DescribeTrails"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudtrail_DescribeTrails"
    }
  }
}

resource "aws_auditmanager_control" "control_3_3" {
  name   = "CIS AWS Foundations Benchmark 5.0 3.3 AWS Config records in every region"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:3.3"
  }

  control_mapping_sources {
    source_name          = "Config.1"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "Config.1"
    }
  }

  control_mapping_sources {
    source_name          = "config_DescribeDeliveryChannels"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "config_DescribeDeliveryChannels"
    }
  }
}

resource "aws_auditmanager_control" "control_3_4" {
  name   = "CIS AWS Foundations Benchmark 5.0 3.4 Access to the CloudTrail bucket logged"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:3.4"
  }

  control_mapping_sources {
    source_name          = "cloudtrail-s3-bucket-access-logging"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Automated outside Audit Manager: the Config rule cloudtrail-s3-bucket-access-logging evaluates it."
    troubleshooting_text = "Turn on server access logging of the trail's bucket."
  }

  control_mapping_sources {
    source_name          = "CloudTrail.7"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CloudTrail.7"
    }
  }
}

resource "aws_auditmanager_control" "control_3_5" {
  name   = "CIS AWS Foundations Benchmark 5.0 3.5 CloudTrail logs encrypted with a customer key"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:3.5"
  }

  control_mapping_sources {
    source_name          = "cloud-trail-encryption-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Give the trail a KMS key whose policy lets CloudTrail encrypt with it."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CLOUD_TRAIL_ENCRYPTION_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "CloudTrail.2"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CloudTrail.2"
    }
  }

  control_mapping_sources {
    source_name          = "cloudtrail_DescribeTrails"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudtrail_DescribeTrails"
    }
  }
}

resource "aws_auditmanager_control" "control_3_6" {
  name   = "CIS AWS Foundations Benchmark 5.0 3.6 Customer keys rotate yearly"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:3.6"
  }

  control_mapping_sources {
    source_name          = "cmk-backing-key-rotation-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on automatic rotation of the key."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CMK_BACKING_KEY_ROTATION_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "KMS.4"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "KMS.4"
    }
  }

  control_mapping_sources {
    source_name          = "kms_GetKeyRotationStatus"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "kms_GetKeyRotationStatus"
    }
  }
}

resource "aws_auditmanager_control" "control_3_7" {
  name   = "CIS AWS Foundations Benchmark 5.0 3.7 Flow logs on in every VPC"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:3.7"
  }

  control_mapping_sources {
    source_name          = "vpc-flow-logs-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Create a flow log for the VPC."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "VPC_FLOW_LOGS_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "EC2.6"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EC2.6"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_DescribeFlowLogs"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DescribeFlowLogs"
    }
  }
}

resource "aws_auditmanager_control" "control_3_8" {
  name   = "CIS AWS Foundations Benchmark 5.0 3.8 Object writes in buckets logged"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:3.8"
  }

  control_mapping_sources {
    source_name          = "cloudtrail-all-write-s3-data-event-check"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Automated outside Audit Manager: the Config rule cloudtrail-all-write-s3-data-event-check evaluates it."
    troubleshooting_text = "Have a multi-region trail record write events of all S3 objects."
  }
}

resource "aws_auditmanager_control" "control_3_9" {
  name   = "CIS AWS Foundations Benchmark 5.0 3.9 Object reads in buckets logged"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:3.9"
  }

  control_mapping_sources {
    source_name          = "cloudtrail-all-read-s3-data-event-check"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Automated outside Audit Manager: the Config rule cloudtrail-all-read-s3-data-event-check evaluates it."
    troubleshooting_text = "Have a multi-region trail record read events of all S3 objects."
  }
}

resource "aws_auditmanager_control" "control_4_1" {
  name   = "CIS AWS Foundations Benchmark 5.0 4.1 Alarm on unauthorised API calls"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:4.1"
  }

  control_mapping_sources {
    source_name          = "cloudwatch_DescribeAlarms"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudwatch_DescribeAlarms"
    }
  }
}

resource "aws_auditmanager_control" "control_4_2" {
  name   = "CIS AWS Foundations Benchmark 5.0 4.2 Alarm on console sign-in without a second factor"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:4.2"
  }

  control_mapping_sources {
    source_name          = "cloudwatch_DescribeAlarms"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudwatch_DescribeAlarms"
    }
  }
}

resource "aws_auditmanager_control" "control_4_3" {
  name   = "CIS AWS Foundations Benchmark 5.0 4.3 Alarm on use of the root user"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:4.3"
  }

  control_mapping_sources {
    source_name          = "cloudwatch_DescribeAlarms"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudwatch_DescribeAlarms"
    }
  }
}

resource "aws_auditmanager_control" "control_4_4" {
  name   = "CIS AWS Foundations Benchmark 5.0 4.4 Alarm on changes of IAM policies"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:4.4"
  }

  control_mapping_sources {
    source_name          = "cloudwatch_DescribeAlarms"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudwatch_DescribeAlarms"
    }
  }

  control_mapping_sources {
    source_name          = "iam_AttachGroupPolicy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_AttachGroupPolicy"
    }
  }

  control_mapping_sources {
    source_name          = "iam_AttachRolePolicy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_AttachRolePolicy"
    }
  }

  control_mapping_sources {
    source_name          = "iam_AttachUserPolicy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_AttachUserPolicy"
    }
  }

  control_mapping_sources {
    source_name          = "iam_CreatePolicy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_CreatePolicy"
    }
  }

  control_mapping_sources {
    source_name          = "iam_CreatePolicyVersion"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_CreatePolicyVersion"
    }
  }

  control_mapping_sources {
    source_name          = "iam_DeletePolicy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_DeletePolicy"
    }
  }

  control_mapping_sources {
    source_name          = "iam_DetachGroupPolicy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_DetachGroupPolicy"
    }
  }

  control_mapping_sources {
    source_name          = "iam_DetachRolePolicy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_DetachRolePolicy"
    }
  }

  control_mapping_sources {
    source_name          = "iam_DetachUserPolicy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_DetachUserPolicy"
    }
  }

  control_mapping_sources {
    source_name          = "iam_PutGroupPolicy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_PutGroupPolicy"
    }
  }

  control_mapping_sources {
    source_name          = "iam_PutRolePolicy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_PutRolePolicy"
    }
  }

  control_mapping_sources {
    source_name          = "iam_PutUserPolicy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_PutUserPolicy"
    }
  }
}

resource "aws_auditmanager_control" "control_4_5" {
  name   = "CIS AWS Foundations Benchmark 5.0 4.5 Alarm on changes of CloudTrail settings"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:4.5"
  }

  control_mapping_sources {
    source_name          = "cloudwatch_DescribeAlarms"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudwatch_DescribeAlarms"
    }
  }

  control_mapping_sources {
    source_name          = "cloudtrail_CreateTrail"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudtrail_CreateTrail"
    }
  }

  control_mapping_sources {
    source_name          = "cloudtrail_DeleteTrail"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudtrail_DeleteTrail"
    }
  }

  control_mapping_sources {
    source_name          = "cloudtrail_StartLogging"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudtrail_StartLogging"
    }
  }

  control_mapping_sources {
    source_name          = "cloudtrail_StopLogging"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudtrail_StopLogging"
    }
  }

  control_mapping_sources {
    source_name          = "cloudtrail_UpdateTrail"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudtrail_UpdateTrail"
    }
  }
}

resource "aws_auditmanager_control" "control_4_6" {
  name   = "CIS AWS Foundations Benchmark 5.0 4.6 Alarm on failed console sign-ins"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:4.6"
  }

  control_mapping_sources {
    source_name          = "cloudwatch_DescribeAlarms"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudwatch_DescribeAlarms"
    }
  }
}

resource "aws_auditmanager_control" "control_4_7" {
  name   = "CIS AWS Foundations Benchmark 5.0 4.7 Alarm on customer keys disabled or scheduled for deletion"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:4.7"
  }

  control_mapping_sources {
    source_name          = "cloudwatch_DescribeAlarms"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudwatch_DescribeAlarms"
    }
  }

  control_mapping_sources {
    source_name          = "kms_DisableKey"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "kms_DisableKey"
    }
  }

  control_mapping_sources {
    source_name          = "kms_ScheduleKeyDeletion"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "kms_ScheduleKeyDeletion"
    }
  }
}

resource "aws_auditmanager_control" "control_4_8" {
  name   = "CIS AWS Foundations Benchmark 5.0 4.8 Alarm on changes of bucket policies"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:4.8"
  }

  control_mapping_sources {
    source_name          = "cloudwatch_DescribeAlarms"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudwatch_DescribeAlarms"
    }
  }

  control_mapping_sources {
    source_name          = "s3_DeleteBucketCors"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "s3_DeleteBucketCors"
    }
  }

  control_mapping_sources {
    source_name          = "s3_DeleteBucketLifecycle"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "s3_DeleteBucketLifecycle"
    }
  }

  control_mapping_sources {
    source_name          = "s3_DeleteBucketPolicy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "s3_DeleteBucketPolicy"
    }
  }

  control_mapping_sources {
    source_name          = "s3_DeleteBucketReplication"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "s3_DeleteBucketReplication"
    }
  }

  control_mapping_sources {
    source_name          = "s3_PutBucketAcl"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "s3_PutBucketAcl"
    }
  }

  control_mapping_sources {
    source_name          = "s3_PutBucketCors"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "s3_PutBucketCors"
    }
  }

  control_mapping_sources {
    source_name          = "s3_PutBucketLifecycle"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "s3_PutBucketLifecycle"
    }
  }

  control_mapping_sources {
    source_name          = "s3_PutBucketPolicy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "s3_PutBucketPolicy"
    }
  }

  control_mapping_sources {
    source_name          = "s3_PutBucketReplication"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "s3_PutBucketReplication"
    }
  }
}

resource "aws_auditmanager_control" "control_4_9" {
  name   = "CIS AWS Foundations Benchmark 5.0 4.9 Alarm on changes of AWS Config settings"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:4.9"
  }

  control_mapping_sources {
    source_name          = "cloudwatch_DescribeAlarms"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudwatch_DescribeAlarms"
    }
  }

  control_mapping_sources {
    source_name          = "config_DeleteDeliveryChannel"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "config_DeleteDeliveryChannel"
    }
  }

  control_mapping_sources {
    source_name          = "config_PutConfigurationRecorder"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "config_PutConfigurationRecorder"
    }
  }

  control_mapping_sources {
    source_name          = "config_PutDeliveryChannel"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "config_PutDeliveryChannel"
    }
  }

  control_mapping_sources {
    source_name          = "config_StopConfigurationRecorder"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "config_StopConfigurationRecorder"
    }
  }
}

resource "aws_auditmanager_control" "control_4_10" {
  name   = "CIS AWS Foundations Benchmark 5.0 4.10 Alarm on changes of security groups"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:4.10"
  }

  control_mapping_sources {
    source_name          = "cloudwatch_DescribeAlarms"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudwatch_DescribeAlarms"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_AuthorizeSecurityGroupEgress"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_AuthorizeSecurityGroupEgress"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_AuthorizeSecurityGroupIngress"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_AuthorizeSecurityGroupIngress"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_CreateSecurityGroup"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_CreateSecurityGroup"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_DeleteSecurityGroup"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DeleteSecurityGroup"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_RevokeSecurityGroupEgress"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_RevokeSecurityGroupEgress"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_RevokeSecurityGroupIngress"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_RevokeSecurityGroupIngress"
    }
  }
}

resource "aws_auditmanager_control" "control_4_11" {
  name   = "CIS AWS Foundations Benchmark 5.0 4.11 Alarm on changes of network ACLs"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:4.11"
  }

  control_mapping_sources {
    source_name          = "cloudwatch_DescribeAlarms"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudwatch_DescribeAlarms"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_CreateNetworkAcl"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_CreateNetworkAcl"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_CreateNetworkAclEntry"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_CreateNetworkAclEntry"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_DeleteNetworkAcl"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DeleteNetworkAcl"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_DeleteNetworkAclEntry"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DeleteNetworkAclEntry"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_ReplaceNetworkAclAssociation"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_ReplaceNetworkAclAssociation"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_ReplaceNetworkAclEntry"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_ReplaceNetworkAclEntry"
    }
  }
}

resource "aws_auditmanager_control" "control_4_12" {
  name   = "CIS AWS Foundations Benchmark 5.0 4.12 Alarm on changes of network gateways"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:4.12"
  }

  control_mapping_sources {
    source_name          = "cloudwatch_DescribeAlarms"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudwatch_DescribeAlarms"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_AttachInternetGateway"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_AttachInternetGateway"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_CreateCustomerGateway"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_CreateCustomerGateway"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_CreateInternetGateway"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_CreateInternetGateway"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_DeleteCustomerGateway"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DeleteCustomerGateway"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_DeleteInternetGateway"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DeleteInternetGateway"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_DetachInternetGateway"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DetachInternetGateway"
    }
  }
}

resource "aws_auditmanager_control" "control_4_13" {
  name   = "CIS AWS Foundations Benchmark 5.0 4.13 Alarm on changes of route tables"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:4.13"
  }

  control_mapping_sources {
    source_name          = "cloudwatch_DescribeAlarms"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudwatch_DescribeAlarms"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_CreateRoute"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_CreateRoute"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_CreateRouteTable"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_CreateRouteTable"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_DeleteRoute"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DeleteRoute"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_DeleteRouteTable"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DeleteRouteTable"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_DisassociateRouteTable"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DisassociateRouteTable"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_ReplaceRoute"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_ReplaceRoute"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_ReplaceRouteTableAssociation"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_ReplaceRouteTableAssociation"
    }
  }
}

resource "aws_auditmanager_control" "control_4_14" {
  name   = "CIS AWS Foundations Benchmark 5.0 4.14 Alarm on changes of VPCs"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:4.14"
  }

  control_mapping_sources {
    source_name          = "cloudwatch_DescribeAlarms"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudwatch_DescribeAlarms"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_AcceptVpcPeeringConnection"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_AcceptVpcPeeringConnection"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_CreateVpc"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_CreateVpc"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_CreateVpcPeeringConnection"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_CreateVpcPeeringConnection"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_DeleteVpc"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DeleteVpc"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_DeleteVpcPeeringConnection"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DeleteVpcPeeringConnection"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_ModifyVpcAttribute"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_ModifyVpcAttribute"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_RejectVpcPeeringConnection"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_RejectVpcPeeringConnection"
    }
  }
}

resource "aws_auditmanager_control" "control_4_15" {
  name   = "CIS AWS Foundations Benchmark 5.0 4.15 Alarm on changes of the organization"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:4.15"
  }

  control_mapping_sources {
    source_name          = "cloudwatch_DescribeAlarms"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudwatch_DescribeAlarms"
    }
  }

  control_mapping_sources {
    source_name          = "organizations_AcceptHandshake"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "organizations_AcceptHandshake"
    }
  }

  control_mapping_sources {
    source_name          = "organizations_AttachPolicy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "organizations_AttachPolicy"
    }
  }

  control_mapping_sources {
    source_name          = "organizations_CreateAccount"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "organizations_CreateAccount"
    }
  }

  control_mapping_sources {
    source_name          = "organizations_CreateOrganizationalUnit"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "organizations_CreateOrganizationalUnit"
    }
  }

  control_mapping_sources {
    source_name          = "organizations_CreatePolicy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "organizations_CreatePolicy"
    }
  }

  control_mapping_sources {
    source_name          = "organizations_DeclineHandshake"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "organizations_DeclineHandshake"
    }
  }

  control_mapping_sources {
    source_name          = "organizations_DeleteOrganization"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "organizations_DeleteOrganization"
    }
  }

  control_mapping_sources {
    source_name          = "organizations_DeletePolicy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "organizations_DeletePolicy"
    }
  }

  control_mapping_sources {
    source_name          = "organizations_DetachPolicy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "organizations_DetachPolicy"
    }
  }

  control_mapping_sources {
    source_name          = "organizations_DisablePolicyType"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "organizations_DisablePolicyType"
    }
  }

  control_mapping_sources {
    source_name          = "organizations_EnablePolicyType"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "organizations_EnablePolicyType"
    }
  }

  control_mapping_sources {
    source_name          = "organizations_InviteAccountToOrganization"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "organizations_InviteAccountToOrganization"
    }
  }

  control_mapping_sources {
    source_name          = "organizations_LeaveOrganization"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "organizations_LeaveOrganization"
    }
  }

  control_mapping_sources {
    source_name          = "organizations_MoveAccount"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "organizations_MoveAccount"
    }
  }

  control_mapping_sources {
    source_name          = "organizations_RemoveAccountFromOrganization"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "organizations_RemoveAccountFromOrganization"
    }
  }

  control_mapping_sources {
    source_name          = "organizations_UpdatePolicy"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "organizations_UpdatePolicy"
    }
  }
}

resource "aws_auditmanager_control" "control_4_16" {
  name   = "CIS AWS Foundations Benchmark 5.0 4.16 Security Hub on"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:4.16"
  }

  control_mapping_sources {
    source_name          = "securityhub-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Enable Security Hub in the account and region."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "SECURITYHUB_ENABLED"
    }
  }
}

resource "aws_auditmanager_control" "control_5_1_1" {
  name   = "CIS AWS Foundations Benchmark 5.0 5.1.1 Volumes encrypted by default in every region"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:5.1.1"
  }

  control_mapping_sources {
    source_name          = "ec2-ebs-encryption-by-default"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on encryption by default for new volumes in the region."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EC2_EBS_ENCRYPTION_BY_DEFAULT"
    }
  }

  control_mapping_sources {
    source_name          = "EC2.7"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EC2.7"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_GetEbsEncryptionByDefault"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_GetEbsEncryptionByDefault"
    }
  }
}

resource "aws_auditmanager_control" "control_5_1_2" {
  name   = "CIS AWS Foundations Benchmark 5.0 5.1.2 CIFS open to trusted networks only"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:5.1.2"
  }

  control_mapping_sources {
    source_name          = "vpc-sg-port-restriction-check"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Automated outside Audit Manager: the Config rule vpc-sg-port-restriction-check evaluates it."
    troubleshooting_text = "Limit the restricted port to known addresses, or close it."
  }

  control_mapping_sources {
    source_name          = "ec2_DescribeSecurityGroupRules"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DescribeSecurityGroupRules"
    }
  }
}

resource "aws_auditmanager_control" "control_5_2" {
  name   = "CIS AWS Foundations Benchmark 5.0 5.2 Network ACLs keep administration ports closed to the internet"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:5.2"
  }

  control_mapping_sources {
    source_name          = "nacl-no-unrestricted-ssh-rdp"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Remove the entry that admits ports 22 or 3389 from everywhere."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "NACL_NO_UNRESTRICTED_SSH_RDP"
    }
  }

  control_mapping_sources {
    source_name          = "EC2.21"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EC2.21"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_DescribeNetworkAcls"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DescribeNetworkAcls"
    }
  }
}

resource "aws_auditmanager_control" "control_5_3" {
  name   = "CIS AWS Foundations Benchmark 5.0 5.3 Security groups keep administration ports closed to all IPv4"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:5.3"
  }

  control_mapping_sources {
    source_name          = "vpc-sg-port-restriction-check"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Automated outside Audit Manager: the Config rule vpc-sg-port-restriction-check evaluates it."
    troubleshooting_text = "Limit the restricted port to known addresses, or close it."
  }

  control_mapping_sources {
    source_name          = "ec2_DescribeSecurityGroupRules"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DescribeSecurityGroupRules"
    }
  }
}

resource "aws_auditmanager_control" "control_5_4" {
  name   = "CIS AWS Foundations Benchmark 5.0 5.4 Security groups keep administration ports closed to all IPv6"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:5.4"
  }

  control_mapping_sources {
    source_name          = "vpc-sg-port-restriction-check"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Automated outside Audit Manager: the Config rule vpc-sg-port-restriction-check evaluates it."
    troubleshooting_text = "Limit the restricted port to known addresses, or close it."
  }

  control_mapping_sources {
    source_name          = "ec2_DescribeSecurityGroupRules"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DescribeSecurityGroupRules"
    }
  }
}

resource "aws_auditmanager_control" "control_5_5" {
  name   = "CIS AWS Foundations Benchmark 5.0 5.5 Default security group lets nothing through"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:5.5"
  }

  control_mapping_sources {
    source_name          = "vpc-default-security-group-closed"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Move what uses the default group to groups of its own, and remove the default group's rules."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "VPC_DEFAULT_SECURITY_GROUP_CLOSED"
    }
  }

  control_mapping_sources {
    source_name          = "EC2.2"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EC2.2"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_DescribeSecurityGroups"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DescribeSecurityGroups"
    }
  }
}

resource "aws_auditmanager_control" "control_5_6" {
  name   = "CIS AWS Foundations Benchmark 5.0 5.6 Routes of VPC peering no wider than needed"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:5.6"
  }

  control_mapping_sources {
    source_name          = "ec2_DescribeRouteTables"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DescribeRouteTables"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_DescribeVpcPeeringConnections"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DescribeVpcPeeringConnections"
    }
  }

  control_mapping_sources {
    source_name          = "Record of a review"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The last review of peering routes, with the subnets or hosts that each must reach and why none is wider."
  }
}

resource "aws_auditmanager_control" "control_5_7" {
  name   = "CIS AWS Foundations Benchmark 5.0 5.7 Instances answer only version 2 of the metadata service"
  region = var.region
  tags = {
    "ordain:project" = "library"
    "ordain:control" = "cis-aws-5.0:5.7"
  }

  control_mapping_sources {
    source_name          = "ec2-imdsv2-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Require metadata tokens on the instance once its software uses them."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EC2_IMDSV2_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "EC2.8"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EC2.8"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_DescribeInstances"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DescribeInstances"
    }
  }
}

resource "aws_auditmanager_framework" "this" {
  name            = "CIS AWS Foundations Benchmark 5.0"
  region          = var.region
  description     = "The recommendations of the Center for Internet Security for the base settings of an AWS\naccount, edition 5.0. Most mappings are those of Security Hub's standard for this edition;\nnothing is inherited from AWS. For the alarms of section 4 there is no managed rule: the\nalarms are listed, and the changes that they watch are taken from CloudTrail, which does not\nshow that an alarm matches each of them."
  compliance_type = "CIS AWS Foundations Benchmark"
  tags = {
    "ordain:project"   = "library"
    "ordain:framework" = "cis-aws-5.0"
  }

  control_sets {
    name = "1: Identity and access management"

    controls {
      id = aws_auditmanager_control.control_1_1.id
    }

    controls {
      id = aws_auditmanager_control.control_1_2.id
    }

    controls {
      id = aws_auditmanager_control.control_1_3.id
    }

    controls {
      id = aws_auditmanager_control.control_1_4.id
    }

    controls {
      id = aws_auditmanager_control.control_1_5.id
    }

    controls {
      id = aws_auditmanager_control.control_1_6.id
    }

    controls {
      id = aws_auditmanager_control.control_1_7.id
    }

    controls {
      id = aws_auditmanager_control.control_1_8.id
    }

    controls {
      id = aws_auditmanager_control.control_1_9.id
    }

    controls {
      id = aws_auditmanager_control.control_1_10.id
    }

    controls {
      id = aws_auditmanager_control.control_1_11.id
    }

    controls {
      id = aws_auditmanager_control.control_1_12.id
    }

    controls {
      id = aws_auditmanager_control.control_1_13.id
    }

    controls {
      id = aws_auditmanager_control.control_1_14.id
    }

    controls {
      id = aws_auditmanager_control.control_1_15.id
    }

    controls {
      id = aws_auditmanager_control.control_1_16.id
    }

    controls {
      id = aws_auditmanager_control.control_1_17.id
    }

    controls {
      id = aws_auditmanager_control.control_1_18.id
    }

    controls {
      id = aws_auditmanager_control.control_1_19.id
    }

    controls {
      id = aws_auditmanager_control.control_1_20.id
    }

    controls {
      id = aws_auditmanager_control.control_1_21.id
    }
  }

  control_sets {
    name = "2: Storage"

    controls {
      id = aws_auditmanager_control.control_2_1_1.id
    }

    controls {
      id = aws_auditmanager_control.control_2_1_2.id
    }

    controls {
      id = aws_auditmanager_control.control_2_1_3.id
    }

    controls {
      id = aws_auditmanager_control.control_2_1_4.id
    }

    controls {
      id = aws_auditmanager_control.control_2_2_1.id
    }

    controls {
      id = aws_auditmanager_control.control_2_2_2.id
    }

    controls {
      id = aws_auditmanager_control.control_2_2_3.id
    }

    controls {
      id = aws_auditmanager_control.control_2_2_4.id
    }

    controls {
      id = aws_auditmanager_control.control_2_3_1.id
    }
  }

  control_sets {
    name = "3: Logging"

    controls {
      id = aws_auditmanager_control.control_3_1.id
    }

    controls {
      id = aws_auditmanager_control.control_3_2.id
    }

    controls {
      id = aws_auditmanager_control.control_3_3.id
    }

    controls {
      id = aws_auditmanager_control.control_3_4.id
    }

    controls {
      id = aws_auditmanager_control.control_3_5.id
    }

    controls {
      id = aws_auditmanager_control.control_3_6.id
    }

    controls {
      id = aws_auditmanager_control.control_3_7.id
    }

    controls {
      id = aws_auditmanager_control.control_3_8.id
    }

    controls {
      id = aws_auditmanager_control.control_3_9.id
    }
  }

  control_sets {
    name = "4: Monitoring"

    controls {
      id = aws_auditmanager_control.control_4_1.id
    }

    controls {
      id = aws_auditmanager_control.control_4_2.id
    }

    controls {
      id = aws_auditmanager_control.control_4_3.id
    }

    controls {
      id = aws_auditmanager_control.control_4_4.id
    }

    controls {
      id = aws_auditmanager_control.control_4_5.id
    }

    controls {
      id = aws_auditmanager_control.control_4_6.id
    }

    controls {
      id = aws_auditmanager_control.control_4_7.id
    }

    controls {
      id = aws_auditmanager_control.control_4_8.id
    }

    controls {
      id = aws_auditmanager_control.control_4_9.id
    }

    controls {
      id = aws_auditmanager_control.control_4_10.id
    }

    controls {
      id = aws_auditmanager_control.control_4_11.id
    }

    controls {
      id = aws_auditmanager_control.control_4_12.id
    }

    controls {
      id = aws_auditmanager_control.control_4_13.id
    }

    controls {
      id = aws_auditmanager_control.control_4_14.id
    }

    controls {
      id = aws_auditmanager_control.control_4_15.id
    }

    controls {
      id = aws_auditmanager_control.control_4_16.id
    }
  }

  control_sets {
    name = "5: Networking"

    controls {
      id = aws_auditmanager_control.control_5_1_1.id
    }

    controls {
      id = aws_auditmanager_control.control_5_1_2.id
    }

    controls {
      id = aws_auditmanager_control.control_5_2.id
    }

    controls {
      id = aws_auditmanager_control.control_5_3.id
    }

    controls {
      id = aws_auditmanager_control.control_5_4.id
    }

    controls {
      id = aws_auditmanager_control.control_5_5.id
    }

    controls {
      id = aws_auditmanager_control.control_5_6.id
    }

    controls {
      id = aws_auditmanager_control.control_5_7.id
    }
  }
}

resource "aws_auditmanager_control" "control_CC1_1" {
  name   = "SOC 2 Trust Services Criteria CC1.1 Integrity and ethical values upheld"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC1.1"
  }

  control_mapping_sources {
    source_name          = "Policy"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The code of conduct, its acknowledgement by staff and vendors, and how departures from it were handled."
  }
}

resource "aws_auditmanager_control" "control_CC1_2" {
  name   = "SOC 2 Trust Services Criteria CC1.2 Independent board oversight"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC1.2"
  }

  control_mapping_sources {
    source_name          = "Record of responsibilities"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The board's charter, the independence and expertise of its members, and minutes in which it oversaw internal control."
  }
}

resource "aws_auditmanager_control" "control_CC1_3" {
  name   = "SOC 2 Trust Services Criteria CC1.3 Structures, reporting lines and authority"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC1.3"
  }

  control_mapping_sources {
    source_name          = "Record of responsibilities"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The organisation chart and job descriptions that show reporting lines, authority and limits."
  }
}

resource "aws_auditmanager_control" "control_CC1_4" {
  name   = "SOC 2 Trust Services Criteria CC1.4 Competent people attracted and kept"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC1.4"
  }

  control_mapping_sources {
    source_name          = "Personnel record"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Job requirements, background checks, evaluations and training plans of a sample of staff."
  }
}

resource "aws_auditmanager_control" "control_CC1_5" {
  name   = "SOC 2 Trust Services Criteria CC1.5 Accountability for control duties"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC1.5"
  }

  control_mapping_sources {
    source_name          = "Personnel record"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Performance goals and evaluations that include control duties, with rewards and corrective action."
  }
}

resource "aws_auditmanager_control" "control_CC2_1" {
  name   = "SOC 2 Trust Services Criteria CC2.1 Quality information supports control"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC2.1"
  }

  control_mapping_sources {
    source_name          = "cloudtrail-all-read-s3-data-event-check"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Automated outside Audit Manager: the Config rule cloudtrail-all-read-s3-data-event-check evaluates it."
    troubleshooting_text = "Have a multi-region trail record read events of all S3 objects."
  }

  control_mapping_sources {
    source_name          = "cloudtrail-all-write-s3-data-event-check"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Automated outside Audit Manager: the Config rule cloudtrail-all-write-s3-data-event-check evaluates it."
    troubleshooting_text = "Have a multi-region trail record write events of all S3 objects."
  }

  control_mapping_sources {
    source_name          = "cloudtrail-s3-dataevents-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Add S3 object events of the buckets in scope to the trail's event selectors."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CLOUDTRAIL_S3_DATAEVENTS_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "cloudtrail-security-trail-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Create a multi-region trail with validation, encryption and all management events."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CLOUDTRAIL_SECURITY_TRAIL_ENABLED"
    }
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
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The information that the controls rely on, where it comes from, and how its quality is kept."
  }
}

resource "aws_auditmanager_control" "control_CC2_2" {
  name   = "SOC 2 Trust Services Criteria CC2.2 Control matters communicated internally"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC2.2"
  }

  control_mapping_sources {
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "How objectives, responsibilities and changes reach staff, and the channel for reporting concerns."
  }
}

resource "aws_auditmanager_control" "control_CC2_3" {
  name   = "SOC 2 Trust Services Criteria CC2.3 Control matters communicated externally"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC2.3"
  }

  control_mapping_sources {
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "How commitments, changes and incidents reach customers and other outside parties, and how they report problems."
  }
}

resource "aws_auditmanager_control" "control_CC3_1" {
  name   = "SOC 2 Trust Services Criteria CC3.1 Clear objectives for risk assessment"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC3.1"
  }

  control_mapping_sources {
    source_name          = "Record of a review"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The stated objectives, service commitments and risk tolerance from which the risk assessment starts."
  }
}

resource "aws_auditmanager_control" "control_CC3_2" {
  name   = "SOC 2 Trust Services Criteria CC3.2 Risks identified and analysed"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC3.2"
  }

  control_mapping_sources {
    source_name          = "ec2-instance-managed-by-systems-manager"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Install the agent, and give the instance a profile and a network path to Systems Manager."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EC2_INSTANCE_MANAGED_BY_SSM"
    }
  }

  control_mapping_sources {
    source_name          = "ec2-managedinstance-patch-compliance-status-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Install the missing patches with Patch Manager and scan again."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EC2_MANAGEDINSTANCE_PATCH_COMPLIANCE_STATUS_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "guardduty-enabled-centralized"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Enable GuardDuty in the region and name a delegated administrator."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "GUARDDUTY_ENABLED_CENTRALIZED"
    }
  }

  control_mapping_sources {
    source_name          = "guardduty-non-archived-findings"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Investigate the finding, mend its cause and archive it."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "GUARDDUTY_NON_ARCHIVED_FINDINGS"
    }
  }

  control_mapping_sources {
    source_name          = "Record of a review"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The last risk assessment, with likelihood, impact, owner and response for each risk."
  }
}

resource "aws_auditmanager_control" "control_CC3_3" {
  name   = "SOC 2 Trust Services Criteria CC3.3 Potential for fraud considered"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC3.3"
  }

  control_mapping_sources {
    source_name          = "Record of a review"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The part of the risk assessment on fraud, its incentives, opportunities and justifications."
  }
}

resource "aws_auditmanager_control" "control_CC3_4" {
  name   = "SOC 2 Trust Services Criteria CC3.4 Significant changes assessed"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC3.4"
  }

  control_mapping_sources {
    source_name          = "Record of a review"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The assessment of changes in business, technology, leadership and vendors that could affect internal control."
  }
}

resource "aws_auditmanager_control" "control_CC4_1" {
  name   = "SOC 2 Trust Services Criteria CC4.1 Ongoing and separate evaluations of controls"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC4.1"
  }

  control_mapping_sources {
    source_name          = "Record of a review"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The internal audits, self-assessments and monitoring reports of the period, with who performed them."
  }
}

resource "aws_auditmanager_control" "control_CC4_2" {
  name   = "SOC 2 Trust Services Criteria CC4.2 Deficiencies reported and corrected"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC4.2"
  }

  control_mapping_sources {
    source_name          = "cloudwatch-alarm-action-enabled-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Enable the alarm's actions."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CLOUDWATCH_ALARM_ACTION_ENABLED_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "guardduty-enabled-centralized"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Enable GuardDuty in the region and name a delegated administrator."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "GUARDDUTY_ENABLED_CENTRALIZED"
    }
  }

  control_mapping_sources {
    source_name          = "guardduty-non-archived-findings"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Investigate the finding, mend its cause and archive it."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "GUARDDUTY_NON_ARCHIVED_FINDINGS"
    }
  }

  control_mapping_sources {
    source_name          = "Record of a review"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The register of control deficiencies, who was told, and the correction with its date."
  }
}

resource "aws_auditmanager_control" "control_CC5_1" {
  name   = "SOC 2 Trust Services Criteria CC5.1 Control activities selected"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC5.1"
  }

  control_mapping_sources {
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The mapping of risks to the control activities that reduce them, with segregation of duties."
  }
}

resource "aws_auditmanager_control" "control_CC5_2" {
  name   = "SOC 2 Trust Services Criteria CC5.2 Technology general controls"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC5.2"
  }

  control_mapping_sources {
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The general controls over technology (infrastructure, access, acquisition and development) and the risks they answer."
  }
}

resource "aws_auditmanager_control" "control_CC5_3" {
  name   = "SOC 2 Trust Services Criteria CC5.3 Policies deployed through procedures"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC5.3"
  }

  control_mapping_sources {
    source_name          = "Policy"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The policies and the procedures that put them into action, with owner and last review of each."
  }
}

resource "aws_auditmanager_control" "control_CC6_1" {
  name   = "SOC 2 Trust Services Criteria CC6.1 Logical access security architecture"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC6.1"
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
    source_name          = "acm-certificate-expiration-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Renew or re-import the certificate, or remove it from the services that use it."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ACM_CERTIFICATE_EXPIRATION_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "alb-http-drop-invalid-header-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on the load balancer's attribute that drops invalid header fields."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ALB_HTTP_DROP_INVALID_HEADER_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "alb-http-to-https-redirection-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Give each HTTP listener a default rule that redirects to HTTPS."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ALB_HTTP_TO_HTTPS_REDIRECTION_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "api-gw-cache-enabled-and-encrypted"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on cache encryption for every method of the stage that caches."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "API_GW_CACHE_ENABLED_AND_ENCRYPTED"
    }
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
    source_name          = "cloudwatch-log-group-encrypted"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Associate a KMS key with the log group."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CLOUDWATCH_LOG_GROUP_ENCRYPTED"
    }
  }

  control_mapping_sources {
    source_name          = "dms-replication-not-public"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Recreate the replication instance without public access."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "DMS_REPLICATION_NOT_PUBLIC"
    }
  }

  control_mapping_sources {
    source_name          = "ebs-snapshot-public-restorable-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Make the snapshot private, and treat its data as disclosed."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EBS_SNAPSHOT_PUBLIC_RESTORABLE_CHECK"
    }
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
    source_name          = "ec2-instance-no-public-ip"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Move the instance behind a load balancer or NAT gateway and remove its public address."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EC2_INSTANCE_NO_PUBLIC_IP"
    }
  }

  control_mapping_sources {
    source_name          = "ec2-instances-in-vpc"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Launch the instance anew in a VPC from its image."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "INSTANCES_IN_VPC"
    }
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
    source_name          = "elasticsearch-encrypted-at-rest"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on encryption at rest for the domain, or move its indexes to an encrypted one."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ELASTICSEARCH_ENCRYPTED_AT_REST"
    }
  }

  control_mapping_sources {
    source_name          = "elasticsearch-in-vpc-only"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Restore a snapshot into a domain within a VPC; a public domain cannot be moved."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ELASTICSEARCH_IN_VPC_ONLY"
    }
  }

  control_mapping_sources {
    source_name          = "elasticsearch-node-to-node-encryption-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on encryption between nodes of the domain."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ELASTICSEARCH_NODE_TO_NODE_ENCRYPTION_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "elb-acm-certificate-required"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Give the classic load balancer's listeners certificates from Certificate Manager."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ELB_ACM_CERTIFICATE_REQUIRED"
    }
  }

  control_mapping_sources {
    source_name          = "elb-tls-https-listeners-only"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Change the classic load balancer's listeners to HTTPS or SSL."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ELB_TLS_HTTPS_LISTENERS_ONLY"
    }
  }

  control_mapping_sources {
    source_name          = "emr-kerberos-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Start the cluster anew with a security configuration that uses Kerberos."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EMR_KERBEROS_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "emr-master-no-public-ip"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Start the cluster anew in a private subnet."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EMR_MASTER_NO_PUBLIC_IP"
    }
  }

  control_mapping_sources {
    source_name          = "encrypted-volumes"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Copy the volume's snapshot with encryption and replace the volume."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ENCRYPTED_VOLUMES"
    }
  }

  control_mapping_sources {
    source_name          = "iam-group-has-users-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Add the users whom the group is meant for, or delete the group."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM_GROUP_HAS_USERS_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "iam-no-inline-policy-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn the inline policy into a managed one, attach that and delete the inline policy."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM_NO_INLINE_POLICY_CHECK"
    }
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
    source_name          = "iam-policy-no-statements-with-admin-access"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Replace the statement that allows everything by the actions and resources needed."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS"
    }
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
    source_name          = "iam-user-group-membership-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Add the user to a group that grants the permissions of the job."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM_USER_GROUP_MEMBERSHIP_CHECK"
    }
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
    source_name          = "kms-cmk-not-scheduled-for-deletion"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Cancel the deletion unless it was approved."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "KMS_CMK_NOT_SCHEDULED_FOR_DELETION"
    }
  }

  control_mapping_sources {
    source_name          = "lambda-function-public-access-prohibited"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Remove the policy statement that lets everyone invoke the function."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED"
    }
  }

  control_mapping_sources {
    source_name          = "lambda-inside-vpc"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Give the function subnets and security groups of a VPC."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "LAMBDA_INSIDE_VPC"
    }
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
    source_name          = "rds-snapshot-encrypted"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Copy the snapshot with a KMS key and delete the original."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RDS_SNAPSHOT_ENCRYPTED"
    }
  }

  control_mapping_sources {
    source_name          = "rds-snapshots-public-prohibited"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Make the snapshot private, and treat its data as disclosed."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RDS_SNAPSHOTS_PUBLIC_PROHIBITED"
    }
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
    source_name          = "redshift-cluster-public-access-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn off public access to the cluster."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "REDSHIFT_CLUSTER_PUBLIC_ACCESS_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "redshift-require-tls-ssl"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Set require_ssl in the cluster's parameter group and reboot the cluster."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "REDSHIFT_REQUIRE_TLS_SSL"
    }
  }

  control_mapping_sources {
    source_name          = "restricted-common-ports"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Remove the rule that admits the blocked port from everywhere."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RESTRICTED_INCOMING_TRAFFIC"
    }
  }

  control_mapping_sources {
    source_name          = "restricted-ssh"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Limit port 22 to known addresses, or close it and use Session Manager."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "INCOMING_SSH_DISABLED"
    }
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
    source_name          = "s3-bucket-public-read-prohibited"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Remove the policy or ACL that lets everyone read, and block public access."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_BUCKET_PUBLIC_READ_PROHIBITED"
    }
  }

  control_mapping_sources {
    source_name          = "s3-bucket-public-write-prohibited"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Remove the policy or ACL that lets everyone write, and block public access."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_BUCKET_PUBLIC_WRITE_PROHIBITED"
    }
  }

  control_mapping_sources {
    source_name          = "s3-bucket-server-side-encryption-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Set default encryption on the bucket."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED"
    }
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
    source_name          = "sagemaker-endpoint-configuration-kms-key-configured"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Create an endpoint configuration with a KMS key and update the endpoint to it."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "SAGEMAKER_ENDPOINT_CONFIGURATION_KMS_KEY_CONFIGURED"
    }
  }

  control_mapping_sources {
    source_name          = "sagemaker-notebook-instance-kms-key-configured"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Recreate the notebook instance with a KMS key."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "SAGEMAKER_NOTEBOOK_INSTANCE_KMS_KEY_CONFIGURED"
    }
  }

  control_mapping_sources {
    source_name          = "sagemaker-notebook-no-direct-internet-access"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Recreate the notebook instance in a VPC without direct internet access."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS"
    }
  }

  control_mapping_sources {
    source_name          = "secretsmanager-rotation-enabled-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on automatic rotation of the secret."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "SECRETSMANAGER_ROTATION_ENABLED_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "secretsmanager-scheduled-rotation-success-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Mend the rotation function and rotate the secret at once."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "SECRETSMANAGER_SCHEDULED_ROTATION_SUCCESS_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "sns-encrypted-kms"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Set a KMS key on the topic."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "SNS_ENCRYPTED_KMS"
    }
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
    source_name          = "vpc-sg-open-only-to-authorized-ports"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Close the ports that are open to everywhere but not authorised."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "VPC_SG_OPEN_ONLY_TO_AUTHORIZED_PORTS"
    }
  }

  control_mapping_sources {
    source_name          = "Inventory"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The information assets with their classification, and the access system, zone and encryption that protects each."
  }
}

resource "aws_auditmanager_control" "control_CC6_2" {
  name   = "SOC 2 Trust Services Criteria CC6.2 User registration and removal"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC6.2"
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
    source_name          = "iam_DeleteLoginProfile"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_DeleteLoginProfile"
    }
  }

  control_mapping_sources {
    source_name          = "iam_DeleteUser"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_DeleteUser"
    }
  }

  control_mapping_sources {
    source_name          = "iam_UpdateAccessKey"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_UpdateAccessKey"
    }
  }

  control_mapping_sources {
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The procedure that registers, authorises and removes users, with a sample of joiners and leavers."
  }
}

resource "aws_auditmanager_control" "control_CC6_3" {
  name   = "SOC 2 Trust Services Criteria CC6.3 Role-based access and least privilege"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC6.3"
  }

  control_mapping_sources {
    source_name          = "iam-group-has-users-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Add the users whom the group is meant for, or delete the group."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM_GROUP_HAS_USERS_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "iam-no-inline-policy-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn the inline policy into a managed one, attach that and delete the inline policy."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM_NO_INLINE_POLICY_CHECK"
    }
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
    source_name          = "iam-user-group-membership-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Add the user to a group that grants the permissions of the job."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM_USER_GROUP_MEMBERSHIP_CHECK"
    }
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
    source_name          = "iam_ListPolicies"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_ListPolicies"
    }
  }

  control_mapping_sources {
    source_name          = "iam_ListRoles"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_ListRoles"
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
    source_name          = "iam_CreateUser"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_CreateUser"
    }
  }

  control_mapping_sources {
    source_name          = "iam_DeleteUser"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "iam_DeleteUser"
    }
  }

  control_mapping_sources {
    source_name          = "Record of a review"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The last review of roles and privileges, with segregation of duties and the access that was removed."
  }
}

resource "aws_auditmanager_control" "control_CC6_4" {
  name   = "SOC 2 Trust Services Criteria CC6.4 Entry to facilities limited"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC6.4"
  }

  control_mapping_sources {
    source_name          = "Inherited from aws"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The provider keeps this control. AWS SOC 2 report"
  }
}

resource "aws_auditmanager_control" "control_CC6_5" {
  name   = "SOC 2 Trust Services Criteria CC6.5 Disposal of physical assets and data"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC6.5"
  }

  control_mapping_sources {
    source_name          = "ec2_DeleteVolume"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DeleteVolume"
    }
  }

  control_mapping_sources {
    source_name          = "rds_DeleteDBInstance"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "rds_DeleteDBInstance"
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
    source_name          = "Physical security record"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Certificates of destruction or wiping of the devices retired by the company itself."
  }
}

resource "aws_auditmanager_control" "control_CC6_6" {
  name   = "SOC 2 Trust Services Criteria CC6.6 Boundary protection from outside threats"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC6.6"
  }

  control_mapping_sources {
    source_name          = "alb-waf-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Associate a web ACL with the load balancer."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ALB_WAF_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "dms-replication-not-public"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Recreate the replication instance without public access."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "DMS_REPLICATION_NOT_PUBLIC"
    }
  }

  control_mapping_sources {
    source_name          = "ebs-snapshot-public-restorable-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Make the snapshot private, and treat its data as disclosed."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EBS_SNAPSHOT_PUBLIC_RESTORABLE_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "ec2-instance-no-public-ip"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Move the instance behind a load balancer or NAT gateway and remove its public address."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EC2_INSTANCE_NO_PUBLIC_IP"
    }
  }

  control_mapping_sources {
    source_name          = "ec2-instances-in-vpc"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Launch the instance anew in a VPC from its image."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "INSTANCES_IN_VPC"
    }
  }

  control_mapping_sources {
    source_name          = "ec2-launch-template-public-ip-disabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Make a template version without public addresses the default."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EC2_LAUNCH_TEMPLATE_PUBLIC_IP_DISABLED"
    }
  }

  control_mapping_sources {
    source_name          = "elasticsearch-in-vpc-only"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Restore a snapshot into a domain within a VPC; a public domain cannot be moved."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ELASTICSEARCH_IN_VPC_ONLY"
    }
  }

  control_mapping_sources {
    source_name          = "emr-master-no-public-ip"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Start the cluster anew in a private subnet."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EMR_MASTER_NO_PUBLIC_IP"
    }
  }

  control_mapping_sources {
    source_name          = "guardduty-enabled-centralized"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Enable GuardDuty in the region and name a delegated administrator."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "GUARDDUTY_ENABLED_CENTRALIZED"
    }
  }

  control_mapping_sources {
    source_name          = "iam-user-mfa-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Have the user register a second factor."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "IAM_USER_MFA_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "internet-gateway-authorized-vpc-only"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Detach the internet gateway from the VPC, or authorise that VPC."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "INTERNET_GATEWAY_AUTHORIZED_VPC_ONLY"
    }
  }

  control_mapping_sources {
    source_name          = "lambda-function-public-access-prohibited"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Remove the policy statement that lets everyone invoke the function."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED"
    }
  }

  control_mapping_sources {
    source_name          = "lambda-inside-vpc"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Give the function subnets and security groups of a VPC."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "LAMBDA_INSIDE_VPC"
    }
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
    source_name          = "rds-snapshots-public-prohibited"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Make the snapshot private, and treat its data as disclosed."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RDS_SNAPSHOTS_PUBLIC_PROHIBITED"
    }
  }

  control_mapping_sources {
    source_name          = "redshift-cluster-public-access-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn off public access to the cluster."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "REDSHIFT_CLUSTER_PUBLIC_ACCESS_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "restricted-common-ports"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Remove the rule that admits the blocked port from everywhere."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RESTRICTED_INCOMING_TRAFFIC"
    }
  }

  control_mapping_sources {
    source_name          = "restricted-ssh"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Limit port 22 to known addresses, or close it and use Session Manager."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "INCOMING_SSH_DISABLED"
    }
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
    source_name          = "s3-bucket-public-read-prohibited"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Remove the policy or ACL that lets everyone read, and block public access."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_BUCKET_PUBLIC_READ_PROHIBITED"
    }
  }

  control_mapping_sources {
    source_name          = "s3-bucket-public-write-prohibited"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Remove the policy or ACL that lets everyone write, and block public access."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_BUCKET_PUBLIC_WRITE_PROHIBITED"
    }
  }

  control_mapping_sources {
    source_name          = "sagemaker-notebook-no-direct-internet-access"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Recreate the notebook instance in a VPC without direct internet access."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS"
    }
  }

  control_mapping_sources {
    source_name          = "subnet-auto-assign-public-ip-disabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn off automatic public addresses for the subnet."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED"
    }
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
    source_name          = "vpc-sg-open-only-to-authorized-ports"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Close the ports that are open to everywhere but not authorised."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "VPC_SG_OPEN_ONLY_TO_AUTHORIZED_PORTS"
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
    source_name          = "ec2_CreateNetworkAclEntry"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_CreateNetworkAclEntry"
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

resource "aws_auditmanager_control" "control_CC6_7" {
  name   = "SOC 2 Trust Services Criteria CC6.7 Protected transmission and movement of data"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC6.7"
  }

  control_mapping_sources {
    source_name          = "acm-certificate-expiration-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Renew or re-import the certificate, or remove it from the services that use it."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ACM_CERTIFICATE_EXPIRATION_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "alb-http-to-https-redirection-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Give each HTTP listener a default rule that redirects to HTTPS."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ALB_HTTP_TO_HTTPS_REDIRECTION_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "cloudfront-viewer-policy-https"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Set each cache behaviour to HTTPS only, or to redirect HTTP to HTTPS."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CLOUDFRONT_VIEWER_POLICY_HTTPS"
    }
  }

  control_mapping_sources {
    source_name          = "dax-tls-endpoint-encryption"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Automated outside Audit Manager: the Config rule dax-tls-endpoint-encryption evaluates it."
    troubleshooting_text = "Create a new cluster with TLS endpoints and move the clients; it cannot be turned on later."
  }

  control_mapping_sources {
    source_name          = "dms-redis-tls-enabled"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Automated outside Audit Manager: the Config rule dms-redis-tls-enabled evaluates it."
    troubleshooting_text = "Set the Redis endpoint's SSL protocol to encryption."
  }

  control_mapping_sources {
    source_name          = "elasticache-repl-grp-encrypted-in-transit"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on encryption in transit, first preferred and then required, once clients use TLS."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ELASTICACHE_REPL_GRP_ENCRYPTED_IN_TRANSIT"
    }
  }

  control_mapping_sources {
    source_name          = "elasticsearch-node-to-node-encryption-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on encryption between nodes of the domain."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ELASTICSEARCH_NODE_TO_NODE_ENCRYPTION_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "elb-acm-certificate-required"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Give the classic load balancer's listeners certificates from Certificate Manager."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ELB_ACM_CERTIFICATE_REQUIRED"
    }
  }

  control_mapping_sources {
    source_name          = "elb-tls-https-listeners-only"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Change the classic load balancer's listeners to HTTPS or SSL."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ELB_TLS_HTTPS_LISTENERS_ONLY"
    }
  }

  control_mapping_sources {
    source_name          = "msk-in-cluster-node-require-tls"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"
    source_description   = "The same check as the Config rule msk-in-cluster-node-require-tls, which Audit Manager does not list."
    troubleshooting_text = "Create the cluster anew with encryption between brokers; it cannot be turned on later."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "MSK.1"
    }
  }

  control_mapping_sources {
    source_name          = "redshift-require-tls-ssl"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Set require_ssl in the cluster's parameter group and reboot the cluster."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "REDSHIFT_REQUIRE_TLS_SSL"
    }
  }

  control_mapping_sources {
    source_name          = "restricted-ssh"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Limit port 22 to known addresses, or close it and use Session Manager."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "INCOMING_SSH_DISABLED"
    }
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
    source_name          = "transfer-family-server-no-ftp"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Automated outside Audit Manager: the Config rule transfer-family-server-no-ftp evaluates it."
    troubleshooting_text = "Move clients to SFTP or FTPS and remove FTP from the server's protocols."
  }

  control_mapping_sources {
    source_name          = "acm_ListCertificates"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "acm_ListCertificates"
    }
  }

  control_mapping_sources {
    source_name          = "elasticloadbalancingv2_DescribeSSLPolicies"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "elasticloadbalancingv2_DescribeSSLPolicies"
    }
  }
}

resource "aws_auditmanager_control" "control_CC6_8" {
  name   = "SOC 2 Trust Services Criteria CC6.8 Unauthorised or malicious software prevented"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC6.8"
  }

  control_mapping_sources {
    source_name          = "guardduty-enabled-centralized"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Enable GuardDuty in the region and name a delegated administrator."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "GUARDDUTY_ENABLED_CENTRALIZED"
    }
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
    source_name          = "guardduty_ListDetectors"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "guardduty_ListDetectors"
    }
  }

  control_mapping_sources {
    source_name          = "guardduty_DeleteDetector"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "guardduty_DeleteDetector"
    }
  }

  control_mapping_sources {
    source_name          = "guardduty_UpdateDetector"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "guardduty_UpdateDetector"
    }
  }

  control_mapping_sources {
    source_name          = "Configuration record"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Anti-malware coverage of hosts and workstations, and the settings that keep users from installing unapproved software."
  }
}

resource "aws_auditmanager_control" "control_CC7_1" {
  name   = "SOC 2 Trust Services Criteria CC7.1 Configuration drift and vulnerabilities detected"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC7.1"
  }

  control_mapping_sources {
    source_name          = "ec2-instance-managed-by-systems-manager"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Install the agent, and give the instance a profile and a network path to Systems Manager."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EC2_INSTANCE_MANAGED_BY_SSM"
    }
  }

  control_mapping_sources {
    source_name          = "ec2-managedinstance-association-compliance-status-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Read the association's output, mend its cause and run the association again."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EC2_MANAGEDINSTANCE_ASSOCIATION_COMPLIANCE_STATUS_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "ec2-managedinstance-patch-compliance-status-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Install the missing patches with Patch Manager and scan again."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EC2_MANAGEDINSTANCE_PATCH_COMPLIANCE_STATUS_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "guardduty-enabled-centralized"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Enable GuardDuty in the region and name a delegated administrator."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "GUARDDUTY_ENABLED_CENTRALIZED"
    }
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

  control_mapping_sources {
    source_name          = "elasticache_DescribeServiceUpdates"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "elasticache_DescribeServiceUpdates"
    }
  }

  control_mapping_sources {
    source_name          = "ssm_CreatePatchBaseline"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ssm_CreatePatchBaseline"
    }
  }

  control_mapping_sources {
    source_name          = "ssm_UpdatePatchBaseline"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ssm_UpdatePatchBaseline"
    }
  }

  control_mapping_sources {
    source_name          = "Test report"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The vulnerability scans of the period, with the configuration baselines compared and what was corrected."
  }
}

resource "aws_auditmanager_control" "control_CC7_2" {
  name   = "SOC 2 Trust Services Criteria CC7.2 Anomalies monitored"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC7.2"
  }

  control_mapping_sources {
    source_name          = "api-gw-execution-logging-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Set the stage's execution log level to ERROR or INFO."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "API_GW_EXECUTION_LOGGING_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "cloud-trail-cloud-watch-logs-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Give the trail a log group and a role that may write to it."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "cloudtrail-all-read-s3-data-event-check"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Automated outside Audit Manager: the Config rule cloudtrail-all-read-s3-data-event-check evaluates it."
    troubleshooting_text = "Have a multi-region trail record read events of all S3 objects."
  }

  control_mapping_sources {
    source_name          = "cloudtrail-all-write-s3-data-event-check"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Automated outside Audit Manager: the Config rule cloudtrail-all-write-s3-data-event-check evaluates it."
    troubleshooting_text = "Have a multi-region trail record write events of all S3 objects."
  }

  control_mapping_sources {
    source_name          = "cloudtrail-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Create a trail, or start logging on the one that was stopped."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CLOUD_TRAIL_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "cloudtrail-s3-dataevents-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Add S3 object events of the buckets in scope to the trail's event selectors."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CLOUDTRAIL_S3_DATAEVENTS_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "cloudwatch-alarm-action-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Give the alarm an action for each state that is required."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CLOUDWATCH_ALARM_ACTION_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "cw-loggroup-retention-period-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Raise the log group's retention to the stated number of days."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CW_LOGGROUP_RETENTION_PERIOD_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "ec2-instance-detailed-monitoring-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on detailed monitoring of the instance."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EC2_INSTANCE_DETAILED_MONITORING_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "elb-logging-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on access logs to a bucket that admits the load balancing service."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ELB_LOGGING_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "guardduty-enabled-centralized"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Enable GuardDuty in the region and name a delegated administrator."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "GUARDDUTY_ENABLED_CENTRALIZED"
    }
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
    source_name          = "rds-logging-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Publish every log of the engine to CloudWatch Logs."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RDS_LOGGING_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "redshift-audit-logging-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on audit logging of the cluster."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "REDSHIFT_AUDIT_LOGGING_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "s3-bucket-logging-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on server access logging to a bucket kept for logs."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_BUCKET_LOGGING_ENABLED"
    }
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
    source_name          = "waf-classic-logging-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Give the web ACL a Firehose delivery stream for its logs."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "WAF_CLASSIC_LOGGING_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "wafv2-logging-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Give the web ACL a logging destination."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "WAFV2_LOGGING_ENABLED"
    }
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
    source_name          = "guardduty_ListDetectors"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "guardduty_ListDetectors"
    }
  }

  control_mapping_sources {
    source_name          = "guardduty_DeleteDetector"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "guardduty_DeleteDetector"
    }
  }

  control_mapping_sources {
    source_name          = "guardduty_UpdateDetector"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "guardduty_UpdateDetector"
    }
  }
}

resource "aws_auditmanager_control" "control_CC7_3" {
  name   = "SOC 2 Trust Services Criteria CC7.3 Security events evaluated"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC7.3"
  }

  control_mapping_sources {
    source_name          = "api-gw-execution-logging-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Set the stage's execution log level to ERROR or INFO."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "API_GW_EXECUTION_LOGGING_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "cloud-trail-cloud-watch-logs-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Give the trail a log group and a role that may write to it."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED"
    }
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
    source_name          = "cloudwatch-alarm-action-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Give the alarm an action for each state that is required."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CLOUDWATCH_ALARM_ACTION_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "cw-loggroup-retention-period-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Raise the log group's retention to the stated number of days."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CW_LOGGROUP_RETENTION_PERIOD_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "elasticsearch-logs-to-cloudwatch"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Publish the domain's logs to a log group whose policy admits the service."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ELASTICSEARCH_LOGS_TO_CLOUDWATCH"
    }
  }

  control_mapping_sources {
    source_name          = "elb-logging-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on access logs to a bucket that admits the load balancing service."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ELB_LOGGING_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "guardduty-enabled-centralized"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Enable GuardDuty in the region and name a delegated administrator."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "GUARDDUTY_ENABLED_CENTRALIZED"
    }
  }

  control_mapping_sources {
    source_name          = "guardduty-non-archived-findings"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Investigate the finding, mend its cause and archive it."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "GUARDDUTY_NON_ARCHIVED_FINDINGS"
    }
  }

  control_mapping_sources {
    source_name          = "opensearch-audit-logging-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Publish the domain's audit logs to a log group whose policy admits the service."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "OPENSEARCH_AUDIT_LOGGING_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "opensearch-logs-to-cloudwatch"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Publish the domain's logs to a log group whose policy admits the service."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "OPENSEARCH_LOGS_TO_CLOUDWATCH"
    }
  }

  control_mapping_sources {
    source_name          = "rds-logging-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Publish every log of the engine to CloudWatch Logs."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RDS_LOGGING_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "redshift-audit-logging-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on audit logging of the cluster."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "REDSHIFT_AUDIT_LOGGING_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "s3-bucket-logging-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on server access logging to a bucket kept for logs."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_BUCKET_LOGGING_ENABLED"
    }
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
    source_name          = "waf-classic-logging-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Give the web ACL a Firehose delivery stream for its logs."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "WAF_CLASSIC_LOGGING_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "Record of a review"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "A sample of security events with the decision whether each was an incident, and why."
  }
}

resource "aws_auditmanager_control" "control_CC7_4" {
  name   = "SOC 2 Trust Services Criteria CC7.4 Incidents answered"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC7.4"
  }

  control_mapping_sources {
    source_name          = "cloudwatch-alarm-action-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Give the alarm an action for each state that is required."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "CLOUDWATCH_ALARM_ACTION_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "db-instance-backup-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Set a backup retention period of at least one day on the instance."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "DB_INSTANCE_BACKUP_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "dynamodb-pitr-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on point-in-time recovery of the table."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "DYNAMODB_PITR_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "efs-in-backup-plan"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Assign the file system to a backup plan."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EFS_IN_BACKUP_PLAN"
    }
  }

  control_mapping_sources {
    source_name          = "guardduty-enabled-centralized"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Enable GuardDuty in the region and name a delegated administrator."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "GUARDDUTY_ENABLED_CENTRALIZED"
    }
  }

  control_mapping_sources {
    source_name          = "guardduty-non-archived-findings"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Investigate the finding, mend its cause and archive it."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "GUARDDUTY_NON_ARCHIVED_FINDINGS"
    }
  }

  control_mapping_sources {
    source_name          = "redshift-backup-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Set the retention of automated snapshots above zero."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "REDSHIFT_BACKUP_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "s3-bucket-versioning-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on versioning of the bucket."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_BUCKET_VERSIONING_ENABLED"
    }
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
    source_name          = "guardduty_ListDetectors"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "guardduty_ListDetectors"
    }
  }

  control_mapping_sources {
    source_name          = "guardduty_DeleteDetector"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "guardduty_DeleteDetector"
    }
  }

  control_mapping_sources {
    source_name          = "guardduty_UpdateDetector"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "guardduty_UpdateDetector"
    }
  }

  control_mapping_sources {
    source_name          = "Incident record"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The incident response plan, and the record of incidents with containment, communication and end."
  }
}

resource "aws_auditmanager_control" "control_CC7_5" {
  name   = "SOC 2 Trust Services Criteria CC7.5 Recovery from incidents"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC7.5"
  }

  control_mapping_sources {
    source_name          = "db-instance-backup-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Set a backup retention period of at least one day on the instance."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "DB_INSTANCE_BACKUP_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "dynamodb-pitr-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on point-in-time recovery of the table."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "DYNAMODB_PITR_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "redshift-backup-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Set the retention of automated snapshots above zero."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "REDSHIFT_BACKUP_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "s3-bucket-versioning-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on versioning of the bucket."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_BUCKET_VERSIONING_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "backup_ListBackupPlans"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "backup_ListBackupPlans"
    }
  }

  control_mapping_sources {
    source_name          = "rds_DescribeDbInstanceAutomatedBackups"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "rds_DescribeDbInstanceAutomatedBackups"
    }
  }

  control_mapping_sources {
    source_name          = "backup_CreateBackupPlan"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "backup_CreateBackupPlan"
    }
  }

  control_mapping_sources {
    source_name          = "backup_DeleteBackupPlan"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "backup_DeleteBackupPlan"
    }
  }

  control_mapping_sources {
    source_name          = "backup_UpdateBackupPlan"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "backup_UpdateBackupPlan"
    }
  }

  control_mapping_sources {
    source_name          = "Incident record"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "For a sample of incidents, the restoration, the root cause, the lessons, and the last recovery exercise."
  }
}

resource "aws_auditmanager_control" "control_CC8_1" {
  name   = "SOC 2 Trust Services Criteria CC8.1 Changes authorised, tested and approved"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC8.1"
  }

  control_mapping_sources {
    source_name          = "cloudformation_CreateChangeSet"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudformation_CreateChangeSet"
    }
  }

  control_mapping_sources {
    source_name          = "cloudformation_ExecuteChangeSet"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudformation_ExecuteChangeSet"
    }
  }

  control_mapping_sources {
    source_name          = "cloudformation_UpdateStack"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "cloudformation_UpdateStack"
    }
  }

  control_mapping_sources {
    source_name          = "Record of approvals"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "A sample of changes with authorisation, test result, approval and the date of deployment."
  }
}

resource "aws_auditmanager_control" "control_CC9_1" {
  name   = "SOC 2 Trust Services Criteria CC9.1 Business disruption risk mitigated"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC9.1"
  }

  control_mapping_sources {
    source_name          = "Plan"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The business continuity plan and the insurance or other measures against disruption."
  }
}

resource "aws_auditmanager_control" "control_CC9_2" {
  name   = "SOC 2 Trust Services Criteria CC9.2 Vendor and partner risk managed"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:CC9.2"
  }

  control_mapping_sources {
    source_name          = "Agreement with a third party"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The vendor register with risk rating, agreement and last assessment of each."
  }
}

resource "aws_auditmanager_control" "control_A1_1" {
  name   = "SOC 2 Trust Services Criteria A1.1 Capacity monitored and managed"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:A1.1"
  }

  control_mapping_sources {
    source_name          = "dynamodb-autoscaling-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on auto scaling or on-demand capacity for the table."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "DYNAMODB_AUTOSCALING_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "ec2-instance-detailed-monitoring-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on detailed monitoring of the instance."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EC2_INSTANCE_DETAILED_MONITORING_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "autoscaling_DescribeAutoScalingGroups"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "autoscaling_DescribeAutoScalingGroups"
    }
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
    source_name          = "Record of a review"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The capacity forecast next to actual use, and the additions that came of it."
  }
}

resource "aws_auditmanager_control" "control_A1_2" {
  name   = "SOC 2 Trust Services Criteria A1.2 Environmental protection, backup and recovery infrastructure"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:A1.2"
  }

  control_mapping_sources {
    source_name          = "aurora-resources-protected-by-backup-plan"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Assign the cluster to a backup plan."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "AURORA_RESOURCES_PROTECTED_BY_BACKUP_PLAN"
    }
  }

  control_mapping_sources {
    source_name          = "backup-plan-min-frequency-and-min-retention-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Raise the plan's frequency and retention to the stated values."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "backup-recovery-point-manual-deletion-disabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Deny deletion and changes of recovery points in the vault's access policy."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED"
    }
  }

  control_mapping_sources {
    source_name          = "backup-recovery-point-minimum-retention-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Lengthen the recovery point's lifecycle to the stated number of days."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "db-instance-backup-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Set a backup retention period of at least one day on the instance."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "DB_INSTANCE_BACKUP_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "dynamodb-in-backup-plan"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Assign the table to a backup plan."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "DYNAMODB_IN_BACKUP_PLAN"
    }
  }

  control_mapping_sources {
    source_name          = "dynamodb-pitr-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on point-in-time recovery of the table."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "DYNAMODB_PITR_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "dynamodb-resources-protected-by-backup-plan"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Assign the table to a backup plan."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "DYNAMODB_RESOURCES_PROTECTED_BY_BACKUP_PLAN"
    }
  }

  control_mapping_sources {
    source_name          = "ebs-in-backup-plan"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Assign the volume to a backup plan."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EBS_IN_BACKUP_PLAN"
    }
  }

  control_mapping_sources {
    source_name          = "ebs-resources-protected-by-backup-plan"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Assign the volume to a backup plan."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EBS_RESOURCES_PROTECTED_BY_BACKUP_PLAN"
    }
  }

  control_mapping_sources {
    source_name          = "ec2-resources-protected-by-backup-plan"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Assign the instance to a backup plan."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EC2_RESOURCES_PROTECTED_BY_BACKUP_PLAN"
    }
  }

  control_mapping_sources {
    source_name          = "efs-in-backup-plan"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Assign the file system to a backup plan."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EFS_IN_BACKUP_PLAN"
    }
  }

  control_mapping_sources {
    source_name          = "efs-resources-protected-by-backup-plan"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Assign the file system to a backup plan."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "EFS_RESOURCES_PROTECTED_BY_BACKUP_PLAN"
    }
  }

  control_mapping_sources {
    source_name          = "elasticache-redis-cluster-automatic-backup-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Raise the snapshot retention of the cluster to the stated number of days."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ELASTICACHE_REDIS_CLUSTER_AUTOMATIC_BACKUP_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "fsx-resources-protected-by-backup-plan"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Assign the file system to a backup plan."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "FSX_RESOURCES_PROTECTED_BY_BACKUP_PLAN"
    }
  }

  control_mapping_sources {
    source_name          = "rds-in-backup-plan"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Assign the instance to a backup plan."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RDS_IN_BACKUP_PLAN"
    }
  }

  control_mapping_sources {
    source_name          = "rds-resources-protected-by-backup-plan"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Assign the instance to a backup plan."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RDS_RESOURCES_PROTECTED_BY_BACKUP_PLAN"
    }
  }

  control_mapping_sources {
    source_name          = "redshift-backup-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Set the retention of automated snapshots above zero."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "REDSHIFT_BACKUP_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "s3-bucket-replication-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Add a replication rule to the bucket."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_BUCKET_REPLICATION_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "s3-bucket-versioning-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on versioning of the bucket."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_BUCKET_VERSIONING_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "backup_ListBackupPlans"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "backup_ListBackupPlans"
    }
  }

  control_mapping_sources {
    source_name          = "rds_DescribeDbInstanceAutomatedBackups"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_API_Call"
    source_frequency     = "WEEKLY"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "rds_DescribeDbInstanceAutomatedBackups"
    }
  }

  control_mapping_sources {
    source_name          = "backup_CreateBackupPlan"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "backup_CreateBackupPlan"
    }
  }

  control_mapping_sources {
    source_name          = "backup_DeleteBackupPlan"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "backup_DeleteBackupPlan"
    }
  }

  control_mapping_sources {
    source_name          = "backup_UpdateBackupPlan"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "backup_UpdateBackupPlan"
    }
  }

  control_mapping_sources {
    source_name          = "Plan"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The backup and recovery plan with its recovery objectives, and the provider's report on environmental protection."
  }
}

resource "aws_auditmanager_control" "control_A1_3" {
  name   = "SOC 2 Trust Services Criteria A1.3 Recovery plan tested"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:A1.3"
  }

  control_mapping_sources {
    source_name          = "Test report"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The report of the last recovery test, with restored data, times reached and follow-up."
  }
}

resource "aws_auditmanager_control" "control_C1_1" {
  name   = "SOC 2 Trust Services Criteria C1.1 Confidential information identified and kept"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:C1.1"
  }

  control_mapping_sources {
    source_name          = "rds-instance-deletion-protection-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on deletion protection of the instance."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RDS_INSTANCE_DELETION_PROTECTION_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "s3-bucket-default-lock-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on Object Lock of the bucket with a default retention."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_BUCKET_DEFAULT_LOCK_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The classification scheme, the register of confidential information, and its retention periods."
  }
}

resource "aws_auditmanager_control" "control_C1_2" {
  name   = "SOC 2 Trust Services Criteria C1.2 Confidential information disposed of"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:C1.2"
  }

  control_mapping_sources {
    source_name          = "s3-lifecycle-policy-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Add a lifecycle rule that expires objects at the end of their retention."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_LIFECYCLE_POLICY_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "s3-version-lifecycle-policy-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Add a lifecycle rule to the versioned bucket."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_VERSION_LIFECYCLE_POLICY_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "ec2_DeleteVolume"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DeleteVolume"
    }
  }

  control_mapping_sources {
    source_name          = "rds_DeleteDBInstance"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "rds_DeleteDBInstance"
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
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The disposal procedure for confidential information and the record of what was destroyed."
  }
}

resource "aws_auditmanager_control" "control_PI1_1" {
  name   = "SOC 2 Trust Services Criteria PI1.1 Processing data definitions and specifications"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:PI1.1"
  }

  control_mapping_sources {
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The specifications of products, data and processing that users of the system receive."
  }
}

resource "aws_auditmanager_control" "control_PI1_2" {
  name   = "SOC 2 Trust Services Criteria PI1.2 Complete and accurate inputs"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:PI1.2"
  }

  control_mapping_sources {
    source_name          = "api-gw-execution-logging-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Set the stage's execution log level to ERROR or INFO."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "API_GW_EXECUTION_LOGGING_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "api-gwv2-access-logs-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Give the stage an access log destination and format."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "API_GWV2_ACCESS_LOGS_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "cloudtrail-all-write-s3-data-event-check"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Automated outside Audit Manager: the Config rule cloudtrail-all-write-s3-data-event-check evaluates it."
    troubleshooting_text = "Have a multi-region trail record write events of all S3 objects."
  }

  control_mapping_sources {
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The input checks of the system, how rejected input is corrected, and a sample of both."
  }
}

resource "aws_auditmanager_control" "control_PI1_3" {
  name   = "SOC 2 Trust Services Criteria PI1.3 Processing controls"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:PI1.3"
  }

  control_mapping_sources {
    source_name          = "glue-job-logging-enabled"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Automated outside Audit Manager: the Config rule glue-job-logging-enabled evaluates it."
    troubleshooting_text = "Turn on continuous logging of the job."
  }

  control_mapping_sources {
    source_name          = "rds-logging-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Publish every log of the engine to CloudWatch Logs."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RDS_LOGGING_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "step-functions-state-machine-logging-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on logging of the state machine at the stated level."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "STEP_FUNCTIONS_STATE_MACHINE_LOGGING_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The processing specifications, and a sample of processing errors found and corrected in time."
  }
}

resource "aws_auditmanager_control" "control_PI1_4" {
  name   = "SOC 2 Trust Services Criteria PI1.4 Complete outputs, delivered as agreed"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:PI1.4"
  }

  control_mapping_sources {
    source_name          = "kinesis-stream-encrypted"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on server-side encryption of the stream."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "KINESIS_STREAM_ENCRYPTED"
    }
  }

  control_mapping_sources {
    source_name          = "s3-bucket-server-side-encryption-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Set default encryption on the bucket."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "s3-default-encryption-kms"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Set default encryption of the bucket to a KMS key."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_DEFAULT_ENCRYPTION_KMS"
    }
  }

  control_mapping_sources {
    source_name          = "sns-encrypted-kms"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Set a KMS key on the topic."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "SNS_ENCRYPTED_KMS"
    }
  }

  control_mapping_sources {
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "How outputs are checked for completeness and sent only to the intended parties, with a sample."
  }
}

resource "aws_auditmanager_control" "control_PI1_5" {
  name   = "SOC 2 Trust Services Criteria PI1.5 Stored inputs and outputs protected"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:PI1.5"
  }

  control_mapping_sources {
    source_name          = "backup-recovery-point-encrypted"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Copy the recovery point into an encrypted vault and delete the original."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "BACKUP_RECOVERY_POINT_ENCRYPTED"
    }
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
    source_name          = "dynamodb-table-encrypted-kms"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Change the table's encryption to a KMS key."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "DYNAMODB_TABLE_ENCRYPTED_KMS"
    }
  }

  control_mapping_sources {
    source_name          = "encrypted-volumes"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Copy the volume's snapshot with encryption and replace the volume."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ENCRYPTED_VOLUMES"
    }
  }

  control_mapping_sources {
    source_name          = "rds-cluster-encrypted-at-rest"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Security_Hub"
    source_description   = "The same check as the Config rule rds-cluster-encrypted-at-rest, which Audit Manager does not list."
    troubleshooting_text = "Restore the cluster from a snapshot with a KMS key."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "RDS.27"
    }
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
    source_name          = "s3-bucket-default-lock-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on Object Lock of the bucket with a default retention."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_BUCKET_DEFAULT_LOCK_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "s3-bucket-versioning-enabled"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Turn on versioning of the bucket."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_BUCKET_VERSIONING_ENABLED"
    }
  }

  control_mapping_sources {
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "How items in processing and outputs are stored, archived and protected from loss and change."
  }
}

resource "aws_auditmanager_control" "control_P1_1" {
  name   = "SOC 2 Trust Services Criteria P1.1 Privacy notice to data subjects"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:P1.1"
  }

  control_mapping_sources {
    source_name          = "Privacy record"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The privacy notice in force, its history, and where and when data subjects see it."
  }
}

resource "aws_auditmanager_control" "control_P2_1" {
  name   = "SOC 2 Trust Services Criteria P2.1 Choice and consent offered"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:P2.1"
  }

  control_mapping_sources {
    source_name          = "Privacy record"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The choices offered to data subjects, with a sample of consents and withdrawals as recorded."
  }
}

resource "aws_auditmanager_control" "control_P3_1" {
  name   = "SOC 2 Trust Services Criteria P3.1 Collection limited to the objectives"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:P3.1"
  }

  control_mapping_sources {
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The data elements collected, with the purpose of each, and the review that removed those not needed."
  }
}

resource "aws_auditmanager_control" "control_P3_2" {
  name   = "SOC 2 Trust Services Criteria P3.2 Explicit consent before collection"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:P3.2"
  }

  control_mapping_sources {
    source_name          = "Privacy record"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "A sample of sensitive personal data with the explicit consent that was obtained before its collection."
  }
}

resource "aws_auditmanager_control" "control_P4_1" {
  name   = "SOC 2 Trust Services Criteria P4.1 Use limited to stated purposes"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:P4.1"
  }

  control_mapping_sources {
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "How systems and staff are kept to the purposes of the privacy notice, with the last check."
  }
}

resource "aws_auditmanager_control" "control_P4_2" {
  name   = "SOC 2 Trust Services Criteria P4.2 Personal data retained no longer than needed"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:P4.2"
  }

  control_mapping_sources {
    source_name          = "s3-lifecycle-policy-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Add a lifecycle rule that expires objects at the end of their retention."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_LIFECYCLE_POLICY_CHECK"
    }
  }

  control_mapping_sources {
    source_name          = "s3-version-lifecycle-policy-check"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Config"
    troubleshooting_text = "Add a lifecycle rule to the versioned bucket."

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "S3_VERSION_LIFECYCLE_POLICY_CHECK"
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
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The retention schedule for personal data and the last run that applied it."
  }
}

resource "aws_auditmanager_control" "control_P4_3" {
  name   = "SOC 2 Trust Services Criteria P4.3 Personal data disposed of securely"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:P4.3"
  }

  control_mapping_sources {
    source_name          = "ec2_DeleteVolume"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "ec2_DeleteVolume"
    }
  }

  control_mapping_sources {
    source_name          = "rds_DeleteDBInstance"
    source_set_up_option = "System_Controls_Mapping"
    source_type          = "AWS_Cloudtrail"

    source_keyword {
      keyword_input_type = "SELECT_FROM_LIST"
      keyword_value      = "rds_DeleteDBInstance"
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
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The disposal procedure for personal data, with a sample of deletions, those asked for by data subjects included."
  }
}

resource "aws_auditmanager_control" "control_P5_1" {
  name   = "SOC 2 Trust Services Criteria P5.1 Data subjects reach their data"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:P5.1"
  }

  control_mapping_sources {
    source_name          = "Privacy record"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "A sample of access requests with identity check, answer and dates, denials and their reasons included."
  }
}

resource "aws_auditmanager_control" "control_P5_2" {
  name   = "SOC 2 Trust Services Criteria P5.2 Data subjects correct their data"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:P5.2"
  }

  control_mapping_sources {
    source_name          = "Privacy record"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "A sample of correction requests with the change made, the third parties told, and denials with reasons."
  }
}

resource "aws_auditmanager_control" "control_P6_1" {
  name   = "SOC 2 Trust Services Criteria P6.1 Disclosure to third parties with consent"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:P6.1"
  }

  control_mapping_sources {
    source_name          = "Agreement with a third party"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The third parties that receive personal data, with the consent or notice that allows it."
  }
}

resource "aws_auditmanager_control" "control_P6_2" {
  name   = "SOC 2 Trust Services Criteria P6.2 Authorised disclosures recorded"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:P6.2"
  }

  control_mapping_sources {
    source_name          = "Privacy record"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The register of authorised disclosures of personal data."
  }
}

resource "aws_auditmanager_control" "control_P6_3" {
  name   = "SOC 2 Trust Services Criteria P6.3 Unauthorised disclosures recorded"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:P6.3"
  }

  control_mapping_sources {
    source_name          = "Privacy record"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The register of detected or reported unauthorised disclosures, breaches included."
  }
}

resource "aws_auditmanager_control" "control_P6_4" {
  name   = "SOC 2 Trust Services Criteria P6.4 Third parties commit to privacy"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:P6.4"
  }

  control_mapping_sources {
    source_name          = "Agreement with a third party"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "Agreements with third parties that hold personal data, and the last assessment of how they keep to them."
  }
}

resource "aws_auditmanager_control" "control_P6_5" {
  name   = "SOC 2 Trust Services Criteria P6.5 Third parties report breaches"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:P6.5"
  }

  control_mapping_sources {
    source_name          = "Agreement with a third party"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The clause by which third parties report unauthorised disclosures, and the reports received."
  }
}

resource "aws_auditmanager_control" "control_P6_6" {
  name   = "SOC 2 Trust Services Criteria P6.6 Breaches notified"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:P6.6"
  }

  control_mapping_sources {
    source_name          = "Incident record"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "For each breach, when data subjects, regulators and others were notified; or the procedure if there was none."
  }
}

resource "aws_auditmanager_control" "control_P6_7" {
  name   = "SOC 2 Trust Services Criteria P6.7 Account of data held and disclosed"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:P6.7"
  }

  control_mapping_sources {
    source_name          = "Privacy record"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "A sample of requests answered with the personal data held and the disclosures made of it."
  }
}

resource "aws_auditmanager_control" "control_P7_1" {
  name   = "SOC 2 Trust Services Criteria P7.1 Accurate and relevant personal data"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:P7.1"
  }

  control_mapping_sources {
    source_name          = "Procedure"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The checks that keep personal data accurate, up to date, complete and relevant."
  }
}

resource "aws_auditmanager_control" "control_P8_1" {
  name   = "SOC 2 Trust Services Criteria P8.1 Inquiries, complaints and compliance monitored"
  region = var.region
  tags = {
    "ordain:project" = "payments-platform"
    "ordain:control" = "soc-2:P8.1"
  }

  control_mapping_sources {
    source_name          = "Record of a review"
    source_set_up_option = "Procedural_Controls_Mapping"
    source_type          = "MANUAL"
    source_description   = "The register of privacy inquiries, complaints and disputes with their resolution, and the last privacy review."
  }
}

resource "aws_auditmanager_framework" "this" {
  name            = "SOC 2 Trust Services Criteria"
  region          = var.region
  description     = "The criteria for security, availability, confidentiality, processing integrity and privacy.\nEntry to buildings is inherited from AWS; whoever runs rooms of their own changes that control.\nAWS publishes no mapping of Config rules to these criteria: rows rest on public projects, reviewed here."
  compliance_type = "SOC 2"
  tags = {
    "ordain:project"   = "payments-platform"
    "ordain:framework" = "soc-2"
  }

  control_sets {
    name = "CC1: Control environment"

    controls {
      id = aws_auditmanager_control.control_CC1_1.id
    }

    controls {
      id = aws_auditmanager_control.control_CC1_2.id
    }

    controls {
      id = aws_auditmanager_control.control_CC1_3.id
    }

    controls {
      id = aws_auditmanager_control.control_CC1_4.id
    }

    controls {
      id = aws_auditmanager_control.control_CC1_5.id
    }
  }

  control_sets {
    name = "CC2: Communication and information"

    controls {
      id = aws_auditmanager_control.control_CC2_1.id
    }

    controls {
      id = aws_auditmanager_control.control_CC2_2.id
    }

    controls {
      id = aws_auditmanager_control.control_CC2_3.id
    }
  }

  control_sets {
    name = "CC3: Risk assessment"

    controls {
      id = aws_auditmanager_control.control_CC3_1.id
    }

    controls {
      id = aws_auditmanager_control.control_CC3_2.id
    }

    controls {
      id = aws_auditmanager_control.control_CC3_3.id
    }

    controls {
      id = aws_auditmanager_control.control_CC3_4.id
    }
  }

  control_sets {
    name = "CC4: Monitoring activities"

    controls {
      id = aws_auditmanager_control.control_CC4_1.id
    }

    controls {
      id = aws_auditmanager_control.control_CC4_2.id
    }
  }

  control_sets {
    name = "CC5: Control activities"

    controls {
      id = aws_auditmanager_control.control_CC5_1.id
    }

    controls {
      id = aws_auditmanager_control.control_CC5_2.id
    }

    controls {
      id = aws_auditmanager_control.control_CC5_3.id
    }
  }

  control_sets {
    name = "CC6: Logical and physical access"

    controls {
      id = aws_auditmanager_control.control_CC6_1.id
    }

    controls {
      id = aws_auditmanager_control.control_CC6_2.id
    }

    controls {
      id = aws_auditmanager_control.control_CC6_3.id
    }

    controls {
      id = aws_auditmanager_control.control_CC6_4.id
    }

    controls {
      id = aws_auditmanager_control.control_CC6_5.id
    }

    controls {
      id = aws_auditmanager_control.control_CC6_6.id
    }

    controls {
      id = aws_auditmanager_control.control_CC6_7.id
    }

    controls {
      id = aws_auditmanager_control.control_CC6_8.id
    }
  }

  control_sets {
    name = "CC7: System operations"

    controls {
      id = aws_auditmanager_control.control_CC7_1.id
    }

    controls {
      id = aws_auditmanager_control.control_CC7_2.id
    }

    controls {
      id = aws_auditmanager_control.control_CC7_3.id
    }

    controls {
      id = aws_auditmanager_control.control_CC7_4.id
    }

    controls {
      id = aws_auditmanager_control.control_CC7_5.id
    }
  }

  control_sets {
    name = "CC8: Change management"

    controls {
      id = aws_auditmanager_control.control_CC8_1.id
    }
  }

  control_sets {
    name = "CC9: Risk mitigation"

    controls {
      id = aws_auditmanager_control.control_CC9_1.id
    }

    controls {
      id = aws_auditmanager_control.control_CC9_2.id
    }
  }

  control_sets {
    name = "A1: Availability"

    controls {
      id = aws_auditmanager_control.control_A1_1.id
    }

    controls {
      id = aws_auditmanager_control.control_A1_2.id
    }

    controls {
      id = aws_auditmanager_control.control_A1_3.id
    }
  }

  control_sets {
    name = "C1: Confidentiality"

    controls {
      id = aws_auditmanager_control.control_C1_1.id
    }

    controls {
      id = aws_auditmanager_control.control_C1_2.id
    }
  }

  control_sets {
    name = "PI1: Processing integrity"

    controls {
      id = aws_auditmanager_control.control_PI1_1.id
    }

    controls {
      id = aws_auditmanager_control.control_PI1_2.id
    }

    controls {
      id = aws_auditmanager_control.control_PI1_3.id
    }

    controls {
      id = aws_auditmanager_control.control_PI1_4.id
    }

    controls {
      id = aws_auditmanager_control.control_PI1_5.id
    }
  }

  control_sets {
    name = "P1: Privacy notice"

    controls {
      id = aws_auditmanager_control.control_P1_1.id
    }
  }

  control_sets {
    name = "P2: Choice and consent"

    controls {
      id = aws_auditmanager_control.control_P2_1.id
    }
  }

  control_sets {
    name = "P3: Collection"

    controls {
      id = aws_auditmanager_control.control_P3_1.id
    }

    controls {
      id = aws_auditmanager_control.control_P3_2.id
    }
  }

  control_sets {
    name = "P4: Use, retention and disposal"

    controls {
      id = aws_auditmanager_control.control_P4_1.id
    }

    controls {
      id = aws_auditmanager_control.control_P4_2.id
    }

    controls {
      id = aws_auditmanager_control.control_P4_3.id
    }
  }

  control_sets {
    name = "P5: Access by data subjects"

    controls {
      id = aws_auditmanager_control.control_P5_1.id
    }

    controls {
      id = aws_auditmanager_control.control_P5_2.id
    }
  }

  control_sets {
    name = "P6: Disclosure and notification"

    controls {
      id = aws_auditmanager_control.control_P6_1.id
    }

    controls {
      id = aws_auditmanager_control.control_P6_2.id
    }

    controls {
      id = aws_auditmanager_control.control_P6_3.id
    }

    controls {
      id = aws_auditmanager_control.control_P6_4.id
    }

    controls {
      id = aws_auditmanager_control.control_P6_5.id
    }

    controls {
      id = aws_auditmanager_control.control_P6_6.id
    }

    controls {
      id = aws_auditmanager_control.control_P6_7.id
    }
  }

  control_sets {
    name = "P7: Data quality"

    controls {
      id = aws_auditmanager_control.control_P7_1.id
    }
  }

  control_sets {
    name = "P8: Monitoring and enforcement"

    controls {
      id = aws_auditmanager_control.control_P8_1.id
    }
  }
}

//! The bucket that takes recorded configuration where none is given; Config writes to it for its own account
//! alone, and destroying the module keeps what was delivered.

use crate::print::hcl::{Body, Expression};

/// The name of the bucket that is used.
pub(super) const NAME: &str =
    "var.delivery_bucket != null ? var.delivery_bucket : one(aws_s3_bucket.delivery[*].id)";

/// The bucket with its policy, and the data that name the account.
pub(super) fn resources() -> Body {
    let closed =
        ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"]
            .into_iter()
            .fold(counted().set("bucket", id()), |body, name| body.set(name, Expression::raw("true")));
    let policy = counted()
        .set("bucket", id())
        .set("policy", Expression::raw("data.aws_iam_policy_document.delivery[0].json"));
    Body::default()
        .block("data", &["aws_caller_identity", "current"], Body::default())
        .block("data", &["aws_partition", "current"], Body::default())
        .block(
            "resource",
            &["aws_s3_bucket", "delivery"],
            counted().set("bucket_prefix", Expression::text("config-delivery-")),
        )
        .block("resource", &["aws_s3_bucket_public_access_block", "delivery"], closed)
        .block("data", &["aws_iam_policy_document", "delivery"], document())
        .block("resource", &["aws_s3_bucket_policy", "delivery"], policy)
}

fn counted() -> Body {
    Body::default().set("count", Expression::raw("var.delivery_bucket == null ? 1 : 0")).blank()
}

fn id() -> Expression {
    Expression::raw("aws_s3_bucket.delivery[0].id")
}

fn document() -> Body {
    let read = ["s3:GetBucketAcl", "s3:ListBucket"];
    let objects = "\"${aws_s3_bucket.delivery[0].arn}/AWSLogs/${data.aws_caller_identity.current.account_id}/Config/*\"";
    counted().block("statement", &[], statement(&read, "aws_s3_bucket.delivery[0].arn")).block(
        "statement",
        &[],
        statement(&["s3:PutObject"], objects),
    )
}

fn statement(actions: &[&str], resource: &str) -> Body {
    let principal = Body::default()
        .set("type", Expression::text("Service"))
        .set("identifiers", Expression::List(vec![Expression::text("config.amazonaws.com")]));
    let account = Expression::raw("data.aws_caller_identity.current.account_id");
    let condition = Body::default()
        .set("test", Expression::text("StringEquals"))
        .set("variable", Expression::text("aws:SourceAccount"))
        .set("values", Expression::List(vec![account]));
    Body::default()
        .set("actions", Expression::List(actions.iter().map(|&one| Expression::text(one)).collect()))
        .set("resources", Expression::List(vec![Expression::raw(resource)]))
        .block("principals", &[], principal)
        .block("condition", &[], condition)
}

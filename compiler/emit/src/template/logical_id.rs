//! Logical ids of a template. An id depends on its own name alone, so that no rule ever renames another.

use plan::PackParameter;
use sha2::{Digest, Sha256};

/// What ends the id of a rule's remediation.
pub(super) const REMEDIATION: &str = "Remediation";

/// The id of an instance: its name in CamelCase, with a hash where another name could yield the same id.
pub(super) fn of(name: &str, parameters: &[PackParameter]) -> String {
    let camel = camel_case(name);
    let taken = |id: &str| parameters.iter().any(|parameter| parameter.name == id);
    if is_reversible(name) && !taken(&camel) && !taken(&format!("{camel}{REMEDIATION}")) {
        return camel;
    }
    let hash = Sha256::digest(name.as_bytes());
    let digits: String = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    format!("{camel}X{digits}")
}

/// The letters and digits of a name, a capital after each break.
pub(super) fn camel_case(name: &str) -> String {
    let parts = name.split(|character: char| !character.is_ascii_alphanumeric());
    parts.filter_map(|part| Some(part.get(..1)?.to_ascii_uppercase() + part.get(1..)?)).collect()
}

/// Whether the CamelCase tells the name: lower case, a letter after each hyphen, no remediation's ending.
fn is_reversible(name: &str) -> bool {
    let part = |part: &str| {
        part.starts_with(|first: char| first.is_ascii_lowercase())
            && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    name.split('-').all(part) && !name.ends_with("-remediation") && name != "remediation"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_tells_its_name() {
        assert_eq!(of("s3-bucket-versioning-enabled", &[]), "S3BucketVersioningEnabled");
        let ids = ["a-b", "a.b", "A-b", "a-1", "a1", "aB", "a-remediation", "a", "é", "ü"]
            .map(|name| of(name, &[]));
        let unique: std::collections::BTreeSet<&String> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len());
        assert!(ids.iter().all(|id| id.bytes().all(|byte| byte.is_ascii_alphanumeric())));
    }
}

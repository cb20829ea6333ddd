//! The keyword by which Audit Manager collects what a Config rule finds.

use ::model::Instance;

use crate::SourceKind;

/// A managed rule has its identifier, where Audit Manager lists it, else the Security Hub control that runs the same check,
/// else nothing; a rule of one's own has the name that a pack gives it.
pub(super) fn keyword(instance: &Instance) -> Option<SourceKind> {
    let Some(identifier) = &instance.facts.identifier else {
        let (prefix, suffix) =
            (facts::limits::AUDIT_CUSTOM_RULE_PREFIX, facts::limits::AUDIT_PACK_RULE_SUFFIX);
        return Some(SourceKind::Config { keyword: format!("{prefix}{}{suffix}", instance.name) });
    };
    if facts::is_config_keyword(identifier) {
        return Some(SourceKind::Config { keyword: identifier.clone() });
    }
    let keyword = facts::security_hub_keyword_for_rule(identifier)?;
    Some(SourceKind::SecurityHub { keyword: keyword.to_owned() })
}

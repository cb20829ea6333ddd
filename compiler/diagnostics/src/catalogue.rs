//! Every code the compiler can report, once: number, name, severity and one line of meaning; numbers are never reused.

/// How grave a code is before the user's `--allow` and `--deny`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// `E`: the program is wrong; cannot be allowed.
    Error,
    /// `D`: depends on the date or the catalogue; an error that may be allowed.
    Dated,
    /// `W`: worth knowing; may be allowed or denied.
    Warning,
}

/// Calls the macro `$then` with the whole catalogue, so that other crates can attach something to each code.
#[macro_export]
macro_rules! catalogue {
    ($then:ident) => {
        $then! {
            // 01 syntax: the text and the shape of nodes
            E0101 UnexpectedText "unexpected-text" Error "text that cannot stand here"
            E0102 UnclosedBlock "unclosed-block" Error "a block without its closing brace"
            E0103 StrayBrace "stray-brace" Error "a closing brace that closes nothing"
            E0104 UnclosedString "unclosed-string" Error "a string without its closing quote"
            E0105 InvalidEscape "invalid-escape" Error "an escape sequence that KDL does not have"
            E0106 MalformedNumber "malformed-number" Error "a number that KDL cannot read"
            E0107 ForbiddenCharacter "forbidden-character" Error "a character that may not stand in a source"
            E0108 NestingTooDeep "nesting-too-deep" Error "blocks or comments nested beyond the limit"
            E0109 MalformedMultiline "malformed-multiline" Error "a multi-line string with broken line breaks or indentation"
            E0110 UnclosedComment "unclosed-comment" Error "a comment without its end"
            E0111 BareKeyword "bare-keyword" Error "a keyword without its `#`"
            E0112 DuplicateProperty "duplicate-property" Error "a property stated twice on one node"
            E0120 UnknownNode "unknown-node" Error "a node that does not exist in this place"
            E0121 MissingArgument "missing-argument" Error "a node without an argument that it needs"
            E0122 UnexpectedArgument "unexpected-argument" Error "an argument that the node does not take"
            E0123 UnknownProperty "unknown-property" Error "a property that the node does not have"
            E0124 MissingProperty "missing-property" Error "a node without a property that it needs"
            E0125 WrongValue "wrong-value" Error "a value of the wrong type"
            E0126 NumberForName "number-for-name" Error "a number where a name belongs"
            E0127 MissingNode "missing-node" Error "a block without a node that it needs"
            E0128 RepeatedNode "repeated-node" Error "a node stated twice where one may stand"
            E0129 UnknownChoice "unknown-choice" Error "a word that is not among the choices"
            E0130 UnexpectedAnnotation "unexpected-annotation" Error "a type annotation without a meaning"
            E0131 MalformedName "malformed-name" Error "a name with characters that names cannot have"
            E0132 UnexpectedBlock "unexpected-block" Error "a block on a node that has none"

            // 02 names
            E0201 UnknownControl "unknown-control" Error "a reference to a control nobody declares"
            E0202 UnknownFramework "unknown-framework" Error "a reference to a framework nobody declares"
            E0203 UnknownManagedRule "unknown-managed-rule" Error "a managed rule that AWS Config does not have"
            D0204 RetiredManagedRule "retired-managed-rule" Dated "a managed rule that AWS Config no longer offers"
            E0205 ShadowedManagedRule "shadowed-managed-rule" Error "a rule of one's own under the name of a managed rule"
            E0206 UnknownEvidence "unknown-evidence" Error "a reference to evidence nobody declares"
            E0207 UnknownRemediation "unknown-remediation" Error "a reference to a remediation nobody declares"
            E0208 DuplicateName "duplicate-name" Error "a name declared twice"
            E0209 DuplicateControl "duplicate-control" Error "a control id declared twice in one framework"
            E0210 UnknownAccount "unknown-account" Error "an account that the estate does not have"
            E0211 UnknownUnit "unknown-unit" Error "an organizational unit that the estate does not have"
            E0212 UnknownRole "unknown-role" Error "a role that the estate does not have"
            E0213 UnknownRegion "unknown-region" Error "a region or region set that does not exist"
            E0214 UnknownBucket "unknown-bucket" Error "a bucket that the estate does not have"
            E0215 UnknownEnvironment "unknown-environment" Error "an environment that the estate does not have"
            E0216 ShadowingAlias "shadowing-alias" Error "an alias that hides a framework"
            E0217 UnknownPart "unknown-part" Error "a part that its framework does not list, or a listed part that is nowhere"
            E0218 UnknownPackParameter "unknown-pack-parameter" Error "a pack parameter nobody declares"
            E0219 RuleNotInPack "rule-not-in-pack" Error "a statement about a rule that the pack does not include"
            E0220 UnknownPackage "unknown-package" Error "a package that does not exist"
            W0221 UnusedDeclaration "unused-declaration" Warning "a declaration that nothing uses"
            W0222 UnusedAcceptance "unused-acceptance" Warning "an acceptance that accepts no finding"
            D0223 SupersededFramework "superseded-framework" Dated "a framework in use after another took its place"

            // 03 meaning
            E0301 DependencyCycle "dependency-cycle" Error "extends or inherits that lead back to their start"
            E0302 RelationWithoutKind "relation-without-kind" Error "a relation that does not say its kind"
            E0303 ContradictoryRelations "contradictory-relations" Error "relations that cannot hold together"
            E0304 ControlWithoutEvidence "control-without-evidence" Error "a control that nothing proves and that admits no gap"
            E0305 TwoStatements "two-statements" Error "two statements of one thing at one level"
            E0306 DisputedValue "disputed-value" Error "two values for one parameter of a rule in one framework"
            E0307 InstanceNeedsLabel "instance-needs-label" Error "a second instance of a rule without a label of its own"
            E0308 UnknownStrictness "unknown-strictness" Error "a merge by strictness where the direction is not known"
            E0309 LooserValue "looser-value" Error "a pack or deploy value looser than what a control states"
            W0310 UncertainOverride "uncertain-override" Warning "a value that overrides a control's where strictness is not known"
            E0311 ContradictoryState "contradictory-state" Error "a control with two states, or a state and evidence"
            W0312 RepeatedEvidence "repeated-evidence" Warning "the same evidence stated twice on one control"
            E0313 SelfRelation "self-relation" Error "a control related to itself"
            W0314 SaidTwice "said-twice" Warning "a name said again where once is enough"
            E0315 UnrunnableRule "unrunnable-rule" Error "a rule that AWS Config cannot run where it is evidence"

            // 04 facts of the catalogue
            E0401 UnknownParameter "unknown-parameter" Error "a parameter that the rule does not have"
            E0403 MistypedParameter "mistyped-parameter" Error "a parameter value of the wrong type"
            E0404 ParameterOutOfRange "parameter-out-of-range" Error "a parameter value outside what the rule allows"
            E0405 FrequencyOnChangeRule "frequency-on-change-rule" Error "a frequency on a rule that runs on change"
            E0406 ImpossibleScope "impossible-scope" Error "a scope that the rule cannot have"
            W0407 RuleMissingInRegion "rule-missing-in-region" Warning "a rule that a deployed region does not have"
            W0408 GlobalRuleEverywhere "global-rule-everywhere" Warning "a rule on global resources without a home region"
            E0409 UnknownRunbook "unknown-runbook" Error "a runbook that is not in the catalogue"
            E0410 UnknownRunbookParameter "unknown-runbook-parameter" Error "a parameter that the runbook does not have"
            E0411 ResourceIdParameter "resource-id-parameter" Error "a remediation without exactly one resource-id parameter"
            E0412 MissingRunbookParameter "missing-runbook-parameter" Error "a required runbook parameter that nothing states"
            E0413 UnknownCloudTrailKeyword "unknown-cloudtrail-keyword" Error "a CloudTrail keyword that collects nothing"
            E0414 UnknownApiKeyword "unknown-api-keyword" Error "an API call that Audit Manager cannot collect"
            E0415 UnknownSecurityHubKeyword "unknown-security-hub-keyword" Error "a Security Hub control that Audit Manager cannot collect"
            W0416 RunbookForOtherType "runbook-for-other-type" Warning "a runbook made for another type of resource"
            E0417 UnknownResourceType "unknown-resource-type" Error "a resource type that AWS Config does not record"
            W0418 RedundantCatalogueEntry "redundant-catalogue-entry" Warning "a catalogue declaration of what the catalogue has"
            W0419 FunctionElsewhere "function-elsewhere" Warning "a Lambda function that is not in the region of its rule"
            W0420 UnlistedEvent "unlisted-event" Warning "a CloudTrail event that no known service has"

            // 05 targets and limits
            E0501 TextTooLong "text-too-long" Error "a text longer than its service takes"
            E0502 ForbiddenText "forbidden-text" Error "a text with characters that its service refuses"
            E0503 PackTooLarge "pack-too-large" Error "a pack that no split can make fit"
            W0504 PackNeedsShards "pack-needs-shards" Warning "a pack that needs more shards than the source says"
            E0505 TooManyParameters "too-many-parameters" Error "more parameters than a pack or a remediation may have"
            E0506 NameTooLong "name-too-long" Error "a name that leaves no room for the service's suffix"
            E0507 TooManySources "too-many-sources" Error "a control with more evidence sources than Audit Manager takes"
            E0508 CollidingFileNames "colliding-file-names" Error "two artifacts whose names differ by case alone"
            W0509 QuotaExceeded "quota-exceeded" Warning "more resources than an account's quota allows"
            E0510 IdentifierTwice "identifier-twice" Error "two instances of one managed rule where Audit Manager collects both"
            W0511 ManyResources "many-resources" Warning "rules and remediations that together pass the limit of a pack"
            E0512 PolicyTooLong "policy-too-long" Error "a Guard policy longer than AWS Config takes"
            E0513 MalformedPolicy "malformed-policy" Error "a Guard policy that does not parse"
            E0514 PolicyFunction "policy-function" Error "a Guard function that AWS Config's runtime does not have"
            E0515 ParametersTooLong "parameters-too-long" Error "input parameters longer than a rule may have"
            E0516 WrongExample "wrong-example" Error "an example that its policy judges otherwise, or cannot judge"

            // 06 safety
            E0601 AutomaticWithoutRole "automatic-without-role" Error "an automatic remediation without a role"
            E0602 AutomaticNotIdempotent "automatic-not-idempotent" Error "an automatic remediation that does not say it is idempotent"
            E0603 AutomaticNotReversible "automatic-not-reversible" Error "an automatic remediation that names no way back"
            E0604 RemediationInOrganization "remediation-in-organization" Error "a remediation in an organization's pack"
            W0605 ManagementAccountLeftOut "management-account-left-out" Warning "organizational units deployed without the management account"
            E0606 OverlappingUnits "overlapping-units" Error "two deploys of one pack that reach the same accounts"
            E0607 UnsetParameter "unset-parameter" Error "a deploy that leaves a required pack parameter without a value"
            W0608 DeployedTwice "deployed-twice" Warning "one rule instance deployed twice to one place"
            D0609 LooseningChange "loosening-change" Dated "a change that asks or proves less, or may do so"
            D0610 DisruptiveChange "disruptive-change" Dated "a change that replaces what is deployed, or acts by itself"
            W0611 SpentAcceptance "spent-acceptance" Warning "an acceptance of a change that is not in this difference"
            W0612 OtherEnvironment "other-environment" Warning "a deploy for one environment that reaches an account of another"

            // 07 the project
            E0701 OutsideProject "outside-project" Error "a path that leads out of the project"
            E0702 UnreadableFile "unreadable-file" Error "a file that is missing, too large, or not UTF-8"
            E0703 CatalogueTooNew "catalogue-too-new" Error "a pin newer than the catalogue of this binary"
            W0704 CatalogueMoved "catalogue-moved" Warning "a pin older than the catalogue of this binary"
            E0705 UnknownEdition "unknown-edition" Error "an edition of the language that does not exist"
            E0706 MissingProject "missing-project" Error "an `ordain.kdl` without a project"
            E0707 MisplacedDeclaration "misplaced-declaration" Error "a declaration in a file that cannot hold it"
            E0708 MissingEstate "missing-estate" Error "a deploy without an estate"
            W0709 KeptFile "kept-file" Warning "a stale artifact that was changed by hand and is kept"

            // 08 artifacts of others
            E0801 MalformedDocument "malformed-document" Error "a file that is no document, or one that a service refuses"
            E0802 UnknownArtifact "unknown-artifact" Error "a file that is no artifact of a kind that is read"
            E0803 ForeignResource "foreign-resource" Error "a resource that a conformance pack cannot hold"
            E0804 UnexpectedKey "unexpected-key" Error "a key of an artifact that the service does not have"
            E0805 MissingKey "missing-key" Error "an artifact without a key that the service needs"
            E0806 WrongShape "wrong-shape" Error "a value of an artifact that has another shape than the service reads"
            E0807 UnknownTemplateName "unknown-template-name" Error "a reference to a parameter or condition that the template does not have"
            W0808 UnusedTemplateParameter "unused-template-parameter" Warning "a template parameter that nothing uses"
            E0809 MalformedDefault "malformed-default" Error "a default that does not fit the rule that takes it"
            W0810 DifferingDefaults "differing-defaults" Warning "one template parameter with different defaults in several packs"
            E0811 RepeatedRuleName "repeated-rule-name" Error "two rules of one name in a pack"
            W0812 RepeatedRule "repeated-rule" Warning "one rule twice in a pack"
            W0813 TwoMeanings "two-meanings" Warning "one rule name for different rules in several packs"
            E0814 TemplateOverLimit "template-over-limit" Error "a pack over a limit of its service"
            W0815 TightTemplate "tight-template" Warning "a pack at the edge of a limit"
            E0816 RemediationWithoutRule "remediation-without-rule" Error "a remediation of a rule that the pack does not have"
            E0817 MissingRuleParameter "missing-rule-parameter" Error "a required parameter of a rule that nothing gives"
            W0818 PartlyNamedControls "partly-named-controls" Warning "a rule without control ids in a pack that gives them"
            W0819 LossyImport "lossy-import" Warning "a part of an artifact that an import changes or leaves out"
            W0820 StackTemplate "stack-template" Warning "a template that a stack can hold, and a conformance pack cannot"
        }
    };
}

macro_rules! define_codes {
    ($($number:ident $variant:ident $name:literal $severity:ident $summary:literal)*) => {
        /// A code of the catalogue, named for what it finds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = concat!("`", stringify!($number), "`: ", $summary, ".")] $variant,)*
        }

        impl Code {
            /// Every code, by topic and number.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The number people quote: `E0201`.
            #[must_use]
            pub fn number(self) -> &'static str {
                match self { $(Self::$variant => stringify!($number),)* }
            }

            /// The name in words: `unknown-control`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// One line of meaning, lower case, without a full stop.
            #[must_use]
            pub fn summary(self) -> &'static str {
                match self { $(Self::$variant => $summary,)* }
            }

            /// How grave it is before the user's policy.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }
        }
    };
}

catalogue!(define_codes);

impl Code {
    /// The code of a number (`E0201`, any case) or a name (`unknown-control`).
    #[must_use]
    pub fn find(written: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.number().eq_ignore_ascii_case(written) || code.name() == written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_state_severities() {
        for code in Code::ALL {
            let letter = match code.severity() {
                Severity::Error => 'E',
                Severity::Dated => 'D',
                Severity::Warning => 'W',
            };
            assert!(code.number().starts_with(letter), "{}", code.number());
            assert_eq!(Code::find(code.number()), Some(*code));
            assert_eq!(Code::find(code.name()), Some(*code));
        }
    }

    #[test]
    fn numbers_rise_and_never_repeat() {
        let digits: Vec<&str> = Code::ALL.iter().map(|code| &code.number()[1..]).collect();
        assert!(digits.windows(2).all(|pair| pair[0] < pair[1]), "{digits:?}");
    }
}

//! A coverage with something of everything, every text of it chosen by the test.

use plan::{
    Closure, ControlRef, Cost, Counts, Coverage, FrameworkCoverage, PackCost, PlaceGap, RuleUse, SetCoverage,
    Standing,
};

fn counts() -> Counts {
    Counts { automated: 3, mixed: 1, manual: 1, inherited: 1, not_applicable: 2, gap: 0, outside: 1 }
}

fn framework(name: &str, title: &str, counts: Counts, sets: usize) -> FrameworkCoverage {
    let set = |number: usize| SetCoverage { name: format!("set-{number}"), title: title.to_owned(), counts };
    FrameworkCoverage {
        name: name.to_owned(),
        title: title.to_owned(),
        version: title.to_owned(),
        counts,
        claims: Closure { stated: 9, derived: 2, reached: 1 },
        sets: (0..sets).map(set).collect(),
    }
}

fn used(rule: &str, controls: usize, standing: Standing) -> RuleUse {
    RuleUse { rule: rule.to_owned(), controls, frameworks: 1, standing }
}

/// Two frameworks, of which one applies nowhere.
pub(crate) fn coverage(text: &str) -> Coverage {
    let none = Counts { not_applicable: 1, ..Counts::default() };
    let pack = |pack: &str, frameworks: &[&str]| PackCost {
        pack: pack.to_owned(),
        frameworks: frameworks.iter().map(|name| (*name).to_owned()).collect(),
        joined: 5,
        separate: 8,
    };
    Coverage {
        project: "acme".to_owned(),
        is_deployed: false,
        is_audited: false,
        frameworks: vec![framework("pci-dss", text, counts(), 3), framework("soc-2", text, none, 1)],
        whole: counts(),
        claims: Closure { stated: 9, derived: 2, reached: 1 },
        rules: vec![
            used("rds-storage-encrypted", 4, Standing::Collected),
            used("required-tags", 2, Standing::Unlisted),
            used("iam-password-policy", 2, Standing::Provided),
            used("encrypted-volumes", 1, Standing::Absent(format!("excluded: {text}"))),
        ],
        unnamed: vec!["pan-scan".to_owned()],
        cost: Cost {
            packs: vec![pack("core", &["pci-dss", "soc-2"]), pack("more", &["soc-2"])],
            distinct: 6,
        },
        places: vec![PlaceGap {
            place: "ou production".to_owned(),
            region: "eu-south-2".to_owned(),
            rules: vec!["required-tags".to_owned()],
            controls: vec![ControlRef { framework: "pci-dss".to_owned(), id: text.to_owned() }],
        }],
    }
}

/// As many frameworks and control sets as a large library has, and more.
pub(crate) fn large(text: &str) -> Coverage {
    let frameworks =
        (0..200).map(|number| framework(&format!("framework-{number}"), text, counts(), 20)).collect();
    let rule = |number: usize| used(&format!("rule-{number}"), 1, Standing::Absent(text.to_owned()));
    Coverage { frameworks, rules: (0..500).map(rule).collect(), ..coverage(text) }
}

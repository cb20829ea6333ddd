//! Fixes applied: each leaves a program without the finding that it mends, and brings no other.

use corpus::{blocks, outcome, pages, world};
use diagnostics::Code;
use source::Edit;

const MANIFEST: &str = "ordain.kdl";

/// A program of one file after the first fix of its first finding of a code.
fn mended(text: &str, code: Code) -> String {
    let found = outcome(&world([(MANIFEST, text)]));
    let finding = found.report.diagnostics().iter().find(|finding| finding.code == code);
    let fix = finding.and_then(|finding| finding.fixes.first());
    assert!(fix.is_some(), "no fix: {}", found.shown);
    fix.map_or_else(String::new, |fix| Edit::apply(text, &fix.edits))
}

fn findings(text: &str) -> String {
    outcome(&world([(MANIFEST, text)])).findings
}

/// The example of a page that fails.
fn failing(code: Code) -> String {
    let page = pages("book/src/errors").into_iter().find(|page| page.stem == code.number()).expect("a page");
    let fails = blocks(&page.text).into_iter().find(|block| block.info.ends_with("fails"));
    fails.expect("an example that fails").text
}

#[test]
fn a_label_sets_the_second_instance_apart() {
    let text = mended(&failing(Code::InstanceNeedsLabel), Code::InstanceNeedsLabel);
    assert!(text.contains("\n    instance access-keys-rotated framework=baseline as=baseline\n"), "{text}");
    assert_eq!(findings(&text), "", "{text}");
}

#[test]
fn frameworks_that_agree_get_one_label() {
    let third = "framework a.third { title T; control-set s S { control T-1 T { rule access-keys-rotated { set maxAccessKeyAge=90 } } } }\n";
    let failing =
        failing(Code::InstanceNeedsLabel).replace("include baseline norm", "include baseline norm a.third");
    let text = mended(&format!("{failing}{third}"), Code::InstanceNeedsLabel);
    assert_eq!(findings(&text), "", "{text}");
    assert_eq!(text.matches("as=baseline").count(), 2, "{text}");
}

#[test]
fn shards_are_added_where_the_pack_has_none() {
    let packs = [
        "pack p { include soc-2 }\n",
        "pack p { include soc-2; }\n",
        "pack p {\n    include soc-2 // all of it\n}\n",
        "pack p {\n    include soc-2\n    shards 1\n}\n",
    ];
    for pack in packs {
        let project = "project p edition=\"1\" catalogue=\"2026-11-22\" { use std soc-2 }\n";
        let text = mended(&format!("{project}{pack}"), Code::PackNeedsShards);
        assert_eq!(findings(&text), "", "{text}");
    }
}

#[test]
fn a_framework_named_with_its_package_is_told_how() {
    let text =
        "project p edition=\"1\" catalogue=\"2026-11-22\" { use std soc-2 }\npack p { include std:soc-2 }\n";
    let shown = outcome(&world([(MANIFEST, text)])).shown;
    assert!(shown.contains("frameworks of the library are named without `std:`"), "{shown}");
}

//! What is said of runbooks: each has a class, and few questions stay open.

use facts::{RunbookClass, RunbookEffect};
use library::{Node, files};

fn open_questions(class: &RunbookClass) -> usize {
    [class.idempotent, class.reversible, class.disruptive].iter().filter(|answer| answer.is_none()).count()
}

#[test]
fn every_runbook_has_a_class_and_every_class_a_runbook() {
    for name in facts::runbook_names() {
        let class = facts::runbook_class(name).unwrap_or_else(|| panic!("{name} has no class"));
        assert_eq!(class.name, name);
        assert!(!class.reason.is_empty() && !class.reason.ends_with('.'), "{name}: {}", class.reason);
    }
    assert_eq!(facts::runbook_classes().count(), facts::runbook_names().count());
}

#[test]
fn few_classes_leave_a_question_open() {
    let all = facts::runbook_classes().count();
    let open: Vec<&str> =
        facts::runbook_classes().filter(|class| open_questions(class) > 0).map(|class| class.name).collect();
    println!("{} of {all} classes leave a question open: {open:?}", open.len());
    assert!(open.len() * 100 < all * 15, "{} of {all}: {open:?}", open.len());
}

#[test]
fn effects_and_answers_do_not_contradict_each_other() {
    for class in facts::runbook_classes() {
        if class.effect == RunbookEffect::Reads {
            assert_eq!(class.disruptive, Some(false), "{} only reads", class.name);
        }
        if matches!(class.effect, RunbookEffect::Stops | RunbookEffect::Restarts) {
            assert_eq!(class.disruptive, Some(true), "{}", class.name);
        }
    }
}

#[test]
fn remediations_promise_no_more_than_their_runbook_s_class() {
    for file in files("remediations").expect("the folder is readable") {
        for node in Node::read(&file.text).expect("the library reads as KDL") {
            for runbook in node.all("runbook") {
                let class = facts::runbook_class(runbook.name()).expect("every runbook has a class");
                if node.all("idempotent").next().is_some() {
                    assert_eq!(class.idempotent, Some(true), "{}", node.name());
                }
                if node.all("reversible").next().is_some() {
                    assert_eq!(class.reversible, Some(true), "{}", node.name());
                }
            }
        }
    }
}

//! The tables of the coverage chapter, each row tried on a program; and what coverage says of the example.

use std::collections::BTreeSet;

use corpus::{example, world};
use driver::{Day, compile};
use house::{read, rows};
use plan::{Claims, ControlRef, Plan, Reach, Standing, State, coverage};

const ESTATE: &str =
    "estate e { regions all eu-west-1; home-region eu-west-1; account a \"111111111111\" }\n";
const DEPLOY: &str = "deploy account a regions=eu-west-1;";
/// Not offered in Calgary.
const RARE: (&str, &str) = ("appmesh-mesh-deny-tcp-forwarding", "ca-west-1");

fn plan(program: &str) -> Plan {
    let text = format!("project p edition=\"1\" catalogue=\"2026-11-22\"\n{program}");
    planned(&[("ordain.kdl".to_owned(), text)])
}

fn planned(files: &[(String, String)]) -> Plan {
    let world = world(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let compilation = compile(&world, Day::read("2026-11-22").expect("a day"));
    let plan = compilation.plan();
    let told: Vec<&str> =
        compilation.report.diagnostics().iter().map(|found| found.message.as_str()).collect();
    assert!(plan.is_some(), "{told:#?}");
    plan.unwrap_or_default()
}

/// A framework `f` of one control.
fn framework(body: &str) -> String {
    format!("framework f {{ title F; control-set s S {{ control C-1 C {{ {body} }} }} }}\n")
}

fn state_of(program: &str) -> (State, Plan) {
    let plan = plan(program);
    let state =
        plan.controls().find(|(framework, _)| framework.name == "f").map(|(_, control)| control.state);
    (state.expect("the program has a framework"), plan)
}

fn chapter() -> String {
    read("book/src/coverage.md").expect("the chapter is part of the book")
}

/// A control as a row of the table of states describes it.
fn described(says: &str, automatic: &str, manual: &str) -> String {
    let says = match says {
        "inherited" => "inherited from=aws;",
        "not-applicable" => "not-applicable reason=None approved-by=ciso;",
        "gap" => "gap reason=None;",
        "nothing" => "",
        other => unreachable!("a statement that the test does not know: {other}"),
    };
    let automatic = if automatic == "some" { "cloudtrail kms_DisableKey;" } else { "" };
    let manual = if manual == "some" { "manual procedure;" } else { "" };
    // A rule in no pack stands nowhere: evidence that is stated and does not count.
    let absent = if says.is_empty() { "rule rds-storage-encrypted;" } else { "" };
    let evidence = "evidence procedure Procedure every=yearly input=file { guidance None }\n";
    format!("{}{evidence}", framework(&format!("{says}{automatic}{manual}{absent}")))
}

#[test]
fn states_are_as_the_chapter_says() {
    let table = rows(&chapter(), &["the control says", "automatic rows that stand", "manual rows", "state"]);
    assert_eq!(table.len(), 7, "every statement, and every mixture of rows");
    for row in table {
        let (state, _) = state_of(&described(&row[0], &row[1], &row[2]));
        assert_eq!(state.words(), row[3], "{row:?}");
    }
}

/// A program as a row of the table of standing describes it, but for the row itself.
fn place(kind: &str, place: &str) -> String {
    let rule = |pack: &str| format!("{ESTATE}{}{pack}", framework("rule rds-storage-encrypted"));
    let other = "framework g { title G; control-set s S { control C-1 C { rule encrypted-volumes } } }\n";
    let other = format!("{other}pack other {{ include g; {DEPLOY} }}\n");
    let without = format!("pack p {{ include f; exclude rds-storage-encrypted reason=None; {DEPLOY} }}");
    match place {
        "in a pack that is deployed to a region where the rule runs" => {
            rule(&format!("pack p {{ include f; {DEPLOY} }}"))
        }
        "in a pack, and the project deploys nothing" => rule("pack p { include f }"),
        "in a pack that is not deployed, and the project deploys another" => {
            rule(&format!("{other}pack p {{ include f }}"))
        }
        "in a pack that is deployed only to regions that lack the rule" => {
            let (rule, region) = RARE;
            let deploy = format!("deploy account a regions={region}");
            let pack = format!("pack p {{ include f; {deploy} }}\n");
            format!(
                "{}{}{pack}",
                ESTATE.replace("all eu-west-1", &format!("all {region}")),
                framework(&format!("rule {rule}"))
            )
        }
        "excluded from its pack" => rule(&without),
        "excluded from its pack with provided-by" => {
            rule(&without.replace("reason=None", "reason=None provided-by=others"))
        }
        "in no pack" => rule(&other),
        "in a framework that goes to Audit Manager" => format!("audit-manager f\n{}", framework(kind)),
        "in a framework that does not, and another does" => {
            let other = "audit-manager g\nframework g { title G; control-set s S { control C-1 C { gap reason=None } } }\n";
            format!("{other}{}", framework(kind))
        }
        "in a project that sends nothing to Audit Manager" => framework(kind),
        other => unreachable!("a place that the test does not know: {other}"),
    }
}

#[test]
fn rows_stand_where_the_chapter_says() {
    let table = rows(&chapter(), &["row", "where", "stands"]);
    assert_eq!(table.len(), 10);
    for row in table {
        let keyword = |kind: &str| match kind {
            "rule" => "rule",
            "api-call" => "api-call kms_ListKeys frequency=weekly",
            "cloudtrail" => "cloudtrail kms_DisableKey",
            "security-hub" => "security-hub RDS.3",
            other => unreachable!("a row that the test does not know: {other}"),
        };
        for kind in row[0].split(", ").map(keyword) {
            let (state, plan) = state_of(&place(kind, &row[1]));
            let expected = if row[2] == "no" { State::Gap } else { State::Automated };
            assert_eq!(state, expected, "{row:?}");
            let conditional = match row[2].as_str() {
                "if deployed" => !plan.is_deployed(),
                "if sent" => !plan.is_audited(),
                _ => row[0] == "rule" && plan.is_deployed() || row[0] != "rule" && plan.is_audited(),
            };
            assert!(conditional, "{row:?}");
        }
    }
}

#[test]
fn a_gap_says_why_its_rows_do_not_stand() {
    let program = place("rule", "excluded from its pack");
    let plan = plan(&program);
    let (_, control) = plan.controls().next().expect("a control");
    assert_eq!(control.reason, "rds-storage-encrypted excluded: None");
    assert_eq!(control.rows[0].standing, Standing::Absent("excluded: None".to_owned()));
}

/// What relations bring to a control, as the names of the controls on the way.
fn ways(plan: &Plan, framework: &str, id: &str) -> Vec<String> {
    let claims = Claims::new(plan);
    let reached = claims.reaching(&ControlRef { framework: framework.to_owned(), id: id.to_owned() });
    let path = |reach: Reach<'_, '_>| reach.path().map(|step| step.to_string()).collect::<Vec<_>>().join(" ");
    reached.iter().map(path).collect()
}

#[test]
fn a_control_taken_over_unchanged_is_equal_to_its_own() {
    let base = "framework base { title B; control-set s S {
        control B-1 B { rule rds-storage-encrypted }
        control B-2 B { rule rds-storage-encrypted }
        control B-3 B { rule rds-storage-encrypted; rule encrypted-volumes }
    } }\n";
    let derived = "framework derived { title D; extends base
        change B-2 { rule encrypted-volumes }
        drop rule=encrypted-volumes reason=None
    }\n";
    let own = "framework own { title O; control-set s S { control O-1 O {
        satisfies base:B-1 relation=superset; satisfies base:B-2 relation=superset; satisfies base:B-3 relation=superset
        rule s3-bucket-versioning-enabled
    } } }\n";
    let plan = plan(&format!("{base}{derived}{own}"));
    assert_eq!(ways(&plan, "derived", "B-1"), ["base:B-1 derived:B-1", "own:O-1 base:B-1 derived:B-1"]);
    for changed in ["B-2", "B-3"] {
        assert_eq!(ways(&plan, "derived", changed), Vec::<String>::new(), "{changed}");
    }
}

#[test]
fn the_pack_of_the_example_holds_no_rule_twice() {
    let plan = planned(&example());
    let pack = plan.packs.iter().find(|pack| pack.name == "payments").expect("the pack of three frameworks");
    let distinct: BTreeSet<_> = pack.instances.iter().map(plan::Instance::identity).collect();
    assert_eq!(distinct.len(), pack.instances.len(), "rule, scope, frequency and values");
    let cost = &coverage(&plan, |_| true).cost.packs[0];
    assert_eq!((cost.pack.as_str(), cost.frameworks.len()), ("payments", 3));
    assert!(cost.joined == pack.instances.len() && cost.joined < cost.separate, "{cost:?}");
}

const KEYS: &str = "access-keys-rotated";

/// Three frameworks that agree on some rules, disagree on one, and of which one asks for a rule with two values.
fn three_frameworks(include: &str, more: &str) -> Vec<plan::PackCost> {
    let framework = |name: &str, rows: &[&str]| {
        let control = |(place, row): (usize, &&str)| format!("control C-{place} C {{ {row} }}\n");
        let controls: String = rows.iter().enumerate().map(control).collect();
        format!("framework {name} {{ title T; control-set s S {{ {controls} }} }}\n")
    };
    let days = |days: u8, label: &str| format!("rule {KEYS}{label} {{ set maxAccessKeyAge={days} }}");
    let (sixty, ninety) = (days(60, ""), days(90, ""));
    let program = [
        framework(
            "a",
            &[&sixty, &days(90, " as=machines"), "rule cloudtrail-enabled", "rule cloudtrail-enabled"],
        ),
        framework("b", &[&ninety, "rule cloudtrail-enabled", "rule rds-storage-encrypted"]),
        framework("c", &[&sixty, "rule cloudtrail-enabled { frequency \"24-hours\" }"]),
        format!("pack p {{ include {include}; {more} }}\n"),
    ];
    coverage(&plan(&program.concat()), |_| true).cost.packs
}

#[test]
fn separate_packs_cost_what_they_hold_when_they_are_built() {
    let joined = three_frameworks("a b c", &format!("instance {KEYS} framework=b as=ninety"));
    let alone: usize = ["a", "b", "c"].iter().map(|name| three_frameworks(name, "")[0].joined).sum();
    assert_eq!((joined[0].separate, alone), (8, 8));
    assert_eq!(joined[0].joined, 4);
    assert_eq!(joined[0].frameworks, ["a", "b", "c"]);
}

#[test]
fn a_region_that_lacks_rules_is_a_gap_there() {
    let (rare, region) = RARE;
    let estate = ESTATE.replace("all eu-west-1", &format!("all eu-west-1 {region}"));
    let controls = format!(
        "framework f {{ title F; control-set s S {{
            control C-1 Lost {{ rule {rare} }}
            control C-2 Kept {{ rule {rare}; rule rds-storage-encrypted }}
            control C-3 Collected {{ rule {rare}; cloudtrail kms_DisableKey }}
            control C-4 Global {{ rule {rare}; rule iam-root-access-key-check }}
        }} }}\n"
    );
    let plan = plan(&format!("{estate}{controls}pack p {{ include f; deploy account a regions=all }}\n"));
    let places = coverage(&plan, |_| true).places;
    assert_eq!(places.len(), 1, "{places:#?}");
    assert_eq!((places[0].place.as_str(), places[0].region.as_str()), ("account a", region));
    assert_eq!(places[0].rules, [rare]);
    let lost: Vec<String> = places[0].controls.iter().map(ToString::to_string).collect();
    assert_eq!(
        lost,
        ["f:C-1"],
        "others have evidence of another rule, of Audit Manager, or from the home region"
    );
}

#[test]
fn rules_are_told_by_what_they_do() {
    let unlisted = "athena-workgroup-encrypted-at-rest";
    let program = format!(
        "{ESTATE}audit-manager f
        framework f {{ title F; control-set s S {{
            control C-1 Outside {{ rule {unlisted} }}
            control C-2 Both {{ rule {unlisted}; rule rds-storage-encrypted }}
            control C-3 Absent {{ rule encrypted-volumes }}
        }} }}
        rule s3-bucket-versioning-enabled severity=high
        pack p {{ include f:C-1 f:C-2; {DEPLOY} }}\n"
    );
    let coverage = coverage(&plan(&program), |_| true);
    let told = coverage.rules.iter().map(|used| (used.rule.as_str(), used.controls, used.standing.outside()));
    let keyword = Some("Audit Manager has no keyword for it");
    let expected =
        [(unlisted, 2, keyword), ("encrypted-volumes", 1, None), ("rds-storage-encrypted", 1, None)];
    assert_eq!(told.collect::<Vec<_>>(), expected);
    assert_eq!(coverage.rules[1].standing, Standing::Absent("in no pack".to_owned()));
    assert_eq!(coverage.unnamed, ["s3-bucket-versioning-enabled"]);
    assert_eq!((coverage.whole.automated, coverage.whole.outside, coverage.whole.gap), (2, 1, 1));
}

#[test]
fn chosen_frameworks_alone_are_counted() {
    let other = "framework g { title G; control-set s S { control C-1 C { gap reason=None } } }\n";
    let program = format!("{other}{}", place("rule", "in a pack, and the project deploys nothing"));
    let all = coverage(&plan(&program), |_| true);
    let one = coverage(&plan(&program), |framework| framework == "g");
    assert_eq!((all.whole.automated, all.whole.gap, all.rules.len()), (1, 1, 1));
    assert_eq!((one.whole.automated, one.whole.gap, one.rules.len()), (0, 1, 0));
    assert_eq!(one.frameworks.len(), 1);
}

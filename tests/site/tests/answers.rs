//! What a control's first screen answers: a sum of evidence that is more than a glance, and the way to relations that follow.

use corpus::world;
use driver::{Day, build, compile};
use emit::{Artifact, Target};
use site::Page;

const PROGRAM: &str = r#"project p edition="1" catalogue="2026-11-22"
framework a version="1" {
    title A
    control-set s S {
        control A-1 Long {
            rule access-keys-rotated
            rule acm-certificate-expiration-check
            rule alb-waf-enabled
            rule cloud-trail-encryption-enabled
            rule ec2-ebs-encryption-by-default
            rule encrypted-volumes
            rule guardduty-enabled-centralized source=somebody date="2026-01-02"
            rule iam-user-mfa-enabled source=somebody date="2026-03-04"
            rule rds-storage-encrypted
            rule root-account-mfa-enabled
            rule vpc-flow-logs-enabled
            manual papers
            satisfies b:B-1 relation=subset
        }
        control A-2 Short { rule access-keys-rotated }
    }
}
framework b version="1" {
    title B
    control-set s S {
        control B-1 One { rule access-keys-rotated; satisfies c:C-1 relation=subset }
    }
}
framework c version="1" {
    title C
    control-set s S {
        control C-1 One { rule access-keys-rotated }
    }
}
evidence papers "Signed papers" every=yearly input=file { guidance "The papers." }
pack p { title P; include a b c; exclude vpc-flow-logs-enabled reason="Not yet." }
"#;

fn site() -> Vec<Artifact> {
    let compilation = compile(&world([("ordain.kdl", PROGRAM)]), Day::read("2026-11-22").expect("a day"));
    assert!(!compilation.report.has_errors(), "{:?}", compilation.report);
    build(&compilation, &[Target::Site]).0
}

fn page(site: &[Artifact], path: &str) -> Page {
    Page::read(&site.iter().find(|artifact| artifact.path == path).expect(path).text)
}

#[test]
fn a_long_control_begins_with_its_sum() {
    let set = page(&site(), "site/p/a,s.html");
    let sums: Vec<_> = set.all("p").filter(|one| one.text.starts_with("Proved by")).collect();
    assert_eq!(sums.len(), 1, "the short control says it in its rows");
    let said = sums[0].text.split_whitespace().collect::<Vec<_>>().join(" ");
    let expected = "Proved by 1 × manual, 11 × rule, of which 1 not deployed; claimed by this project; by somebody since \
                    2026-01-02 and up to 2026-03-04. By hand: Signed papers, yearly";
    assert_eq!(said, expected);
}

#[test]
fn a_relation_that_follows_is_reached_in_its_row() {
    let site = site();
    let set = page(&site, "site/p/a,s.html");
    let links: Vec<_> = set.all("a").filter_map(|link| link.attribute("href")).collect();
    let place = links.iter().find_map(|link| link.split_once("a,,c.html#")).expect("a link to the row").1;
    let row = page(&site, "site/p/a,,c.html");
    let row = row.all("tr").find(|row| row.attribute("id") == Some(place)).expect("the row");
    assert!(row.text.contains("A-1") && row.text.contains("C-1"), "{row:?}");
}

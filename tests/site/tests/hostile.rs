//! Text of a source stands on pages as text, whatever it says.

use corpus::world;
use driver::{Day, build, compile};
use emit::{Artifact, Target};
use site::Page;

const HOSTILE: &str = r#"</title></script><script>alert(1)</script><img src=x onerror=alert(2)> " onload='x' | ](javascript:x) =cmd()"#;

fn site(text: &str) -> Vec<Artifact> {
    let quoted: String = text.chars().flat_map(char::escape_unicode).collect();
    let program = PROGRAM.replace("@text@", &format!("\"{quoted}\""));
    let compilation =
        compile(&world([("ordain.kdl", program.as_str())]), Day::read("2026-11-22").expect("a day"));
    assert!(!compilation.report.has_errors(), "{:?}", compilation.report);
    build(&compilation, &[Target::Site]).0
}

const PROGRAM: &str = r#"project hostile edition="1" catalogue="2026-11-22"
framework f version="1" {
    title @text@
    description @text@
    control-set s @text@ {
        control A-1 @text@ {
            description @text@
            rule own-buckets
            manual papers { guidance @text@ }
        }
        control A-2 Two { not-applicable reason=@text@ approved-by=ciso }
        control A-3 Three { gap reason=@text@ ticket=T-1; satisfies f:A-1 relation=intersects }
        control "\"><script>alert(3)</script>|](x) &amp;" Four { rule own-buckets }
    }
}
evidence papers @text@ every=yearly input=file { guidance @text@ }
rule own-buckets @text@ {
    description @text@
    fix @text@
    resource AWS::S3::Bucket
    guard surface=config "rule own_buckets { configuration.name exists }"
    example a outcome=fail "{\"resourceType\": \"AWS::S3::Bucket\", \"configuration\": {}}"
}
pack p { title @text@; include f }
"#;

/// What a browser makes of each page: names of elements and of attributes.
fn skeleton(site: &[Artifact]) -> Vec<Vec<(String, Vec<String>)>> {
    let html = site.iter().filter(|artifact| artifact.path.ends_with(".html"));
    html.map(|artifact| {
        let elements = Page::read(&artifact.text).elements;
        let names = |element: &site::Element| {
            (element.name.clone(), element.attributes.iter().map(|(name, _)| name.clone()).collect())
        };
        elements.iter().map(names).collect()
    })
    .collect()
}

#[test]
fn no_text_becomes_markup() {
    let hostile = site(HOSTILE);
    assert_eq!(skeleton(&hostile), skeleton(&site("Plain words")));
    let carrying = hostile.iter().filter(|artifact| artifact.path.ends_with(".html")).filter(|artifact| {
        Page::read(&artifact.text).elements.iter().any(|element| element.text.contains(HOSTILE))
    });
    assert!(carrying.count() > 4, "the text is there as text");
}

#[test]
fn what_cannot_be_seen_is_an_escape() {
    for artifact in site("a\u{202e}b\u{2066}c\u{200b}d") {
        let hidden = artifact
            .text
            .chars()
            .find(|next| matches!(next, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}'));
        assert_eq!(hidden, None, "{}", artifact.path);
    }
}

#[test]
fn the_index_of_the_search_ends_no_script() {
    let site = site(HOSTILE);
    let index = site.iter().find(|artifact| artifact.path == "site/index.js").expect("an index");
    let data =
        index.text.split_once("window.ORDAIN = ").expect("one variable").1.trim_end().trim_end_matches(';');
    let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
    assert_eq!(data["controls"][0][2], HOSTILE);
}

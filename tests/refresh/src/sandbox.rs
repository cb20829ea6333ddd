//! A folder of facts for a test, which goes away with it.

use std::path::PathBuf;

/// Facts that hold for every test: what the cloud offers.
const OFFERED: [(&str, &str); 4] = [
    (
        "config/managed-rules.json",
        r#"{"rules": [
            {"name": "door-shut", "parameters": [{"name": "days", "type": "int"}, {"name": "keys", "type": "csv"}]},
            {"name": "roof-tight"}, {"name": "wall-high"}
        ]}"#,
    ),
    ("audit/am-api-keywords.json", r#"{"keywords": ["ec2_DescribeDoors"]}"#),
    ("audit/am-securityhub-keywords.json", r#"{"keywords": [{"keyword": "Door.1"}]}"#),
    (
        "audit/securityhub-controls.json",
        r#"{"controls": [{"id": "Door.2", "config_rule_name": "door-shut"}]}"#,
    ),
];

/// A folder that goes away with the test.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// A folder of that name with what the cloud offers.
    pub(crate) fn new(name: &str) -> Self {
        let folder = Self(std::env::temp_dir().join(format!("refresh-{name}-{}", std::process::id())));
        for (file, text) in OFFERED {
            folder.write(file, text);
        }
        folder
    }

    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.0.join(file)
    }

    pub(crate) fn write(&self, file: &str, text: &str) {
        let path = self.path(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, file: &str) -> String {
        std::fs::read_to_string(self.path(file)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

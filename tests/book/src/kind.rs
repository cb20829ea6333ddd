//! What a fenced block is, by the words after its fence: nothing on a page is without a meaning that a test can hold.

/// Where the text of a source goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// `file=PATH`: it is this file of the session's project.
    File(String),
    /// `in=FRAME`: it is a part of this frame.
    Frame(String),
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A source; `finds=CODE,…` lists the codes that a check then reports, in their order.
    Source(Source, Vec<String>),
    /// `file=PATH` in another language than that of sources: it is this file of the session.
    File(String),
    /// `sh`: commands whose output is not shown. `exit=N` says how the last one ends.
    Commands(i32),
    /// `console`: commands, each after `$ `, with what they print.
    Console(i32),
    /// `from=PATH`: lines of this file of the session or of the repository.
    Excerpt(String),
    /// `json` without more.
    Json,
    /// `yaml` without more.
    Yaml,
    /// `text`: nothing that a program reads.
    Text,
    /// `elsewhere`: other programs read it.
    Elsewhere,
}

impl Kind {
    /// Reads the words after a fence.
    pub fn read(info: &str) -> Result<Self, String> {
        let mut words = info.split_whitespace();
        let language = words.next().unwrap_or_default();
        let words: Vec<&str> = words.collect();
        let value = |name: &str| words.iter().find_map(|word| word.strip_prefix(name)?.strip_prefix('='));
        let exit =
            || value("exit").map_or(Ok(0), str::parse).map_err(|_| "`exit=` takes a number".to_owned());
        if words == ["elsewhere"] {
            return Ok(Self::Elsewhere);
        }
        if let Some(path) = value("from") {
            return Ok(Self::Excerpt(path.to_owned()));
        }
        let file = value("file").map(str::to_owned);
        match (language, file) {
            ("kdl", file) => {
                let finds = value("finds").unwrap_or_default().split(',').filter(|code| !code.is_empty());
                let frame = || value("in").map(|frame| Source::Frame(frame.to_owned()));
                let source = file.map(Source::File).or_else(frame);
                let source = source.ok_or("a source says `file=`, `in=` or `from=`")?;
                Ok(Self::Source(source, finds.map(str::to_owned).collect()))
            }
            (_, Some(path)) => Ok(Self::File(path)),
            ("sh", None) => exit().map(Self::Commands),
            ("console", None) => exit().map(Self::Console),
            ("json", None) if words.is_empty() => Ok(Self::Json),
            ("yaml", None) if words.is_empty() => Ok(Self::Yaml),
            ("text", None) if words.is_empty() => Ok(Self::Text),
            _ => Err(format!("no test reads a block of `{info}`")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read() {
        let file = Source::File("a/b.kdl".to_owned());
        assert_eq!(Kind::read("kdl file=a/b.kdl"), Ok(Kind::Source(file, vec![])));
        let finds = vec!["W0221".to_owned(), "E0203".to_owned()];
        assert_eq!(
            Kind::read("kdl in=control finds=W0221,E0203"),
            Ok(Kind::Source(Source::Frame("control".to_owned()), finds))
        );
        assert_eq!(Kind::read("console exit=1"), Ok(Kind::Console(1)));
        assert_eq!(Kind::read("yaml file=x.yaml"), Ok(Kind::File("x.yaml".to_owned())));
        assert_eq!(Kind::read("yaml from=x.yaml"), Ok(Kind::Excerpt("x.yaml".to_owned())));
        assert_eq!(Kind::read("sh elsewhere"), Ok(Kind::Elsewhere));
        for wrong in ["", "kdl", "rust", "text from", "console exit=x"] {
            assert!(Kind::read(wrong).is_err(), "{wrong}");
        }
    }
}

//! Command lines as pages show them: words in quotes, comments, a line that goes on, `> FILE` at the end.

/// How the book and the README name the program.
const NAMES: &[&[&str]] = &[&["ordain"], &["cargo", "run", "--release", "--package", "ordain", "--"]];

/// One command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// The program, with its arguments, and the file that gets its output.
    Ordain(Vec<String>, Option<String>),
    /// `cd FOLDER`.
    Enter(String),
}

/// The commands of a block of lines.
pub fn commands(lines: &str) -> Result<Vec<Command>, String> {
    let joined = lines.replace("\\\n", " ");
    let read = joined.lines().map(|line| {
        let words = shlex::split(line).ok_or_else(|| format!("`{line}` has an open quote"))?;
        if words.is_empty() { Ok(None) } else { command(words).map(Some) }
    });
    read.filter_map(Result::transpose).collect()
}

fn command(mut words: Vec<String>) -> Result<Command, String> {
    let at = words.iter().position(|word| word == ">");
    let file = at.map(|at| words.drain(at..).nth(1).unwrap_or_default());
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["cd", folder] if file.is_none() => return Ok(Command::Enter(folder.to_owned())),
        _ => {}
    }
    let name =
        NAMES.iter().find(|name| words.len() >= name.len() && words.iter().zip(**name).all(|(a, b)| a == b));
    let name =
        name.ok_or_else(|| format!("`{}` is not ours; mark the block `elsewhere`", words.join(" ")))?;
    Ok(Command::Ordain(words.split_off(name.len()), file))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordain(words: &[&str]) -> Command {
        Command::Ordain(words.iter().map(|word| (*word).to_owned()).collect(), None)
    }

    #[test]
    fn lines_are_read() {
        let found = commands("ordain init x  # a comment\n\ncd x\nordain search \"a b\" \\\n    c\n");
        let enter = Command::Enter("x".to_owned());
        assert_eq!(found, Ok(vec![ordain(&["init", "x"]), enter, ordain(&["search", "a b", "c"])]));
        assert_eq!(commands("cargo run --release --package ordain -- check\n"), Ok(vec![ordain(&["check"])]));
        let redirected = Command::Ordain(vec!["graph".to_owned()], Some("g.svg".to_owned()));
        assert_eq!(commands("ordain graph > g.svg"), Ok(vec![redirected]));
        assert!(commands("rm -r x").is_err() && commands("ordain \"").is_err());
    }
}

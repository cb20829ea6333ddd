//! Frames: whole programs below `frames/` with a line `// here` for the fragment that a page shows.

use corpus::{sources, split};

/// The line that the fragment takes the place of.
const HERE: &str = "// here";

/// The files of a frame, by path, with the fragment in its place.
pub fn framed(frame: &str, fragment: &str) -> Result<Vec<(String, String)>, String> {
    let known = sources("tests/book/frames");
    let found = known.iter().find(|page| page.stem == frame).ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|page| page.stem.as_str()).collect();
        format!("there is no frame `{frame}`, only {}", names.join(", "))
    })?;
    let line = found.text.lines().find(|line| line.trim() == HERE);
    let line = line.ok_or_else(|| format!("the frame `{frame}` has no line `{HERE}`"))?;
    let indent = &line[..line.len() - line.trim_start().len()];
    let indented: Vec<String> =
        fragment.lines().map(|line| format!("{indent}{line}").trim_end().to_owned()).collect();
    let text = found.text.replacen(line, &indented.join("\n"), 1);
    Ok(split(&text).into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect())
}

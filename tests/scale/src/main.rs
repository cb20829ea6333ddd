//! Writes a project of a stated size into a folder, to try the program on.
#![allow(clippy::disallowed_methods, reason = "a maintainer's program, whose work is to write files")]

use std::path::Path;
use std::process::ExitCode;

use scale::{HOSTILE, Size, project};

const USAGE: &str =
    "usage: scale CONTROLS RELATIONS DIR\n       scale hostile SHAPE SIZE DIR\n       scale hostile";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let made = match words.as_slice() {
        ["hostile"] => {
            HOSTILE.iter().for_each(|(shape, _)| println!("{shape}"));
            return ExitCode::SUCCESS;
        }
        ["hostile", shape, size, folder] => hostile(shape, size).map(|files| (files, *folder)),
        [controls, relations, folder] => ordinary(controls, relations).map(|files| (files, *folder)),
        _ => None,
    };
    let Some((files, folder)) = made else {
        eprintln!("{USAGE}\nCONTROLS is a number from 1 on, RELATIONS and SIZE one from 0 on");
        return ExitCode::from(2);
    };
    match write(&files, Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{folder}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn ordinary(controls: &str, relations: &str) -> Option<Vec<(String, String)>> {
    let controls = controls.parse().ok().filter(|controls| *controls > 0)?;
    Some(project(Size { controls, relations: relations.parse().ok()? }))
}

fn hostile(shape: &str, size: &str) -> Option<Vec<(String, String)>> {
    let (_, program) = HOSTILE.iter().find(|(name, _)| *name == shape)?;
    Some(vec![("ordain.kdl".to_owned(), program(size.parse().ok()?))])
}

fn write(files: &[(String, String)], folder: &Path) -> std::io::Result<()> {
    for (path, text) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
        std::fs::write(path, text)?;
    }
    Ok(())
}

//! Writes a project of so many controls and relations into a folder, to try the program on.
#![allow(clippy::disallowed_methods, reason = "a maintainer's program, whose work is to write files")]

use std::path::Path;
use std::process::ExitCode;

use scale::{Size, project};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [controls, relations, folder] = arguments.as_slice() else {
        eprintln!("usage: scale CONTROLS RELATIONS DIR");
        return ExitCode::from(2);
    };
    let (Ok(controls @ 1..), Ok(relations)) = (controls.parse(), relations.parse()) else {
        eprintln!("CONTROLS is a number from 1 on, RELATIONS one from 0 on");
        return ExitCode::from(2);
    };
    match write(Size { controls, relations }, Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{folder}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(size: Size, folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder.join("frameworks"))?;
    project(size).iter().try_for_each(|(path, text)| std::fs::write(folder.join(path), text))
}

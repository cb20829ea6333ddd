//! `ordain man`: the manual page, with a section for each command.

use clap::CommandFactory as _;
use clap_mangen::Man;

use crate::arguments::Arguments;
use crate::streams::{Fault, Outcome, print_bytes};

pub(super) fn run() -> Result<Outcome, Fault> {
    let mut page = Vec::new();
    let mut command = Arguments::command();
    command.build();
    let subcommands: Vec<clap::Command> = command.get_subcommands().cloned().collect();
    let rendered = Man::new(command).render(&mut page).and_then(|()| {
        subcommands.into_iter().try_for_each(|command| {
            let name = format!(".SH \"ORDAIN {}\"\n", command.get_name().to_uppercase());
            page.extend_from_slice(name.as_bytes());
            let man = Man::new(command);
            man.render_synopsis_section(&mut page)?;
            man.render_description_section(&mut page)?;
            man.render_options_section(&mut page)
        })
    });
    rendered.map_err(|error| Fault::of("the manual page", &error))?;
    print_bytes(&page)?;
    Ok(Outcome::Clean)
}

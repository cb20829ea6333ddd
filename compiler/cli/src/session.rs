//! One run of a command: its project, its policy, and how it tells what it found.

use std::io;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::DateTime;
use diagnostics::{Form, Policy, Report, Style, render};
use driver::{Compilation, Day, World};
use source::SourceMap;

use crate::arguments::Global;
use crate::disk::{Disk, nearest_project};
use crate::streams::{Fault, columns, has_color, say};

/// What a command works with.
pub(crate) struct Session {
    global: Global,
    policy: Policy,
    /// The day on which the command runs.
    pub(crate) today: Day,
}

impl Session {
    pub(crate) fn new(global: Global) -> Result<Self, Fault> {
        let policy = Policy { allow: global.allow.clone(), deny: global.deny.clone() };
        let today = global.today.or_else(clock_day);
        let fault =
            || Fault::Input("the clock shows no day\nhelp: say which one it is with `--today`".to_owned());
        Ok(Self { today: today.ok_or_else(fault)?, global, policy })
    }

    /// The project that is meant.
    pub(crate) fn project(&self) -> Result<Disk, Fault> {
        self.find_project()?.ok_or_else(|| {
            let help = "make one with `ordain init`, or name its folder with `--project`";
            Fault::Input(format!("there is no `ordain.kdl` here or in a folder above\nhelp: {help}"))
        })
    }

    /// The project that is meant, where there is one.
    pub(crate) fn find_project(&self) -> Result<Option<Disk>, Fault> {
        if let Some(folder) = &self.global.project {
            if !folder.is_dir() {
                return Err(Fault::Usage(format!("`{}` is not a folder", folder.display())));
            }
            return Ok(Some(Disk::new(folder.clone())));
        }
        let here =
            std::path::absolute(Path::new(".")).map_err(|error| Fault::of("the current folder", &error))?;
        Ok(nearest_project(&here).map(Disk::new))
    }

    /// Compiles a project, for as long as the process lives: to take a program apart before leaving would be work for nobody.
    pub(crate) fn compile(&self, world: &dyn World) -> &'static Compilation {
        let compilation: &Compilation = Box::leak(Box::new(driver::compile(world, self.today)));
        self.detail(|| {
            let own =
                compilation.sources.files().filter(|(_, file)| !file.path().starts_with("std:")).count();
            let all = compilation.sources.files().count();
            format!("read {own} files of the project and {} of the library", all - own)
        });
        compilation
    }

    /// Tells what was found; whether it stops a build.
    pub(crate) fn tell(&self, report: &Report, sources: &SourceMap) -> bool {
        let form = self.global.message_format.form();
        let fails = report.fails(&self.policy);
        if self.global.quiet && !fails && form == Form::Human {
            return fails;
        }
        let style = Style { color: has_color(self.global.color, &io::stderr()), width: columns() };
        say(&render(report, &self.policy, sources, form, style));
        fails
    }

    /// How many findings are allowed, where there are no others.
    pub(crate) fn silent(&self, report: &Report) -> Option<usize> {
        let findings = report.diagnostics();
        findings.iter().all(|found| self.policy.level(found.code).is_none()).then_some(findings.len())
    }

    /// Whether results have colours.
    pub(crate) fn paints(&self) -> bool {
        has_color(self.global.color, &io::stdout())
    }

    /// A line for people, on standard error.
    pub(crate) fn note(&self, text: &str) {
        if !self.global.quiet && self.global.message_format.form() == Form::Human {
            say(&format!("{text}\n"));
        }
    }

    /// A line for people who asked for more.
    pub(crate) fn detail(&self, text: impl FnOnce() -> String) {
        if self.global.verbose {
            self.note(&text());
        }
    }
}

/// What the clock says, in UTC, so that it is one day everywhere.
#[allow(clippy::disallowed_methods, reason = "this is where the program reads the clock")]
fn clock_day() -> Option<Day> {
    let passed = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    let now = DateTime::from_timestamp(passed.as_secs().try_into().ok()?, 0)?;
    Day::read(&now.date_naive().to_string())
}

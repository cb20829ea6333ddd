//! What can be written on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use diagnostics::{Code, Form, Severity};
use driver::Day;
use emit::Target;
use query::{GraphForm, Percent};

/// A declarative compliance-as-code compiler.
#[derive(Debug, Parser)]
#[command(name = "ordain", version, propagate_version = true, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Options of every command")]
pub(crate) struct Global {
    /// The folder of the project; without it the nearest one upward with an `ordain.kdl`.
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) project: Option<PathBuf>,
    /// How diagnostics are written.
    #[arg(long, global = true, value_enum, default_value_t = MessageFormat::Human)]
    pub(crate) message_format: MessageFormat,
    /// Whether diagnostics have colours.
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Print results and errors alone.
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Say what is read and written.
    #[arg(long, short, global = true)]
    pub(crate) verbose: bool,
    /// Count a warning as an error.
    #[arg(long, global = true, value_name = "CODE", value_parser = deniable)]
    pub(crate) deny: Vec<Code>,
    /// Do not report a code that may be allowed.
    #[arg(long, global = true, value_name = "CODE", value_parser = allowable)]
    pub(crate) allow: Vec<Code>,
    /// The day that findings which depend on it are judged by; without it that of the clock, in UTC.
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<Day>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a project that builds at once.
    Init(Init),
    /// Report all diagnostics and write nothing.
    Check,
    /// Write the artifacts.
    Build(Build),
    /// Bring sources to their canonical layout.
    Fmt(Fmt),
    /// Explain a code, a control, a rule, an identifier, or a line of an artifact.
    Explain(Explain),
    /// Count the controls that deployed evidence proves.
    Coverage(Coverage),
    /// Draw who depends on whom.
    Graph(Graph),
    /// Say what changed between two revisions or folders, in meaning first.
    Diff(Diff),
    /// Search the catalogue and the library.
    Search(Search),
    /// Make sources of packs, frameworks, deployed rules and lists.
    Import(Import),
    /// Find the defects of conformance packs that nobody compiled.
    Lint(Lint),
    /// Print a script that completes commands in a shell.
    Completions(Completions),
    /// Print the manual page.
    Man,
}

/// `ordain init`.
#[derive(Debug, Args)]
pub(crate) struct Init {
    /// The folder; it is made where it is missing.
    #[arg(default_value = ".")]
    pub(crate) folder: PathBuf,
    /// A framework of the library that the project begins with.
    #[arg(long, value_name = "std:FRAMEWORK")]
    pub(crate) from: Vec<String>,
}

/// `ordain build`.
#[derive(Debug, Args)]
pub(crate) struct Build {
    /// Write these targets alone: conformance-pack, audit-manager, guard, terraform, mappings, site, trace; without any, all but
    /// site and trace.
    #[arg(long = "target", value_name = "TARGET", value_parser = target)]
    pub(crate) targets: Vec<Target>,
    /// The folder below the project to write to, in place of the project's `output`.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<String>,
    /// Write nothing; print what would change, and fail if anything would.
    #[arg(long)]
    pub(crate) check: bool,
}

/// `ordain fmt`.
#[derive(Debug, Args)]
pub(crate) struct Fmt {
    /// Write nothing; list the files that would change, and fail if any would.
    #[arg(long)]
    pub(crate) check: bool,
    /// Files, or `-` for standard input; without any, all sources of the project.
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<String>,
}

/// `ordain explain`.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// A code, `framework:control`, a rule, an identifier, or `FILE:LINE` of an artifact.
    pub(crate) subject: String,
}

/// `ordain coverage`.
#[derive(Debug, Args)]
pub(crate) struct Coverage {
    /// Count these frameworks alone, each by name or alias.
    #[arg(long = "framework", value_name = "FRAMEWORK")]
    pub(crate) frameworks: Vec<String>,
    /// How the numbers are written.
    #[arg(long, value_enum, default_value_t = CoverageFormat::Table)]
    pub(crate) format: CoverageFormat,
    /// Fail if less of each framework that is named, or of the whole where none is, is automated or mixed.
    #[arg(long, value_name = "PERCENT")]
    pub(crate) min: Option<Percent>,
}

/// `ordain graph`.
#[derive(Debug, Args)]
pub(crate) struct Graph {
    /// Draw what is around this framework, `framework:control`, rule, pack or remediation; without it the frameworks.
    #[arg(long, value_name = "NAME")]
    pub(crate) focus: Option<String>,
    /// How many steps around it.
    #[arg(long, default_value_t = 2, value_name = "N", requires = "focus")]
    pub(crate) depth: u32,
    /// How the graph is written.
    #[arg(long, value_enum, default_value_t = GraphFormat::Svg)]
    pub(crate) format: GraphFormat,
}

/// `ordain diff`.
#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// `BASE..HEAD`, or the base alone: a git revision, or a folder with an `ordain.kdl`; without any, `HEAD`. `std:A
    /// std:B` tells what a move between two frameworks of the library means.
    pub(crate) base: Option<String>,
    /// What the base is compared with; without any, the project as it lies on disk.
    pub(crate) head: Option<String>,
    /// How the difference is written.
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub(crate) format: DiffFormat,
    /// Fail where a change is of this class and the source does not accept it.
    #[arg(long = "deny-class", value_enum, value_name = "CLASS")]
    pub(crate) deny_class: Vec<DeniedClass>,
    /// Leave out the differences of artifacts.
    #[arg(long)]
    pub(crate) no_artifacts: bool,
    /// Tell the changes of order, those that others imply, and controls that are followed unchanged, as well.
    #[arg(long)]
    pub(crate) all: bool,
}

/// How a difference is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// Lines for a terminal.
    Text,
    /// A comment for a pull request.
    Markdown,
    /// One JSON document.
    Json,
    /// Workflow commands of GitHub Actions.
    Github,
}

/// A class that a project refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DeniedClass {
    /// Less is asked or proved, or nothing says that it is not less.
    Loosening,
    /// A deploy replaces resources, or something acts by itself.
    Disruptive,
}

/// `ordain search`.
#[derive(Debug, Args)]
pub(crate) struct Search {
    /// Words that all must occur.
    #[arg(required = true)]
    pub(crate) words: Vec<String>,
}

/// `ordain lint`.
#[derive(Debug, Args)]
pub(crate) struct Lint {
    /// Templates of conformance packs, exported state or Terraform's; or folders of them.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<String>,
    /// A region that must have every rule.
    #[arg(long = "region", value_name = "REGION", value_parser = region)]
    pub(crate) regions: Vec<String>,
}

/// `ordain import`.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// Templates of conformance packs, output of `aws configservice describe-…` and `aws auditmanager get-…`, Terraform's state or
    /// plan as JSON, lists as CSV or TSV, OSCAL; or folders of them.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<String>,
    /// One file and one pack of this name, in place of one for each template.
    #[arg(long = "as", value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// The folder to write to, in place of the project's first folder of sources.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Put new files in the place of those that exist.
    #[arg(long)]
    pub(crate) force: bool,
}

/// `ordain completions`.
#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell.
    pub(crate) shell: Shell,
}

/// How diagnostics are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum MessageFormat {
    /// With excerpts of the sources.
    Human,
    /// One line a finding.
    Short,
    /// One JSON document.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
}

impl MessageFormat {
    pub(crate) fn form(self) -> Form {
        match self {
            Self::Human => Form::Human,
            Self::Short => Form::Short,
            Self::Json => Form::Json,
            Self::Sarif => Form::Sarif,
            Self::Github => Form::Github,
        }
    }
}

/// How coverage is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CoverageFormat {
    /// Columns for a terminal.
    Table,
    /// One JSON document.
    Json,
    /// A comment for a pull request.
    Markdown,
}

/// How a graph is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum GraphFormat {
    /// A picture for browsers.
    Svg,
    /// The language of Graphviz.
    Dot,
    /// A picture for a pull-request comment.
    Mermaid,
    /// One JSON document.
    Json,
}

impl GraphFormat {
    pub(crate) fn form(self) -> GraphForm {
        match self {
            Self::Svg => GraphForm::Svg,
            Self::Dot => GraphForm::Dot,
            Self::Mermaid => GraphForm::Mermaid,
            Self::Json => GraphForm::Json,
        }
    }
}

/// When there are colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

fn code(written: &str) -> Result<Code, String> {
    Code::find(written).ok_or_else(|| {
        let near =
            diagnostics::nearest(written, Code::ALL.iter().flat_map(|code| [code.number(), code.name()]));
        match near.first() {
            Some(name) => format!("there is no such code; did you mean `{name}`?"),
            None => "there is no such code".to_owned(),
        }
    })
}

fn allowable(written: &str) -> Result<Code, String> {
    let code = code(written)?;
    match code.severity() {
        Severity::Error => Err("an `E` code cannot be allowed".to_owned()),
        Severity::Dated | Severity::Warning => Ok(code),
    }
}

fn deniable(written: &str) -> Result<Code, String> {
    let code = code(written)?;
    match code.severity() {
        Severity::Warning => Ok(code),
        Severity::Error | Severity::Dated => Err("the code counts as an error already".to_owned()),
    }
}

fn day(written: &str) -> Result<Day, String> {
    Day::read(written).ok_or_else(|| "a day of the calendar is written YYYY-MM-DD".to_owned())
}

fn region(name: &str) -> Result<String, String> {
    if import::region_exists(name) {
        Ok(name.to_owned())
    } else {
        Err("no partition has the region".to_owned())
    }
}

fn target(name: &str) -> Result<Target, String> {
    Target::find(name).ok_or_else(|| {
        let names: Vec<&str> = Target::ALL.iter().map(|target| target.name()).collect();
        format!("the targets are: {}", names.join(", "))
    })
}

//! The catalogue of codes, diagnostics, reports and their renderers: how the compiler speaks to people and tools.

mod catalogue;
mod diagnostic;
mod nearest;
mod render;
mod report;

pub use catalogue::{Code, Severity};
pub use diagnostic::{Diagnostic, Fix, Label};
pub use nearest::{listed, nearest};
pub use render::{Form, Style, render, shown, shown_json, shown_markdown};
pub use report::{Level, Policy, Report};

//! The pages that people read: every block is written, run or found again, and every link leads somewhere.

mod command;
mod frame;
mod kind;
mod links;
mod page;
mod picture;
mod run;
mod session;
mod shown;

pub use command::{Command, commands};
pub use frame::framed;
pub use kind::{Kind, Source};
pub use links::{Link, anchors, links, resolved};
pub use page::{Page, chapters, pages};
pub use picture::{Act, Card, cards, terminal};
pub use run::{Run, run};
pub use session::{Played, copy, play};
pub use shown::{excerpt, matches, refitted};

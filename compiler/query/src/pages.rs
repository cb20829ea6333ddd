//! The long explanation of every code; a code without a page does not compile.

use diagnostics::Code;

macro_rules! pages {
    ($($number:ident $variant:ident $name:literal $severity:ident $summary:literal)*) => {
        /// The page of a code, as Markdown.
        #[must_use]
        pub fn page(code: Code) -> &'static str {
            match code {
                $(Code::$variant => include_str!(concat!("../../../book/src/errors/", stringify!($number), ".md")),)*
            }
        }
    };
}

diagnostics::catalogue!(pages);

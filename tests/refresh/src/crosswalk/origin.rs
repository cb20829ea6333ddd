//! Where relations come from: the name a crosswalk carries, the date of the source, and what a reader must know of it.

/// A source of relations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Origin {
    pub(super) name: &'static str,
    pub(super) date: &'static str,
    pub(super) note: &'static str,
}

/// How the facts begin the name of a source → the source, with the date of the commit, rule or edition that was read.
const ORIGINS: [(&str, Origin); 5] = [
    ("ciso-assistant ", Origin { name: "ciso-assistant", date: "2026-08-08", note: "" }),
    (
        "32 CFR 170",
        Origin {
            name: "cmmc-rule",
            date: "2024-10-15",
            note: "Practices of level 2 are requirements of the other; those of level 1 restate some of them.",
        },
    ),
    (
        "NIST SP 800-171 r2 Appendix D",
        Origin {
            name: "nist-sp-800-171",
            date: "2021-01-28",
            note: "Appendix D, from memory: what Revision 5 of the controls still has.",
        },
    ),
    (
        "NIST CSF 1.1 informative references",
        Origin {
            name: "nist-csf-1.1",
            date: "2018-04-16",
            note: "Informative references: those of PR as read, the others from memory and not complete.",
        },
    ),
    (
        "same recommendation across benchmark versions",
        Origin {
            name: "ordain-library",
            date: "2026-11-22",
            note: "The same recommendation in both editions.",
        },
    ),
];

impl Origin {
    /// The origin that the facts name so.
    pub(super) fn of(source: &str) -> Result<Self, String> {
        match ORIGINS.iter().find(|(begin, _)| source.starts_with(begin)) {
            Some((_, origin)) => Ok(*origin),
            None => Err(format!("a source without a date: {source}")),
        }
    }
}

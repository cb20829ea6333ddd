//! Where a managed rule can be used, as its publisher states it.

use crate::table::items;

/// The regions that have a managed rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Availability {
    /// Every region.
    All,
    /// Every region but these, in name order.
    Except(Vec<&'static str>),
    /// These regions alone, in name order.
    Only(Vec<&'static str>),
}

impl Availability {
    /// Whether `region` has the rule. Of a region that no source speaks of, the statement is taken at its
    /// word; [`crate::availability_is_known`] tells those apart.
    pub fn covers(&self, region: &str) -> bool {
        match self {
            Self::All => true,
            Self::Except(without) => !without.contains(&region),
            Self::Only(with) => with.contains(&region),
        }
    }

    /// The regions in words.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::All => "all".to_owned(),
            Self::Except(without) => format!("all but {}", without.join(", ")),
            Self::Only(with) => with.join(", "),
        }
    }

    pub(crate) fn decode(field: &'static str) -> Option<Self> {
        match field.split_once(' ') {
            None if field == "all" => Some(Self::All),
            Some(("except", list)) => Some(Self::Except(items(list))),
            Some(("only", list)) => Some(Self::Only(items(list))),
            None | Some(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Availability;

    #[test]
    fn each_form_covers_what_it_says() {
        let decode = |field| Availability::decode(field).unwrap();
        assert!(decode("all").covers("eu-west-1"));
        assert!(!decode("except eu-west-1,us-east-1").covers("eu-west-1"));
        assert!(decode("except eu-west-1,us-east-1").covers("eu-west-2"));
        assert!(decode("only us-east-1").covers("us-east-1"));
        assert!(!decode("only us-east-1").covers("us-east-2"));
    }

    #[test]
    fn an_unknown_form_is_none() {
        for field in ["", "some", "all ", "most eu-west-1"] {
            assert_eq!(Availability::decode(field), None, "{field:?}");
        }
    }
}

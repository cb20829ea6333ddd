//! Controls counted by state, and the share of those that need proof and have it by machine.

use std::ops::AddAssign;

use super::Percent;
use crate::{Control, Standing, State};

/// How many controls are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By deployed automatic evidence alone.
    pub automated: usize,
    /// By deployed automatic evidence and by people.
    pub mixed: usize,
    /// By people.
    pub manual: usize,
    /// By a provider.
    pub inherited: usize,
    /// They do not apply.
    pub not_applicable: usize,
    /// By nothing.
    pub gap: usize,
    /// Of the automated and mixed: those whose automatic evidence Audit Manager cannot collect, none of it.
    pub outside: usize,
}

impl Counts {
    /// All controls.
    #[must_use]
    pub fn controls(&self) -> usize {
        self.applicable() + self.not_applicable
    }

    /// All controls but those that do not apply.
    #[must_use]
    pub fn applicable(&self) -> usize {
        self.automated + self.mixed + self.manual + self.inherited + self.gap
    }

    /// The number of controls in each state, in the order of the states.
    #[must_use]
    pub fn by_state(&self) -> [(State, usize); 6] {
        [
            (State::Automated, self.automated),
            (State::Mixed, self.mixed),
            (State::Manual, self.manual),
            (State::Inherited, self.inherited),
            (State::NotApplicable, self.not_applicable),
            (State::Gap, self.gap),
        ]
    }

    /// The share of automated and mixed controls among those that apply; `None` where none applies.
    #[must_use]
    pub fn covered(&self) -> Option<Percent> {
        Percent::of(self.automated + self.mixed, self.applicable())
    }

    fn add(&mut self, control: &Control) {
        let count = match control.state {
            State::Automated => &mut self.automated,
            State::Mixed => &mut self.mixed,
            State::Manual => &mut self.manual,
            State::Inherited => &mut self.inherited,
            State::NotApplicable => &mut self.not_applicable,
            State::Gap => &mut self.gap,
        };
        *count += 1;
        let proved = matches!(control.state, State::Automated | State::Mixed);
        let collected = control.rows.iter().any(|row| row.standing == Standing::Collected);
        self.outside += usize::from(proved && !collected);
    }
}

impl<'c> FromIterator<&'c Control> for Counts {
    fn from_iter<T: IntoIterator<Item = &'c Control>>(controls: T) -> Self {
        let mut counts = Self::default();
        controls.into_iter().for_each(|control| counts.add(control));
        counts
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.automated += other.automated;
        self.mixed += other.mixed;
        self.manual += other.manual;
        self.inherited += other.inherited;
        self.not_applicable += other.not_applicable;
        self.gap += other.gap;
        self.outside += other.outside;
    }
}

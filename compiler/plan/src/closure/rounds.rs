//! A map from small numbers that is emptied in no time: what was put in an earlier round is not there.

pub(super) struct Rounds<T> {
    round: u32,
    entries: Vec<Option<(u32, T)>>,
    found: Vec<usize>,
}

impl<T: Copy + Ord> Rounds<T> {
    /// For the numbers below `count`.
    pub(super) fn new(count: usize) -> Self {
        Self { round: 0, entries: vec![None; count], found: Vec::new() }
    }

    pub(super) fn clear(&mut self) {
        self.round += 1;
        self.found.clear();
    }

    pub(super) fn get(&self, number: usize) -> Option<T> {
        self.entries[number].filter(|(round, _)| *round == self.round).map(|(_, value)| value)
    }

    /// Keeps the greater of what is there and `value`.
    pub(super) fn raise(&mut self, number: usize, value: T) {
        match self.get(number) {
            Some(known) => self.entries[number] = Some((self.round, known.max(value))),
            None => {
                self.entries[number] = Some((self.round, value));
                self.found.push(number);
            }
        }
    }

    /// The numbers of this round, in the order in which they came.
    pub(super) fn found(&self) -> &[usize] {
        &self.found
    }
}

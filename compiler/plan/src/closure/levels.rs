//! Sets of what is claimed, one for each strength: what is claimed in full is claimed in part as well.
//!
//! A set holds one block of subjects, so that its size is known and many of them lie side by side.

use crate::Strength;

const WORDS: usize = 8;

/// So many subjects make a block.
pub(super) const BLOCK: usize = WORDS * u64::BITS as usize;

/// The subjects of a block that are claimed at least as strongly as supporting, partial and full.
#[derive(Clone, Copy, Default)]
pub(super) struct Levels([[u64; WORDS]; 3]);

impl Levels {
    pub(super) fn put(&mut self, subject: usize, strength: Strength) {
        let (word, bit) = (subject / u64::BITS as usize, subject % u64::BITS as usize);
        let [supporting, partial, full] = &mut self.0;
        supporting[word] |= 1 << bit;
        if strength >= Strength::Partial {
            partial[word] |= 1 << bit;
        }
        if strength >= Strength::Full {
            full[word] |= 1 << bit;
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.unite(other, 3);
    }

    /// Adds what comes by a partial relation: nothing of it is full.
    pub(super) fn add_partially(&mut self, other: &Self) {
        self.unite(other, 2);
    }

    fn unite(&mut self, other: &Self, levels: usize) {
        for (level, other) in self.0.iter_mut().zip(&other.0).take(levels) {
            level.iter_mut().zip(other).for_each(|(word, other)| *word |= other);
        }
    }

    /// How many subjects are claimed more strongly than `other` claims them.
    pub(super) fn above(&self, other: &Self) -> usize {
        let more =
            |word: usize| (0..3).fold(0, |more, level| more | self.0[level][word] & !other.0[level][word]);
        (0..WORDS).map(|word| more(word).count_ones() as usize).sum()
    }
}

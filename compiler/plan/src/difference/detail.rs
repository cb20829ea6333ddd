//! What a plan says of one subject, flat: details that compare by aspect and key, whatever their order.

use std::borrow::Cow;

use source::Span;

use super::aspect::Aspect;

/// One thing that is said.
#[derive(Clone, Debug)]
pub(super) struct Detail<'p> {
    pub(super) aspect: Aspect,
    /// Which one, where a subject has several of the aspect; else empty.
    pub(super) key: Cow<'p, str>,
    pub(super) value: Cow<'p, str>,
    pub(super) span: Option<Span>,
}

/// All that is said of one subject.
#[derive(Clone, Debug, Default)]
pub(super) struct Details<'p> {
    all: Vec<Detail<'p>>,
    /// Where the subject stands.
    place: Option<Span>,
}

impl<'p> Details<'p> {
    pub(super) fn at(place: Option<Span>) -> Self {
        Self { all: Vec::new(), place }
    }

    /// Says one thing of an aspect that a subject has once.
    pub(super) fn say(&mut self, aspect: Aspect, value: impl Into<Cow<'p, str>>) {
        self.say_of(aspect, "", value);
    }

    /// Says one thing where it is there.
    pub(super) fn may(&mut self, aspect: Aspect, key: &'static str, value: Option<impl Into<Cow<'p, str>>>) {
        if let Some(value) = value {
            self.say_of(aspect, key, value);
        }
    }

    /// Says one thing of several of the aspect.
    pub(super) fn say_of(
        &mut self,
        aspect: Aspect,
        key: impl Into<Cow<'p, str>>,
        value: impl Into<Cow<'p, str>>,
    ) {
        self.say_at(aspect, key, value, self.place);
    }

    /// Says one thing that stands in a place of its own.
    pub(super) fn say_at(
        &mut self,
        aspect: Aspect,
        key: impl Into<Cow<'p, str>>,
        value: impl Into<Cow<'p, str>>,
        span: Option<Span>,
    ) {
        self.all.push(Detail { aspect, key: key.into(), value: value.into(), span });
    }

    /// Where the subject stands.
    pub(super) fn place(&self) -> Option<Span> {
        self.place
    }

    /// By aspect, key and value.
    pub(super) fn sorted(mut self) -> Vec<Detail<'p>> {
        self.all.sort_by(|a, b| (a.aspect, &a.key, &a.value).cmp(&(b.aspect, &b.key, &b.value)));
        self.all
    }
}

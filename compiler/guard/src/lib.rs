//! Guard policy text: names, functions, spans, and the judge.

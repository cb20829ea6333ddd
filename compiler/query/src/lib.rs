//! What model and plan know, presented for people.

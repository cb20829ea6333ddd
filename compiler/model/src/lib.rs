//! What a program means: names bound, relations resolved, checks.

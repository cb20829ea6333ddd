//! Any text is read: every span lies in it, what was read is what stands there, and the shapes can be judged.
#![no_main]

#[path = "../../../compiler/syntax/tests/properties/sound.rs"]
mod sound;

libfuzzer_sys::fuzz_target!(|text: &str| sound::sound(text));

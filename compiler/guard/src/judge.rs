//! cfn-guard asked in memory; runs on a thread of its own with a stack for the deepest text, so no panic comes through.

use std::io::Cursor;

use cfn_guard::commands::Executable;
use cfn_guard::commands::validate::{OutputFormatType, ShowSummaryType};
use cfn_guard::utils::reader::{ReadBuffer, Reader};
use cfn_guard::utils::writer::{WriteBuffer, Writer};
use cfn_guard::{CommandBuilder, ParseTreeBuilder, ValidateBuilder};
use serde::Deserialize;
use serde_json::Value;

/// Enough for [`crate::DEEPEST`] brackets in an unoptimized build.
const STACK_BYTES: usize = 32 << 20;

/// The parse tree of a policy as JSON (`null` for a text without any expression), or the judge's words.
pub(crate) fn parse(text: &str) -> Result<Value, String> {
    let text = text.to_owned();
    let json = apart(move || {
        let command = ParseTreeBuilder::default().print_json(true).try_build().map_err(words)?;
        let mut writer = writer()?;
        command.execute(&mut writer, &mut reader(text)).map_err(words)?;
        writer.into_string().map_err(words)
    })?;
    read(&json)
}

/// The judge's report on one document, as JSON.
pub(crate) fn validate(text: &str, document: &str) -> Result<Value, String> {
    let payload = serde_json::json!({ "rules": [text], "data": [document] }).to_string();
    let json = apart(move || {
        let command = ValidateBuilder::default()
            .payload(true)
            .structured(true)
            .output_format(OutputFormatType::JSON)
            .show_summary(vec![ShowSummaryType::None])
            .try_build()
            .map_err(words)?;
        let mut writer = writer()?;
        command.execute(&mut writer, &mut reader(payload)).map_err(words)?;
        writer.into_string().map_err(words)
    })?;
    read(&json)
}

/// Without serde_json's limit of 128 levels, which a tree of [`crate::DEEPEST`] brackets passes.
fn read(json: &str) -> Result<Value, String> {
    let mut reader = serde_json::Deserializer::from_str(json);
    reader.disable_recursion_limit();
    Value::deserialize(&mut reader).map_err(|error| error.to_string())
}

fn apart(work: impl FnOnce() -> Result<String, String> + Send + 'static) -> Result<String, String> {
    let thread = std::thread::Builder::new()
        .stack_size(STACK_BYTES)
        .spawn(work)
        .map_err(|error| format!("cfn-guard cannot be started: {error}"))?;
    thread.join().unwrap_or_else(|_| Err("cfn-guard broke off".to_owned()))
}

fn reader(text: String) -> Reader {
    Reader::new(ReadBuffer::Cursor(Cursor::new(text.into_bytes())))
}

fn writer() -> Result<Writer, String> {
    Writer::new_with_err(WriteBuffer::Vec(Vec::new()), WriteBuffer::Vec(Vec::new())).map_err(words)
}

fn words(error: cfn_guard::Error) -> String {
    error.to_string()
}

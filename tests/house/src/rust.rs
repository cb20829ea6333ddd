//! What the tests ask of a Rust file.

use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// A function with its lines, from its signature to its closing brace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// The line of its signature, from 1.
    pub line: usize,
    /// How many lines it has.
    pub lines: usize,
}

/// The syntax tree of a Rust file.
///
/// # Errors
/// The text is not Rust.
pub fn parse(text: &str) -> syn::Result<syn::File> {
    syn::parse_file(text)
}

/// Every function and method with a body, nested ones too.
#[must_use]
pub fn functions(file: &syn::File) -> Vec<Function> {
    let mut found = Functions(Vec::new());
    found.visit_file(file);
    found.0
}

/// The literal messages given to `Diagnostic::new`, directly or as the pattern of a `format!`.
#[must_use]
pub fn messages(file: &syn::File) -> Vec<String> {
    let mut found = Messages(Vec::new());
    found.visit_file(file);
    found.0
}

struct Functions(Vec<Function>);

impl Functions {
    fn add(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let line = signature.span().start().line;
        let lines = block.span().end().line + 1 - line;
        self.0.push(Function { name: signature.ident.to_string(), line, lines });
    }
}

impl<'ast> Visit<'ast> for Functions {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.add(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.add(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.add(&item.sig, block);
        }
        visit::visit_trait_item_fn(self, item);
    }
}

struct Messages(Vec<String>);

impl<'ast> Visit<'ast> for Messages {
    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        if is_diagnostic_new(&call.func) {
            self.0.extend(call.args.iter().nth(1).and_then(literal));
        }
        visit::visit_expr_call(self, call);
    }
}

fn is_diagnostic_new(function: &syn::Expr) -> bool {
    let syn::Expr::Path(function) = function else { return false };
    let names: Vec<String> = function.path.segments.iter().map(|part| part.ident.to_string()).collect();
    names.ends_with(&["Diagnostic".to_owned(), "new".to_owned()])
}

fn literal(expression: &syn::Expr) -> Option<String> {
    match expression {
        syn::Expr::Lit(literal) => match &literal.lit {
            syn::Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        syn::Expr::Macro(call) if call.mac.path.is_ident("format") => {
            let first = call.mac.tokens.clone().into_iter().next()?;
            syn::parse_str::<syn::LitStr>(&first.to_string()).ok().map(|text| text.value())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_measured_where_braces_mislead() {
        let text =
            "impl A {\n    #[inline]\n    fn a(\n    ) {\n        let b = \"}\"; // }\n    }\n}\nfn c() {}\n";
        let found = functions(&parse(text).expect("Rust"));
        let expected = [
            Function { name: "a".to_owned(), line: 3, lines: 4 },
            Function { name: "c".to_owned(), line: 8, lines: 1 },
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn messages_are_found_in_literals_and_patterns() {
        let text = "fn a() { diagnostics::Diagnostic::new(C, \"one\"); Diagnostic::new(C, format!(\"two {b}\", b)); }";
        assert_eq!(messages(&parse(text).expect("Rust")), ["one", "two {b}"]);
    }
}

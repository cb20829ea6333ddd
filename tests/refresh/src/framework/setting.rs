//! The value of a rule's parameter: as the facts give it, as the language writes it.

/// The items of a value; one, unless the parameter takes a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Setting {
    pub(crate) items: Vec<String>,
    is_text: bool,
}

impl Setting {
    /// Reads a value of the facts, in which the items of a list stand between commas.
    pub(crate) fn read(value: &str, kind: &str) -> Self {
        let items = match kind {
            "csv" => value.split(',').map(|item| item.trim().to_owned()).collect(),
            _ => vec![value.to_owned()],
        };
        Self { items, is_text: matches!(kind, "string" | "string-map") }
    }

    /// The node that states it.
    pub(super) fn node(&self, name: &str) -> String {
        let items: Vec<String> = self.items.iter().map(|item| self.written(item)).collect();
        match &items[..] {
            [only] => format!("set {name}={only}"),
            _ => format!("set {name} {}", items.join(" ")),
        }
    }

    /// Numbers bare, booleans as the language writes them, all else quoted.
    fn written(&self, item: &str) -> String {
        match item {
            "true" | "false" if !self.is_text => format!("#{item}"),
            number if !self.is_text && number.parse::<i64>().is_ok_and(|read| read.to_string() == number) => {
                number.to_owned()
            }
            text => super::text::quoted(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Setting;

    #[test]
    fn a_value_keeps_its_type_and_its_zeros() {
        let node = |value: &str, kind: &str| Setting::read(value, kind).node("p");
        assert_eq!(node("90", "int"), "set p=90");
        assert_eq!(node("true", "boolean"), "set p=#true");
        assert_eq!(node("90", "string"), "set p=\"90\"");
        assert_eq!(node("TLS", "string"), "set p=\"TLS\"");
        assert_eq!(node("22, 3389", "csv"), "set p 22 3389");
        assert_eq!(node("445", "csv"), "set p=445");
        assert_eq!(node("007", "csv"), "set p=\"007\"");
    }
}

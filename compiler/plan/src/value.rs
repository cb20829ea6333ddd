//! Values of parameters and names of controls, as artifacts carry them.

/// The type of a parameter, as the catalogue or the source declares it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParameterKind {
    /// A whole number.
    Integer,
    /// A number with a fraction.
    Float,
    /// Text.
    String,
    /// `true` or `false`.
    Boolean,
    /// A list; services read it separated by commas.
    List,
}

/// The value of a rule's parameter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// The text the service gets (integers in decimal, booleans as `true`, lists joined by commas).
    Literal(String),
    /// The pack parameter of this name.
    Parameter(String),
}

/// A control of a framework.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ControlRef {
    /// The framework's name.
    pub framework: String,
    /// The control's id.
    pub id: String,
}

impl std::fmt::Display for ControlRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.framework, self.id)
    }
}

/// How much evidence proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// It supports the claim.
    Supporting,
    /// It proves a part.
    Partial,
    /// It proves all.
    Full,
}

impl Strength {
    /// The word of the language.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Supporting => "supporting",
            Self::Partial => "partial",
            Self::Full => "full",
        }
    }
}

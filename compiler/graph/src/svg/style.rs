//! How pictures look; a page brings the colours, a picture that stands alone has them, for light and for dark.

/// The rules of style, which need the colours as custom properties.
pub const STYLE: &str = include_str!("style.css");

/// The colours, for light and for dark.
pub const COLOURS: &str = include_str!("colours.css");

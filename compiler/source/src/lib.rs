//! Source files, spans, lines and columns, and edits.

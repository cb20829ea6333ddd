//! KDL 2 text and its lossless tree, the table of node shapes, the formatter.

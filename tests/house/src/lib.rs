//! The house: tests over the shape of the repository.

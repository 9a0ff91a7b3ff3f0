//! What a pupil sees.

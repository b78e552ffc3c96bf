"""The stages: pure functions between frozen values. They never open files, read the clock or report findings."""

"""The pages and papers that join the stages of an event."""

"""People, bodies, the offices they hold from when to when, and how they belong together."""

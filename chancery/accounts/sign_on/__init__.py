"""Single sign-on: what this house asks of a server beyond what allauth asks."""

"""The occasions and campaigns that events serve: their names, dates and numbers."""

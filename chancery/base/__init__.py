"""What every app of the house stands on: audit, jobs, languages, paper and the look."""

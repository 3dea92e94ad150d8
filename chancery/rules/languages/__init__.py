"""Grammar that printed forms need: articles, cases and numbers in words, one file per language."""

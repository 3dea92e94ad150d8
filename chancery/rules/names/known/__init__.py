"""Names that are known: how each may be spelt, which forms belong together, which titles go before them."""

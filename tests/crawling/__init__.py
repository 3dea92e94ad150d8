"""What the crawl is made of: hostile words, rows that hold them, and what no page may do with them."""

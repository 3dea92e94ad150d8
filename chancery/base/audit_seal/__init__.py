"""The seal over the history: values may be erased, but nothing is changed, added or taken away unseen."""

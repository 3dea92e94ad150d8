"""
Forms of address: what stands on an envelope, a card or above a letter, and what one says.

Start with `compose.form_of_address`; `moments` writes dates in words, `notes` the phrases of a note
verbale, `cards` the parts of a card. Sources and their status are in docs/rules/address.md.
"""

"""What the directory gives out: lists for spreadsheets, cards for address books."""

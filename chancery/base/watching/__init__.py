"""
What those who run the program see of it: whether it lives, whether it is ready, figures and logs.

None of it names anybody: routes stand in the place of addresses, and counts in the place of rows.
"""

"""
Forty questions that the record of an event answers from its own fields, or says that it is not known.

`asking.ask` answers one; the modules beside it hold the questions by subject. Most are answered twice: before
the event of the plan, after it of the record.
"""

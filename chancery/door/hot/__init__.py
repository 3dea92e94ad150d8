"""
The hot way of scans: many in one transaction, without the ORM.

It takes what `rules.door.plain` calls a plain admission and nothing else; whatever it does not take goes the
way of `take_scans`, which does the same for one scan in Django. See docs/decisions/scans-in-groups.md.
"""

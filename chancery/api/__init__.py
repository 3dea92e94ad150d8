"""
The public interface: over the queries, access and actions of the lower apps, with nothing of its own.

To add a kind of object, write one file in `resources/` and name its class in `resources/__init__.py`:

1. a shape that is read (`Shape`), with every field and a description where its name does not say it all;
2. a shape that is written (`Written`), whose fields have the names of the columns; a field that names another
   object is `Annotated[Code, Names(rows)]`, and `resolved` turns its code into the row or says what is wrong;
3. filters (`ChangedFilters` with fields of its own), which `lookups` lead to columns;
4. a class on `Resource` that says `name`, `one`, `shape`, `filters`, `right`, `lookups`, `history`, and
   `is_in_event = True` where it stands below an event; its `rows` are those that the office may read, loaded
   with all that `show` looks at;
5. what can be done, each a method marked with `creates`, `changes`, `deletes` or `verb`, which calls one
   action; exceptions whose message is one sentence are named in `refuses`;
6. an example of it in `tests/api/examples.py` and its addresses in `tests/addresses/api.py`.

Pages, filters, ETags, keys, problems, the description, rights and the tests of all of them follow.
"""

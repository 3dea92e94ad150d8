"""
An event and all it rests on as a folder of plain text: written by hand, loaded, exported again.

The format is described in docs/user/event-folder.md; `shapes` lists its tables.
"""

"""
Reported speech is kept as what comes after the speaker's name: “called for …”, “said that …” (R102).

A text that begins and closes like a sentence is one, and stands as it was recorded.
"""

CLOSING = frozenset(".!?…。؟۔।።")
# What may stand after the sign that closes a sentence.
ENCLOSING = frozenset("”’»›\"')]」』\u2069")


def is_sentence(text: str) -> bool:
    """
    Say whether a text begins and closes like a sentence.

    A small letter at the beginning continues the name, whatever closes the text: the name of a campaign may
    end in a sign of its own.
    """
    bare = text.strip()
    if bare[:1].islower():
        return False
    while bare and bare[-1] in ENCLOSING:
        bare = bare[:-1].rstrip()
    return bool(bare) and bare[-1] in CLOSING


def read_after(name: str, text: str) -> str:
    """
    Return the sentence in which reported words follow the name of their speaker.

    Shape: a whole sentence comes back as it is; a full stop that was typed after the words stands once.
    """
    words = text.strip()
    if is_sentence(words):
        return words
    return f"{name} {words.removesuffix('.')}."

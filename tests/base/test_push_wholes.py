"""What holds now is made once for all who ask together, and never from before they asked."""

import asyncio
from threading import Event, Lock

import pytest

from chancery.base.push import Opened
from chancery.base.push.wholes import Wholes

pytestmark = pytest.mark.django_db


class Telling:
    """Tells how often it was asked, and may be held up while it does."""

    def __init__(self) -> None:
        self.times, self.lock, self.go_on = 0, Lock(), Event()

    def __call__(self) -> dict[str, int]:
        with self.lock:
            self.times += 1
            time = self.times
        self.go_on.wait(10)
        return {"time": time}

    def opened(self) -> Opened:
        return Opened("run:1", self)


def test_those_who_ask_together_are_told_what_was_made_once() -> None:
    telling = Telling()
    telling.go_on.set()

    async def ask() -> list[str]:
        wholes = Wholes()
        return await asyncio.gather(*(wholes.text_of(telling.opened()) for _reader in range(50)))

    assert asyncio.run(ask()) == ['{"time":1}'] * 50


def test_who_asks_while_it_is_made_is_told_what_is_made_afterwards() -> None:
    telling = Telling()

    async def ask() -> tuple[str, list[str]]:
        wholes = Wholes()
        early = asyncio.create_task(wholes.text_of(telling.opened()))
        while not telling.times:
            await asyncio.sleep(0)
        late = [asyncio.create_task(wholes.text_of(telling.opened())) for _reader in range(3)]
        await asyncio.sleep(0)
        telling.go_on.set()
        return await early, await asyncio.gather(*late)

    assert asyncio.run(ask()) == ('{"time":1}', ['{"time":2}'] * 3)


def test_a_fault_is_told_to_all_who_asked_and_to_nobody_later() -> None:
    answers = iter([LookupError("away"), {"said": "back"}])

    def first() -> dict[str, str]:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def ask() -> tuple[list[object], str]:
        wholes = Wholes()
        readers = (wholes.text_of(Opened("run:1", first)) for _reader in range(2))
        faults = await asyncio.gather(*readers, return_exceptions=True)
        return [type(each) for each in faults], await wholes.text_of(Opened("run:1", first))

    assert asyncio.run(ask()) == ([LookupError] * 2, '{"said":"back"}')

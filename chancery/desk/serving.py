"""The server process: pages, and in the small installation the worker beside them."""

import threading
from datetime import datetime

import uvicorn
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from chancery.base import jobs

RESCUE_SECONDS = 60.0
WAIT_SECONDS = 0.5


def serve(*, host: str, port: int, with_worker: bool) -> None:
    """Serve until stopped; on SQLite the worker runs in this process, because one process writes."""
    if with_worker:
        threading.Thread(target=work, name="worker", daemon=True).start()
    uvicorn.run("chancery.asgi:application", host=host, port=port, log_level="warning", access_log=False)


def work() -> None:
    """Run queued work until the process ends, and take up work that another worker lost."""
    threading.Thread(target=_rescue_for_ever, name="rescue", daemon=True).start()
    Worker(
        queue_names=["*"],
        interval=WAIT_SECONDS,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"chancery-{datetime.now(tz=timezone.get_default_timezone()):%Y%m%d%H%M%S%f}",
        excluded_queue_names=[],
    ).run()


def _rescue_for_ever() -> None:
    pause = threading.Event()
    while not pause.wait(RESCUE_SECONDS):
        jobs.rescue_lost_jobs(timezone.now())

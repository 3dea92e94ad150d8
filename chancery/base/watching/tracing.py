"""
Traces for a collector of OpenTelemetry, where `CHANCERY_OTEL_ENDPOINT` names one: a span a request or job.

A span says what a line of the log says, and nothing else: the pattern of the address, never the address, for
it may hold the key of a reply or a feed; how many times the database was asked and for how long, never what.
So no instrumentation of others is used: they write addresses, statements and the words of faults. The
packages are the extra `chancery[otel]`, and are loaded with the first span.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import version
from time import perf_counter
from typing import Any

from django.conf import settings
from django.db import connection

from chancery.base.watching import numbers

COMMAND = "pip install chancery[otel]"
PARENT = "traceparent"


class TracingNeedsPackages(ImportError):
    """The packages that write traces are not installed."""


@dataclass(slots=True)
class Asked:
    """How often the database was asked within a span, and for how long."""

    times: int = 0
    seconds: float = 0.0

    def __call__(self, execute: Callable[..., Any], *given: Any) -> Any:
        """Stand around one statement, of which nothing is kept."""
        began = perf_counter()
        try:
            return execute(*given)
        finally:
            self.times += 1
            self.seconds += perf_counter() - began


class Span:
    """What is being traced; without a collector it keeps nothing."""

    def __init__(self, inner: Any = None) -> None:
        self.inner = inner

    def answered(self, method: str, route: str, status: int) -> None:
        """Tell what a request was and how it ended."""
        if self.inner is not None:
            self.inner.update_name(f"{method} {route}")
            self._tell(
                {"http.request.method": method, "http.route": route, "http.response.status_code": status}
            )
            self._fail(status >= 500)

    def worked(self, state: str) -> None:
        """Tell how a job ended."""
        if self.inner is not None:
            self._tell({"chancery.job.state": state})
            self._fail(state == "failed")

    def asked(self, asked: Asked) -> None:
        """Tell how often the database was asked."""
        self._tell(
            {"chancery.database.times": asked.times, "chancery.database.seconds": round(asked.seconds, 6)}
        )

    def _tell(self, words: Mapping[str, str | int | float]) -> None:
        self.inner.set_attributes(words)

    def _fail(self, is_fault: bool) -> None:
        if is_fault:
            self.inner.set_status(import_module("opentelemetry.trace").StatusCode.ERROR)


@contextmanager
def request(parent: str) -> Iterator[Span]:
    """Trace a request; `parent` is what a server in front says of its own trace."""
    with _traced("request", parent, "SERVER") as span:
        yield span


@contextmanager
def job(work: str, code: str, parent: str) -> Iterator[Span]:
    """Trace a job, in the trace of the request that asked for it."""
    with _traced(f"job {work}", parent, "CONSUMER") as span:
        if span.inner is not None:
            span.inner.set_attributes({"chancery.job": code, "chancery.job.work": work})
        yield span


def handed_on() -> str:
    """The trace that is under way, in words by which another process goes on with it; empty without one."""
    if not settings.OTEL_ENDPOINT:
        return ""
    carrier: dict[str, str] = {}
    _propagator().inject(carrier)
    return carrier.get(PARENT, "")


@contextmanager
def _traced(name: str, parent: str, kind: str) -> Iterator[Span]:
    if not settings.OTEL_ENDPOINT:
        yield Span()
        return
    trace = import_module("opentelemetry.trace")
    context = _propagator().extract({PARENT: parent})
    tracer, asked = provider(settings.OTEL_ENDPOINT).get_tracer("chancery"), Asked()
    with tracer.start_as_current_span(
        name,
        context=context,
        kind=trace.SpanKind[kind],
        attributes={"chancery.request": numbers.current.get()},
        # The words of a fault may name a guest.
        record_exception=False,
        set_status_on_exception=False,
    ) as inner:
        before = numbers.trace.set(trace.format_trace_id(inner.get_span_context().trace_id))
        span = Span(inner)
        try:
            with connection.execute_wrapper(asked):
                yield span
        finally:
            span.asked(asked)
            numbers.trace.reset(before)


@cache
def provider(endpoint: str) -> Any:
    """
    What hands spans to the collector, in bundles and from a thread of its own.

    How many are kept and what proves us to the collector is read from the variables that OpenTelemetry knows,
    as `OTEL_TRACES_SAMPLER` and `OTEL_EXPORTER_OTLP_HEADERS`. Errors: TracingNeedsPackages.
    """
    try:
        sdk, batches = (
            import_module("opentelemetry.sdk.trace"),
            import_module("opentelemetry.sdk.trace.export"),
        )
        sender = import_module("opentelemetry.exporter.otlp.proto.http.trace_exporter")
        resources = import_module("opentelemetry.sdk.resources")
    except ImportError:
        raise TracingNeedsPackages from None
    said = {"service.name": "chancery", "service.version": version("chancery")}
    found = sdk.TracerProvider(resource=resources.Resource(said))
    found.add_span_processor(batches.BatchSpanProcessor(sender.OTLPSpanExporter(f"{endpoint}/v1/traces")))
    return found


@cache
def _propagator() -> Any:
    return import_module("opentelemetry.trace.propagation.tracecontext").TraceContextTextMapPropagator()

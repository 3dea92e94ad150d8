"""Closed-loop HTTP load for a door check-in endpoint (or any endpoint that takes one code a call).

Standard library only. N clients each send one request, wait for the whole answer, and send the
next; every code is used once (mode "distinct"), or N clients send the same code at the same
instant (--burst), which is the duplicate-scan test. One JSON object on stdout.

  door_load.py --url 'http://127.0.0.1:8345/api/v1/organizers/o/checkinrpc/redeem/' \
     --header 'Authorization: Device TOKEN' --body '{"secret": "{code}", "lists": [1]}' \
     --codes codes.txt --concurrency 16 --count 1000 --ok-json status=ok

In --url, --header and --body these are replaced: {code}, {code_url} (percent-encoded), {i} (the
request's number), {nonce} and {uuid} (fresh for each request), {now_ms} (milliseconds since 1970),
{client} (the client's number).

The latency of a request runs from the moment it is sent (or, where a new connection is needed,
from the moment the connection is opened) to the last byte of the answer. Connections are opened
on demand and kept alive where the server allows it; no idle connection is ever left open, as a
sync worker would sit on it.
"""

import argparse
import asyncio
import itertools
import json
import os
import pathlib
import resource
import sys
import time
import urllib.parse
import uuid
from collections import Counter


def percentile(sorted_values, p):
    """Nearest-rank percentile of an already sorted list."""
    if not sorted_values:
        return None
    k = max(0, min(len(sorted_values) - 1, int(-(-p * len(sorted_values) // 100)) - 1))
    return sorted_values[k]


def summary_ms(seconds):
    v = sorted(seconds)
    if not v:
        return {}
    r = lambda x: round(x * 1000, 3)  # noqa: E731
    return {
        "mean": r(sum(v) / len(v)),
        "min": r(v[0]),
        "p50": r(percentile(v, 50)),
        "p95": r(percentile(v, 95)),
        "p99": r(percentile(v, 99)),
        "max": r(v[-1]),
    }


class Conn(asyncio.Protocol):
    """One HTTP/1.1 connection: request() writes bytes and awaits (status, body, closes)."""

    __slots__ = ("buf", "chunked", "close", "dead", "fut", "hdr_end", "loop", "need", "status", "tr")

    def __init__(self, loop):
        self.loop, self.tr, self.fut, self.dead = loop, None, None, False
        self._reset()

    def _reset(self):
        self.buf = bytearray()
        self.need = self.hdr_end = None
        self.status, self.close, self.chunked = 0, False, False

    def connection_made(self, tr):
        self.tr = tr

    def connection_lost(self, exc):
        self.dead = True
        fut, self.fut = self.fut, None
        if fut and not fut.done():
            if self.hdr_end is not None and self.need is None and not self.chunked:
                fut.set_result((self.status, bytes(self.buf[self.hdr_end :]), True))
            else:
                fut.set_exception(ConnectionResetError(f"closed after {len(self.buf)} bytes"))

    def data_received(self, data):
        self.buf += data
        if self.hdr_end is None:
            e = self.buf.find(b"\r\n\r\n")
            if e < 0:
                return
            self.hdr_end = e + 4
            head = bytes(self.buf[:e]).split(b"\r\n")
            self.status = int(head[0].split(b" ", 2)[1])
            for line in head[1:]:
                k, _, v = line.partition(b":")
                k, v = k.strip().lower(), v.strip()
                if k == b"content-length":
                    self.need = int(v)
                elif k == b"transfer-encoding" and v.lower() == b"chunked":
                    self.chunked = True
                elif k == b"connection" and v.lower() == b"close":
                    self.close = True
            if self.status in (204, 304):
                self.need = 0
        if self.chunked:
            if self.buf.endswith(b"0\r\n\r\n"):
                self._done(self._dechunk())
        elif self.need is not None and len(self.buf) - self.hdr_end >= self.need:
            self._done(bytes(self.buf[self.hdr_end : self.hdr_end + self.need]))

    def _dechunk(self):
        out, p, b = [], self.hdr_end, self.buf
        while True:
            e = b.find(b"\r\n", p)
            n = int(bytes(b[p:e]).split(b";")[0], 16)
            if n == 0:
                return b"".join(out)
            out.append(bytes(b[e + 2 : e + 2 + n]))
            p = e + 2 + n + 2

    def _done(self, body):
        fut, self.fut = self.fut, None
        if fut and not fut.done():
            fut.set_result((self.status, body, self.close))

    def request(self, data):
        self._reset()
        self.fut = self.loop.create_future()
        self.tr.write(data)
        return self.fut


class Load:
    def __init__(
        self,
        url,
        method="POST",
        headers=(),
        body=None,
        codes=("",),
        concurrency=1,
        count=None,
        duration=None,
        burst=False,
        ok_status=None,
        ok_json=None,
        timeout=60.0,
        keep=0,
        include_codes=False,
    ):
        self.url, self.method, self.headers, self.body = url, method, list(headers), body
        self.codes, self.concurrency = list(codes), concurrency
        self.count = count if count is not None else len(self.codes)
        self.duration, self.burst, self.timeout = duration, burst, timeout
        self.ok_status = set(ok_status) if ok_status else None
        self.ok_json = ok_json
        u = urllib.parse.urlsplit(url)
        if u.scheme != "http":
            raise ValueError("plain http only")
        self.host, self.port = u.hostname, u.port or 80
        self.lat, self.statuses, self.errors = [], Counter(), Counter()
        self.ok = self.reconnects = self.retries = 0
        self.per_code_ok = Counter()
        self.samples, self.keep = [], keep
        self.bytes_in = 0
        self.nonce_base = f"{os.getpid():x}-{time.time_ns():x}"

    def _fill(self, text, code, i, client):
        if "{" not in text:
            return text
        return (
            text.replace("{code_url}", urllib.parse.quote(code, safe=""))
            .replace("{code}", code)
            .replace("{i}", str(i))
            .replace("{nonce}", f"{self.nonce_base}-{i}-{client}")
            .replace("{client}", str(client))
            .replace("{uuid}", str(uuid.uuid4()))
            .replace("{now_ms}", str(int(time.time() * 1000)))
        )

    def build(self, code, i, client):
        u = urllib.parse.urlsplit(self._fill(self.url, code, i, client))
        target = (u.path or "/") + ("?" + u.query if u.query else "")
        lines = [
            f"{self.method} {target} HTTP/1.1",
            f"Host: {self.host}:{self.port}",
            "Accept: application/json, text/html;q=0.9",
            "User-Agent: door-load/1",
        ]
        lines += [self._fill(h, code, i, client) for h in self.headers]
        data = b""
        if self.body is not None:
            data = self._fill(self.body, code, i, client).encode()
            if not any(h.lower().startswith("content-type:") for h in self.headers):
                lines.append("Content-Type: application/json")
            lines.append(f"Content-Length: {len(data)}")
        elif self.method not in ("GET", "HEAD"):
            lines.append("Content-Length: 0")
        return ("\r\n".join(lines) + "\r\n\r\n").encode() + data

    def is_ok(self, status, body):
        if self.ok_status is not None and status not in self.ok_status:
            return False
        if self.ok_json:
            key, want = self.ok_json
            try:
                v = json.loads(body)
                for k in key.split("."):
                    v = v[int(k)] if isinstance(v, list) else v[k]
            except (ValueError, KeyError, TypeError, IndexError):
                return False
            return (json.dumps(v) if not isinstance(v, str) else v) == want
        return self.ok_status is not None or 200 <= status < 300

    async def one(self, loop, conn, code, i, client):
        """Send one request; returns the connection to use next (or None)."""
        data = self.build(code, i, client)
        t0 = time.perf_counter()
        for attempt in (0, 1):
            reused = conn is not None and not conn.dead
            try:
                if not reused:
                    self.reconnects += 1
                    _, conn = await asyncio.wait_for(
                        loop.create_connection(lambda: Conn(loop), self.host, self.port), self.timeout
                    )
                status, body, close = await asyncio.wait_for(conn.request(data), self.timeout)
            except (TimeoutError, OSError) as e:
                dropped_idle = reused and attempt == 0 and not conn.buf
                if conn is not None and conn.tr is not None:
                    conn.tr.abort()
                conn = None
                if dropped_idle:  # the server had closed the idle connection: not sent, send again
                    self.retries += 1
                    continue
                self.errors[type(e).__name__] += 1
                return None
            break
        self.lat.append(time.perf_counter() - t0)
        self.statuses[status] += 1
        self.bytes_in += len(body)
        if self.is_ok(status, body):
            self.ok += 1
            self.per_code_ok[code] += 1
        if len(self.samples) < self.keep:
            self.samples.append({"status": status, "body": body[:2000].decode("utf-8", "replace")})
        if close or conn.dead:
            conn.tr.close()
            return None
        return conn

    async def _distinct(self, loop):
        counter = itertools.count()
        deadline = time.perf_counter() + self.duration if self.duration else None

        async def client(n):
            conn = None
            while True:
                i = next(counter)
                if i >= self.count or (deadline and time.perf_counter() > deadline):
                    break
                conn = await self.one(loop, conn, self.codes[i % len(self.codes)], i, n)
            if conn is not None:
                conn.tr.close()

        await asyncio.gather(*(client(n) for n in range(self.concurrency)))

    async def _burst(self, loop):
        deadline = time.perf_counter() + self.duration if self.duration else None
        for i, code in enumerate(self.codes[: self.count]):
            if deadline and time.perf_counter() > deadline:
                break
            self.per_code_ok.setdefault(code, 0)
            conns = await asyncio.gather(*(self.one(loop, None, code, i, n) for n in range(self.concurrency)))
            for c in conns:
                if c is not None:
                    c.tr.close()

    def run(self):
        async def main():
            loop = asyncio.get_running_loop()
            c0 = resource.getrusage(resource.RUSAGE_SELF)
            t0 = time.perf_counter()
            await (self._burst(loop) if self.burst else self._distinct(loop))
            wall = time.perf_counter() - t0
            c1 = resource.getrusage(resource.RUSAGE_SELF)
            return wall, (c1.ru_utime + c1.ru_stime) - (c0.ru_utime + c0.ru_stime)

        wall, cpu = asyncio.run(main())
        n = len(self.lat)
        out = {
            "mode": "burst" if self.burst else "distinct",
            "concurrency": self.concurrency,
            "requests": n,
            "seconds": round(wall, 3),
            "throughput_rps": round(n / wall, 2) if wall else None,
            "latency_ms": summary_ms(self.lat),
            "statuses": {str(k): v for k, v in sorted(self.statuses.items())},
            "ok": self.ok,
            "errors": dict(self.errors),
            "connections": self.reconnects,
            "retries": self.retries,
            "bytes_per_answer": round(self.bytes_in / n) if n else None,
            "client_cpu_share": round(cpu / wall, 3) if wall else None,
        }
        if self.burst:
            out["codes"] = len(self.per_code_ok)
            out["accepted_per_code"] = {
                str(k): v for k, v in sorted(Counter(self.per_code_ok.values()).items())
            }
        if self.samples:
            out["samples"] = self.samples
        return out


def run(**kw):
    return Load(**kw).run()


def read_codes(path):
    text = sys.stdin.read() if path == "-" else pathlib.Path(path).read_text(encoding="utf-8")
    if text.lstrip().startswith("["):
        return [str(c) for c in json.loads(text)]
    return [line.strip() for line in text.splitlines() if line.strip()]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--url", required=True)
    p.add_argument("--method", default=None, help="default: POST with --body, else GET")
    p.add_argument("--header", action="append", default=[], metavar="'Name: value'")
    p.add_argument("--body", default=None, help="template; @FILE reads it from a file")
    p.add_argument("--codes", default=None, help="file with one code a line or a JSON list; - is stdin")
    p.add_argument("--offset", type=int, default=0, help="skip that many codes")
    p.add_argument("--concurrency", type=int, default=1)
    p.add_argument(
        "--count", type=int, default=None, help="requests (with --burst: codes); default: all codes"
    )
    p.add_argument(
        "--duration", type=float, default=120, help="stop starting requests after that many seconds"
    )
    p.add_argument(
        "--burst", action="store_true", help="all clients send the same code at once, code by code"
    )
    p.add_argument("--ok-status", default=None, help="comma-separated; default: 2xx (or --ok-json alone)")
    p.add_argument("--ok-json", default=None, metavar="KEY=VALUE", help="dotted key in the JSON answer")
    p.add_argument("--timeout", type=float, default=60)
    p.add_argument("--keep", type=int, default=0, help="put that many answers into the output")
    p.add_argument("--label", default=None)
    a = p.parse_args()
    codes = read_codes(a.codes)[a.offset :] if a.codes else [""]
    body = (
        pathlib.Path(a.body[1:]).read_text(encoding="utf-8") if a.body and a.body.startswith("@") else a.body
    )
    r = run(
        url=a.url,
        method=a.method or ("POST" if body is not None else "GET"),
        headers=a.header,
        body=body,
        codes=codes,
        concurrency=a.concurrency,
        count=a.count,
        duration=a.duration,
        burst=a.burst,
        ok_status=[int(s) for s in a.ok_status.split(",")] if a.ok_status else None,
        ok_json=tuple(a.ok_json.split("=", 1)) if a.ok_json else None,
        timeout=a.timeout,
        keep=a.keep,
    )
    if a.label:
        r = {"label": a.label, **r}
    json.dump(r, sys.stdout, indent=1)
    print()
    return 0 if not r["errors"] else 1


if __name__ == "__main__":
    sys.exit(main())

"""
A bucket of a store that speaks S3, in which the files of an office lie instead of in its home.

Names are paths below `media/`, as `files/2g/2gyznz5s2pqq/original`. There is no Django here: backups read
buckets too. The packages are the extra `chancery[s3]`, and are loaded when a bucket is first asked.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import IO, Any
from uuid import uuid4

from chancery.configuration import BucketPlace, UnusableConfiguration

COMMAND = "pip install chancery[s3]"
ANSWER_SECONDS = 60
CONNECT_SECONDS = 5
ATTEMPTS = 4


class BucketAway(OSError):
    """The bucket does not answer, or does not let us; the message says why, without a key."""


class NotInBucket(BucketAway):
    """There is nothing of that name."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the bucket says of one file."""

    name: str
    size: int
    moment: datetime
    mark: str


class Bucket:
    """One bucket, asked through one client; threads share it."""

    def __init__(self, place: BucketPlace) -> None:
        self.place = place

    @cached_property
    def _client(self) -> Any:
        try:
            session, config = import_module("boto3.session"), import_module("botocore.config")
        except ImportError:
            raise UnusableConfiguration(
                f"CHANCERY_MEDIA names a bucket, which needs more packages; run: {COMMAND}"
            ) from None
        return session.Session().client(
            "s3",
            endpoint_url=self.place.endpoint or None,
            region_name=self.place.region or None,
            aws_access_key_id=self.place.key or None,
            aws_secret_access_key=self.place.secret or None,
            config=config.Config(
                connect_timeout=CONNECT_SECONDS,
                read_timeout=ANSWER_SECONDS,
                retries={"mode": "standard", "total_max_attempts": ATTEMPTS},
                signature_version="s3v4",
                # Stores of other makers do not all know the newer sums; TLS and the backup know damage.
                request_checksum_calculation="when_required",
                s3={"addressing_style": "path" if self.place.endpoint else "auto"},
            ),
        )

    @property
    def origin(self) -> str:
        """Where its addresses lead, as a content policy names it."""
        if self.place.endpoint:
            return self.place.endpoint
        return f"https://{self.place.name}.s3.{self.place.region or 'us-east-1'}.amazonaws.com"

    @property
    def words(self) -> str:
        """Where it is, without a key."""
        where = f"s3://{self.place.name}/{self.place.folder}".rstrip("/")
        return f"{where} at {self.place.endpoint}" if self.place.endpoint else where

    def try_out(self) -> None:
        """Write, read and delete a file of one line. Errors: UnusableConfiguration, BucketAway."""
        name = f"check-{uuid4().hex}"
        with _told():
            self._client.put_object(Bucket=self.place.name, Key=self._key(name), Body=b"check")
        self.look(name)
        self.drop(name)

    def put(self, path: Path, name: str) -> None:
        """Keep a file under a name, large ones in parts; what lay there is replaced. Errors: BucketAway."""
        with _told():
            self._client.upload_file(str(path), self.place.name, self._key(name))

    def fetch(self, name: str, path: Path) -> None:
        """Write what lies there to `path`, whole or not at all. Errors: NotInBucket, BucketAway."""
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}.{uuid4().hex}")
        try:
            with _told():
                self._client.download_file(self.place.name, self._key(name), str(fresh))
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)

    def look(self, name: str) -> Kept:
        """What is known of a file without its bytes. Errors: NotInBucket, BucketAway."""
        with _told():
            found = self._client.head_object(Bucket=self.place.name, Key=self._key(name))
        return Kept(name, found["ContentLength"], found["LastModified"], found["ETag"])

    def open(self, name: str, part: range) -> IO[bytes]:
        """A stretch of a file, not empty, as a stream to be closed. Errors: NotInBucket, BucketAway."""
        with _told():
            answer = self._client.get_object(
                Bucket=self.place.name, Key=self._key(name), Range=f"bytes={part.start}-{part.stop - 1}"
            )
        content: IO[bytes] = answer["Body"]
        return content

    def names(self, below: str = "") -> Iterator[Kept]:
        """All files whose name begins so, sorted by name. Errors: BucketAway."""
        pages = self._client.get_paginator("list_objects_v2")
        with _told():
            for page in pages.paginate(Bucket=self.place.name, Prefix=self._key(below)):
                for found in page.get("Contents", ()):
                    name = found["Key"].removeprefix(self._key(""))
                    yield Kept(name, found["Size"], found["LastModified"], found["ETag"])

    def drop(self, below: str) -> None:
        """Delete all files whose name begins so; none is no error. Errors: BucketAway."""
        for kept in self.names(below):
            with _told():
                self._client.delete_object(Bucket=self.place.name, Key=self._key(kept.name))

    def address(self, name: str, *, seconds: int, media_type: str, disposition: str) -> str:
        """An address that opens one file to whoever has it, for so long."""
        asked = {
            "Bucket": self.place.name,
            "Key": self._key(name),
            "ResponseContentType": media_type,
            "ResponseContentDisposition": disposition,
            "ResponseCacheControl": f"private, max-age={seconds}",
        }
        with _told():
            return str(self._client.generate_presigned_url("get_object", Params=asked, ExpiresIn=seconds))

    def _key(self, name: str) -> str:
        return f"{self.place.folder}/{name}" if self.place.folder else name


@contextmanager
def _told() -> Iterator[None]:
    """Turn what the client raises into BucketAway, so that nothing above knows its packages."""
    try:
        yield
    except Exception as error:
        if not type(error).__module__.startswith(("botocore", "boto3")):
            raise
        code = str(getattr(error, "response", {}).get("Error", {}).get("Code", ""))
        if code in {"404", "NoSuchKey"}:
            raise NotInBucket("There is no such file in the bucket.") from None
        raise BucketAway(code or type(error).__name__) from None

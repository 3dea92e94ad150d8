"""Write the typed client of the interface, a package of its own, from the description of the interface."""

import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chancery.settings")

import django  # noqa: E402  # finds the program by the path above

django.setup()

from openapi_python_client import generate  # noqa: E402  # as above
from openapi_python_client.config import Config, ConfigFile, MetaType  # noqa: E402  # as above
from openapi_python_client.parser.errors import GeneratorError  # noqa: E402  # as above

from chancery.api.service import VERSION  # noqa: E402  # as above
from chancery.api.views.reference import described  # noqa: E402  # as above


def write_client(folder: Path) -> list[GeneratorError]:
    """Write the package `chancery_client` with its project into `folder`; return what was left out."""
    folder.mkdir(parents=True, exist_ok=True)
    description = folder / "openapi.json"
    description.write_text(described())
    kept = ConfigFile(
        project_name_override="chancery-client",
        package_name_override="chancery_client",
        package_version_override=VERSION,
        post_hooks=[],
        literal_enums=True,
    )
    config = Config.from_sources(
        config_file=kept,
        meta_type=MetaType.PDM,
        document_source=description,
        file_encoding="utf-8",
        overwrite=True,
        output_path=folder / "chancery-client",
    )
    return list(generate(config=config))


def main() -> int:
    """Write it where the first argument says; 1 where anything could not be written."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "client"
    errors = write_client(folder)
    for error in errors:
        print(json.dumps([error.header, error.detail]))  # noqa: T201  # what a command says
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())

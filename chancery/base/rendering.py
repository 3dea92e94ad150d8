"""How templates become pages: as in Django, and all that a page was made from is let go with it."""

from typing import Any

from django.http import HttpRequest
from django.template import TemplateDoesNotExist
from django.template.backends import django
from django.template.context import make_context


class Template(django.Template):
    """
    A template whose context is empty once it is rendered.

    Django's holds itself in a ring, and with it every row of the page and the request, until Python looks
    for garbage: on a list of 2,000 guests that is the memory of a dozen pages.
    """

    def render(self, context: dict[str, Any] | None = None, request: HttpRequest | None = None) -> Any:
        """Render as Django does. Errors: TemplateDoesNotExist."""
        made = make_context(context, request, autoescape=self.backend.engine.autoescape)
        try:
            return self.template.render(made)
        except TemplateDoesNotExist as error:
            django.reraise(error, self.backend)
        finally:
            made.dicts.clear()


class Templates(django.DjangoTemplates):
    """Django's templates, which let go of what they rendered."""

    def from_string(self, template_code: str) -> Template:
        return Template(self.engine.from_string(template_code), self)

    def get_template(self, template_name: str) -> Template:
        found = super().get_template(template_name)
        return Template(found.template, self)

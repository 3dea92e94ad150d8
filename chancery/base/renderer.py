"""How forms become HTML: every form, field and widget through the templates of the house."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Django's own widgets where they are enough, ours where they are not."""

    form_template_name = "base/_form.html"
    field_template_name = "base/_field.html"
    formset_template_name = "base/_rows.html"

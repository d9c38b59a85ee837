"""Makes Django print every form in GOV.UK markup: FORM_RENDERER = "casement.foundation.design.renderer.GovukRenderer"."""

from django.forms.renderers import DjangoTemplates


class GovukRenderer(DjangoTemplates):
    """Forms, fields and error lists as GOV.UK draws them; widgets keep Django's own templates where used bare."""

    form_template_name = "design/form.html"
    field_template_name = "design/field.html"

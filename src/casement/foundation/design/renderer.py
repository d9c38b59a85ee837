"""Makes Django print every form in GOV.UK markup; the setting FORM_RENDERER names the class below."""

from django.forms.renderers import DjangoTemplates


class GovukRenderer(DjangoTemplates):
    """Forms and fields as GOV.UK draws them; widgets printed bare keep Django's own templates."""

    form_template_name = "design/form.html"
    field_template_name = "design/field.html"

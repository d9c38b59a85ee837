"""Every tag of Casement's own in one library: `{% load design %}`."""

from django import template

from casement.foundation.design.tags import evidence, layout, lists, reading, writing

register = template.Library()

for subject in (evidence, layout, lists, reading, writing):
    register.tags.update(subject.register.tags)
    register.filters.update(subject.register.filters)

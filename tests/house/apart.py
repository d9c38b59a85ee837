"""Two reviews whose things share no number, and what each holds."""

from django.apps import apps
from django.db.models import F, ForeignKey

from tests.factories.reviews import Cast

FAR = 500
SEALED = {"Disclosure"}  # the database refuses to change one


def in_review(model):
    """Whether rows of this table belong to one review."""
    return any(field.name == "review" and isinstance(field, ForeignKey) for field in model._meta.concrete_fields)


TABLES = [model for model in apps.get_models() if in_review(model)]


def everything(review) -> dict[str, list[dict]]:
    """Every row of a review, table by table."""
    return {
        model.__name__: list(model._default_manager.filter(review=review).order_by("pk").values())
        for model in TABLES
    }


def crossings() -> list[str]:
    """Rows of one review that point at rows of another."""
    found = []
    for model in TABLES:
        for field in model._meta.concrete_fields:
            if isinstance(field, ForeignKey) and in_review(field.related_model):
                rows = model._default_manager.exclude(**{field.name: None}).exclude(
                    **{f"{field.name}__review": F("review")}
                )
                found += [f"{model.__name__}.{field.name}"] * rows.count()
    return found


def move_away(cast: Cast) -> None:
    """Give the things of this review numbers that nothing in another has."""
    for model in TABLES:
        if model.__name__ not in SEALED and any(field.name == "number" for field in model._meta.concrete_fields):
            for row in model._default_manager.filter(review=cast.review).order_by("-number"):
                model._default_manager.filter(pk=row.pk).update(number=row.number + FAR)
    assert not crossings()

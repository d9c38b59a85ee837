"""Whether a review may hold data (domain 13, LAW-02: an assessment before data)."""

NOT_YET = (
    "This review may not hold data yet. Record the reference of its data protection assessment first, "
    "or why there is none."
)


def may_hold_data(reference: str, waiver: str) -> bool:
    """Whether there is a DPIA reference, or a waiver with its reasons."""
    return bool(reference.strip() or waiver.strip())

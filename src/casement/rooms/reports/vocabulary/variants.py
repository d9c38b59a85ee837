"""The forms of the method by name, and how each limits what a report may claim."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class VariantWords:
    """A form of the method by name, and how it limits what a report may claim."""

    name: str
    limit: str


VARIANTS: dict[str, VariantWords] = {
    "full": VariantWords(
        "the full form of the method",
        "All key staff were asked for a conversation and met as a group. This is the fullest form, and its "
        "findings have the strongest evidence the method can give. They still come from one case.",
    ),
    "intensive": VariantWords(
        "the full form of the method, held in two blocks",
        "All key staff were asked for a conversation. The team met in two blocks, which leaves less time between "
        "meetings for second thoughts.",
    ),
    "speed_plus": VariantWords(
        "the one-week form of the method",
        "Conversations and analysis were held within one week. The findings are indicative: there was little time "
        "to test them with other people.",
    ),
    "mid_range": VariantWords(
        "the mid-range form of the method",
        "Only some of the staff involved were asked for a conversation. The findings are indicative.",
    ),
    "focused": VariantWords(
        "the focused form of the method",
        "There were no individual conversations. Staff met for one day. The findings are indicative, and say less "
        "of how things looked to each person.",
    ),
    "themed": VariantWords(
        "the themed form of the method",
        "A theme was followed through several cases. The findings say more of the theme and less of any one case.",
    ),
    "sar_rapid_time": VariantWords(
        "the rapid form of the method for adults",
        "Agencies checked their own records and staff met in a workshop. The findings are indicative.",
    ),
    "hybrid": VariantWords(
        "a review that uses parts of the method",
        "Agencies held conversations about their own work. The findings rest partly on what each agency chose to "
        "report.",
    ),
    "custom": VariantWords(
        "a form of the method agreed for this review",
        "The steps were agreed for this review. What was left out limits what the findings can claim.",
    ),
}

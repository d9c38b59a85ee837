"""What people do, and how often each."""

from tools.crowd import codes, looking, marks, memos
from tools.crowd.person import Act

DOES: dict[Act, int] = {
    marks.mark: 28, marks.mark_again: 6, marks.mark_unheard: 4, marks.mark_twice: 3,
    marks.influence: 9, marks.other_code: 5, marks.remove: 5, marks.restore: 3, marks.take_back: 8,
    memos.memo_on_mark: 9, memos.memo_on_source: 4, memos.memo_again: 2, memos.other_words: 4,
    memos.memo_of_another: 1, codes.say_better: 3, codes.add_code: 2, codes.merge: 2,
    codes.take_merge_back: 1, looking.since: 22, looking.read_table: 1, looking.read_text: 1,
}  # fmt: skip

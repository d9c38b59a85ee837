#!/bin/sh
# The thread on the command line alone: from an empty installation to the final report in Word and PDF.
# Usage: thread.sh PAPERS OUT   with CASEMENT_HOME naming an empty folder, and `casement` and `python` on PATH.
set -eu

papers=$1
out=$2
me=lead@example.org
answer=$out/answer.json

stop() {
    echo "thread: $*" >&2
    exit 1
}

# Run in the review, as the lead; the answer must be JSON.
tell() {
    casement "$@" --as "$me" --review "$ref" --json >"$answer" || stop "code $? from: $*"
    python -m json.tool "$answer" >/dev/null || stop "no JSON from: $*"
}

# The same, where the answer must be a code other than 0 and, on standard error, these words.
no() {
    code=$1 words=$2
    shift 2
    got=0
    casement "$@" --as "$me" --review "$ref" --json >"$answer" 2>"$out/said" || got=$?
    [ "$got" -eq "$code" ] || stop "code $got, not $code, from: $*"
    grep -qF "$words" "$out/said" || stop "it did not say \"$words\" but: $(cat "$out/said")"
}

# One value from the last answer, as a path such as files.0.source.
value() {
    python - "$answer" "$1" <<'END'
import json, sys
told = json.load(open(sys.argv[1], encoding="utf-8"))
for step in sys.argv[2].split("."):
    told = told[int(step) if step.isdecimal() else step]
print(told)
END
}

casement init --email "$me" --name "Lead" --password "four tower blocks and a lift"

casement review open Bittern --as "$me" --kind children --board "The partnership" \
    --period "March 2023 to November 2024" --question "How do services notice slow change?" \
    --agency Housing --agency Police --independence independent --json >"$answer"
ref=$(value review)

no 1 "data protection" source add "$papers/duty.txt" --agency Housing
tell review dpia --reference "DPIA 7, signed 1 May 2026"
tell review seat case_group_member "Housing Officer 1" --agency 1
officer=$(value number)
tell review identify "Housing Officer 1" "Ottoline Quarrick" --kind worker

tell source add "$papers/minutes.docx" --agency Housing --date "early May 2024"
minutes=$(value files.0.source)
tell source add "$papers/letter.pdf" "$papers/duty.txt" "$papers/trail.eml" --agency Housing
no 1 "" source add "$papers/locked.pdf" "$papers/old.doc" --agency Housing
python -m json.tool "$answer" >/dev/null
[ "$(value counts.refused)" = 2 ] || stop "two files were to be refused"
value files.0.sentence | grep -qi password || stop "the locked file was not refused for its password"

tell chronology import "$papers/housing.xlsx" --agency 1 --yes
import=$(value number)
[ "$(value rows.waiting)" = 1 ] || stop "the row with 31 September was to wait"
tell chronology rows "$import"
tell chronology correct "$import" "$(value 0.row)" --date "30/09/24"
tell chronology entries
python - "$answer" <<'END'
import json, sys
assert len(json.load(open(sys.argv[1], encoding="utf-8"))) == 2
END

no 1 "" mark add --source "$minutes" --words "words nobody wrote" --code item:wrk.03 --influence harder
tell mark add --source "$minutes" --words "Nobody had told the night desk that the lift was broken 🛗 again." \
    --code item:wrk.03 --influence harder

tell analysis episode add "The lift stays broken" --why "After it nobody visited the ninth floor." \
    --began "3 May 2024" --strand 1 --entry 1
no 1 "First say why it made sense" analysis episode write 1 appraisal "The visit was late."
tell analysis episode write 1 local_rationality "The list is on paper, and the night desk has no copy." \
    --about "$officer"
tell analysis cite "$(value number)" --source "$minutes" --paragraph 3 --words "The caretaker keeps a paper list."
tell analysis episode appraise 1 --tendency mixed --text "The visit was late. Ottoline Quarrick rang twice."
tell analysis factor add 1 harder "One caretaker for four towers." --item wrk.03 --excerpt 1
tell analysis episode choose 1 --reason "It explains the late visits."
casement analysis episode table "$out/table.docx" --as "$me" --review "$ref"

tell analysis pattern add "News of a fault stays with whoever took the call" --use 1 --primary P2
tell analysis finding add "Faults are logged one by one, so nobody sees what they do to visits." \
    --pattern 1 --primary P2 --direction weakness --episode 1
tell analysis finding layer 1 in_case "The night desk did not know that the lift had stopped."
tell analysis finding layer 1 underlying "Other towers say the same." --inference
tell analysis finding figure 1 --not-known --would-need "A count of faults and missed visits."
tell analysis finding question 1 "Who should see faults and visits together?" --kind clear_solution --level agency
tell analysis finding move 1 in_report

tell report start
tell report check --edition publishable
tell report export --edition publishable --format docx --out "$out/report.docx" --looked
tell report export --edition publishable --format pdf --out "$out/report.pdf" --looked
[ "$(value copy)" = 2 ] || stop "the PDF was to be the second copy"

casement ledger check
echo "$ref"

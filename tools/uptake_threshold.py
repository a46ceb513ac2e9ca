#!/usr/bin/env python3
"""Choose from judged passages when a document takes up an ask, and write src/query/uptake.def.

usage: tools/uptake_threshold.py TOPICS.json QRELS.jsonl PASSAGES_DIR DOCDIR [--program build/g40] [--show]
           > src/query/uptake.def

TOPICS: [{"id", "quote"}], asks of the embedded paper. QRELS lines: {"topic", "pid", "rel"}: 2 takes up the ask, 1 same
subject, 0 neither. PASSAGES_DIR/<doc>.jsonl gives the byte range of each pid in DOCDIR/<doc>.txt. A document is of the
state of its best judged passage; documents of which nobody judged a passage for the ask are left out.

Scores of `g40 match` differ by ask: of a common subject all passages score high. So the best passage of a document is
measured from what the ask usually reaches, the score that one passage in a hundred has. Few passages say little of what
is usual: the figure is drawn towards the mean over asks, as if PASSAGES more had that. The threshold of taken_up is
the one with the best F0.5 (a false "taken up" is worse than a missed one), that of same_subject has the best F1 for
either state. Precision and recall are measured leaving one ask out: each is judged with thresholds, and a usual score,
chosen without it. With --show the states of all documents are listed instead.
"""
import argparse
import collections
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile

PASSAGES = 500  # of the mean over asks
ONE_IN = 100
STATES = ("not_found", "same_subject", "taken_up")


def run(*command):
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command[:4]))}: {done.stderr.decode(errors='replace')}")
    return [json.loads(line) for line in done.stdout.decode().splitlines() if line.startswith("{")]


def words(text):
    return set(re.findall(r"\w+", text.lower()))


def judged_as(match, passages, judged):
    """The judgement of the passage with which a match shares most bytes, at least half of the shorter one; or None."""
    best, most = None, 0
    for one in passages:
        share = min(one["end"], match["end"]) - max(one["start"], match["start"])
        if share > most and share * 2 >= min(one["end"] - one["start"], match["end"] - match["start"]):
            best, most = one["id"], share
    return judged.get(best)


def collect(args):
    """(usual score and passages, {document: (best score, judgement of that passage, best judgement)}) of each topic."""
    judged = collections.defaultdict(dict)
    for line in open(args.qrels, encoding="utf-8"):
        one = json.loads(line)
        judged[one["topic"]][one["pid"]] = one["rel"]
    documents = sorted({pid.split(":")[0] for of in judged.values() for pid in of})
    passages = {name: [json.loads(line) for line in open(f"{args.passages}/{name}.jsonl", encoding="utf-8")]
                for name in documents}
    asks = run(args.program, "positions", "--kind", "ask", "--format", "jsonl")
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        db = os.path.join(folder, "judged.g40")
        run(args.program, "ingest", "--db", db, *(f"{args.docdir}/{name}.txt" for name in documents))
        for topic in json.load(open(args.topics, encoding="utf-8")):
            ask = max(asks, key=lambda one, of=words(topic["quote"]): len(of & words(one["quote"]))
                      / min(len(of), len(words(one["quote"])) or 1))
            rows = run(args.program, "match", "--db", db, "--format", "jsonl", "--limit", "10000000", "--position",
                       ask["id"])
            cells = {}
            for row in rows:  # best first
                rel = judged_as(row, passages[row["document"]], judged[topic["id"]])
                score, own, best = cells.get(row["document"], (row["score"], rel, None))
                cells[row["document"]] = (score, own, max((x for x in (best, rel) if x is not None), default=None))
            found[topic["id"]] = (rows[len(rows) // ONE_IN]["score"], len(rows), cells)
    return found


def margins(found, prior, topics):
    """(topic, document, margin, judgement of the passage shown, state of the document)"""
    rows = []
    for topic in topics:
        usual, count, cells = found[topic]
        usual = (count * usual + PASSAGES * prior) / (count + PASSAGES)
        rows += [(topic, name, score - usual, own, best) for name, (score, own, best) in sorted(cells.items())
                 if best is not None]
    return rows


def best_threshold(rows, least, beta):
    """The margin from which on rows of state `least` or more are found best."""
    wanted = sum(row[4] >= least for row in rows)

    def measure(threshold):
        said = [row for row in rows if row[2] >= threshold]
        right = sum(row[4] >= least for row in said)
        return (1 + beta * beta) * right / (beta * beta * wanted + len(said)) if right else 0

    values = sorted({row[2] for row in rows})
    best = max(values, key=measure)
    below = [value for value in values if value < best]
    return (best + below[-1]) / 2 if below else best


def choose(found, topics):
    prior = statistics.mean(found[topic][0] for topic in topics)
    rows = margins(found, prior, topics)
    taken_up = best_threshold(rows, 2, 0.5)
    return prior, taken_up, min(taken_up, best_threshold(rows, 1, 1))


def state_of(margin, taken_up, same_subject):
    return 2 if margin >= taken_up else 1 if margin >= same_subject else 0


def main():
    arguments = argparse.ArgumentParser()
    for name in ("topics", "qrels", "passages", "docdir"):
        arguments.add_argument(name)
    arguments.add_argument("--program", default="build/g40")
    arguments.add_argument("--show", action="store_true")
    args = arguments.parse_args()
    found = collect(args)
    left_out = []  # (state said, row)
    for topic in found:
        prior, taken_up, same_subject = choose(found, [other for other in found if other != topic])
        left_out += [(state_of(row[2], taken_up, same_subject), row) for row in margins(found, prior, [topic])]
    if args.show:
        for said, row in left_out:
            print(*row[:2], f"{row[2]:.3f}", STATES[said], "judged", STATES[row[4]], "shown", row[3])
        return
    said = [row for state, row in left_out if state == 2]
    right = sum(row[4] == 2 for row in said)
    wanted = sum(row[4] == 2 for _, row in left_out)
    shown = [row[3] for row in said if row[3] is not None]
    either = [row for state, row in left_out if state]
    prior, taken_up, same_subject = choose(found, list(found))
    print(f"""/* Written by tools/uptake_threshold.py from {len(found)} asks and {len(left_out)} pairs of an ask and a document, \
each ask judged
 * without it: {len(said)} called taken up, {right} rightly, of {wanted}; of the {len(shown)} passages shown there that were judged {sum(x == 2 for x in shown)} take up the
 * ask and {sum(x >= 1 for x in shown)} are on its subject. {sum(row[4] == 1 for row in said)} with the same subject only were called taken up. */
NUMBER(TAKEN_UP, {taken_up:.4f})
NUMBER(SAME_SUBJECT, {same_subject:.4f})
NUMBER(USUAL, {prior:.4f})
NUMBER(USUAL_PASSAGES, {PASSAGES})
NUMBER(ONE_IN, {ONE_IN})
NUMBER(PRECISION, {right / max(1, len(said)):.2f})
NUMBER(RECALL, {right / max(1, wanted):.2f})
NUMBER(SUBJECT_PRECISION, {sum(row[4] >= 1 for row in either) / max(1, len(either)):.2f})
NUMBER(SUBJECT_RECALL, {sum(row[4] >= 1 for row in either) / max(1, sum(row[4] >= 1 for _, row in left_out)):.2f})
NUMBER(PASSAGE_PRECISION, {sum(x == 2 for x in shown) / max(1, len(shown)):.2f})""")


if __name__ == "__main__":
    main()

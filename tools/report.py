#!/usr/bin/env python3
"""How well rules read the G40 paper: the automatic result beside the hand-made coding, sentence by sentence.

Usage: report.py G40 ROOT [--all]      G40: the command; ROOT: the project; --all: also the sentences that agree

The paper is read without its coding file. A sentence's kind by hand is that of the positions whose words it holds: position (ask,
commitment, rule) before principle before statement (problem, observation) before other. This is a test of honesty, not a bar: the paper
was not used to measure rules, and its rows are not changed to fit.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

PAPER = "g40-economie-en-werk-2025"
DATE = "2025-09-01"
HOLDER = "g40"
POSITION = {"ask", "commitment", "rule"}
KINDS = ["position", "principle", "statement", "other"]


def kind_of(position):
    if position["kind"] in POSITION:
        return "position"
    return "principle" if position["kind"] == "principle" else "statement"


class Reader:
    def __init__(self, g40, root):
        self.g40 = g40
        self.text = pathlib.Path(root) / "data" / "corpora" / PAPER / "paper.txt"

    def run(self, *arguments):
        done = subprocess.run([self.g40, *arguments], capture_output=True, check=False)
        if done.returncode != 0:
            sys.exit(done.stderr.decode())
        return [json.loads(line) for line in done.stdout.decode().split("\n")[:-1]]

    def by_hand(self):
        return self.run("positions", "--format", "jsonl", "--document", PAPER)

    def by_rules(self):
        with tempfile.TemporaryDirectory() as folder:
            path = str(pathlib.Path(folder) / "paper.g40")
            subprocess.run([self.g40, "ingest", "--db", path, "--date", DATE, "--holder", HOLDER, self.text], check=True,
                           stdout=subprocess.DEVNULL)
            return self.run("positions", "--db", path, "--format", "jsonl")

    def segments(self):
        rows = self.run("analyze", "--date", DATE, "--format", "jsonl", str(self.text))
        return [row for row in rows if row["kind"] != "other" or row["text"]]


def inside(segment, positions):
    """Positions whose words share bytes with the segment, of the strongest kind first."""
    found = [p for p in positions if any(start < segment["end"] and segment["start"] < end
                                         for passage in p["passages"] for start, end in passage["ranges"])]
    return sorted(found, key=lambda p: KINDS.index(kind_of(p)))


def roles(positions, segment):
    """(words, role) of actors in the sentence, roles that say nothing left out."""
    found = set()
    for position in positions:
        for actor in position["stakeholders"] + [m for m in position["ministries"] if m["as_written"]]:
            role = actor.get("role") or actor.get("relation")
            if role not in ("other", "holder") and segment["start"] <= actor["start"] < segment["end"]:
                found.add((actor["as_written"].lower(), role))
    return found


def named(positions, segment):
    """Ministries named in the sentence, resolved."""
    return {m["id"] for p in positions for m in p["ministries"]
            if m["as_written"] and m["id"] and segment["start"] <= m["start"] < segment["end"]}


def responsible(positions):
    return {m["id"] for p in positions for m in p["ministries"] if m["relation"] == "responsible"}


class Score:
    """Hits of sets."""

    def __init__(self):
        self.both = self.hand = self.rules = 0

    def add(self, hand, rules):
        self.both += len(hand & rules)
        self.hand += len(hand)
        self.rules += len(rules)

    def __str__(self):
        precision = self.both / self.rules if self.rules else 0
        recall = self.both / self.hand if self.hand else 0
        f1 = 2 * precision * recall / (precision + recall) if self.both else 0
        return f"F1 {f1:.2f} (precision {precision:.2f} of {self.rules}, recall {recall:.2f} of {self.hand})"


def describe(kind, positions, segment):
    if not positions:
        return kind
    words = [f"{p['kind']}{' ' + p['action'] if p['action'] else ''}" for p in positions if kind_of(p) == kind][:2]
    actors = "; ".join(f"{name} = {role}" for name, role in sorted(roles(positions, segment)))
    who = ", ".join(sorted(one.split("/")[1] for one in responsible(positions)))
    return f"{kind}: {', '.join(words) or '-'}{' [' + actors + ']' if actors else ''}{' responsible ' + who if who else ''}"


def share(pairs):
    return f"{sum(a == b for a, b in pairs)} of {len(pairs)} ({100 * sum(a == b for a, b in pairs) / max(len(pairs), 1):.0f} %)"


def main(g40, root, everything):
    reader = Reader(g40, root)
    hand, rules, segments = reader.by_hand(), reader.by_rules(), reader.segments()
    kinds, types, actions, themes = [], [], [], []
    positions, actors, ministries, answers = Score(), Score(), Score(), Score()
    for segment in segments:
        one, other = inside(segment, hand), inside(segment, rules)
        kind = kind_of(one[0]) if one else "other"
        kinds.append((kind, segment["kind"]))
        positions.add({segment["start"]} if kind == "position" else set(), {segment["start"]} if segment["kind"] == "position" else set())
        if kind == segment["kind"] == "position":
            types.append(((one[0]["kind"]), other[0]["kind"] if other else None))
            if one[0]["kind"] == "ask" and other and other[0]["kind"] == "ask":
                actions.append((one[0]["action"], other[0]["action"]))
                answers.add(responsible(one), responsible(other))
            themes.append((one[0]["theme"], other[0]["theme"] if other else None))
            actors.add(roles(one, segment), roles(other, segment))
            ministries.add(named(one, segment), named(other, segment))
        differs = kind != segment["kind"] or (other and (one[0]["kind"], one[0]["action"]) != (other[0]["kind"], other[0]["action"])) or (
            kind == "position" and roles(one, segment) != roles(other, segment))
        if everything or (differs and kind != "other"):
            print(segment["text"])
            print("  by hand:  " + describe(kind, one, segment))
            print("  by rules: " + describe(segment["kind"], other, segment))
    print(f"\n{len(segments)} sentences, headings and items")
    print(f"kind                 {share(kinds)}")
    print(f"positions            {positions}")
    print(f"type of positions    {share(types)}")
    print(f"action of asks       {share(actions)}")
    print(f"theme                {share(themes)}")
    print(f"roles in positions   {actors}")
    print(f"ministries named     {ministries}")
    print(f"responsible for asks {answers}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], "--all" in sys.argv)

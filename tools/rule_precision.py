#!/usr/bin/env python3
"""Measure how often each rule of src/extract/rules.def is right, and write src/extract/rule_precision.def.

usage: tools/rule_precision.py GOLD.jsonl DOCDIR [--library build/libg40.so] [--show] [--texts FOLDER]
       > src/extract/rule_precision.def

GOLD lines: {"doc", "start", "end", "kind"}, byte offsets in DOCDIR/<doc>.txt. A gold sentence is decided by the segment
with which it shares most bytes; its rule is right where the segment's kind is that of the gold. The precision of a rule
with fewer than three hits is that of its group (what stands before the dot in its name), and of a group with fewer than
three hits that of all rules of its kind. With --show the hits are listed instead, and with
--texts also how often each rule fires in the .txt files of a folder, and those that fire too seldom to be kept.
"""
import argparse
import collections
import ctypes
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# ctypes does not see prototypes: this one is compared with the header before anything is called.
PROTOTYPE = "g40_analyze(const char *text, int64_t length, const char *date, bool with_contacts, g40_error *err)"
RULE = re.compile(r'^RULE\((\w+), "([^"]+)", (\w+), (\w+)\)', re.MULTILINE)
ENOUGH = 3
SELDOM = 3  # a rule that fires fewer times in many texts says little: it goes


def load(path):
    """The library with the few functions that are called here."""
    header = (ROOT / "include" / "g40" / "analyze.h").read_text(encoding="utf-8")
    if PROTOTYPE not in " ".join(header.split()):
        sys.exit("g40_analyze() has another prototype: change this script")
    library = ctypes.CDLL(str(path))
    for name, result, arguments in (
            ("g40_analyze", ctypes.c_void_p,
             [ctypes.c_char_p, ctypes.c_int64, ctypes.c_char_p, ctypes.c_bool, ctypes.c_void_p]),
            ("g40_segments_count", ctypes.c_size_t, [ctypes.c_void_p]),
            ("g40_segments_at", ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_size_t]),
            ("g40_segment_kind", ctypes.c_char_p, [ctypes.c_void_p]),
            ("g40_segment_rule", ctypes.c_char_p, [ctypes.c_void_p]),
            ("g40_segment_range_count", ctypes.c_size_t, [ctypes.c_void_p]),
            ("g40_segment_range_start", ctypes.c_int64, [ctypes.c_void_p, ctypes.c_size_t]),
            ("g40_segment_range_end", ctypes.c_int64, [ctypes.c_void_p, ctypes.c_size_t]),
            ("g40_segments_free", None, [ctypes.c_void_p])):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


def analyze(library, text):
    """(kind, rule, ranges) of each segment."""
    segments = library.g40_analyze(text, len(text), None, False, None)
    if not segments:
        sys.exit("the text could not be analyzed")
    found = []
    for i in range(library.g40_segments_count(segments)):
        segment = library.g40_segments_at(segments, i)
        ranges = [(library.g40_segment_range_start(segment, k), library.g40_segment_range_end(segment, k))
                  for k in range(library.g40_segment_range_count(segment))]
        rule = library.g40_segment_rule(segment)
        found.append((library.g40_segment_kind(segment).decode(), rule.decode() if rule else None, ranges))
    library.g40_segments_free(segments)
    return found


def shared(ranges, item):
    return sum(max(0, min(end, item["end"]) - max(start, item["start"])) for start, end in ranges)


def measure(library, gold, folder):
    """Hits and right hits by name of rule."""
    hits, right = collections.Counter(), collections.Counter()
    documents = collections.defaultdict(list)
    for line in open(gold, encoding="utf-8"):
        item = json.loads(line)
        documents[item["doc"]].append(item)
    for document, items in documents.items():
        segments = analyze(library, (pathlib.Path(folder) / f"{document}.txt").read_bytes())
        for item in items:
            kind, rule, ranges = max(segments, key=lambda segment: shared(segment[2], item))
            if rule and shared(ranges, item):
                hits[rule] += 1
                right[rule] += kind == item["kind"]
    return hits, right


def fired(library, folder):
    """How often each rule fires in texts."""
    hits = collections.Counter()
    for path in sorted(pathlib.Path(folder).glob("*.txt")):
        text = path.read_bytes()
        try:
            text.decode("utf-8")
        except UnicodeDecodeError:
            text = text.decode("cp1252", "replace").encode("utf-8")
        hits.update(rule for _, rule, _ in analyze(library, text) if rule)
    return hits


def show(rules, hits, right, elsewhere):
    print(f"{'rule':28} {'right':>5} {'hits':>5} {'precision':>9}" + (f" {'in texts':>8}" if elsewhere is not None else ""))
    for _, name, _, _ in rules:
        precision = f"{right[name] / hits[name]:9.3f}" if hits[name] else f"{'-':>9}"
        print(f"{name:28} {right[name]:5} {hits[name]:5} {precision}" + (f" {elsewhere[name]:8}" if elsewhere is not None else ""))
    if elsewhere is not None:
        seldom = [name for _, name, _, _ in rules if elsewhere[name] < SELDOM]
        print(f"{len(rules)} rules; fewer than {SELDOM} times in the texts: {', '.join(seldom) or 'none'}")


def precisions(rules, hits, right):
    """Precision by enumerator."""
    pools = collections.defaultdict(lambda: [0, 0])
    for _, name, kind, _ in rules:
        for pool in (name.split(".")[0], kind):
            pools[pool][0] += right[name]
            pools[pool][1] += hits[name]
    for enumerator, name, kind, _ in rules:
        pool = next((p for p in ([right[name], hits[name]], pools[name.split(".")[0]], pools[kind]) if p[1] >= ENOUGH), [0, 1])
        yield enumerator, pool[0] / pool[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("folder")
    parser.add_argument("--library", default=ROOT / "build" / "libg40.so")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--texts")
    arguments = parser.parse_args()
    rules = RULE.findall((ROOT / "src" / "extract" / "rules.def").read_text(encoding="utf-8"))
    library = load(arguments.library)
    hits, right = measure(library, arguments.gold, arguments.folder)
    if arguments.show:
        show(rules, hits, right, fired(library, arguments.texts) if arguments.texts else None)
        return
    print("/* Written by tools/rule_precision.py from the development gold. */")
    for enumerator, value in precisions(rules, hits, right):
        print(f"PRECISION({enumerator}, {value:.3f})")


if __name__ == "__main__":
    main()

"""The scenario in Python. Usage: scenario.py QUESTIONS SOURCE OWN"""

import io
import sys
from datetime import date

import g40


def put(depth, name, value):
    if isinstance(value, g40.Rows):
        for i, row in enumerate(value):
            print("  " * depth + f"{name} {i + 1}")
            put_row(depth + 1, row)
    elif isinstance(value, g40.Row):
        print("  " * depth + name)
        put_row(depth + 1, value)
    elif isinstance(value, bool):
        print("  " * depth + f"{name}: {'true' if value else 'false'}")
    elif isinstance(value, float):
        print("  " * depth + f"{name}: {value:.6f}")
    elif isinstance(value, (str, int, date)):
        print("  " * depth + f"{name}: " + str(value).replace("\n", "\\n"))


def put_row(depth, row):
    for name in sorted(row._fields):
        put(depth, name, getattr(row, name))


def filters(given, *but):
    made = {}
    for name, value in given:
        if name == "limit":
            made[name] = int(value)
        elif name == "with_contacts":
            made[name] = value == "true"
        elif name == "as_of":
            made[name] = value
        elif name not in but:
            made.setdefault(name, []).append(value)
    return made


def answer(what, given, databases, own):
    db, one = databases[-1], dict(given)
    if what == "own":
        databases.append(g40.open(own, create=True))
    elif what == "close":
        db.close()
    elif what == "resolve":
        return db.resolve(one["name"], one.get("date"), one.get("as_of"))
    elif what == "search":
        return db.search(one["words"], **filters(given[1:]))
    elif what == "match":
        return db.match(one["quote"], **filters(given[1:]))
    elif what == "analyze":
        return g40.analyze(one["text"], one.get("date"))
    elif what == "context":
        return "|".join(db.context(one["document"], int(one["start"]), int(one["end"]))).replace("\n", "\\n")
    elif what == "text":
        return str(len(db.text_bytes(one["document"])))
    elif what == "compare":
        return db.compare(one["before"], one["after"], **filters(given[2:]))
    elif what == "network":
        return db.network(between=one.get("between"), relation=one.get("relation"), **filters(given, "between", "relation"))
    elif what == "export":
        settings, written = filters(given, "format", "table", "base"), io.BytesIO()
        db.export(one["format"], written, table=one.get("table"), base=one.get("base"), **settings)
        return written.getvalue().decode().replace("\n", "\\n")
    elif what == "coding":
        return db.coding(one["document"]).replace("\n", "\\n")
    elif what == "ingest":
        return db.ingest(one["path"], kind=one.get("kind"), date=one.get("date"))
    elif what == "remove":
        db.remove(one["document"])
    elif what in ("info", "verify"):
        return getattr(db, what)()
    else:
        return getattr(db, what)(**filters(given))
    return "done"


def main(questions, source, own):
    databases = [g40.open()]
    with open(questions, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if not line.startswith("#")]
    for line in lines:
        print(line)
        what, *given = line.replace("SOURCE", source).split("\t")
        try:
            found = answer(what, [tuple(pair.split("=", 1)) for pair in given], databases, own)
        except g40.G40Error as error:
            print(f"  {error.name} {error.offset} {error}".replace(source, "SOURCE").replace(own, "OWN"))
            continue
        if isinstance(found, str):
            print("  " + found)
        elif isinstance(found, g40.Rows):
            print(f"  {len(found)} of {found.total}")
            put(1, "row", found)
        else:
            put_row(1, found)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    main(*sys.argv[1:4])

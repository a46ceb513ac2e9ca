"""Datasette with the extension answers over HTTP what the command answers. usage: datasette_http.py DATASETTE BUILD"""
import json
import os
import pathlib
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

PROGRAM, BUILD = sys.argv[1], pathlib.Path(sys.argv[2])
NO_PROXY = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ask(port, path, **values):
    return NO_PROXY.open(f"http://127.0.0.1:{port}{path}?{urllib.parse.urlencode(values)}", timeout=20)


def wait(port, server):
    for _ in range(120):
        assert server.poll() is None, "datasette ended"
        try:
            return ask(port, "/-/versions.json")
        except OSError:
            time.sleep(0.25)
    raise AssertionError("datasette did not start")


def query(port, sql, **values):
    with ask(port, "/-/versions.json") as answer:
        old = json.load(answer)["datasette"]["version"].startswith("0.")
    with ask(port, "/corpus.json" if old else "/corpus/-/query.json", sql=sql, _shape="array", **values) as answer:
        return json.load(answer)


def check(port):
    wanted = subprocess.run([os.environ["G40"], "search", "regio", "--format", "jsonl"], capture_output=True, check=True, text=True).stdout
    wanted = [json.loads(line) for line in wanted.splitlines()]
    rows = query(port, "SELECT text, score FROM g40_search(:words)", words="regio")
    assert [(row["text"], row["score"]) for row in rows] == [(hit["text"], hit["score"]) for hit in wanted] and rows
    (row,) = query(port, "SELECT state, abbreviation FROM g40_resolve('EZ', '2025-09-01')")
    assert row == {"state": "resolved", "abbreviation": "EZ"}
    rows = query(port, "SELECT p.id, m.text FROM positions p, g40_match(p.text, 1) m WHERE p.kind = 'ask' LIMIT 5")
    assert len(rows) == 5
    try:
        query(port, "SELECT * FROM g40_resolve('EZ', 'gisteren')")
        raise AssertionError("a wrong date is no error")
    except urllib.error.HTTPError as error:
        assert error.code == 400 and "gisteren" in error.read().decode()


if not hasattr(sqlite3.connect(":memory:"), "enable_load_extension"):
    print("not run: this Python's sqlite3 loads no extensions")
    sys.exit()
for how in ([str(BUILD / "corpus.g40")], ["-i", str(BUILD / "corpus.g40")]):
    number = free_port()
    words = [PROGRAM, "serve", *how, "--load-extension", str(BUILD / "mod_g40"), "-h", "127.0.0.1", "-p", str(number),
             "--setting", "sql_time_limit_ms", "20000"]  # its one second is little on a busy machine
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait(number, process).close()
            check(number)
        finally:
            process.terminate()

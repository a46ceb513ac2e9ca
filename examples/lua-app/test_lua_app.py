"""The civic app answers over real HTTP: JSON, errors as JSON, nothing that a caller sends reaches further than it may."""
import http.client
import json
import os
import pathlib
import re
import socket
import subprocess
import urllib.parse

import pytest

HERE = pathlib.Path(__file__).resolve().parent
LUA = os.environ["G40_LUA"]
G40 = os.environ["G40"]
# ";;" is Lua's own path, where the JSON library and sockets are.
ENVIRONMENT = {**os.environ, **{name: os.environ.get(name, "") + ";;" for name in ("LUA_PATH", "LUA_CPATH")}}
PAPER = "g40-economie-en-werk-2025"


@pytest.fixture(name="serve", scope="module")
def serve_fixture():
    """serve(database) starts a server and gives its port."""
    started = []

    def start(*database):
        server = subprocess.Popen([LUA, HERE / "serve.lua", "0", *database], stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
        started.append(server)
        return int(re.search(r":(\d+)/", server.stdout.readline())[1])

    yield start
    for server in started:
        assert server.poll() is None, "a server ended"
        server.terminate()
        server.wait(10)
        server.stdout.close()


@pytest.fixture(name="get", scope="module")
def get_fixture(serve):
    port = serve()

    def get(target, method="GET", of=port):
        connection = http.client.HTTPConnection("127.0.0.1", of, timeout=20)
        connection.request(method, target)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        assert answer.headers["Content-Type"] == "application/json"
        return answer.status, body if method == "HEAD" else json.loads(body)

    return get


def test_asks_for_which_a_ministry_answers_come_with_their_words(get):
    status, answer = get("/asks?responsible=SZW")
    assert status == 200 and answer["total"] == len(answer["rows"]) > 10
    text = subprocess.run([G40, "text", "--with-contacts", PAPER], capture_output=True, check=True).stdout
    for row in answer["rows"]:
        assert row["kind"] == "ask" and text[row["start"]:row["end"]].decode() == row["quote"]
        assert any(m["abbreviation"] == "SZW" and m["relation"] == "responsible" and m["source"] for m in row["ministries"])


def test_parameters_combine_and_repeat(get):
    both = get("/asks?theme=participatie&theme=mkb")[1]["total"]
    assert both == get("/asks?theme=participatie")[1]["total"] + get("/asks?theme=mkb")[1]["total"] > 0
    assert get("/asks?theme=participatie&responsible=OCW")[1]["total"] == 1
    assert get("/asks?text=" + urllib.parse.quote("commissie-Roemer"))[1]["total"] == 1
    assert get("/asks?responsible=EZK&as_of=2026-05-01")[1]["total"] > 0


def test_the_rest_comes_after_a_limit(get):
    first = get("/asks?limit=1")[1]
    second = get(f"/asks?limit=1&after={first['rows'][0]['id']}")[1]
    assert len(first["rows"]) == len(second["rows"]) == 1 and first["rows"] != second["rows"] and first["total"] > 20


@pytest.mark.parametrize("target, status, words", [
    ("/asks?responsible=XYZ", 404, "XYZ"),
    ("/asks?theme=nergens", 404, "nergens"),
    ("/asks?responsible=" + urllib.parse.quote("SZW' OR '1'='1"), 404, "OR"),
    ("/asks?theme=" + urllib.parse.quote("x\"; DROP TABLE position; --"), 404, "DROP"),
    ("/asks?text=" + urllib.parse.quote("  "), 400, "text"),
    ("/asks?as_of=gisteren", 400, "gisteren"),
    ("/asks?as_of=2026-05-01&as_of=2026-05-02", 400, "once"),
    ("/asks?with_contacts=true", 400, "with_contacts"),
    ("/asks?limit=0", 400, "limit"),
    ("/asks?limit=1000000", 400, "limit"),
    ("/asks?limit=9999999999999999999999", 400, "limit"),
    ("/asks?responsible", 400, "malformed"),
    ("/asks?theme=%00", 400, "theme"),
    ("/asks?theme=%ff", 400, "theme"),
    ("/asks?theme=", 400, "theme"),
    ("/", 404, "/asks"),
    ("/asks/../etc/passwd", 404, "/asks"),
])
def test_what_makes_no_sense_is_an_error_as_json(get, target, status, words):
    got, answer = get(target)
    assert got == status and list(answer) == ["error"] and words in answer["error"]
    assert get("/asks?limit=1")[0] == 200  # and the next one is served


def test_methods(get):
    assert get("/asks", "POST")[0] == get("/asks", "DELETE")[0] == 405
    assert get("/asks", "HEAD") == (200, b"")


@pytest.mark.parametrize("sent, begins", [
    (b"nonsense\r\n\r\n", b"HTTP/1.1 400"),
    (b"GET /asks HTTP/1.1\nHost: here\n\n", b"HTTP/1.1 200"),
    (b"GET /" + b"a" * 20000 + b" HTTP/1.1\r\n\r\n", b"HTTP/1.1 414"),
    (b"\0\0\0\r\n\r\n", b"HTTP/1.1 400"),
])
def test_odd_bytes_are_answered(serve, sent, begins):
    with socket.create_connection(("127.0.0.1", serve()), timeout=20) as client:
        client.sendall(sent)
        client.shutdown(socket.SHUT_WR)
        assert client.recv(12) == begins


def test_contact_data_is_never_shown(serve, get, tmp_path):
    paper = tmp_path / "brief.txt"
    paper.write_text("Ons voorstel\n\nWij vragen het ministerie van SZW om een landelijk plan (j.jansen@voorbeeld.nl).\n", encoding="utf-8")
    database = tmp_path / "brieven.g40"
    subprocess.run([G40, "ingest", "--db", database, "--date", "2025-09-01", paper], check=True, capture_output=True)
    port = serve(str(database))
    status, answer = get("/asks?ministry=SZW", of=port)
    assert status == 200 and answer["total"] == 1
    assert "[contact]" in answer["rows"][0]["quote"] and "jansen" not in json.dumps(answer)
    assert get("/asks?text=jansen", of=port)[1]["total"] == 0

"""What independent programs read in the exports, on the paper inside the program and on twenty made papers: rdflib, rapper,
networkx, igraph, pandas, lxml, jsonschema. What they count is what the database counts."""
import collections
import json
import re
import socket
import sqlite3
import subprocess
import warnings

import igraph
import jsonschema
import lxml.etree
import made_papers
import networkx
import pandas
import pytest
import rdflib
from conftest import ROOT

SCHEMAS = ROOT / "test" / "data" / "schemas"
PREFIXES = """PREFIX schema: <https://schema.org/> PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX org: <http://www.w3.org/ns/org#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX g40: <urn:libg40:vocabulary/>
"""


class World:
    """A database, and its exports, each made once."""

    def __init__(self, run, path, folder):
        self.run, self.path, self.folder = run, path, folder
        self.sql = sqlite3.connect(f"file:{path}?mode=ro", uri=True)

    def count(self, sql):
        return self.sql.execute(sql).fetchone()[0]

    def export(self, form, *options):
        path = self.folder / "-".join([form, *(re.sub(r"\W", "", o) for o in options)])
        if not path.exists():
            done = self.run("export", "--db", self.path, "--format", form, "-o", path, *options)
            assert (done.status, done.err) == (0, "")
        return path


@pytest.fixture(scope="module", params=["the paper inside", "twenty made papers"])
def world(request, g40, corpus, tmp_path_factory):
    folder = tmp_path_factory.mktemp("world")
    path = corpus
    if request.param.startswith("twenty"):
        path = folder / "twenty.g40"
        done = g40("ingest", "--db", path, "--meta", made_papers.write(folder, 20))
        assert done.status == 0, done.err
    made = World(g40, path, folder)
    assert made.count("SELECT count(*) FROM position") > 50
    return made


@pytest.fixture(scope="module")
def graph(world):
    """The JSON-LD export as triples, read where no network answers."""

    def refuse(*_):
        raise OSError("there is no network")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        return rdflib.Graph().parse(world.export("jsonld"), format="json-ld")


def answer(graph, query):
    return [[None if value is None else value.toPython() for value in row] for row in graph.query(PREFIXES + query)]


# JSON-LD


@pytest.mark.parametrize("kind, sql", [
    ("schema:Claim", "SELECT count(*) FROM position"),
    ("oa:Annotation", "SELECT count(*) FROM position_passage"),
    ("org:ChangeEvent", "SELECT count(*) FROM ministry_change"),
    ("org:FormalOrganization", "SELECT count(*) FROM ministry_version"),
    ("org:Organization", "SELECT count(*) FROM stakeholder WHERE kind NOT IN ('population_group', 'region')"),
    ("schema:CreativeWork", "SELECT (SELECT count(*) FROM document) + (SELECT count(*) FROM instrument)"),
    ("schema:QuantitativeValue", "SELECT count(*) FROM figure WHERE position IS NOT NULL"),
])
def test_jsonld__rdflib_counts_what_the_database_counts(world, graph, kind, sql):
    assert answer(graph, f"SELECT (count(DISTINCT ?x) AS ?n) {{ ?x a {kind} }}") == [[world.count(sql)]]


def test_jsonld__every_annotation_has_both_selectors_and_they_say_where_its_words_stand(world, graph):
    quotes = dict(answer(graph, "SELECT ?target ?exact { ?q a oa:TextQuoteSelector ; oa:exact ?exact . ?target oa:hasSelector ?q }"))
    places = answer(graph, """SELECT ?target ?document ?start ?end { ?p a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
      ?target oa:hasSelector ?p ; oa:hasSource ?document . ?a oa:hasTarget ?target ; a oa:Annotation }""")
    found = [(document, quotes[target], start, end) for target, document, start, end in places if target in quotes]
    texts = {f"urn:libg40:{name}": text.decode() for name, text in world.sql.execute(
        "SELECT id, text FROM document JOIN document_text ON document = pk")}
    for document, exact, start, end in found:
        assert texts[document][start:end] == exact
    masked = "masked_quote IS NOT NULL"
    ranges = f"""SELECT count(*) FROM position_passage q LEFT JOIN position_range r ON r.position = q.position AND r.passage = q.ordinal
      WHERE NOT ({masked})"""
    assert len(found) == world.count(ranges)
    without = answer(graph, """SELECT (count(?a) AS ?n) { ?a a oa:Annotation
      FILTER NOT EXISTS { ?a oa:hasTarget/oa:hasSelector ?q . ?q a oa:TextQuoteSelector } }""")
    assert without == [[world.count(f"SELECT count(*) FROM position_passage WHERE {masked}")]]


@pytest.mark.parametrize("predicate, sql", [
    ("g40:kind", "SELECT substr(kind, 1), count(*) FROM position GROUP BY 1"),
    ("g40:action", "SELECT action, count(*) FROM position WHERE action IS NOT NULL GROUP BY 1"),
    ("schema:about", "SELECT substr(t.id, 7), count(*) FROM position p JOIN theme t ON t.pk = p.theme GROUP BY 1"),
])
def test_jsonld__claims_by_kind_action_and_theme_are_those_of_the_database(world, graph, predicate, sql):
    found = answer(graph, f"SELECT ?x (count(?c) AS ?n) {{ ?c a schema:Claim ; {predicate} ?x }} GROUP BY ?x")
    assert {x.rpartition("/")[2]: n for x, n in found} == dict(world.sql.execute(sql).fetchall())


def test_jsonld__roles_and_ministries_then_and_now_are_those_of_the_positions(world, graph):
    found = answer(graph, """SELECT ?claim ?role ?actor ?version { ?claim g40:role ?r . ?r g40:roleOf ?role
      OPTIONAL { ?r g40:actor ?actor } OPTIONAL { ?r g40:version ?version } }""")
    last = collections.Counter((c.removeprefix("urn:libg40:"), r.rpartition("/")[2], a and a.removeprefix("urn:libg40:"),
                                v and v.rpartition("/")[2]) for c, r, a, v in found)
    rows = world.run("positions", "--db", world.path, "--format", "jsonl").jsonl
    expected = collections.Counter()
    for row in rows:
        expected.update((row["id"], one["role"], one["id"], None) for one in row["stakeholders"])
        expected.update((row["id"], one["relation"], one["id"], one.get("version")) for one in row["ministries"])
    assert {key[:3] for key in last} == {key[:3] for key in expected} and sum(last.values()) == sum(expected.values())
    nows = answer(graph, "SELECT (count(?n) AS ?all) { ?r g40:now ?n }")
    assert nows == [[sum(len({now["id"] for now in one["now"]}) for row in rows for one in row["ministries"])]]


def test_jsonld__what_is_pointed_to_is_there(graph):
    there = set(graph.subjects())
    assert {o for o in graph.objects() if isinstance(o, rdflib.URIRef) and o.startswith("urn:libg40:")} - there == set()


# Popolo


def test_popolo__fits_its_schema_and_counts(world):
    whole = json.loads(world.export("popolo").read_text(encoding="utf-8"))
    schema = json.loads((SCHEMAS / "popolo.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    assert [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(whole)] == []
    assert len(whole["memberships"]) == world.count("SELECT count(*) FROM member")
    assert len(whole["posts"]) == world.count("SELECT count(*) FROM post")
    for name, ids in (("organizations", "stakeholder/%"), ("areas", "%")):
        every = [one["id"] for one in whole[name]]
        assert len(every) == len(set(every)), name
        assert len(every) == world.count({
            "organizations": "SELECT count(*) FROM stakeholder WHERE kind NOT IN ('population_group', 'region', 'country', 'post')",
            "areas": "SELECT count(*) FROM stakeholder WHERE kind IN ('municipality', 'province', 'region', 'country')"}[name]), ids


# SKOS


def test_skos__rapper_reads_it_without_a_word_and_counts(world):
    done = subprocess.run(["rapper", "-q", "-i", "turtle", "-o", "ntriples", world.export("skos")], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    lines = done.stdout.decode().splitlines()
    skos = "http://www.w3.org/2004/02/skos/core#"
    concepts = [line for line in lines if line.endswith(f"<{skos}Concept> .")]
    themes = [line for line in concepts if line.startswith("<urn:libg40:theme/")]
    assert len(themes) == world.count("SELECT count(*) FROM theme") and len(concepts) > len(themes) + 20
    labels = [line for line in lines if line.startswith("<urn:libg40:theme/") and f"<{skos}prefLabel>" in line]
    assert len(labels) == world.count("SELECT count(label_nl) + count(label_en) FROM theme")
    names = [line for line in lines if f"<{skos}altLabel>" in line]
    assert len(names) == world.count("SELECT count(*) FROM name WHERE target LIKE 'theme/%' AND relation = 'same_as'")
    assert len(lines) == len(set(lines)) == len(rdflib.Graph().parse(world.export("skos"), format="turtle"))


# GraphML

NETWORKS = [[], ["--between", "theme-ministry"], ["--between", "stakeholder-ministry", "--relation", "addressee"]]


@pytest.mark.parametrize("options", NETWORKS)
def test_graphml__fits_its_schema(world, options):
    schema = lxml.etree.XMLSchema(lxml.etree.parse(str(SCHEMAS / "graphml.xsd")))
    schema.assertValid(lxml.etree.parse(str(world.export("graphml", *options))))


@pytest.mark.parametrize("options", NETWORKS)
def test_graphml__networkx_reads_the_edges_of_the_network(world, options):
    graph = networkx.MultiGraph(networkx.read_graphml(world.export("graphml", *options)))
    name = {node: (data["identifier"], data.get("version")) for node, data in graph.nodes(data=True)}
    rows = world.run("network", "--db", world.path, "--format", "jsonl", *options).jsonl
    expected = sorted((row["kind"], row["relation"] or "", row["weight"], " ".join(p["id"] for p in row["positions"]),
                       sorted([(row["from"]["id"], ""), (row["to"]["id"], row["to"]["version"] or "")])) for row in rows)
    found = sorted((data["kind"], data.get("relation", ""), data["weight"], data["positions"],
                    sorted((one, version or "") for one, version in (name[a], name[b]))) for a, b, data in graph.edges(data=True))
    assert found == expected and len(rows) > 0
    labels = dict(world.sql.execute("SELECT id, name_nl FROM stakeholder UNION SELECT id, label_nl FROM theme"))
    for _, data in graph.nodes(data=True):
        if data["type"] != "ministry":
            assert data["label"] == labels[data["identifier"]]
    assert len(set(name.values())) == len(name)


def test_graphml__igraph_reads_the_same_without_a_word(world):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        graph = igraph.Graph.Read_GraphML(str(world.export("graphml")))
    rows = world.run("network", "--db", world.path, "--format", "jsonl").jsonl
    assert graph.ecount() == len(rows) and sorted(graph.es["weight"]) == sorted(float(row["weight"]) for row in rows)
    ends = {(row["from"]["id"], None) for row in rows} | {(row["to"]["id"], row["to"]["version"]) for row in rows}
    assert sorted(graph.vs["identifier"]) == sorted(one for one, _ in ends)


# CSV


def test_csv__pandas_reads_every_table_with_its_rows_and_texts(world):
    folder = world.export("csv")
    counts = {"positions": "position", "passages": "position_passage", "roles": "position_role", "responsible": "position_responsible",
              "position_instruments": "position_instrument", "reasons": "position_reason", "figures": "figure", "citations": "citation",
              "documents": "document", "sections": "section", "sentences": "passage", "ministries": "ministry_version",
              "ministry_changes": "ministry_change", "stakeholders": "stakeholder", "names": "name", "themes": "theme",
              "instruments": "instrument", "members": "member"}
    tables = {path.stem: pandas.read_csv(path) for path in folder.iterdir()}
    assert set(tables) == set(counts)
    for name, table in tables.items():
        assert len(table) == world.count(f"SELECT count(*) FROM {counts[name]}"), name
        for column in table.columns:
            whole = len(table) and re.search("(^|_)(start|end|ordinal|level|bytes|characters)$", column)
            assert not whole or str(table[column].dtype) == "int64", (name, column)
            assert not column.endswith("id") or table[column].isna().all() or str(table[column].dtype) == "object", (name, column)
    rows = world.run("positions", "--db", world.path, "--format", "jsonl").jsonl
    positions = tables["positions"].set_index("id")
    assert [positions.quote[row["id"]] for row in rows] == [row["quote"] for row in rows]
    assert any(re.search("[éèëïöü’—]", row["quote"]) for row in rows)


def test_csv__codes_keep_their_zeros(world):
    members = pandas.read_csv(world.export("csv") / "members.csv", dtype={"cbs_code": str})
    codes = [code for code, in world.sql.execute("SELECT cbs_code FROM member m JOIN stakeholder s ON s.pk = m.stakeholder")]
    assert sorted(members.cbs_code) == sorted(codes)


# private


@pytest.mark.parametrize("form", ["jsonld", "csv", "graphml", "popolo", "skos"])
def test_no_export_of_made_papers_holds_contacts(world, form):
    path = world.export(form)
    text = "".join(p.read_text(encoding="utf-8") for p in ([path] if path.is_file() else sorted(path.iterdir())))
    assert not re.search(r"j\.de\.vries|voorbeeld\.example|06 ?2000|leistra|1553 9715", text)

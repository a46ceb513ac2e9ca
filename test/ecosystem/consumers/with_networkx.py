"""networkx takes the network as a graph."""
import doctest

import g40
import networkx

with g40.open() as db:
    graph = db.network().to_networkx()
    assert isinstance(graph, (networkx.Graph, networkx.MultiGraph)) and graph.number_of_edges() > 20
    (example,) = doctest.DocTestFinder().find(type(db.network()).to_networkx, globs={})
    assert doctest.DocTestRunner().run(example) == (0, 3)

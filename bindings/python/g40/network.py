"""Who occurs with whom: edges between stakeholders, ministries and themes."""

from __future__ import annotations

from typing import Any, Dict

from . import fields as f
from .ministries import Ministry
from .positions import Reason
from .rows import Row, Rows, rows


TOGETHER = "together"
"""The key of an edge of a graph that has no relation."""


class Edge(Row):
    """Two that occur together, with the positions that say so."""

    __slots__ = ()
    _key = ("kind", "relation", "from_id", "to_id", "to_version")
    _shown = ("from_name", "to_name", "relation", "weight")
    kind = f.text("stakeholder-stakeholder, stakeholder-ministry or theme-ministry.")
    relation = f.maybe("How the ministry takes part: named, responsible, or the role asked for; None between stakeholders.")
    from_id = f.text("Id of one end; between stakeholders the one whose id comes first.")
    from_name = f.text("Its name in Dutch.")
    from_name_en = f.maybe("Its name in English, where the registry has one.")
    to_id = f.text("Id of the other end; of a ministry the lasting organisation.")
    to_name = f.text("Its name in Dutch.")
    to_name_en = f.maybe("Its name in English, where the registry has one.")
    to_version = f.maybe("Of a ministry: the version that its name meant; None where the document's date leaves it open.")
    to_abbreviation = f.maybe("Of a ministry: the abbreviation of that version.")
    weight = f.count("How many positions name both.")
    before_registry = f.flag("Whether `now` lacks someone because the day lies before what is known.")
    now = rows(lambda: Ministry, "Who answers for the ministry on the as-of date.")
    positions = rows(lambda: Reason, "The positions that name both.")


class Edges(Rows[Edge]):
    """Edges, the heaviest first."""

    __slots__ = ()

    def to_networkx(self) -> Any:
        """A networkx.MultiGraph. A node is an id, of a ministry that of its version where there is one; nodes have `id`, `kind`
        (stakeholder, ministry, theme), `name`, `label` (what to draw), `abbreviation` and `version`. An edge's key is its
        relation, between stakeholders "together"; edges have `kind`, `relation`, `weight`, `positions` (ids) and `now` (abbreviations).

        >>> import g40
        >>> graph = g40.open().network(between="theme-ministry", relation="responsible").to_networkx()
        >>> graph.nodes["theme/participatie"]["label"]
        'Bestaanszekerheid en participatie'
        """
        try:
            import networkx  # type: ignore[import]
        except ImportError as error:
            raise ImportError("to_networkx() needs networkx, which is not installed (pip install networkx)") from error
        graph = networkx.MultiGraph()
        for edge in self:
            of, to = edge.kind.split("-")
            ends = (edge.from_id, edge.to_version or edge.to_id)
            graph.add_node(ends[0], **_node(edge.from_id, of, edge.from_name))
            graph.add_node(ends[1], **_node(edge.to_id, to, edge.to_name, edge.to_abbreviation, edge.to_version))
            graph.add_edge(
                *ends,
                key=edge.relation or TOGETHER,
                kind=edge.kind,
                relation=edge.relation,
                weight=edge.weight,
                positions=[position.id for position in edge.positions],
                now=[ministry.abbreviation for ministry in edge.now],
            )
        return graph


def _node(id: str, kind: str, name: str, abbreviation: Any = None, version: Any = None) -> Dict[str, Any]:
    return {"id": id, "kind": kind, "name": name, "label": abbreviation or name, "abbreviation": abbreviation, "version": version}

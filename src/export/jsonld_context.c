#include "export/jsonld_context.h"

static const char *const prefixes[][2] = {
    {"schema", "https://schema.org/"},
    {"oa", "http://www.w3.org/ns/oa#"},
    {"org", "http://www.w3.org/ns/org#"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
};

/* Keys with the term they stand for; `type` is "" for a literal, "@id" for an IRI, or a datatype. */
static const char *const keys[][3] = {
    {"id", "@id", NULL},
    {"type", "@type", NULL},
    {"title", "schema:name", ""},
    {"text", "schema:text", ""},
    {"abstract", "schema:abstract", ""},
    {"language", "schema:inLanguage", ""},
    {"holder", "schema:author", "@id"},
    {"date", "schema:datePublished", "xsd:date"},
    {"url", "schema:url", "@id"},
    {"licence", "schema:license", ""},
    {"sha256", "schema:sha256", ""},
    {"document", "schema:isPartOf", "@id"},
    {"theme", "schema:about", "@id"},
    {"kind", "g40:kind", "@id"},
    {"action", "g40:action", "@id"},
    {"method", "g40:method", ""},
    {"rule", "g40:rule", ""},
    {"confidence", "g40:confidence", "xsd:double"},
    {"reason", "g40:reason", "@id"},
    {"figure", "g40:figure", NULL},
    {"role", "g40:role", NULL},
    {"roleOf", "g40:roleOf", "@id"},
    {"actor", "g40:actor", "@id"},
    {"version", "g40:version", "@id"},
    {"asWritten", "g40:asWritten", ""},
    {"state", "g40:state", ""},
    {"stateReason", "g40:stateReason", ""},
    {"source", "g40:source", ""},
    {"now", "g40:now", "@id"},
    {"instrument", "schema:mentions", "@id"},
    {"value", "schema:value", "xsd:double"},
    {"unit", "schema:unitText", ""},
    {"about", "schema:description", ""},
    {"annotation", "g40:evidence", NULL},
    {"body", "oa:hasBody", "@id"},
    {"motivation", "oa:motivatedBy", "@id"},
    {"target", "oa:hasTarget", NULL},
    {"targetSource", "oa:hasSource", "@id"},
    {"selector", "oa:hasSelector", NULL},
    {"exact", "oa:exact", ""},
    {"start", "oa:start", "xsd:nonNegativeInteger"},
    {"end", "oa:end", "xsd:nonNegativeInteger"},
    {"label", "skos:prefLabel", ""},
    {"altLabel", "skos:altLabel", ""},
    {"broader", "skos:broader", "@id"},
    {"inScheme", "skos:inScheme", "@id"},
    {"exactMatch", "owl:sameAs", "@id"},
    {"identifier", "org:identifier", ""},
    {"versionOf", "dcterms:isVersionOf", "@id"},
    {"validFrom", "schema:foundingDate", "xsd:date"},
    {"validTo", "schema:dissolutionDate", "xsd:date"},
    {"original", "org:originalOrganization", "@id"},
    {"resulting", "org:resultingOrganization", "@id"},
    {"changed", "dcterms:date", "xsd:date"},
    {"note", "skos:note", ""},
    {"memberOf", "org:memberOf", "@id"},
};

static void add_key(g4_json *json, const char *const key[3]) {
  if (!key[2]) {
    g4_json_text(json, key[0], key[1]);
    return;
  }
  g4_json_object(json, key[0]);
  g4_json_text(json, "@id", key[1]);
  if (*key[2]) {
    g4_json_text(json, "@type", key[2]);
  }
  g4_json_object_end(json);
}

void g4_jsonld_context(g4_json *json, const char *base) {
  g4_json_object(json, "@context");
  g4_json_raw(json, "@version", "1.1");
  for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
    g4_json_text(json, prefixes[i][0], prefixes[i][1]);
  }
  g4_json_object(json, "g40");
  g4_json_iri(json, "@id", base, "", "vocabulary/");
  g4_json_bool(json, "@prefix", true);
  g4_json_object_end(json);
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    add_key(json, keys[i]);
  }
  g4_json_object_end(json);
}

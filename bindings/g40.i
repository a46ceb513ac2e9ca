/* The one list of what Python and Lua get: the functions of <g40.h> as methods, g40_theme_slug(theme) as theme.slug(). No method has a
 * body: SWIG calls the C function of that name. How owners, values and failures are handed over is in rules.i (docs/bindings.md). */
%module core
%include "rules.i"

str g40_version(), g40_sqlite_version(), g40_error_name(int code);
int32_t g40_version_number();
g40_query *g40_query_new(ERR);
g40_options *g40_options_new(ERR);
g40_ingest *g40_ingest_new(ERR);
g40_export *g40_export_new(str format, ERR);
str g40_export_format_at(size_t i), g40_export_table_at(size_t i);
%slow
g40_db *g40_db_open(str path, ERR), *g40_db_open_with(str path, const g40_options *options, TOLD);
g40_db *g40_db_open_writable(str path, bool create, ERR);
g40_db *g40_db_open_writable_with(str path, bool create, const g40_options *options, TOLD);
g40_segments *g40_analyze(BYTES, str date, bool with_contacts, ERR);
g40_check *g40_coding_check(str coding, bool with_contacts, ERR);
g40_differences *g40_compare(const g40_positions *before, const g40_positions *after, const g40_query *query, ERR);
g40_diagnostics *g40_compile(str data, str out, ERR), *g40_compile_with(str data, str out, const g40_options *options, TOLD);
%quick

%rows(diagnostic, diagnostics, str file(), severity(), code(), message(); int32_t line(), column();)
%rows(name, names, str text(), language(), relation();)
%rows(ministry, ministries, str id(), version(), abbreviation(), name(), valid_from(), valid_to(), registered_from(), registered_to(),
  tooi(), wikidata(), source(), doubt(); int64_t positions(), responsible(); bool before_registry();
  const g40_ministries *now();)
%rows(change, changes, str kind(), date(), register_date(), from_id(), from_version(), from_abbreviation(), to_id(), to_version(),
  to_abbreviation(), note();)
%rows(range, ranges, PLACE)
%rows(passage, passages, str quote(), text(); const g40_ranges *ranges(); PLACE)
%rows(ministry_role, ministry_roles, str id(), version(), abbreviation(), name(), relation(), as_written(), source(), state(), reason(),
  method(); int64_t start(), end(); bool before_registry(); const g40_ministries *now();)
%rows(stakeholder_role, stakeholder_roles, str id(), name(), name_en(), kind(), role(), as_written(), state(), reason(), method();
  int64_t start(), end();)
%rows(mention, mentions, str id(), name(), kind(), as_written(), state(); int64_t start(), end();)
%rows(reason, reasons, str id(), kind(), document(), section(), sha256(), quote(), text(); PLACE)
%rows(figure, figures, str id(), document(), section(), sha256(), position(), unit(), about(), about_en(), precision(), quote(); double value(); PLACE)
%rows(position, positions, str id(), document(), theme(), section(), sha256(), kind(), action(), quote(), text(), summary_nl(), summary_en(),
  method(), rule(); double confidence(); const g40_passages *passages(); const g40_ministry_roles *ministries();
  const g40_stakeholder_roles *stakeholders(); const g40_mentions *instruments(), *advices(), *places();
  const g40_figures *figures(); const g40_reasons *reasons(); PLACE)
%rows(stakeholder, stakeholders, str id(), kind(), name(), name_en(), broader(), tooi(), cbs_code(), wikidata(), source(), doubt();
  const g40_names *names(); int64_t positions();)
%rows(theme, themes, str id(), slug(), label_nl(), label_en(), broader(), scheme(); int64_t positions(), asks();)
%rows(instrument, instruments, str id(), kind(), name(), name_en(), url(), date(), source(), doubt(), quote(); int64_t positions();
  const g40_names *names();)
%rows(citation, citations, str id(), document(), section(), sha256(), position(), url(), kind(), target(), quote(); int64_t link_start(), link_end(); PLACE)
%rows(document, documents, str id(), slug(), title(), holder(), holder_name(), kind(), language(), date_issued(), date_precision(),
  occasion(), occasion_en(), url(), licence(), sha256(), source_sha256(); int64_t bytes(), characters(), positions(), asks();)
%rows(member, members, str id(), network(), name(), cbs_code(), tooi(), oin(), wikidata(), labour_market_region(), province(), source();)
%rows(match, matches, str document(), section(), sha256(), quote(), text(), key(), names(), words(), compounds(), concepts(),
  theme(); double score(), meaning(); PLACE)
%rows(uptake, uptakes, str ask(), ask_document(), ask_section(), ask_sha256(), ask_quote(), ask_text(), document(), state(), verdict(), note(), words(), names();
  int64_t ask_start(), ask_end(), ask_char_start(), ask_char_end(); const g40_match *match(); double margin();)
%extend g40_uptakes { double precision(), recall(), subject_precision(), subject_recall(), passage_precision(); }
%rows(edge, edges, str kind(), relation(), from_id(), from_name(), from_name_en(), to_id(), to_name(), to_name_en(), to_version(), to_abbreviation();
  int64_t weight(); bool before_registry(); const g40_ministries *now(); const g40_reasons *positions();)
%rows(finding, findings, str kind(), severity(), lacks(), subject(), label_nl(), label_en(), position(), document(), section(), sha256(),
  quote(); int64_t page(); PLACE)
%rows(marked, marks, int64_t start(), end();)
%rows(difference, differences, str state(), before_text(), after_text(); bool moved(); double likeness();
  const g40_position *before(), *after(); const g40_marks *gone(), *come();)
%extend g40_differences { int64_t kept(), changed(), dropped(), added(), moved(); }
%rows(facet, facets, str kind(), id(), name(); int64_t passages();)
%rows(expansion, expansions, str words(), id(), name(), relation();)
%rows(hit, hits, str document(), section(), sha256(), quote(), text(), key(); double score(); const g40_marks *marks(); const g40_reasons *positions(); PLACE)
%extend g40_segments { str note(); }  %extend g40_hits { bool any(); str suggestion(); const g40_facets *facets(); const g40_expansions *expansions(); }
%rows(actor, actors, str text(), type(), id(), abbreviation(), form(), state(), reason(), role(), rule(); int64_t start(), end();)
%rows(segment, segments, str text(), form(), kind(), type(), action(), rule(); double confidence(); int64_t start(), end(), page();
  size_t range_count(); int64_t range_start(size_t i), range_end(size_t i); const g40_actors *actors();)
%rows(anchor, anchors, str owner(), words(), state(); int64_t start(), end(); int32_t line(), column();)
%rows(unit, units, str kind(), text(), covered_by(); int64_t start(), end(), words(), uncovered_words();)
%extend g40_diagnostics { size_t errors(); }  %extend g40_units { size_t covered(); }

%object(resolution, str state(), reason(), form(), post(), date(), as_of(); bool beyond_registry(), before_registry();
  const g40_ministry *ministry(); const g40_ministries *now(), *candidates(); const g40_changes *changes(), *transfers();)
%object(info, str path(), known_from(), known_through(), written_by(); int32_t schema_version();
  int64_t documents(), positions(), asks(), stakeholders(), ministries();)
%object(text, str bytes(); int64_t length();)  %object(context, str before(), quote(), after();)
%object(check, const g40_diagnostics *diagnostics(); const g40_anchors *anchors(); const g40_units *units();)
%object(query, status add_id(str id, ERR), add_text(str text, ERR), add_theme(str theme, ERR), add_ministry(str ministry, ERR),
  add_responsible(str ministry, ERR), add_stakeholder(str stakeholder, ERR), add_role(str role, ERR), add_kind(str kind, ERR),
  add_action(str action, ERR), add_instrument(str instrument, ERR), add_document(str document, ERR), set_as_of(str date, ERR),
  set_limit(int64_t limit, ERR), set_after(str id, ERR), set_with_contacts(bool with_contacts, ERR);)
%object(options, status set_busy_timeout(int32_t milliseconds, ERR), set_progress(TELL, ERR);)
%object(ingest, status add_path(str path, ERR), set_meta(str csv, ERR), set_holder(str holder, ERR), set_kind(str kind, ERR),
  set_date(str date, ERR), set_title(str title, ERR), set_url(str url, ERR), set_coding(str coding, ERR),
  set_threads(int32_t threads, ERR), set_progress(TELL, ERR);)
%object(export, status set_table(str table, ERR), set_base(str base, ERR), set_between(str between, ERR), set_relation(str relation, ERR),
  set_language(str language, ERR), set_uptake(const g40_positions *asks, ERR);)
%object(ingested, int64_t added(), replaced(), unchanged(), failed(); const g40_diagnostics *diagnostics();)
%slow
%object(db, status close(ERR); g40_info *info(ERR); g40_diagnostics *verify(TOLD); g40_text *text(str document, bool with_contacts, ERR);
  g40_context *context(str document, int64_t start, int64_t end, int64_t around, bool with_contacts, ERR);
  g40_resolution *resolve(str name, str date, str as_of, ERR); g40_positions *positions(LISTED); g40_ministries *ministries(LISTED);
  g40_stakeholders *stakeholders(LISTED); g40_themes *themes(LISTED); g40_instruments *instruments(LISTED), *advices(LISTED);
  g40_figures *figures(LISTED); g40_citations *citations(LISTED); g40_documents *documents(LISTED); g40_members *members(LISTED);
  g40_hits *search(str words, const g40_query *query, bool related, ERR); status reindex(ERR);
  g40_matches *match(str quote, const g40_query *query, ERR); g40_matches *match_position(const g40_position *position, const g40_query *query, ERR);
  g40_segments *analyze(BYTES, str date, bool with_contacts, ERR);
  g40_segments *analyze_file(str path, str date, bool with_contacts, ERR); g40_ingested *ingest(const g40_ingest *ingest, TOLD);
  g40_edges *network(str between, str relation, LISTED);
  g40_findings *review(str document, bool with_contacts, ERR), *review_file(const g40_ingest *ingest, bool with_contacts, ERR);
  g40_uptakes *uptake(const g40_positions *asks, const g40_query *query, TOLD);
  status export(const g40_export *settings, const g40_query *query, WRITES), export_fd(const g40_export *settings, const g40_query *query, int fd, ERR);
  status export_file(const g40_export *settings, const g40_query *query, str out, ERR);
  status remove(str document, ERR); g40_text *coding(str document, bool with_contacts, ERR);
  g40_diagnostics *registry_add(str path, ERR); status registry_update(ERR);)
%quick

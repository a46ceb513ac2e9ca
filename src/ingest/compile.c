#include "ingest/compile.h"

#include <string.h>

#include "coding/registry_check.h"
#include "g40/version.h"
#include "index/index.h"
#include "ingest/corpus.h"
#include "ingest/files.h"
#include "store/document.h"
#include "store/registry.h"

typedef struct {
  const char *data;
  g4_arena arena;
  g4_registry registry;
  g4_registry_input input;
  G4_VEC(g4_corpus) corpora;
  g40_diagnostics *diagnostics;
  const g4_progress *progress;
  int64_t done; /* steps; how many there will be is not known before all is read */
  g40_error *err;
} compiler;

static int next_step(compiler *in, const char *step) {
  return g4_progress_tell(in->progress, in->done++, 0, step, in->err);
}

static bool ends_with(const char *name, const char *end) {
  size_t n = strlen(name), m = strlen(end);
  return n > m && strcmp(name + n - m, end) == 0;
}

static const char *join(compiler *in, const char *folder, const char *name) {
  const char *path = g4_join_path(&in->arena, folder, name);
  if (!path) {
    g4_nomem(in->err);
  }
  return path;
}

static int read_registry_file(compiler *in, const char *folder, const char *name) {
  const char *path = join(in, folder, name);
  int code = path ? next_step(in, path) : G40_NOMEM;
  return code == G40_OK ? g4_registry_read_file(&in->input, path, path, "builtin", in->err) : code;
}

static int read_registry(compiler *in) {
  g4_names files = {0};
  const char *folder = join(in, in->data, "registry");
  int code = folder ? g4_list_folder(folder, &in->arena, &files, in->err) : G40_NOMEM;
  for (size_t i = 0; i < files.count && code == G40_OK; i++) {
    if (ends_with(files.items[i], ".yaml")) {
      code = read_registry_file(in, folder, files.items[i]);
    }
  }
  g4_vec_free(&files);
  if (code == G40_OK && (!in->registry.known_from || !in->registry.known_through)) {
    g4_diagnose(in->diagnostics, G4_ERROR, folder, 0, 0, "missing-key",
                "no file says 'known_from' and 'known_through'");
  }
  return code == G40_OK ? g4_registry_check(&in->input, in->err) : code;
}

static int read_corpus(compiler *in, const char *folder, const char *name) {
  g4_corpus corpus = {0};
  const char *coding = join(in, folder, "coding.yaml");
  int code = coding ? next_step(in, coding) : G40_NOMEM;
  if (code == G40_OK) {
    code = g4_corpus_read(&corpus, coding, coding, &in->registry, in->diagnostics, in->err);
  }
  const char *id = code == G40_OK ? corpus.coded.meta.id : NULL;
  if (id && strcmp(strchr(id, '/') + 1, name) != 0) {
    g4_mark mark = corpus.coded.mark;
    g4_diagnose(in->diagnostics, G4_ERROR, mark.file, mark.line, mark.column, "id",
                "the document is called as its folder, '%s'", name);
  }
  if (code == G40_OK && !g4_vec_push(&in->corpora, corpus)) {
    code = g4_nomem(in->err);
  }
  if (code != G40_OK) {
    g4_corpus_free(&corpus);
  }
  return code;
}

static void check_documents(compiler *in) {
  for (size_t i = 0; i < in->corpora.count; i++) {
    const g4_coded *one = &in->corpora.items[i].coded;
    for (size_t k = 0; k < i; k++) {
      const char *other = in->corpora.items[k].coded.meta.id;
      if (one->meta.id && other && strcmp(one->meta.id, other) == 0) {
        g4_diagnose(in->diagnostics, G4_ERROR, one->mark.file, one->mark.line, one->mark.column, "duplicate",
                    "a second document with the id '%s'", one->meta.id);
      }
    }
  }
}

static int read_corpora(compiler *in) {
  g4_names folders = {0};
  const char *parent = join(in, in->data, "corpora");
  int code = parent ? g4_list_folder(parent, &in->arena, &folders, in->err) : G40_NOMEM;
  for (size_t i = 0; i < folders.count && code == G40_OK; i++) {
    const char *folder = join(in, parent, folders.items[i]);
    if (!folder) {
      code = G40_NOMEM;
    } else if (g4_is_folder(folder)) {
      code = read_corpus(in, folder, folders.items[i]);
    }
  }
  g4_vec_free(&folders);
  check_documents(in);
  return code;
}

static int write_database(compiler *in, const char *out) {
  g4_store *store = g4_store_create(in->err);
  if (!store) {
    return in->err->code;
  }
  int code = g4_store_write_registry(store, &in->registry, in->err);
  if (code == G40_OK) {
    code = g4_store_run(store, "INSERT INTO meta(key, value) VALUES('written_by', ?)", in->err, "s",
                        "libg40 " G40_VERSION);
  }
  for (size_t i = 0; i < in->corpora.count && code == G40_OK; i++) {
    const g4_corpus *corpus = &in->corpora.items[i];
    g4_document document = {.coded = &corpus->coded,
                            .text = &corpus->text,
                            .bytes = g4_buf_text(&corpus->bytes),
                            .length = corpus->bytes.length,
                            .origin = "builtin"};
    code = g4_store_write_document(store, &document, in->err);
    if (code == G40_OK) {
      code = g4_index_add(store, corpus->coded.meta.id, in->err);
    }
  }
  if (code == G40_OK) {
    code = g4_store_finish(store, in->err);
  }
  if (code == G40_OK) {
    code = g4_store_save(store, out, in->err);
  }
  g4_store_close(store);
  return code;
}

int g4_compile(const char *data, const char *out, const g4_progress *progress, g40_diagnostics *diagnostics,
               g40_error *err) {
  compiler in = {.data = data, .diagnostics = diagnostics, .progress = progress, .err = err};
  in.input = (g4_registry_input){.registry = &in.registry, .diagnostics = diagnostics};
  int code = read_registry(&in);
  if (code == G40_OK) {
    code = read_corpora(&in);
  }
  if (code == G40_OK) {
    code = g4_diagnostics_check(diagnostics, err);
  }
  if (code == G40_OK && !g40_diagnostics_errors(diagnostics)) {
    code = next_step(&in, out);
    code = code == G40_OK ? write_database(&in, out) : code;
  }
  if (code == G40_OK) {
    g4_progress_tell(progress, in.done, in.done, NULL, err); /* too late to cancel */
    g4_error_clear(err);
  }
  for (size_t i = 0; i < in.corpora.count; i++) {
    g4_corpus_free(&in.corpora.items[i]);
  }
  g4_vec_free(&in.corpora);
  g4_registry_input_free(&in.input);
  g4_registry_free(&in.registry);
  g4_arena_free(&in.arena);
  return code;
}

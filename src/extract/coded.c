#include "extract/coded.h"

void g4_coded_position_free(g4_coded_position *position) {
  g4_vec_free(&position->quotes);
  g4_vec_free(&position->reasons);
  g4_vec_free(&position->roles);
  g4_vec_free(&position->responsible);
  g4_vec_free(&position->instruments);
  g4_vec_free(&position->places);
  g4_vec_free(&position->figures);
}

void g4_coded_free(g4_coded *coded) {
  for (size_t i = 0; i < coded->positions.count; i++) {
    g4_coded_position_free(&coded->positions.items[i]);
  }
  for (size_t i = 0; i < coded->context.count; i++) {
    g4_vec_free(&coded->context.items[i].of);
  }
  g4_vec_free(&coded->sections);
  g4_vec_free(&coded->positions);
  g4_vec_free(&coded->context);
  g4_vec_free(&coded->citations);
  g4_vec_free(&coded->contacts);
  g4_vec_free(&coded->verdicts);
  g4_arena_free(&coded->arena);
  *coded = (g4_coded){0};
}

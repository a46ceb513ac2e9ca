#include "ingest/ordered.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS_PER_THREAD = 2, MOST_THREADS = 64 };

typedef struct {
  const g4_ordered *order;
  pthread_mutex_t lock;
  pthread_cond_t room, made; /* a slot is free; a thing is made */
  size_t next, taken;        /* the next to be made, and to be taken */
  size_t slots;
  char *things; /* thing i lies in slot i % slots */
  bool *ready;
  bool stop;
} workshop;

static void *slot_of(const workshop *shop, size_t i) {
  return shop->things + (i % shop->slots) * shop->order->slot_size;
}

/* Waits for room; false: there is nothing left to make. */
static bool claim(workshop *shop, size_t *i) {
  pthread_mutex_lock(&shop->lock);
  while (!shop->stop && shop->next < shop->order->count && shop->next >= shop->taken + shop->slots) {
    pthread_cond_wait(&shop->room, &shop->lock);
  }
  bool claimed = !shop->stop && shop->next < shop->order->count;
  if (claimed) {
    *i = shop->next++;
  }
  pthread_mutex_unlock(&shop->lock);
  return claimed;
}

static void *work(void *context) {
  workshop *shop = context;
  size_t i;
  while (claim(shop, &i)) {
    shop->order->make(shop->order->context, i, slot_of(shop, i));
    pthread_mutex_lock(&shop->lock);
    shop->ready[i % shop->slots] = true;
    pthread_cond_signal(&shop->made);
    pthread_mutex_unlock(&shop->lock);
  }
  return NULL;
}

static void free_slot(workshop *shop, size_t i) {
  shop->order->drop(shop->order->context, slot_of(shop, i));
  memset(slot_of(shop, i), 0, shop->order->slot_size);
  shop->ready[i % shop->slots] = false;
}

static int take_all(workshop *shop) {
  int code = G40_OK;
  for (size_t i = 0; i < shop->order->count && code == G40_OK; i++) {
    pthread_mutex_lock(&shop->lock);
    while (!shop->ready[i % shop->slots]) {
      pthread_cond_wait(&shop->made, &shop->lock);
    }
    pthread_mutex_unlock(&shop->lock);
    code = shop->order->take(shop->order->context, i, slot_of(shop, i));
    free_slot(shop, i);
    pthread_mutex_lock(&shop->lock);
    shop->taken++;
    pthread_cond_broadcast(&shop->room);
    pthread_mutex_unlock(&shop->lock);
  }
  return code;
}

/* One after the other, without threads. */
static int run_alone(workshop *shop) {
  int code = G40_OK;
  for (size_t i = 0; i < shop->order->count && code == G40_OK; i++) {
    shop->order->make(shop->order->context, i, slot_of(shop, i));
    code = shop->order->take(shop->order->context, i, slot_of(shop, i));
    free_slot(shop, i);
  }
  return code;
}

static int run_threads(workshop *shop) {
  pthread_t threads[MOST_THREADS];
  int started = 0;
  while (started < shop->order->threads && started < MOST_THREADS &&
         pthread_create(&threads[started], NULL, work, shop) == 0) {
    started++;
  }
  int code = started ? take_all(shop) : run_alone(shop);
  pthread_mutex_lock(&shop->lock);
  shop->stop = true;
  pthread_cond_broadcast(&shop->room);
  pthread_mutex_unlock(&shop->lock);
  for (int i = 0; i < started; i++) {
    pthread_join(threads[i], NULL);
  }
  for (size_t i = shop->taken; started && i < shop->next; i++) {
    free_slot(shop, i);
  }
  return code;
}

int g4_ordered_run(const g4_ordered *ordered, g40_error *err) {
  workshop shop = {.order = ordered, .slots = (size_t)ordered->threads * SLOTS_PER_THREAD};
  shop.things = calloc(shop.slots, ordered->slot_size);
  shop.ready = calloc(shop.slots, sizeof *shop.ready);
  bool lock = shop.things && shop.ready && pthread_mutex_init(&shop.lock, NULL) == 0;
  bool room = lock && pthread_cond_init(&shop.room, NULL) == 0;
  bool made = room && pthread_cond_init(&shop.made, NULL) == 0;
  int code = !made ? g4_nomem(err) : ordered->threads > 1 ? run_threads(&shop) : run_alone(&shop);
  if (made) {
    pthread_cond_destroy(&shop.made);
  }
  if (room) {
    pthread_cond_destroy(&shop.room);
  }
  if (lock) {
    pthread_mutex_destroy(&shop.lock);
  }
  free(shop.things);
  free(shop.ready);
  return code;
}

/* Whom a long call tells of its progress, or hands what it writes (WRITES), is an argument of that call (TOLD), not of
 * the options: the library tells `tell`, which looks up the call that its thread is in. So nothing outlives a call, and
 * a coroutine is told in itself. */
%{
typedef struct telling {
  struct telling *outer; /* a callback may make a long call too */
  const void *handle;    /* at work: the callback must not use it */
  told_by whom;          /* the language's part */
  bool begun, inside;    /* inside: in the callback */
  bool writes;           /* the callable takes what is written, and hears of no progress */
} telling;
#define NOT_TELLING { 0 }

static _Thread_local telling *telling_now;

static void telling_begin(telling *call, const void *handle) {
  call->outer = telling_now;
  call->handle = handle;
  call->begun = true;
  telling_now = call;
}

static void telling_end(telling *call) {
  if (call->begun) {
    telling_now = call->outer;
    call->begun = false;
  }
}

/* Whether this thread is in a callback of a call with that handle: to wait for its lock would be for ever. */
static bool is_telling(const void *handle) {
  for (const telling *call = telling_now; call; call = call->outer) {
    if (call->inside && handle && call->handle == handle) {
      return true;
    }
  }
  return false;
}

static int tell(void *context, int64_t done, int64_t total, const char *what) {
  (void)context;
  telling *call = telling_now;
  if (!call || call->writes) {
    return 0;
  }
  call->inside = true;
  int stop = tell_one(&call->whom, done, total, what);
  call->inside = false;
  return stop;
}

static int hand_over(void *context, const char *bytes, size_t length) {
  telling *call = context;
  call->inside = true;
  int stop = take_one(&call->whom, bytes, length);
  call->inside = false;
  return stop;
}
%}
%typemap(in, numinputs=0) (g40_progress progress, void *context) {
  $1 = tell;
  $2 = NULL;
}

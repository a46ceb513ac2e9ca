#include "reader/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { IN, OUT, MESSAGES, CHANNELS, TICK = 100, TICKS_A_SECOND = 10, CHUNK = 1 << 16, NAP = 5 };

/* Sockets and not pipes: they can be made close-on-exec in one step, so that a child of another thread does not hold
 * them open, and writing to a child that is gone raises no SIGPIPE. */
typedef struct {
  int ours[CHANNELS], theirs[CHANNELS];
} channels;

static void close_one(int *file) {
  if (*file >= 0) {
    close(*file);
    *file = -1;
  }
}

static void close_all(channels *c) {
  for (int i = 0; i < CHANNELS; i++) {
    close_one(&c->ours[i]);
    close_one(&c->theirs[i]);
  }
}

/* Above the three descriptors that a child's own are put on, even where this process has closed its own. */
static int lift(int file) {
  if (file < 0 || file > STDERR_FILENO) {
    return file;
  }
  int lifted = fcntl(file, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  close(file);
  return lifted;
}

static bool open_channels(channels *c) {
  for (int i = 0; i < CHANNELS; i++) {
    c->ours[i] = c->theirs[i] = -1;
  }
  for (int i = 0; i < CHANNELS; i++) {
    int pair[2];
#ifdef SOCK_CLOEXEC
    bool made = socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == 0;
#else
    bool made = socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0 && fcntl(pair[0], F_SETFD, FD_CLOEXEC) == 0 &&
                fcntl(pair[1], F_SETFD, FD_CLOEXEC) == 0;
#endif
    if (!made) {
      return false;
    }
    c->ours[i] = lift(pair[0]);
    c->theirs[i] = lift(pair[1]);
    if (c->ours[i] < 0 || c->theirs[i] < 0) {
      return false;
    }
  }
  return true;
}

/* The child starts with no signal blocked, and SIGPIPE as it is by default, whatever this process does. 0 or an errno.
 */
static int spawn(const g4_child *child, const channels *c, pid_t *pid) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  sigset_t none, defaults;
  int fault = posix_spawn_file_actions_init(&files);
  if (fault) {
    return fault;
  }
  fault = posix_spawnattr_init(&attributes);
  if (fault) {
    posix_spawn_file_actions_destroy(&files);
    return fault;
  }
  for (int i = 0; i < CHANNELS && !fault; i++) {
    fault = posix_spawn_file_actions_adddup2(&files, c->theirs[i], i);
  }
  sigemptyset(&none);
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  if (!fault) {
    fault = posix_spawnp(pid, child->arguments[0], &files, &attributes, (char *const *)child->arguments, environ);
  }
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  return fault;
}

typedef struct {
  const g4_child *child;
  channels files;
  size_t sent;
  g4_child_result *result;
  bool over; /* result->end says why */
} run;

static void end(run *r, g4_child_end why) {
  r->result->end = why;
  r->over = true;
}

/* Each of the next three does what can be done without waiting, and closes a channel that is done. */
static void send_some(run *r) {
  int *file = &r->files.ours[IN];
  ssize_t sent = send(*file, r->child->input + r->sent, r->child->input_length - r->sent, MSG_NOSIGNAL | MSG_DONTWAIT);
  if (sent > 0) {
    r->sent += (size_t)sent;
  }
  bool later = sent < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
  if (r->sent == r->child->input_length || (sent < 0 && !later)) {
    close_one(file);
  }
}

static ssize_t receive(int *file, char *chunk) {
  ssize_t got = recv(*file, chunk, CHUNK, MSG_DONTWAIT);
  bool later = got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
  if (got <= 0 && !later) {
    close_one(file);
  }
  return got;
}

static void receive_some(run *r, int channel) {
  char chunk[CHUNK];
  ssize_t got = receive(&r->files.ours[channel], chunk);
  if (got <= 0) {
    return;
  }
  if (channel == OUT) {
    if (!r->child->take(r->child->take_data, chunk, (size_t)got)) {
      end(r, G4_CHILD_REFUSED);
    }
    return;
  }
  size_t room = G4_CHILD_MESSAGES - r->result->messages.length;
  g4_buf_add(&r->result->messages, chunk, (size_t)got < room ? (size_t)got : room);
}

static bool asked_to_stop(const run *r) { return r->child->stop && r->child->stop(r->child->stop_data); }

/* Moves bytes until the child has closed its output. Counts ticks, so no clock is read. */
static void talk(run *r) {
  int silent = 0;
  while (!r->over && (r->files.ours[OUT] >= 0 || r->files.ours[MESSAGES] >= 0)) {
    struct pollfd polls[CHANNELS] = {
        {r->files.ours[IN], POLLOUT, 0}, {r->files.ours[OUT], POLLIN, 0}, {r->files.ours[MESSAGES], POLLIN, 0}};
    int ready = poll(polls, CHANNELS, TICK);
    silent = ready > 0 ? 0 : silent + (ready == 0);
    if (silent > r->child->patience * TICKS_A_SECOND || (ready < 0 && errno != EINTR)) {
      end(r, G4_CHILD_SILENT);
    }
    if (!r->over && ready > 0 && polls[IN].revents) {
      send_some(r);
    }
    for (int i = OUT; i < CHANNELS; i++) {
      if (ready > 0 && polls[i].revents && !r->over) {
        receive_some(r, i);
      }
    }
    if (!r->over && asked_to_stop(r)) {
      end(r, G4_CHILD_STOPPED);
    }
  }
}

/* Waits for the child, which is killed where it was given up or does not end. Where this process ignores SIGCHLD, the
 * system has already done the waiting, and the status is lost: 0. */
static int reap(run *r, pid_t pid) {
  int status = 0;
  long naps = (long)r->child->patience * (1000 / NAP);
  pid_t done = 0;
  while (!r->over && naps-- > 0) {
    done = waitpid(pid, &status, WNOHANG);
    if (done != 0 && !(done < 0 && errno == EINTR)) {
      break;
    }
    poll(NULL, 0, NAP);
    if (asked_to_stop(r)) {
      end(r, G4_CHILD_STOPPED);
    }
  }
  if (done == 0) {
    if (!r->over) {
      end(r, G4_CHILD_SILENT);
    }
    kill(pid, SIGKILL);
    while ((done = waitpid(pid, &status, 0)) < 0 && errno == EINTR) {
    }
  }
  if (done != pid) {
    return 0;
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

int g4_child_run(const g4_child *child, g4_child_result *result, g40_error *err) {
  run r = {.child = child, .result = result};
  pid_t pid = 0;
  *result = (g4_child_result){0};
  if (!open_channels(&r.files)) {
    int fault = errno;
    close_all(&r.files);
    return g4_fail(err, G40_IO, "cannot run %s: %s", child->arguments[0], strerror(fault));
  }
  int fault = spawn(child, &r.files, &pid);
  for (int i = 0; i < CHANNELS; i++) {
    close_one(&r.files.theirs[i]);
  }
  if (fault) {
    close_all(&r.files);
    if (fault == ENOENT || fault == EACCES || fault == ENOTDIR) {
      end(&r, G4_CHILD_MISSING);
      return G40_OK;
    }
    return fault == ENOMEM ? g4_nomem(err)
                           : g4_fail(err, G40_IO, "cannot run %s: %s", child->arguments[0], strerror(fault));
  }
  talk(&r);
  close_all(&r.files);
  result->status = reap(&r, pid);
  return result->messages.failed ? g4_nomem(err) : G40_OK;
}

/*
 * A disk that fails when it is told to: put before the C library (LD_PRELOAD), it lets the n-th call of a kind on files below one folder end with an
 * errno, and what is done through SQLite and through Node alike meets it. Told by a file of one page that both sides have mapped (failing-disk.ts).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <sys/vfs.h>
#include <unistd.h>

enum kind { WRITE = 1, SYNC, OPEN, RENAME };

struct told {
  _Atomic int kind, error, at, stays, counted, failed;
  char below[1000];
  char where[1000];
};

static struct told *told;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("FAILING_DISK");
  int file = path == NULL ? -1 : open(path, O_RDWR);
  if (file < 0) return;
  void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (page != MAP_FAILED) told = page;
  close(file);
}

static int fails(enum kind kind, const char *path) {
  if (told == NULL || told->kind != (int)kind || strstr(path, told->below) == NULL) return 0;
  int now = ++told->counted;
  if (now < told->at || (now > told->at && !told->stays)) return 0;
  if (told->failed++ == 0) strncpy(told->where, path, sizeof told->where - 1);
  errno = told->error;
  return 1;
}

static int fails_on(enum kind kind, int file) {
  if (told == NULL || told->kind != (int)kind) return 0;
  char name[64], path[1000];
  snprintf(name, sizeof name, "/proc/self/fd/%d", file);
  ssize_t length = readlink(name, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return fails(kind, path);
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t count) {
  return fails_on(WRITE, file) ? -1 : NEXT(write)(file, bytes, count);
}
ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) {
  return fails_on(WRITE, file) ? -1 : NEXT(pwrite)(file, bytes, count, at);
}
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
  return fails_on(WRITE, file) ? -1 : NEXT(pwrite64)(file, bytes, count, at);
}
ssize_t writev(int file, const struct iovec *parts, int count) {
  return fails_on(WRITE, file) ? -1 : NEXT(writev)(file, parts, count);
}
ssize_t pwritev(int file, const struct iovec *parts, int count, off_t at) {
  return fails_on(WRITE, file) ? -1 : NEXT(pwritev)(file, parts, count, at);
}
ssize_t copy_file_range(int from, off64_t *at, int to, off64_t *there, size_t count, unsigned flags) {
  return fails_on(WRITE, to) ? -1 : NEXT(copy_file_range)(from, at, to, there, count, flags);
}
int ftruncate(int file, off_t length) { return fails_on(WRITE, file) ? -1 : NEXT(ftruncate)(file, length); }
int ftruncate64(int file, off64_t length) { return fails_on(WRITE, file) ? -1 : NEXT(ftruncate64)(file, length); }
int fsync(int file) { return fails_on(SYNC, file) ? -1 : NEXT(fsync)(file); }
int fdatasync(int file) { return fails_on(SYNC, file) ? -1 : NEXT(fdatasync)(file); }
/* A disk that has no room says so to who asks. */
int statfs(const char *path, struct statfs *found) {
  int done = NEXT(statfs)(path, found);
  int is_full = told != NULL && told->kind == WRITE && told->error == ENOSPC && told->stays;
  if (done == 0 && is_full && strstr(path, told->below) != NULL) found->f_bavail = 0;
  return done;
}
int statfs64(const char *path, struct statfs64 *found) {
  int done = NEXT(statfs64)(path, found);
  int is_full = told != NULL && told->kind == WRITE && told->error == ENOSPC && told->stays;
  if (done == 0 && is_full && strstr(path, told->below) != NULL) found->f_bavail = 0;
  return done;
}
int rename(const char *from, const char *to) { return fails(RENAME, to) ? -1 : NEXT(rename)(from, to); }

#define MODE(flags) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | O_TMPFILE)) { \
    va_list rest; \
    va_start(rest, flags); \
    mode = va_arg(rest, mode_t); \
    va_end(rest); \
  }

int open(const char *path, int flags, ...) {
  MODE(flags)
  return fails(OPEN, path) ? -1 : NEXT(open)(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  MODE(flags)
  return fails(OPEN, path) ? -1 : NEXT(open64)(path, flags, mode);
}

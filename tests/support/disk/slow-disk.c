/*
 * A disk that takes its time: put before the C library (LD_PRELOAD), it lets each write and each sync of files below one folder wait, as a worn hard disk does. How
 * long is told by a file of one page that both sides have mapped (slow-disk.ts), so that it may change while a desk is at work.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

struct told {
  /* Microseconds. */
  _Atomic int write, sync;
  _Atomic int writes, syncs;
  char below[1000];
};

static struct told *told;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("SLOW_DISK");
  int file = path == NULL ? -1 : open(path, O_RDWR);
  if (file < 0) return;
  void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (page != MAP_FAILED) told = page;
  close(file);
}

static void wait_for(int file, int is_sync) {
  int microseconds = told == NULL ? 0 : is_sync ? told->sync : told->write;
  if (microseconds <= 0) return;
  char name[64], path[1000];
  snprintf(name, sizeof name, "/proc/self/fd/%d", file);
  ssize_t length = readlink(name, path, sizeof path - 1);
  if (length < 0) return;
  path[length] = 0;
  if (strstr(path, told->below) == NULL) return;
  if (is_sync) told->syncs++;
  else told->writes++;
  struct timespec time = {microseconds / 1000000, (long)(microseconds % 1000000) * 1000};
  nanosleep(&time, NULL);
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t count) {
  wait_for(file, 0);
  return NEXT(write)(file, bytes, count);
}
ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) {
  wait_for(file, 0);
  return NEXT(pwrite)(file, bytes, count, at);
}
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
  wait_for(file, 0);
  return NEXT(pwrite64)(file, bytes, count, at);
}
int fsync(int file) {
  wait_for(file, 1);
  return NEXT(fsync)(file);
}
int fdatasync(int file) {
  wait_for(file, 1);
  return NEXT(fdatasync)(file);
}

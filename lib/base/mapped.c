// SPDX-License-Identifier: MIT
#include "base/mapped.h"

#include <fcntl.h>
#include <errno.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

bool map_file(const char *path, struct slice *bytes) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    struct stat status;
    bool known = fstat(file, &status) == 0;
    if (known && !S_ISREG(status.st_mode)) known = false, errno = EINVAL;
    *bytes = (struct slice){"", 0};
    if (known && status.st_size > 0) {
        void *memory = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
        known = memory != MAP_FAILED;
        if (known) *bytes = (struct slice){memory, (size_t)status.st_size};
    }
    int problem = errno;
    close(file);
    errno = problem;
    return known;
}

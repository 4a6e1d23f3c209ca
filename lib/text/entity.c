// SPDX-License-Identifier: MIT
#include "text/mention.h"

void join_mentions(struct search *search) {
    for (size_t m = 0; m < search->mention_count; m++) search->mentions[m].entity = m;
}

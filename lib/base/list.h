/* list: growing arrays of one type. May be used by: everything.
 *     LIST(struct token) tokens = {0};
 *     *list_push(&tokens) = token;          pointers into it are good until the next push
 *     list_free(&tokens); */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_LIST_H
#define DATELINE_LIST_H

#include <stddef.h>
#include <stdlib.h>

#include "base/die.h"

#define LIST(type)                                                                                                               \
    struct {                                                                                                                     \
        type *at;                                                                                                                \
        size_t count, room;                                                                                                      \
    }

#define list_reserve(list, wanted)                                                                                               \
    ((wanted) > (list)->room ? ((list)->room = (wanted) + (wanted) / 2 + 8,                                                      \
                                (list)->at = take_memory((list)->at, (list)->room, sizeof *(list)->at), (void)0)                 \
                             : (void)0)

#define list_push(list) (list_reserve(list, (list)->count + 1), &(list)->at[(list)->count++])

#define list_free(list) (free((list)->at), (list)->at = NULL, (list)->count = (list)->room = 0, (void)0)

#endif

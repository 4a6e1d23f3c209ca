/* outlook: what a parser's templates see: places in a configuration and around an arc. May be used by: text, learn, src/train. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_OUTLOOK_H
#define DATELINE_OUTLOOK_H

#include "text/traits.h"
#include "text/transition.h"

#include "text/features.h"

// Names of the places and how templates write them: s0 s1 s2 on top of the stack, b0 ... b3 at the front of the buffer; their children;
// their neighbours in the text; and the two words of an arc.
#define PARSER_PLACES(PLACE)                                                                                                          \
    PLACE(s0, "s0") PLACE(s1, "s1") PLACE(s2, "s2") PLACE(b0, "b0") PLACE(b1, "b1") PLACE(b2, "b2") PLACE(b3, "b3")                   \
    PLACE(s0_left, "s0.left") PLACE(s0_left2, "s0.left2") PLACE(s0_right, "s0.right") PLACE(s0_right2, "s0.right2")                   \
    PLACE(s1_left, "s1.left") PLACE(s1_left2, "s1.left2") PLACE(s1_right, "s1.right") PLACE(s1_right2, "s1.right2")                   \
    PLACE(b0_left, "b0.left") PLACE(b0_left2, "b0.left2")                                                                             \
    PLACE(s0_left_left, "s0.left.left") PLACE(s0_right_right, "s0.right.right") PLACE(s0_right_left, "s0.right.left")                 \
    PLACE(s1_right_right, "s1.right.right") PLACE(s1_right_left, "s1.right.left") PLACE(b0_left_left, "b0.left.left")                 \
    PLACE(s0_before, "s0.before") PLACE(s0_after, "s0.after") PLACE(s1_before, "s1.before") PLACE(s1_after, "s1.after")               \
    PLACE(b0_before, "b0.before") PLACE(b0_after, "b0.after") PLACE(s2_right, "s2.right")                                                                        \
    PLACE(head, "head") PLACE(child, "child") PLACE(head_left, "head.left") PLACE(head_left2, "head.left2")                           \
    PLACE(head_right, "head.right") PLACE(head_right2, "head.right2") PLACE(child_left, "child.left")                                 \
    PLACE(child_left2, "child.left2") PLACE(child_right, "child.right") PLACE(child_right2, "child.right2")                           \
    PLACE(head_before, "head.before") PLACE(head_after, "head.after") PLACE(child_before, "child.before")                             \
    PLACE(child_after, "child.after") PLACE(child_left_left, "child.left.left") PLACE(child_right_left, "child.right.left")
#define PLACE_NUMBER(name, text) PLACE_##name,
enum parser_place { PARSER_PLACES(PLACE_NUMBER) PLACE_COUNT };
#undef PLACE_NUMBER

extern const struct feature_names parser_names;

// What is to be seen of words before anything is decided: traits[count + 1], of which 0 is nobody's. `wanted` has bits of traits.
void fill_parser_traits(const struct clusters *clusters, const struct token *tokens, size_t count, uint32_t wanted, word_traits *traits);

// After perform_move: what is now to be seen of the two words of the arc.
void show_arc(const struct configuration *c, int child, word_traits *traits);

// values[view_count] of the templates' views: before a move, and before the relation of an arc is chosen.
void look_at_moves(const struct features *features, const struct configuration *c, word_traits *traits, uint32_t *values);
void look_at_arc(const struct features *features, const struct configuration *c, int head, int child, word_traits *traits, uint32_t *values);

#endif

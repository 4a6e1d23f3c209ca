/* mending: arcs that no sentence of news has, put right before events are sought. May be used by: story.
 * A parser learnt from treebanks, which are mostly of other kinds of text, now and then takes the names in front of a verb for the
 * top of the sentence and the verb for something that hangs on them. Words, tags and names are surer than trees there. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_MENDING_H
#define DATELINE_MENDING_H

#include "text/document.h"

// Changes heads and relations, now and then a tag, of a sentence that has been parsed; of others nothing. Each change is of a form
// that is never right: a tree without faults stays as it is. Heads may be any.
void mend_sentence(struct document *document, size_t sentence);

#endif

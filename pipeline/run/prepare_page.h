// What is worked out of a page that was read before the store sees it, on the workers' threads.
#pragma once

#include "pipeline/run/line.h"

namespace acta {

// Fills `identity` and `rows` of a page that has an article, and gives the article's URL the form in which pages are
// told apart: how it was reached (tracking parameters, sessions, fragments) makes no other article of it. The facts go:
// they are in the rows, and what a worker made it had better free itself. For LineOptions::prepare.
void PreparePage(PageReading& page);

}  // namespace acta

// What a mistake in a pack is told with: the place, the line, and a caret.
#pragma once

#include <string>

#include "pipeline/text/result.h"

namespace acta {

// "file:line:column: message", the line, and a caret under the column.
Error RuleError(const std::string& file, int line, int column, const std::string& message,
                const std::string& source);

}  // namespace acta

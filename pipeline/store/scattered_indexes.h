// The indexes whose entries begin with a hash or a name, so that those of one article lie all over them. Many articles at
// once are stored without them, and they are made at the end, sorted: so a bulk load writes each of their pages once and
// not again with every transaction. Meanwhile whoever reads looks through the table. The indexes of words stay, and are
// written in fewer and larger segments.
#pragma once

#include "pipeline/store/sqlite.h"

namespace acta {

// Outside of a transaction, both.
Result<void> DropScatteredIndexes(const Database& db);

// Makes those that are not there, and has words merged as ever; none is missing but after a load, or one that was killed.
Result<void> MakeScatteredIndexes(const Database& db);

}  // namespace acta

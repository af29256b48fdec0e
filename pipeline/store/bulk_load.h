// How many articles at once are written. The indexes whose entries begin with a hash or a name, so that those of one article
// lie all over them, are dropped and made at the end, sorted: each of their pages is written once and not again with every
// transaction. Meanwhile whoever reads looks through the table. The indexes of words stay, and are written in fewer and
// larger segments.
#pragma once

#include "pipeline/store/sqlite.h"

namespace acta {

// Outside of a transaction, both.
Result<void> BeginBulkLoad(const Database& db);

// Makes the indexes that are not there, and has words merged as ever: after a load, or one that was killed. Nothing else.
Result<void> EndBulkLoad(const Database& db);

}  // namespace acta

// Who issued a document of which the text only has the number: “198/CĐ-TTg” is the Prime Minister's.
//
//   if (auto issuer = IssuerByNumber(pack, bodies, document)) …
//
// A pack lists the letters of numbers, and some whole numbers, in its table documents.issuers: with a name, or with a kind
// (“UBND”: of any province), which means the body of this kind that the article names, if it names but one.
#pragma once

#include "extractors/engine/bodies.h"
#include "schemas/records.h"

namespace acta {

Maybe<std::string> IssuerByNumber(const Pack& pack, const Bodies& bodies, const Resolution& document);

// Whether nothing but its number says who issued a document.
bool IsIssuerByNumber(const Resolution& document);

}  // namespace acta

// A record of a WARC file, ISO 28500:2017 (WARC 1.1): named fields, an empty line, a block.
//
//   WarcRecord record;
//   record.Set("WARC-Type", "metadata");
//   record.block = "via: https://example.org/\r\n";
//   std::string bytes = FormatRecord(record);      // "WARC/1.1\r\nWARC-Type: metadata\r\n … \r\n\r\n"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/text/page.h"

namespace acta {

// Where a record begins: byte of the file where its gzip member does (0 for a file that is not compressed),
// and bytes of content from there.
struct WarcLocation {
  uint64_t member = 0;
  uint64_t skip = 0;
};

struct WarcRecord {
  Headers fields;      // as given when made here; names in lower case when read
  std::string block;   // as many bytes as Content-Length says
  WarcLocation where;  // when it was read

  // Of a record that was read: "response", "<urn:uuid:…>", the URI without the brackets that some writers set.
  std::string type() const;
  std::string_view id() const { return Field("warc-record-id"); }
  std::string_view target() const;
  // Value of a field (name in lower case), or "".
  std::string_view Field(std::string_view name) const { return HeaderValue(fields, name); }

  void Set(std::string name, std::string value) { fields.emplace_back(std::move(name), std::move(value)); }
};

// The bytes of a record. Adds Content-Length; line ends and other controls within values become blanks.
std::string FormatRecord(const WarcRecord& record);

// "2025-09-05T08:15:00Z", to the second or with the fraction that `ms` has. 0 when it is no such date.
std::string FormatWarcDate(int64_t ms);
int64_t ParseWarcDate(std::string_view date);  // milliseconds since 1970

// "<urn:uuid:…>", random (RFC 9562, version 4).
std::string NewRecordId();

}  // namespace acta

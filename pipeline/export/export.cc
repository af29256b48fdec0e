#include "pipeline/export/export.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "pipeline/export/reading.h"

namespace acta {

std::optional<ExportFormat> ParseExportFormat(std::string_view name) {
  const auto* found = std::find(std::begin(kExportFormatNames), std::end(kExportFormatNames), name);
  if (found == std::end(kExportFormatNames)) return std::nullopt;
  return static_cast<ExportFormat>(found - std::begin(kExportFormatNames));
}

Result<ExportCount> Export(const Database& db, ExportFormat format, const ExportFilter& filter,
                           const ExportOptions& options, std::ostream& out) {
  using namespace exporting;
  Result<ExportCount> count;
  switch (format) {
    case ExportFormat::kJsonl:
      count = WriteJsonl(db, filter, out);
      break;
    case ExportFormat::kCsv:
      count = WriteCsv(db, filter, options.raw, out);
      break;
    case ExportFormat::kFtm:
      count = WriteFtm(db, filter, out);
      break;
    case ExportFormat::kPopolo:
      count = WritePopolo(db, filter, out);
      break;
    case ExportFormat::kAnnotations:
      count = WriteAnnotations(db, filter, out);
      break;
  }
  out.flush();
  if (count && !out) return Fail("unwritable", "the export could not be written whole; is the disk full?");
  return count;
}

Result<ExportCount> ExportToFile(const Database& db, ExportFormat format, const ExportFilter& filter,
                                 const ExportOptions& options, const std::string& named) {
  // A link stays a link. A pipe or a device is written to; only a file can be there whole or not at all.
  std::error_code error;
  const std::filesystem::path target = std::filesystem::weakly_canonical(named, error);
  const std::string path = error ? named : target.string();
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
    std::ofstream out(path, std::ios::binary);
    if (!out) return Fail("unwritable", path + " cannot be written");
    return Export(db, format, filter, options, out);
  }
  const std::string beside = path + ".part" + std::to_string(getpid());
  std::ofstream out(beside, std::ios::binary | std::ios::trunc);
  if (!out) return Fail("unwritable", path + " cannot be written");
  Result<ExportCount> count = Export(db, format, filter, options, out);
  out.close();
  if (count && (!out || std::rename(beside.c_str(), path.c_str()) != 0)) {
    count = Fail("unwritable", path + " could not be written whole");
  }
  if (!count) std::remove(beside.c_str());
  return count;
}

}  // namespace acta

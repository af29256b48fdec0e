// The whole line, from inputs or sources to the database: what "acta ingest" and "acta run" do.
#pragma once

#include <string>
#include <vector>

#include "pipeline/cli/monitor.h"

namespace acta::cli {

struct IngestVerb {
  std::vector<std::string> inputs;  // files, folders, URLs; none: the sources
  std::string sources;              // path of sources.toml
  std::vector<std::string> only;    // names of sources; none: all
  std::string db, packs, since;
  std::string warc;  // folder for the archive; "": none
  ReadOptions read;
  FetchOptions fetch;
  MonitorOptions monitor;
  size_t limit = 0;
  double max_error_rate = 1;
  int workers = 0;
  bool dry_run = false;
  bool keep_running = false;
  bool no_resolve = false;  // entities are left for later
};

// Each returns the exit status.
int IngestInputs(const IngestVerb& verb);
int IngestSources(const IngestVerb& verb);
int PreviewSources(const IngestVerb& verb);  // --dry-run

// Those of the file that were chosen. Fails with "config" or "usage".
Result<std::vector<Source>> ChosenSources(const std::string& path, const std::vector<std::string>& only);

// What is missing for the sources to be asked at all: nothing is allowed without a contact or --allow-private.
Result<void> RequireContact(const FetchOptions& fetch);

}  // namespace acta::cli

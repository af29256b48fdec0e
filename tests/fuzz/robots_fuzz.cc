// Any bytes are a robots.txt; /robots.txt is always allowed; escaping a path differently changes nothing.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "pipeline/fetch/robots.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace acta;
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  size_t half = bytes.find('\0');
  std::string path = "/" + std::string(half == std::string_view::npos ? "a/b?c=d" : bytes.substr(half + 1));
  RobotsTxt robots = RobotsTxt::Parse(bytes.substr(0, half));
  if (!robots.Allows("acta", "/robots.txt")) std::abort();
  if (auto delay = robots.CrawlDelay("acta"); delay && !(*delay >= 0)) std::abort();
  path = path.substr(0, path.find('#'));
  if (robots.Allows("acta", path) != robots.Allows("ACTA", NormalizedRobotsPath(path, false))) std::abort();
  return 0;
}

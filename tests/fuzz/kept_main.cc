// Runs a fuzz target over kept inputs, without libFuzzer: what fuzzing once found stays found in every build.
//
//   pattern_kept tests/fuzz/kept/pattern_fuzz
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  int inputs = 0;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(argc == 2 ? argv[1] : "", error)) {
    std::ifstream in(entry.path(), std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    std::printf("%s\n", entry.path().filename().c_str());
    std::fflush(stdout);
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
    ++inputs;
  }
  if (inputs == 0) std::fprintf(stderr, "usage: %s FOLDER, which holds inputs\n", argv[0]);
  return inputs == 0;
}

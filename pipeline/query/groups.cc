#include "pipeline/query/groups.h"

#include "pipeline/store/fold.h"

namespace acta {
namespace {

// What a body is called, folded, as the beginning of its name or a word in it, and the groups of such bodies.
struct Kind {
  std::string_view beginning, word;  // either may be empty
  std::string_view groups;
};

constexpr std::string_view kDepartments =
    "\"cac so\" OR \"so nganh\" OR \"so ban nganh\" OR departments OR \"departments branches\" OR "
    "\"departments sectors\" OR департаменты OR \"все департаменты\" OR отделы";
constexpr std::string_view kMinistries =
    "\"cac bo\" OR \"bo nganh\" OR ministries OR \"министерства\" OR \"все министерства\"";
constexpr std::string_view kCommunes =
    "\"cac xa\" OR \"cac phuong\" OR \"xa phuong\" OR \"cac dia phuong\" OR communes OR wards OR localities "
    "OR "
    "коммуны OR общины";
constexpr std::string_view kDistricts =
    "\"cac huyen\" OR \"cac dia phuong\" OR \"huyen thi xa\" OR districts OR localities OR районы OR уезды";

constexpr Kind kKinds[] = {
    {"so ", "", kDepartments},
    {"", "department", kDepartments},
    {"", "департамент", kDepartments},
    {"bo ", "", kMinistries},
    {"", "ministry", kMinistries},
    {"", "министерств", kMinistries},
    {"ubnd xa", "", kCommunes},
    {"ubnd phuong", "", kCommunes},
    {"xa ", "", kCommunes},
    {"phuong ", "", kCommunes},
    {"", "commune", kCommunes},
    {"", "коммун", kCommunes},
    {"uy ban nhan dan xa", "", kCommunes},
    {"ubnd huyen", "", kDistricts},
    {"huyen ", "", kDistricts},
    {"", "district", kDistricts},
    {"", "район", kDistricts},
};

}  // namespace

std::string GroupsOf(std::string_view agency) {
  const std::string folded = FoldForSearch(agency);
  for (const Kind& kind : kKinds) {
    if (!kind.beginning.empty() && folded.starts_with(kind.beginning)) return std::string(kind.groups);
    if (!kind.word.empty() && folded.find(kind.word) != folded.npos) return std::string(kind.groups);
  }
  return "\"\"";
}

}  // namespace acta

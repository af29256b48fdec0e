#include "pipeline/fetch/address.h"

#include <gtest/gtest.h>

namespace acta {
namespace {

TEST(Address, ClassesByTheIanaRegistries) {
  constexpr auto kPublic = AddressClass::kPublic;
  constexpr auto kPrivate = AddressClass::kPrivate;
  constexpr auto kReserved = AddressClass::kReserved;
  static constexpr struct {
    const char* text;
    AddressClass expected;
  } kCases[] = {{"8.8.8.8", kPublic},
                {"0.0.0.0", kPrivate},
                {"10.255.255.255", kPrivate},
                {"11.0.0.0", kPublic},
                {"100.63.255.255", kPublic},
                {"100.64.0.1", kPrivate},
                {"100.127.255.255", kPrivate},
                {"100.128.0.0", kPublic},
                {"127.0.0.1", kPrivate},
                {"127.255.255.254", kPrivate},
                {"169.254.169.254", kPrivate},
                {"172.15.0.1", kPublic},
                {"172.16.0.1", kPrivate},
                {"172.31.255.255", kPrivate},
                {"172.32.0.0", kPublic},
                {"192.0.0.8", kReserved},
                {"192.0.2.1", kReserved},
                {"192.168.1.1", kPrivate},
                {"192.169.0.1", kPublic},
                {"198.17.255.255", kPublic},
                {"198.18.0.1", kReserved},
                {"198.19.255.255", kReserved},
                {"198.20.0.0", kPublic},
                {"198.51.100.7", kReserved},
                {"203.0.113.7", kReserved},
                {"224.0.0.1", kReserved},
                {"240.0.0.1", kReserved},
                {"255.255.255.255", kReserved},
                {"2606:4700::1111", kPublic},
                {"::", kPrivate},
                {"::1", kPrivate},
                {"[::1]", kPrivate},
                {"fc00::1", kPrivate},
                {"fdff::1", kPrivate},
                {"fe80::1", kPrivate},
                {"fe80::1%eth0", kPrivate},
                {"febf::1", kPrivate},
                {"fec0::1", kPrivate},
                {"ff02::1", kReserved},
                {"2001:db8::1", kReserved},
                {"2001::1", kReserved},
                {"100::1", kReserved},
                {"::ffff:127.0.0.1", kPrivate},
                {"::ffff:8.8.8.8", kPublic},
                {"::ffff:10.1.2.3", kPrivate},
                {"::ffff:0:10.0.0.1", kPrivate},
                {"::127.0.0.1", kPrivate},
                {"::7f00:1", kPrivate},
                {"64:ff9b::127.0.0.1", kPrivate},
                {"64:ff9b::8.8.8.8", kPublic},
                {"64:ff9b:1::1", kPrivate},
                {"2002:7f00:1::", kPrivate},
                {"2002:808:808::", kPublic},
                {"2002:c0a8:101::1", kPrivate}};
  for (const auto& c : kCases) {
    auto got = ClassifyAddress(std::string_view(c.text));
    ASSERT_TRUE(got) << c.text;
    EXPECT_EQ(*got, c.expected) << c.text;
  }
  EXPECT_FALSE(ClassifyAddress(std::string_view("example.org")));
  EXPECT_FALSE(ClassifyAddress(std::string_view("")));
}

TEST(Address, AnUnknownFamilyIsNeverAsked) {
  sockaddr address{};
  address.sa_family = AF_UNIX;
  EXPECT_EQ(ClassifyAddress(address), AddressClass::kReserved);
}

}  // namespace
}  // namespace acta

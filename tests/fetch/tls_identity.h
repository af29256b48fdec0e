// Keys and certificates for tests of TLS, made at run time.
#pragma once

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <string>

namespace acta {

template <auto Free>
struct Freer {
  template <class T>
  void operator()(T* pointer) const {
    Free(pointer);
  }
};
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;

struct Identity {
  Key key;
  Certificate certificate;
};

// A self-signed certificate for `name` (an IP address), valid from yesterday until `seconds` from now
// (negative: it has expired).
Identity MakeIdentity(const std::string& name, long seconds);

void WriteCertificate(const Identity& identity, const std::string& path);  // PEM
void WriteKey(const Identity& identity, const std::string& path);

}  // namespace acta

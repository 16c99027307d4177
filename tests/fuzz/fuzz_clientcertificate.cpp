// SPDX-License-Identifier: GPL-3.0-or-later
// A person's own certificate and key (PEM). PKCS#12 is left out: the libraries alone read it, for as long as the file asks.
#include "crypto/clientcertificate.h"
#include "crypto/runtime.h"
#include "fuzz.h"
#include "net/clientcertificate.h"

namespace
{

void checkCrypto(const QByteArray &pem)
{
    const auto made = crypto::ClientCertificate::fromPem(pem);
    if (!made) {
        fuzz::require(made.error().kind == ErrorKind::Invalid && !made.error().text.isEmpty(), "a person is told why");
        return;
    }
    fuzz::require(!made->chain().isEmpty() && !made->keyPem().isEmpty() && made->expires().isValid(), "a certificate is whole");
}

void checkNet(const QByteArray &pem)
{
    const auto made = net::ClientCertificate::fromParts(pem, pem, {});
    if (!made)
        return;
    fuzz::require(!made->chain.isEmpty() && !made->key.isNull(), "a certificate is whole");
    (void)made->xmppAddresses();
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz::needApplication();
    static const crypto::Runtime runtime;
    const QByteArray pem = fuzz::bytes(data, size);
    checkCrypto(pem);
    checkNet(pem);
    return 0;
}

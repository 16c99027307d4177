// SPDX-License-Identifier: GPL-3.0-or-later
// What libFuzzer's programs need of tests/support/lsan.supp: nobody starts them with options.

extern "C" const char *__lsan_default_suppressions();

extern "C" const char *__lsan_default_suppressions()
{
    return "leak:libcrypto\n";
}

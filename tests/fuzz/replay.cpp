// SPDX-License-Identifier: GPL-3.0-or-later
// The main() of a fuzzer where there is no libFuzzer: runs the seeds of one folder, and the empty input.
#include "fuzz.h"

#include <QDir>
#include <QFile>

int main(int argc, char *argv[])
{
    const QDir folder(argc == 2 ? QFile::decodeName(argv[1]) : QString());
    const QStringList names = argc == 2 ? folder.entryList(QDir::Files | QDir::Hidden, QDir::Name) : QStringList();
    if (names.isEmpty()) {
        std::fprintf(stderr, "usage: %s FOLDER, which has at least one file\n", argv[0]);
        return 2;
    }
    LLVMFuzzerTestOneInput(nullptr, 0);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s: %s\n", qPrintable(file.fileName()), qPrintable(file.errorString()));
            return 2;
        }
        std::printf("%s\n", qPrintable(name));
        std::fflush(stdout); // the last line names the seed that ended the program
        const QByteArray bytes = file.readAll();
        LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size()));
    }
    return 0;
}

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules find what they forbid, and leave alone what they allow."""
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
import rules  # noqa: E402

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"


class Rules(unittest.TestCase):
    def breaches(self, check, files):
        with tempfile.TemporaryDirectory() as folder:
            tree = Path(folder).resolve()
            for name, text in files.items():
                (tree / name).parent.mkdir(parents=True, exist_ok=True)
                (tree / name).write_text(text)
            return [f"{where}:{line}" for where, line, _ in check(tree)]

    def includes(self, path, *names):
        return len(self.breaches(rules.check_includes, {path: SPDX + "".join(f"#include {name}\n" for name in names)}))

    def test_arrows(self):
        self.assertEqual(self.includes("lib/stream/a.cpp", '"xml/element.h"', '"base/jid.h"', '"crypto/hash.h"', "<QTimer>"), 0)
        self.assertEqual(self.includes("lib/im/a.cpp", '"stanza/iq.h"', '"store/database.h"'), 0)
        self.assertEqual(self.includes("lib/base/a.cpp", '"xml/element.h"'), 1)
        self.assertEqual(self.includes("lib/xml/a.cpp", '"stanza/iq.h"', '"net/socket.h"'), 2)
        self.assertEqual(self.includes("lib/store/a.cpp", '"xml/element.h"', '"data/message.h"'), 1)
        self.assertEqual(self.includes("lib/im/a.cpp", '"views/chats/list.h"'), 1)
        self.assertEqual(self.includes("app/main.cpp", '"store/database.h"', '"shell/mainwindow.h"'), 0)
        self.assertEqual(self.includes("lib/unheardof/a.cpp", "<QString>"), 1)

    def test_windows_know_no_protocol(self):
        self.assertEqual(self.includes("ui/models/a.cpp", '"im/account.h"', '"data/message.h"', '"base/jid.h"'), 0)
        self.assertEqual(self.includes("ui/views/chats/a.cpp", '"xml/element.h"', '"xep/roster/roster.h"', '"stream/connector.h"', '"store/database.h"'), 4)
        self.assertEqual(self.includes("ui/widgets/a.cpp", '"im/account.h"'), 1)

    def test_the_file_beside_counts_by_its_folder(self):
        files = {"lib/xep/ping/ping.cpp": SPDX + '#include "ping.h"\n', "lib/xep/ping/ping.h": SPDX}
        self.assertEqual(self.breaches(rules.check_includes, files), [])

    def test_foreign_headers(self):
        self.assertEqual(self.includes("lib/crypto/a.cpp", "<QtCrypto>"), 0)
        self.assertEqual(self.includes("lib/net/a.cpp", "<QtCrypto>", "<QSslSocket>"), 1)
        self.assertEqual(self.includes("lib/stream/a.cpp", "<QTcpSocket>", "<QNetworkAccessManager>", "<QSslCertificate>"), 2)
        self.assertEqual(self.includes("lib/im/a.cpp", "<QSqlQuery>", "<QImage>", "<QWidget>", "<QTextDocument>"), 4)
        self.assertEqual(self.includes("ui/models/a.cpp", "<QAbstractListModel>", "<QIcon>"), 1)
        self.assertEqual(self.includes("lib/base/a.cpp", "<QTextBoundaryFinder>", "<QTextStream>", "<QByteArrayView>", "<QStringView>", "<QLocale>", "<QJsonArray>"), 0)
        self.assertEqual(self.includes("app/a.cpp", "<hunspell/hunspell.hxx>"), 0)
        self.assertEqual(self.includes("ui/widgets/a.cpp", "<hunspell/hunspell.hxx>"), 1)
        self.assertEqual(self.includes("lib/xml/a.cpp", "<QXmlStreamReader>", "<QBuffer>", "<QVarLengthArray>"), 0)

    def test_sources(self):
        files = {
            "lib/a/good.h": SPDX + "#pragma once\n",
            "lib/a/Bad.h": "#pragma once\n",
            "ui/b/bad.cpp": SPDX + "label->setTextFormat(Qt::RichText);\nview.setHtml(x);\nlabel->setTextFormat(Qt::PlainText);\n",
            "app/long.cpp": SPDX + "\n" * 600,
        }
        self.assertEqual(self.breaches(rules.check_sources, files),
                         ["lib/a/Bad.h:1", "lib/a/Bad.h:1", "ui/b/bad.cpp:2", "ui/b/bad.cpp:2", "ui/b/bad.cpp:3", "app/long.cpp:500"])

    def test_scripts(self):
        good = "# http://jabber.org/protocol/muc\ncurl http://127.0.0.1:80/ http://localhost/\ncd /root-of-all\n"
        self.assertEqual(self.breaches(rules.check_scripts, {"packaging/good": good}), [])
        self.assertEqual(len(self.breaches(rules.check_scripts, {"tests/bad": "deb http://" + "deb.somewhere.org/x y\ncd /" + "work/main\n"})), 2)

    def test_doap(self):
        doap = '<xmpp:xep rdf:resource="https://xmpp.org/extensions/xep-0184.html"/>'
        files = {"packaging/palique.doap": doap, "lib/xep/a/a.h": "//! XEP-0184\n//! XEP-0999 3\n", "lib/xep/a/a.cpp": "// XEP-0998\n", "lib/data/b.h": "//! XEP-0998\n"}
        self.assertEqual(self.breaches(rules.check_doap, files), ["lib/xep/a/a.h:2"])

    def test_translations(self):
        ts = "<TS><context><message><source>a</source><translation{}>{}</translation></message></context></TS>"
        self.assertEqual(self.breaches(rules.check_translations, {"translations/palique_es.ts": ts.format("", "á")}), [])
        self.assertEqual(len(self.breaches(rules.check_translations, {"translations/palique_es.ts": ts.format(' type="unfinished"', "")})), 1)
        self.assertEqual(len(self.breaches(rules.check_translations, {"translations/palique_es.ts": ts.format("", "")})), 1)


if __name__ == "__main__":
    unittest.main()

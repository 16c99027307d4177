#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's rules that a compiler does not check.

    rules.py doap|includes|sources|scripts|translations SOURCE_TREE

Prints each breach as path:line: text and exits 1 if there is one.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

# "May include": what a folder names here it sees, with everything that one sees.
ARROWS = {
    "lib/base": [],
    "lib/crypto": ["lib/base"],
    "lib/xml": ["lib/base"],
    "lib/data": ["lib/base"],
    "lib/stanza": ["lib/xml"],
    "lib/net": ["lib/base", "lib/crypto"],
    "lib/sasl": ["lib/crypto"],
    "lib/stream": ["lib/stanza", "lib/net", "lib/sasl"],
    "lib/session": ["lib/stream"],
    "lib/xep": ["lib/session"],
    "lib/store": ["lib/data"],
    "lib/transfer": ["lib/store"],
    "lib/e2ee": ["lib/xep", "lib/store", "lib/crypto"],
    "lib/media": ["lib/base"],
    "lib/im": ["lib/xep", "lib/store", "lib/transfer", "lib/e2ee", "lib/media"],
    "ui/style": [],
    "ui/widgets": ["ui/style"],
    "ui/models": ["lib/im"],
    "ui/views": ["ui/models", "ui/widgets"],
    "ui/shell": ["ui/views"],
}
# What lies below im/ but is protocol, so that no window may see it.
PROTOCOL = {"lib/xml", "lib/stanza", "lib/stream", "lib/session", "lib/xep", "lib/sasl", "lib/net", "lib/crypto"}
# A window reaches the store through im/.
HIDDEN_FROM_UI = PROTOCOL | {"lib/store", "lib/transfer", "lib/e2ee", "lib/media"}

# QHostAddress, QSslCertificate and QSslError are plain values: anything above net/ may pass them on.
SOCKETS = re.compile(r"^(QtNetwork(/.*)?|Q(Tcp|Ssl|Udp|Abstract|Sctp|Local)Socket|QTcpServer|QSslServer|QLocalServer|QDnsLookup|QHostInfo"
                     r"|QNetwork(AccessManager|Request|Reply|Proxy|ProxyFactory|Datagram|Information|Interface)|QWebSocket(Server)?|QtWebSockets(/.*)?"
                     r"|QSslConfiguration|QSslCipher|QSslPreSharedKeyAuthenticator)$")
QCA = re.compile(r"^(QtCrypto(/.*)?|Qca-qt6/.*|qca\w*\.h)$")
SPELLING = re.compile(r"^hunspell/.*$")
SQL = re.compile(r"^(QtSql(/.*)?|QSql\w*|sqlite3\.h)$")
# Headers of QtGui and QtWidgets by their class; QtCore and QtNetwork have none of these.
WINDOWS = re.compile(r"^(Qt(Gui|Widgets|Svg|SvgWidgets|PrintSupport|Quick|Qml|OpenGL)(/.*)?"
                     r"|Q(Gui)?Application|Q(Action|ActionGroup|Bitmap|Brush|Clipboard|Color|Cursor|Desktop\w*|Drag|Font\w*|Icon\w*|Image\w*|Input\w*|KeySequence"
                     r"|Matrix4x4|Movie|Offscreen\w*|PageLayout|Paint\w*|Palette|Pen|Picture|Pixmap\w*|Polygon\w*|Raster\w*|Region|RgbaFloat|Screen|Session\w*Manager"
                     r"|Shortcut\w*|StandardItem\w*|Static\w*Text|StyleHints|SurfaceFormat|Svg\w*|SyntaxHighlighter|Text(Block|Char|Cursor|Document|Format|Frame|Layout|List|Option|Table)\w*"
                     r"|Touch\w*|Transform|Undo\w*|Validator|Window|Accessible\w*|AbstractItemView|Abstract(Button|ScrollArea|Slider|SpinBox|ItemDelegate)"
                     r"|(\w*)Widget|(\w*)Button|(\w*)Dialog|(\w*)Layout|(?!(ByteArray|String|Utf8String|AnyString|Latin1String)View)(\w*)View|(\w*)Delegate|(\w*)Bar|(\w*)Menu|Label|(\w*)Edit|(\w*)Box|Style|(\w*)Style|Splitter|ToolTip|Completer))$")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
LIMIT = 500
HEADER = "// SPDX-License-Identifier: GPL-3.0-or-later"


def closure(folder):
    """Every folder this one may include, itself too."""
    seen, queue = set(), [folder]
    while queue:
        here = queue.pop()
        if here not in seen:
            seen.add(here)
            queue += ARROWS[here]
    if folder.startswith("ui/"):
        seen -= HIDDEN_FROM_UI
    return seen


def code_files(tree):
    for top in ("lib", "ui", "app"):
        for path in sorted((tree / top).rglob("*")):
            if path.suffix in (".h", ".cpp") and path.is_file():
                yield path


def folder_of(tree, path):
    parts = path.relative_to(tree).parts
    return "app" if parts[0] == "app" else "/".join(parts[:2])


def target_of(tree, path, name):
    """The project's folder an include line points into, or None for a foreign header."""
    beside = path.parent / name
    if beside.is_file() and tree in beside.resolve().parents:
        return folder_of(tree, beside.resolve())
    for root in ("lib", "ui"):
        if (tree / root / name).is_file() or f"{root}/{name.split('/')[0]}" in ARROWS and "/" in name:
            return f"{root}/{name.split('/')[0]}"
    return None


def check_includes(tree):
    for path in code_files(tree):
        folder = folder_of(tree, path)
        where = path.relative_to(tree)
        if folder != "app" and folder not in ARROWS:
            yield where, 1, f"{folder}/ is in no arrow of DESIGN.md"
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            found = INCLUDE.match(line)
            if not found:
                continue
            name = found[2]
            target = target_of(tree, path, name)
            if target:
                if folder != "app" and target not in closure(folder):
                    yield where, number, f"{folder}/ may not include {name}"
                continue
            if QCA.match(name) and folder not in ("lib/crypto", "lib/sasl", "app"):
                yield where, number, f"only crypto/ and sasl/ see QCA: {name}"
            if SOCKETS.match(name) and folder not in ("lib/net", "app"):
                yield where, number, f"only net/ sees sockets: {name}"
            if SPELLING.match(name) and folder != "app":
                yield where, number, f"only app/ sees Hunspell, the rest a widgets::Speller: {name}"
            if SQL.match(name) and folder not in ("lib/store", "app"):
                yield where, number, f"only store/ sees Qt Sql: {name}"
            if WINDOWS.match(name) and (folder.startswith("lib/") or folder == "ui/models"):
                yield where, number, f"{folder}/ knows no window: {name}"


FORBIDDEN = [
    (re.compile(r"\bsetHtml\s*\("), "text is never HTML"),
    (re.compile(r"\bQt::(RichText|AutoText|MarkdownText)\b"), "every label is Qt::PlainText"),
    (re.compile(r"\bsetTextFormat\s*\(\s*(?!Qt::PlainText)"), "every label is Qt::PlainText"),
    (re.compile(r"\b(TODO|FIXME|XXX)\b"), "nothing is left for later in the code"),
    (re.compile(r"\bQSslSocket::VerifyNone\b|\bignoreSslErrors\s*\(\s*\)"), "certificates are judged one by one"),
    (re.compile(r"\bQMessageBox::(information|warning|critical|question)\s*\("), "dialogs go through an interface"),
    (re.compile(r"\binstance\s*\(\s*\)\s*\{"), "no singletons of our own"),
]


def check_sources(tree):
    for path in code_files(tree):
        where = path.relative_to(tree)
        lines = path.read_text().splitlines()
        if not lines or lines[0] != HEADER:
            yield where, 1, f"the first line is not '{HEADER}'"
        if path.suffix == ".h" and "#pragma once" not in lines:
            yield where, 1, "a header without #pragma once"
        if path.name != path.name.lower():
            yield where, 1, "file names are lowercase"
        if len(lines) > LIMIT:
            yield where, LIMIT, f"{len(lines)} lines: over {LIMIT} a file is two files"
        for number, line in enumerate(lines, 1):
            for pattern, why in FORBIDDEN:
                if pattern.search(line):
                    yield where, number, f"{why}: {line.strip()}"


# A host somebody's packages come from; reserved names and documentation are none.
HOST = re.compile(r"\b(https?|ftp)://([A-Za-z0-9.-]+)")
HARMLESS = re.compile(r"(^|\.)(localhost|example|test|invalid|example\.(com|org|net)|w3\.org|xmpp\.org|jabber\.org|gnu\.org|cmake\.org|usefulinc\.com|xmlns\.com|freedesktop\.org|etherx\.jabber\.org)$")
LOOPBACK = re.compile(r"^(127\.|0\.0\.0\.0|\[)")
MACHINE = re.compile(r"(?<![\w$}./-])/(work|tmp/w|root|home/\w+)/")


def scripts(tree):
    for top in ("packaging", "tests", ".ci", "cmake"):
        for path in sorted((tree / top).rglob("*")):
            if not path.is_file() or path.suffix in (".h", ".cpp", ".png", ".svg", ".doap", ".xml") or "__pycache__" in path.parts:
                continue
            if "rules" in path.parts:
                continue
            yield path


def check_scripts(tree):
    for path in scripts(tree):
        try:
            lines = path.read_text().splitlines()
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(lines, 1):
            for found in HOST.finditer(line):
                if not HARMLESS.search(found[2]) and not LOOPBACK.match(found[2]):
                    yield path.relative_to(tree), number, f"a host is named: {line.strip()}"
            if MACHINE.search(line):
                yield path.relative_to(tree), number, f"a path of one machine: {line.strip()}"


def check_translations(tree):
    for path in sorted((tree / "translations").glob("*.ts")):
        if path.stem.endswith("_en"):
            continue  # English is the source; its file holds plural forms alone
        for message in ElementTree.parse(path).getroot().iter("message"):
            translation = message.find("translation")
            source = message.findtext("source", "")
            if translation is None or translation.get("type") == "unfinished":
                yield path.relative_to(tree), 1, f"not translated: {source!r}"
            elif translation.get("type") in ("vanished", "obsolete"):
                continue
            elif not "".join(translation.itertext()).strip():
                yield path.relative_to(tree), 1, f"translated as nothing: {source!r}"


XEP = re.compile(r"XEP-(\d{4})")


def check_doap(tree):
    """What a header of the protocol says it implements is in the list of supported extensions."""
    listed = set(re.findall(r"xep-(\d{4})\.html", (tree / "packaging/palique.doap").read_text()))
    for path in code_files(tree):
        if folder_of(tree, path) not in ("lib/xep", "lib/stream") or path.suffix != ".h":
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            for xep in XEP.findall(line):
                if xep not in listed:
                    yield path.relative_to(tree), number, f"XEP-{xep} is not in packaging/palique.doap"


CHECKS = {"doap": check_doap, "includes": check_includes, "sources": check_sources, "scripts": check_scripts, "translations": check_translations}


def main():
    check, tree = CHECKS[sys.argv[1]], Path(sys.argv[2]).resolve()
    breaches = [f"{where}:{line}: {text}" for where, line, text in check(tree)]
    print("\n".join(breaches) or f"{sys.argv[1]}: nothing to say")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())

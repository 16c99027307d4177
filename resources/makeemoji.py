#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes resources/emoji.txt anew from three packages of Debian.

    makeemoji.py ROOT > emoji.txt

ROOT is a folder in which unicode-data, unicode-cldr-core and golang-github-yuin-goldmark-emoji-dev are unpacked
(apt-get download, then dpkg -x). What the facts are, and under which terms, is told in the file's own head.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

SELECTOR = "\ufe0f"
TONES = [chr(point) for point in range(0x1F3FB, 0x1F400)]

HEAD = """\
# The emoji, their names and how they are looked for. Written by resources/makeemoji.py, not by hand.
#
# A line that begins with "@" begins a category. Every other line is one emoji, its columns set apart by tabs:
#   the emoji; "t" if it comes in five skin tones (the tone goes behind the first character); its name in English; in
#   Spanish; its short names; more words in English; more words in Spanish. A comma sets apart what is in one column.
#
# Order, categories and tones are from emoji-test.txt (Debian's unicode-data), names and words from the annotations of the
# Common Locale Data Repository (unicode-cldr-core), short names from goldmark-emoji (golang-github-yuin-goldmark-emoji-dev).
#
"""


def notice(root, package, first, last):
    """The terms a package states for its data, as comment lines."""
    lines = (root / "usr/share/doc" / package / "copyright").read_text().splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith(first))
    end = next(i for i, line in enumerate(lines) if i > start and last in line)
    return [("# " + re.sub(r"^ ?\.?$|^ ", "", line)).rstrip() for line in lines[start:end + 1]]


def annotations(root, language):
    names, words = {}, {}
    for folder in ("annotations", "annotationsDerived"):
        tree = ElementTree.parse(root / f"usr/share/unicode/cldr/common/{folder}/{language}.xml")
        for entry in tree.getroot().iter("annotation"):
            if entry.text in (None, "↑↑↑"):
                continue
            if entry.get("type") == "tts":
                names[entry.get("cp")] = entry.text.strip()
            else:
                words[entry.get("cp")] = [word.strip() for word in entry.text.split("|")]
    return names, words


def short_names(root):
    source = (root / "usr/share/gocode/src/github.com/yuin/goldmark-emoji/definition/github.go").read_text()
    out = {}
    for points, names in re.findall(r'NewEmoji\("[^"]*", \[\]int32\{([\d, ]+)\}, ([^\n]*)\),\n', source):
        text = "".join(chr(int(point)) for point in points.split(","))
        out.setdefault(text.replace(SELECTOR, ""), []).extend(re.findall(r'"([^"]+)"', names))
    return out


def toned(text, tone):
    return text[0] + tone + text[1:].removeprefix(SELECTOR)


def extra(words, name):
    """What the name does not say by itself."""
    said = name.lower()
    return ",".join(word for word in words if word.lower() not in said)


def main():
    root = Path(sys.argv[1])
    english, english_words = annotations(root, "en")
    spanish, spanish_words = annotations(root, "es")
    short = short_names(root)
    groups, known = [], set()
    for line in (root / "usr/share/unicode/emoji/emoji-test.txt").read_text().splitlines():
        if line.startswith("# group:"):
            groups.append((line.partition(":")[2].strip(), []))
        found = re.match(r"([0-9A-F ]+); fully-qualified ", line)
        if found:
            text = "".join(chr(int(point, 16)) for point in found[1].split())
            known.add(text)
            groups[-1][1].append(text)
    sys.stdout.write(HEAD)
    print("\n".join(notice(root, "unicode-cldr-core", "Copyright:", "authorization of the copyright holder")))
    print("#")
    print("\n".join(notice(root, "golang-github-yuin-goldmark-emoji-dev", "Copyright: 2020", "License: Expat")))
    print("\n".join(notice(root, "golang-github-yuin-goldmark-emoji-dev", " Permission", "SOFTWARE.")))
    for group, emoji in groups:
        if group == "Component":
            continue
        print("@" + group)
        for text in emoji:
            if any(tone in text for tone in TONES):
                continue
            key = text.replace(SELECTOR, "")
            tones = "t" if all(toned(text, tone) in known for tone in TONES) else ""
            print(text, tones, english[key], spanish[key], ",".join(short.get(key, [])), extra(english_words.get(key, []), english[key]),
                extra(spanish_words.get(key, []), spanish[key]), sep="\t")


if __name__ == "__main__":
    main()

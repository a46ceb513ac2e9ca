#!/usr/bin/env python3
"""Makes data/language/compounds.txt: the nouns that Dutch compounds are opened into, each with how often it was counted.

usage: make_compounds.py NL.dic NL.aff FOLDER > compounds.txt

NL.dic and NL.aff are OpenTaal's word list as hunspell has it (Debian: hunspell-nl; BSD or CC-BY 3.0). FOLDER holds
Dutch texts (*.txt, UTF-8): only words that occur in them at least LEAST times are kept, so that what is rare never
splits a word. A word is kept where the list has it as a noun, in the singular or plural; words of the grammar and what
only ends other words are left out.
"""
import collections
import pathlib
import re
import sys
import unicodedata

LEAST = 3
SHORTEST = 3
SHORT_LEAST = 40  # of words of three letters, which stand in other words by chance
# Nouns by the list, but as a part of a longer word mostly something else: prefixes, endings, words of the grammar.
NO_PARTS = set("""
    aan aar aas alle als ander bij dan dat den der des deze die dit door een eens elf elke ende ene ens ent erven gen
    geen ging haar heden heid hem hen her het hier hoe hun iets ing inge ingen ist iste kan kom los maar mede mee met mis
    moet naar nare neer niet niets noch nog nul ode om omen onder ons onze ook oom open over pen per rede reden rug sing
    ben bes big bos box jan kin lik mie nut pal par pre pro rem ren rij tal ten ter tegen teren terug thans toe tot tussen uit van vele veer ver vol voor wat weer wel weg wie wil woor zelf
    zich zijn zoo zou ven vis was wei wit www zen zes zet zij
    achtig bar bare den ging ging halve kening lend lende lijk lijke lijken loos los mer ner pes pese ring rond schap schappelijk
    schappelijke stelling ten vesti vluch wen wikkel zak zorging
""".split())


def fold(word):
    word = unicodedata.normalize("NFKD", word.replace("ĳ", "ij").replace("Ĳ", "ij"))
    return "".join(c for c in word if not unicodedata.combining(c)).lower()


def read_plurals(path):
    """Flag -> [(strip, add, pattern of the ending)], for the rules that make plurals (flags Z?)."""
    rules = collections.defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        field = line.split("\t")[0].split()
        if len(field) >= 5 and field[0] == "SFX" and field[1][0] == "Z":
            add = field[3].split("/")[0]
            if add.isalpha():
                strip = "" if field[2] == "0" else field[2]
                rules[field[1]].append((strip, add, re.compile(field[4] + "$")))
    return rules


def read_nouns(dictionary, rules):
    nouns = set()
    for line in dictionary.read_text(encoding="utf-8").splitlines()[1:]:
        word, _, flags = line.partition("/")
        flags = re.findall("..", flags.split()[0] if flags else "")
        if not any(f[0] in "YZC" and f != "Cp" for f in flags) or not word.isalpha() or word != word.lower():
            continue
        nouns.add(fold(word))
        for flag in flags:
            for strip, add, ending in rules.get(flag, ()):
                if word.endswith(strip) and ending.search(word):
                    nouns.add(fold(word[:len(word) - len(strip)] + add))
    return nouns


def count_words(folder):
    counts = collections.Counter()
    for path in sorted(folder.glob("**/*.txt")):
        text = fold(path.read_text(encoding="utf-8", errors="replace").replace("\u00ad", ""))
        counts.update(re.findall(r"[a-z]+", text))
    return counts


def main():
    dictionary, affixes, folder = map(pathlib.Path, sys.argv[1:])
    nouns = read_nouns(dictionary, read_plurals(affixes))
    counts = count_words(folder)
    for word in sorted(nouns):
        least = SHORT_LEAST if len(word) == SHORTEST else LEAST
        if len(word) >= SHORTEST and word.isascii() and word.isalpha() and counts[word] >= least and word not in NO_PARTS:
            print(word, counts[word])


if __name__ == "__main__":
    main()

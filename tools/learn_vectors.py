#!/usr/bin/env python3
"""Learns data/language/vectors.bin from a folder of Dutch texts: what terms mean by the company they keep.

usage: learn_vectors.py TERMS FOLDER OUT [--dimensions 200] [--least 5]

TERMS is the program tools/terms of the build: it gives the terms of each sentence as the index has them. FOLDER holds
texts (*.txt, UTF-8). Needs numpy and scipy (Debian: python3-numpy, python3-scipy). The same texts give the same file.

Of each term that occurs in at least `least` sentences the file has
  * its number of sentences;
  * how much likelier than by chance it comes again within the next NEAR sentences: high of subjects (circulair, mkb), low
    of words that can stand anywhere (bied, komend), whatever their frequency;
  * a vector of 8-bit numbers: positive pointwise mutual information of terms that share a window of WINDOW sentences,
    reduced by a truncated singular value decomposition, at unit length.

Layout, little-endian: "G4V1"; uint32 terms, dimensions, sentences; uint32 start of each term's name and of the end;
uint32 sentences of each; float32 recurrence of each; float32 scale of each; the names in byte order, padded to four
bytes; int8 vectors.
"""
import argparse
import collections
import pathlib
import subprocess

import numpy
import scipy.sparse

WINDOW = 3
MOST = 32767  # terms: the library counts them in 16 bits, with a bit for parts of compounds
NEAR = 5
PRIOR, PRIOR_SENTENCES = 0.12, 10  # recurrence of a term that was hardly seen
SMOOTHING = 0.75
ROUNDS = 4
SEED = 1


def read_sentences(program, folder):
    """Sets of terms, in the order of the texts; a sentence that came before, or of hardly any words, is empty."""
    files = sorted(str(path) for path in pathlib.Path(folder).glob("**/*.txt"))
    lines = subprocess.run([program, *files], check=True, capture_output=True, encoding="utf-8").stdout.splitlines()
    seen, sentences = set(), []
    for line in lines:
        new = len(line.split()) >= 3 and line not in seen
        seen.add(line)
        sentences.append(sorted({part for word in line.split() for part in word.split("+")}) if new else [])
    return sentences


def recurrence(sentences, counts):
    """Of each term: how often it comes again in the sentences behind it, above chance, drawn to PRIOR."""
    sets = [set(sentence) for sentence in sentences]
    again = collections.Counter()
    for i, sentence in enumerate(sets):
        again.update(sentence & set().union(*sets[i + 1:i + 1 + NEAR]))
    total = sum(bool(sentence) for sentence in sentences)
    gains = {}
    for term, count in counts.items():
        chance = (1 - (1 - count / total) ** NEAR) * count
        gains[term] = (max(0.0, again[term] - chance) + PRIOR * PRIOR_SENTENCES) / (count + PRIOR_SENTENCES)
    return gains


def windows(sentences, number):
    """The matrix of windows by terms: a window is a sentence and those behind it, up to an empty one."""
    rows, columns, row = [], [], 0
    for i in range(len(sentences)):
        inside = set()
        for sentence in sentences[i:i + WINDOW]:
            if not sentence:
                break
            inside.update(number[term] for term in sentence if term in number)
        if inside:
            rows += [row] * len(inside)
            columns += sorted(inside)
            row += 1
    return scipy.sparse.csr_matrix((numpy.ones(len(rows), numpy.float32), (rows, columns)), shape=(row, len(number)))


def associations(matrix):
    """Positive pointwise mutual information of the terms that share at least two windows."""
    each = numpy.asarray(matrix.sum(0)).ravel()
    context = each ** SMOOTHING
    context *= each.sum() / context.sum()
    pairs = (matrix.T @ matrix).tocoo()
    kept = (pairs.row != pairs.col) & (pairs.data >= 2)
    row, column, data = pairs.row[kept], pairs.col[kept], pairs.data[kept]
    value = numpy.log(data * matrix.shape[0] / (each[row] * context[column]))
    above = value > 0
    return scipy.sparse.csr_matrix((value[above].astype(numpy.float32), (row[above], column[above])), shape=pairs.shape)


def reduce(matrix, dimensions):
    """A randomised truncated singular value decomposition; rows at unit length."""
    random = numpy.random.RandomState(SEED)
    basis = matrix @ random.randn(matrix.shape[1], dimensions + 20).astype(numpy.float32)
    for _ in range(ROUNDS):
        basis, _unused = numpy.linalg.qr(basis)
        basis = matrix @ (matrix.T @ basis)
    basis, _unused = numpy.linalg.qr(basis)
    left, values, _unused = numpy.linalg.svd((matrix.T @ basis).T, full_matrices=False)
    vectors = (basis @ left)[:, :dimensions] * numpy.sqrt(values[:dimensions])
    return vectors / (numpy.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def write(path, terms, sentences, counts, gains, vectors):
    names = [term.encode() for term in terms]
    starts = numpy.cumsum([0] + [len(name) for name in names])
    text = b"".join(names)
    text += b"\0" * (-len(text) % 4)
    largest = numpy.abs(vectors).max(axis=1) + 1e-9
    whole = numpy.rint(vectors * (127 / largest)[:, None]).astype(numpy.int8)
    with open(path, "wb") as out:
        out.write(b"G4V1" + numpy.array([len(terms), vectors.shape[1], sentences], "<u4").tobytes())
        out.write(starts.astype("<u4").tobytes())
        out.write(numpy.array([counts[t] for t in terms], "<u4").tobytes())
        out.write(numpy.array([gains[t] for t in terms], "<f4").tobytes())
        out.write((largest / 127).astype("<f4").tobytes())
        out.write(text + whole.tobytes())


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("terms", "folder", "out"):
        arguments.add_argument(name)
    arguments.add_argument("--dimensions", type=int, default=200)
    arguments.add_argument("--least", type=int, default=5)
    given = arguments.parse_args()
    sentences = read_sentences(given.terms, given.folder)
    counts = collections.Counter(term for sentence in sentences for term in sentence)
    frequent = [t for t, c in counts.most_common() if c >= given.least and len(t) > 1][:MOST]
    kept = sorted(frequent, key=str.encode)
    matrix = windows(sentences, {term: i for i, term in enumerate(kept)})
    vectors = reduce(associations(matrix), given.dimensions)
    total = sum(bool(sentence) for sentence in sentences)
    write(given.out, kept, total, counts, recurrence(sentences, counts), vectors)
    print(f"{len(kept)} terms of {total} sentences, {given.dimensions} dimensions")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Typesets the PDFs of test/data/reader/ from nota.txt there. Needs Debian's python3-reportlab; the tests do not: what
this writes is committed. Usage: tools/make_test_pdfs.py (from the root of the tree)

nota.txt: a line a heading ("# ", "## "), an item ("- ") or a sentence; a soft hyphen is where a word may be broken."""
import pathlib

from reportlab.lib import pdfencrypt
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen import canvas

HERE = pathlib.Path("test/data/reader")
WIDTH, HEIGHT = 420, 360
MARGIN, GUTTER, TOP, BOTTOM, LEADING, SIZE = 42, 18, 66, 54, 15, 12
COLUMN = (WIDTH - 2 * MARGIN - GUTTER) / 2
SHY = "\u00ad"


def blocks():
    """(kind, text): runs of sentences are a paragraph."""
    found = []
    for line in (HERE / "nota.txt").read_text(encoding="utf-8").splitlines():
        kind, text = line.split(" ", 1) if line[0] in "#-" else ("p", line)
        if kind == "p" and found and found[-1][0] == "p":
            found[-1] = ("p", found[-1][1] + " " + text)
        else:
            found.append((kind, text))
    return found


def plain(text):
    return text.replace(SHY, "")


def break_lines(text, font, size, width):
    """Greedy lines; a word that does not fit is broken at its last soft hyphen that does."""
    lines, line = [], ""
    for word in text.split(" "):
        while True:
            joined = f"{line} {word}" if line else word
            if stringWidth(plain(joined), font, size) <= width:
                line = joined
                break
            parts = word.split(SHY)
            for cut in range(len(parts) - 1, 0, -1):
                start = "".join(parts[:cut]) + "-"
                joined = f"{line} {start}" if line else start
                if stringWidth(joined, font, size) <= width:
                    lines.append(joined)
                    line, word = "", SHY.join(parts[cut:])
                    break
            else:
                lines.append(line)
                line = ""
    lines.append(line)
    return [plain(line) for line in lines]


def layout(width):
    """Lines of the whole text: (text, font, size, space above, indent, justified)."""
    for kind, text in blocks():
        font, size, above, indent = {"#": ("Helvetica-Bold", 14, 14, 0), "##": ("Helvetica-Bold", 11, 9, 0),
                                     "-": ("Helvetica", SIZE, 2, 12), "p": ("Helvetica", SIZE, 5, 0)}[kind]
        lines = break_lines(text, font, size, width - indent)
        for i, line in enumerate(lines):
            first = i == 0
            yield (line, font, size, above if first else 0, indent, kind == "p" and i + 1 < len(lines),
                   "\u2022" if kind == "-" and first else "")


def draw_line(page, x, y, width, line):
    text, font, size, _, indent, justified, mark = line
    page.setFont(font, size)
    if mark:
        page.drawString(x, y, mark)
    words = text.split(" ")
    if not justified or len(words) == 1:
        page.drawString(x + indent, y, text)
        return
    spare = width - indent - stringWidth(text, font, size)
    shown = page.beginText(x + indent, y)
    shown.setWordSpace(spare / (len(words) - 1))
    shown.textOut(text)
    page.drawText(shown)


def head(page, number):
    page.setFont("Helvetica-Oblique", 8)
    page.drawString(MARGIN, HEIGHT - 36, "Nota Voorbeeldstad vooruit")
    page.drawRightString(WIDTH - MARGIN, HEIGHT - 36, "Position paper 2025")
    page.drawCentredString(WIDTH / 2, 30, str(number))


def new(name, **options):
    page = canvas.Canvas(str(HERE / name), pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1, **options)
    page.setTitle("Nota")
    return page


def columns():
    """Pages of columns of (y, line)."""
    pages, y = [[[]]], HEIGHT - TOP
    for line in layout(COLUMN):
        y -= line[3] if pages[-1][-1] else 0
        if y < BOTTOM + LEADING:
            y = HEIGHT - TOP
            if len(pages[-1]) == 2:
                pages.append([[]])
            else:
                pages[-1].append([])
        pages[-1][-1].append((y, line))
        y -= LEADING * max(1, line[2] / SIZE)
    return pages


def two_columns(name, interleaved=False, **options):
    page = new(name, **options)
    for number, sides in enumerate(columns(), 1):
        head(page, number)
        drawn = [(y, MARGIN + side * (COLUMN + GUTTER), line) for side, lines in enumerate(sides) for y, line in lines]
        if interleaved:
            drawn.sort(key=lambda item: (-item[0], item[1]))
        for y, x, line in drawn:
            draw_line(page, x, y, COLUMN, line)
        page.showPage()
    page.save()


def one_column(name, **options):
    page, y, number, width = new(name, **options), HEIGHT - TOP, 1, WIDTH - 2 * MARGIN
    head(page, number)
    for line in layout(width):
        y -= line[3]
        if y < BOTTOM + LEADING:
            page.showPage()
            number, y = number + 1, HEIGHT - TOP
            head(page, number)
        draw_line(page, MARGIN, y, width, line)
        y -= LEADING * max(1, line[2] / SIZE)
    page.showPage()
    page.save()


def picture(name):
    """Two pages that are pictures of nothing much."""
    page = new(name)
    rows = bytearray(b"P5 32 32 255\n") + bytes((x * y) % 256 for y in range(32) for x in range(32))
    path = HERE / "picture.pgm"
    path.write_bytes(rows)
    for _ in range(2):
        page.drawImage(ImageReader(str(path)), MARGIN, MARGIN, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN)
        page.showPage()
    page.save()
    path.unlink()


def main():
    one_column("nota.pdf")
    two_columns("kolommen.pdf")
    two_columns("verweven.pdf", interleaved=True)
    picture("scan.pdf")
    one_column("versleuteld.pdf", encrypt=pdfencrypt.StandardEncryption("geheim", strength=128))
    one_column("beschermd.pdf", encrypt=pdfencrypt.StandardEncryption("", ownerPassword="baas", canCopy=0, strength=128))


if __name__ == "__main__":
    main()

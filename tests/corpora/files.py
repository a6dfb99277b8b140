"""Files of several kinds for tests, made byte by byte, so that it is known what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def docx(body: str, *, part: str = "word/document.xml", **others: str) -> bytes:
    """Return a Word file with this body; ``others`` are further parts of ``word/`` by name."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr(
            "_rels/.rels", f'<Relationships><Relationship Id="a" Type="{_RELATION}" Target="{part}"/></Relationships>'
        )
        archive.writestr(part, f'<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>')
        for name, content in others.items():
            archive.writestr(f"word/{name}.xml", content)
    return file.getvalue()


def paragraph(text: str) -> str:
    """Return a paragraph of a Word file."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """Return a PDF file with these lines on its pages."""
    objects: list[bytes] = []

    def put(content: bytes) -> int:
        objects.append(content)
        return len(objects)

    ranges = [f"<{high:02x}00> <{high:02x}ff> <{high:02x}00>" for high in range(256) if not 0xD8 <= high <= 0xDF]
    blocks = [ranges[at : at + 100] for at in range(0, len(ranges), 100)]
    cmap = "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n" + "\n".join(
        f"{len(block)} beginbfrange\n" + "\n".join(block) + "\nendbfrange" for block in blocks
    )
    unicode_map = put(_stream((cmap + "\nendcmap").encode()))
    system = b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    inner = put(b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own " + system + b" /DW 1000 >>")
    kind = "/Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H"
    font = put(f"<< {kind} /DescendantFonts [{inner} 0 R] /ToUnicode {unicode_map} 0 R >>".encode())
    contents = [put(_stream(_shown(lines))) for lines in pages]
    root = len(objects) + len(pages) + 1
    numbers = [
        put(
            f"<< /Type /Page /Parent {root} 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
            f"/Resources << /Font << /F {font} 0 R >> >> >>".encode()
        )
        for content in contents
    ]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    put(f"<< /Type /Pages /Kids [{kids}] /Count {len(numbers)} >>".encode())
    return _file(objects, put(f"<< /Type /Catalog /Pages {root} 0 R >>".encode()))


def _shown(lines: Sequence[str]) -> bytes:
    rows = [f"1 0 0 1 60 {780 - 16 * at} Tm <{line.encode('utf-16-be').hex()}> Tj" for at, line in enumerate(lines)]
    return ("BT /F 10 Tf " + "\n".join(rows) + " ET").encode()


def _stream(content: bytes) -> bytes:
    return f"<< /Length {len(content)} >> stream\n".encode() + content + b"\nendstream"


def _file(objects: Sequence[bytes], catalog: int) -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root {catalog} 0 R >>\n"
    return data + end.encode() + f"startxref\n{len(data)}\n%%EOF\n".encode()

"""A publisher's own cover: its look from a Word file, its words from the standard."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from stdkit.compose.standard import compose_standard
from stdkit.model.diagnostics import StdkitError
from stdkit.read.house import load_house
from stdkit.render.docx import render
from tests.conftest import resolved
from tests.render.sample_document import png

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
PICTURE = (
    f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{WP}"><wp:extent cx="360000" cy="360000"/>'
    '<wp:docPr id="1" name="logo" descr="徽标"/>'
    f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}"><pic:pic xmlns:pic="{PIC}"><pic:nvPicPr><pic:cNvPr id="0" name="logo"/>'
    '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId7"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


def cover(body: str, *, picture: bool = True) -> bytes:
    """Return a Word file as a person would save it: styles, a picture, a slot cut into runs, section properties."""
    document = f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Big-Title"><w:name w:val="Big Title"/><w:basedOn w:val="Base"/>'
        '<w:rPr><w:sz w:val="60"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Unused"><w:name w:val="Unused"/></w:style></w:styles>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId7" Type="{R}/image" Target="media/image1.png"/></Relationships>'
    )
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        package.writestr("word/document.xml", document)
        package.writestr("word/styles.xml", styles)
        package.writestr("word/_rels/document.xml.rels", relations)
        if picture:
            package.writestr("word/media/image1.png", png())
    return buffer.getvalue()


TITLE = '<w:p><w:pPr><w:pStyle w:val="Big-Title"/></w:pPr><w:r><w:t>标准：{{ti</w:t></w:r><w:r><w:t>tle}}</w:t></w:r></w:p>'
NUMBER = (
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
    "<w:tr><w:tc><w:p><w:r><w:t>{{ number }}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


@pytest.fixture
def rendered(changed: Callable[..., Path]) -> Callable[[bytes], bytes]:
    def make(data: bytes) -> bytes:
        directory = changed()
        folder = directory / "templates" / "gbt"
        folder.mkdir(parents=True)
        (folder / "cover.docx").write_bytes(data)
        house = load_house("gbt", directory)
        return render(compose_standard(resolved(directory, house), "XM-101"), house.styles, cover=house.cover)

    return make


def part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as package:
        return package.read(name).decode("utf-8")


def test_slots_are_filled_also_where_word_has_cut_them_into_runs(rendered: Callable[[bytes], bytes]) -> None:
    text = "".join(etree.fromstring(part(rendered(cover(TITLE + NUMBER)), "word/document.xml").encode()).itertext())
    assert text.startswith("标准：执委联系妇女群众工作规范Q/SLFL XM 101—2025")


def test_the_styles_of_the_cover_are_taken_along_under_names_of_their_own(rendered: Callable[[bytes], bytes]) -> None:
    data = rendered(cover(TITLE))
    styles = part(data, "word/styles.xml")
    assert 'w:styleId="coverBigTitle"' in styles
    assert 'w:basedOn w:val="coverBase"' in styles
    assert "Unused" not in styles
    assert '<w:pStyle w:val="coverBigTitle"/>' in part(data, "word/document.xml")


def test_a_picture_of_the_cover_is_taken_along(rendered: Callable[[bytes], bytes]) -> None:
    data = rendered(cover(PICTURE + TITLE))
    with ZipFile(BytesIO(data)) as package:
        assert package.read("word/media/cover-image1.png") == png()
    assert "media/cover-image1.png" in part(data, "word/_rels/document.xml.rels")


def test_a_file_with_such_a_cover_is_valid(rendered: Callable[[bytes], bytes], tmp_path: Path) -> None:
    file = tmp_path / "standard.docx"
    file.write_bytes(rendered(cover(PICTURE + TITLE + NUMBER)))
    assert [str(each) for each in OpenXmlValidator().validate(file).errors] == []


def test_a_slot_that_is_no_line_of_a_cover_is_an_error_that_names_it(rendered: Callable[[bytes], bytes]) -> None:
    with pytest.raises(StdkitError, match="subtitle"):
        rendered(cover(TITLE.replace("ti</w:t>", "subti</w:t>")))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip at all", cover("<w:p>")])
def test_a_file_that_is_no_word_file_is_an_error(rendered: Callable[[bytes], bytes], data: bytes) -> None:
    with pytest.raises(StdkitError, match=r"cover\.docx"):
        rendered(data)


def test_a_picture_that_is_not_in_the_file_is_an_error(rendered: Callable[[bytes], bytes]) -> None:
    with pytest.raises(StdkitError, match=r"cover\.docx"):
        rendered(cover(PICTURE, picture=False))

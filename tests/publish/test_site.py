"""The site of a whole set as files: what is there, what leads where, what is found; tests/browser opens it."""

from __future__ import annotations

import json
import posixpath
import re
import time
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

import pytest

from stdkit.compose.site import compose_site
from stdkit.compose.standard import compose_standard
from stdkit.model.house import House
from stdkit.model.site import Site
from stdkit.publish.build import Order, build
from stdkit.publish.selection import Wanted, select
from stdkit.read.data import data_directory
from stdkit.read.house import load_house
from stdkit.read.load import load
from stdkit.render.html.site_script import search_index
from stdkit.resolve.resolve import resolve
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import ROOT, SETS

SCRIPT = "html/search-index.js"


def files(resolved: ResolvedSet, wanted: Wanted = Wanted(), kinds: Any = ("standard", "booklet")) -> dict[str, str]:  # noqa: B008 - frozen
    made = build(resolved, select(resolved, wanted), Order(("html",), kinds, "estimate"))
    assert made.failures == ()
    return {each.path: each.data.decode("utf-8") for each in made.outputs}


@pytest.fixture(scope="module")
def site(shipped: ResolvedSet) -> Mapping[str, str]:
    return files(shipped)


@pytest.fixture(scope="module")
def index(site: Mapping[str, str]) -> Any:
    return json.loads(site[SCRIPT].removeprefix("window.stdkitSearch = ").rstrip(";\n"))


def found(index: Any, words: str) -> list[str]:
    return [f"{standard} {place}" for standard, place, _, text in index["texts"] if words in f"{place}{text}"]


def test_the_list_and_its_plain_scripts_stand_beside_the_pages(site: Mapping[str, str]) -> None:
    beside = {path for path in site if path.count("/") == 1}
    assert beside == {"html/booklet.html"} | {
        f"html/{each}" for each in ("index.html", "minisearch.js", "search-index.js", "search.js", "graph.html", "graph.js")
    }


def test_nothing_is_loaded_from_elsewhere_and_no_script_asks_for_anything(site: Mapping[str, str]) -> None:
    for path, text in site.items():
        sources = re.findall(r'<(?:script|link|img)[^>]* (?:src|href)="([^"]*)"', text)
        assert all(each.startswith("data:") or f"html/{each}" in site for each in sources), path
        assert 'type="module"' not in text
    script = site["html/search.js"] + site["html/graph.js"]
    assert not re.search(r"\bfetch\(|XMLHttpRequest|\bimport\b|\beval\(|innerHTML|document\.write|https?:", script)


def test_the_page_of_a_standard_needs_no_script(site: Mapping[str, str]) -> None:
    with_scripts = {path for path, text in site.items() if "<script" in text and path.endswith(".html")}
    assert with_scripts == {"html/graph.html", "html/index.html"}


def test_the_list_names_every_standard_those_without_text_too(shipped: ResolvedSet, site: Mapping[str, str]) -> None:
    page = site["html/index.html"]
    assert set(re.findall(r'<li id="([^"]*)" data-module', page)) == set(shipped.index.standards)
    linked = set(re.findall(r'<a href="[^"]*/([A-Z]+-\d+)\.html#cover"', page))
    assert linked == set(shipped.standards)


def test_filters_offer_what_the_set_has(shipped: ResolvedSet, site: Mapping[str, str]) -> None:
    page = site["html/index.html"]
    values = {name: re.findall(rf'data-{name}="([^"]*)"', page) for name in ("module", "audience", "stage")}
    for name, found_values in values.items():
        select_box = re.search(rf'<select name="{name}">(.*?)</select>', page)
        assert select_box
        offered = set(re.findall(r'value="([^"]+)"', select_box[1]))
        assert offered == {each for value in found_values for each in value.split()}
    assert {each.id for each in shipped.index.system.modules} == set(values["module"])


def test_every_link_of_the_site_leads_somewhere(site: Mapping[str, str]) -> None:
    marks = {path: _marks(text) for path, text in site.items() if path.endswith(".html")}
    for path, (_, links) in marks.items():
        for file, fragment in _followed(path, links):
            assert file in site, f"{path} leads to {file}"
            assert not fragment or fragment in marks[file][0], f"{path} leads to {file}#{fragment}"


def test_every_text_of_the_search_leads_to_a_clause(site: Mapping[str, str], index: Any) -> None:
    marks = {path: _marks(text)[0] for path, text in site.items() if path.endswith(".html")}
    for standard, place, fragment, _ in index["texts"]:
        file = index["standards"][standard][2] or "index.html"
        assert fragment in marks[f"html/{file}"], f"{standard} {place}"


def test_clauses_terms_tables_and_titles_are_found_where_they_stand(index: Any) -> None:
    assert "XM-101 10.2　走访的证实" in found(index, "走访的证实")
    assert any(each.startswith("JC-202 3.") for each in found(index, "联系户"))
    assert any("附录A" in each for each in found(index, "首次告知的日期"))
    assert "JC-101 GB/T 1.1—2020　标准化工作导则　第1部分：标准化文件的结构和起草规则" in found(index, "标准化工作导则")


def test_what_every_standard_says_is_not_searched(index: Any) -> None:
    assert found(index, "本文件为首次发布") == []
    assert found(index, "主要起草人") == []


def test_citations_stand_below_both_standards(site: Mapping[str, str], shipped: ResolvedSet) -> None:
    """Every citation of the set is on the page that cites and on the page that is cited."""
    below = {name: _below(site[f"html/{shipped.index.standards[name].module}/{name}.html"]) for name in shipped.standards}
    pairs = {(name, each.target) for name, one in shipped.standards.items() for each in one.citations if each.sibling}
    assert len(pairs) > 40
    for citing, cited in pairs:
        assert f"{cited}.html#cover" in below[citing][0], f"{citing} cites {cited}"
        assert f"{citing}.html#cover" in below[cited][1], f"{cited} is cited by {citing}"


def test_a_citation_names_the_clauses_on_both_sides(sample: ResolvedSet) -> None:
    pages = files(sample)
    out = _below(pages["html/service-project/XM-101.html"])[0]
    into = _below(pages["html/service-support/BZ-502.html"])[1]
    assert re.search(r'BZ-502\.html#cover">.*规范性引用）：<a href="#[^"]+">', out)
    assert re.search(r'XM-101\.html#cover">.*规范性引用）：<a href="\.\./service-project/XM-101\.html#[^"]+">', into)


def test_documents_outside_the_set_are_named_without_a_link(site: Mapping[str, str], shipped: ResolvedSet) -> None:
    name, law = next((name, each) for name, one in shipped.standards.items() for each in one.citations if each.level == "law")
    out = _below(site[f"html/{shipped.index.standards[name].module}/{name}.html"])[0]
    assert f"《{law.printed}》" in re.sub(r"<a .*?</a>", "", out)


def test_a_part_of_a_set_has_no_list_and_its_pages_no_bar(sample: ResolvedSet) -> None:
    for wanted, kinds in ((Wanted(module="service-project"), ("standard",)), (Wanted(), ("booklet",))):
        pages = files(sample, wanted, kinds)
        assert not any("index" in path for path in pages)
        assert not any('class="site"' in text for text in pages.values())


def test_the_first_and_the_last_standard_have_one_neighbour(site: Mapping[str, str]) -> None:
    ends = [
        path
        for path, text in site.items()
        if path.count("/") > 1 and text.count('<li class="previous">') + text.count('<li class="next">') == 1
    ]
    assert len(ends) == 2


def test_a_house_in_english_prints_no_chinese_word(house: House) -> None:
    english = resolve(load(SETS / "english"), load_house("iso", SETS / "english"))
    pages = files(english)
    text = re.sub(r"<style>.*?</style>", "", pages["html/index.html"], flags=re.DOTALL)
    assert not re.search(r"[\u3400-\u9fff]", text)
    assert '<html lang="en">' in text
    words = json.loads(pages[SCRIPT].removeprefix("window.stdkitSearch = ").rstrip(";\n"))["words"]
    assert not re.search(r"[\u3400-\u9fff]", "".join(words.values()))


def test_houses_have_the_same_words_for_a_site(house: House) -> None:
    iso = load_house("iso", SETS / "english")
    assert {each for each in house.labels if each.startswith("site_")} == {
        each for each in iso.labels if each.startswith("site_")
    }


def test_the_library_is_the_one_that_is_named_and_carries_its_licence(site: Mapping[str, str]) -> None:
    folder = data_directory("templates") / "site"
    licence = (folder / "minisearch-LICENSE.txt").read_text(encoding="utf-8")
    assert licence in site["html/minisearch.js"]
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert "MiniSearch 7.2.0" in notice
    assert "minisearch-LICENSE.txt" in notice


def test_the_texts_of_a_whole_set_are_ready_in_a_moment(shipped: ResolvedSet) -> None:
    documents = [compose_standard(shipped, each) for each in shipped.standards]
    began = time.process_time()
    composed: Site = compose_site(shipped, list(shipped.index.standards), documents)
    search_index(composed, {})
    assert time.process_time() - began < 0.3


class _Marks(HTMLParser):
    """Notes the ids of a page and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its parent's
        given = dict(attrs)
        self.ids.add(given.get("id") or "")
        self.links += [value for name in ("href", "action") if (value := given.get(name))]


def _marks(page: str) -> tuple[set[str], list[str]]:
    reader = _Marks()
    reader.feed(page)
    return reader.ids, reader.links


def _followed(path: str, links: list[str]) -> Iterator[tuple[str, str]]:
    for link in links:
        if ":" not in link:
            file, _, fragment = link.partition("#")
            yield posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(file))) if file else path, unquote(fragment)


def _below(page: str) -> tuple[str, str]:
    """Return what stands below a standard: what it cites, and what cites it."""
    _, _, whole = page.partition('<aside class="citations"')
    out, _, into = whole.partition('id="site.cited"')
    return out, into

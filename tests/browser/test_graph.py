"""The graph of citations as a person meets it, opened from a folder without a server.

What follows a click or a key comes by an event of the browser, so it is waited for (`expect`), never read at once.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from stdkit.resolve.resolved import ResolvedSet

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

pytestmark = pytest.mark.browser

NODE = "#graph .node"
SHOWN = f"{NODE}:visible"
NEAR = f"{NODE}.near"
ON = "#graph .edge.on"


def opened(page: Page, site: Path, fragment: str = "") -> Page:
    page.goto((site / "graph.html").as_uri() + fragment)
    return page


def node(page: Page, name: str) -> Locator:
    return page.locator(f"{NODE}[data-id='{name}']")


def section(page: Page, name: str) -> Locator:
    return page.locator(f"#{name}.of")


def pairs(shipped: ResolvedSet, nature: str = "") -> set[tuple[str, str]]:
    """Return who cites whom, from the citations themselves."""
    return {
        (name, each.target)
        for name, standard in shipped.standards.items()
        for each in standard.citations
        if each.target in shipped.index.standards and each.target != name and nature in {"", each.nature}
    }


def around(shipped: ResolvedSet, name: str, nature: str = "") -> set[str]:
    """Return a standard and those that it cites or that cite it."""
    return {name} | {end for pair in pairs(shipped, nature) if name in pair for end in pair}


def test_every_standard_and_every_pair_that_cites_is_in_the_graph(page: Page, site: Path, shipped: ResolvedSet) -> None:
    opened(page, site)
    expect(page.locator(SHOWN)).to_have_count(len(shipped.index.standards))
    expect(page.locator("#graph .edge")).to_have_count(len(pairs(shipped)))
    expect(page.locator("#status")).to_contain_text(str(len(pairs(shipped))))
    expect(page.locator(NEAR)).to_have_count(0)
    expect(page.locator("#panel")).to_be_hidden()


def test_pointing_at_a_standard_makes_its_neighbours_stand_out(page: Page, site: Path, shipped: ResolvedSet) -> None:
    opened(page, site)
    node(page, "XM-101").hover()
    expect(page.locator(NEAR)).to_have_count(len(around(shipped, "XM-101")))
    expect(page.locator(ON)).to_have_count(sum("XM-101" in pair for pair in pairs(shipped)))
    faded = page.locator(f"{NODE}:not(.near)").first
    expect(faded).to_have_css("opacity", "0.25")
    page.locator("h1").hover()
    expect(page.locator(NEAR)).to_have_count(0)


def test_arrows_to_what_many_cite_are_drawn_when_it_is_chosen(page: Page, site: Path) -> None:
    opened(page, site)
    crowded = page.locator("#graph .edge.crowded[data-to='JC-202']")
    expect(crowded.first).to_be_hidden()
    node(page, "JC-202").click()
    expect(crowded.first).to_be_visible()


def test_a_click_lists_the_clauses_on_both_sides_and_they_open(page: Page, site: Path) -> None:
    opened(page, site)
    node(page, "XM-101").click()
    expect(page).to_have_url(re.compile("#XM-101$"))
    expect(section(page, "XM-101")).to_be_visible()
    expect(page.locator(".of:visible")).to_have_count(1)
    expect(section(page, "XM-101").locator("h3")).to_have_text(["引用的文件", "被引用"])
    link = section(page, "XM-101").locator("li a[href*='service-project/XM-101.html#']").first
    number = link.inner_text()
    link.click()
    page.wait_for_url("**/service-project/XM-101.html#*")
    expect(page.locator(":target")).to_contain_text(re.sub(r"第|章", "", number).split()[0])


def test_the_list_names_all_that_cite_and_are_cited(page: Page, site: Path, shipped: ResolvedSet) -> None:
    opened(page, site, "#XM-101")
    out, into = (section(page, "XM-101").locator(f"h3:text-is('{title}') + ul li") for title in ("引用的文件", "被引用"))
    cited = {(each.target, each.nature) for each in shipped.standards["XM-101"].citations}
    citing = {(name, each.nature) for name, one in shipped.standards.items() for each in one.citations if each.target == "XM-101"}
    expect(out).to_have_count(len(cited))
    expect(into).to_have_count(len(citing))


def test_the_filter_by_module_leaves_its_standards_and_their_neighbours(page: Page, site: Path, shipped: ResolvedSet) -> None:
    opened(page, site)
    page.select_option("select[name=module]", "general")
    own = {name for name, each in shipped.index.standards.items() if each.module == "general"}
    touching = {pair for pair in pairs(shipped) if own & set(pair)}
    expect(page.locator(SHOWN)).to_have_count(len(own | {end for pair in touching for end in pair}))
    expect(page.locator("#graph .edge:not(.out)")).to_have_count(len(touching))
    page.click("#clear")
    expect(page.locator(SHOWN)).to_have_count(len(shipped.index.standards))
    expect(page.locator("select[name=module]")).to_have_value("")


@pytest.mark.parametrize("nature", ["normative", "informative"])
def test_the_filter_by_kind_concerns_lines_and_lists(page: Page, site: Path, shipped: ResolvedSet, nature: str) -> None:
    opened(page, site, "#XM-101")
    page.select_option("select[name=nature]", nature)
    expect(page.locator("#graph .edge:not(.out)")).to_have_count(len(pairs(shipped, nature)))
    expect(page.locator(NEAR)).to_have_count(len(around(shipped, "XM-101", nature)))
    listed = section(page, "XM-101").locator("li:visible")
    expect(listed.and_(page.locator(f"[data-nature={nature}]"))).not_to_have_count(0)
    expect(listed.and_(page.locator(f":not([data-nature={nature}])"))).to_have_count(0)


def test_normative_and_informative_lines_differ_without_colour(page: Page, site: Path) -> None:
    opened(page, site)
    expect(page.locator("#graph .edge.informative polyline").first).not_to_have_css("stroke-dasharray", "none")
    expect(page.locator("#graph .edge.normative polyline").first).to_have_css("stroke-dasharray", "none")
    expect(page.locator(".legend li")).to_have_text(
        ["通用基础标准", "服务保障标准", "服务项目标准", "规范性引用", "仅有资料性引用"]
    )
    shapes = {page.locator(f"{NODE}[data-module={each}] .shape").first.evaluate("e => e.outerHTML.replace(/[\\d.]+/g, '')")
              for each in ("general", "service-support", "service-project")}  # fmt: skip
    assert len(shapes) == 3


def test_the_keyboard_is_enough(page: Page, site: Path, shipped: ResolvedSet) -> None:
    opened(page, site)
    page.locator("#controls select").last.focus()
    page.keyboard.press("Tab")
    expect(page.locator(NODE).first).to_be_focused()
    page.keyboard.press("Tab")
    second = page.locator(NODE).nth(1)
    expect(second).to_be_focused()
    name = second.get_attribute("data-id") or ""
    expect(page.locator(NEAR)).to_have_count(len(around(shipped, name)))
    page.keyboard.press("Enter")
    expect(section(page, name)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    expect(second).to_be_focused()
    expect(page.locator(NEAR)).to_have_count(0)
    expect(page).to_have_url(re.compile(r"graph\.html$"))


def test_the_address_and_the_way_back_keep_what_was_chosen(page: Page, site: Path) -> None:
    opened(page, site, "#XM-503")
    expect(section(page, "XM-503")).to_be_visible()
    expect(node(page, "XM-503")).to_be_in_viewport()
    node(page, "XM-502").click()
    expect(section(page, "XM-502")).to_be_visible()
    page.go_back()
    expect(section(page, "XM-503")).to_be_visible()
    expect(section(page, "XM-502")).to_be_hidden()


@pytest.mark.parametrize("fragment", ["#%zz", "#nobody", "#XM-101%27%5D", "#constructor"])
def test_a_damaged_address_does_no_harm(page: Page, site: Path, fragment: str) -> None:
    opened(page, site, fragment)
    expect(page.locator("#controls")).to_be_visible()
    expect(page.locator("#panel")).to_be_hidden()


def test_the_list_leads_to_the_graph_and_back_and_a_standard_to_its_place(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.click("p.ways a")
    page.wait_for_url("**/graph.html")
    page.click("nav.site a")
    page.wait_for_url("**/index.html")
    page.goto((site / "service-project" / "XM-101.html").as_uri())
    page.click("aside.citations a[href*='graph.html']")
    page.wait_for_url("**/graph.html#XM-101")
    expect(section(page, "XM-101")).to_be_visible()
    section(page, "XM-101").locator("h2 a").click()
    page.wait_for_url("**/XM-101.html#cover")


def test_without_scripts_the_drawing_leads_to_the_lists_below_it(browser: Any, site: Path, shipped: ResolvedSet) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = opened(context.new_page(), site)
    expect(page.locator("#controls")).to_be_hidden()
    expect(page.locator("noscript p")).to_contain_text("没有运行脚本")
    expect(page.locator(SHOWN)).to_have_count(len(shipped.index.standards))
    expect(page.locator(".of:visible")).to_have_count(len(shipped.index.standards))
    node(page, "XM-101").click()
    expect(section(page, "XM-101")).to_be_in_viewport()
    context.close()


def test_names_do_not_overlap_and_stay_within_their_boxes(page: Page, site: Path) -> None:
    script = """() => [...document.querySelectorAll('#graph .node')].flatMap((node) => {
        const box = node.querySelector('.shape').getBoundingClientRect();
        return [...node.querySelectorAll('text')].map((each) => each.getBoundingClientRect()).filter((each) => each.width &&
          (each.left < box.left || each.right > box.right)).map(() => node.dataset.id); })"""
    sizes = "() => Math.min(...[...document.querySelectorAll('#graph .narrow')].map((e) => e.getBoundingClientRect().height))"
    for width in (1280, 390, 360):
        page.set_viewport_size({"width": width, "height": 800})
        assert opened(page, site).evaluate(script) == []
    assert page.evaluate(sizes) >= 12


@pytest.mark.parametrize("fragment", ["", "#XM-301"])
@pytest.mark.parametrize("width", [360, 390, 800, 1280])
def test_nothing_scrolls_sideways(page: Page, site: Path, width: int, fragment: str) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    opened(page, site, fragment)
    expect(page.locator("#controls")).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("fragment", "width"), [("", 1280), ("#XM-301", 1280), ("#XM-301", 360)])
def test_axe_finds_nothing_serious(page: Page, site: Path, fragment: str, width: int, scheme: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    opened(page, site, fragment)
    expect(page.locator("#controls")).to_be_visible()
    violations = axe.Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    serious = [each for each in violations if each["impact"] in {"serious", "critical"}]
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in serious] == []

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever a web page or a message says in words is on its pages or told of beside them."""

from __future__ import annotations

import pytest

from redactor.bundle import tasks
from redactor.bundle.formats.converted import Converted
from redactor.bundle.formats.unshown import said_in
from redactor.bundle.kinds import file_kind


def converted(html: str) -> Converted:
    data = f"<html><body><p>Seen at home.</p>{html}</body></html>".encode()
    return tasks.convert(data, "page.html", file_kind(data))


def beside(made: Converted) -> list[str]:
    return [place.text for place in made.places]


@pytest.mark.parametrize(
    "html",
    [
        "<template><p>Priya Sha<b>h</b></p></template>",
        "<svg><text><tspan>Priya</tspan> <tspan>Shah</tspan></text></svg>",
        "<svg><title>Priya Shah</title></svg>",
        "<svg><foreignObject><p>Priya Shah</p></foreignObject></svg>",
        "<math><mtext>Priya Shah</mtext></math>",
        '<map><area href="#" alt="Priya Shah"></map>',
        '<datalist><option value="Priya Shah"></datalist>',
        '<select><option label="Priya Shah">1</option></select>',
        '<select><option value="Priya Shah">1</option></select>',
        '<table summary="Priya Shah"><tr><td>1</td></tr></table>',
        '<iframe srcdoc="&lt;p&gt;Priya Shah&lt;/p&gt;"></iframe>',
        '<p data-who="Priya Shah">1</p>',
        '<meta name="author" content="Priya Shah">',
        "<!--[if mso]><p>Priya Shah</p><![endif]-->",
        '<!--[if gte vml 1]><v:shape alt="Priya Shah"/><![endif]-->',
        "<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>Priya Shah</o:Author></o:DocumentProperties></xml>"
        "<![endif]-->",
        "<!-- Priya Shah -->",
        "<style>p:after { content: 'Priya Shah' }</style>",
        '<script type="application/json">{"child": {"names": ["Priya Shah"]}}</script>',
        '<script type="application/ld+json">{"child": "Priya Shah</script>',
    ],
)
def test_words_that_are_on_no_page_are_told_of(html: str) -> None:
    made = converted(html)
    assert any("Priya Shah" in said for said in beside(made))


@pytest.mark.parametrize("word", ["Smith", "shah", "p.shah@home.test", "O'Brien-Shah"])
def test_one_word_of_data_beside_an_element_is_told_of(word: str) -> None:
    assert beside(converted(f'<p data-author="{word}">1</p>')) == [word]


def test_data_that_only_programs_can_mean_is_not_told_of() -> None:
    data = 'data-ogsc="black" data-linkindex="12" data-open="true" data-fill="#ffee00" data-wide="400px" data-x=""'
    assert beside(converted(f'<p {data} data-src="https://kyle.test/a.png">Kyle</p>')) == []


def test_what_is_on_the_page_and_what_is_for_machines_is_not_told_again() -> None:
    made = converted(
        '<meta name="viewport" content="width of device"><meta http-equiv="content-type" content="text html">'
        "<![if !mso]><p title='Kyle Dunn'>Kyle <b>Du</b>nn, \U0001f600</p><![endif]>"
        "<!--[if mso]>Kyle Dunn<![endif]-->"
        "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal View</w:View></w:WordDocument></xml><![endif]-->"
    )
    assert beside(made) == [] and made.notes == ()


def test_scripts_and_drawings_are_noted() -> None:
    made = converted("<script>document.write('Priya')</script><svg><path d='M0 0'/></svg>")
    assert len(made.notes) == 2
    assert "scripts were not run" in made.notes[0] and "SVG" in made.notes[1]


@pytest.mark.parametrize("html", ["", "\x00", "<", "<!--[if", "<![CDATA[", "<a" * 2000, "<div>" * 5000 + "Kyle Dunn"])
def test_half_a_page_is_no_trouble(html: str) -> None:
    assert all(isinstance(said, str) for said in said_in(html))

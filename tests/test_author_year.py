"""Citations by author and year are held to the list of works; what only looks like one is let be."""

import pytest

from factcheck.citing.author_year import unlisted_works
from factcheck.reading import read_text

CASES = [
    (
        "Dunes move (Ambry 44). Winds were strong in May 2003 (Tolland 12).",
        ("Ambry, Jo. Dunes on the Move. Sarn: Gull, 1990.", "Tolland, K. Wind. Sarn: Gull, 1991."),
        [],
    ),
    (
        "The treaty (Geneva 1951) was signed. Dunes move (Ambry 1990; Tolland 1991).",
        ("Ambry, J. (1990). Dunes.", "Tolland, K. (1991). Wind."),
        [],
    ),
    (
        "In Night Train (1957) the dunes appear. So say Ambry (1990) and Tolland (1991, 1993).",
        ("Ambry, J. (1990). Dunes.", "Tolland, K. (1991). Wind.", "Tolland, K. (1993). Rain."),
        [],
    ),
    (
        "As Berg and Tolland (1991) show, and Ambry et al. (1990).",
        ("Ambry, J., Os, P. and Lim, T. (1990). Dunes.", "Berg, A. & Tolland, K. (1991). Wind."),
        [],
    ),
    (
        "As Ambry (1990) and Ambry (1992) show (Tolland 1991).",
        ("Ambry, J. (1990). Dunes.", "—— (1992). Dunes Again.", "Tolland, K. (1991). Wind."),
        [],
    ),
    (
        "Ambry (1990 [1921]) shows it (Tolland 1991).",
        ("Ambry, J. (1990 [1921]). Dunes.", "Tolland, K. (1991). Wind."),
        [],
    ),
    (
        "Rain falls (World Bank 1990; Ministry of Works 1991).",
        ("World Bank (1990). Rain.", "Ministry of Works (1991). Works."),
        [],
    ),
    (
        "Rain falls (WMO 1990; Ambry 1991).",
        ("World Meteorological Organization (WMO). 1990. Rain.", "Ambry, J. 1991. Dunes."),
        [],
    ),
    (
        "The Dunes Act (1989) protects them (Ambry 1990; Tolland 1991).",
        ("Ambry, J. (1990). Dunes.", "Tolland, K. (1991). Wind."),
        [],
    ),
    (
        "Ambry's (1990) thesis was read by Tolland (1991).",
        ("Ambry, J. (1990). Dunes.", "Tolland, K. (1991). Wind."),
        [],
    ),
    (
        "The painter Osk (1891) saw it. Jan Osk (1820-1891) too. See Ambry (1990), Tolland (1991).",
        ("Ambry, J. (1990). Dunes.", "Tolland, K. (1991). Wind."),
        [],
    ),
    (
        "Dunes move (Ambry 1991; Tolland 1991).",
        ("Ambry, J. (1990). Dunes.", "Tolland, K. (1991). Wind."),
        ["Ambry 1991"],
    ),
    (
        "Dunes move (Perrin et al., 1988; Ambry, 1990; Tolland, 1991).",
        ("Ambry, J. (1990). Dunes.", "Tolland, K. (1991). Wind."),
        ["Perrin 1988"],
    ),
    (
        "Dunes move (Ambrey & Os 1990). So Tolland (1991).",
        ("Ambry, J. and Os, P. (1990). Dunes.", "Tolland, K. (1991). Wind."),
        ["Ambrey 1990"],
    ),
    (
        "Dunes move (see Tolland 1991: 14; Ambry 1990, 1994).",
        ("Ambry, J. (1990). Dunes.", "Tolland, K. (1991). Wind."),
        ["Ambry 1994"],
    ),
]


@pytest.mark.parametrize(("text", "works", "expected"), CASES)
def test_citations_that_the_list_does_not_bear_out(text: str, works: tuple[str, ...], expected: list[str]) -> None:
    document = read_text("\n".join([text, "", "References", *works, ""]))
    assert [f"{item.name} {item.year}" for item in unlisted_works(document)] == expected

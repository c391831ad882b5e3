"""What a brand adds is not there without one."""

from pathlib import Path


def test_a_site_without_a_brand_has_nothing_of_it(real_site: Path) -> None:
    html = (real_site / "index.html").read_text(encoding="utf-8")
    assert "assets/brand" not in html
    assert "og:image" not in html
    assert 'href="./assets/mark.svg"' in html
    assert not (real_site / "assets/brand").exists()

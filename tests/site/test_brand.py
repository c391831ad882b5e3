"""What a brand adds is not there without one; a picture for links is, once the site knows its address."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from tests.documents.test_site import a_project

from tenfold.adapters.branding import picture
from tenfold.adapters.building import build_site


def test_a_site_without_a_brand_has_nothing_of_it(real_site: Path) -> None:
    html = (real_site / "index.html").read_text(encoding="utf-8")
    assert "assets/brand" not in html
    assert "og:image" not in html
    assert 'href="./assets/mark.svg"' in html
    assert not (real_site / "assets/brand").exists()


META = re.compile(r'<meta (?:property|name)="((?:og:image|twitter)[^"]*)" content="([^"]*)">')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    config = a_project(tmp_path_factory.mktemp("site"), plugins="tenfold/library")
    config.write_text(f"{config.read_text()}site_description: What schools & councils did.\n")
    build_site(config)
    return config.with_name("site")


class TestPictureForLinks:
    def test_every_page_names_it_by_its_whole_address(self, site: Path) -> None:
        pages = [site / "index.html", *site.glob("case_studies/*/index.html")]
        assert len(pages) > 1
        for page in pages:
            found = dict(
                re.findall(
                    r'<meta (?:property|name)="((?:og:image|twitter)[^"]*)" content="([^"]*)">', page.read_text()
                )
            )
            assert found == {
                "og:image": "https://example.org/copy/assets/shared.png",
                "og:image:width": "1200",
                "og:image:height": "630",
                "og:image:alt": "Small. What schools &amp; councils did",
                "twitter:card": "summary_large_image",
            }

    def test_it_is_there_and_of_that_size(self, site: Path) -> None:
        content = (site / "assets/shared.png").read_bytes()
        assert Image.open(BytesIO(content)).size == (1200, 630)
        assert len(content) < 100_000

    def test_it_is_the_same_each_time(self) -> None:
        once, again = (picture.__wrapped__("Small", "What schools did.") for _ in range(2))
        assert once == again
        assert once != picture("Large", "What schools did.")

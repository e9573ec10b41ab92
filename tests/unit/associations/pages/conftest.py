"""What the tests of pages share."""

import pytest

from associations.edition import Edition
from tests.support.posts import daily, post
from tests.support.sites import UNION, association, page, prepared, small_site


@pytest.fixture(scope="session")
def edition_of_everything(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """A site that has every kind of page."""
    files = small_site(
        {
            **daily(45),
            **post("hai", "2021-01-01", f"hoi-hai {UNION}", "hoi-thao", status="draft"),
            **post("rut", "2021-01-01", status="withdrawn", withdrawn={"date": "2022", "reason": "Sai."}),
            "associations/hoi-cu.md": association(
                "Hội Cũ", ended={"how": "merged", "date": "2020", "into": ["hoi-mot"]}
            ),
            "pages/gioi-thieu.md": page("Giới thiệu", menu="header"),
        }
    )
    return prepared(tmp_path_factory.mktemp("everything"), files)

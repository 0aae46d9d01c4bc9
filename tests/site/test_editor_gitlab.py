"""The editor before GitLab: the same post from the same phone, as a merge request."""

from collections.abc import Iterator

import pytest

from tests.conftest import copy_project
from tests.forges.gitlab import gitlab_over
from tests.forges.repository import HUMAS, LOGINS, OFFICER, Call, RefusalError
from tests.site.browsing import chromium
from tests.site.editing import (
    FOLDER,
    NOW,
    POST,
    Stage,
    cheap_phone,
    gate,
    made_ready,
    saved,
    signed_in,
    staged,
    write_post,
)

pytestmark = [pytest.mark.audit, pytest.mark.xdist_group("editor")]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    project = copy_project(tmp_path_factory.mktemp("redaksi-gitlab") / "proyek")
    with staged(project, NOW, "gitlab", gitlab_over) as found:
        yield found


def test_a_post_with_a_photo_becomes_a_merge_request_that_humas_alone_can_merge(stage):
    forge, before = stage.forge, stage.forge.head("main")
    with chromium() as browser, cheap_phone(browser) as phone:
        page = signed_in(phone.new_page(), stage.address)
        page.get_by_text("Berita 2026", exact=True).tap()
        page.get_by_text("Imunisasi campak menjangkau").first.wait_for()
        page.go_back()
        write_post(page)
        pull = saved(page, forge, 0)
        assert (pull.draft, pull.labels) == (True, ["sveltia-cms/draft"])
        assert forge.changed(pull.branch) == [f"{FOLDER}/img-2026.webp", f"{FOLDER}/index.md"]
        assert forge.git("show", f"{pull.branch}:{FOLDER}/index.md").decode() == POST

        made_ready(page, pull)
    told = gate(stage, pull.branch)
    assert told.returncode == 0, told.stdout + told.stderr
    assert forge.head("main") == before
    with pytest.raises(RefusalError, match="401"):
        forge.merge(pull.number, LOGINS[OFFICER])
    assert forge.merge(pull.number, LOGINS[HUMAS])["state"] == "merged"
    assert forge.unknown == []
    assert not [call for call in forge.calls if _reaches_main(call)]


def _reaches_main(call: Call) -> bool:
    return call.path.endswith("/merge") or call.body.get("branch") == "main"

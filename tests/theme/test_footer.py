def test_it_names_the_publisher_and_the_licence(render):
    html = render(
        "footer", name="Kabar", publisher="Humas", licence="CC BY", licence_url="https://x"
    )

    assert "Diterbitkan oleh Humas." in html
    assert '<a href="https://x" rel="license">CC BY</a>' in html


def test_without_a_licence_nothing_is_promised(render):
    assert "lisensi <a" not in render("footer", name="Kabar", publisher="Humas")


def test_it_leads_to_the_fixed_pages_and_the_feed(render):
    html = render("footer", base="/lutra", name="Kabar", publisher="Humas")

    for href in ("/tentang/", "/kebijakan-ralat/", "/aksesibilitas/", "/lisensi/",
                 "/data-terbuka/", "/feed.atom"):  # fmt: skip
        assert f'href="/lutra{href}"' in html

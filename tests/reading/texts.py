"""Texts for property tests: what officers write, mixed with every mark that means something."""

from hypothesis import strategies as st

from plugins.reading.header import FORBIDDEN

MARKS = """** * _ __ ` ``` [ ] ( ) ](/x) ](https://a.id/b) ](javascript:x) ](<b>) ! ![](a.jpg)
    ![](<b>) " ' -- ... | < > & &amp; &lt;p&gt; <script> </p> <p> <table> onerror= \\ ^ ~ === ---
    {:onclick="x"} # <!-- --> [x]: 😀 é 1. > - ## + : a@b.id http://a.b style="x" """.split()
WORDS = ["kata", "Senam pagi", "Posyandu", '"Lancar,"', '"Lancar."', "Jum'at", "24/11/2026"]
BREAKS = ["\n", "\n\n", "\n\n", "  \n", " ", "    ", "\t", "\xa0", "\n- ", "\n> ", "\n1. ", "\n# "]
_pieces = st.sampled_from([*MARKS, *WORDS, *BREAKS, "|a|b|\n|-|-|\n|c|d|\n"])
texts = st.one_of(
    st.lists(_pieces, max_size=25).map("".join),
    st.text(max_size=60).map(lambda text: FORBIDDEN.sub("", text)),
)

import pytest

from plugins.model.event import EventState


@pytest.mark.parametrize("state", EventState)
def test_a_state_is_a_word_and_a_class_for_its_shape(render, state):
    html = render("state", value=state.value, words=state.words).strip()

    assert html == f'<span class="state state--{state.value}">{state.words.capitalize()}</span>'

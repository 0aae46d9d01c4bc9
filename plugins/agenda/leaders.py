"""Who leads an activity, in words."""

LEADERS = {
    "bupati": "Bupati",
    "wakil-bupati": "Wakil Bupati",
    "sekda": "Sekretaris Daerah",
    "kepala": "Kepala perangkat daerah",
}


def leader_words(leader: str, attendance: str) -> str:
    """Bupati; dihadiri Bupati; or Bupati, diwakili"""
    name = LEADERS.get(leader, "")
    if name and attendance == "dihadiri":
        return f"dihadiri {name}"
    return ", ".join(part for part in (name, attendance) if part)

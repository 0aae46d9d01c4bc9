"""A: activities of the agenda."""

MOVED = "pindah_ke: dinkes/2026/12/01-imunisasi-campak\n"


def test_a_cancelled_activity_needs_a_reason(faults_of, text):
    assert faults_of("event", text("event", "mulai:", "status: batal\nmulai:")) == [
        "4:9 A701 Status “batal” belum disertai alasan. "
        "Tambahkan baris, contoh “alasan: Mengapa kegiatan batal”."
    ]
    right = "status: batal\nalasan: Narasumber berhalangan\nmulai:"
    assert faults_of("event", text("event", "mulai:", right)) == []


def test_a_postponed_activity_should_have_a_new_date(faults_of, text):
    wrong = "status: ditunda\nalasan: Cuaca buruk\nmulai:"

    assert faults_of("event", text("event", "mulai:", wrong)) == [
        "4:9 A702 PERINGATAN: Status “ditunda” belum disertai jadwal baru. "
        "Buat kegiatan barunya, lalu rujuk dengan “pindah_ke”; bila tidak jadi, tulis “batal”."
    ]
    right = f"status: ditunda\nalasan: Cuaca buruk\n{MOVED}mulai:"
    assert faults_of("event", text("event", "mulai:", right)) == []


def test_only_a_postponed_activity_moves(faults_of, text):
    assert faults_of("event", text("event", "mulai:", MOVED + "mulai:")) == [
        "4:12 A703 Jadwal baru “dinkes/2026/12/01-imunisasi-campak” ditulis tanpa "
        "“status: ditunda”. Tambahkan “status: ditunda” dan alasannya, atau hapus “pindah_ke”."
    ]


def test_an_unknown_status_is_only_told_as_such(faults_of, text):
    assert faults_of("event", text("event", "mulai:", "status: dibatalkan\nmulai:")) == [
        "4:9 K113 Pilihan “dibatalkan” tidak dikenal. Pilih salah satu: batal, ditunda."
    ]

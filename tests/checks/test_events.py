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


WEEKLY = "ulang: {setiap: pekan, sampai: 2027-11-24}\nmulai:"


def test_a_recurrence_has_an_end_within_a_year(faults_of, text):
    for end, fault in (
        ("2026-11-24", "Akhir pengulangan “2026-11-24” tidak sesudah hari pertamanya. "
         "Tulis hari terakhir kegiatan ini masih berulang, atau hapus “ulang”."),
        ("2027-11-26", "Akhir pengulangan “2027-11-26” melewati batas satu tahun atau 60 kali. "
         "Tulis paling lambat 2027-11-25; sesudahnya buat kegiatan yang baru."),
    ):  # fmt: skip
        wrong = WEEKLY.replace("2027-11-24", end)
        assert faults_of("event", text("event", "mulai:", wrong)) == [f"4:8 A704 {fault}"]
    assert faults_of("event", text("event", "mulai:", WEEKLY)) == []


def test_a_daily_recurrence_ends_after_sixty_times(faults_of, text):
    daily = WEEKLY.replace("pekan", "hari")

    assert faults_of("event", text("event", "mulai:", daily)) == [
        "4:8 A704 Akhir pengulangan “2027-11-24” melewati batas satu tahun atau 60 kali. "
        "Tulis paling lambat 2027-01-22; sesudahnya buat kegiatan yang baru."
    ]
    right = daily.replace("2027-11-24", "2027-01-22")
    assert faults_of("event", text("event", "mulai:", right)) == []


def test_an_activity_of_several_days_does_not_recur(faults_of, text):
    wrong = f"sampai: 2026-11-26\n{WEEKLY}"

    assert faults_of("event", text("event", "mulai:", wrong)) == [
        "5:8 A705 Kegiatan sampai “2026-11-26” lebih dari sehari, jadi tidak dapat diulang. "
        "Hapus “ulang” dan buat satu berkas untuk setiap kali, atau hapus “sampai”."
    ]


def test_what_recurs_by_date_has_a_date_that_every_month_has(faults_of):
    def event(every: str, day: int) -> str:
        return (
            f"---\nacara: Senam\ntanggal: 2026-12-{day}\ntempat: Aula\n"
            f"ulang: {{setiap: {every}, sampai: 2027-11-30}}\n---\n"
        )

    path = "agenda/dinkes/2026/12/29-senam.md"
    assert faults_of("event", event("bulan", 29), path) == [
        "5:8 A706 Tanggal “29” tidak ada di setiap bulan. Pilih tanggal 1 sampai 28, atau "
        "“setiap: bulan-sehari” untuk hari Selasa pada pekan yang sama."
    ]
    assert faults_of("event", event("bulan-sehari", 29), path) == []
    assert faults_of("event", event("bulan", 28), path.replace("29-", "28-")) == []


def test_an_employee_number_may_not_stand_in_the_agenda(text, faults_of):
    wrong = text("event", "mulai:", "peserta: Kepala bidang (NIP 198505172010011001)\nmulai:")

    assert faults_of("event", wrong) == [
        "4:29 A707 NIP “1985************01” tertulis di sini. Hapus nomornya; jabatan cukup."
    ]
    assert faults_of("event", text("event", "mulai:", "peserta: Kepala bidang\nmulai:")) == []

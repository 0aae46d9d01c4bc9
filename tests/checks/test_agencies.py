"""P: agencies, their parents, partners and officers."""

import pytest

DINKES = "perangkat-daerah/dinkes.md"
DISHUB = "perangkat-daerah/dishub.md"
POST = "berita/dinkes/2026/11/imunisasi-campak/index.md"
EVENT = "agenda/dinkes/2026/11/24-imunisasi-campak.md"


def test_a_misspelled_agency_in_a_path_suggests_the_nearest_one(judged, text):
    path = "agenda/dinkess/2026/11/24-imunisasi-campak.md"

    assert judged({path: text("event")}) == [
        f"content/{path}:1:1 P301 Perangkat daerah “dinkess” tidak terdaftar. Maksud Anda “dinkes”?"
    ]


def test_another_name_of_an_agency_in_a_path_suggests_its_slug(judged, text):
    path = "agenda/kesehatan/2026/11/24-imunisasi-campak.md"
    alias = text("agency", "jenis: dinas\n", "jenis: dinas\nalias: [kesehatan]\n")

    assert judged({path: text("event"), DINKES: alias}) == [
        f"content/{path}:1:1 P301 Perangkat daerah “kesehatan” tidak terdaftar. "
        "“kesehatan” adalah nama lain; pakai “dinkes”."
    ]


def test_an_agency_like_no_other_is_sent_to_the_list(judged, text):
    path = "agenda/xyz/2026/11/24-imunisasi-campak.md"

    assert judged({path: text("event")}) == [
        f"content/{path}:1:1 P301 Perangkat daerah “xyz” tidak terdaftar. "
        "Lihat nama-nama berkas di content/perangkat-daerah/."
    ]


def test_a_broken_agency_record_is_one_fault_and_no_cascade(judged, text):
    broken = text("agency", "jenis: dinas\n", "jenis: dinass\n")

    assert judged({DINKES: broken}) == [
        f"content/{DINKES}:4:8 K113 Pilihan “dinass” tidak dikenal. Pilih salah satu: dinas, "
        "badan, inspektorat, bidang, puskesmas, sekretariat, satuan, kecamatan, kelurahan, "
        "rumah-sakit."
    ]


@pytest.mark.parametrize(
    ("path", "kind", "old", "place"),
    [(POST, "post", "rubrik: kesehatan\n", "5:24"), (EVENT, "event", "mulai: 09:00\n", "5:24")],
)
def test_an_unknown_partner_is_named_where_it_stands(path, kind, old, place, judged, text):
    wrong = text(kind, old, old + "bersama: [kec-masamba, dishup]\n")

    assert judged({path: wrong}) == [
        f"content/{path}:{place} P302 Perangkat daerah “dishup” tidak terdaftar. "
        "Maksud Anda “dishub”?"
    ]
    assert judged({path: wrong.replace("dishup", "dishub")}) == []


def test_an_unknown_partner_is_found_in_a_list_with_commas(judged, text):
    wrong = text("post", "rubrik: kesehatan\n", "rubrik: kesehatan\nbersama: dishub, kec-x\n")

    assert judged({POST: wrong}) == [
        f"content/{POST}:5:18 P302 Perangkat daerah “kec-x” tidak terdaftar. "
        "Lihat nama-nama berkas di content/perangkat-daerah/."
    ]


def test_an_unknown_parent_is_named(judged, text):
    wrong = text("agency", "jenis: dinas\n", "jenis: dinas\ninduk: kec-masmba\n")

    assert judged({DINKES: wrong}) == [
        f"content/{DINKES}:5:8 P303 Perangkat daerah “kec-masmba” tidak terdaftar. "
        "Maksud Anda “kec-masamba”?"
    ]
    assert judged({DINKES: wrong.replace("masmba", "masamba")}) == []


def test_agencies_above_each_other_go_in_a_circle(judged, text, agency_records):
    below_dishub = text("agency", "jenis: dinas\n", "jenis: dinas\ninduk: dishub\n")
    below_dinkes = agency_records[DISHUB].replace("jenis: dinas\n", "jenis: dinas\ninduk: dinkes\n")

    assert judged({DINKES: below_dishub, DISHUB: below_dinkes}) == [
        f"content/{DINKES}:5:8 P304 Induk “dishub” berputar: dinkes → dishub → dinkes. "
        "Hapus “induk” pada unit yang paling atas.",
        f"content/{DISHUB}:5:8 P304 Induk “dinkes” berputar: dishub → dinkes → dishub. "
        "Hapus “induk” pada unit yang paling atas.",
    ]
    assert judged({DISHUB: agency_records[DISHUB]}) == []


def test_an_agency_below_a_circle_is_not_blamed_for_it(judged, text, agency_records):
    itself = text("agency", "jenis: dinas\n", "jenis: dinas\ninduk: dinkes\n")
    below = agency_records[DISHUB].replace("jenis: dinas\n", "jenis: dinas\ninduk: dinkes\n")

    assert judged({DINKES: itself, DISHUB: below}) == [
        f"content/{DINKES}:5:8 P304 Induk “dinkes” berputar: dinkes → dinkes. "
        "Hapus “induk” pada unit yang paling atas."
    ]


def test_an_unknown_successor_is_named(judged, text):
    wrong = text("agency", "jenis: dinas\n", "jenis: dinas\ndigantikan_oleh: dishubb\n")

    assert judged({DINKES: wrong}) == [
        f"content/{DINKES}:5:18 P305 Perangkat daerah “dishubb” tidak terdaftar. "
        "Maksud Anda “dishub”?"
    ]
    assert judged({DINKES: wrong.replace("dishubb", "dishub")}) == []


def test_a_name_belongs_to_one_agency_only(judged, text, agency_records):
    first = text("agency", "jenis: dinas\n", "jenis: dinas\nalias: [sehat]\n")
    wrong = agency_records[DISHUB].replace(
        "jenis: dinas\n", "jenis: dinas\nalias: [angkutan, sehat, humas]\n"
    )

    assert judged({DINKES: first, DISHUB: wrong}) == [
        f"content/{DISHUB}:5:19 P306 Nama lain “sehat” sudah dipakai “Dinkes”. "
        "Hapus nama itu di sini, atau pakai nama yang lain.",
        f"content/{DISHUB}:5:26 P306 Nama lain “humas” sudah dipakai “Humas”. "
        "Hapus nama itu di sini, atau pakai nama yang lain.",
    ]
    assert judged({DISHUB: wrong.replace(", sehat, humas", "")}) == []


def test_an_agency_need_not_name_itself_as_partner(faults_of, text):
    wrong = text("post", "rubrik: kesehatan\n", "rubrik: kesehatan\nbersama: [dishub, dinkes]\n")

    assert faults_of("post", wrong) == [
        "5:19 P307 SARAN: “dinkes” adalah pemilik berkas ini, bukan pendukung. "
        "Hapus nama itu dari “bersama”."
    ]
    assert faults_of("post", wrong.replace("dishub, dinkes", "dishub")) == []


@pytest.mark.parametrize(
    ("login", "proposal"),
    [
        ("Petugas_Dinkes", ", contoh “petugas-dinkes”"),
        ("petugas dinkes", ", contoh “petugas-dinkes”"),
        ("-petugas", ", contoh “petugas”"),
        ("x", ""),
    ],
)
def test_a_login_is_written_as_one_logs_in(login, proposal, faults_of, text):
    assert faults_of("agency", text("agency", "petugas-dinkes", login)) == [
        f"7:11 P309 Nama akun “{login}” tidak sah. "
        f"Pakai 2–39 huruf kecil, angka, atau tanda hubung{proposal}."
    ]


def test_a_login_of_a_forge_is_good(faults_of, text):
    assert faults_of("agency", text("agency", "petugas-dinkes", "dinkes2")) == []

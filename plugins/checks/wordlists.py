"""Closed lists of words that the rules of language ask. Precision comes from their being
closed: what is not listed is never guessed.
"""

# di and ke are written apart before a place: joined form -> right form. Forms that are also
# verbs or nouns are left out (keluar, dibalik, kelapangan).
_PLACES = """
    antara antaranya atas atasnya bawah belakang dalam dalamnya depan depannya luar samping
    sana sini situ mana sekitar sekeliling sebelah seberang seluruh setiap tengah tengah-tengah
    rumah kantor sekolah desa kecamatan kabupaten kelurahan puskesmas pasar aula ruang ruangan
    lapangan halaman lokasi jalan kota provinsi masjid gedung tempat lingkungan urutan bawahnya
    sekitarnya
"""
_TOWNS = """
    masamba baebunta sabbang malangke rongkong seko rampi mappedeceng sukamaju lutra luwu
    makassar palopo jakarta sulsel
"""
_VERBS_AND_NOUNS = frozenset(
    """
    keantara keantaranya keatasnya keluar kelapangan kedalamnya ketempat kesetiap kerongkong
    kesekeliling keseluruh kelingkungan keurutan kebawahnya kesekitarnya
    """.split()
)
JOINED = {
    particle + word: f"{particle} {word.title() if word in _TOWNS.split() else word}"
    for particle in ("di", "ke")
    for word in (*_PLACES.split(), *_TOWNS.split())
    if particle + word not in _VERBS_AND_NOUNS
} | {"dimana-mana": "di mana-mana", "kemana-mana": "ke mana-mana", "disela-sela": "di sela-sela"}

# Verbs after which nothing but the prefix di- can stand before; no nouns of places.
STEMS = frozenset(
    """
    adakan agendakan ajak anggap awali bagikan bahas bangun bantu berikan bersihkan buka
    butuhkan dampingi dukung gelar gunakan hadiri harapkan hibahkan himpun ikuti imbau ingatkan
    jadwalkan jelaskan kelola kembangkan kerjakan ketahui kirim kukuhkan kumpulkan kunjungi
    laksanakan lakukan lantik latih libatkan manfaatkan minta mulai
    paparkan pasang perbaiki periksa perlukan pimpin prioritaskan rangkaikan rasakan rencanakan
    resmikan salurkan sambut sampaikan sediakan selenggarakan selesaikan serahkan siapkan
    sosialisasikan susun tanam tandatangani targetkan tegaskan terapkan terima tetapkan tinjau
    tingkatkan tugaskan tunjuk umumkan undang usulkan wajibkan wakili
    """.split()
)

# Bound forms are joined to these words; `antar` and `tuna` are words of their own elsewhere.
BOUND = {
    "antar": """instansi daerah desa kecamatan kelurahan sekolah pelajar kabupaten kota provinsi
        pulau umat agama dinas kelompok pegawai generasi lembaga perangkat unit wilayah negara
        suku budaya bidang sektor puskesmas dusun klub opd""",
    "pasca": """panen bencana sarjana tanam produksi pandemi pelatihan operasi lebaran banjir
        pemilu kegiatan libur melahirkan""",
    "sub": "bagian bidang sektor unit kegiatan tema sistem rayon koordinator pokok judul",
    "non": """asn pns formal aktif fisik tunai medis pemerintah akademik teknis muslim perizinan
        pangan""",
    "se": """kabupaten kecamatan desa kelurahan luwu lutra sulawesi sulsel indonesia masamba
        provinsi""",
    "pra": "sekolah sejahtera nikah jabatan kerja panen musrenbang tugas lansia tanam",
    "multi": "sektor guna pihak media fungsi",
    "tuna": "netra rungu daksa wicara grahita karya wisma",
    "swa": "kelola daya foto sembada",
    "purna": "tugas bakti praja",
    "semi": "permanen final otomatis",
    "anti": "narkoba korupsi hoaks perundungan kekerasan",
    "ekstra": "kurikuler",
    "nara": "sumber",
    "pari": "purna",
}

# Spelling as in KBBI; only words that have one right form and no second meaning.
NONSTANDARD = {
    "aktifitas": "aktivitas", "analisa": "analisis", "antri": "antre", "antrian": "antrean",
    "mengantri": "mengantre", "apotik": "apotek", "atlit": "atlet", "bekerjasama": "bekerja sama",
    "bertanggungjawab": "bertanggung jawab", "cidera": "cedera", "detil": "detail",
    "diagnosa": "diagnosis", "dihimbau": "diimbau", "dirubah": "diubah", "efektifitas":
    "efektivitas", "faham": "paham", "frekwensi": "frekuensi", "hapal": "hafal",
    "himbau": "imbau", "himbauan": "imbauan", "menghimbau": "mengimbau", "hutang": "utang",
    "ijasah": "ijazah", "ijin": "izin", "isteri": "istri", "jadual": "jadwal", "jaman": "zaman",
    "jendral": "jenderal", "jum'at": "Jumat", "jum’at": "Jumat", "jum`at": "Jumat",
    "karir": "karier", "kerjasama": "kerja sama", "ketrampilan": "keterampilan",
    "komplek": "kompleks", "konkrit": "konkret", "kreatifitas": "kreativitas",
    "kwalitas": "kualitas", "kwitansi": "kuitansi", "lembab": "lembap", "mengijinkan":
    "mengizinkan", "mengkonsumsi": "mengonsumsi", "mensosialisasikan": "menyosialisasikan",
    "mensukseskan": "menyukseskan", "mentaati": "menaati", "merubah": "mengubah",
    "milyar": "miliar", "nasehat": "nasihat", "nopember": "November", "obyek": "objek",
    "orangtua": "orang tua", "pebruari": "Februari", "perijinan": "perizinan",
    "praktek": "praktik", "produktifitas": "produktivitas", "propinsi": "provinsi",
    "raport": "rapor", "resiko": "risiko", "sekedar": "sekadar", "sekertaris": "sekretaris",
    "silahkan": "silakan", "sistim": "sistem", "standarisasi": "standardisasi",
    "subyek": "subjek", "supir": "sopir", "tanggungjawab": "tanggung jawab",
    "tauladan": "teladan", "tehnik": "teknik", "terimakasih": "terima kasih",
    "terlantar": "telantar", "trampil": "terampil",
}  # fmt: skip

# Before one of these nouns or after one of those, a number after “ke” is an ordinal.
ORDINAL_BEFORE = tuple(
    f" {word} "
    for word in """
    HUT RI Indonesia Lutra Utara hari tahun kali pertemuan angkatan edisi periode pekan minggu
    bulan babak milad peringkat urutan tahap tahapan gelombang seri sesi jadi kemerdekaan PGRI
    PKK Korpri KORPRI PMI Pramuka yang anak kelompok Hari Bhakti Nasional
    """.split()
)
ORDINAL_AFTER = ("kali", "kalinya")
MOTION_AFTER = frozenset(
    """
    desa kecamatan sekolah rumah titik lokasi puskesmas dusun kelurahan kabupaten orang warga
    kelompok posyandu pasar anak balita negara provinsi kota tempat arah tim pihak lembaga
    kantor kelas
    """.split()
)

# Words that stand in capitals in any title.
ACRONYMS = frozenset(
    """
    APBD APBDES APBN ASN ATM BAPENDA BAPPELITBANGDA BAZNAS BKKBN BKPSDM BLT BLUD BNN BPBD BPD BPJS
    BPKPD BPN BPS BRI BSI BTS BULOG BUMD BUMDES BUMN CCTV CPNS DAK DAU DBD DKP DLH DP2KUKM
    DP3AP2KB DPD DPKP DPMD DPMPTSP DPR DPRD DPUTRPKP2 DTKS FKUB GPM GTK HAM HKN HUT IDI IGD II III
    IKM IKP ILM IMB IPM IPTEK IT IUD IV IVA IX JKN KB KEMENAG KIA KIM KIP KIR KIS KK KKN KLA KONI
    KORPRI KPK KPPN KPU KTB KTP KUA KUR KWT LKJIP LKPJ LKS LPJ LPM LPPD LPSE LSM LUTRA MA MAN MBG
    MCK MI MOU MPP MTQ MTS MUI MUSRENBANG NIB NIK NU ODF OPD OSIS OSS P3K PAD PAUD PBB PBG PBI
    PDAM PGRI PHBS PJU PKK PKL PKM PLN PMI PMK PMR PN PNS POSYANDU PPID PPK PPKM PPPK PSC PT PTSP
    RAPBD RDTR RI RKPD RPJMD RPJPD RSUD RT RTH RTLH RTRW RW SAKIP SATPOL SD SDGS SDM SDN SIM SIPD
    SKB SKD SKM SKPD SLB SLTA SMA SMAN SMK SMKN SMP SMPN SOP SP SPBE SPBU SPM SPPG SPT STBM STQ
    SULSEL TBC TIK TK TMMD TNI TP TPA TPI TPID TPP TPPS TPQ TPS UHC UKS UMKM UPR UPT UPTD USG UU
    VI VII VIII VTS WA WBP WFH WITA WTP XI XII XIII XIV XV ZI
    """.split()
)

# Any of these in the opening of a post answers a question, whatever it is about: an opening
# is blamed only where none of them occurs.
WHEN_WORDS = frozenset(
    """
    senin selasa rabu kamis jumat jum'at sabtu minggu januari februari maret april mei juni juli
    agustus september oktober november desember hari kemarin pekan bulan tahun pagi siang sore
    malam besok lusa pukul kini sejak semester triwulan ramadan akhir awal mulai selama setiap lalu
    """.split()
)
WHERE_WORDS = frozenset(
    """
    aula kantor lapangan desa dusun kecamatan kelurahan kabupaten sekolah puskesmas posyandu pasar
    gedung ruang halaman balai masjid gereja terminal kebun sawah sungai kolam pantai jalan
    perpustakaan taman alun-alun daring lokasi rumah loket
    """.split()
)
WHO_WORDS = frozenset(
    """
    anak aparatur auditor bapak badan bagian balita bayi bidan bidang bupati camat dinas dokter
    guru ibu inspektorat jemaah kader kantor kecamatan kelompok kelurahan keluarga kepala ketua
    komunitas koperasi lansia lurah mahasiswa masyarakat murid nelayan operator orang panitia
    pasien pegawai pelajar pemerintah pemuda perangkat perempuan petugas posyandu puskesmas
    regu relawan remaja santri sekolah sekretaris siswa sopir staf teknisi tim tukang umkm wakil
    warga
    """.split()
)

# Places that a dateline may name, the longer names first.
DATELINES = (
    "SUKAMAJU SELATAN", "BAEBUNTA SELATAN", "SABBANG SELATAN", "MALANGKE BARAT", "LUWU UTARA",
    "MAPPEDECENG", "TANA LILI", "BONE-BONE", "BAEBUNTA", "MALANGKE", "RONGKONG", "SUKAMAJU",
    "MASAMBA", "SABBANG", "RAMPI", "SEKO",
)  # fmt: skip

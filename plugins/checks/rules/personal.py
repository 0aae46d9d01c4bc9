"""D: personal data (data pribadi, UU 27/2022) in the text and header of any file.

A number is never repeated in a message: reports are public, so it is masked.
"""

import re
from collections.abc import Iterator

from plugins.checks.mail import mail_in
from plugins.checks.numbers import Number, numbers_in
from plugins.checks.offices import dialled, public_of
from plugins.checks.passages import Place, passages
from plugins.checks.prose import worded
from plugins.checks.rulebook import Finding, Question, Scope, rule
from plugins.model.addresses import Place as FilePlace
from plugins.model.addresses import post_path
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript
from plugins.model.portable import RuleData

_HOME = re.compile(
    r"(?:(?i:alamat|beralamat|rumah(?:nya)?|kediaman(?:nya)?|tinggal|berdomisili|warga|domisili)\b"
    r"[^.\n]{0,60}?)(\b(?:Jl\.?|Jalan|Gang|Gg\.?|Dusun|Lorong|Perumahan)\s[^\n;]{2,60}?"
    r"(?:\bNo\.?|\bNomor|\bBlok)\s?\w{1,6}[^\n;]{0,30}?\bRT\s?\.?\s?\d{1,3})",
)
_OFFICE = re.compile(
    r"(?i)\b(?:kantor|posko|balai|puskesmas|posyandu|sekolah|rumah sakit|rumah jabatan|"
    r"rumah dinas|aula|masjid|gedung|rumah singgah|rumah baca)\b"
)
_IN_NAME = re.compile(r"\d{9,}|\d{4,}(?:-\d{2,})+")  # a hyphen also parts words there
_TOLD = 60  # characters before an address in which an office may be named


def number_data(kind: str, what: str, hint: str, only: str = "") -> RuleData:
    message = f"{what} “{{masked}}” tertulis di sini."
    return RuleData("number", message, hint, words=((kind, ""),), only=only)


NIK = number_data("nik", "NIK atau nomor KK", "Hapus nomornya; nama kecamatan cukup.")
MAYBE_NIK = number_data("maybe-nik", "Nomor yang mungkin NIK", "Bila ini NIK, hapus nomornya.")
MOBILE = number_data("mobile", "Nomor ponsel", "Tulis telepon kantor, atau tempat pendaftarannya.")
HOME = number_data("home", "Telepon rumah", "Tulis telepon kantor.")
BANK = number_data("bank", "Nomor rekening", "Hapus nomornya; sebut kantor yang melayani.")
NPWP = number_data("npwp", "NPWP", "Hapus nomornya.")
NISN = number_data("nisn", "NISN", "Hapus nomornya.")
BPJS = number_data("bpjs", "Nomor BPJS", "Hapus nomornya.")
NIP = number_data("nip", "NIP", "Hapus nomornya; tulis nama dan jabatan.", "post")


@rule("D901", Severity.GALAT, data=NIK)
def identity_number(manuscript: Manuscript) -> Iterator[Finding]:
    """NIK atau nomor KK seseorang.

    Mengapa: dengan NIK orang lain dapat mengurus pinjaman atau membuka akun. Nomor itu
    tidak boleh tersebar (UU 27/2022), walaupun pemiliknya ikut difoto.

    Salah:
        Penerima bantuan bernama Petugas Contoh (NIK 7322************).

    Benar:
        Penerima bantuan bernama Petugas Contoh dari Kecamatan Masamba.
    """
    return told(manuscript, NIK)


@rule("D902", Severity.PERINGATAN, data=MAYBE_NIK)
def likely_identity_number(manuscript: Manuscript) -> Iterator[Finding]:
    """Nomor yang mungkin NIK.

    Mengapa: susunannya seperti NIK: kode provinsi, tanggal lahir, nomor urut. NIK lama
    memakai kode kabupaten yang kini tidak ada lagi.

    Salah:
        Data atas nama Petugas Contoh: 7399************

    Benar:
        Data atas nama Petugas Contoh sudah diterima.
    """
    return told(manuscript, MAYBE_NIK)


@rule("D903", Severity.GALAT, data=MOBILE)
def mobile_number(manuscript: Manuscript) -> Iterator[Finding]:
    """Nomor ponsel.

    Mengapa: nomor ponsel milik perorangan. Yang terlanjur terbit disalin ke mana-mana dan
    tidak dapat ditarik lagi. Nomor yang dicatat Humas sebagai telepon kantor boleh ditulis.

    Salah:
        Pendaftaran lewat WhatsApp 0812********.

    Benar:
        Pendaftaran di loket Dinas Sosial atau lewat (0473) 21000.
    """
    return told(manuscript, MOBILE)


@rule("D904", Severity.PERINGATAN, data=HOME)
def home_telephone(manuscript: Manuscript) -> Iterator[Finding]:
    """Telepon rumah.

    Mengapa: telepon rumah membawa orang asing ke satu keluarga. Telepon kantor boleh ditulis.

    Salah:
        Hubungi telepon rumah (0473) 2****.

    Benar:
        Hubungi Kantor Camat Masamba, (0473) 21000.
    """
    return told(manuscript, HOME)


@rule("D905", Severity.GALAT, data=BANK)
def bank_account(manuscript: Manuscript) -> Iterator[Finding]:
    """Nomor rekening bank.

    Mengapa: nomor rekening adalah data keuangan pribadi dan bahan penipuan.

    Salah:
        Donasi dikirim ke rekening 0201**********.

    Benar:
        Donasi diserahkan di kantor Dinas Sosial.
    """
    return told(manuscript, BANK)


@rule("D906", Severity.GALAT, data=NPWP)
def tax_number(manuscript: Manuscript) -> Iterator[Finding]:
    """NPWP.

    Mengapa: NPWP membuka data pajak, dan sejak 2024 NPWP perorangan sama dengan NIK.

    Salah:
        NPWP 01.31*.***.*-***.*00

    Benar:
        Wajib pajak itu menerima penghargaan.
    """
    return told(manuscript, NPWP)


@rule("D907", Severity.GALAT, data=NISN)
def pupil_number(manuscript: Manuscript) -> Iterator[Finding]:
    """NISN seorang siswa.

    Mengapa: dengan NISN orang dapat mencari sekolah dan tanggal lahir seorang anak.

    Salah:
        Juara pertama, NISN 0101****01.

    Benar:
        Juara pertama, siswa kelas VIII.
    """
    return told(manuscript, NISN)


@rule("D908", Severity.GALAT, data=BPJS)
def health_number(manuscript: Manuscript) -> Iterator[Finding]:
    """Nomor BPJS atau JKN seseorang.

    Mengapa: data kesehatan adalah data pribadi yang bersifat spesifik (UU 27/2022 Pasal 4).

    Salah:
        Peserta dengan nomor BPJS 0001*******01.

    Benar:
        Peserta JKN dari Kecamatan Sabbang.
    """
    return told(manuscript, BPJS)


@rule("D909", Severity.PERINGATAN, data=NIP)
def employee_number(manuscript: Manuscript) -> Iterator[Finding]:
    """NIP pegawai.

    Mengapa: NIP memuat tanggal lahir. Dalam berita, nama dan jabatan sudah cukup.

    Salah:
        Petugas Contoh (NIP 1980************01)

    Benar:
        Petugas Contoh, Kepala Bidang Kesehatan Masyarakat
    """
    if manuscript.place.kind != "event":  # there A707 tells
        yield from told(manuscript, NIP)


@rule("D910", Severity.PERINGATAN)
def home_address(manuscript: Manuscript) -> Iterator[Finding]:
    """Alamat rumah lengkap.

    Mengapa: alamat sampai RT memberi tahu siapa pun letak rumah seseorang. Alamat kantor
    boleh ditulis.

    Salah:
        Ia tinggal di Jalan Melati No. 4 RT 002/RW 001.

    Benar:
        Ia tinggal di Kelurahan Bone.
    """
    for text, place in passages(manuscript.source):
        for match in _HOME.finditer(text) if "RT" in text else ():
            before = text[max(0, match.start() - _TOLD) : match.start()].rpartition(". ")[2]
            if not _OFFICE.search(before + match[0]):
                message = f"Alamat rumah “{match[1][:4]}…” tertulis sampai RT."
                yield Finding(message, "Sebut desa atau kelurahan saja.", *place(match.start(1)))


@rule("D911", Severity.GALAT, Scope.NEWSROOM)
def personal_data_in_photo(question: Question) -> Iterator[Finding]:
    """Data pribadi tersimpan di dalam berkas foto.

    Mengapa: aplikasi kamera dan pemindai menyimpan keterangan yang tidak tampak pada gambar.
    Siapa pun yang mengunduh fotonya dapat membacanya.

    Salah:
        keterangan EXIF: KTP 7322************

    Benar:
        foto tanpa keterangan tersembunyi
    """
    public = public_of(question.newsroom.agencies.values())
    for post in question.newsroom.posts.values():
        for use in post.photos:
            facts = question.newsroom.photos.get(use.blob)
            for number in numbers_in("\n\n".join(facts.texts)) if facts else ():
                if dialled(number.digits) in public:
                    continue
                yield Finding(
                    f"Nomor “{number.masked}” tersimpan di dalam berkas foto “{use.file}”.",
                    "Kirim tangkapan layar foto itu, atau simpan ulang tanpa metadata.",
                    path=post_path(post.id),
                    key="foto",
                    value=use.file,
                )


@rule("D912", Severity.PERINGATAN)
def personal_mail(manuscript: Manuscript) -> Iterator[Finding]:
    """Alamat surel pribadi.

    Mengapa: surel pribadi membuka jalan ke akun lain pemiliknya dan menjadi sasaran
    penipuan. Surel yang dicatat Humas pada data perangkat daerah boleh ditulis.

    Salah:
        Naskah dikirim ke p…@gmail.com.

    Benar:
        Naskah dikirim ke surel kantor atau diantar ke loket perpustakaan.
    """
    for text, place in passages(manuscript.source):
        for mail in mail_in(text):
            message = f"Alamat surel “{mail.masked}” tampaknya milik pribadi."
            hint = "Tulis surel kantor, atau hapus alamatnya."
            yield Finding(message, hint, *place(mail.start))


def told(manuscript: Manuscript, data: RuleData) -> Iterator[Finding]:
    """The numbers of one kind, which is the one word of *data*."""
    for number, (line, column) in _numbers(manuscript):
        if number.kind == data.words[0][0]:
            yield Finding(*worded(data, masked=number.masked), line, column)


_last: list[tuple[Manuscript, list[tuple[Number, Place]]]] = []  # all rules ask in a row


def _numbers(manuscript: Manuscript) -> list[tuple[Number, Place]]:
    if not _last or _last[0][0] is not manuscript:
        found = [(number, (1, 1)) for number in _in_name(manuscript.place)]
        found += [
            (number, place(number.start))
            for text, place in passages(manuscript.source)
            for number in numbers_in(text)
        ]
        _last[:] = [(manuscript, found)]
    return _last[0][1]


def _in_name(place: FilePlace) -> Iterator[Number]:
    """The name of a folder or file becomes an address that everyone sees."""
    for match in _IN_NAME.finditer(place.slug):
        yield from numbers_in(match[0])

"""The questions that a new post begins with; none of them may be left in what is sent."""

WHO = "[Siapa]"
WHAT = "[melakukan apa]"
WHERE = "[tempat]"
WHY = "[Mengapa kegiatan ini penting bagi warga? Bagaimana jalannya?]"
QUOTE = "[Satu kutipan pendek]"
OFFICE = "[jabatan]"
NEXT = "[Apa langkah berikutnya, dan ke mana warga dapat bertanya?]"
SUMMARY = "[Satu kalimat: pokok berita untuk daftar dan WhatsApp]"
CATEGORY = "[Rubrik, contoh: kesehatan]"
ALT = "[Apa yang tampak pada foto ini?]"

PROMPTS = (WHO, WHAT, WHERE, WHY, QUOTE, OFFICE, NEXT, SUMMARY, CATEGORY, ALT)

## The page

page-title = Öğrenci sayfaları
page-title-error = Hata: { page-title }
page-skip = Sayfaya geç
page-demo = Bu bir deneme sayfası. Okul gerçek değil. Burada sana kimse yardım etmez.
page-print = Okul yazıcıları kopya saklayabilir. Sana gerekeni elle yaz. Tehlikede misin? { $emergency } numarasını ara.
page-loading = Sayfa hazırlanıyor.

## Emergency strip

strip-label = Hemen yardım
strip-danger = Şu an tehlikede misin?
strip-call = Ara
strip-talk = Şimdi konuş, ücretsiz
strip-free = ücretsiz
strip-watch-start = Bu sayfaya
strip-watch-not = sürekli değil,
strip-watch-end = arada bir bakılır.
strip-next = Sıradaki bakış:
strip-nobody = Birinin ne zaman bakacağını bilmiyoruz.
strip-leave = Çık

## Moments

moment-today = bugün { $time }
moment-tomorrow = yarın { $time }
moment-day = { $weekday } { $time }
moment-date = { $day } { $month } { $weekday }, { $time }
moment-now = şu an biri bakıyor
moment-by-today = bugün { $time }
moment-by-tomorrow = yarın { $time }
moment-by-day = { $weekday } { $time }
moment-by-date = { $day } { $month } { $weekday }, { $time }
moment-am = sabah { $clock }
moment-pm = öğleden sonra { $clock }
moment-morning = { $day } sabahı
moment-later = { $day } öğleden sonra
moment-half-date = { $day } { $month } { $weekday }
moment-word-today = bugün
moment-this-morning = bu sabah
weekday-0 = Pazartesi
weekday-1 = Salı
weekday-2 = Çarşamba
weekday-3 = Perşembe
weekday-4 = Cuma
weekday-5 = Cumartesi
weekday-6 = Pazar
month-1 = Ocak
month-2 = Şubat
month-3 = Mart
month-4 = Nisan
month-5 = Mayıs
month-6 = Haziran
month-7 = Temmuz
month-8 = Ağustos
month-9 = Eylül
month-10 = Ekim
month-11 = Kasım
month-12 = Aralık

## Landing

landing-school = Okul sayfaları
landing-title = Bize burada anlatabilirsin
landing-lead = Kim olduğunu söylemek zorunda değilsin. Emin değilsen de sorun değil.
landing-doors = Başla
door-help = Hemen yardım al
door-help-text = Arayabileceğin ya da mesaj atabileceğin kişiler. Okula söylemek zorunda değilsin.
door-tell = Okula bir şey anlat
door-tell-text = Seninle ya da kaygılandığın biriyle ilgili.
way-title = Yedi kelimenle geri gel
way-text = Ne olduğuna bak. Biraz daha yaz.
good-to-know = Bilmen iyi olur
who-title = Yazdıklarını kim okuyabilir?
who-1 = Okuldaki birkaç yetişkin. Yazmadan önce adlarını görürsün.
who-2 = İstediğin kişiyi listeden çıkarabilirsin.
who-3 = Yazdıklarını saklayan bilgisayar onları okuyamaz.
others-title = Başkaları ne görebilir?
others-1 = Okulun internet ağı bu siteyi açtığını görebilir. Ne yazdığını göremez.
others-2 = Okul bilgisayarları yazdıklarını kaydedebilir. Bunu biz durduramayız.
others-3 = Başka bir cihaz kullanabilirsin ya da güvendiğin bir yetişkine söyleyebilirsin.
others-4 = Yalnız iki kişinin bildiği bir olay, o iki kişiyi belli edebilir.
others-5 = “Çık” bu sayfayı temizler. Açtığın sayfaların listesini silmez.
secret-title = Bunu gizli tutacak mısınız?
secret-1 = Biri çok kötü zarar görebilirse, okul çalışanları bir şey yapmak zorunda.
secret-2 = Çocukları koruyan kişilere sorabilirler. Bunu önce burada sana söylemeye çalışırlar.
limits-title = Neleri yapamazsınız?
limits-1 = Kim olduğunu sormuyoruz, o yüzden seni bulamayız. Hemen yardım için { $emergency } numarasını ara.
limits-2 = Yedi kelimeni kaybedersen kimse geri getiremez. Bize yeniden anlatabilirsin.
limits-3 = “Biri tehlikede” dersen, bilgisayar bu tek cevabı görebilir. Böylece bir yetişkine daha çabuk haber verir.
limits-4 = Bunu kaç kişinin okuyabileceğini de görür.
after-title = Sonra ne olur?
after-1 = Sana yedi kelime veririz. Onlarla buraya geri gelebilirsin.
after-2 = Cevabımızı okuyabilir, biraz daha yazabilirsin.
staff-link = Okul çalışanları için
kept-link = Neleri saklıyoruz

## When the school has not gone live

not-open-title = Henüz açık değil
not-open-short = Bugün buradan okula yazamazsın. Yine de yardım alabilirsin.
not-open = Okulundaki hiçbir yetişkin bu sayfayı henüz okumuyor. Bu yüzden yazacak yer yok.
not-open-next = Güvendiğin bir yetişkine söyle. Ya da hemen cevap veren birini ara.

## When the page cannot run

broken-title = Bu bölüm burada açılamıyor
broken-1 = Biraz beklemen gerekebilir. Bu yazı kalırsa bu cihaz gönderemiyor demektir.
broken-2 = Hiçbir şey gönderilmedi. Yine de yardım alabilirsin.
broken-3 = Güvendiğin bir yetişkine söyle. Ya da daha yeni bir telefon veya bilgisayar dene.
broken-call = Ya da şimdi birini ara:

## Help hub

help-title = Hemen yardım al
help-lead = Bu kişiler çocukları ve gençleri dinler. Onlar okulundan değil.
help-lead-2 = Adını söylemek zorunda değilsin.
help-danger = Şu an tehlikedeysen
help-talk = Biriyle konuş ya da mesajlaş
help-more = Yardım edebilecek başka kişiler
help-elsewhere = Başka bir ülkede
help-uk = Birleşik Krallık
help-call = { $number } numarasını ara
help-text = { $number } numarasına { $word } yazıp mesaj at
help-text-plain = { $number } numarasına mesaj at
help-web = { $site } sitesini aç
help-for = Kimler için: { $who }
help-hours = Açık: { $hours }
help-checked = Bunu { $year } { $month } ayında kontrol ettik.
help-back = Başa dön
help-tell = Okula bir şey anlat

## Steps

step-back = Geri
step-question = Soru { NUMBER($at) } / { NUMBER($of) }
step-check = Kontrol et
step-next = İleri
step-done = Kontrol sayfasına dön
problem-title = Bir sorun var
choose-one = Bir cevap seç. Emin değilsen “Emin değilim” cevabını seç.

## 1 danger

danger-title = Şu an tehlikede olan biri var mı?
danger-lead = Yani bugün birinin başına çok kötü bir şey gelebilir mi?
danger-yes = Evet
danger-not-sure = Emin değilim
danger-no = Hayır
danger-why = Bu cevabı, yazdıklarını saklayan bilgisayar görebilir. Bu, çabuk davranmamıza yardım eder.

calls-title = Önce, şimdi yardım edebilecek birini ara
calls-lead = Yazdıklarını saatlerce görmeyebiliriz. Bu kişiler hemen cevap verir.
calls-then = Bize de anlatabilirsin
calls-then-text = Okula da anlatmak iyi olur. İkisini de yapabilirsin.
calls-on = Devam et

## 2 about

about-title = Bu kiminle ilgili?
about-lead = Adını söylemek zorunda değilsin.
about-me = Ben
about-someone-else = Başka biri
about-lots = Birçok kişi
about-not-sure = Emin değilim

## 3 what

what-title = Neyle ilgili?
what-lead = En fazla üç tane seç. Tahmin etmen yeter.
what-more = Başka şeyler göster
what-none = Daha seçmedin. En fazla üç tane seçebilirsin.
what-picked = { $count ->
    [3] 3 tane seçtin. En fazla bu kadar seçebilirsin.
    [one] 1 tane seçtin. 2 tane daha seçebilirsin.
   *[other] { $count } tane seçtin. 1 tane daha seçebilirsin.
}
what-full = Üç tane seçtin. Bunu seçmek için birini çıkar.
what-problem = Bir şey seç. Emin değilsen “Emin değilim” cevabını seç.

sooner-title = Biri daha çabuk baksın mı?
sooner-lead = Seçtiğin şeylerden bazıları acil olabilir. Bir yetişkinden çabucak bakmasını isteyebiliriz.
sooner-yes = Evet, daha çabuk baksın
sooner-no = Hayır, bekleyebilir
sooner-why = Evet dersen bilgisayar “tehlikede olabilir” diye görür. Yazdıklarını yine okuyamaz.

## 4 readers

readers-title = Bunu kim okuyacak?
readers-lead = Bu kişiler öğrencilerle ilgilenir. İstediğini çıkarabilirsin. Nedenini sormayız.
readers-out = Listeden çıkar
readers-add = Okumasına izin ver
readers-in = Bunu okuyabilir
readers-not = Bunu açamaz. Ona haber gitmez.
readers-count = { $count ->
    [one] Bunu 1 kişi okuyabilir.
   *[other] Bunu { $count } kişi okuyabilir.
}
readers-last = Bunu en az bir kişi okuyabilmeli. Önce başka birini seç.
readers-about-title = Bu onlardan biriyle mi ilgili?
readers-about-text = Öyleyse o kişiyi listeden çıkar. Yerine başka biri okuyabilir.
readers-about-yes = Evet, öyle
readers-about-who = Kiminle ilgili?
readers-about-done = { $name } bunu okuyamaz. Okuyabilenler: { $others }.
readers-other = Başka birini seç
readers-others-title = Bunu okuyabilecek başka kişiler
readers-others-none = Listede başka kimse yok. Childline’ı arayabilirsin: 0800 1111.
readers-locked = Yazdıkların bu cihazda kilitlenir. Kilidi yalnız bu kişiler açabilir.
readers-poster = Bu liste, okulunun afişindeki listeyle aynı.
readers-no-poster = Listeyi kontrol etmek için okuldaki afişe bak. Bu kelimeler aynı olmalı:
readers-changed = Kişi listesi değişti. Lütfen yeniden bak. Yazdıkların hâlâ burada.
readers-none = Bunu kimin okuyacağını gösteremiyoruz. O yüzden şu an hiçbir şey gönderilemez.
role-lead = Öğrencileri korur
role-deputy = Öğrencileri korumaya yardım eder
role-reader = Öğrencilerle ilgilenir
role-head = Okul müdürü
role-chair = Okul dışından. Okul müdürünü denetler
role-admin = Bilgisayarla ilgilenir

## 5 words

words-title = Bize ne anlatmak istersin?
words-lead = İçinden geldiği gibi yaz. Yazım hataları önemli değil. Tek satır yeter.
words-label = Yazdıkların
words-ideas = Takılırsan birine dokun. Hepsini boş bırakabilirsin.
words-what = Ne oldu?
words-what-help = İstediğin yerden başla. Sırayla olması gerekmez.
words-where = Nerede?
words-where-help = Bir yer adı yeter, “bisikletlerin orada” gibi.
words-when = Ne zaman, aşağı yukarı?
words-when-help = “Geçen hafta” ya da “çoğu gün” yeter.
words-still = Hâlâ oluyor mu?
words-still-help = Evet, hayır ya da emin değilim de.
words-empty = En az bir kelime yaz. Tek satır yeter.
words-long = Bu çok uzun, sığmıyor. Lütfen en az { NUMBER($over) } harf kısalt.
words-room = { $left ->
    [one] 1 harflik yer kaldı.
   *[other] { $left } harflik yer kaldı.
}
words-device-title = Okul bilgisayarında mısın?
words-device-1 = Yazdıklarını kaydedebilir. Bunu biz durduramayız.
words-device-2 = Devam edebilir, başka bir cihaz kullanabilir ya da { $name } ile konuşabilirsin.
words-device-2-alone = Devam edebilir, başka bir cihaz kullanabilir ya da bir yetişkinle konuşabilirsin.
words-clues-title = Yazmadan önce
words-clues-1 = Kim olduğun bilinmesin istiyorsan adını yazma.
words-clues-2 = Yalnız senin bildiğin şeyler, yazanın sen olduğunu gösterebilir.
words-clues-3 = Bu senin suçun değil. İyi bir şey yapıyorsun.
clues-found = Bu senin kim olduğunu gösterebilir: { $pieces }. Bırakabilir ya da çıkarabilirsin.
coach-english-only = İpuçlarının çoğunu yalnızca İngilizce arayabiliyoruz.
words-local = Sen yazarken hiçbir şey gönderilmez. Bu cihaza hiçbir şey kaydedilmez.

## 6 check

check-title = Göndermeden önce kontrol et
check-lead = Her şeyi değiştirebilirsin.
check-change = Değiştir
check-danger = Şu an tehlike var mı?
check-about = Kiminle ilgili
check-what = Neyle ilgili
check-readers = Kim okuyabilir
check-words = Yazdıkların
check-see-title = Başkaları ne görebilir?
check-see-1 = Yazdıklarını yalnız listendeki kişiler okuyabilir.
check-see-2 = Okulun internet ağı bu siteyi açtığını görebilir. Ne yazdığını göremez.
check-see-3 = Okul bilgisayarı yazdıklarını kaydetmiş olabilir.
check-see-4 = Biri çok kötü zarar görebilirse, okul çalışanları bir şey yapmak zorunda.
check-wait = Okul çalışanları bunu { NUMBER($minutes) } dakika kadar geç görebilir. Bu, kimin gönderdiğini gizlemeye yardım eder.
check-when = Biri buna en geç şu saatte bakacak: { $when }.
check-when-none = Birinin ne zaman bakacağını bilmiyoruz. Bekleyemezsen şimdi birini ara.
check-when-now = Şu an biri bakıyor.
check-send = { $count ->
    [one] 1 kişiye gönder
   *[other] { $count } kişiye gönder
}

## Sending

sending-title = Yazdıkların gönderiliyor
sending-words = Yedi kelimen hazırlanıyor.
sending-sealing = Yazdıkların bu cihazda kilitleniyor.
sending-ready = Yazdıkların hazırlanıyor. Şu an birçok kişi gönderiyor olabilir.
sending-stop = Durdur
sending-sending = Gönderiliyor.
sending-stay = Lütfen bu sayfayı kapatma. Birkaç saniye sürer.

## Sent

sent-title = Gönderildi. İyi bir şey yaptın.
sent-when = { $names } bunu en geç şu saatte okuyabilir: { $when }.
sent-when-none = { $names } bunu okuyabilir. Ne zaman bakılacağını bilmiyoruz.
sent-when-now = { $names } bunu okuyabilir. Şu an biri bakıyor.
sent-names-two = { $first } ya da { $second }
sent-names-more = { $first } ya da başka { NUMBER($count) } kişi
card-title = Yedi kelimen
card-copy = Onları kâğıda yaz
card-help = Bu kelimelerle geri gelebilirsin. Ders için bir kelime listesine benzerler. Yalnız senin baktığın bir yerde sakla.
card-once-title = Onları yalnız bir kez gösteririz.
card-once-text = Kaybedersen kimse geri getiremez. Bize her zaman yeniden anlatabilirsin.
card-check-title = Hızlı kontrol
card-check-label = Kâğıdındaki { NUMBER($place) }. kelimeyi yaz
card-check-wrong = Bu, { NUMBER($place) }. kelime değil. Kâğıdına bak ve yine dene.
card-check-empty = { NUMBER($place) }. kelimeyi yaz. Böylece kelimelerin sende olduğunu biliriz.
card-check-done = Kelimelerim bende
card-skip = Onları yazamıyorum
card-skip-sure = O zaman buraya geri gelemezsin. Sorun değil. Yazdıkların yine de gönderildi.
card-skip-on = Kelimelerim olmadan devam et
next-title = Şimdi ne olacak
next-look-title = Geri gel: { $when }
next-look-title-none = Bir iki gün sonra geri gel
next-look-text = Okundu mu diye bakmak için yedi kelimeni kullan.
next-ask-title = Sana bir şey sorabiliriz
next-ask-text = Yalnız istersen cevap verirsin.
next-before-title = Daha önce birine mi ihtiyacın var?
next-before-text = Bu kişiler gece gündüz cevap verir.
done-title = Yedi kelimen sende
done-lead = Artık bu sayfayı kapatabilirsin. Giderken “Çık” düğmesine bas.
done-lead-skip = Yazdıkların gönderildi. Giderken “Çık” düğmesine bas.
done-start = Başa dön

## Coming back

return-title = Yedi kelimeni yaz
return-lead = Doğru sırayla yaz. Büyük ya da küçük harf fark etmez.
return-label = Yedi kelimen
return-help = Kelimeler arasında boşluk bırak. Yapıştırabilirsin de.
return-go = Aç
return-empty = Önce yedi kelimeni yaz.
return-count = { $found ->
    [one] Burada 1 kelime var. Yedi kelime gerekiyor.
   *[other] Burada { $found } kelime var. Yedi kelime gerekiyor.
}
return-unknown = { NUMBER($place) }. kelime, yani “{ $word }”, bizim kelimelerimizden değil.
return-near = Şunu mu demek istedin: “{ $word }”?
return-mistaken = Kelimelerin hepsi gerçek ama birbirine uymuyor. Biri yanlış mı? İkisinin yeri mi karıştı?
return-suggest = Uyan kelimeler:
return-lost-title = Yedi kelimeni mi kaybettin?
return-lost-text = Kimse geri getiremez. Bize yeniden anlatabilir, daha önce yazdığını söyleyebilirsin.
return-lost-link = Okula yeniden anlat
return-opening = Mesajların açılıyor.

## Mailbox

mailbox-sent-title = Yazdıkların ulaştı
mailbox-sent-lead = Daha kimse okumadı.
mailbox-read-title = Biri okudu
mailbox-read-lead = Sana buradan yazabilirler. Bir şey yapman gerekmiyor.
mailbox-working-title = Bununla ilgileniyoruz
mailbox-working-lead = Neler olduğunu görmek için birkaç gün sonra geri gel.
mailbox-question-title = Sana bir sorumuz var
mailbox-question-lead = Şimdi ya da sonra cevap verebilirsin. Hiç cevap vermeyebilirsin de.
mailbox-finished-title = Şimdilik bitti
mailbox-finished-lead = Mesajımızı oku. İstersen yine yazabilirsin.
mailbox-withdrawn-title = Bunu geri aldın
mailbox-withdrawn-lead = Buraya artık yazamazsın. Bize her zaman yeni bir şey anlatabilirsin.
trail-label = Şimdiye kadar neler oldu
trail-sent = Gönderildi
trail-read = Biri okudu
trail-question = Sana bir sorumuz var
trail-working = Bununla ilgileniyoruz
trail-finished = Şimdilik bitti
trail-withdrawn = Bunu geri aldın
mailbox-late = Şimdiye kadar birinin bakması gerekirdi. Yine de bu kişilerden yardım alabilirsin.
messages-label = Mesajlar
message-new = Yeni
message-you = Sen
message-none = Sana henüz mesaj yok.
answer-label = Cevabın
answer-label-more = Biraz daha yaz
answer-tap = Birine dokun ya da kendin yaz
answer-send = Cevabımı gönder
answer-send-more = Gönder
answer-empty = Önce bir şey yaz. Tek kelime yeter.
answer-sent = Yazdıkların gönderildi.
own-show = Gönderdiğimi göster ({ $when })
own-why = Başka biri ekrana bakıyor olabilir diye bunu gizliyoruz.
own-show-button = Göster
own-hide-button = Gizle
opened-title = Bunu kim açtı?
opened-none = Daha kimse açmadı.
opened-line = { $role }, { $when }.
opened-someone = Biri
opened-broken = Kimin açtığını gösteren listede bir yanlışlık var. Lütfen güvendiğin bir yetişkine söyle.
opened-holds = Liste bu cihazda kontrol edildi.
also-title = Şunları da yapabilirsin
also-note = Bir şey olmadan önce her birinin ne yaptığını söyleriz.
also-safer = Artık daha güvende hissediyorum
also-person = Başka bir yetişkin iste
also-withdraw = Geri al
also-never-mind = Vazgeç
safer-title = Artık daha güvende hissettiğini söyleyelim mi?
safer-text = Bunu okuyan kişilere söyleriz. Yine de nasıl olduğunu sorabilirler.
safer-go = Evet, onlara söyleyin
safer-said = Artık daha güvende hissediyorum.
safer-done = Daha güvende hissettiğini onlara söyledik.
person-title = Başka bir yetişkin ister misin?
person-text = Bunu okuyanlara başka birini istediğini söyleriz. Başka bir yetişkin çağırabilirler.
person-text-2 = Kimi istediğini ya da seni nerede bulacaklarını yazabilirsin. Yalnız istersen.
person-go = Başka bir yetişkin iste
person-said = Başka bir yetişkin istiyorum.
person-done = Başka bir yetişkin istedik.
withdraw-title = Geri almak istiyor musun?
withdraw-text-new = Daha kimse okumadı. Geri alırsan silinir ve geri gelmez.
withdraw-text-read = Biri bunu okudu bile. Geri alırsan bu sayfa sana kapanır.
withdraw-text-read-2 = Okuyanlar, geri aldığını görür. Yine de birini korumaları gerekebilir.
withdraw-text-ok = Fikrini değiştirebilirsin. Bize istediğin zaman yeniden anlatabilirsin.
withdraw-go = Geri al
withdraw-done = Bunu geri aldın.
mailbox-close = Bu mesajları kapat

## When something goes wrong

fail-kept = Yazdıkların hâlâ burada.
fail-again = Yeniden dene
fail-calls = Bekleyemezsen bu kişiler hemen cevap verir:
fail-unreachable-title = Okulun bilgisayarına ulaşamadık
fail-unreachable = Burada internet kapalı olabilir. Kontrol et, sonra yine dene.
fail-unreachable-unsure = Yazdıkların ulaşmış olabilir. Yeniden göndermenin zararı olmaz.
fail-busy-title = Şu an çok yoğun
fail-busy = Bir dakika bekle, sonra yine dene.
fail-tomorrow-title = Bu okula bugün çok fazla yazı geldi
fail-tomorrow = Bugün daha fazlasını alamıyor. Yazdıklarını sakla, yarın yine dene.
fail-tomorrow-danger = Tehlikede olan biri varsa geri dön ve bunu söyle. O zaman hemen gider.
fail-stopped-title = Sen durdurdun
fail-stopped = Hiçbir şey gönderilmedi.
fail-broken-title = Bir şey ters gitti
fail-broken = Aldığımız cevapta bir yanlışlık vardı. Bu yüzden durduk.
fail-long-title = Bu çok uzun, sığmıyor
fail-long = Lütfen kısalt, sonra yine dene.
ended-title = Bu okul artık buradan yazı almıyor
ended-words = Bu sayfalar kapanıyor. Sen yanlış bir şey yapmadın.
ended-help = Yine de yardım alabilirsin. Bu kişiler hemen cevap verir:
ended-read = Yedi kelimen varsa mesajlarını { $day } gününün sonuna kadar okuyabilirsin.
ended-soon = Buradaki mesajlar siliniyor. Her an gitmiş olabilirler.
ended-mailbox = Bu sayfalar kapanıyor. Buraya artık yazamazsın.
gone-title = Bu yazı silindi
gone-words = Süresi doldu, biz de sildik. Artık kimse okuyamaz.
gone-next = Bize her zaman yeni bir şey anlatabilirsin.
gone-taken-back = Kimse okumadan geri aldın. Ondan geriye bir şey kalmadı.
held-words = Bir yetişkin bu yazının daha uzun saklanmasını istedi. Sen yanlış bir şey yapmadın.
fail-mailbox-title = Bu yedi kelimeyle bir şey bulamadık
fail-mailbox = Kelimelere ve sıralarına bak. Saklama süresi de dolmuş olabilir.
fail-closed-title = Burası artık kapalı
fail-readers-title = Kişi listesi değişti
fail-list-title = Seni korumak için durduk
fail-list = Okuyabilecek kişilerin listesi doğru değil. Bu yüzden hiçbir şey gönderilmedi.
fail-list-fingerprint = Bu, okulunun afişindeki liste değil.
fail-list-signatures = Okulun bu listeyi imzalamamış.
fail-list-expired = Liste çok eski.
fail-list-rolled-back = Liste, olması gerekenden daha eski.
fail-list-forked = İki liste birbirine uymuyor.
fail-list-malformed = Liste okunamıyor.
fail-list-next = Lütfen bu sayfayı güvendiğin bir yetişkine göster. Buraya bir şey yazma.
fail-worker-title = Bu sayfa durdu
fail-worker = Devam etmek için sayfayı yeniden aç. Yazdıkların kalsın istersen önce kopyala.

## Categories

category-not-sure = Emin değilim
category-fight-hurt = Kavga, vurma ya da tehdit
category-bullying = Zorbalık
category-online-bully = İnternette yapılan kötülükler
category-feeling-low = Çok üzülmek ya da kaygılanmak
category-home-fear = Evde kavga ya da korku
category-not-cared-for = Yeterince yemek, uyku ya da bakım olmaması
category-self-hurt = Birinin kendine zarar vermesi
category-adult-school = Okuldaki bir yetişkinin yaptığı bir şey
category-friends = Küsmek ya da dışlanmak
category-unsafe-place = Okulda güvenli gelmeyen bir yer
category-loss = Birinin ölmesi ya da gitmesi
category-other = Başka bir şey, bir fikir ya da teşekkür
category-want-to-die = Ölmeyi düşünmek
category-weapon = Silah, bıçak ya da insanlara zarar verme planı
category-blackmail = Biri bir şeyleri paylaşmakla tehdit ediyor
category-hurt-body = Biri benim ya da başkasının canını yakıyor
category-hurt-feelings = Biri beni ya da başkasını hep küçük düşürüyor
category-sexual-touch = Kötü dokunma ya da yanlış olan cinsel şeyler
category-sexual-comments = Cinsel şakalar, sözler ya da bakışlar
category-nudes = Çıplak fotoğraflar, gerçek ya da sahte
category-relationship = Can yakan ya da her şeye karışan bir sevgili
category-groomed = Yaşça büyük ya da internetteki biri garip davranıyor
category-made-to-do = Zorla bir şey taşıtılmak, sattırılmak ya da saklatılmak
category-trafficked = Zorla çalıştırılmak ya da bir yerlere götürülmek
category-family-honour = Kız sünneti, zorla evlendirilmek ya da namus için zarar görmek
category-belief-harm = Cinler, ruhlar ya da inanç yüzünden zarar görmek
category-run-away = Evden kaçmak ya da kalacak yer olmaması
category-caring = Evde birine bakmak
category-initiation = Gruba girmek için cesaret oyunları
category-extreme = Nefret fikirleri ya da bir gruba çekilmek
category-hate = Irkçılık ya da nefret
category-who-i-am = Kim olduğumla ilgili sorular
category-drugs = Uyuşturucu, alkol ya da elektronik sigara
category-eating = Yemek ve vücutla ilgili kaygılar
category-hacking = Hesap çalma ya da dolandırma
category-missing-school = Derse ya da okula gitmemek
category-bad-online = İnternette korkunç bir şey görmek

language-name = Türkçe
language-title = Dil
language-coming = Bu dildeki sayfa hazırlanıyor.
language-failed = Sayfayı bu dilde getiremedik. Lütfen yine dene.
language-note = Bu sayfa çevrildi. Bu dille büyüyen kimse onu daha kontrol etmedi.
language-write = İstediğin dilde yazabilirsin. Yazdıkların, sen yazarken kilitlenir.
language-words = Yedi kelimen İngilizce. Onları harf harf kâğıda yaz.

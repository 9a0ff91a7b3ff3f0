## The page

page-title = Pagini pentru elevi
page-title-error = Eroare: { page-title }
page-skip = Mergi la pagină
page-demo = Asta e doar o probă. Școala nu e adevărată. Aici nu te va ajuta nimeni.
page-print = Imprimantele școlii pot păstra copii. Copiază de mână ce îți trebuie. În pericol? Sună la { $emergency }.
page-loading = Se pregătește pagina.

## Emergency strip

strip-label = Ajutor imediat
strip-danger = În pericol acum?
strip-call = Sună la
strip-talk = Vorbește acum, gratis
strip-free = gratis
strip-watch-start = La pagina asta
strip-watch-not = nu
strip-watch-end = ne uităm tot timpul.
strip-next = Când se uită cineva:
strip-nobody = Nu știm când se va mai uita cineva.
strip-leave = Ieși

## Moments

moment-today = azi la { $time }
moment-tomorrow = mâine la { $time }
moment-day = { $weekday } la { $time }
moment-date = { $weekday }, { $day } { $month }, la { $time }
moment-now = cineva se uită chiar acum
moment-by-today = cel târziu azi la { $time }
moment-by-tomorrow = cel târziu mâine la { $time }
moment-by-day = cel târziu { $weekday } la { $time }
moment-by-date = cel târziu { $weekday }, { $day } { $month }, la { $time }
moment-am = { $clock } dimineața
moment-pm = { $clock } după-amiaza
moment-morning = { $day } dimineață
moment-later = { $day } după-amiază
moment-half-date = { $weekday } { $day } { $month }
moment-word-today = azi
moment-this-morning = azi-dimineață
weekday-0 = luni
weekday-1 = marți
weekday-2 = miercuri
weekday-3 = joi
weekday-4 = vineri
weekday-5 = sâmbătă
weekday-6 = duminică
month-1 = ianuarie
month-2 = februarie
month-3 = martie
month-4 = aprilie
month-5 = mai
month-6 = iunie
month-7 = iulie
month-8 = august
month-9 = septembrie
month-10 = octombrie
month-11 = noiembrie
month-12 = decembrie

## Landing

landing-school = Paginile școlii
landing-title = Aici ne poți spune
landing-lead = Nu trebuie să spui cine ești. Dacă nu știi sigur, e în regulă.
landing-doors = Începe
door-help = Găsește ajutor acum
door-help-text = Oameni pe care îi poți suna sau cărora le poți scrie. Nu trebuie să spui școlii.
door-tell = Spune ceva școlii
door-tell-text = Despre tine sau despre cineva pentru care îți faci griji.
way-title = Întoarce-te cu cele șapte cuvinte
way-text = Vezi ce s-a întâmplat. Scrie mai mult.
good-to-know = E bine să știi
who-title = Cine poate citi ce scrii?
who-1 = Doar câțiva adulți din școală. Le vezi numele înainte să scrii.
who-2 = Poți scoate pe oricine dintre ei.
who-3 = Calculatorul care păstrează cuvintele tale nu le poate citi.
others-title = Ce pot vedea alți oameni?
others-1 = Wi-fi-ul școlii vede că ai deschis acest site. Nu vede ce ai scris.
others-2 = Calculatoarele școlii pot salva ce scrii. Nu putem opri asta.
others-3 = Poți folosi alt dispozitiv sau poți spune unui adult în care ai încredere.
others-4 = Uneori doar doi oameni știu o poveste. Atunci povestea arată spre cei doi.
others-5 = Butonul „Ieși” golește pagina asta. Nu golește lista paginilor pe care le-ai deschis.
secret-title = Va rămâne secret?
secret-1 = Dacă cineva ar putea păți ceva grav, adulții din școală trebuie să facă ceva.
secret-2 = Pot întreba oamenii care au grijă de copii. Vor încerca să-ți spună întâi ție, aici.
limits-title = Ce nu putem face?
limits-1 = Nu întrebăm cine ești, așa că nu te putem găsi. Pentru ajutor rapid, sună la { $emergency }.
limits-2 = Dacă pierzi cele șapte cuvinte, nimeni nu le poate aduce înapoi. Ne poți spune din nou.
limits-3 = Dacă spui că cineva e în pericol, calculatorul vede răspunsul acela. Așa cheamă mai repede un adult.
limits-4 = Vede și câți oameni pot citi.
after-title = Ce se întâmplă după?
after-1 = Primești șapte cuvinte. Cu ele te poți întoarce aici.
after-2 = Poți citi răspunsul nostru și poți scrie mai mult.
staff-link = Pentru adulții din școală
kept-link = Ce păstrăm

## When the school has not gone live

not-open-title = Încă nu e deschis
not-open-short = Azi nu poți scrie școlii aici. Poți primi totuși ajutor.
not-open = Niciun adult din școala ta nu citește încă pagina asta. De aceea nu ai unde să scrii.
not-open-next = Spune unui adult în care ai încredere. Sau sună pe cineva care răspunde acum.

## When the page cannot run

broken-title = Partea asta nu poate porni aici
broken-1 = Poate mai durează puțin. Dacă tot vezi asta, dispozitivul acesta nu poate trimite.
broken-2 = Nu s-a trimis nimic. Poți primi totuși ajutor.
broken-3 = Spune unui adult în care ai încredere. Sau încearcă pe un telefon sau calculator mai nou.
broken-call = Sau sună pe cineva acum:

## Help hub

help-title = Găsește ajutor acum
help-lead = Oamenii aceștia ascultă copii și tineri. Nu sunt de la școala ta.
help-lead-2 = Nu trebuie să-ți spui numele.
help-danger = În pericol acum
help-talk = Vorbește cu cineva sau scrie-i
help-more = Alți oameni care pot ajuta
help-elsewhere = În altă țară
help-uk = Regatul Unit
help-call = Sună la { $number }
help-text = Trimite SMS cu { $word } la { $number }
help-text-plain = Trimite SMS la { $number }
help-web = Deschide { $site }
help-for = Pentru { $who }
help-hours = Deschis { $hours }
help-checked = Am verificat asta în { $month } { $year }.
help-back = Înapoi la început
help-tell = Spune ceva școlii

## Steps

step-back = Înapoi
step-question = Întrebarea { NUMBER($at) } din { NUMBER($of) }
step-check = Verifică
step-next = Mai departe
step-done = Înapoi la verificare
problem-title = E o problemă
choose-one = Alege un răspuns. Dacă nu știi sigur, alege „Nu știu sigur”.

## 1 danger

danger-title = E cineva în pericol chiar acum?
danger-lead = Adică cineva ar putea păți ceva grav azi.
danger-yes = Da
danger-not-sure = Nu știu sigur
danger-no = Nu
danger-why = Calculatorul care păstrează cuvintele tale poate vedea răspunsul. Asta ne ajută să ne mișcăm repede.

calls-title = Întâi sună pe cineva care poate ajuta acum
calls-lead = Poate vedem cuvintele tale abia peste câteva ore. Oamenii aceștia răspund acum.
calls-then = Ne poți spune și nouă
calls-then-text = E bine să spui și școlii. Poți face amândouă.
calls-on = Mergi mai departe

## 2 about

about-title = Despre cine e vorba?
about-lead = Nu trebuie să-ți spui numele.
about-me = Despre mine
about-someone-else = Despre altcineva
about-lots = Despre mai mulți oameni
about-not-sure = Nu știu sigur

## 3 what

what-title = Despre ce e vorba?
what-lead = Alege cel mult trei. Poți și să ghicești.
what-more = Arată mai multe
what-none = Nu ai ales nimic. Poți alege cel mult trei.
what-picked = { $count ->
    [3] Ai ales 3. Mai multe nu poți alege.
    [one] Ai ales 1. Mai poți alege 2.
    [few] Ai ales { $count }. Mai poți alege 1.
   *[other] Ai ales { $count }.
}
what-full = Ai deja trei. Scoate unul ca să-l alegi pe acesta.
what-problem = Alege un lucru. Dacă nu știi sigur, alege „Nu știu sigur”.

sooner-title = Să se uite cineva mai repede?
sooner-lead = Unele lucruri pe care le-ai ales pot fi urgente. Putem ruga un adult să se uite cât mai repede.
sooner-yes = Da, să se uite mai repede
sooner-no = Nu, poate aștepta
sooner-why = Dacă alegi „da”, calculatorul vede „poate fi în pericol”. Tot nu poate citi cuvintele tale.

## 4 readers

readers-title = Cine va citi asta?
readers-lead = Oamenii aceștia au grijă de elevi. Poți scoate pe oricine. Nu întrebăm de ce.
readers-out = Scoate
readers-add = Lasă să citească
readers-in = Poate citi asta
readers-not = Nu poate deschide asta. Nu primește niciun mesaj.
readers-count = { $count ->
    [one] 1 persoană poate citi asta.
    [few] { $count } persoane pot citi asta.
   *[other] { $count } de persoane pot citi asta.
}
readers-last = Cineva trebuie să poată citi. Alege întâi altă persoană.
readers-about-title = E vorba despre cineva dintre ei?
readers-about-text = Atunci scoate persoana aceea. Poate citi altcineva.
readers-about-yes = Da
readers-about-who = Despre cine e vorba?
readers-about-done = { $name } nu poate citi asta. Pot citi: { $others }.
readers-other = Alege pe altcineva
readers-others-title = Cine ar mai putea citi
readers-others-none = Nu mai e nimeni pe listă. Poți suna la Childline, la 0800 1111.
readers-locked = Cuvintele tale se încuie pe acest dispozitiv. Doar oamenii aceștia le pot descuia.
readers-poster = Lista asta e cea de pe afișul școlii tale.
readers-no-poster = Ca să verifici lista, uită-te la afișul din școală. Cuvintele acestea trebuie să fie la fel:
readers-changed = Lista de oameni s-a schimbat. Te rugăm să te uiți din nou. Cuvintele tale sunt tot aici.
readers-none = Nu putem arăta cine ar citi asta. De aceea acum nu se poate trimite nimic.
role-lead = Are grijă ca elevii să fie în siguranță
role-deputy = Ajută ca elevii să fie în siguranță
role-reader = Are grijă de elevi
role-head = Conduce școala
role-chair = Din afara școlii. Verifică cum e condusă școala
role-admin = Are grijă de calculator

## 5 words

words-title = Ce vrei să ne spui?
words-lead = Scrie cum îți vine. Greșelile nu contează. Un rând ajunge.
words-label = Cuvintele tale
words-ideas = Dacă nu știi ce să scrii, apasă pe o întrebare. Poți sări peste oricare.
words-what = Ce s-a întâmplat?
words-what-help = Începe de oriunde. Nu trebuie să fie în ordine.
words-where = Unde?
words-where-help = Ajunge un loc, de exemplu „lângă biciclete”.
words-when = Cam când?
words-when-help = E bine și „săptămâna trecută” sau „aproape zilnic”.
words-still = Se mai întâmplă?
words-still-help = Spune da, nu sau nu știu sigur.
words-empty = Scrie măcar un cuvânt. Un rând ajunge.
words-long = E prea lung și nu încape. Te rugăm să scurtezi. Litere în plus: { NUMBER($over) }.
words-room = { $left ->
    [one] Mai încape 1 literă.
    [few] Mai încap { $left } litere.
   *[other] Mai încap { $left } de litere.
}
words-device-title = Scrii pe un calculator al școlii?
words-device-1 = Poate salva ce scrii. Nu putem opri asta.
words-device-2 = Poți continua, poți folosi alt dispozitiv sau poți vorbi cu { $name }.
words-device-2-alone = Poți continua, poți folosi alt dispozitiv sau poți vorbi cu un adult.
words-clues-title = Înainte să scrii
words-clues-1 = Nu-ți scrie numele dacă nu vrei să spui cine ești.
words-clues-2 = Lucrurile pe care doar tu le știi pot arăta că ești tu.
words-clues-3 = Nu e vina ta. Faci un lucru bun.
clues-found = Asta poate arăta cine ești: { $pieces }. Poți să o lași sau să o scoți.
coach-english-only = Putem căuta cele mai multe indicii doar în engleză.
words-local = Cât scrii, nu se trimite nimic. Pe acest dispozitiv nu se salvează nimic.

## 6 check

check-title = Verifică înainte să trimiți
check-lead = Poți schimba orice.
check-change = Schimbă
check-danger = E cineva în pericol chiar acum?
check-about = Despre cine e vorba
check-what = Despre ce e vorba
check-readers = Cine poate citi
check-words = Cuvintele tale
check-see-title = Ce pot vedea alți oameni?
check-see-1 = Doar oamenii de pe lista ta pot citi cuvintele tale.
check-see-2 = Wi-fi-ul școlii vede că ai deschis acest site. Nu vede ce ai scris.
check-see-3 = Poate că un calculator al școlii a salvat ce ai scris.
check-see-4 = Dacă cineva ar putea păți ceva grav, adulții din școală trebuie să facă ceva.
check-wait = { $minutes ->
    [one] Poate trece 1 minut până când văd adulții. Așa se ascunde mai bine cine a trimis.
    [few] Pot trece până la { $minutes } minute până văd adulții. Așa se ascunde mai bine cine a trimis.
   *[other] Pot trece până la { $minutes } de minute până văd adulții. Așa se ascunde mai bine cine a trimis.
}
check-when = Cineva se va uita { $when }.
check-when-none = Nu știm când se va uita cineva. Dacă nu poate aștepta, sună pe cineva acum.
check-when-now = Cineva se uită chiar acum.
check-send = { $count ->
    [one] Trimite la 1 persoană
    [few] Trimite la { $count } persoane
   *[other] Trimite la { $count } de persoane
}

## Sending

sending-title = Trimitem cuvintele tale
sending-words = Facem cele șapte cuvinte ale tale.
sending-sealing = Încuiem cuvintele tale pe acest dispozitiv.
sending-ready = Pregătim cuvintele tale. Poate trimit mulți oameni acum.
sending-stop = Oprește
sending-sending = Se trimite.
sending-stay = Te rugăm să ții pagina deschisă. Durează câteva secunde.

## Sent

sent-title = S-a trimis. Ai făcut un lucru bun.
sent-when = { $names } poate citi. Cineva se va uita { $when }.
sent-when-none = { $names } poate citi. Nu știm când se va uita cineva.
sent-when-now = { $names } poate citi. Cineva se uită chiar acum.
sent-names-two = { $first } sau { $second }
sent-names-more = { $count ->
    [one] { $first } sau încă o persoană
    [few] { $first } sau una din alte { $count } persoane
   *[other] { $first } sau una din alte { $count } de persoane
}
card-title = Cele șapte cuvinte ale tale
card-copy = Copiază-le pe hârtie
card-help = Cu ele te poți întoarce aici. Arată ca o listă de cuvinte la engleză. Ține-le unde te uiți doar tu.
card-once-title = Le arătăm o singură dată.
card-once-text = Dacă le pierzi, nimeni nu le poate aduce înapoi. Ne poți spune oricând din nou.
card-check-title = O verificare rapidă
card-check-label = Scrie de pe hârtie cuvântul { NUMBER($place) }
card-check-wrong = Nu acesta e cuvântul { NUMBER($place) }. Uită-te pe hârtie și încearcă din nou.
card-check-empty = Scrie cuvântul { NUMBER($place) }. Atunci știm că ai cele șapte cuvinte.
card-check-done = Am cele șapte cuvinte
card-skip = Nu le pot scrie pe hârtie
card-skip-sure = Atunci nu te poți întoarce la asta. E în regulă. Cuvintele tale s-au trimis oricum.
card-skip-on = Mergi mai departe fără cele șapte cuvinte
next-title = Ce urmează
next-look-title = Întoarce-te { $when }
next-look-title-none = Întoarce-te peste o zi sau două
next-look-text = Folosește cele șapte cuvinte ca să vezi dacă a citit cineva.
next-ask-title = Poate te întrebăm ceva
next-ask-text = Răspunzi doar dacă vrei.
next-before-title = Ai nevoie de cineva mai repede?
next-before-text = Oamenii aceștia răspund zi și noapte.
done-title = Ai cele șapte cuvinte
done-lead = Poți închide pagina acum. Apasă „Ieși” când pleci.
done-lead-skip = Cuvintele tale s-au trimis. Apasă „Ieși” când pleci.
done-start = Înapoi la început

## Coming back

return-title = Scrie cele șapte cuvinte
return-lead = În ordinea bună. Nu contează dacă literele sunt mari sau mici.
return-label = Cele șapte cuvinte ale tale
return-help = Lasă spațiu între cuvinte. Le poți și lipi.
return-go = Deschide
return-empty = Scrie întâi cele șapte cuvinte.
return-count = { $found ->
    [one] Aici e 1 cuvânt. Trebuie toate cele șapte.
    [few] Aici sunt { $found } cuvinte. Trebuie șapte.
   *[other] Aici sunt { $found } de cuvinte. Trebuie șapte.
}
return-unknown = Cuvântul { NUMBER($place) }, „{ $word }”, nu e dintre cuvintele noastre.
return-near = Ai vrut să scrii „{ $word }”?
return-mistaken = Toate cuvintele există, dar împreună nu se potrivesc. E unul greșit? Sunt două schimbate între ele?
return-suggest = Cuvinte care se potrivesc:
return-lost-title = Ai pierdut cele șapte cuvinte?
return-lost-text = Nimeni nu le poate aduce înapoi. Ne poți spune din nou. Spune și că ai mai scris.
return-lost-link = Spune școlii din nou
return-opening = Se deschid mesajele tale.

## Mailbox

mailbox-sent-title = Cuvintele tale au ajuns
mailbox-sent-lead = Încă nu le-a citit nimeni.
mailbox-read-title = Cineva a citit
mailbox-read-lead = Poate îți va scrie cineva aici. Tu nu trebuie să faci nimic.
mailbox-working-title = Ne ocupăm de asta
mailbox-working-lead = Întoarce-te peste câteva zile ca să vezi mai mult.
mailbox-question-title = Avem o întrebare pentru tine
mailbox-question-lead = Poți răspunde acum, mai târziu sau deloc.
mailbox-finished-title = Gata deocamdată
mailbox-finished-lead = Citește mesajul nostru. Poți să mai scrii.
mailbox-withdrawn-title = Ai luat asta înapoi
mailbox-withdrawn-lead = Aici nu mai poți scrie. Ne poți spune oricând ceva nou.
trail-label = Ce s-a întâmplat până acum
trail-sent = S-a trimis
trail-read = Cineva a citit
trail-question = Avem o întrebare pentru tine
trail-working = Ne ocupăm de asta
trail-finished = Gata deocamdată
trail-withdrawn = Ai luat asta înapoi
mailbox-late = Cineva trebuia să se uite până acum. Oamenii aceștia te pot ajuta oricum.
messages-label = Mesaje
message-new = Nou
message-you = Tu
message-none = Încă nu ai niciun mesaj.
answer-label = Răspunsul tău
answer-label-more = Scrie mai mult
answer-tap = Atinge un răspuns sau scrie-l pe al tău
answer-send = Trimite răspunsul meu
answer-send-more = Trimite
answer-empty = Scrie întâi ceva. Un cuvânt ajunge.
answer-sent = Cuvintele tale s-au trimis.
own-show = Arată ce am trimis { $when }
own-why = Ascundem asta în caz că se uită și altcineva.
own-show-button = Arată
own-hide-button = Ascunde
opened-title = Cine a deschis?
opened-none = Încă nu a deschis nimeni.
opened-line = { $role }. A deschis { $when }.
opened-someone = Cineva
opened-broken = Lista celor care au deschis nu e bună. Spune, te rugăm, unui adult în care ai încredere.
opened-holds = Lista a fost verificată pe acest dispozitiv.
also-title = Mai poți
also-note = Îți spunem ce face fiecare buton înainte să se întâmple ceva.
also-safer = Mă simt mai în siguranță acum
also-person = Cere alt adult
also-withdraw = Ia înapoi ce am trimis
also-never-mind = Nu, nu acum
safer-title = Spui că te simți mai în siguranță acum?
safer-text = Le spunem celor care citesc asta. Poate te vor mai întreba cum ești.
safer-go = Da, spuneți-le
safer-said = Mă simt mai în siguranță acum.
safer-done = Le-am spus că te simți mai în siguranță.
person-title = Ceri alt adult?
person-text = Le spunem celor care citesc că vrei pe altcineva. Ei pot chema alt adult.
person-text-2 = Poți scrie pe cine vrei sau unde te găsim. Doar dacă vrei.
person-go = Cere alt adult
person-said = Vreau să vorbesc cu alt adult.
person-done = Am cerut alt adult.
withdraw-title = Iei înapoi ce ai trimis?
withdraw-text-new = Încă nu a citit nimeni. Dacă iei înapoi ce ai trimis, dispare de tot.
withdraw-text-read = Cineva a citit deja. Dacă iei înapoi ce ai trimis, pagina asta se închide pentru tine.
withdraw-text-read-2 = Cei care au citit vor vedea că ai luat asta înapoi. Poate tot vor trebui să apere pe cineva.
withdraw-text-ok = E în regulă să te răzgândești. Ne poți spune oricând din nou.
withdraw-go = Ia înapoi ce am trimis
withdraw-done = Ai luat asta înapoi.
mailbox-close = Închide mesajele

## When something goes wrong

fail-kept = Cuvintele tale sunt tot aici.
fail-again = Încearcă din nou
fail-calls = Dacă nu poate aștepta, oamenii aceștia răspund acum:
fail-unreachable-title = Nu am putut ajunge la calculatorul școlii
fail-unreachable = Poate nu merge internetul aici. Verifică, apoi încearcă din nou.
fail-unreachable-unsure = Poate cuvintele tale au ajuns. Dacă le trimiți din nou, nu strică.
fail-busy-title = E foarte aglomerat acum
fail-busy = Așteaptă un minut, apoi încearcă din nou.
fail-tomorrow-title = Școala asta a primit multe mesaje azi
fail-tomorrow = Azi nu mai primește altele. Păstrează cuvintele tale și încearcă din nou mâine.
fail-tomorrow-danger = Dacă cineva poate fi în pericol, mergi înapoi și spune asta. Atunci ajunge acum.
fail-stopped-title = Ai oprit trimiterea
fail-stopped = Nu s-a trimis nimic.
fail-broken-title = Ceva nu a fost bine
fail-broken = Răspunsul primit nu era bun. De aceea ne-am oprit.
fail-long-title = E prea lung și nu încape
fail-long = Scurtează puțin, apoi încearcă din nou.
ended-title = Școala asta nu mai primește mesaje aici
ended-words = Paginile acestea se închid. Nu ai greșit cu nimic.
ended-help = Poți primi totuși ajutor. Oamenii aceștia răspund acum:
ended-read = Dacă ai cele șapte cuvinte, îți poți citi mesajele până { $day }.
ended-soon = Mesajele de aici se șterg. Pot dispărea de la o zi la alta.
ended-mailbox = Paginile acestea se închid. Aici nu mai poți scrie.
gone-title = Mesajul acesta a fost șters
gone-words = I-a trecut timpul, așa că l-am șters. Nimeni nu-l mai poate citi.
gone-next = Ne poți spune oricând ceva nou.
gone-taken-back = L-ai luat înapoi înainte să-l citească cineva. Nu a rămas nimic din el.
held-words = Un adult a cerut să păstrăm mesajul tău mai mult timp. Nu ai greșit cu nimic.
fail-mailbox-title = Nu e nimic în spatele acestor cuvinte
fail-mailbox = Verifică dacă sunt bune cuvintele și ordinea lor. Sau poate a trecut timpul cât se păstrează.
fail-closed-title = Acum e închis
fail-readers-title = Lista de oameni s-a schimbat
fail-list-title = Ne-am oprit, ca să te protejăm
fail-list = Lista celor care pot citi nu e bună. De aceea nu s-a trimis nimic.
fail-list-fingerprint = Nu e lista de pe afișul școlii tale.
fail-list-signatures = Școala ta nu a semnat-o.
fail-list-expired = E prea veche.
fail-list-rolled-back = E mai veche decât ar trebui.
fail-list-forked = Sunt două liste și nu se potrivesc.
fail-list-malformed = Nu se poate citi.
fail-list-next = Arată pagina asta unui adult în care ai încredere. Nu-ți scrie cuvintele aici.
fail-worker-title = Pagina asta nu mai merge
fail-worker = Deschide pagina din nou. Copiază întâi cuvintele tale, dacă vrei să le păstrezi.

## Categories

category-not-sure = Nu știu sigur
category-fight-hurt = Bătăi, lovituri sau amenințări
category-bullying = Bullying și batjocură
category-online-bully = Răutăți pe internet
category-feeling-low = Tristețe sau griji
category-home-fear = Bătăi, certuri sau frică acasă
category-not-cared-for = Prea puțină mâncare, somn sau grijă
category-self-hurt = Cineva își face rău
category-adult-school = Ceva ce a făcut un adult din școală
category-friends = Certuri cu prietenii, lăsare pe dinafară
category-unsafe-place = Un loc din școală unde e periculos
category-loss = Cineva a murit sau a plecat
category-other = Altceva, o idee sau o mulțumire
category-want-to-die = Gânduri despre moarte
category-weapon = O armă sau un plan de a răni oameni
category-blackmail = Cineva amenință că arată lucruri altora
category-hurt-body = Cineva mă lovește sau lovește pe altcineva
category-hurt-feelings = Cineva mă jignește mereu sau jignește pe altcineva
category-sexual-touch = Atingeri sau lucruri sexuale care nu sunt în regulă
category-sexual-comments = Glume, vorbe sau priviri sexuale
category-nudes = Poze nud, adevărate sau false
category-relationship = Iubit sau iubită care face rău sau controlează
category-groomed = Cineva mai mare sau de pe net se poartă ciudat
category-made-to-do = Cineva te pune să cari, să vinzi sau să ascunzi lucruri
category-trafficked = Cineva te pune la muncă sau te mută din loc în loc
category-family-honour = Tăierea fetelor (circumcizie), căsătorie cu forța sau rău făcut pentru onoare
category-belief-harm = Rău făcut din cauza spiritelor sau a credinței
category-run-away = Fugă de acasă sau niciun loc de stat
category-caring = Grija pentru cineva de acasă
category-initiation = Provocări ca să intri în grup
category-extreme = Idei pline de ură sau atragere într-un grup
category-hate = Rasism sau ură
category-who-i-am = Întrebări despre cine sunt
category-drugs = Droguri, alcool sau vape
category-eating = Griji despre mâncare și corp
category-hacking = Conturi sparte sau înșelătorii
category-missing-school = Lipsă de la ore sau de la școală
category-bad-online = Ceva oribil văzut pe internet

language-name = Română
language-title = Limbă
language-coming = Aducem cuvintele.
language-failed = Nu am putut aduce cuvintele în limba aceea. Te rugăm să încerci din nou.
language-note = Cuvintele acestea au fost traduse. Încă nu le-a verificat nimeni care a crescut cu limba asta.
language-write = Poți scrie în orice limbă. Cuvintele tale se încuie exact așa cum le scrii.
language-words = Cele șapte cuvinte ale tale sunt în engleză. Copiază-le literă cu literă.

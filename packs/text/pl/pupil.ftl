## The page

page-title = Strony dla uczniów
page-title-error = Błąd: { page-title }
page-skip = Przejdź do strony
page-demo = To tylko pokaz. Tej szkoły nie ma naprawdę. Nikt ci tu nie pomoże.
page-print = Szkolne drukarki mogą zapisywać kopie. Przepisz ręcznie to, co ci potrzebne. W niebezpieczeństwie? Zadzwoń: { $emergency }.
page-loading = Strona się otwiera.

## Emergency strip

strip-label = Pomoc od razu
strip-danger = W niebezpieczeństwie teraz?
strip-call = Zadzwoń:
strip-talk = Porozmawiaj teraz, za darmo
strip-free = za darmo
strip-watch-start = Na tę stronę
strip-watch-not = nikt nie
strip-watch-end = patrzy cały czas.
strip-next = Kiedy ktoś zajrzy:
strip-nobody = Nie wiemy, kiedy ktoś znowu zajrzy.
strip-leave = Wyjdź

## Moments

moment-today = dzisiaj o { $time }
moment-tomorrow = jutro o { $time }
moment-day = { $weekday } o { $time }
moment-date = { $weekday } { $day } { $month } o { $time }
moment-now = ktoś patrzy właśnie teraz
moment-by-today = najpóźniej dzisiaj o { $time }
moment-by-tomorrow = najpóźniej jutro o { $time }
moment-by-day = najpóźniej { $weekday } o { $time }
moment-by-date = najpóźniej { $weekday } { $day } { $month } o { $time }
moment-am = { $clock } rano
moment-pm = { $clock } po południu
moment-morning = { $day } rano
moment-later = { $day } po południu
moment-half-date = { $weekday } { $day } { $month }
moment-word-today = dzisiaj
moment-this-morning = dzisiaj rano
weekday-0 = w poniedziałek
weekday-1 = we wtorek
weekday-2 = w środę
weekday-3 = w czwartek
weekday-4 = w piątek
weekday-5 = w sobotę
weekday-6 = w niedzielę
month-1 = stycznia
month-2 = lutego
month-3 = marca
month-4 = kwietnia
month-5 = maja
month-6 = czerwca
month-7 = lipca
month-8 = sierpnia
month-9 = września
month-10 = października
month-11 = listopada
month-12 = grudnia

## Landing

landing-school = Strony szkoły
landing-title = Tutaj możesz nam powiedzieć
landing-lead = Nie musisz mówić, kim jesteś. Jeśli nie wiesz na pewno, nic nie szkodzi.
landing-doors = Zacznij
door-help = Znajdź pomoc teraz
door-help-text = Ktoś, do kogo możesz zadzwonić lub napisać. Nie musisz mówić szkole.
door-tell = Powiedz coś szkole
door-tell-text = O sobie albo o kimś, o kogo się martwisz.
way-title = Wróć z siedmioma słowami
way-text = Zobacz, co się stało. Napisz więcej.
good-to-know = Dobrze wiedzieć
who-title = Kto może czytać twoje słowa?
who-1 = Tylko kilka dorosłych osób w szkole. Zobaczysz ich nazwiska, zanim zaczniesz pisać.
who-2 = Każdą z nich możesz pominąć.
who-3 = Komputer, który trzyma twoje słowa, nie może ich przeczytać.
others-title = Co mogą zobaczyć inni?
others-1 = Szkolne wi-fi widzi, że ta strona była otwarta. Nie widzi twoich słów.
others-2 = Szkolne komputery mogą zapisywać to, co piszesz. Nie możemy tego zatrzymać.
others-3 = Możesz użyć innego urządzenia albo powiedzieć dorosłej osobie, której ufasz.
others-4 = Czasem o czymś wiedzą tylko dwie osoby. Wtedy może być widać, że pisze jedna z nich.
others-5 = Przycisk „Wyjdź” czyści tę stronę. Nie czyści listy stron, które były otwarte.
secret-title = Czy to zostanie tajemnicą?
secret-1 = Jeśli komuś może się stać coś bardzo złego, dorośli muszą coś zrobić.
secret-2 = Mogą zapytać osoby, które chronią dzieci. Postarają się najpierw powiedzieć ci o tym tutaj.
limits-title = Czego nie możemy?
limits-1 = Nie pytamy, kim jesteś, więc nie możemy cię znaleźć. Szybka pomoc to numer { $emergency }.
limits-2 = Jeśli zgubisz swoje siedem słów, nikt ich nie odzyska. Możesz powiedzieć nam jeszcze raz.
limits-3 = Jeśli napiszesz, że ktoś jest w niebezpieczeństwie, komputer widzi tę jedną odpowiedź. Dzięki niej szybciej woła kogoś dorosłego.
limits-4 = Widzi też, ile osób może to przeczytać.
after-title = Co będzie potem?
after-1 = Dostaniesz siedem słów. Z nimi możesz tu wrócić.
after-2 = Możesz przeczytać naszą odpowiedź i napisać więcej.
staff-link = Dla dorosłych ze szkoły
kept-link = Co przechowujemy

## When the school has not gone live

not-open-title = Jeszcze zamknięte
not-open-short = Dzisiaj nie możesz tu napisać do szkoły. Nadal możesz dostać pomoc.
not-open = Nikt dorosły w twojej szkole jeszcze nie czyta tej strony. Dlatego nie ma gdzie pisać.
not-open-next = Powiedz dorosłej osobie, której ufasz. Albo zadzwoń tam, gdzie ktoś odbierze teraz.

## When the page cannot run

broken-title = Ta część nie może się tu uruchomić
broken-1 = Może trzeba chwilę poczekać. Jeśli nadal to widzisz, to urządzenie nie może nic wysłać.
broken-2 = Nic się nie wysłało. Nadal możesz dostać pomoc.
broken-3 = Powiedz dorosłej osobie, której ufasz. Albo spróbuj na nowszym telefonie lub komputerze.
broken-call = Albo zadzwoń do kogoś teraz:

## Help hub

help-title = Znajdź pomoc teraz
help-lead = Te osoby słuchają dzieci i młodzieży. Nie są z twojej szkoły.
help-lead-2 = Nie musisz podawać imienia.
help-danger = W niebezpieczeństwie teraz
help-talk = Porozmawiaj z kimś lub napisz
help-more = Kto jeszcze może pomóc
help-elsewhere = W innym kraju
help-uk = Wielka Brytania i Irlandia Północna
help-call = Zadzwoń: { $number }
help-text = Wyślij SMS { $word } na { $number }
help-text-plain = Wyślij SMS na { $number }
help-web = Otwórz { $site }
help-for = Dla { $who }
help-hours = Czynne { $hours }
help-checked = Sprawdzone w ciągu { $month } { $year }.
help-back = Wróć na początek
help-tell = Powiedz coś szkole

## Steps

step-back = Wstecz
step-question = Pytanie { NUMBER($at) } z { NUMBER($of) }
step-check = Sprawdź
step-next = Dalej
step-done = Wróć do sprawdzania
problem-title = Coś jest nie tak
choose-one = Wybierz jedną odpowiedź. Jeśli nie wiesz, wybierz „Nie wiem na pewno”.

## 1 danger

danger-title = Czy ktoś jest teraz w niebezpieczeństwie?
danger-lead = To znaczy, że dzisiaj komuś może się stać coś bardzo złego.
danger-yes = Tak
danger-not-sure = Nie wiem na pewno
danger-no = Nie
danger-why = Twoją odpowiedź widzi komputer, który trzyma twoje słowa. To pomaga nam działać szybko.

calls-title = Najpierw zadzwoń do kogoś, kto pomoże teraz
calls-lead = Twoje słowa możemy zobaczyć dopiero za kilka godzin. Te osoby odbierają teraz.
calls-then = Możesz też powiedzieć nam
calls-then-text = Dobrze jest powiedzieć także szkole. Możesz zrobić jedno i drugie.
calls-on = Idź dalej

## 2 about

about-title = O kogo chodzi?
about-lead = Nie musisz mówić, jak się nazywasz.
about-me = O mnie
about-someone-else = O kogoś innego
about-lots = O wiele osób
about-not-sure = Nie wiem na pewno

## 3 what

what-title = O co chodzi?
what-lead = Wybierz najwyżej trzy. Możesz zgadywać.
what-more = Pokaż więcej
what-none = Nic nie jest wybrane. Możesz wybrać najwyżej trzy.
what-picked = { $count ->
    [3] Wybrane: 3. Więcej nie można wybrać.
    [one] Wybrane: 1. Możesz wybrać jeszcze 2.
    [few] Wybrane: { $count }. Możesz wybrać jeszcze 1.
    [many] Wybrane: { $count }.
   *[other] Wybrane: { $count }.
}
what-full = Masz już trzy. Usuń jedno, żeby wybrać to.
what-problem = Wybierz jedną rzecz. Jeśli nie wiesz, wybierz „Nie wiem na pewno”.

sooner-title = Czy ktoś ma zajrzeć szybciej?
sooner-lead = Niektóre z tych spraw mogą być pilne. Możemy poprosić dorosłą osobę, żeby zajrzała jak najszybciej.
sooner-yes = Tak, niech ktoś zajrzy szybciej
sooner-no = Nie, to może poczekać
sooner-why = Jeśli wybierzesz „tak”, komputer zobaczy „może być niebezpieczeństwo”. Twoich słów nadal nie przeczyta.

## 4 readers

readers-title = Kto to przeczyta?
readers-lead = Te osoby dbają o uczniów. Każdą możesz pominąć. Nie zapytamy dlaczego.
readers-out = Pomiń
readers-add = Pozwól czytać
readers-in = Może to przeczytać
readers-not = Nie może tego otworzyć. Nie dostanie wiadomości.
readers-count = { $count ->
    [one] 1 osoba może to przeczytać.
    [few] { $count } osoby mogą to przeczytać.
    [many] { $count } osób może to przeczytać.
   *[other] { $count } osoby może to przeczytać.
}
readers-last = Ktoś musi móc to przeczytać. Najpierw wybierz inną osobę.
readers-about-title = Czy chodzi o kogoś z nich?
readers-about-text = Wtedy pomiń tę osobę. Może to przeczytać ktoś inny.
readers-about-yes = Tak
readers-about-who = O kogo chodzi?
readers-about-done = Nie przeczyta tego { $name }. Mogą to przeczytać: { $others }.
readers-other = Wybierz kogoś innego
readers-others-title = Kto jeszcze może to przeczytać
readers-others-none = Na liście nie ma nikogo innego. Możesz zadzwonić do Childline: 0800 1111.
readers-locked = Twoje słowa zamykamy na klucz na tym urządzeniu. Otworzyć je mogą tylko te osoby.
readers-poster = Ta lista jest taka sama jak na plakacie w twojej szkole.
readers-no-poster = Chcesz sprawdzić tę listę? Popatrz na plakat w szkole. Te słowa powinny być takie same:
readers-changed = Lista osób się zmieniła. Popatrz jeszcze raz. Twoje słowa nadal tu są.
readers-none = Nie możemy pokazać, kto by to przeczytał. Dlatego teraz nie można nic wysłać.
role-lead = Dba o bezpieczeństwo uczniów
role-deputy = Pomaga dbać o bezpieczeństwo uczniów
role-reader = Opiekuje się uczniami
role-head = Dyrekcja szkoły
role-chair = Spoza szkoły. Sprawdza pracę dyrekcji
role-admin = Dba o komputer

## 5 words

words-title = Co chcesz nam powiedzieć?
words-lead = Napisz po swojemu. Błędy nie szkodzą. Jedna linijka wystarczy.
words-label = Twoje słowa
words-ideas = Nie wiesz, co pisać? Dotknij jednego z pytań. Każde możesz pominąć.
words-what = Co się stało?
words-what-help = Zacznij, gdzie chcesz. Nie musi być po kolei.
words-where = Gdzie?
words-where-help = Wystarczy miejsce, na przykład „przy stojaku na rowery”.
words-when = Kiedy, mniej więcej?
words-when-help = Wystarczy „w zeszłym tygodniu” albo „prawie codziennie”.
words-still = Czy to się dalej dzieje?
words-still-help = Napisz: tak, nie albo nie wiem.
words-empty = Napisz choć jedno słowo. Jedna linijka wystarczy.
words-long = To się nie zmieści. Skróć to. Liter za dużo: { NUMBER($over) }.
words-room = { $left ->
    [one] Zmieści się jeszcze 1 litera.
    [few] Zmieszczą się jeszcze { $left } litery.
    [many] Zmieści się jeszcze { $left } liter.
   *[other] Zmieści się jeszcze { $left } litery.
}
words-device-title = Piszesz na szkolnym komputerze?
words-device-1 = Może zapisywać to, co piszesz. Nie możemy tego zatrzymać.
words-device-2 = Możesz pisać dalej lub użyć innego urządzenia. Możesz też z kimś porozmawiać: { $name }.
words-device-2-alone = Możesz pisać dalej, użyć innego urządzenia albo porozmawiać z kimś dorosłym.
words-clues-title = Zanim zaczniesz pisać
words-clues-1 = Nie podawaj imienia, jeśli nie chcesz mówić, kim jesteś.
words-clues-2 = To, co wiesz tylko ty, może pokazać, że to ty.
words-clues-3 = To nie twoja wina. Robisz coś dobrego.
clues-found = To może wskazać na ciebie: { $pieces }. Możesz to zostawić albo usunąć.
coach-english-only = Większość wskazówek umiemy znaleźć tylko po angielsku.
words-local = Kiedy piszesz, nic się nie wysyła. Nic się nie zapisuje na tym urządzeniu.

## 6 check

check-title = Sprawdź, zanim wyślesz
check-lead = Możesz wszystko zmienić.
check-change = Zmień
check-danger = Czy ktoś jest teraz w niebezpieczeństwie?
check-about = O kogo chodzi
check-what = O co chodzi
check-readers = Kto może to przeczytać
check-words = Twoje słowa
check-see-title = Co mogą zobaczyć inni?
check-see-1 = Twoje słowa mogą przeczytać tylko osoby z twojej listy.
check-see-2 = Szkolne wi-fi widzi, że ta strona była otwarta. Nie widzi twoich słów.
check-see-3 = Szkolny komputer może mieć zapisane to, co piszesz.
check-see-4 = Jeśli komuś może się stać coś bardzo złego, dorośli muszą coś zrobić.
check-wait = Może minąć do { NUMBER($minutes) } minut, zanim dorośli to zobaczą. To pomaga ukryć, kto wysyła.
check-when = Ktoś zajrzy { $when }.
check-when-none = Nie wiemy, kiedy ktoś zajrzy. Jeśli to nie może czekać, zadzwoń do kogoś teraz.
check-when-now = Ktoś patrzy właśnie teraz.
check-send = { $count ->
    [one] Wyślij do 1 osoby
    [few] Wyślij do { $count } osób
    [many] Wyślij do { $count } osób
   *[other] Wyślij do { $count } osób
}

## Sending

sending-title = Wysyłamy twoje słowa
sending-words = Robimy twoje siedem słów.
sending-sealing = Zamykamy twoje słowa na klucz na tym urządzeniu.
sending-ready = Przygotowujemy twoje słowa. Może właśnie teraz wysyła dużo osób.
sending-stop = Zatrzymaj
sending-sending = Wysyłamy.
sending-stay = Nie zamykaj tej strony. To potrwa kilka sekund.

## Sent

sent-title = Wysłane. Robisz coś dobrego.
sent-when = { $names } może to przeczytać. Ktoś zajrzy { $when }.
sent-when-none = { $names } może to przeczytać. Nie wiemy, kiedy ktoś zajrzy.
sent-when-now = { $names } może to przeczytać. Ktoś patrzy właśnie teraz.
sent-names-two = { $first } lub { $second }
sent-names-more = { $first } lub jedna z { NUMBER($count) } innych osób
card-title = Twoje siedem słów
card-copy = Przepisz je na kartkę
card-help = Z tymi słowami możesz tu wrócić. Wyglądają jak słówka z angielskiego. Trzymaj je tam, gdzie zaglądasz tylko ty.
card-once-title = Pokazujemy je tylko raz.
card-once-text = Jeśli je zgubisz, nikt ich nie odzyska. Zawsze możesz powiedzieć nam jeszcze raz.
card-check-title = Szybkie sprawdzenie
card-check-label = Wpisz ze swojej kartki słowo nr { NUMBER($place) }
card-check-wrong = To nie jest słowo nr { NUMBER($place) }. Popatrz na kartkę i spróbuj jeszcze raz.
card-check-empty = Wpisz słowo nr { NUMBER($place) }. Wtedy wiemy, że masz swoje siedem słów.
card-check-done = Mam moje siedem słów
card-skip = Nie mogę ich zapisać
card-skip-sure = Wtedy nie możesz do tego wrócić. Nic nie szkodzi. Twoje słowa i tak są wysłane.
card-skip-on = Idź dalej bez siedmiu słów
next-title = Co będzie dalej
next-look-title = Wróć tu { $when }
next-look-title-none = Wróć tu za dzień lub dwa
next-look-text = Wpisz swoje siedem słów i zobacz, czy ktoś to czytał.
next-ask-title = Możemy cię o coś zapytać
next-ask-text = Odpowiadasz tylko, jeśli chcesz.
next-before-title = Chcesz pogadać z kimś wcześniej?
next-before-text = Te osoby odbierają w dzień i w nocy.
done-title = Masz swoje siedem słów
done-lead = Możesz już zamknąć tę stronę. Na koniec naciśnij „Wyjdź”.
done-lead-skip = Twoje słowa są wysłane. Na koniec naciśnij „Wyjdź”.
done-start = Wróć na początek

## Coming back

return-title = Wpisz swoje siedem słów
return-lead = W dobrej kolejności. Duże i małe litery nie mają znaczenia.
return-label = Twoje siedem słów
return-help = Zrób odstęp między słowami. Możesz je wkleić.
return-go = Otwórz
return-empty = Najpierw wpisz swoje siedem słów.
return-count = { $found ->
    [one] Jest tu 1 słowo. Potrzeba siedmiu.
    [few] Są tu { $found } słowa. Potrzeba siedmiu.
    [many] Jest tu { $found } słów. Potrzeba siedmiu.
   *[other] Jest tu { $found } słowa. Potrzeba siedmiu.
}
return-unknown = Słowa nr { NUMBER($place) }, „{ $word }”, nie ma na naszej liście.
return-near = Czy chodzi o „{ $word }”?
return-mistaken = Wszystkie słowa są prawdziwe, ale razem nie pasują. Czy jedno jest złe? Czy dwa są zamienione?
return-suggest = Słowa, które pasują:
return-lost-title = Nie masz już siedmiu słów?
return-lost-text = Nikt ich nie odzyska. Możesz powiedzieć nam jeszcze raz. Dodaj, że to już drugi raz.
return-lost-link = Powiedz szkole jeszcze raz
return-opening = Otwieramy twoje wiadomości.

## Mailbox

mailbox-sent-title = Twoje słowa dotarły
mailbox-sent-lead = Nikt ich jeszcze nie czytał.
mailbox-read-title = Ktoś to już czytał
mailbox-read-lead = Może ktoś ci tu odpisze. Nie musisz nic robić.
mailbox-working-title = Zajmujemy się tym
mailbox-working-lead = Wróć za kilka dni, żeby zobaczyć więcej.
mailbox-question-title = Mamy do ciebie pytanie
mailbox-question-lead = Możesz odpowiedzieć teraz, później albo wcale.
mailbox-finished-title = Na razie koniec
mailbox-finished-lead = Przeczytaj naszą wiadomość. Nadal możesz napisać więcej.
mailbox-withdrawn-title = To jest wycofane
mailbox-withdrawn-lead = Nie możesz tu już pisać. Zawsze możesz powiedzieć nam coś nowego.
trail-label = Co się stało do tej pory
trail-sent = Wysłane
trail-read = Ktoś to już czytał
trail-question = Mamy do ciebie pytanie
trail-working = Zajmujemy się tym
trail-finished = Na razie koniec
trail-withdrawn = Wycofane przez ciebie
mailbox-late = Ktoś powinien był już tu zajrzeć. Te osoby nadal mogą ci pomóc.
messages-label = Wiadomości
message-new = Nowe
message-you = Ty
message-none = Nie ma jeszcze dla ciebie wiadomości.
answer-label = Twoja odpowiedź
answer-label-more = Napisz więcej
answer-tap = Dotknij jednej albo napisz własną
answer-send = Wyślij moją odpowiedź
answer-send-more = Wyślij
answer-empty = Najpierw coś napisz. Jedno słowo wystarczy.
answer-sent = Twoje słowa są wysłane.
own-show = Pokaż moje słowa, wysłane { $when }
own-why = Ukrywamy to, bo może patrzy ktoś jeszcze.
own-show-button = Pokaż
own-hide-button = Ukryj
opened-title = Kto to otwierał?
opened-none = Nikt tego jeszcze nie otwierał.
opened-line = { $role }. Otwarte { $when }.
opened-someone = Ktoś
opened-broken = Lista osób, które to otwierały, się nie zgadza. Powiedz dorosłej osobie, której ufasz.
opened-holds = Lista została sprawdzona na tym urządzeniu.
also-title = Możesz też
also-note = Zanim coś się stanie, mówimy, co robi każdy przycisk.
also-safer = Czuję się teraz bezpieczniej
also-person = Poproś o inną dorosłą osobę
also-withdraw = Wycofaj to
also-never-mind = Nie, nie teraz
safer-title = Powiedzieć, że czujesz się teraz bezpieczniej?
safer-text = Powiemy to osobom, które to czytają. Mogą dalej pytać, co u ciebie.
safer-go = Tak, powiedzcie im
safer-said = Czuję się teraz bezpieczniej.
safer-done = Powiedzieliśmy im, że czujesz się bezpieczniej.
person-title = Poprosić o inną dorosłą osobę?
person-text = Powiemy osobom, które to czytają, że chcesz kogoś innego. Mogą poprosić inną dorosłą osobę.
person-text-2 = Możesz dopisać, kogo chcesz albo gdzie cię znaleźć. Tylko jeśli chcesz.
person-go = Poproś o inną dorosłą osobę
person-said = Chcę rozmawiać z inną dorosłą osobą.
person-done = Prośba o inną dorosłą osobę jest wysłana.
withdraw-title = Wycofać to?
withdraw-text-new = Nikt tego jeszcze nie czytał. Jeśli to wycofasz, zniknie na zawsze.
withdraw-text-read = Ktoś już to czytał. Jeśli to wycofasz, ta strona się dla ciebie zamknie.
withdraw-text-read-2 = Osoby, które to czytały, zobaczą, że to wycofujesz. Może nadal będą musiały kogoś chronić.
withdraw-text-ok = Możesz zmienić zdanie. Zawsze możesz powiedzieć nam jeszcze raz.
withdraw-go = Wycofaj to
withdraw-done = To jest wycofane.
mailbox-close = Zamknij te wiadomości

## When something goes wrong

fail-kept = Twoje słowa nadal tu są.
fail-again = Spróbuj jeszcze raz
fail-calls = Jeśli to nie może czekać, te osoby odbierają teraz:
fail-unreachable-title = Nie ma połączenia z komputerem szkoły
fail-unreachable = Może nie działa tu internet. Sprawdź to i spróbuj jeszcze raz.
fail-unreachable-unsure = Może twoje słowa już dotarły. Możesz je wysłać jeszcze raz, to nie szkodzi.
fail-busy-title = Teraz jest tu duży tłok
fail-busy = Poczekaj minutę i spróbuj jeszcze raz.
fail-tomorrow-title = Do tej szkoły przyszło dzisiaj dużo wiadomości
fail-tomorrow = Dzisiaj nie przyjmie więcej. Zachowaj swoje słowa i spróbuj jutro.
fail-tomorrow-danger = Jeśli ktoś może być w niebezpieczeństwie, wróć i to zaznacz. Wtedy dojdzie od razu.
fail-stopped-title = Zatrzymane
fail-stopped = Nic się nie wysłało.
fail-broken-title = Coś było nie tak
fail-broken = Dostaliśmy odpowiedź, która się nie zgadza. Dlatego przerwaliśmy.
fail-long-title = To się nie zmieści
fail-long = Skróć to i spróbuj jeszcze raz.
ended-title = Ta szkoła nie przyjmuje tu już wiadomości
ended-words = Te strony się zamykają. To nie twoja wina.
ended-help = Nadal możesz dostać pomoc. Te osoby odbierają teraz:
ended-read = Masz siedem słów? Ostatni raz przeczytasz swoje wiadomości { $day }.
ended-soon = Wiadomości są stąd usuwane. Mogą zniknąć lada dzień.
ended-mailbox = Te strony się zamykają. Nie możesz tu już pisać.
gone-title = Ta wiadomość jest usunięta
gone-words = Jej czas minął, więc została usunięta. Nikt już jej nie przeczyta.
gone-next = Zawsze możesz powiedzieć nam coś nowego.
gone-taken-back = Została wycofana, zanim ktoś ją przeczytał. Nic z niej nie zostało.
held-words = Dorosła osoba poprosiła, żeby trzymać twoją wiadomość dłużej. To nie twoja wina.
fail-mailbox-title = Pod tymi słowami nic nie ma
fail-mailbox = Sprawdź słowa i ich kolejność. Może też minął czas, przez który można to trzymać.
fail-closed-title = To jest już zamknięte
fail-readers-title = Lista osób się zmieniła
fail-list-title = Zatrzymaliśmy to, żeby cię chronić
fail-list = Lista osób, które mogą czytać, jest zła. Dlatego nic się nie wysłało.
fail-list-fingerprint = To nie jest lista z plakatu w twojej szkole.
fail-list-signatures = Twoja szkoła jej nie podpisała.
fail-list-expired = Jest za stara.
fail-list-rolled-back = Jest starsza, niż powinna.
fail-list-forked = Dwie listy się nie zgadzają.
fail-list-malformed = Nie da się jej odczytać.
fail-list-next = Pokaż tę stronę dorosłej osobie, której ufasz. Nie wpisuj tu swoich słów.
fail-worker-title = Ta strona przestała działać
fail-worker = Otwórz stronę jeszcze raz. Najpierw skopiuj swoje słowa, jeśli chcesz je mieć.

## Categories

category-not-sure = Nie wiem na pewno
category-fight-hurt = Bójki, bicie lub groźby
category-bullying = Dokuczanie i znęcanie się
category-online-bully = Wredne rzeczy w internecie
category-feeling-low = Smutek lub zmartwienie
category-home-fear = Kłótnie, bicie lub strach w domu
category-not-cared-for = Za mało jedzenia, snu lub opieki
category-self-hurt = Ktoś robi sobie krzywdę
category-adult-school = Coś, co zrobiła dorosła osoba w szkole
category-friends = Kłótnie, odrzucanie przez innych
category-unsafe-place = Miejsce w szkole, gdzie jest niebezpiecznie
category-loss = Ktoś umarł lub odszedł
category-other = Coś innego, pomysł lub podziękowanie
category-want-to-die = Myśli o śmierci
category-weapon = Broń lub plan, żeby zrobić ludziom krzywdę
category-blackmail = Ktoś grozi, że coś pokaże innym
category-hurt-body = Ktoś bije lub krzywdzi mnie albo kogoś innego
category-hurt-feelings = Ktoś ciągle poniża mnie albo kogoś innego
category-sexual-touch = Zły dotyk lub coś seksualnego, co nie jest w porządku
category-sexual-comments = Seksualne żarty, słowa lub spojrzenia
category-nudes = Nagie zdjęcia, prawdziwe lub fałszywe
category-relationship = Chłopak lub dziewczyna krzywdzi albo kontroluje
category-groomed = Ktoś starszy lub z internetu dziwnie się zachowuje
category-made-to-do = Zmuszanie do noszenia, sprzedawania lub chowania rzeczy
category-trafficked = Zmuszanie do pracy lub wożenie w różne miejsca
category-family-honour = Obrzezanie dziewczynek, zmuszanie do ślubu lub krzywda w imię honoru
category-belief-harm = Krzywda z powodu duchów lub wiary
category-run-away = Ucieczka z domu lub brak miejsca do spania
category-caring = Opieka nad kimś w domu
category-initiation = Wyzwania, żeby dołączyć do grupy
category-extreme = Pomysły pełne nienawiści lub wciąganie do grupy
category-hate = Rasizm lub nienawiść
category-who-i-am = Pytania o to, kim jestem
category-drugs = Narkotyki, alkohol lub e-papierosy
category-eating = Martwienie się jedzeniem i ciałem
category-hacking = Włamania do kont lub oszustwa
category-missing-school = Opuszczanie lekcji lub szkoły
category-bad-online = Coś strasznego w internecie

language-name = Polski
language-title = Język
language-coming = Wczytujemy słowa.
language-failed = Nie udało się wczytać słów w tym języku. Spróbuj jeszcze raz.
language-note = Te słowa są przetłumaczone. Nikt, kto mówi po polsku od dziecka, jeszcze ich nie sprawdził.
language-write = Możesz pisać w każdym języku. Zamykamy na klucz twoje słowa dokładnie tak, jak je piszesz.
language-words = Twoje siedem słów jest po angielsku. Przepisz je litera po literze.

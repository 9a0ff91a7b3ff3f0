## The page

page-title = Bogagga ardayda
page-title-error = Khalad: { page-title }
page-skip = U gudub bogga
page-demo = Kani waa tijaabo. Iskuulkani ma jiro. Cidna halkan kuguma caawin doonto.
page-print = Daabacayaasha iskuulku waxay haysan karaan nuqul. Waxaad u baahan tahay gacanta ku qoro. Khatar ma jirtaa? Wac { $emergency }.
page-loading = Bogga ayaa la diyaarinayaa.

## Emergency strip

strip-label = Caawimo hadda ah
strip-danger = Khatar ma ku jirtaa hadda?
strip-call = Wac
strip-talk = La hadal hadda, waa bilaash
strip-free = bilaash
strip-watch-start = Boggan
strip-watch-not = lama
strip-watch-end = eego mar kasta.
strip-next = Marka xigta ee la eegayo:
strip-nobody = Ma naqaanno goorta qof soo eegi doono.
strip-leave = Ka bax

## Moments

moment-today = maanta { $time }
moment-tomorrow = berri { $time }
moment-day = { $weekday } { $time }
moment-date = { $weekday } { $day } { $month }, { $time }
moment-now = qof baa hadda eegaya
moment-by-today = maanta ka hor { $time }
moment-by-tomorrow = berri ka hor { $time }
moment-by-day = { $weekday } ka hor { $time }
moment-by-date = { $weekday } { $day } { $month } ka hor { $time }
moment-am = { $clock } subaxnimo
moment-pm = { $clock } galabnimo
moment-morning = subaxnimadii { $day }
moment-later = galabnimadii { $day }
moment-half-date = { $weekday } { $day } { $month }
moment-word-today = maanta
moment-this-morning = saaka
weekday-0 = Isniinta
weekday-1 = Talaadada
weekday-2 = Arbacada
weekday-3 = Khamiista
weekday-4 = Jimcaha
weekday-5 = Sabtida
weekday-6 = Axadda
month-1 = Janaayo
month-2 = Febraayo
month-3 = Maarso
month-4 = Abriil
month-5 = Maajo
month-6 = Juun
month-7 = Luulyo
month-8 = Ogosto
month-9 = Sebtembar
month-10 = Oktoobar
month-11 = Nofembar
month-12 = Disembar

## Landing

landing-school = Bogagga iskuulka
landing-title = Halkan ayaad noogu sheegi kartaa
landing-lead = Uma baahnid inaad sheegto qofka aad tahay. Haddii aadan hubin, dhib ma leh.
landing-doors = Bilow
door-help = Hel caawimo hadda
door-help-text = Dad aad wici karto ama fariin u diri karto. Uma baahnid inaad iskuulka u sheegto.
door-tell = Wax u sheeg iskuulka
door-tell-text = Adiga, ama qof aad u walwalayso.
way-title = Ku soo noqo toddobadaada eray
way-text = Eeg waxa dhacay. Wax kale qor.
good-to-know = Wax fiican inaad ogaato
who-title = Yaa akhrin kara waxa aad qorto?
who-1 = Dhowr qof oo waaweyn oo iskuulka ah oo keliya. Magacyadooda waad arkaysaa intaadan qorin.
who-2 = Qofkii aad rabto waad ka saari kartaa.
who-3 = Kombiyuutarka haya erayadaada ma akhrin karo.
others-title = Maxay dadka kale arki karaan?
others-1 = Wi-fi-ga iskuulku wuu arki karaa inaad boggan furtay. Ma arki karo waxa aad qortay.
others-2 = Kombiyuutarrada iskuulku way kaydin karaan waxa aad qorto. Ma joojin karno.
others-3 = Qalab kale waad isticmaali kartaa. Ama u sheeg qof weyn oo aad ku kalsoon tahay.
others-4 = Mararka qaar laba qof oo keliya ayaa wax og. Markaas waa la garan karaa cidda sheegtay.
others-5 = “Ka bax” waxay tirtirtaa boggan. Ma tirtirto liiska bogagga aad furtay.
secret-title = Sirtayda ma ilaalin doontaan?
secret-1 = Haddii qof si xun u dhaawacmi karo, iskuulku waa inuu wax qabto.
secret-2 = Dadka waaweyn waxay la hadli karaan dadka ilaaliya carruurta. Waxay isku dayi doonaan inay marka hore halkan kuugu sheegaan.
limits-title = Maxaynaan samayn karin?
limits-1 = Ma weydiinno qofka aad tahay, markaa kuma heli karno. Caawimo degdeg ah, wac { $emergency }.
limits-2 = Haddii toddobada eray kaa lumaan, cidna ma soo celin karto. Mar kale waad noo sheegi kartaa.
limits-3 = Haddii aad sheegto in qof khatar ku jiro, kombiyuutarku jawaabtaas keliya ayuu arkaa. Wuxuu dhaqso ugu yeeraa qof weyn.
limits-4 = Wuxuu kale oo arkaa inta qof ee akhrin karta.
after-title = Maxaa dhacaya ka dib?
after-1 = Waxaad helaysaa toddoba eray. Iyaga ayaad halkan ku soo noqon kartaa.
after-2 = Jawaabtayada waad akhrin kartaa, wax kalena waad qori kartaa.
staff-link = Dadka waaweyn ee iskuulka
kept-link = Waxa aan kaydinno

## When the school has not gone live

not-open-title = Weli ma furna
not-open-short = Maanta halkan iskuulka wax uguma qori kartid. Caawimo weli waad heli kartaa.
not-open = Weli ma jiro qof weyn oo iskuulkaaga ah oo boggan akhriya. Markaa meel wax lagu qoro ma jirto.
not-open-next = U sheeg qof weyn oo aad ku kalsoon tahay. Ama wac qof hadda jawaabaya.

## When the page cannot run

broken-title = Qaybtani halkan kama shaqayn karto
broken-1 = Waxaa laga yaabaa inay in yar rabto. Haddii aad weli tan aragto, qalabkani wax ma diri karo.
broken-2 = Waxba lama dirin. Caawimo weli waad heli kartaa.
broken-3 = U sheeg qof weyn oo aad ku kalsoon tahay. Ama isku day taleefan ama kombiyuutar ka cusub.
broken-call = Ama hadda qof wac:

## Help hub

help-title = Hel caawimo hadda
help-lead = Dadkani waxay dhegaystaan carruurta iyo dhallinyarada. Iskuulkaaga kama mid aha.
help-lead-2 = Uma baahnid inaad magacaaga sheegto.
help-danger = Khatar hadda ah
help-talk = Qof la hadal ama fariin u dir
help-more = Dad kale oo ku caawin kara
help-elsewhere = Waddan kale
help-uk = Boqortooyada Midowday (UK)
help-call = Wac { $number }
help-text = Fariinta { $word } u dir { $number }
help-text-plain = Fariin u dir { $number }
help-web = Fur { $site }
help-for = Waxaa loogu talagalay { $who }
help-hours = Way jawaabaan { $hours }
help-checked = Tan waxaan hubinnay { $month } { $year }.
help-back = Ku noqo bilowga
help-tell = Wax u sheeg iskuulka

## Steps

step-back = Dib u noqo
step-question = Su’aasha { NUMBER($at) } ee { NUMBER($of) }
step-check = Hubi
step-next = U gudub tan xigta
step-done = Ku noqo hubinta
problem-title = Wax baa khaldan
choose-one = Hal jawaab dooro. Haddii aadan hubin, dooro “Ma hubo”.

## 1 danger

danger-title = Ma jiraa qof hadda khatar ku jira?
danger-lead = Taas macnaheedu waa in qof maanta si xun u dhaawacmi karo.
danger-yes = Haa
danger-not-sure = Ma hubo
danger-no = Maya
danger-why = Kombiyuutarka haya erayadaada ayaa jawaabtaada arki kara. Waxay naga caawisaa inaan dhaqso wax u qabanno.

calls-title = Marka hore, wac qof hadda ku caawin kara
calls-lead = Waxaa laga yaabaa inaan erayadaada saacado arki weyno. Dadkani hadda ayay jawaabaan.
calls-then = Annagana waad noo sheegi kartaa
calls-then-text = Inaad iskuulkana u sheegto waa fikrad fiican. Labadaba waad samayn kartaa.
calls-on = Sii wad

## 2 about

about-title = Yay ku saabsan tahay?
about-lead = Uma baahnid inaad magacaaga sheegto.
about-me = Aniga
about-someone-else = Qof kale
about-lots = Dad badan
about-not-sure = Ma hubo

## 3 what

what-title = Maxay ku saabsan tahay?
what-lead = Dooro ilaa saddex. Qiyaas waa caadi.
what-more = Tus waxyaabo kale
what-none = Weli waxba ma dooran. Ilaa saddex waad dooran kartaa.
what-picked = { $count ->
    [3] 3 ayaad dooratay. Intaas ka badan ma dooran kartid.
    [one] 1 ayaad dooratay. 2 kale waad dooran kartaa.
   *[other] { $count } ayaad dooratay. 1 kale waad dooran kartaa.
}
what-full = Saddex ayaad haysataa. Mid ka saar si aad tan u doorato.
what-problem = Hal shay dooro. Haddii aadan hubin, dooro “Ma hubo”.

sooner-title = Ma rabtaa in dhaqso loo eego?
sooner-lead = Waxa aad dooratay qaar waa degdeg. Waxaan qof weyn weydiin karnaa inuu dhaqso u eego.
sooner-yes = Haa, dhaqso u eega
sooner-no = Maya, way sugi kartaa
sooner-why = Haddii aad haa doorato, kombiyuutarku wuxuu arkaa “khatar ayaa laga yaabaa”. Weli erayadaada ma akhrin karo.

## 4 readers

readers-title = Yaa tan akhrin doona?
readers-lead = Dadkani waxay daryeelaan ardayda. Qofkii aad rabto waad ka saari kartaa. Sababta ku weydiin mayno.
readers-out = Ka saar
readers-add = U oggolow akhriska
readers-in = Waa loo oggol yahay akhriska
readers-not = Looma oggola. Fariin looma diro.
readers-count = { $count ->
    [one] { $count } qof ayaa tan akhrin kara.
   *[other] { $count } qof ayaa tan akhrin kara.
}
readers-last = Waa in ugu yaraan hal qof akhrin karo. Marka hore qof kale dooro.
readers-about-title = Ma waxay ku saabsan tahay mid iyaga ka mid ah?
readers-about-text = Markaas qofkaas ka saar. Qof kale ayaa akhrin kara.
readers-about-yes = Haa
readers-about-who = Yay ku saabsan tahay?
readers-about-done = { $name } waa laga saaray. Waxaa tan akhrin kara: { $others }.
readers-other = Qof kale dooro
readers-others-title = Dad kale oo akhrin kara
readers-others-none = Liiska qof kale kuma jiro. Waxaad wici kartaa Childline oo ah 0800 1111.
readers-locked = Erayadaada waxaa lagu qufulaa qalabkan. Dadkan oo keliya ayaa furi kara.
readers-poster = Liiskani waa kan ku qoran boodhka iskuulkaaga.
readers-no-poster = Si aad liiska u hubiso, eeg boodhka iskuulka. Erayadani waa inay isku mid yihiin:
readers-changed = Liiska dadku wuu is beddelay. Mar kale eeg. Erayadaadu weli halkan ayay joogaan.
readers-none = Ma tusi karno cidda tan akhrin doonta. Markaa hadda waxba lama diri karo.
role-lead = Ilaalinta ardayda
role-deputy = Caawinta ilaalinta ardayda
role-reader = Daryeelka ardayda
role-head = Madaxa iskuulka
role-chair = Ka baxsan iskuulka. Hubinta madaxa iskuulka
role-admin = Daryeelka kombiyuutarka

## 5 words

words-title = Maxaad rabtaa inaad noo sheegto?
words-lead = Sidaad rabto u qor. Khaladka higgaaddu dhib ma leh. Hal sadar waa ku filan.
words-label = Erayadaada
words-ideas = Haddii aad garan waydo wax aad qorto, mid taabo. Mid kasta waad iska dayn kartaa.
words-what = Maxaa dhacay?
words-what-help = Meel kasta ka bilow. Uma baahna inay isku xigaan.
words-where = Xaggee?
words-where-help = Meesha oo keliya waa ku filan, sida “agagaarka baaskiillada”.
words-when = Goorma, ku dhowaad?
words-when-help = “Toddobaadkii hore” ama “maalmaha badankood” waa ku filan.
words-still = Weli ma socotaa?
words-still-help = Dheh haa, maya, ama ma hubo.
words-empty = Ugu yaraan hal eray qor. Hal sadar waa ku filan.
words-long = Aad bay u dheer tahay. Ka jar { NUMBER($over) } xaraf ama ka badan.
words-room = { $left ->
    [one] Weli { $left } xaraf baa geli kara.
   *[other] Weli { $left } xaraf baa geli kara.
}
words-device-title = Ma kombiyuutarka iskuulka baad wax ku qoraysaa?
words-device-1 = Wuu kaydin karaa waxa aad qorto. Ma joojin karno.
words-device-2 = Waad sii wadi kartaa, ama qalab kale isticmaal, ama la hadal { $name }.
words-device-2-alone = Waad sii wadi kartaa, ama qalab kale isticmaal, ama la hadal qof weyn.
words-clues-title = Intaadan qorin
words-clues-1 = Haddii aad rabto in aan lagu garan, magacaaga ha qorin.
words-clues-2 = Waxa adiga keliya aad og tahay waxay muujin karaan inaad adigu tahay.
words-clues-3 = Khaladka adigu ma lihid. Wax fiican baad samaynaysaa.
clues-found = Tani waxay muujin kartaa cidda aad tahay: { $pieces }. Waad iska dayn kartaa, ama ka saar.
coach-english-only = Calaamadaha badankood Ingiriisi oo keliya ayaan ku raadin karnaa.
words-local = Waxba lama diro inta aad wax qorayso. Qalabkan waxba laguma kaydiyo.

## 6 check

check-title = Hubi intaadan dirin
check-lead = Wax kasta waad beddeli kartaa.
check-change = Beddel
check-danger = Khatar ma jirtaa hadda?
check-about = Cidda ay ku saabsan tahay
check-what = Waxa ay ku saabsan tahay
check-readers = Cidda akhrin karta
check-words = Erayadaada
check-see-title = Maxay dadka kale arki karaan?
check-see-1 = Dadka liiskaaga ku jira oo keliya ayaa erayadaada akhrin kara.
check-see-2 = Wi-fi-ga iskuulku wuu arki karaa inaad boggan furtay. Ma arki karo waxa aad qortay.
check-see-3 = Kombiyuutarka iskuulku waxaa laga yaabaa inuu kaydiyay waxa aad qortay.
check-see-4 = Haddii qof si xun u dhaawacmi karo, iskuulku waa inuu wax qabto.
check-wait = Waxay arki karaan ilaa { NUMBER($minutes) } daqiiqo ka dib markaad dirto. Taasi waxay qarisaa cidda dirtay.
check-when = Qof baa eegi doona { $when }.
check-when-none = Ma naqaanno goorta qof eegi doono. Haddii ayna sugi karin, qof hadda wac.
check-when-now = Qof baa hadda eegaya.
check-send = { $count ->
    [one] U dir { $count } qof
   *[other] U dir { $count } qof
}

## Sending

sending-title = Erayadaada waa la dirayaa
sending-words = Toddobadaada eray waa la samaynayaa.
sending-sealing = Erayadaada waxaa lagu qufulayaa qalabkan.
sending-ready = Erayadaada waa la diyaarinayaa. Dad badan ayaa laga yaabaa inay hadda wax dirayaan.
sending-stop = Jooji
sending-sending = Waa la dirayaa.
sending-stay = Fadlan boggan ha xirin. Waxay qaadataa dhowr ilbiriqsi.

## Sent

sent-title = Waa la diray. Wax fiican baad samaysay.
sent-when = Waxaa akhrin kara { $names }. Qof baa eegi doona { $when }.
sent-when-none = Waxaa akhrin kara { $names }. Ma naqaanno goorta qof eegi doono.
sent-when-now = Waxaa akhrin kara { $names }. Qof baa hadda eegaya.
sent-names-two = { $first } ama { $second }
sent-names-more = { $first } ama { NUMBER($count) } qof oo kale
card-title = Toddobadaada eray
card-copy = Ku qor warqad
card-help = Erayadan ayaad ku soo noqon kartaa. Waxay u eg yihiin liis higgaad ah. Dhig meel adiga keliya aad eegto.
card-once-title = Hal mar oo keliya ayaan tusnaa.
card-once-text = Haddii ay kaa lumaan, cidna ma soo celin karto. Mar kale waad noo sheegi kartaa mar walba.
card-check-title = Hubin degdeg ah
card-check-label = Qor erayga { NUMBER($place) } ee warqaddaada ku yaal
card-check-wrong = Kaasi ma aha erayga { NUMBER($place) }. Warqaddaada eeg oo mar kale isku day.
card-check-empty = Qor erayga { NUMBER($place) }. Markaas waan ogaanaynaa inaad erayadaada haysato.
card-check-done = Erayadayda waan haystaa
card-skip = Ma qori karo erayada
card-skip-sure = Markaas halkan kuma soo noqon kartid. Dhib ma leh. Erayadaada waa la diray.
card-skip-on = Sii wad adigoon erayada haysan
next-title = Maxaa xiga
next-look-title = Soo noqo { $when }
next-look-title-none = Soo noqo maalin ama laba ka dib
next-look-text = Isticmaal toddobadaada eray si aad u aragto in la akhriyay.
next-ask-title = Waxaa laga yaabaa inaan wax ku weydiinno
next-ask-text = Jawaab oo keliya haddii aad rabto.
next-before-title = Ma u baahan tahay qof intaas ka hor?
next-before-text = Dadkani habeen iyo maalinba way jawaabaan.
done-title = Erayadaada waad haysataa
done-lead = Hadda boggan waad xiri kartaa. Markaad tagayso, taabo “Ka bax”.
done-lead-skip = Erayadaada waa la diray. Markaad tagayso, taabo “Ka bax”.
done-start = Ku noqo bilowga

## Coming back

return-title = Qor toddobadaada eray
return-lead = Sida ay isugu xigaan u qor. Xarfo waaweyn ama yaryar dhib ma leh.
return-label = Toddobadaada eray
return-help = Erayada dhexdooda meel bannaan dhig. Waad ku dhejin kartaa.
return-go = Fur
return-empty = Marka hore qor toddobadaada eray.
return-count = { $found ->
    [one] Halkan { $found } eray baa ku qoran. Toddobada oo dhan ayaan rabnaa.
   *[other] Halkan { $found } eray baa ku qoran. Toddoba ayaan rabnaa.
}
return-unknown = Erayga { NUMBER($place) }, “{ $word }”, kama mid aha erayadayada.
return-near = Ma waxaad ula jeedday “{ $word }”?
return-mistaken = Erayada oo dhan waa run, laakiin isma qabtaan. Mid ma khaldan yahay? Laba ma is beddeleen?
return-suggest = Erayo ku habboon:
return-lost-title = Toddobadii eray ma kaa lumeen?
return-lost-text = Cidna ma soo celin karto. Mar kale noo sheeg, oo dheh hore ayaan u qoray.
return-lost-link = Mar kale u sheeg iskuulka
return-opening = Fariimahaaga waa la furayaa.

## Mailbox

mailbox-sent-title = Erayadaadu way yimaaddeen
mailbox-sent-lead = Weli cidna ma akhrin.
mailbox-read-title = Qof baa akhriyay
mailbox-read-lead = Halkan ayaa wax laguugu soo qori karaa. Waxba uma baahnid inaad samayso.
mailbox-working-title = Waan ka shaqaynaynaa
mailbox-working-lead = Soo noqo dhowr maalmood ka dib si aad wax cusub u aragto.
mailbox-question-title = Su’aal baan kuu haynaa
mailbox-question-lead = Waad jawaabi kartaa hadda ama goor dambe. Waad iska dayn kartaa sidoo kale.
mailbox-finished-title = Hadda waa dhammaatay
mailbox-finished-lead = Fariintayada akhri. Wax kale weli waad qori kartaa.
mailbox-withdrawn-title = Dib baad u qaadatay
mailbox-withdrawn-lead = Halkan wax kale kuma qori kartid. Wax cusub waad noo sheegi kartaa mar walba.
trail-label = Waxa ilaa hadda dhacay
trail-sent = Waa la diray
trail-read = Qof baa akhriyay
trail-question = Su’aal baan kuu haynaa
trail-working = Waan ka shaqaynaynaa
trail-finished = Hadda waa dhammaatay
trail-withdrawn = Dib baad u qaadatay
mailbox-late = Hadda ka hor waxay ahayd in la eego. Dadkan weli caawimo waad ka heli kartaa.
messages-label = Fariimo
message-new = Cusub
message-you = Adiga
message-none = Weli fariin kuuma iman.
answer-label = Jawaabtaada
answer-tap = Mid taabo, ama taada qor
answer-label-more = Wax kale qor
answer-send = Dir jawaabtayda
answer-send-more = Dir
answer-empty = Marka hore wax qor. Hal eray waa ku filan.
answer-sent = Erayadaada waa la diray.
own-show = Tus wixii aan diray ({ $when })
own-why = Waan qarinnaa, waayo qof kale ayaa laga yaabaa inuu eegayo.
own-show-button = Tus
own-hide-button = Qari
opened-title = Yaa furay?
opened-none = Weli cidna ma furin.
opened-line = { $role }, { $when }.
opened-someone = Qof
opened-broken = Liiska dadka furay sax ma aha. U sheeg qof weyn oo aad ku kalsoon tahay.
opened-holds = Liiska waxaa lagu hubiyay qalabkan.
also-title = Waxaad kale oo samayn kartaa
also-note = Intaan waxba dhicin, waxaan kuu sheegnaa waxa mid walba qabto.
also-safer = Hadda ammaan badan baan dareemayaa
also-person = Codso qof weyn oo kale
also-withdraw = Dib u qaado
also-never-mind = Iska dhaaf
safer-title = Ma sheegaysaa inaad hadda ammaan badan dareemayso?
safer-text = Waxaan u sheegaynaa dadka tan akhriya. Weli way ku weydiin karaan sidaad tahay.
safer-go = Haa, u sheega
safer-said = Hadda ammaan badan baan dareemayaa.
safer-done = Waxaan u sheegnay inaad hadda ammaan badan dareemayso.
person-title = Ma codsanaysaa qof weyn oo kale?
person-text = Dadka tan akhriya waxaan u sheegaynaa inaad qof kale rabto. Qof weyn oo kale way keeni karaan.
person-text-2 = Waad qori kartaa qofka aad rabto, ama meesha lagaa helo. Haddii aad rabto oo keliya.
person-go = Codso qof weyn oo kale
person-said = Qof weyn oo kale ayaan rabaa.
person-done = Qof weyn oo kale ayaan kuu codsannay.
withdraw-title = Dib ma u qaadanaysaa?
withdraw-text-new = Weli cidna ma akhrin. Haddii aad dib u qaadato, weligeed ma soo noqonayso.
withdraw-text-read = Qof baa hore u akhriyay. Haddii aad dib u qaadato, boggani wuu kaa xirmayaa.
withdraw-text-read-2 = Dadkii akhriyay way arki doonaan inaad dib u qaadatay. Waxaa laga yaabaa inay weli qof ilaaliyaan.
withdraw-text-ok = Waa caadi inaad fikirkaaga beddesho. Mar kale waad noo sheegi kartaa goor kasta.
withdraw-go = Dib u qaado
withdraw-done = Dib baad u qaadatay.
mailbox-close = Xir fariimahan

## When something goes wrong

fail-kept = Erayadaadu weli halkan ayay joogaan.
fail-again = Mar kale isku day
fail-calls = Haddii ayna sugi karin, dadkani hadda ayay jawaabaan:
fail-unreachable-title = Ma gaari karno kombiyuutarka iskuulka
fail-unreachable = Internetka ayaa laga yaabaa inuu go’an yahay. Hubi, ka dibna mar kale isku day.
fail-unreachable-unsure = Waxaa laga yaabaa in erayadaadu yimaaddeen. Mar kale diristu dhib ma leh.
fail-busy-title = Hadda dad badan ayaa soo qoraya
fail-busy = Daqiiqad sug, ka dibna mar kale isku day.
fail-tomorrow-title = Maanta iskuulkan fariimo badan ayaa soo gaaray
fail-tomorrow = Maanta wax kale ma qaato. Erayadaada hayso oo berri mar kale isku day.
fail-tomorrow-danger = Haddii laga yaabo in qof khatar ku jiro, dib u noqo oo sheeg. Markaas hadda way gudbaysaa.
fail-stopped-title = Waad joojisay
fail-stopped = Waxba lama dirin.
fail-broken-title = Wax baa khaldanaa
fail-broken = Jawaabta na soo gaartay sax ma ahayn. Markaa waan joojinnay.
fail-long-title = Aad bay u dheer tahay
fail-long = Ka gaabi, ka dibna mar kale isku day.
ended-title = Iskuulkani halkan wax dambe kuma qaato
ended-words = Bogaggani way xirmayaan. Wax khaldan ma aadan samayn.
ended-help = Caawimo weli waad heli kartaa. Dadkani hadda ayay jawaabaan:
ended-read = Haddii aad toddoba eray haysato, fariimahaaga waad akhrin kartaa ilaa { $day }.
ended-soon = Fariimaha halkan waa la tirtirayaa. Maalin walba way bixi karaan.
ended-mailbox = Bogaggani way xirmayaan. Halkan wax kale kuma qori kartid.
gone-title = Wixii aad noo sheegtay waa la tirtiray
gone-words = Waqtigoodii waa dhammaaday, markaa waan tirtirnay. Cidna mar dambe ma akhrin karto.
gone-next = Wax cusub waad noo sheegi kartaa mar walba.
gone-taken-back = Dib baad u qaadatay intaan cidna akhrin. Waxba kama harin.
held-words = Qof weyn ayaa codsaday in wixii aad noo sheegtay la sii hayo. Wax khaldan ma aadan samayn.
fail-mailbox-title = Erayadan waxba kama dambeeyaan
fail-mailbox = Hubi erayada iyo sida ay isugu xigaan. Waxaa kale oo laga yaabaa in waqtigii kaydintu dhammaaday.
fail-closed-title = Hadda waa xiran yahay
fail-readers-title = Liiska dadku wuu is beddelay
fail-list-title = Waan joojinnay, si aan kuu ilaalinno
fail-list = Liiska dadka akhrin kara sax ma aha. Markaa waxba lama dirin.
fail-list-fingerprint = Ma aha liiska ku qoran boodhka iskuulkaaga.
fail-list-signatures = Iskuulkaagu ma saxiixin.
fail-list-expired = Aad buu u duug yahay.
fail-list-rolled-back = Wuu ka duugsan yahay kii la rabay.
fail-list-forked = Laba liis isku mid ma aha.
fail-list-malformed = Lama akhrin karo.
fail-list-next = Boggan tus qof weyn oo aad ku kalsoon tahay. Erayadaada halkan ha ku qorin.
fail-worker-title = Boggani wuu shaqo joojiyay
fail-worker = Bogga mar kale fur si aad u sii waddo. Marka hore erayadaada qoro haddii aad rabto inaad haysato.

## Categories

category-not-sure = Ma hubo
category-fight-hurt = Dagaal, garaacid ama hanjabaad
category-bullying = Cagajuglayn (bullying)
category-online-bully = Waxyaabo xun oo internetka la isugu qoro
category-feeling-low = Murugo ama walwal
category-home-fear = Dagaal ama cabsi guriga ka jirta
category-not-cared-for = Cunto, hurdo ama daryeel aan ku filnayn
category-self-hurt = Qof naftiisa dhaawacaya
category-adult-school = Wax uu sameeyay qof weyn oo iskuulka ah
category-friends = Saaxiibbo is qabtay, ama qof laga tagay
category-unsafe-place = Meel iskuulka ah oo cabsi leh
category-loss = Qof baa dhintay ama tagay
category-other = Wax kale, fikrad ama mahadsanid
category-want-to-die = Ka fikirka dhimashada
category-weapon = Hub, ama qorshe dad lagu dhaawaco
category-blackmail = Qof baa ku hanjabaya inuu wax faafiyo
category-hurt-body = Qof baa jirka iga dhaawacaya, ama qof kale dhaawacaya
category-hurt-feelings = Qof baa mar walba i bahdila, ama qof kale bahdila
category-sexual-touch = Taabasho xun, ama wax galmo ah oo aan sax ahayn
category-sexual-comments = Kaftan, hadal ama eegmo galmo ku saabsan
category-nudes = Sawirro qaawan, run ama been abuur
category-relationship = Boyfriend ama girlfriend qofka dhaawaca ama xukuma
category-groomed = Qof ka weyn ama internetka jooga oo si yaab leh u dhaqmaya
category-made-to-do = In lagu qasbo wax qaadid, iibin ama qarin
category-trafficked = In lagu qasbo shaqo, ama meelo kale la geeyo
category-family-honour = Gudniinka gabdhaha, guur qasab ah, ama dhaawac sharaf awgeed
category-belief-harm = Dhaawac jin ama diin awgeed
category-run-away = Ka cararid guriga, ama meel la seexdo la’aan
category-caring = Daryeelka qof guriga jooga
category-initiation = Tijaabooyin khatar ah si koox loogu biiro
category-extreme = Fikrado nacayb ah, ama koox qof jiidanaysa
category-hate = Cunsuriyad ama nacayb
category-who-i-am = Su’aalo ku saabsan qofka aan ahay
category-drugs = Daroogo, khamri ama vape
category-eating = Walwal ku saabsan cuntada iyo jirka
category-hacking = Jabsasho akoon ama khiyaano
category-missing-school = Ka maqnaanshaha casharrada ama iskuulka
category-bad-online = Wax aad u xun oo internetka lagu arkay

## Languages

language-name = Soomaali
language-title = Luqad
language-coming = Erayada waa la soo qaadayaa.
language-failed = Erayada luqaddaas ma soo qaadi karin. Fadlan mar kale isku day.
language-note = Erayadan waa la turjumay. Weli ma hubin qof luqaddan ku soo koray.
language-write = Luqad kasta waad ku qori kartaa. Erayadaada waxaa loo qufulaa sida aad u qorto.
language-words = Toddobadaada eray waa Ingiriisi. Xaraf xaraf u qor.

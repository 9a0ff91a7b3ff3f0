## The page

page-title = Tudalennau disgyblion
page-title-error = Gwall: { page-title }
page-skip = Neidio i’r dudalen
page-demo = Demo yw hwn. Dydy’r ysgol ddim yn un go iawn. Fydd neb yn dy helpu di yma.
page-print = Gall argraffyddion yr ysgol gadw copïau. Copïa â llaw beth sydd ei angen arnat ti. Mewn perygl? Ffonia { $emergency }.
page-loading = Yn paratoi’r dudalen.

## Emergency strip

strip-label = Help nawr
strip-danger = Mewn perygl nawr?
strip-call = Ffonia
strip-talk = Siarad nawr, am ddim
strip-free = am ddim
strip-watch-start = Dydy’r dudalen hon
strip-watch-not = ddim
strip-watch-end = yn cael ei gwylio drwy’r amser.
strip-next = Pryd bydd rhywun yn edrych:
strip-nobody = Dydyn ni ddim yn gwybod pryd bydd rhywun yn edrych nesaf.
strip-leave = Gadael

## Moments

moment-today = heddiw am { $time }
moment-tomorrow = yfory am { $time }
moment-day = { $weekday } am { $time }
moment-date = { $weekday } { $day } { $month }, am { $time }
moment-now = mae rhywun yn edrych nawr
moment-by-today = erbyn { $time } heddiw
moment-by-tomorrow = erbyn { $time } yfory
moment-by-day = erbyn { $time } { $weekday }
moment-by-date = erbyn { $time } { $weekday } { $day } { $month }
moment-am = { $clock } y bore
moment-pm = { $clock } y prynhawn
moment-morning = { $day } yn y bore
moment-later = { $day } ar ôl canol dydd
moment-half-date = { $weekday } { $day } { $month }
moment-word-today = heddiw
moment-this-morning = y bore ’ma
weekday-0 = ddydd Llun
weekday-1 = ddydd Mawrth
weekday-2 = ddydd Mercher
weekday-3 = ddydd Iau
weekday-4 = ddydd Gwener
weekday-5 = ddydd Sadwrn
weekday-6 = ddydd Sul
month-1 = Ionawr
month-2 = Chwefror
month-3 = Mawrth
month-4 = Ebrill
month-5 = Mai
month-6 = Mehefin
month-7 = Gorffennaf
month-8 = Awst
month-9 = Medi
month-10 = Hydref
month-11 = Tachwedd
month-12 = Rhagfyr

## Landing

landing-school = Tudalennau’r ysgol
landing-title = Gelli di ddweud wrthon ni yma
landing-lead = Does dim rhaid i ti ddweud pwy wyt ti. Mae’n iawn os nad wyt ti’n siŵr.
landing-doors = Dechrau
door-help = Cael help nawr
door-help-text = Pobl i’w ffonio neu eu tecstio. Does dim rhaid i ti ddweud wrth yr ysgol.
door-tell = Dweud rhywbeth wrth yr ysgol
door-tell-text = Amdanat ti, neu am rywun rwyt ti’n poeni amdano.
way-title = Dod yn ôl gyda dy saith gair
way-text = Gweld beth ddigwyddodd. Ysgrifennu mwy.
good-to-know = Da gwybod
who-title = Pwy sy’n gallu darllen dy eiriau?
who-1 = Dim ond ychydig o oedolion yn yr ysgol. Byddi di’n gweld eu henwau cyn ysgrifennu.
who-2 = Gelli di adael unrhyw un ohonyn nhw allan.
who-3 = Dydy’r cyfrifiadur sy’n cadw dy eiriau ddim yn gallu eu darllen.
others-title = Beth mae pobl eraill yn gallu ei weld?
others-1 = Gall wi-fi’r ysgol weld dy fod wedi agor y wefan hon. Dydy’r wi-fi ddim yn gallu gweld dy eiriau.
others-2 = Gall cyfrifiaduron yr ysgol gadw beth rwyt ti’n ei deipio. Allwn ni ddim stopio hynny.
others-3 = Gelli di ddefnyddio dyfais arall, neu ddweud wrth oedolyn rwyt ti’n ei drystio.
others-4 = Weithiau dim ond dau berson sy’n gwybod stori. Yna gall y stori bwyntio at y ddau.
others-5 = Mae “Gadael” yn clirio’r dudalen hon. Dydy hynny ddim yn clirio’r rhestr o dudalennau wnest ti eu hagor.
secret-title = Fyddwch chi’n ei gadw’n gyfrinach?
secret-1 = Os gallai rhywun gael ei frifo’n ddrwg, rhaid i staff wneud rhywbeth.
secret-2 = Efallai y byddan nhw’n holi pobl sy’n cadw plant yn ddiogel. Byddan nhw’n trio dweud wrthot ti yma gyntaf.
limits-title = Beth dydych chi ddim yn gallu ei wneud?
limits-1 = Dydyn ni ddim yn gofyn pwy wyt ti. Felly allwn ni ddim dod o hyd i ti. I gael help cyflym, ffonia { $emergency }.
limits-2 = Os wyt ti’n colli dy saith gair, all neb eu cael yn ôl. Gelli di ddweud wrthon ni eto.
limits-3 = Wyt ti’n dweud bod rhywun mewn perygl? Gall y cyfrifiadur weld yr un ateb hwnnw. Mae’n ei ddefnyddio i gael oedolyn yn gynt.
limits-4 = Mae hefyd yn gallu gweld faint o bobl sy’n gallu ei ddarllen.
after-title = Beth sy’n digwydd wedyn?
after-1 = Rwyt ti’n cael saith gair. Gyda nhw gelli di ddod yn ôl yma.
after-2 = Gelli di ddarllen ein hateb ac ysgrifennu mwy.
staff-link = I staff
kept-link = Beth rydyn ni’n ei gadw

## When the school has not gone live

not-open-title = Ddim ar agor eto
not-open-short = Elli di ddim ysgrifennu at yr ysgol yma heddiw. Gelli di gael help o hyd.
not-open = Does dim oedolyn yn dy ysgol di yn darllen y dudalen hon eto. Felly does dim lle i ysgrifennu.
not-open-next = Dwed wrth oedolyn rwyt ti’n ei drystio. Neu ffonia rywun sy’n ateb nawr.

## When the page cannot run

broken-title = Dydy’r rhan hon ddim yn gallu dechrau yma
broken-1 = Efallai bod angen eiliad. Os wyt ti’n dal i weld hyn, dydy’r ddyfais hon ddim yn gallu anfon.
broken-2 = Chafodd dim byd ei anfon. Gelli di gael help o hyd.
broken-3 = Dwed wrth oedolyn rwyt ti’n ei drystio. Neu tria ffôn neu gyfrifiadur mwy newydd.
broken-call = Neu ffonia rywun nawr:

## Help hub

help-title = Cael help nawr
help-lead = Mae’r bobl hyn yn gwrando ar blant a phobl ifanc. Dydyn nhw ddim yn rhan o dy ysgol di.
help-lead-2 = Does dim rhaid i ti roi dy enw.
help-danger = Mewn perygl nawr
help-talk = Siarad neu decstio gyda rhywun
help-more = Mwy o bobl sy’n gallu helpu
help-elsewhere = Mewn gwlad arall
help-uk = Y Deyrnas Unedig
help-call = Ffonia { $number }
help-text = Tecstia { $word } i { $number }
help-text-plain = Tecstia { $number }
help-web = Agor { $site }
help-for = Ar gyfer { $who }
help-hours = Ar agor { $hours }
help-checked = Fe wnaethon ni wirio hyn ym mis { $month } { $year }.
help-back = Yn ôl i’r dechrau
help-tell = Dweud rhywbeth wrth yr ysgol

## Steps

step-back = Yn ôl
step-question = Cwestiwn { NUMBER($at) } o { NUMBER($of) }
step-check = Gwirio
step-next = Nesaf
step-done = Yn ôl i fy nhudalen wirio
problem-title = Mae problem
choose-one = Dewisa un ateb. Os nad wyt ti’n siŵr, dewisa “Dw i ddim yn siŵr”.

## 1 danger

danger-title = Oes rhywun mewn perygl y funud hon?
danger-lead = Hynny yw, gallai rhywun gael ei frifo’n ddrwg heddiw.
danger-yes = Oes
danger-not-sure = Dw i ddim yn siŵr
danger-no = Nac oes
danger-why = Gall y cyfrifiadur sy’n cadw dy eiriau weld dy ateb. Mae’n ein helpu ni i symud yn gyflym.

calls-title = Yn gyntaf, ffonia rywun sy’n gallu helpu nawr
calls-lead = Efallai na fyddwn ni’n gweld dy eiriau am oriau. Mae’r bobl hyn yn ateb nawr.
calls-then = Gelli di ddweud wrthon ni hefyd
calls-then-text = Mae dweud wrth yr ysgol hefyd yn syniad da. Gelli di wneud y ddau.
calls-on = Mynd ymlaen

## 2 about

about-title = Am bwy mae hyn?
about-lead = Does dim rhaid i ti ddweud dy enw.
about-me = Fi
about-someone-else = Rhywun arall
about-lots = Llawer o bobl
about-not-sure = Dw i ddim yn siŵr

## 3 what

what-title = Am beth mae hyn?
what-lead = Dewisa hyd at dri pheth. Mae’n iawn i ti ddyfalu.
what-more = Dangos mwy o bethau
what-none = Dim byd wedi’i ddewis. Gelli di ddewis hyd at dri.
what-picked = { $count ->
    [3] 3 wedi’u dewis. Dyna’r mwyaf y gelli di eu dewis.
    [zero] { $count } wedi’u dewis. Gelli di ddewis 3.
    [one] 1 wedi’i ddewis. Gelli di ddewis 2 arall.
    [two] { $count } wedi’u dewis. Gelli di ddewis 1 arall.
    [few] { $count } wedi’u dewis. Gelli di ddewis 1 arall.
    [many] { $count } wedi’u dewis. Gelli di ddewis 1 arall.
   *[other] { $count } wedi’u dewis. Gelli di ddewis 1 arall.
}
what-full = Mae gen ti dri. Tynna un i ffwrdd i ddewis hwn.
what-problem = Dewisa un peth. Os nad wyt ti’n siŵr, dewisa “Dw i ddim yn siŵr”.

sooner-title = Ddylai rhywun edrych yn gynt?
sooner-lead = Efallai na all rhai o’r pethau hyn aros. Gallwn ni ofyn i oedolyn edrych cyn gynted â phosib.
sooner-yes = Dylai, edrychwch yn gynt
sooner-no = Na, gall aros
sooner-why = Os wyt ti’n dewis “Dylai”, mae’r cyfrifiadur yn gweld “efallai mewn perygl”. Mae’n dal i fethu darllen dy eiriau.

## 4 readers

readers-title = Pwy fydd yn darllen hyn?
readers-lead = Mae’r bobl hyn yn gofalu am ddisgyblion. Gelli di adael unrhyw un allan. Fyddwn ni ddim yn gofyn pam.
readers-out = Gadael allan
readers-add = Dangos i’r person hwn
readers-in = Yn gallu darllen hyn
readers-not = Ddim yn gallu agor hyn. Ddim yn cael neges.
readers-count = { $count ->
    [zero] Does neb yn gallu darllen hyn.
    [one] Gall 1 person ddarllen hyn.
    [two] Gall { $count } berson ddarllen hyn.
    [few] Gall { $count } pherson ddarllen hyn.
    [many] Gall { $count } pherson ddarllen hyn.
   *[other] Gall { $count } person ddarllen hyn.
}
readers-last = Rhaid i rywun allu ei ddarllen. Dewisa berson arall gyntaf.
readers-about-title = Ydy hyn am un ohonyn nhw?
readers-about-text = Yna gad y person hwnnw allan. Gall rhywun arall ei ddarllen.
readers-about-yes = Ydy, mae
readers-about-who = Am bwy mae hyn?
readers-about-done = Dydy { $name } ddim yn gallu darllen hyn. Mae { $others } yn gallu.
readers-other = Dewis rhywun arall
readers-others-title = Pobl eraill allai ei ddarllen
readers-others-none = Does neb arall ar y rhestr. Gelli di ffonio Childline ar 0800 1111.
readers-locked = Mae dy eiriau’n cael eu cloi ar y ddyfais hon. Dim ond y bobl hyn sy’n gallu eu datgloi.
readers-poster = Dyma’r un rhestr ag sydd ar boster dy ysgol.
readers-no-poster = I wirio’r rhestr hon, edrycha ar y poster yn yr ysgol. Dylai’r geiriau hyn fod yr un fath:
readers-changed = Mae’r rhestr o bobl wedi newid. Edrycha eto, plis. Mae dy eiriau yma o hyd.
readers-none = Allwn ni ddim dangos pwy fyddai’n darllen hyn. Felly does dim modd anfon dim byd nawr.
role-lead = Yn cadw disgyblion yn ddiogel
role-deputy = Yn helpu i gadw disgyblion yn ddiogel
role-reader = Yn gofalu am ddisgyblion
role-head = Pennaeth
role-chair = O’r tu allan i’r ysgol. Yn gwirio gwaith y pennaeth
role-admin = Yn gofalu am y cyfrifiadur

## 5 words

words-title = Beth hoffet ti ei ddweud wrthon ni?
words-lead = Defnyddia dy eiriau dy hun. Does dim ots am sillafu. Mae un llinell yn ddigon.
words-label = Dy eiriau
words-ideas = Os wyt ti’n mynd yn sownd, tapia un. Does dim rhaid i ti ateb pob un.
words-what = Beth ddigwyddodd?
words-what-help = Dechreua unrhyw le. Does dim rhaid i bethau fod mewn trefn.
words-where = Ble?
words-where-help = Mae lle yn ddigon, fel “wrth y sied feiciau”.
words-when = Pryd, fwy neu lai?
words-when-help = Mae “yr wythnos diwethaf” neu “bron bob dydd” yn iawn.
words-still = Ydy hyn yn dal i ddigwydd?
words-still-help = Dwed ydy, nac ydy, neu ddim yn siŵr.
words-empty = Ysgrifenna o leiaf un gair. Mae un llinell yn ddigon.
words-long = Mae hynny’n rhy hir i ffitio. Tynna { NUMBER($over) } neu fwy o lythrennau.
words-room = { $left ->
    [zero] Dim lle i fwy o lythrennau.
    [one] Lle i 1 llythyren arall.
    [two] Lle i { $left } lythyren arall.
    [few] Lle i { $left } llythyren arall.
    [many] Lle i { $left } llythyren arall.
   *[other] Lle i { $left } llythyren arall.
}
words-device-title = Ar gyfrifiadur ysgol?
words-device-1 = Gall gadw beth rwyt ti’n ei deipio. Allwn ni ddim stopio hynny.
words-device-2 = Gelli di fynd ymlaen, defnyddio dyfais arall, neu ddweud wrth { $name }.
words-device-2-alone = Gelli di fynd ymlaen, defnyddio dyfais arall, neu ddweud wrth oedolyn.
words-clues-title = Cyn i ti ysgrifennu
words-clues-1 = Os nad wyt ti am ddweud pwy wyt ti, gad dy enw allan.
words-clues-2 = Oes pethau dim ond ti sy’n eu gwybod? Gallan nhw ddangos pwy wyt ti.
words-clues-3 = Nid dy fai di yw hyn. Rwyt ti’n gwneud peth da.
clues-found = Gallai hyn ddangos pwy wyt ti: { $pieces }. Cei di ei gadw neu ei dynnu allan.
coach-english-only = Dim ond yn Saesneg y gallwn ni chwilio am y rhan fwyaf o gliwiau.
words-local = Does dim byd yn cael ei anfon wrth i ti deipio. Does dim byd yn cael ei gadw ar y ddyfais hon.

## 6 check

check-title = Gwiria cyn anfon
check-lead = Gelli di newid unrhyw beth.
check-change = Newid
check-danger = Oes rhywun mewn perygl y funud hon?
check-about = Am bwy mae hyn
check-what = Am beth mae hyn
check-readers = Pwy sy’n gallu ei ddarllen
check-words = Dy eiriau
check-see-title = Beth mae pobl eraill yn gallu ei weld?
check-see-1 = Dim ond y bobl ar dy restr sy’n gallu darllen dy eiriau.
check-see-2 = Gall wi-fi’r ysgol weld dy fod wedi agor y wefan hon. Dydy’r wi-fi ddim yn gallu gweld dy eiriau.
check-see-3 = Efallai bod cyfrifiadur ysgol wedi cadw beth wnest ti ei deipio.
check-see-4 = Os gallai rhywun gael ei frifo’n ddrwg, rhaid i staff wneud rhywbeth.
check-wait = Gall gymryd hyd at { NUMBER($minutes) } munud cyn i staff ei weld. Mae hynny’n helpu i guddio pwy anfonodd.
check-when = Bydd rhywun yn edrych { $when }.
check-when-none = Dydyn ni ddim yn gwybod pryd bydd rhywun yn edrych. Os na all aros, ffonia rywun nawr.
check-when-now = Mae rhywun yn edrych nawr.
check-send = { $count ->
    [zero] Anfon at { $count } person
    [one] Anfon at 1 person
    [two] Anfon at { $count } berson
    [few] Anfon at { $count } pherson
    [many] Anfon at { $count } pherson
   *[other] Anfon at { $count } person
}

## Sending

sending-title = Yn anfon dy eiriau
sending-words = Yn gwneud dy saith gair.
sending-sealing = Yn cloi dy eiriau ar y ddyfais hon.
sending-ready = Yn paratoi dy eiriau. Efallai bod llawer o bobl yn anfon nawr.
sending-stop = Stopio
sending-sending = Yn anfon.
sending-stay = Cadwa’r dudalen hon ar agor, plis. Mae’n cymryd ychydig eiliadau.

## Sent

sent-title = Mae wedi’i anfon. Rwyt ti wedi gwneud peth da.
sent-when = Gall { $names } ei ddarllen { $when }.
sent-when-none = Gall { $names } ei ddarllen. Dydyn ni ddim yn gwybod pryd byddan nhw’n edrych.
sent-when-now = Gall { $names } ei ddarllen. Mae rhywun yn edrych nawr.
sent-names-two = { $first } neu { $second }
sent-names-more = { $first } neu { NUMBER($count) } arall
card-title = Dy saith gair
card-copy = Copïa nhw ar bapur
card-help = Gyda’r geiriau hyn gelli di ddod yn ôl. Maen nhw’n edrych fel rhestr sillafu. Cadwa nhw lle dim ond ti sy’n edrych.
card-once-title = Dim ond unwaith rydyn ni’n eu dangos.
card-once-text = Os wyt ti’n eu colli, all neb eu cael yn ôl. Gelli di ddweud wrthon ni eto bob amser.
card-check-title = Gwirio cyflym
card-check-label = Teipia air { NUMBER($place) } o dy bapur
card-check-wrong = Nid hwnna yw gair { NUMBER($place) }. Edrycha ar dy bapur a thria eto.
card-check-empty = Teipia air { NUMBER($place) }. Yna byddwn ni’n gwybod bod dy saith gair gen ti.
card-check-done = Mae fy saith gair gen i
card-skip = Dw i ddim yn gallu eu hysgrifennu
card-skip-sure = Yna elli di ddim dod yn ôl at hyn. Mae hynny’n iawn. Cafodd dy eiriau eu hanfon.
card-skip-on = Mynd ymlaen heb fy saith gair
next-title = Beth sy’n digwydd nesaf
next-look-title = Cofia ddod yn ôl { $when }
next-look-title-none = Cofia ddod yn ôl mewn diwrnod neu ddau
next-look-text = Defnyddia dy saith gair i weld oes rhywun wedi’i ddarllen.
next-ask-title = Efallai byddwn ni’n gofyn rhywbeth i ti
next-ask-text = Dim ond os wyt ti eisiau rwyt ti’n ateb.
next-before-title = Angen rhywun cyn hynny?
next-before-text = Mae’r bobl hyn yn ateb ddydd a nos.
done-title = Mae dy saith gair gen ti
done-lead = Gelli di gau’r dudalen hon nawr. Pwysa “Gadael” pan fyddi di’n mynd.
done-lead-skip = Cafodd dy eiriau eu hanfon. Pwysa “Gadael” pan fyddi di’n mynd.
done-start = Yn ôl i’r dechrau

## Coming back

return-title = Teipia dy saith gair
return-lead = Yn y drefn iawn. Does dim ots am lythrennau mawr neu fach.
return-label = Dy saith gair
return-help = Rho fwlch rhwng y geiriau. Gelli di eu copïo a’u gludo.
return-go = Agor
return-empty = Teipia dy saith gair gyntaf.
return-count = { $found ->
    [zero] Does dim gair yma. Mae angen saith.
    [one] Mae 1 gair yma. Mae angen y saith i gyd.
    [two] Mae { $found } air yma. Mae angen saith.
    [few] Mae { $found } gair yma. Mae angen saith.
    [many] Mae { $found } gair yma. Mae angen saith.
   *[other] Mae { $found } gair yma. Mae angen saith.
}
return-unknown = Dydy gair { NUMBER($place) }, “{ $word }”, ddim yn un o’n geiriau ni.
return-near = Oeddet ti’n meddwl “{ $word }”?
return-mistaken = Mae’r geiriau i gyd yn rhai go iawn, ond dydyn nhw ddim yn ffitio. Oes un yn anghywir? Oes dau yn y lle anghywir?
return-suggest = Geiriau sy’n ffitio:
return-lost-title = Wedi colli dy saith gair?
return-lost-text = All neb eu cael yn ôl. Gelli di ddweud wrthon ni eto. Gelli di ddweud dy fod wedi ysgrifennu o’r blaen.
return-lost-link = Dweud wrth yr ysgol eto
return-opening = Yn agor dy negeseuon.

## Mailbox

mailbox-sent-title = Mae dy eiriau wedi cyrraedd
mailbox-sent-lead = Does neb wedi’u darllen eto.
mailbox-read-title = Mae rhywun wedi’i ddarllen
mailbox-read-lead = Efallai byddan nhw’n ysgrifennu atat ti yma. Does dim rhaid i ti wneud dim byd.
mailbox-working-title = Rydyn ni’n gweithio arno
mailbox-working-lead = Cofia ddod yn ôl mewn ychydig ddyddiau i weld mwy.
mailbox-question-title = Mae gennym ni gwestiwn i ti
mailbox-question-lead = Gelli di ateb nawr, wedyn, neu ddim o gwbl.
mailbox-finished-title = Wedi gorffen am nawr
mailbox-finished-lead = Darllena ein neges. Gelli di ysgrifennu mwy o hyd.
mailbox-withdrawn-title = Fe wnest ti dynnu hyn yn ôl
mailbox-withdrawn-lead = Elli di ddim ysgrifennu mwy yma. Gelli di ddweud rhywbeth newydd wrthon ni bob amser.
trail-label = Beth sydd wedi digwydd hyd yn hyn
trail-sent = Wedi’i anfon
trail-read = Mae rhywun wedi’i ddarllen
trail-question = Mae gennym ni gwestiwn i ti
trail-working = Rydyn ni’n gweithio arno
trail-finished = Wedi gorffen am nawr
trail-withdrawn = Fe wnest ti ei dynnu’n ôl
mailbox-late = Dylai rhywun fod wedi edrych erbyn hyn. Gelli di gael help gan y bobl hyn o hyd.
messages-label = Negeseuon
message-new = Newydd
message-you = Ti
message-none = Does dim neges i ti eto.
answer-label = Dy ateb
answer-label-more = Ysgrifennu mwy
answer-tap = Tapia un, neu ysgrifenna dy ateb dy hun
answer-send = Anfon fy ateb
answer-send-more = Anfon
answer-empty = Ysgrifenna rywbeth gyntaf. Mae un gair yn ddigon.
answer-sent = Cafodd dy eiriau eu hanfon.
own-show = Dangos beth anfonais i { $when }
own-why = Rydyn ni’n cuddio hyn rhag ofn bod rhywun arall yn edrych.
own-show-button = Ei ddangos
own-hide-button = Ei guddio
opened-title = Pwy sydd wedi’i agor?
opened-none = Does neb wedi’i agor eto.
opened-line = { $role }. Agorodd { $when }.
opened-someone = Rhywun
opened-broken = Dydy’r rhestr o bwy agorodd hyn ddim yn gwneud synnwyr. Dwed wrth oedolyn rwyt ti’n ei drystio, plis.
opened-holds = Cafodd y rhestr ei gwirio ar y ddyfais hon.
also-title = Gelli di hefyd
also-note = Rydyn ni’n dweud beth mae pob un yn ei wneud cyn i ddim byd ddigwydd.
also-safer = Dw i’n teimlo’n fwy diogel nawr
also-person = Gofyn am oedolyn arall
also-withdraw = Ei dynnu’n ôl
also-never-mind = Na, dim nawr
safer-title = Dweud dy fod yn teimlo’n fwy diogel nawr?
safer-text = Byddwn ni’n dweud wrth y bobl sy’n darllen hyn. Efallai byddan nhw’n dal i ofyn sut wyt ti.
safer-go = Ie, dwedwch wrthyn nhw
safer-said = Dw i’n teimlo’n fwy diogel nawr.
safer-done = Rydyn ni wedi dweud wrthyn nhw dy fod yn teimlo’n fwy diogel.
person-title = Gofyn am oedolyn arall?
person-text = Byddwn ni’n dweud wrth y bobl sy’n darllen hyn dy fod eisiau rhywun arall. Gallan nhw ddod ag oedolyn arall i mewn.
person-text-2 = Gelli di ddweud pwy hoffet ti, neu ble i ddod o hyd i ti. Dim ond os wyt ti eisiau.
person-go = Gofyn am oedolyn arall
person-said = Hoffwn i gael oedolyn arall.
person-done = Rydyn ni wedi gofyn am oedolyn arall.
withdraw-title = Ei dynnu’n ôl?
withdraw-text-new = Does neb wedi’i ddarllen eto. Os wyt ti’n ei dynnu’n ôl, bydd wedi mynd am byth.
withdraw-text-read = Mae rhywun wedi’i ddarllen yn barod. Os wyt ti’n ei dynnu’n ôl, bydd y dudalen hon yn cau i ti.
withdraw-text-read-2 = Bydd y bobl ddarllenodd hyn yn gweld dy fod wedi’i dynnu’n ôl. Efallai bydd rhaid iddyn nhw gadw rhywun yn ddiogel o hyd.
withdraw-text-ok = Mae’n iawn newid dy feddwl. Gelli di ddweud wrthon ni eto unrhyw bryd.
withdraw-go = Ei dynnu’n ôl
withdraw-done = Fe wnest ti ei dynnu’n ôl.
mailbox-close = Cau’r negeseuon hyn

## When something goes wrong

fail-kept = Mae dy eiriau yma o hyd.
fail-again = Trio eto
fail-calls = Os na all aros, mae’r bobl hyn yn ateb nawr:
fail-unreachable-title = Doedden ni ddim yn gallu cyrraedd cyfrifiadur yr ysgol
fail-unreachable = Efallai nad yw’r rhyngrwyd yn gweithio yma. Edrycha ar hynny, yna tria eto.
fail-unreachable-unsure = Efallai bod dy eiriau wedi cyrraedd. Does dim drwg mewn eu hanfon eto.
fail-busy-title = Mae’n brysur iawn nawr
fail-busy = Arhosa funud, yna tria eto.
fail-tomorrow-title = Mae’r ysgol hon wedi cael llawer o negeseuon heddiw
fail-tomorrow = All hi ddim cymryd mwy heddiw. Cadwa dy eiriau a thria eto yfory.
fail-tomorrow-danger = Os gall rhywun fod mewn perygl, tro’n ôl a dwed hynny. Yna bydd yn mynd drwodd nawr.
fail-stopped-title = Fe wnest ti ei stopio
fail-stopped = Chafodd dim byd ei anfon.
fail-broken-title = Doedd rhywbeth ddim yn iawn
fail-broken = Doedd yr ateb gawson ni ddim yn gwneud synnwyr. Felly fe wnaethon ni stopio.
fail-long-title = Mae hynny’n rhy hir i ffitio
fail-long = Tynna ychydig o eiriau, yna tria eto.
ended-title = Dydy’r ysgol hon ddim yn cymryd mwy o negeseuon yma
ended-words = Mae’r tudalennau hyn yn cau. Wnest ti ddim byd o’i le.
ended-help = Gelli di gael help o hyd. Mae’r bobl hyn yn ateb nawr:
ended-read = Os oes gen ti saith gair, gelli di ddarllen dy negeseuon tan { $day }.
ended-soon = Mae’r negeseuon yma’n cael eu dileu. Gallen nhw fynd unrhyw ddiwrnod nawr.
ended-mailbox = Mae’r tudalennau hyn yn cau. Elli di ddim ysgrifennu mwy yma.
gone-title = Mae’r neges hon wedi’i dileu
gone-words = Roedd ei hamser ar ben, felly fe wnaethon ni ei dileu. Does neb yn gallu ei darllen nawr.
gone-next = Gelli di ddweud rhywbeth newydd wrthon ni bob amser.
gone-taken-back = Fe wnest ti ei thynnu’n ôl cyn i neb ei darllen. Does dim ohoni ar ôl.
held-words = Gofynnodd oedolyn am gadw dy neges yn hirach. Wnest ti ddim byd o’i le.
fail-mailbox-title = Does dim byd y tu ôl i’r geiriau hyn
fail-mailbox = Gwiria’r geiriau a’u trefn. Neu efallai bod yr amser i’w gadw wedi dod i ben.
fail-closed-title = Mae hyn wedi cau nawr
fail-readers-title = Mae’r rhestr o bobl wedi newid
fail-list-title = Fe wnaethon ni stopio, i dy gadw di’n ddiogel
fail-list = Dydy’r rhestr o bobl sy’n gallu darllen ddim yn iawn. Felly chafodd dim byd ei anfon.
fail-list-fingerprint = Nid hon yw’r rhestr ar boster dy ysgol.
fail-list-signatures = Dydy dy ysgol ddim wedi’i llofnodi.
fail-list-expired = Mae hi’n rhy hen.
fail-list-rolled-back = Mae hi’n hŷn nag y dylai fod.
fail-list-forked = Mae dwy restr, a dydyn nhw ddim yr un fath.
fail-list-malformed = Does dim modd ei darllen.
fail-list-next = Dangosa’r dudalen hon i oedolyn rwyt ti’n ei drystio, plis. Paid â theipio dy eiriau yma.
fail-worker-title = Stopiodd y dudalen hon weithio
fail-worker = Agora’r dudalen eto i fynd ymlaen. Copïa dy eiriau gyntaf os wyt ti am eu cadw.

## Categories

category-not-sure = Dw i ddim yn siŵr
category-fight-hurt = Ymladd, taro neu fygwth
category-bullying = Bwlio
category-online-bully = Pethau cas ar-lein
category-feeling-low = Teimlo’n isel neu’n poeni
category-home-fear = Ymladd neu ofn gartref
category-not-cared-for = Dim digon o fwyd, cwsg neu ofal
category-self-hurt = Rhywun yn brifo ei hun
category-adult-school = Rhywbeth wnaeth oedolyn yn yr ysgol
category-friends = Ffraeo, neu gael dy adael allan
category-unsafe-place = Lle yn yr ysgol sydd ddim yn teimlo’n ddiogel
category-loss = Rhywun wedi marw neu wedi gadael
category-other = Rhywbeth arall, syniad neu ddiolch
category-want-to-die = Meddwl am farw
category-weapon = Arf, neu gynllun i frifo pobl
category-blackmail = Rhywun yn dweud y bydd yn rhannu pethau
category-hurt-body = Rhywun yn fy mrifo i neu rywun arall
category-hurt-feelings = Rhywun yn dweud pethau cas o hyd wrtha i neu rywun arall
category-sexual-touch = Cyffwrdd neu bethau rhywiol sydd ddim yn iawn
category-sexual-comments = Jôcs, geiriau neu edrych mewn ffordd rywiol
category-nudes = Lluniau noeth, go iawn neu ffug
category-relationship = Cariad sy’n brifo neu’n rheoli
category-groomed = Rhywun hŷn neu ar-lein yn ymddwyn yn od
category-made-to-do = Gorfod cario, gwerthu neu guddio pethau
category-trafficked = Gorfod gweithio, neu gael dy symud o le i le
category-family-honour = Cael dy dorri, gorfod priodi, neu gael dy frifo er mwyn anrhydedd
category-belief-harm = Cael dy frifo oherwydd ysbrydion neu ffydd
category-run-away = Rhedeg i ffwrdd, neu ddim lle i aros
category-caring = Gofalu am rywun gartref
category-initiation = Gorfod gwneud her i gael ymuno
category-extreme = Syniadau llawn casineb, neu gael dy dynnu i grŵp
category-hate = Hiliaeth neu gasineb
category-who-i-am = Cwestiynau am bwy ydw i
category-drugs = Cyffuriau, alcohol neu fêps
category-eating = Poeni am fwyd a’r corff
category-hacking = Hacio neu sgamiau
category-missing-school = Colli gwersi neu golli’r ysgol
category-bad-online = Gweld rhywbeth ofnadwy ar-lein

language-name = Cymraeg
language-title = Iaith
language-coming = Yn cael y geiriau.
language-failed = Doedden ni ddim yn gallu cael y geiriau yn yr iaith honno. Tria eto, plis.
language-note = Cafodd y geiriau hyn eu cyfieithu. Does neb sydd wedi tyfu i fyny gyda’r iaith hon wedi’u gwirio eto.
language-write = Gelli di ysgrifennu mewn unrhyw iaith. Mae dy eiriau’n cael eu cloi yn union fel rwyt ti’n eu hysgrifennu.
language-words = Mae dy saith gair yn Saesneg. Copïa nhw lythyren wrth lythyren.

## The page

page-title = Páginas de la clase
page-title-error = Error en { page-title }
page-skip = Ir a la página
page-demo = Esto es una prueba. La escuela es inventada. Aquí nadie te va a ayudar.
page-print = Las impresoras de la escuela pueden guardar copias. Copia a mano lo que necesites. ¿Hay peligro? Llama al { $emergency }.
page-loading = Preparando la página.

## Emergency strip

strip-label = Ayuda ahora mismo
strip-danger = ¿En peligro ahora?
strip-call = Llama al
strip-talk = Habla ahora, gratis
strip-free = gratis
strip-watch-start = Esta página
strip-watch-not = no
strip-watch-end = se mira todo el tiempo.
strip-next = Próxima vez que alguien mira:
strip-nobody = No sabemos cuándo mirará alguien.
strip-leave = Salir

## Moments

moment-today = hoy, { $time }
moment-tomorrow = mañana, { $time }
moment-day = el { $weekday }, { $time }
moment-date = el { $weekday } { $day } de { $month }, { $time }
moment-now = alguien está mirando ahora
moment-by-today = hoy, { $time }
moment-by-tomorrow = mañana, { $time }
moment-by-day = el { $weekday }, { $time }
moment-by-date = el { $weekday } { $day } de { $month }, { $time }
moment-am = { $clock } de la mañana
moment-pm = { $clock } de la tarde
moment-morning = el { $day } por la mañana
moment-later = el { $day } por la tarde
moment-half-date = { $weekday } { $day } de { $month }
moment-word-today = hoy
moment-this-morning = esta mañana
weekday-0 = lunes
weekday-1 = martes
weekday-2 = miércoles
weekday-3 = jueves
weekday-4 = viernes
weekday-5 = sábado
weekday-6 = domingo
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre

## Landing

landing-school = Páginas de la escuela
landing-title = Aquí nos lo puedes contar
landing-lead = No tienes que decir quién eres. Si no lo sabes bien, no pasa nada.
landing-doors = Empezar
door-help = Buscar ayuda ahora
door-help-text = Gente a la que puedes llamar o escribir. No tienes que contárselo a la escuela.
door-tell = Contarle algo a la escuela
door-tell-text = Sobre ti, o sobre alguien que te preocupa.
way-title = Volver con tus siete palabras
way-text = Mira qué ha pasado. Escribe más.
good-to-know = Es bueno saberlo
who-title = ¿Quién puede leer lo que escribes?
who-1 = Solo unas pocas personas adultas de la escuela. Ves sus nombres antes de escribir.
who-2 = Puedes quitar a quien quieras.
who-3 = La computadora que guarda tus palabras no puede leerlas.
others-title = ¿Qué pueden ver los demás?
others-1 = El wifi de la escuela ve que abriste este sitio. No ve lo que escribiste.
others-2 = Las computadoras de la escuela pueden guardar lo que escribes. No podemos evitarlo.
others-3 = Puedes usar otro aparato, o contárselo a una persona adulta de confianza.
others-4 = Si algo solo lo saben dos personas, se puede adivinar quién lo contó.
others-5 = «Salir» borra esta página. No borra la lista de páginas que abriste.
secret-title = ¿Van a guardar el secreto?
secret-1 = Si alguien puede sufrir mucho daño, la escuela tiene que hacer algo.
secret-2 = Puede hablar con gente que protege a los niños. Intentará decírtelo antes aquí.
limits-title = ¿Qué no podemos hacer?
limits-1 = No preguntamos quién eres, así que no podemos encontrarte. Para ayuda rápida, llama al { $emergency }.
limits-2 = Si pierdes tus siete palabras, nadie puede recuperarlas. Puedes contárnoslo otra vez.
limits-3 = Si dices que alguien está en peligro, la computadora ve esa única respuesta. Así avisa más rápido a una persona adulta.
limits-4 = También ve cuántas personas pueden leerlo.
after-title = ¿Qué pasa después?
after-1 = Recibes siete palabras. Con ellas puedes volver aquí.
after-2 = Puedes leer nuestra respuesta y escribir más.
staff-link = Para quien trabaja en la escuela
kept-link = Qué guardamos

## When the school has not gone live

not-open-title = Todavía no está abierto
not-open-short = Hoy no puedes escribir aquí a la escuela. Pero sí puedes encontrar ayuda.
not-open = En tu escuela, nadie lee todavía esta página. Por eso aún no se puede escribir.
not-open-next = Cuéntaselo a una persona adulta de confianza. O llama a alguien que contesta ahora.

## When the page cannot run

broken-title = Esta parte no funciona aquí
broken-1 = Quizá tarda un poco. Si sigues viendo esto, este aparato no puede enviar nada.
broken-2 = No se envió nada. Pero sí puedes encontrar ayuda.
broken-3 = Cuéntaselo a una persona adulta de confianza. O prueba con un teléfono o computadora más nuevos.
broken-call = O llama a alguien ahora:

## Help hub

help-title = Buscar ayuda ahora
help-lead = Estas personas escuchan a niños y jóvenes. No son de tu escuela.
help-lead-2 = No tienes que dar tu nombre.
help-danger = En peligro ahora
help-talk = Hablar con alguien o escribirle
help-more = Más gente que puede ayudar
help-elsewhere = En otro país
help-uk = Reino Unido
help-call = Llamar al { $number }
help-text = Enviar { $word } por SMS al { $number }
help-text-plain = Enviar un SMS al { $number }
help-web = Abrir { $site }
help-for = Para { $who }
help-hours = Contestan { $hours }
help-checked = Lo comprobamos en { $month } de { $year }.
help-back = Volver al inicio
help-tell = Contarle algo a la escuela

## Steps

step-back = Atrás
step-question = Pregunta { NUMBER($at) } de { NUMBER($of) }
step-check = Revisar
step-next = Siguiente
step-done = Volver a revisar
problem-title = Hay un problema
choose-one = Elige una respuesta. Si dudas, elige «No lo sé bien».

## 1 danger

danger-title = ¿Hay alguien en peligro ahora mismo?
danger-lead = Quiere decir que alguien puede sufrir mucho daño hoy.
danger-yes = Sí
danger-not-sure = No lo sé bien
danger-no = No, nadie
danger-why = La computadora que guarda tus palabras ve esta respuesta. Así podemos actuar rápido.

calls-title = Primero, llama a alguien que puede ayudar ahora
calls-lead = Quizá no veamos tus palabras hasta dentro de unas horas. Estas personas contestan ahora.
calls-then = También nos lo puedes contar
calls-then-text = Contarlo también a la escuela es buena idea. Puedes hacer las dos cosas.
calls-on = Continuar

## 2 about

about-title = ¿De quién se trata?
about-lead = No tienes que decir tu nombre.
about-me = De mí
about-someone-else = De otra persona
about-lots = De mucha gente
about-not-sure = No lo sé bien

## 3 what

what-title = ¿De qué se trata?
what-lead = Elige hasta tres cosas. Elige lo que más se parezca.
what-more = Ver más cosas
what-none = No has elegido nada. Puedes elegir hasta tres cosas.
what-picked = { $count ->
    [3] Has elegido 3. No puedes elegir más.
    [one] Has elegido 1. Puedes elegir 2 más.
   *[other] Has elegido { $count }. Puedes elegir 1 más.
}
what-full = Ya tienes tres. Quita una para elegir esta.
what-problem = Elige una cosa. Si dudas, elige «No lo sé bien».

sooner-title = ¿Quieres que alguien mire antes?
sooner-lead = Algunas cosas que elegiste pueden ser urgentes. Podemos pedir que alguien mire lo antes posible.
sooner-yes = Sí, miren antes
sooner-no = No, puede esperar
sooner-why = Si eliges sí, la computadora ve «quizá en peligro». Sigue sin poder leer tus palabras.

## 4 readers

readers-title = ¿Quién va a leer esto?
readers-lead = Estas personas cuidan de quienes estudian aquí. Puedes quitar a quien quieras. No preguntamos por qué.
readers-out = Quitar
readers-add = Dejar que lo lea
readers-in = Puede leer esto
readers-not = No puede abrir esto. No recibe ningún mensaje.
readers-count = { $count ->
    [one] { $count } persona puede leer esto.
   *[other] { $count } personas pueden leer esto.
}
readers-last = Alguien tiene que poder leerlo. Elige primero a otra persona.
readers-about-title = ¿Se trata de una de estas personas?
readers-about-text = Entonces quita a esa persona. Otra puede leerlo en su lugar.
readers-about-yes = Sí
readers-about-who = ¿De quién se trata?
readers-about-done = { $name } no puede leer esto. Quién puede leerlo: { $others }.
readers-other = Elegir a otra persona
readers-others-title = Quién más podría leerlo
readers-others-none = No hay nadie más en la lista. Puedes llamar a Childline al 0800 1111.
readers-locked = Tus palabras se cierran con llave en este aparato. Solo estas personas pueden abrirlas.
readers-poster = Es la misma lista que está en el cartel de tu escuela.
readers-no-poster = Para comprobar esta lista, mira el cartel de la escuela. Estas palabras deben ser iguales:
readers-changed = La lista de personas ha cambiado. Mírala otra vez. Tus palabras siguen aquí.
readers-none = No podemos mostrar quién leería esto. Por eso ahora no se puede enviar nada.
role-lead = Protege a quienes estudian aquí
role-deputy = Ayuda a proteger a quienes estudian aquí
role-reader = Cuida de quienes estudian aquí
role-head = Dirige la escuela
role-chair = No es de la escuela. Vigila a quien dirige la escuela
role-admin = Se ocupa de la computadora

## 5 words

words-title = ¿Qué nos quieres contar?
words-lead = Dilo a tu manera. Las faltas no importan. Con una línea basta.
words-label = Tus palabras
words-ideas = Si no sabes cómo seguir, toca una pregunta. Puedes dejar las que quieras.
words-what = ¿Qué pasó?
words-what-help = Empieza por donde quieras. El orden no importa.
words-where = ¿Dónde?
words-where-help = Con un lugar basta, como «al lado de las bicis».
words-when = ¿Cuándo, más o menos?
words-when-help = «La semana pasada» o «casi todos los días» está bien.
words-still = ¿Sigue pasando?
words-still-help = Di sí, no, o que no lo sabes bien.
words-empty = Escribe al menos una palabra. Con una línea basta.
words-long = Es demasiado largo y no cabe. Letras que hay que quitar: { NUMBER($over) } o más.
words-room = { $left ->
    [one] Cabe { $left } letra más.
   *[other] Caben { $left } letras más.
}
words-device-title = ¿Es una computadora de la escuela?
words-device-1 = Puede guardar lo que escribes. No podemos evitarlo.
words-device-2 = Puedes seguir, usar otro aparato o hablar con { $name }.
words-device-2-alone = Puedes seguir, usar otro aparato o hablar con una persona adulta.
words-clues-title = Antes de escribir
words-clues-1 = No pongas tu nombre si no quieres que sepan quién eres.
words-clues-2 = Las cosas que solo sabes tú pueden mostrar que eres tú.
words-clues-3 = No es tu culpa. Estás haciendo algo bueno.
clues-found = Esto puede mostrar quién eres: { $pieces }. Puedes dejarlo o quitarlo.
coach-english-only = La mayoría de estas pistas solo podemos buscarlas en inglés.
words-local = No se envía nada mientras escribes. En este aparato no se guarda nada.

## 6 check

check-title = Revisa antes de enviar
check-lead = Puedes cambiar lo que quieras.
check-change = Cambiar
check-danger = ¿Hay peligro ahora mismo?
check-about = De quién se trata
check-what = De qué se trata
check-readers = Quién puede leerlo
check-words = Tus palabras
check-see-title = ¿Qué pueden ver los demás?
check-see-1 = Solo las personas de tu lista pueden leer tus palabras.
check-see-2 = El wifi de la escuela ve que abriste este sitio. No ve lo que escribiste.
check-see-3 = Una computadora de la escuela puede haber guardado lo que escribiste.
check-see-4 = Si alguien puede sufrir mucho daño, la escuela tiene que hacer algo.
check-wait = A veces la escuela lo ve hasta { NUMBER($minutes) } minutos después. Así es más difícil saber quién lo envió.
check-when = Alguien mirará. Como muy tarde: { $when }.
check-when-none = No sabemos cuándo mirará alguien. Si no puede esperar, llama a alguien ahora.
check-when-now = Alguien está mirando ahora.
check-send = { $count ->
    [one] Enviar a { $count } persona
   *[other] Enviar a { $count } personas
}

## Sending

sending-title = Enviando tus palabras
sending-words = Preparando tus siete palabras.
sending-sealing = Cerrando tus palabras con llave en este aparato.
sending-ready = Preparando tus palabras. Quizá mucha gente está enviando ahora.
sending-stop = Parar
sending-sending = Enviando.
sending-stay = No cierres esta página, por favor. Tarda unos segundos.

## Sent

sent-title = Ya está enviado. Hiciste algo bueno.
sent-when = { $names } puede leerlo. Como muy tarde: { $when }.
sent-when-none = { $names } puede leerlo. No sabemos cuándo mirará.
sent-when-now = { $names } puede leerlo. Alguien está mirando ahora.
sent-names-two = { $first } o { $second }
sent-names-more = { $first } o alguna de las otras { NUMBER($count) } personas
card-title = Tus siete palabras
card-copy = Cópialas en un papel
card-help = Con estas palabras puedes volver. Parecen una lista de dictado. Guárdalas donde solo mires tú.
card-once-title = Solo las mostramos una vez.
card-once-text = Si las pierdes, nadie puede recuperarlas. Siempre puedes contárnoslo otra vez.
card-check-title = Una comprobación rápida
card-check-label = Escribe la palabra { NUMBER($place) } de tu papel
card-check-wrong = Esa no es la palabra { NUMBER($place) }. Mira tu papel y prueba otra vez.
card-check-empty = Escribe la palabra { NUMBER($place) }. Así sabemos que tienes tus siete palabras.
card-check-done = Tengo mis siete palabras
card-skip = No puedo apuntarlas
card-skip-sure = Entonces no podrás volver aquí. No pasa nada. Tus palabras ya se enviaron.
card-skip-on = Seguir sin mis siete palabras
next-title = Qué pasa después
next-look-title = Vuelve aquí: { $when }
next-look-title-none = Vuelve en uno o dos días
next-look-text = Con tus siete palabras verás si alguien lo ha leído.
next-ask-title = Quizá te preguntemos algo
next-ask-text = Solo contestas si quieres.
next-before-title = ¿Necesitas a alguien antes?
next-before-text = Estas personas contestan de día y de noche.
done-title = Ya tienes tus siete palabras
done-lead = Ya puedes cerrar esta página. Pulsa «Salir» cuando te vayas.
done-lead-skip = Tus palabras ya se enviaron. Pulsa «Salir» cuando te vayas.
done-start = Volver al inicio

## Coming back

return-title = Escribe tus siete palabras
return-lead = En el orden correcto. Da igual si son letras grandes o pequeñas.
return-label = Tus siete palabras
return-help = Deja un espacio entre las palabras. Puedes pegarlas.
return-go = Abrir
return-empty = Escribe primero tus siete palabras.
return-count = { $found ->
    [one] Aquí hay { $found } palabra. Hacen falta las siete.
   *[other] Aquí hay { $found } palabras. Hacen falta siete.
}
return-unknown = La palabra { NUMBER($place) }, «{ $word }», no es una de las nuestras.
return-near = ¿Querías decir «{ $word }»?
return-mistaken = Todas las palabras existen, pero juntas no encajan. ¿Hay una mal? ¿Hay dos cambiadas de lugar?
return-suggest = Palabras que encajan:
return-lost-title = ¿Perdiste tus siete palabras?
return-lost-text = Nadie puede recuperarlas. Puedes contárnoslo otra vez y decir que ya nos escribiste.
return-lost-link = Contárselo otra vez a la escuela
return-opening = Abriendo tus mensajes.

## Mailbox

mailbox-sent-title = Tus palabras han llegado
mailbox-sent-lead = Todavía no las ha leído nadie.
mailbox-read-title = Alguien lo ha leído
mailbox-read-lead = Quizá te escriban aquí. No tienes que hacer nada.
mailbox-working-title = Nos estamos ocupando de esto
mailbox-working-lead = Vuelve en unos días para ver más.
mailbox-question-title = Tenemos una pregunta para ti
mailbox-question-lead = Puedes contestar ahora, más tarde o no contestar.
mailbox-finished-title = Terminado por ahora
mailbox-finished-lead = Lee nuestro mensaje. Todavía puedes escribir más.
mailbox-withdrawn-title = Lo retiraste
mailbox-withdrawn-lead = Aquí ya no puedes escribir más. Siempre puedes contarnos algo nuevo.
trail-label = Lo que ha pasado hasta ahora
trail-sent = Enviado
trail-read = Alguien lo ha leído
trail-question = Tenemos una pregunta para ti
trail-working = Nos estamos ocupando de esto
trail-finished = Terminado por ahora
trail-withdrawn = Lo retiraste
mailbox-late = Alguien ya debería haber mirado. Estas personas también pueden ayudarte.
messages-label = Mensajes
message-new = Nuevo
message-you = Tú
message-none = Todavía no hay ningún mensaje para ti.
answer-label = Tu respuesta
answer-tap = Toca una, o escribe la tuya
answer-label-more = Escribir más
answer-send = Enviar mi respuesta
answer-send-more = Enviar
answer-empty = Escribe algo primero. Con una palabra basta.
answer-sent = Tus palabras se enviaron.
own-show = Mostrar lo que envié ({ $when })
own-why = Lo escondemos por si alguien más está mirando.
own-show-button = Mostrar
own-hide-button = Esconder
opened-title = ¿Quién lo ha abierto?
opened-none = Todavía no lo ha abierto nadie.
opened-line = { $role }. Se abrió { $when }.
opened-someone = Alguien
opened-broken = La lista de quién lo abrió no cuadra. Cuéntaselo a una persona adulta de confianza.
opened-holds = La lista se comprobó en este aparato.
also-title = También puedes
also-note = Antes de que pase nada, te decimos qué hace cada botón.
also-safer = Ahora me siento más a salvo
also-person = Pedir otra persona adulta
also-withdraw = Retirar lo que envié
also-never-mind = Dejarlo como está
safer-title = ¿Decir que ahora te sientes más a salvo?
safer-text = Se lo decimos a quienes leen esto. Quizá te pregunten cómo estás.
safer-go = Sí, díganselo
safer-said = Ahora me siento más a salvo.
safer-done = Les dijimos que te sientes más a salvo.
person-title = ¿Pedir otra persona adulta?
person-text = Les decimos a quienes leen esto que quieres a otra persona. Pueden traer a otra persona adulta.
person-text-2 = Puedes decir a quién quieres, o dónde encontrarte. Solo si quieres.
person-go = Pedir otra persona adulta
person-said = Quiero otra persona adulta.
person-done = Pedimos otra persona adulta.
withdraw-title = ¿Retirar lo que enviaste?
withdraw-text-new = Todavía no lo ha leído nadie. Si lo retiras, se borra para siempre.
withdraw-text-read = Alguien ya lo ha leído. Si lo retiras, esta página se cierra para ti.
withdraw-text-read-2 = Quienes lo leyeron verán que lo retiraste. Quizá tengan que proteger a alguien igualmente.
withdraw-text-ok = Está bien cambiar de idea. Puedes contárnoslo otra vez cuando quieras.
withdraw-go = Retirar lo que envié
withdraw-done = Lo retiraste.
mailbox-close = Cerrar estos mensajes

## When something goes wrong

fail-kept = Tus palabras siguen aquí.
fail-again = Probar otra vez
fail-calls = Si no puede esperar, estas personas contestan ahora:
fail-unreachable-title = No llegamos a la computadora de la escuela
fail-unreachable = Quizá aquí no hay internet. Míralo y prueba otra vez.
fail-unreachable-unsure = Quizá tus palabras ya llegaron. Enviarlas otra vez no hace daño.
fail-busy-title = Ahora mismo hay mucha gente
fail-busy = Espera un minuto y prueba otra vez.
fail-tomorrow-title = Hoy esta escuela ha recibido muchos avisos
fail-tomorrow = Hoy ya no recibe más. Guarda tus palabras y prueba otra vez mañana.
fail-tomorrow-danger = Si alguien puede estar en peligro, vuelve atrás y dilo. Entonces pasa ahora mismo.
fail-stopped-title = Lo paraste
fail-stopped = No se envió nada.
fail-broken-title = Algo no estaba bien
fail-broken = La respuesta que llegó no cuadraba. Por eso paramos.
fail-long-title = Es demasiado largo y no cabe
fail-long = Hazlo más corto y prueba otra vez.
ended-title = Esta escuela ya no recibe avisos aquí
ended-words = Estas páginas se van a cerrar. No hiciste nada malo.
ended-help = Pero sí puedes encontrar ayuda. Estas personas contestan ahora:
ended-read = Si tienes siete palabras, puedes leer tus mensajes hasta el { $day }.
ended-soon = Los mensajes de aquí se están borrando. Pueden desaparecer cualquier día.
ended-mailbox = Estas páginas se van a cerrar. Aquí ya no puedes escribir más.
gone-title = Este aviso se ha borrado
gone-words = Se acabó su tiempo y lo borramos. Ya no puede leerlo nadie.
gone-next = Siempre puedes contarnos algo nuevo.
gone-taken-back = Lo retiraste antes de que alguien lo leyera. No queda nada.
held-words = Una persona adulta pidió guardar tu aviso más tiempo. No hiciste nada malo.
fail-mailbox-title = No hay nada detrás de estas palabras
fail-mailbox = Revisa las palabras y su orden. O quizá ya pasó el tiempo de guardarlo.
fail-closed-title = Esto ya está cerrado
fail-readers-title = La lista de personas ha cambiado
fail-list-title = Paramos para protegerte
fail-list = La lista de personas que pueden leer no está bien. Por eso no se envió nada.
fail-list-fingerprint = No es la lista del cartel de tu escuela.
fail-list-signatures = Tu escuela no la ha firmado.
fail-list-expired = Es demasiado vieja.
fail-list-rolled-back = Es más vieja de lo que debería.
fail-list-forked = Hay dos listas que no coinciden.
fail-list-malformed = No se puede leer.
fail-list-next = Enseña esta página a una persona adulta de confianza. No escribas aquí tus palabras.
fail-worker-title = Esta página dejó de funcionar
fail-worker = Abre la página otra vez para seguir. Antes copia tus palabras, si quieres guardarlas.

## Categories

category-not-sure = No lo sé bien
category-fight-hurt = Peleas, golpes o amenazas
category-bullying = Acoso (bullying)
category-online-bully = Cosas crueles en internet
category-feeling-low = Tristeza o preocupación
category-home-fear = Peleas o miedo en casa
category-not-cared-for = Falta de comida, de sueño o de cuidado
category-self-hurt = Alguien que se hace daño a propósito
category-adult-school = Algo que hizo una persona adulta de la escuela
category-friends = Peleas con amigos, o que te dejen de lado
category-unsafe-place = Un lugar de la escuela que da miedo
category-loss = Alguien murió o se fue
category-other = Otra cosa, una idea o dar las gracias
category-want-to-die = Pensar en morir
category-weapon = Un arma, o un plan para hacer daño
category-blackmail = Alguien amenaza con enseñar cosas a otros
category-hurt-body = Alguien me hace daño, o se lo hace a otra persona
category-hurt-feelings = Alguien me humilla siempre, o humilla a otra persona
category-sexual-touch = Tocar las partes íntimas, o cosas sexuales que no están bien
category-sexual-comments = Bromas, palabras o miradas sexuales
category-nudes = Fotos de alguien sin ropa (nudes), reales o falsas
category-relationship = Una pareja (novio o novia) que hace daño o controla
category-groomed = Alguien mayor, o de internet, que se porta raro
category-made-to-do = Obligar a llevar, vender o esconder cosas
category-trafficked = Obligar a trabajar, o llevar de un lugar a otro
category-family-honour = Cortar las partes íntimas a una niña, boda forzada o daño por honor
category-belief-harm = Daño por espíritus o por religión
category-run-away = Irse de casa, o no tener dónde dormir
category-caring = Cuidar de alguien en casa
category-initiation = Retos para entrar en un grupo
category-extreme = Ideas de odio, o un grupo que quiere atraerte
category-hate = Racismo u odio
category-who-i-am = Preguntas sobre quién soy
category-drugs = Drogas, alcohol o vapeo
category-eating = Preocupación por la comida y el cuerpo
category-hacking = Hackeos o estafas
category-missing-school = Faltar a clase o a la escuela
category-bad-online = Ver algo horrible en internet

## Languages

language-name = Español
language-title = Idioma
language-coming = Buscando las palabras.
language-failed = No pudimos traer las palabras en ese idioma. Prueba otra vez.
language-note = Estas palabras son una traducción. Nadie que creció con este idioma las ha revisado todavía.
language-write = Puedes escribir en cualquier idioma. Tus palabras se cierran con llave tal como las escribes.
language-words = Tus siete palabras están en inglés. Cópialas letra por letra.

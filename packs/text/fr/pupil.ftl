## The page

page-title = Pages des élèves
page-title-error = Erreur : { page-title }
page-skip = Aller à la page
page-demo = Ceci est un essai. L’école est inventée. Personne ne va t’aider ici.
page-print = Les imprimantes de l’école peuvent garder des copies. Recopie à la main ce qu’il te faut. En danger ? Appelle le { $emergency }.
page-loading = La page se prépare.

## Emergency strip

strip-label = De l’aide tout de suite
strip-danger = En danger maintenant ?
strip-call = Appeler
strip-talk = Parler maintenant, gratuit
strip-free = gratuit
strip-watch-start = Cette page
strip-watch-not = n’est pas
strip-watch-end = surveillée tout le temps.
strip-next = Prochain passage :
strip-nobody = Nous ne savons pas quand quelqu’un va regarder.
strip-leave = Quitter

## Moments

moment-today = aujourd’hui à { $time }
moment-tomorrow = demain à { $time }
moment-day = { $weekday } à { $time }
moment-date = { $weekday } { $day } { $month }, à { $time }
moment-now = quelqu’un regarde en ce moment
moment-by-today = au plus tard aujourd’hui à { $time }
moment-by-tomorrow = au plus tard demain à { $time }
moment-by-day = au plus tard { $weekday } à { $time }
moment-by-date = au plus tard { $weekday } { $day } { $month }, à { $time }
moment-am = { $clock } du matin
moment-pm = { $clock } de l’après-midi
moment-morning = { $day } matin
moment-later = { $day } après-midi
moment-half-date = { $weekday } { $day } { $month }
moment-word-today = aujourd’hui
moment-this-morning = ce matin
weekday-0 = lundi
weekday-1 = mardi
weekday-2 = mercredi
weekday-3 = jeudi
weekday-4 = vendredi
weekday-5 = samedi
weekday-6 = dimanche
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

## Landing

landing-school = Pages de l’école
landing-title = Tu peux nous le dire ici
landing-lead = Tu n’as pas besoin de dire qui tu es. Si tu hésites, ce n’est pas grave.
landing-doors = Commencer
door-help = Trouver de l’aide maintenant
door-help-text = Des gens que tu peux appeler ou joindre par SMS. Tu n’as pas besoin de le dire à l’école.
door-tell = Dire quelque chose à l’école
door-tell-text = Sur toi, ou sur quelqu’un pour qui tu t’inquiètes.
way-title = Revenir avec tes sept mots
way-text = Regarde ce qui s’est passé. Écris la suite.
good-to-know = Bon à savoir
who-title = Qui peut lire ce que tu écris ?
who-1 = Seulement quelques adultes de l’école. Tu vois leurs noms avant d’écrire.
who-2 = Tu peux laisser de côté qui tu veux.
who-3 = L’ordinateur qui garde tes mots ne peut pas les lire.
others-title = Que peuvent voir les autres ?
others-1 = Le wi-fi de l’école voit que tu as ouvert ce site. Il ne voit pas ce que tu as écrit.
others-2 = Les ordinateurs de l’école peuvent garder ce que tu tapes. Nous ne pouvons pas l’empêcher.
others-3 = Tu peux utiliser un autre appareil, ou parler à une personne adulte de confiance.
others-4 = Une histoire que seules deux personnes connaissent peut faire penser à ces deux personnes.
others-5 = « Quitter » efface cette page. La liste des pages que tu as ouvertes reste.
secret-title = Allez-vous garder le secret ?
secret-1 = Si quelqu’un risque d’être gravement blessé, les adultes de l’école doivent agir.
secret-2 = Ils peuvent parler à des gens qui protègent les enfants. Ils essaieront de te le dire ici avant.
limits-title = Qu’est-ce que vous ne pouvez pas faire ?
limits-1 = Nous ne demandons pas qui tu es, donc nous ne pouvons pas te trouver. Pour une aide rapide, appelle le { $emergency }.
limits-2 = Si tu perds tes sept mots, personne ne peut les retrouver. Tu peux nous écrire de nouveau.
limits-3 = Si tu dis que quelqu’un est en danger, l’ordinateur voit juste cette réponse. Elle sert à prévenir plus vite une personne adulte.
limits-4 = Il voit aussi combien de personnes peuvent te lire.
after-title = Que se passe-t-il après ?
after-1 = Tu reçois sept mots. Ils te permettent de revenir ici.
after-2 = Tu peux lire notre réponse et écrire encore.
staff-link = Pour le personnel
kept-link = Ce que nous gardons

## When the school has not gone live

not-open-title = Pas encore ouvert
not-open-short = Tu ne peux pas écrire à l’école ici aujourd’hui. Tu peux quand même trouver de l’aide.
not-open = Dans ton école, personne ne lit encore cette page. Donc il n’y a pas d’endroit où écrire.
not-open-next = Parle à une personne adulte de confiance. Ou appelle quelqu’un qui répond maintenant.

## When the page cannot run

broken-title = Cette partie ne peut pas s’ouvrir ici
broken-1 = Il faut peut-être attendre un peu. Si ce texte reste là, cet appareil ne peut rien envoyer.
broken-2 = Rien n’a été envoyé. Tu peux quand même trouver de l’aide.
broken-3 = Parle à une personne adulte de confiance. Ou essaie un téléphone ou un ordinateur plus récent.
broken-call = Ou appelle quelqu’un maintenant :

## Help hub

help-title = Trouver de l’aide maintenant
help-lead = Ces gens écoutent les enfants et les jeunes. Ils ne font pas partie de ton école.
help-lead-2 = Tu n’as pas besoin de dire ton nom.
help-danger = En danger maintenant
help-talk = Parler ou écrire à quelqu’un
help-more = D’autres gens qui peuvent aider
help-elsewhere = Dans un autre pays
help-uk = Royaume-Uni
help-call = Appeler le { $number }
help-text = Envoyer { $word } par SMS au { $number }
help-text-plain = Envoyer un SMS au { $number }
help-web = Ouvrir { $site }
help-for = Pour { $who }
help-hours = On te répond { $hours }
help-checked = Nous avons vérifié cela en { $month } { $year }.
help-back = Retour au début
help-tell = Dire quelque chose à l’école

## Steps

step-back = Retour
step-question = Question { NUMBER($at) } sur { NUMBER($of) }
step-check = Relire
step-next = Suivant
step-done = Revenir à la page pour relire
problem-title = Il y a un problème
choose-one = Choisis une réponse. Si tu hésites, choisis « Je ne sais pas trop ».

## 1 danger

danger-title = Est-ce que quelqu’un est en danger maintenant ?
danger-lead = Cela veut dire que quelqu’un risque d’être gravement blessé aujourd’hui.
danger-yes = Oui
danger-not-sure = Je ne sais pas trop
danger-no = Non
danger-why = L’ordinateur qui garde tes mots voit cette réponse. Elle nous aide à agir vite.

calls-title = D’abord, appelle quelqu’un qui peut aider maintenant
calls-lead = Il peut se passer des heures avant qu’on voie tes mots. Ces gens répondent maintenant.
calls-then = Tu peux aussi nous le dire
calls-then-text = Le dire aussi à l’école est une bonne idée. Tu peux faire les deux.
calls-on = Continuer

## 2 about

about-title = De qui s’agit-il ?
about-lead = Tu n’as pas besoin de dire ton nom.
about-me = Moi
about-someone-else = Quelqu’un d’autre
about-lots = Beaucoup de gens
about-not-sure = Je ne sais pas trop

## 3 what

what-title = De quoi s’agit-il ?
what-lead = Choisis jusqu’à trois choses. Choisis ce qui te semble le plus proche.
what-more = Montrer plus de choses
what-none = Rien de choisi. Tu peux choisir jusqu’à trois choses.
what-picked = { $count ->
    [3] Tu en as choisi 3. Tu ne peux pas en choisir plus.
    [one] Tu en as choisi 1. Tu peux en choisir encore 2.
   *[other] Tu en as choisi { $count }. Tu peux en choisir encore 1.
}
what-full = Tu en as trois. Enlève une chose pour choisir celle-ci.
what-problem = Choisis une chose. Si tu hésites, choisis « Je ne sais pas trop ».

sooner-title = Faut-il que quelqu’un regarde plus tôt ?
sooner-lead = Certaines choses choisies peuvent être urgentes. Nous pouvons demander à une personne adulte de regarder dès que possible.
sooner-yes = Oui, regarder plus tôt
sooner-no = Non, ça peut attendre
sooner-why = Si tu choisis oui, l’ordinateur voit « peut-être en danger ». Il ne peut toujours pas lire tes mots.

## 4 readers

readers-title = Qui va lire ceci ?
readers-lead = Ces personnes s’occupent des élèves. Tu peux laisser de côté qui tu veux. Nous ne demandons pas pourquoi.
readers-out = Laisser de côté
readers-add = Laisser lire
readers-in = Peut lire ceci
readers-not = Ne peut pas ouvrir ceci. Ne reçoit aucun message.
readers-count = { $count ->
    [one] { $count } personne peut lire ceci.
   *[other] { $count } personnes peuvent lire ceci.
}
readers-last = Il faut que quelqu’un puisse lire. Choisis d’abord une autre personne.
readers-about-title = S’agit-il d’une de ces personnes ?
readers-about-text = Alors laisse cette personne de côté. Quelqu’un d’autre peut lire à sa place.
readers-about-yes = Oui
readers-about-who = De quelle personne s’agit-il ?
readers-about-done = { $name } ne peut pas lire ceci. Qui peut lire : { $others }.
readers-other = Choisir quelqu’un d’autre
readers-others-title = D’autres personnes qui pourraient lire
readers-others-none = Il n’y a personne d’autre sur la liste. Tu peux appeler Childline au 0800 1111.
readers-locked = Tes mots sont fermés à clé sur cet appareil. Seules ces personnes peuvent les ouvrir.
readers-poster = Cette liste est celle de l’affiche de ton école.
readers-no-poster = Pour vérifier cette liste, regarde l’affiche à l’école. Ces mots doivent être les mêmes :
readers-changed = La liste des personnes a changé. Regarde-la encore une fois. Tes mots sont toujours là.
readers-none = Nous ne pouvons pas montrer qui lirait ceci. Donc rien ne peut être envoyé maintenant.
role-lead = Protège les élèves
role-deputy = Aide à protéger les élèves
role-reader = S’occupe des élèves
role-head = Direction de l’école
role-chair = Hors de l’école. Vérifie le travail de la direction
role-admin = S’occupe de l’ordinateur

## 5 words

words-title = Que veux-tu nous dire ?
words-lead = Dis-le à ta façon. Les fautes ne comptent pas. Une ligne suffit.
words-label = Tes mots
words-ideas = Si tu bloques, touche une question. Tu peux toutes les laisser.
words-what = Que s’est-il passé ?
words-what-help = Commence où tu veux. L’ordre ne compte pas.
words-where = Où ?
words-where-help = Un lieu suffit, comme « près des vélos ».
words-when = Quand, à peu près ?
words-when-help = « La semaine dernière » ou « presque tous les jours », ça suffit.
words-still = Est-ce que ça continue ?
words-still-help = Dis oui, non, ou que tu ne sais pas trop.
words-empty = Écris au moins un mot. Une ligne suffit.
words-long = C’est trop long, ça ne rentre pas. Lettres à enlever : { NUMBER($over) } ou plus.
words-room = { $left ->
    [one] Encore { $left } lettre de place.
   *[other] Encore { $left } lettres de place.
}
words-device-title = Sur un ordinateur de l’école ?
words-device-1 = Il peut garder ce que tu tapes. Nous ne pouvons pas l’empêcher.
words-device-2 = Tu peux continuer, utiliser un autre appareil, ou parler à { $name }.
words-device-2-alone = Tu peux continuer, utiliser un autre appareil, ou parler à une personne adulte.
words-clues-title = Avant d’écrire
words-clues-1 = N’écris pas ton nom si tu ne veux pas qu’on sache qui tu es.
words-clues-2 = Des choses que personne d’autre ne sait peuvent montrer que c’est toi.
words-clues-3 = Ce n’est pas ta faute. Ce que tu fais est bien.
clues-found = Ceci peut montrer qui tu es : { $pieces }. Tu peux le garder ou l’enlever.
coach-english-only = Nous pouvons chercher la plupart des indices en anglais seulement.
words-local = Rien n’est envoyé pendant que tu tapes. Rien n’est gardé sur cet appareil.

## 6 check

check-title = Relis avant d’envoyer
check-lead = Tu peux tout changer.
check-change = Changer
check-danger = En danger en ce moment ?
check-about = De qui il s’agit
check-what = De quoi il s’agit
check-readers = Qui peut lire
check-words = Tes mots
check-see-title = Que peuvent voir les autres ?
check-see-1 = Seules les personnes de ta liste peuvent lire tes mots.
check-see-2 = Le wi-fi de l’école voit que tu as ouvert ce site. Il ne voit pas ce que tu as écrit.
check-see-3 = Un ordinateur de l’école a peut-être gardé ce que tu as tapé.
check-see-4 = Si quelqu’un risque d’être gravement blessé, les adultes de l’école doivent agir.
check-wait = L’école le voit parfois jusqu’à { NUMBER($minutes) } minutes après ton envoi. Cela aide à cacher qui l’a envoyé.
check-when = Quelqu’un va regarder { $when }.
check-when-none = Nous ne savons pas quand quelqu’un va regarder. Si ça ne peut pas attendre, appelle quelqu’un maintenant.
check-when-now = Quelqu’un regarde en ce moment.
check-send = { $count ->
    [one] Envoyer à { $count } personne
   *[other] Envoyer à { $count } personnes
}

## Sending

sending-title = Tes mots partent
sending-words = Nous préparons tes sept mots.
sending-sealing = Tes mots sont fermés à clé sur cet appareil.
sending-ready = Tes mots se préparent. Beaucoup de gens envoient peut-être en même temps.
sending-stop = Arrêter
sending-sending = Envoi en cours.
sending-stay = Garde cette page ouverte, s’il te plaît. Cela prend quelques secondes.

## Sent

sent-title = C’est envoyé. Ce que tu as fait est bien.
sent-when = Tes mots pourront être lus par { $names }, { $when }.
sent-when-none = Tes mots peuvent être lus par { $names }. Nous ne savons pas quand.
sent-when-now = Tes mots peuvent être lus par { $names }. Quelqu’un regarde en ce moment.
sent-names-two = { $first } ou { $second }
sent-names-more = { $first } ou { NUMBER($count) } autres personnes
card-title = Tes sept mots
card-copy = Recopie-les sur du papier
card-help = Ces mots te permettent de revenir. On dirait une liste de dictée. Garde-les là où personne d’autre ne regarde.
card-once-title = Nous ne les montrons qu’une fois.
card-once-text = Si tu les perds, personne ne peut les retrouver. Tu peux toujours nous écrire de nouveau.
card-check-title = Petite vérification
card-check-label = Tape le mot { NUMBER($place) } de ton papier
card-check-wrong = Ce n’est pas le mot { NUMBER($place) }. Regarde ton papier et essaie encore.
card-check-empty = Tape le mot { NUMBER($place) }. Comme ça, nous savons que tu as tes sept mots.
card-check-done = J’ai mes sept mots
card-skip = Je ne peux pas les noter
card-skip-sure = Alors tu ne pourras pas revenir ici. Ce n’est pas grave. Tes mots sont bien partis.
card-skip-on = Continuer sans mes sept mots
next-title = Ce qui se passe ensuite
next-look-title = Reviens ici : { $when }
next-look-title-none = Reviens dans un jour ou deux
next-look-text = Avec tes sept mots, tu verras si quelqu’un a lu.
next-ask-title = Nous allons peut-être te poser une question
next-ask-text = Tu réponds seulement si tu veux.
next-before-title = Besoin de quelqu’un avant ?
next-before-text = Ces gens répondent jour et nuit.
done-title = Tu as tes sept mots
done-lead = Tu peux fermer cette page maintenant. Appuie sur « Quitter » en partant.
done-lead-skip = Tes mots sont bien partis. Appuie sur « Quitter » en partant.
done-start = Retour au début

## Coming back

return-title = Tape tes sept mots
return-lead = Dans le bon ordre. Petites ou grandes lettres, peu importe.
return-label = Tes sept mots
return-help = Mets un espace entre les mots. Tu peux les coller.
return-go = Ouvrir
return-empty = Tape d’abord tes sept mots.
return-count = { $found ->
    [one] Il y a { $found } mot ici. Il nous en faut sept.
   *[other] Il y a { $found } mots ici. Il nous en faut sept.
}
return-unknown = Le mot { NUMBER($place) }, « { $word } », n’est pas un de nos mots.
return-near = Voulais-tu dire « { $word } » ?
return-mistaken = Tous ces mots existent, mais ils ne vont pas ensemble. Y en a-t-il un de faux ? Deux mots échangés ?
return-suggest = Mots qui conviennent :
return-lost-title = Tu as perdu tes sept mots ?
return-lost-text = Personne ne peut les retrouver. Tu peux nous écrire de nouveau, et dire que tu as déjà écrit.
return-lost-link = Écrire de nouveau à l’école
return-opening = Tes messages s’ouvrent.

## Mailbox

mailbox-sent-title = Tes mots sont arrivés
mailbox-sent-lead = Personne ne les a encore lus.
mailbox-read-title = Quelqu’un l’a lu
mailbox-read-lead = On va peut-être t’écrire ici. Tu n’as rien à faire.
mailbox-working-title = Nous nous en occupons
mailbox-working-lead = Reviens dans quelques jours pour voir la suite.
mailbox-question-title = Nous avons une question pour toi
mailbox-question-lead = Tu peux répondre maintenant, plus tard, ou pas du tout.
mailbox-finished-title = Fini pour le moment
mailbox-finished-lead = Lis notre message. Tu peux encore écrire.
mailbox-withdrawn-title = Tu l’as repris
mailbox-withdrawn-lead = Tu ne peux plus écrire ici. Tu peux toujours nous dire autre chose.
trail-label = Ce qui s’est passé jusqu’ici
trail-sent = Envoyé
trail-read = Quelqu’un l’a lu
trail-question = Nous avons une question pour toi
trail-working = Nous nous en occupons
trail-finished = Fini pour le moment
trail-withdrawn = Tu l’as repris
mailbox-late = Quelqu’un aurait déjà dû regarder. Tu peux quand même trouver de l’aide auprès de ces gens.
messages-label = Tes messages
message-new = Nouveau
message-you = Toi
message-none = Il n’y a pas encore de message pour toi.
answer-label = Ta réponse
answer-tap = Touche une réponse, ou écris la tienne
answer-label-more = Écrire encore
answer-send = Envoyer ma réponse
answer-send-more = Envoyer
answer-empty = Écris d’abord quelque chose. Un mot suffit.
answer-sent = Tes mots ont été envoyés.
own-show = Montrer ce que j’ai envoyé ({ $when })
own-why = Nous le cachons, au cas où quelqu’un d’autre regarde.
own-show-button = Montrer
own-hide-button = Cacher
opened-title = Qui l’a ouvert ?
opened-none = Personne ne l’a encore ouvert.
opened-line = { $role }. Ouvert { $when }.
opened-someone = Quelqu’un
opened-broken = La liste des personnes qui l’ont ouvert n’est pas juste. Dis-le à une personne adulte de confiance.
opened-holds = La liste a été vérifiée sur cet appareil.
also-title = Tu peux aussi
also-note = Nous te disons ce que fait chaque bouton avant que rien ne se passe.
also-safer = Je me sens plus en sécurité maintenant
also-person = Demander une autre personne adulte
also-withdraw = Reprendre ce que j’ai envoyé
also-never-mind = Laisser comme c’est
safer-title = Dire que tu te sens plus en sécurité maintenant ?
safer-text = Nous le disons aux personnes qui te lisent. Elles peuvent quand même demander si ça va.
safer-go = Oui, dites-le-leur
safer-said = Je me sens plus en sécurité maintenant.
safer-done = Nous leur avons dit que tu te sens plus en sécurité.
person-title = Demander une autre personne adulte ?
person-text = Nous disons aux personnes qui te lisent que tu veux quelqu’un d’autre. Elles peuvent faire venir une autre personne adulte.
person-text-2 = Tu peux dire qui tu voudrais, ou bien où te trouver. Seulement si tu veux.
person-go = Demander une autre personne adulte
person-said = Je voudrais une autre personne adulte.
person-done = Nous avons demandé une autre personne adulte.
withdraw-title = Reprendre ce que tu as envoyé ?
withdraw-text-new = Personne ne l’a encore lu. Si tu le reprends, il disparaît pour toujours.
withdraw-text-read = Quelqu’un l’a déjà lu. Si tu le reprends, cette page se ferme pour toi.
withdraw-text-read-2 = Les personnes qui l’ont lu verront que tu l’as repris. Elles devront peut-être quand même protéger quelqu’un.
withdraw-text-ok = Tu as le droit de changer d’avis. Tu peux nous écrire de nouveau quand tu veux.
withdraw-go = Reprendre ce que j’ai envoyé
withdraw-done = Tu l’as repris.
mailbox-close = Fermer ces messages

## When something goes wrong

fail-kept = Tes mots sont toujours là.
fail-again = Essayer encore
fail-calls = Si ça ne peut pas attendre, ces gens répondent maintenant :
fail-unreachable-title = Nous n’arrivons pas à joindre l’ordinateur de l’école
fail-unreachable = Internet est peut-être coupé ici. Vérifie, puis essaie encore.
fail-unreachable-unsure = Tes mots sont peut-être arrivés. Les renvoyer ne fait pas de mal.
fail-busy-title = Il y a beaucoup de monde en ce moment
fail-busy = Attends une minute, puis essaie encore.
fail-tomorrow-title = Cette école a reçu beaucoup de messages aujourd’hui
fail-tomorrow = Elle n’en prend plus aujourd’hui. Garde tes mots et essaie encore demain.
fail-tomorrow-danger = Si quelqu’un est peut-être en danger, reviens en arrière et dis-le. Alors ça part tout de suite.
fail-stopped-title = Tu as tout arrêté
fail-stopped = Rien n’a été envoyé.
fail-broken-title = Quelque chose n’allait pas
fail-broken = La réponse reçue n’était pas juste. Alors nous avons arrêté.
fail-long-title = C’est trop long, ça ne rentre pas
fail-long = Raccourcis un peu, puis essaie encore.
ended-title = Cette école ne prend plus de messages ici
ended-words = Ces pages vont fermer. Tu n’as rien fait de mal.
ended-help = Tu peux quand même trouver de l’aide. Ces gens répondent maintenant :
ended-read = Si tu as sept mots, tu peux lire tes messages jusqu’au { $day }.
ended-soon = Les messages sont en train d’être effacés ici. Ils peuvent disparaître d’un jour à l’autre.
ended-mailbox = Ces pages vont fermer. Tu ne peux plus écrire ici.
gone-title = Ce message a été effacé
gone-words = Son temps était fini, alors nous l’avons effacé. Plus personne ne peut le lire.
gone-next = Tu peux toujours nous dire autre chose.
gone-taken-back = Tu l’as repris avant que quelqu’un le lise. Il n’en reste rien.
held-words = Une personne adulte a demandé de garder ton message plus longtemps. Tu n’as rien fait de mal.
fail-mailbox-title = Il n’y a rien derrière ces mots
fail-mailbox = Vérifie les mots et leur ordre. Ou alors, le temps pour le garder est fini.
fail-closed-title = C’est fermé maintenant
fail-readers-title = La liste des personnes a changé
fail-list-title = Nous avons arrêté, pour te protéger
fail-list = La liste des personnes qui peuvent lire n’est pas bonne. Donc rien n’a été envoyé.
fail-list-fingerprint = Ce n’est pas la liste de l’affiche de ton école.
fail-list-signatures = Ton école ne l’a pas signée.
fail-list-expired = Elle est trop vieille.
fail-list-rolled-back = Elle est plus vieille qu’elle ne devrait.
fail-list-forked = Deux listes ne sont pas d’accord.
fail-list-malformed = On ne peut pas la lire.
fail-list-next = Montre cette page à une personne adulte de confiance. N’écris pas tes mots ici.
fail-worker-title = Cette page ne marche plus
fail-worker = Ouvre la page encore une fois pour continuer. Copie d’abord tes mots si tu veux les garder.

## Categories

category-not-sure = Je ne sais pas trop
category-fight-hurt = Bagarre, coups ou menaces
category-bullying = Harcèlement
category-online-bully = Des méchancetés sur internet
category-feeling-low = Tristesse ou inquiétude
category-home-fear = Des disputes ou de la peur à la maison
category-not-cared-for = Pas assez à manger, de sommeil ou de soins
category-self-hurt = Quelqu’un qui se fait du mal exprès
category-adult-school = Quelque chose qu’une personne adulte de l’école a fait
category-friends = Des disputes, ou se retrouver à l’écart
category-unsafe-place = Un endroit de l’école qui fait peur
category-loss = Quelqu’un est mort ou est parti
category-other = Autre chose, une idée ou un merci
category-want-to-die = Penser à mourir
category-weapon = Une arme, ou un plan pour faire du mal
category-blackmail = Quelqu’un menace de montrer des choses
category-hurt-body = Quelqu’un me fait mal, ou fait mal à une autre personne
category-hurt-feelings = Quelqu’un me rabaisse tout le temps, ou rabaisse une autre personne
category-sexual-touch = Des attouchements, ou des choses sexuelles pas OK
category-sexual-comments = Blagues, mots ou regards sexuels
category-nudes = Photos sans vêtements (nudes), vraies ou fausses
category-relationship = Un copain ou une copine qui fait mal ou qui contrôle
category-groomed = Quelqu’un de plus âgé ou sur internet, qui est bizarre
category-made-to-do = Devoir porter, vendre ou cacher des choses de force
category-trafficked = Devoir travailler ou changer d’endroit de force
category-family-honour = Excision (couper le sexe), mariage forcé, ou violence pour l’honneur
category-belief-harm = Faire du mal à cause des esprits ou de la religion
category-run-away = Fuguer, ou ne pas savoir où dormir
category-caring = S’occuper de quelqu’un à la maison
category-initiation = Des défis pour entrer dans un groupe
category-extreme = Des idées de haine, ou un groupe qui attire
category-hate = Racisme ou haine
category-who-i-am = Des questions sur qui je suis
category-drugs = Drogue, alcool ou vape
category-eating = Inquiétudes sur la nourriture et le corps
category-hacking = Piratage ou arnaques
category-missing-school = Manquer des cours ou l’école
category-bad-online = J’ai vu une chose horrible sur internet

## Languages

language-name = Français
language-title = Langue
language-coming = Les mots arrivent.
language-failed = Nous n’avons pas pu avoir les mots dans cette langue. Essaie encore.
language-note = Ces mots ont été traduits. Ils n’ont pas encore été vérifiés par quelqu’un qui a grandi avec cette langue.
language-write = Tu peux écrire dans la langue que tu veux. Tes mots sont fermés à clé tels que tu les écris.
language-words = Tes sept mots sont en anglais. Recopie-les lettre par lettre.

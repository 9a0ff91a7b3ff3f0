## The page

page-title = Páginas para estudantes
page-title-error = Erro: { page-title }
page-skip = Saltar para a página
page-demo = Isto é só para experimentar. A escola é inventada. Aqui ninguém te vai ajudar.
page-print = As impressoras da escola podem guardar cópias. Copia à mão o que precisas. Em perigo? Liga { $emergency }.
page-loading = A preparar a página.

## Emergency strip

strip-label = Ajuda agora
strip-danger = Em perigo agora?
strip-call = Ligar
strip-talk = Falar agora, grátis
strip-free = grátis
strip-watch-start = Esta página
strip-watch-not = não
strip-watch-end = é vista o tempo todo.
strip-next = Próxima vez:
strip-nobody = Não sabemos quando alguém vai ver.
strip-leave = Sair

## Moments

moment-today = hoje, { $time }
moment-tomorrow = amanhã, { $time }
moment-day = { $weekday }, { $time }
moment-date = { $weekday }, { $day } de { $month }, { $time }
moment-now = está alguém a ver agora
moment-by-today = hoje, { $time }
moment-by-tomorrow = amanhã, { $time }
moment-by-day = { $weekday }, { $time }
moment-by-date = { $weekday }, { $day } de { $month }, { $time }
moment-am = { $clock } da manhã
moment-pm = { $clock } da tarde
moment-morning = { $day } de manhã
moment-later = { $day } à tarde
moment-half-date = { $weekday }, { $day } de { $month }
moment-word-today = hoje
moment-this-morning = hoje de manhã
weekday-0 = segunda-feira
weekday-1 = terça-feira
weekday-2 = quarta-feira
weekday-3 = quinta-feira
weekday-4 = sexta-feira
weekday-5 = sábado
weekday-6 = domingo
month-1 = janeiro
month-2 = fevereiro
month-3 = março
month-4 = abril
month-5 = maio
month-6 = junho
month-7 = julho
month-8 = agosto
month-9 = setembro
month-10 = outubro
month-11 = novembro
month-12 = dezembro

## Landing

landing-school = Páginas da escola
landing-title = Podes contar-nos aqui
landing-lead = Não tens de dizer quem és. Se não tens a certeza, não faz mal.
landing-doors = Começar
door-help = Ter ajuda agora
door-help-text = Pessoas a quem podes ligar ou mandar SMS. Não tens de contar à escola.
door-tell = Contar algo à escola
door-tell-text = Sobre ti, ou sobre alguém que te preocupa.
way-title = Voltar com as tuas sete palavras
way-text = Vê o que aconteceu. Escreve mais.
good-to-know = É bom saber
who-title = Quem pode ler o que escreves?
who-1 = Só algumas pessoas adultas da escola. Vês os nomes antes de escrever.
who-2 = Podes deixar de fora quem quiseres.
who-3 = O computador que guarda as tuas palavras não as consegue ler.
others-title = O que podem ver as outras pessoas?
others-1 = O wi-fi da escola vê que abriste este site. Não vê o que escreveste.
others-2 = Os computadores da escola podem guardar o que escreves. Não conseguimos impedir isso.
others-3 = Podes usar outro aparelho, ou contar a uma pessoa adulta de confiança.
others-4 = Uma história que só duas pessoas sabem pode apontar para essas duas pessoas.
others-5 = O botão «Sair» limpa esta página. Não limpa a lista das páginas que abriste.
secret-title = Vão guardar segredo?
secret-1 = Se alguém puder ficar muito magoado, quem trabalha na escola tem de agir.
secret-2 = Podem falar com quem protege crianças. Vão tentar dizer-te primeiro, aqui.
limits-title = O que é que não conseguem fazer?
limits-1 = Não perguntamos quem és, por isso não te conseguimos encontrar. Para ajuda rápida, liga { $emergency }.
limits-2 = Se perderes as sete palavras, ninguém as pode recuperar. Podes contar-nos outra vez.
limits-3 = Se disseres que alguém está em perigo, o computador vê só essa resposta. Assim chama mais depressa uma pessoa adulta.
limits-4 = Também vê quantas pessoas podem ler.
after-title = O que acontece depois?
after-1 = Recebes sete palavras. Com elas podes voltar aqui.
after-2 = Podes ler a nossa resposta e escrever mais.
staff-link = Para quem trabalha na escola
kept-link = O que guardamos

## When the school has not gone live

not-open-title = Ainda não está aberto
not-open-short = Hoje não podes escrever à escola aqui. Mas podes ter ajuda.
not-open = Na tua escola ainda ninguém lê esta página. Por isso não há onde escrever.
not-open-next = Conta a uma pessoa adulta de confiança. Ou liga a alguém que atende agora.

## When the page cannot run

broken-title = Esta parte não consegue abrir aqui
broken-1 = Pode só precisar de um momento. Se continuas a ver isto, este aparelho não consegue enviar.
broken-2 = Nada foi enviado. Mas podes ter ajuda.
broken-3 = Conta a uma pessoa adulta de confiança. Ou tenta um telemóvel ou computador mais novo.
broken-call = Ou liga agora a alguém:

## Help hub

help-title = Ter ajuda agora
help-lead = Estas pessoas ouvem crianças e jovens. Não são da tua escola.
help-lead-2 = Não tens de dizer o teu nome.
help-danger = Em perigo agora
help-talk = Falar ou trocar SMS com alguém
help-more = Mais pessoas que podem ajudar
help-elsewhere = Noutro país
help-uk = Reino Unido
help-call = Ligar para o { $number }
help-text = Enviar { $word } por SMS para o { $number }
help-text-plain = Enviar SMS para o { $number }
help-web = Abrir { $site }
help-for = Para { $who }
help-hours = Atende { $hours }
help-checked = Confirmámos isto em { $month } de { $year }.
help-back = Voltar ao início
help-tell = Contar algo à escola

## Steps

step-back = Voltar
step-question = Pergunta { NUMBER($at) } de { NUMBER($of) }
step-check = Rever
step-next = Seguinte
step-done = Voltar à página para rever
problem-title = Há um problema
choose-one = Escolhe uma resposta. Se não sabes bem, escolhe «Não tenho a certeza».

## 1 danger

danger-title = Há alguém em perigo agora mesmo?
danger-lead = Quer dizer que alguém pode ficar muito magoado hoje.
danger-yes = Sim
danger-not-sure = Não tenho a certeza
danger-no = Não
danger-why = O computador que guarda as tuas palavras vê esta resposta. Isso ajuda-nos a agir depressa.

calls-title = Primeiro, liga a alguém que pode ajudar agora
calls-lead = Podemos demorar horas a ver as tuas palavras. Estas pessoas atendem agora.
calls-then = Também nos podes contar a nós
calls-then-text = Contar também à escola é boa ideia. Podes fazer as duas coisas.
calls-on = Continuar

## 2 about

about-title = Isto é sobre quem?
about-lead = Não tens de dizer o teu nome.
about-me = Eu
about-someone-else = Outra pessoa
about-lots = Muitas pessoas
about-not-sure = Não tenho a certeza

## 3 what

what-title = Isto é sobre o quê?
what-lead = Escolhe até três. Se não sabes bem, escolhe o que te parece.
what-more = Mostrar mais coisas
what-none = Ainda não escolheste. Podes escolher até três.
what-picked = { $count ->
    [3] Escolheste 3. Não podes escolher mais.
    [one] Escolheste 1. Podes escolher mais 2.
   *[other] Escolheste { $count }. Podes escolher mais 1.
}
what-full = Já tens três. Tira uma para escolher esta.
what-problem = Escolhe uma coisa. Se não sabes bem, escolhe «Não tenho a certeza».

sooner-title = Alguém deve ver isto mais cedo?
sooner-lead = Algumas coisas que escolheste podem ser urgentes. Podemos pedir a alguém que veja o mais cedo possível.
sooner-yes = Sim, ver mais cedo
sooner-no = Não, pode esperar
sooner-why = Se disseres que sim, o computador vê «pode estar em perigo». Continua sem poder ler as tuas palavras.

## 4 readers

readers-title = Quem vai ler isto?
readers-lead = Estas pessoas cuidam de quem anda na escola. Podes deixar alguém de fora. Não perguntamos porquê.
readers-out = Deixar de fora
readers-add = Deixar ler
readers-in = Pode ler isto
readers-not = Não pode abrir isto. Não recebe aviso.
readers-count = { $count ->
    [one] 1 pessoa pode ler isto.
   *[other] { $count } pessoas podem ler isto.
}
readers-last = Alguém tem de poder ler. Escolhe primeiro outra pessoa.
readers-about-title = É sobre uma destas pessoas?
readers-about-text = Então deixa essa pessoa de fora. Outra pode ler em vez dela.
readers-about-yes = Sim, é
readers-about-who = É sobre quem?
readers-about-done = { $name } não pode ler isto. Quem pode: { $others }.
readers-other = Escolher outra pessoa
readers-others-title = Outras pessoas que podem ler
readers-others-none = Não há mais ninguém na lista. Podes ligar à Childline: 0800 1111.
readers-locked = As tuas palavras são fechadas à chave neste aparelho. Só estas pessoas as podem abrir.
readers-poster = Esta lista é a do cartaz da tua escola.
readers-no-poster = Para confirmar a lista, vê o cartaz na escola. Estas palavras têm de ser iguais:
readers-changed = A lista de pessoas mudou. Vê outra vez, por favor. As tuas palavras ainda estão aqui.
readers-none = Não conseguimos mostrar quem ia ler isto. Por isso agora não dá para enviar.
role-lead = Protege quem anda na escola
role-deputy = Ajuda a proteger quem anda na escola
role-reader = Cuida de quem anda na escola
role-head = Direção da escola
role-chair = De fora da escola. Vê se a direção trabalha bem
role-admin = Trata do computador

## 5 words

words-title = O que nos queres contar?
words-lead = Conta à tua maneira. Os erros não importam. Uma linha chega.
words-label = As tuas palavras
words-ideas = Se não sabes como continuar, toca numa. Podes deixá-las todas.
words-what = O que aconteceu?
words-what-help = Começa por onde quiseres. Não precisa de ter ordem.
words-where = Onde?
words-where-help = Basta um sítio, como «ao pé das bicicletas».
words-when = Quando, mais ou menos?
words-when-help = «Na semana passada» ou «quase todos os dias» chega.
words-still = Ainda está a acontecer?
words-still-help = Diz sim, não, ou que não tens a certeza.
words-empty = Escreve pelo menos uma palavra. Uma linha chega.
words-long = É comprido demais e não cabe. Tira { NUMBER($over) } letras ou mais, por favor.
words-room = { $left ->
    [one] Cabe mais 1 letra.
   *[other] Cabem mais { $left } letras.
}
words-device-title = Num computador da escola?
words-device-1 = Pode guardar o que escreves. Não conseguimos impedir isso.
words-device-2 = Podes continuar, usar outro aparelho, ou falar com { $name }.
words-device-2-alone = Podes continuar, usar outro aparelho, ou falar com uma pessoa adulta.
words-clues-title = Antes de escreveres
words-clues-1 = Não escrevas o teu nome se não queres que saibam quem és.
words-clues-2 = Coisas que só tu sabes podem mostrar que foste tu.
words-clues-3 = A culpa não é tua. Estás a fazer uma coisa boa.
clues-found = Isto pode mostrar quem és: { $pieces }. Podes deixar ficar ou tirar.
coach-english-only = Só em inglês conseguimos procurar a maioria das pistas.
words-local = Nada é enviado enquanto escreves. Nada fica guardado neste aparelho.

## 6 check

check-title = Revê antes de enviar
check-lead = Podes mudar tudo.
check-change = Mudar
check-danger = Em perigo agora mesmo?
check-about = Sobre quem é
check-what = Sobre o que é
check-readers = Quem pode ler
check-words = As tuas palavras
check-see-title = O que podem ver as outras pessoas?
check-see-1 = Só as pessoas da tua lista podem ler as tuas palavras.
check-see-2 = O wi-fi da escola vê que abriste este site. Não vê o que escreveste.
check-see-3 = Um computador da escola pode ter guardado o que escreveste.
check-see-4 = Se alguém puder ficar muito magoado, quem trabalha na escola tem de agir.
check-wait = A escola pode só ver isto até { NUMBER($minutes) } minutos depois de enviares. Isso ajuda a esconder quem enviou.
check-when = Alguém vai ver até: { $when }.
check-when-none = Não sabemos quando alguém vai ver. Se não pode esperar, liga agora a alguém.
check-when-now = Está alguém a ver agora.
check-send = { $count ->
    [one] Enviar a 1 pessoa
   *[other] Enviar a { $count } pessoas
}

## Sending

sending-title = A enviar as tuas palavras
sending-words = A criar as tuas sete palavras.
sending-sealing = A fechar à chave as tuas palavras neste aparelho.
sending-ready = A preparar as tuas palavras. Pode haver muita gente a enviar agora.
sending-stop = Parar
sending-sending = A enviar.
sending-stay = Não feches esta página, por favor. Demora uns segundos.

## Sent

sent-title = Já foi enviado. Fizeste uma coisa boa.
sent-when = Isto pode ser lido por { $names } até: { $when }.
sent-when-none = Isto pode ser lido por { $names }. Não sabemos quando vão ver.
sent-when-now = Isto pode ser lido por { $names }. Está alguém a ver agora.
sent-names-two = { $first } ou { $second }
sent-names-more = { $first } ou outras { NUMBER($count) } pessoas
card-title = As tuas sete palavras
card-copy = Copia-as para um papel
card-help = Com estas palavras podes voltar. Parecem uma lista de palavras da escola. Guarda-as onde só tu vês.
card-once-title = Só as mostramos uma vez.
card-once-text = Se as perderes, ninguém as pode recuperar. Podes sempre contar-nos outra vez.
card-check-title = Verificação rápida
card-check-label = Escreve a palavra { NUMBER($place) } do teu papel
card-check-wrong = Essa não é a palavra { NUMBER($place) }. Olha para o papel e tenta outra vez.
card-check-empty = Escreve a palavra { NUMBER($place) }. Assim sabemos que tens as tuas palavras.
card-check-done = Já tenho as minhas palavras
card-skip = Não consigo escrevê-las
card-skip-sure = Então não podes voltar a isto. Não faz mal. As tuas palavras foram enviadas na mesma.
card-skip-on = Continuar sem as minhas palavras
next-title = O que acontece a seguir
next-look-title = Volta aqui: { $when }
next-look-title-none = Volta daqui a um ou dois dias
next-look-text = Usa as tuas sete palavras para saber se alguém leu.
next-ask-title = Podemos perguntar-te alguma coisa
next-ask-text = Só respondes se quiseres.
next-before-title = Precisas de alguém antes disso?
next-before-text = Estas pessoas atendem de dia e de noite.
done-title = Já tens as tuas sete palavras
done-lead = Já podes fechar esta página. Quando te fores embora, carrega em «Sair».
done-lead-skip = As tuas palavras foram enviadas. Quando te fores embora, carrega em «Sair».
done-start = Voltar ao início

## Coming back

return-title = Escreve as tuas sete palavras
return-lead = Na ordem certa. Letras grandes ou pequenas, tanto faz.
return-label = As tuas sete palavras
return-help = Põe um espaço entre as palavras. Podes colá-las.
return-go = Abrir
return-empty = Escreve primeiro as tuas sete palavras.
return-count = { $found ->
    [one] Está aqui 1 palavra. Precisamos das sete.
   *[other] Estão aqui { $found } palavras. Precisamos de sete.
}
return-unknown = A palavra { NUMBER($place) }, «{ $word }», não é uma das nossas palavras.
return-near = Querias dizer «{ $word }»?
return-mistaken = As palavras existem, mas juntas não dão certo. Há uma errada? Há duas trocadas?
return-suggest = Palavras que servem:
return-lost-title = Perdeste as tuas sete palavras?
return-lost-text = Ninguém as pode recuperar. Podes contar-nos outra vez, e dizer que já escreveste.
return-lost-link = Contar outra vez à escola
return-opening = A abrir as tuas mensagens.

## Mailbox

mailbox-sent-title = As tuas palavras chegaram
mailbox-sent-lead = Ainda ninguém as leu.
mailbox-read-title = Alguém já leu
mailbox-read-lead = Podem escrever-te aqui. Não precisas de fazer nada.
mailbox-working-title = Estamos a tratar disto
mailbox-working-lead = Volta daqui a uns dias para ver mais.
mailbox-question-title = Temos uma pergunta para ti
mailbox-question-lead = Podes responder agora, mais tarde, ou não responder.
mailbox-finished-title = Acabou por agora
mailbox-finished-lead = Lê a nossa mensagem. Ainda podes escrever mais.
mailbox-withdrawn-title = Retiraste isto
mailbox-withdrawn-lead = Já não podes escrever mais aqui. Podes sempre contar-nos algo novo.
trail-label = O que aconteceu até agora
trail-sent = Enviado
trail-read = Alguém já leu
trail-question = Temos uma pergunta para ti
trail-working = Estamos a tratar disto
trail-finished = Acabou por agora
trail-withdrawn = Retiraste isto
mailbox-late = Alguém já devia ter visto isto. Mas estas pessoas podem ajudar-te.
messages-label = Mensagens
message-new = Nova
message-you = Tu
message-none = Ainda não há nenhuma mensagem para ti.
answer-label = A tua resposta
answer-label-more = Escreve mais
answer-tap = Toca numa, ou escreve a tua
answer-send = Enviar a minha resposta
answer-send-more = Enviar
answer-empty = Escreve primeiro alguma coisa. Uma palavra chega.
answer-sent = As tuas palavras foram enviadas.
own-show = Mostrar o que enviei ({ $when })
own-why = Escondemos isto porque pode haver mais alguém a olhar.
own-show-button = Mostrar
own-hide-button = Esconder
opened-title = Quem abriu isto?
opened-none = Ainda ninguém abriu.
opened-line = { $role }, { $when }.
opened-someone = Alguém
opened-broken = A lista de quem abriu não bate certo. Conta a uma pessoa adulta de confiança, por favor.
opened-holds = A lista foi confirmada neste aparelho.
also-title = Também podes
also-note = Dizemos-te o que cada botão faz antes de acontecer alguma coisa.
also-safer = Agora sinto mais segurança
also-person = Pedir outra pessoa adulta
also-withdraw = Retirar o que enviei
also-never-mind = Deixar estar
safer-title = Dizer que agora sentes mais segurança?
safer-text = Dizemos às pessoas que leem isto. Podem perguntar-te na mesma como estás.
safer-go = Sim, digam-lhes
safer-said = Agora sinto mais segurança.
safer-done = Já lhes dissemos que sentes mais segurança.
person-title = Pedir outra pessoa adulta?
person-text = Dizemos às pessoas que leem isto que queres falar com outra. Elas podem chamar outra pessoa adulta.
person-text-2 = Podes dizer quem gostavas que fosse, ou onde te encontrar. Só se quiseres.
person-go = Pedir outra pessoa adulta
person-said = Gostava de outra pessoa adulta.
person-done = Já pedimos outra pessoa adulta.
withdraw-title = Queres retirar isto?
withdraw-text-new = Ainda ninguém leu. Se retirares isto, desaparece para sempre.
withdraw-text-read = Alguém já leu. Se retirares isto, esta página fecha-se para ti.
withdraw-text-read-2 = As pessoas que leram vão ver que retiraste isto. Podem ter de proteger alguém na mesma.
withdraw-text-ok = Podes mudar de ideias. Podes contar-nos outra vez quando quiseres.
withdraw-go = Retirar o que enviei
withdraw-done = Retiraste isto.
mailbox-close = Fechar estas mensagens

## When something goes wrong

fail-kept = As tuas palavras ainda estão aqui.
fail-again = Tentar outra vez
fail-calls = Se não pode esperar, estas pessoas atendem agora:
fail-unreachable-title = Não conseguimos chegar ao computador da escola
fail-unreachable = A internet aqui pode estar desligada. Vê se está ligada e tenta outra vez.
fail-unreachable-unsure = As tuas palavras podem ter chegado. Enviar outra vez não faz mal.
fail-busy-title = Há muita gente a usar isto agora
fail-busy = Espera um minuto e tenta outra vez.
fail-tomorrow-title = Esta escola já recebeu hoje muitos textos
fail-tomorrow = Hoje não recebe mais. Guarda as tuas palavras e tenta outra vez amanhã.
fail-tomorrow-danger = Se alguém pode estar em perigo, volta à primeira pergunta e diz isso. Assim segue já.
fail-stopped-title = Tu paraste o envio
fail-stopped = Nada foi enviado.
fail-broken-title = Alguma coisa não estava bem
fail-broken = A resposta que recebemos não batia certo. Por isso parámos.
fail-long-title = É comprido demais e não cabe
fail-long = Tira uma parte, por favor, e tenta outra vez.
ended-title = Esta escola já não recebe textos aqui
ended-words = Estas páginas vão fechar. Não fizeste nada de mal.
ended-help = Mas podes ter ajuda. Estas pessoas atendem agora:
ended-read = Se tens sete palavras, podes ler as tuas mensagens até { $day }.
ended-soon = As mensagens daqui estão a ser apagadas. Podem desaparecer a qualquer momento.
ended-mailbox = Estas páginas vão fechar. Já não podes escrever mais aqui.
gone-title = Este texto foi apagado
gone-words = O tempo dele acabou, por isso foi apagado. Já ninguém o pode ler.
gone-next = Podes sempre contar-nos algo novo.
gone-taken-back = Retiraste isto antes de alguém ler. Não ficou nada.
held-words = Uma pessoa adulta pediu para guardar o teu texto mais tempo. Não fizeste nada de mal.
fail-mailbox-title = Não há nada com estas sete palavras
fail-mailbox = Vê se as palavras e a ordem estão certas. Também pode ter acabado o tempo de guardar.
fail-closed-title = Isto agora está fechado
fail-readers-title = A lista de pessoas mudou
fail-list-title = Parámos, para te proteger
fail-list = A lista de pessoas que podem ler não está certa. Por isso nada foi enviado.
fail-list-fingerprint = Não é a lista do cartaz da tua escola.
fail-list-signatures = A tua escola não a assinou.
fail-list-expired = É velha demais.
fail-list-rolled-back = É mais velha do que devia ser.
fail-list-forked = Há duas listas que não são iguais.
fail-list-malformed = Não dá para a ler.
fail-list-next = Mostra esta página a uma pessoa adulta de confiança. Não escrevas aqui as tuas palavras.
fail-worker-title = Esta página deixou de funcionar
fail-worker = Abre a página outra vez para continuar. Se queres ficar com as tuas palavras, copia-as primeiro.

## Categories

category-not-sure = Não tenho a certeza
category-fight-hurt = Andar à luta, bater ou ameaçar
category-bullying = Bullying
category-online-bully = Maldades na internet
category-feeling-low = Tristeza ou preocupações
category-home-fear = Brigas ou medo em casa
category-not-cared-for = Falta de comida, de sono ou de cuidados
category-self-hurt = Alguém a magoar-se de propósito
category-adult-school = Algo que uma pessoa adulta da escola fez
category-friends = Zangas, ou ficar de fora
category-unsafe-place = Um sítio da escola que mete medo
category-loss = Alguém morreu ou foi embora
category-other = Outra coisa, uma ideia ou um agradecimento
category-want-to-die = Pensar em morrer
category-weapon = Uma arma, uma faca, ou um plano para magoar pessoas
category-blackmail = Alguém ameaça partilhar coisas
category-hurt-body = Alguém me bate ou magoa, ou a outra pessoa
category-hurt-feelings = Alguém está sempre a deitar-me abaixo, ou a outra pessoa
category-sexual-touch = Toques ou coisas sexuais que não estão bem
category-sexual-comments = Piadas, palavras ou olhares sexuais
category-nudes = Fotos sem roupa (nudes), reais ou falsas
category-relationship = Um namoro em que alguém magoa ou controla
category-groomed = Uma pessoa mais velha, ou da internet, que age de forma estranha
category-made-to-do = Ter de levar, vender ou esconder coisas à força
category-trafficked = Ter de trabalhar ou mudar de sítio à força
category-family-honour = Fanado (corte nas partes íntimas), casar à força, ou magoar por honra
category-belief-harm = Magoar por causa de espíritos ou da fé
category-run-away = Fugir de casa, ou não ter onde ficar
category-caring = Cuidar de alguém em casa
category-initiation = Desafios para entrar num grupo
category-extreme = Ideias de ódio, ou puxar para um grupo
category-hate = Racismo ou ódio
category-who-i-am = Perguntas sobre quem eu sou
category-drugs = Drogas, álcool ou vapes
category-eating = Preocupações com a comida e o corpo
category-hacking = Contas roubadas, hackers ou burlas
category-missing-school = Faltar às aulas ou à escola
category-bad-online = Ver algo horrível na internet

language-name = Português
language-title = Língua
language-coming = A ir buscar as palavras.
language-failed = Não conseguimos mostrar a página nessa língua. Tenta outra vez, por favor.
language-note = Estas palavras foram traduzidas. Ainda não as reviu ninguém que cresceu com esta língua.
language-write = Podes escrever em qualquer língua. As tuas palavras são fechadas à chave enquanto as escreves.
language-words = As tuas sete palavras estão em inglês. Copia-as letra por letra.

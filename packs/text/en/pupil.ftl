### What pupils read. Reading age 9: sentences of 15 words or fewer, plain words, "we" and "you".
### Never: submit, required, allegation, perpetrator, and no promise of secrecy or rescue.

## The page

# Neutral on purpose: it could be homework.
page-title = Pupil pages
page-title-error = Error: { page-title }
page-skip = Skip to the page
page-demo = This is a demo. The school is made up. No one will help you here.
page-print = School printers can keep copies. Please copy what you need by hand. In danger? Call { $emergency }.
page-loading = Getting the page ready.

## Emergency strip

strip-label = Help right now
strip-danger = In danger now?
strip-call = Call
strip-talk = Talk now, free
strip-free = free
# Followed by the word "not" in bold and the rest.
strip-watch-start = This page is
strip-watch-not = not
strip-watch-end = watched all the time.
strip-next = Next look:
strip-nobody = We do not know when someone will look next.
strip-leave = Leave

## Moments

moment-today = today { $time }
moment-tomorrow = tomorrow { $time }
moment-day = { $weekday } { $time }
moment-date = { $weekday } { $day } { $month }, { $time }
moment-now = someone is looking now
moment-by-today = by { $time } today
moment-by-tomorrow = by { $time } tomorrow
moment-by-day = by { $time } on { $weekday }
moment-by-date = by { $time } on { $weekday } { $day } { $month }
moment-am = { $clock } am
moment-pm = { $clock } pm
moment-morning = { $day } morning
moment-later = { $day } after midday
moment-half-date = { $weekday } { $day } { $month }
moment-word-today = today
moment-this-morning = this morning
weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Landing

landing-school = School pages
landing-title = You can tell us here
landing-lead = You do not have to say who you are. If you are not sure, that is OK.
landing-doors = Start
door-help = Get help now
door-help-text = People you can call or text. You do not have to tell school.
door-tell = Tell school something
door-tell-text = About you, or someone you are worried about.
way-title = Come back with your words
way-text = See what happened. Write more.
good-to-know = Good to know
who-title = Who can read what you write?
who-1 = Only a few adults at school. You see their names before you write.
who-2 = You can leave any of them out.
who-3 = The computer that holds your words cannot read them.
others-title = What can other people see?
others-1 = School wi-fi can see you opened this site. It cannot see what you wrote.
others-2 = School computers may save what you type. We cannot stop that.
others-3 = You can use another device, or tell an adult you trust.
others-4 = A story only two people know can point to two people.
others-5 = Leave clears this page. It does not clear the list of pages you opened.
secret-title = Will you keep it secret?
secret-1 = If someone could get badly hurt, staff must act.
secret-2 = They may ask people who keep children safe. They will try to tell you here first.
limits-title = What can’t you do?
limits-1 = We do not ask who you are, so we cannot find you. For fast help, call { $emergency }.
limits-2 = If you lose your words, no one can get them back. You can tell us again.
limits-3 = If you say someone is in danger, the computer can see that one answer. It uses it to get an adult faster.
limits-4 = It can also see how many people can read it.
after-title = What happens after?
after-1 = You get seven words. They let you come back here.
after-2 = You can read our answer and write more.
staff-link = For staff
kept-link = What we keep

## When the school has not gone live

not-open-title = Not open yet
not-open-short = You cannot write to school here today. You can still get help.
not-open = No adult at your school reads this page yet. So there is no place to write.
not-open-next = Tell an adult you trust. Or call someone who answers now.

## When the page cannot run

broken-title = This part can’t start here
broken-1 = It may just need a moment. If you still see this, this device cannot send.
broken-2 = Nothing was sent. You can still get help.
broken-3 = Tell an adult you trust. Or try a newer phone or computer.
broken-call = Or call someone now:

## Help hub

help-title = Get help now
help-lead = These people listen to children and young people. They are not part of your school.
help-lead-2 = You do not have to give your name.
help-danger = In danger now
help-talk = Talk or text with someone
help-more = More people who can help
help-elsewhere = In another country
help-uk = United Kingdom
help-call = Call { $number }
help-text = Text { $word } to { $number }
help-text-plain = Text { $number }
help-web = Open { $site }
help-for = For { $who }
help-hours = Open { $hours }
help-checked = We checked this in { $month } { $year }.
help-back = Back to the start
help-tell = Tell school something

## Steps

step-back = Back
step-question = Question { NUMBER($at) } of { NUMBER($of) }
step-check = Check
step-next = Next
step-done = Back to my check page
problem-title = There is a problem
choose-one = Pick one answer. If you are not sure, pick “I’m not sure”.

## 1 danger

danger-title = Is anyone in danger right now?
danger-lead = This means someone could get badly hurt today.
danger-yes = Yes
danger-not-sure = I’m not sure
danger-no = No
danger-why = Your answer can be seen by the computer that holds your words. It helps us act fast.

calls-title = First, call someone who can help now
calls-lead = We may not see your words for hours. These people answer now.
calls-then = You can tell us too
calls-then-text = Telling school as well is a good idea. You can do both.
calls-on = Carry on

## 2 about

about-title = Who is this about?
about-lead = You do not have to say your name.
about-me = Me
about-someone-else = Someone else
about-lots = Lots of people
about-not-sure = I’m not sure

## 3 what

what-title = What is it about?
what-lead = Pick up to three. Your best guess is fine.
what-more = Show more things
what-none = None picked. You can pick up to three.
what-picked = { $count ->
    [3] 3 picked. That is the most you can pick.
    [one] 1 picked. You can pick 2 more.
   *[other] { $count } picked. You can pick 1 more.
}
what-full = You have three. Take one away to pick this one.
what-problem = Pick one thing. If you are not sure, pick “I’m not sure”.

sooner-title = Should someone look sooner?
sooner-lead = Some things you picked can be urgent. We can ask an adult to look as soon as they can.
sooner-yes = Yes, look sooner
sooner-no = No, it can wait
sooner-why = If you pick yes, the computer sees “may be in danger”. It still cannot read your words.

## 4 readers

readers-title = Who will read this?
readers-lead = These people look after pupils. You can leave anyone out. We won’t ask why.
readers-out = Leave out
readers-add = Let them read it
readers-in = Can read this
readers-not = Cannot open this. Gets no message.
readers-count = { $count ->
    [one] 1 person can read this.
   *[other] { $count } people can read this.
}
readers-last = Someone has to be able to read it. Pick another person first.
readers-about-title = Is it about one of them?
readers-about-text = Then leave them out. Someone else can read it instead.
readers-about-yes = Yes, it is
readers-about-who = Who is it about?
readers-about-done = { $name } cannot read this. { $others } can.
readers-other = Choose someone else
readers-others-title = Other people who could read it
readers-others-none = There is no one else on the list. You can call Childline on 0800 1111.
readers-locked = Your words get locked on this device. Only these people can unlock them.
readers-poster = This list is the one on your school’s poster.
readers-no-poster = To check this list, look at the poster in school. These words should be the same:
readers-changed = The list of people has changed. Please look again. Your words are still here.
readers-none = We cannot show who would read this. So nothing can be sent right now.
role-lead = Keeps pupils safe
role-deputy = Helps keep pupils safe
role-reader = Looks after pupils
role-head = Head teacher
role-chair = Outside school. Checks on the head teacher
role-admin = Looks after the computer

## 5 device

device-title = Which device are you on?
device-lead = We do not send your answer. You can go on without one.
device-school = A school one
device-shared = One we share at home
device-own = My own
device-shared-truth = People at home may see which pages you opened. Press Leave when you go.
device-own-truth = Some families put apps on phones that can see what you type.
device-paper = You can also write on paper and give it to an adult you trust.

## 6 words

words-title = What would you like to tell us?
words-lead = Use your own words. Spelling does not matter. One line is enough.
words-label = Your words
words-ideas = If you get stuck, tap one. You can leave any of them.
words-what = What happened?
words-what-help = Start anywhere. It does not need to be in order.
words-where = Where?
words-where-help = A place is enough, like “by the bike shed”.
words-who = Who was there?
words-who-help = Say what you want. You can leave out names.
words-when = When, roughly?
words-when-help = “Last week” or “most days” is fine.
words-still = Is it still happening?
words-still-help = Say yes, no, or not sure.
words-empty = Write at least one word. One line is enough.
words-long = That is too long to fit. Please make it shorter by { NUMBER($over) } letters or more.
words-room = { $left ->
    [one] Room for 1 more letter.
   *[other] Room for { $left } more letters.
}
words-device-1 = It may save what you type. We can’t stop that.
words-device-2 = You can carry on, use another device, or talk to { $name }.
words-device-2-alone = You can go on, use another device, or talk to an adult.
words-clues-title = Before you write
words-clues-1 = Leave out your name if you want to stay unknown.
words-clues-2 = Things only you know can show it was you.
words-clues-3 = It is not your fault. You are doing a good thing.
coach-english-only = We can look for most clues in English only.
words-local = Nothing is sent while you type. Nothing is saved on this device.

## Clues in the words

clues-title = Could this show who you are?
clues-lead = These parts may point to you. You can keep them all and go on.
clues-name = This looks like a name.
clues-reach = This can lead to a person.
clues-group = Few people are in this.
clues-family = This can show who your family is.
clues-moment = Few people were there right then. “Last week” says less.
clues-place = This shows where someone lives.
clues-rare = Few people know this, or are like this.
clues-take = Take it out
clues-keep = Keep it
clues-taken = It is out. Your other words are the same.
clues-none = We looked for clues to who you are. We found none, but we can’t see all.

## 7 check

check-title = Check before you send
check-lead = You can change anything.
check-change = Change
check-danger = In danger right now?
check-about = Who it is about
check-what = What it is about
check-readers = Who can read it
check-words = Your words
check-see-title = What can other people see?
check-see-1 = Only the people on your list can read your words.
check-see-2 = School wi-fi can see you opened this site. It cannot see what you wrote.
check-see-3 = A school computer may have saved what you typed.
check-see-4 = If someone could get badly hurt, staff must act.
check-wait = Staff may see it up to { NUMBER($minutes) } minutes after you send. That helps hide who sent it.
check-when = Someone will look { $when }.
check-when-none = We do not know when someone will look. If it can’t wait, call someone now.
check-when-now = Someone is looking now.
check-send = { $count ->
    [one] Send to 1 person
   *[other] Send to { $count } people
}

## Sending

sending-title = Sending your words
sending-words = Making your seven words.
sending-sealing = Locking your words on this device.
sending-ready = Getting your words ready. Lots of people may be sending now.
sending-stop = Stop
sending-sending = Sending.
sending-stay = Please keep this page open. It takes a few seconds.

## Sent

sent-title = It is sent. You did a good thing.
sent-when = { $names } can read it { $when }.
sent-when-none = { $names } can read it. We do not know when they will look.
sent-when-now = { $names } can read it. Someone is looking now.
sent-names-two = { $first } or { $second }
sent-names-more = { $first } or { NUMBER($count) } others
card-title = Your seven words
card-copy = Copy them on paper
card-help = These words let you come back. They look like a spelling list. Keep them where only you look.
card-once-title = We show them only once.
card-once-text = If you lose them, no one can get them back. You can always tell us again.
card-check-title = Quick check
card-check-label = Type word { NUMBER($place) } from your paper
card-check-wrong = That is not word { NUMBER($place) }. Look at your paper and try again.
card-check-empty = Type word { NUMBER($place) }. Then we know you have your words.
card-check-done = I have my words
card-skip = I can’t write them down
card-skip-sure = Then you can’t come back to this. That is OK. Your words were still sent.
card-skip-on = Go on without my words
next-title = What happens next
next-look-title = Come back { $when }
next-look-title-none = Come back in a day or two
next-look-text = Use your words to see if it was read.
next-ask-title = We may ask you something
next-ask-text = You only answer if you want to.
next-before-title = Need someone before then?
next-before-text = These people answer day and night.
done-title = You have your words
done-lead = You can close this page now. Press Leave when you go.
done-lead-skip = Your words were sent. Press Leave when you go.
done-start = Back to the start

## Coming back

return-title = Type your seven words
return-lead = In the right order. Big or small letters do not matter.
return-label = Your seven words
return-help = Put a space between words. You can paste them.
return-go = Open
return-empty = Type your seven words first.
return-count = { $found ->
    [one] There is 1 word here. We need all seven.
   *[other] There are { $found } words here. We need seven.
}
return-unknown = Word { NUMBER($place) }, “{ $word }”, is not one of our words.
return-near = Did you mean “{ $word }”?
return-mistaken = All the words are real, but together they do not fit. Is one wrong? Are two swapped?
return-suggest = Words that fit:
return-lost-title = Lost your words?
return-lost-text = No one can get them back. You can tell us again, and say you wrote before.
return-lost-link = Tell school again
return-opening = Opening your messages.

## Mailbox

mailbox-sent-title = Your words have arrived
mailbox-sent-lead = No one has read them yet.
mailbox-read-title = Someone has read it
mailbox-read-lead = They may write to you here. You do not need to do anything.
mailbox-working-title = We are working on it
mailbox-working-lead = Come back in a few days to see more.
mailbox-question-title = We have a question for you
mailbox-question-lead = You can answer now, later, or not at all.
mailbox-finished-title = Finished for now
mailbox-finished-lead = Read our message. You can still write more.
mailbox-withdrawn-title = You took this back
mailbox-withdrawn-lead = You cannot write more here. You can always tell us something new.
trail-label = What has happened so far
trail-sent = Sent
trail-read = Someone has read it
trail-question = We have a question for you
trail-working = We are working on it
trail-finished = Finished for now
trail-withdrawn = You took it back
mailbox-late = Someone should have looked by now. You can still get help from these people.
messages-label = Messages
message-new = New
message-you = You
message-none = There is no message for you yet.
answer-label = Your answer
answer-tap = Tap one, or write your own
answer-label-more = Write more
answer-send = Send my answer
answer-send-more = Send
answer-empty = Write something first. One word is enough.
answer-sent = Your words were sent.
own-show = Show what I sent { $when }
own-why = We hide this in case someone else is looking.
own-show-button = Show it
own-hide-button = Hide it
opened-title = Who has opened it?
opened-none = No one has opened it yet.
opened-line = { $role }, { $when }.
opened-someone = Someone
opened-broken = The list of who opened it does not add up. Please tell an adult you trust.
opened-holds = The list was checked on this device.
also-title = You can also
also-note = We tell you what each one does before anything happens.
also-safer = I feel safer now
also-person = Ask for another adult
also-withdraw = Take it back
also-never-mind = Never mind
safer-title = Say you feel safer now?
safer-text = We tell the people reading this. They may still ask how you are.
safer-go = Yes, tell them
safer-said = I feel safer now.
safer-done = We told them you feel safer.
person-title = Ask for another adult?
person-text = We tell the people reading this that you want someone else. They can bring in another adult.
person-text-2 = You can add who you would like, or where to find you. Only if you want to.
person-go = Ask for another adult
person-said = I would like another adult.
person-done = We asked for another adult.
withdraw-title = Take it back?
withdraw-text-new = No one has read it yet. If you take it back, it is gone for good.
withdraw-text-read = Someone has read it already. If you take it back, this page closes for you.
withdraw-text-read-2 = The people who read it will see that you took it back. They may still have to keep someone safe.
withdraw-text-ok = It is OK to change your mind. You can tell us again any time.
withdraw-go = Take it back
withdraw-done = You took it back.
mailbox-close = Close these messages

## When something goes wrong

fail-kept = Your words are still here.
fail-again = Try again
fail-calls = If it can’t wait, these people answer now:
fail-unreachable-title = We could not reach the school’s computer
fail-unreachable = The internet here may be off. Check it, then try again.
fail-unreachable-unsure = Your words may have arrived. Sending them again does no harm.
fail-busy-title = It is very busy right now
fail-busy = Wait a minute, then try again.
fail-tomorrow-title = This school has had a lot of reports today
fail-tomorrow = It takes in no more today. Keep your words and try again tomorrow.
fail-tomorrow-danger = If someone may be in danger, go back and say so. Then it goes through now.
fail-stopped-title = You stopped it
fail-stopped = Nothing was sent.
fail-broken-title = Something was not right
fail-broken = The answer we got did not add up. So we stopped.
fail-long-title = That is too long to fit
fail-long = Please make it shorter, then try again.
ended-title = This school takes no more reports here
ended-words = These pages are closing. You did nothing wrong.
ended-help = You can still get help. These people answer now:
ended-read = If you have seven words, you can read your messages until { $day }.
ended-soon = Messages here are being deleted. They may be gone any day now.
ended-mailbox = These pages are closing. You cannot write more here.
gone-title = This report has been deleted
gone-words = Its time was over, so we deleted it. Nobody can read it any more.
gone-next = You can always tell us something new.
gone-taken-back = You took it back before anyone read it. Nothing of it is left.
held-words = An adult asked to keep your report longer. You did nothing wrong.
fail-mailbox-title = Nothing is behind these words
fail-mailbox = Check the words and their order. It may also be that it was kept as long as allowed.
fail-closed-title = This is closed now
fail-readers-title = The list of people has changed
fail-list-title = We stopped, to keep you safe
fail-list = The list of people who can read is not right. So nothing was sent.
fail-list-fingerprint = It is not the list on your school’s poster.
fail-list-signatures = Your school has not signed it.
fail-list-expired = It is too old.
fail-list-rolled-back = It is older than it should be.
fail-list-forked = Two lists do not agree.
fail-list-malformed = It cannot be read.
fail-list-next = Please show this page to an adult you trust. Do not type your words here.
fail-worker-title = This page stopped working
fail-worker = Open the page again to go on. Copy your words first if you want to keep them.

## Categories

category-not-sure = I’m not sure
category-fight-hurt = Fighting, hitting or threats
category-bullying = Bullying
category-online-bully = Mean stuff online
category-feeling-low = Feeling low or worried
category-home-fear = Fighting or fear at home
category-not-cared-for = Not enough food, sleep or care
category-self-hurt = Someone hurting themselves
category-adult-school = Something an adult at school did
category-friends = Falling out, being left out
category-unsafe-place = Somewhere in school feels unsafe
category-loss = Someone died or left
category-other = Something else, an idea or a thank you
category-want-to-die = Thinking about dying
category-weapon = A weapon, or a plan to hurt people
category-blackmail = Someone says they will share stuff
category-hurt-body = Someone is hurting me or them
category-hurt-feelings = Someone keeps putting me or them down
category-sexual-touch = Touching or sexual stuff that is not OK
category-sexual-comments = Sexual jokes, words or looks
category-nudes = Nude pictures, real or fake
category-relationship = A boyfriend or girlfriend who hurts or controls
category-groomed = Someone older or online being odd
category-made-to-do = Made to carry, sell or hide things
category-trafficked = Made to work, or moved around
category-family-honour = Being cut, forced to marry, or hurt for honour
category-belief-harm = Hurt because of spirits or faith
category-run-away = Running away, or nowhere to stay
category-caring = Looking after someone at home
category-initiation = Dares to join in
category-extreme = Hate ideas, or pulled into a group
category-hate = Racism or hate
category-who-i-am = Questions about who I am
category-drugs = Drugs, drink or vapes
category-eating = Food and body worries
category-hacking = Hacking or scams
category-missing-school = Missing lessons or school
category-bad-online = Saw something horrible online

## Languages

# The name of this language, in this language
language-name = English
language-title = Language
language-coming = Getting the words.
language-failed = We could not get the words in that language. Please try again.
language-note = These words were translated. Nobody who grew up with this language has checked them yet.
language-write = You can write in any language. Your words are locked as you write them.
language-words = Your seven words are in English. Copy them letter by letter.

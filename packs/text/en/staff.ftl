# What staff read. Plain facts, the sector's terms (KCSIE), what to do next first. No exclamation marks.

## The page before it starts
shell-title = Staff page
shell-starting = Starting. This takes a moment the first time.
shell-stopped = This page could not start or had to stop.
shell-stopped-next = Reload it. If it happens again, this browser may be too old, or something between you and the server changed the page: tell the person who runs it.
shell-no-script = This page needs JavaScript, because reports are opened on this device and nowhere else. The pupil page shows helplines without it.

## Frame
skip = Skip to content
demo-label = Demo
demo = Demo school. Every person and every report here is made up. Do not use it for anything real.
views = Views
records = Records
board = Board
mine = Mine
audit = Audit
adults = Adults and keys
find = Find a case
find-hint = Find by title, concern or owner
find-none = Nothing found.
find-none-next = Search looks at titles, concerns and owners on this device, not at what pupils wrote.
hide = Hide screen
signed-in = { $name }: account and sign out
sign-out = Sign out
close = Close
cancel = Cancel
again = Try again
undo = Undo
copy = Copy
name = Name
role = Role
place = Where pupils find them
state = State
act = Act
locks-in = Locks in { $minutes ->
    [one] 1 minute
   *[other] { NUMBER($minutes) } min
}
locks-soon = Locks in { NUMBER($seconds) } s
locks-warning = This screen locks in less than a minute. Press any key to stay. What you typed is kept.
blank-title = Page
blank-label = The screen is hidden. Press any key or tap to show it again.
form-problem = There is a problem

## Days
day-today = today
day-yesterday = yesterday
day-tomorrow = tomorrow
day-at = { $day }, { $time }
day-after = { $day }, after { $time }
day-early = { $day }, before midday
day-late = { $day }, after midday

## People
who-you = you
who-you-start = You
who-pupil = the pupil
who-pupil-start = Pupil
who-system = Sotto
role-lead = Safeguarding lead
role-deputy = Deputy safeguarding lead
role-reader = Reader
role-head = Head teacher
role-chair = Chair of governors
role-admin = Administrator, reads nothing
also-admin = also administrator

## Signing in
sign-in-title = Sign in
sign-in-school = Staff page of { $name }.
sign-in-school-wait = Staff page.
sign-in-user = Sign-in name
sign-in-password = Password
sign-in-secret = Account secret
sign-in-secret-hint = From your printed kit. Scanning the kit’s code fills it in.
sign-in-code = Six-digit code
sign-in-code-hint = From the app on your phone. Without your phone: one of your printed recovery codes.
sign-in-code-demo = Leave this empty: in the demo the code comes by itself.
sign-in-demo = Filled in for you, because this person is made up. Press Sign in.
sign-in-go = Sign in
sign-in-busy = Signing in…
sign-in-pupil = Are you a pupil?
sign-in-pupil-link = Tell school something here.
locked-title = Locked
locked-words = Nobody was here for a while, so your keys were removed from this device. Sign in to go on.
locked-kept = What you typed and did not send is still here.
ended-title = Your session ended
ended-words = The server ended it. Sign in again to go on where you were.
stopped-title = This page had to stop
stopped-words = The part that holds your keys stopped, so they are gone. Sign in again. If it happens twice, reload the page.
wrong-user = Type your sign-in name
wrong-password = Type your password
wrong-secret = Type the account secret from your printed kit
wrong-code = Type the six digits from the app on your phone, or one of your recovery codes
wrong-code-refused = That code did not fit. Wait for the next one and type it
wrong-name = Use 2 to 40 small letters, digits, dots or hyphens
wrong-short = Use at least 12 letters. Three or four unrelated words are good
wrong-differ = Type the same password twice
wrong-choose = Choose one
wrong-rationale = Write why. It stays with the record

## Invitation
invite-tab = Invitation
invite-looking = Looking at your invitation…
invite-failed = This invitation cannot be used
invite-title = Welcome, { $name }
invite-words = { $school } invites you as: { $role }.
invite-reads = You will get keys that open reports. They are made on this device and locked with your password. Nobody else ever has them, so nobody can reset them.
invite-admin = You will set things up. You will get no key that opens a report.
invite-step-name = 1. How you sign in
invite-user-hint = Small letters, digits, dots or hyphens, such as p.kaur.
invite-password-hint = At least 12 letters. Three or four unrelated words are good. Pasting is fine.
invite-password-hint-kinds = At least 12 letters, with a small letter, a capital letter and a digit. Three or four unrelated words are good. Pasting is fine.
invite-again = The same password again
invite-step-code = 2. The code on your phone
invite-qr = Code to scan with an authenticator app
invite-scan = Scan this with an authenticator app. Any app for six-digit codes works.
invite-by-hand = I cannot scan it
invite-code = The six digits it shows now
invite-go = Make my keys
invite-busy = Making your keys…

## Kit
kit-title = Recovery kit for { $name }
kit-words = Print this page now and put it in the school safe. It is shown once. Without it you cannot sign in on another device. Then two colleagues can help you to a new one.
kit-paper = Keep in the school safe. Do not photograph, scan or send. With the password and the phone, this paper opens reports.
kit-key-words = Words of your key
kit-qr = Code that opens the sign-in page with the account secret filled in
kit-scan = Scan this on a new device: it opens the sign-in page and fills in name and account secret, never the password.
kit-rules = Your password is not on this page. Do not write it here.
kit-print = Print this page
kit-printed = I have printed it, and the paper is readable
kit-go = Go to sign in
wrong-printed = Print the page first, then tick that you have it
fingerprint = School’s fingerprint

## Long steps
stage-stretching = Unlocking your keys on this device. This takes a few seconds.
stage-logging = Writing your reason into the log.
stage-verifying = Checking the log before anything is opened.
stage-sealing = Sealing on this device.
stage-handing-over = Going through your cases
stage-sending = Sending.
stage-working = Working.

## What can go wrong
fail-unreachable = The server did not answer.
fail-unreachable-next = Check the network and try again. Nothing you typed is lost.
fail-sign-in = Name, password, account secret and code do not fit together.
fail-sign-in-next = Check each of them. For safety we do not say which one is wrong. A code works once: wait for the next one.
fail-wait = Too many tries. Wait { $seconds ->
    [one] 1 second
   *[other] { NUMBER($seconds) } seconds
} and try again.
fail-wait-next = The wait gets longer with each wrong try, up to a minute. Nobody else’s wrong tries can keep you out.
fail-ended = Your session ended.
fail-ended-next = Sign in again. What you typed is still here.
fail-refused = Your account may not do this.
fail-refused-next = Ask an administrator, or somebody with the right role.
fail-proof = This needs a fresh code, and none was given.
fail-proof-next = Nothing was changed. Do it again when you have your phone or a recovery code.
fail-directory-fingerprint = The list of adults is not the one on the school’s poster.
fail-directory-signatures = The list of adults does not carry enough valid signatures.
fail-directory-expired = The list of adults is past its last day.
fail-directory-rolled-back = The server showed an older list of adults than before.
fail-directory-forked = The server showed two different lists of adults with one number.
fail-directory-malformed = The list of adults cannot be read.
fail-directory-next = Nothing was opened or sent. Tell the person who runs this server, and do not go on until they can explain it.
fail-log = The audit log does not hold.
fail-log-at = The audit log does not hold from entry { $first }.
fail-log-next = Nothing was decrypted. Save the log from the audit page and show it to the chair of governors.
fail-secret = This is not an account secret.
fail-secret-next = Type it exactly as printed. Small or large letters and spaces do not matter.
fail-root-key = This is not one of the school’s root keys.
fail-root-key-next = Type it exactly as printed on the root key page.
fail-invite = This invitation has been used or is past its last day.
fail-invite-next = Ask an administrator for a new one.
fail-weak = This password is too easy to guess.
fail-weak-next = Use three or four unrelated words, at least 12 letters.
fail-plain = Your school also asks for a small letter, a capital letter and a digit.
fail-plain-next = Add what is missing, such as a capital letter and a digit.
fail-taken = Somebody already has this sign-in name.
fail-taken-next = Choose another one.
fail-field = The server did not accept “{ $name }”.
fail-field-next = It is empty or too long. Change it and send again.
fail-too-few = Then fewer than two adults could read reports.
fail-too-few-next = Let somebody else read first: invite them, have the list signed, then try again.
fail-not-handed = Their cases are not handed over.
fail-not-handed-next = They have to sign in and hand over once more, with no case left alone. You can end their access without destroying the key.
fail-damaged = Something the server keeps can't be read any more.
fail-damaged-next = Tell whoever runs the server today: a backup has to be put back. Nothing was shown that is wrong.
fail-service-ending = This school’s service is ending. Nothing new begins here.
fail-service-ending-next = What is open can be finished. The page “End of service” says what is left.
fail-no-shares = No colleague can help with this at the moment.
fail-no-shares-next = Nobody holds a share of these keys, or the request was stopped or has run out. Ask again, or ask the admin to invite you anew.
fail-not-found = This is not here any more.
fail-not-found-next = A colleague may have closed it, or its time ran out. Go back to the board.
fail-conflict = Somebody changed this a moment ago.
fail-conflict-next = Look at the newest state and decide again. Nothing you typed is lost.
fail-broken = Something in the answer did not hold together.
fail-broken-next = Nothing was changed. Try again; if it happens twice, tell the person who runs this server.

## Board
board-heading = { $greeting ->
    [morning] Good morning
    [afternoon] Good afternoon
   *[evening] Good evening
}, { $name }. { $eyes ->
    [0] Nothing needs eyes now.
    [one] One needs eyes now.
   *[other] { NUMBER($eyes) } need eyes now.
}
board-wait = Opening what this key may see…
board-more = { NUMBER($count) } cases are here, the most urgent and newest first. Opening more…
lane-more = Show { NUMBER($next) } more of { NUMBER($all) }
mine-heading = Cases you lead
mine-none = You lead no case.
mine-none-next = A case comes here when its owner is set to you.
cover-now = Pupils are told that an adult is looking now.
cover-next = Pupils are told that an adult looks next: { $day }, { $time }.
cover-none = Pupils are told that no adult is planned to look. Set the next look with your administrator.
lane-eyes = Needs eyes now
lane-new = New
lane-pupil = Waiting on pupil
lane-open = Open
lane-agency = Waiting on agency
lane-due = Due to close
lane-expiring = Expiring
lane-closed = Closed
why-eyes = Danger, or a pupil waiting too long
why-new = Open by the end of the next school day
why-pupil = Nudge once, then leave the door open
why-open = Decided, being worked on
why-agency = They should answer in one working day
why-due = Outcome clear, last message not sent
why-expiring = Close to their day, or past it: see what happens to each
why-closed = Kept until their last day
empty-eyes = Nothing needs eyes now.
empty-eyes-next = A report comes here when a pupil says somebody is in danger, or waits too long.
empty-new = Nothing new.
empty-new-next = Reports without danger arrive after a random delay, so that their time says nothing.
empty-pupil = No pupil has a question from you.
empty-pupil-next = A case comes here when you ask something and wait.
empty-open = Nothing in work.
empty-open-next = A case comes here when it was read and decided.
empty-agency = No agency owes an answer.
empty-agency-next = A case comes here when its state is set to waiting on agency.
empty-due = Nothing to close.
empty-due-next = A case comes here when its state is set to due to close.
empty-expiring = Nothing is about to be destroyed.
empty-expiring-next = A case comes here 30 days before its last day.
empty-closed = Nothing closed yet.
empty-closed-next = Closed cases stay here until their last day.
row-sealed = Sealed report
row-colleague = Report read by a colleague
row-untitled = Report without a title
row-unread = Not read
row-undecided = Not decided
row-withdrawn = Taken back by the pupil
row-unanswered = { $count ->
    [one] Pupil wrote
   *[other] Pupil wrote { NUMBER($count) } messages
}
row-not-opened = Not opened yet
row-waiting-pupil = Asked, no answer yet
row-waiting-agency = Waiting on agency
row-due-to-close = Last message not sent
row-closed = Closed
row-hold = Held
row-no-hold = No hold
row-days-left = { $count ->
    [one] 1 day left
   *[other] { NUMBER($count) } days left
}
row-day-came = Its day has come
row-stays = Past its time, and stays
row-lift-asked = A second person must let it go
row-opened = Opened { $day }
row-working = Working on it
clock-minutes = { NUMBER($count) } min unopened
clock-hours = { NUMBER($count) } h unopened
clock-days = { NUMBER($count) } days unopened
clock-destroyed = Until { $day }
clock-held = Held, no end
clock-stays = Until a person decides
clock-was-due = Was due { $day }
clock-due-today = Due today
clock-due = Due { $day }
clock-open-late = Was due { $day }
clock-open-today = Open today
clock-open-by = Open by { $day }
clock-answer = Answer the pupil
chip-danger = Pupil says: in danger
hint-move = move
hint-open = open
hint-find = find
hint-hide = hide screen
hint-keys = all keys
hint-one = Reports open one at a time, each with a reason.
no-board = You cannot read yet
no-board-words = Your account works, but no signed directory names your key. Two people have to sign the next one with their root keys.
no-board-admin = You read no reports
no-board-admin-words = Your account sets things up. It has no key that opens a report, so there is no board.
danger-yes = Pupil says: in danger
danger-not-sure = Not sure about danger
danger-no = No danger ticked
about-me = about themselves
about-someone = about someone else
about-lots = about lots of people
about-not-sure = not sure who it is about
urgency-now = Now
urgency-today = Today
urgency-week = This week
urgency-note = Note
state-open = Working on it
state-pupil = Waiting on pupil
state-agency = Waiting on agency
state-monitoring = Monitoring
state-due = Due to close
state-closed = Closed
state-reopened = Reopened

## Keys
keys-title = Keys
keys-off = Switch single keys off. The hide button stays.
key-down = Next case
key-up = Previous case
key-open = Open the case under the focus
key-reply = Go to the reply box
key-note = Go to the staff-only note
key-board = Go to the board
key-find = Find a case
key-hide = Hide the screen; any key shows it again
key-keys = This list

## Opening
open-title = Why are you opening this?
open-reason = Reason
open-detail = What is the reason?
open-detail-hint = Sealed with the case. The log says “other reason”.
open-will-log = Your name, this reason and the hour go into the audit log first. No one can remove them.
open-will-show = The pupil will see: { $role } opened it, { $part }.
open-will-duty = Your duties start when you read it. You may see upsetting words.
open-go = Log my reason and open
reason-on-duty = I am on duty and this is new
reason-second-opinion = A colleague asked for a second opinion
reason-taking-over = I am taking this over
reason-follow-up = I am following up
reason-other = Something else, I will write it down
logged-on-duty = on duty, new report
logged-second-opinion = second opinion
logged-taking-over = taking over
logged-follow-up = following up
logged-other = other, written down
logged-handing-over = to give it to a colleague
wrong-detail = Write the reason down

## Case
case-tab = Case
case-shut = This case is closed to the eye
case-shut-words = Its words were removed from this device when the screen locked. Opening it again takes a reason. What you typed is still here.
case-not-here = This case is not on your board. You stepped aside from it, or its time is over.
case-open-again = Open it again
case-close = Close case
case-reopen = Open case again
case-print = Print
case-withdrawn = The pupil took this report back after it was opened. Their mailbox is closed. What you know, you still have to act on.
case-unreadable = A message of this case can't be read.
case-unreadable-next = Tell whoever runs the server today: a backup may still have it. What you see below is not all that was said.
case-log-broken = The log could not prove who opened this case.
case-log-broken-next = Note the time, stop here, and show the audit page to the chair of governors.
case-no-owner = Nobody leads this yet.
case-you-lead = You lead this.
case-leads = { $name } leads this.
case-only-you = Nobody else can read it.
case-others = { $count ->
    [one] { $names } can read it too.
   *[other] { $names } can read it too.
}
case-nobody-knows = We cannot find out who the pupil is, and neither can IT.
case-fresh = { $count ->
    [one] The pupil wrote again.
   *[other] The pupil wrote again, { NUMBER($count) } messages.
}
case-fresh-read = Log a reason and read
chip-logged = Opening logged, { $size } entries checked
chip-log-broken = Log not proven
chip-pupil-sees = Pupil sees
chip-pupil-sees-hold = Pupil sees the hold, not why
chip-staff-only = Staff only
print-mark = Staff only. Official, sensitive. Do not leave on a printer.
print-case = Case { $id }
print-by = Printed by { $name }, { $when }
conversation = Conversation
conversation-seen = The pupil sees everything in this column
message-waiting = waits, not sent yet
feels-safer = Pupil says: I feel safer now
another-adult = Pupil would like another adult
reply-label = Reply. The pupil will read this.
reply-starts = Ways to start
start-thanks = Thank you for telling us.
start-tell = Tell me…
start-explain = Explain…
start-describe = Describe…
reply-rules = No names. No promise of secrets. No leading questions.
reply-asks = This asks the pupil something
reply-send = Send to pupil
answers-label = Answers they can tap
answers-help = One a line, two to four, or none. They can always write instead.
answers-starts = Answers to begin with
answers-yes = Yes / No / Not sure
answers-when = Today / This week / Longer ago / Not sure
answers-given = To tap: { $answers }
reply-waits = Waits 10 seconds, so you can undo.
reply-closed = This case is closed. Open it again to write to the pupil.
reply-crossing = These words come from the staff-only side. The pupil would read them. Put them here all the same?
wrong-answers = Two to { NUMBER($most) } different answers, one a line, up to { NUMBER($letters) } letters each; or leave them out
wrong-reply = Write something for the pupil first
pending-reply = Your reply has not left yet.
pending-close = The case closes, and your message goes to the pupil.
pending-seconds = { NUMBER($seconds) } s
unsent = Not sent.
unsent-kept = Your words are back in their box.
unsent-go = Go to that case
only-side = Staff only
only-title = Staff only. The pupil never sees this.
notes = Notes
note-label = Add a note for staff
note-save = Save note
note-fixed = Saved notes cannot be changed.
wrong-note = Write the note first
duty-prompt = A law applies. Decide and record: is the statutory duty assessed, is it reported to police or children’s social care, with time and reference, or why is a delay allowed?
fact-concern = Concern
fact-owner = Owner
fact-due = Due
fact-decision = Decision
fact-outcome = Outcome
fact-kept = Kept until
fact-unset = Not set
fact-nobody = Nobody yet
fact-held = Held, no end
fact-stays = Until a person decides
hold-title = How long it is kept
hold-stays = Nothing destroys this case by itself. It is open, or about an adult, or shows signs of sexual abuse, or waits for another record to confirm.
hold-goes = It is destroyed on { $day }, if two adults who opened it were warned 30 and 7 days before.
hold-day-came = Its day has come. It is destroyed as soon as two adults who opened it have been warned for seven days.
hold-by = { $name } holds it since { $hour }. It stays past its day.
hold-somebody = An adult
hold-review = Look again by { $day }.
hold-review-late = It should have been looked at by { $day }. Decide whether the hold is still needed.
hold-asked = { $name } asked to let it go. If you ask too, the hold is lifted.
hold-you-asked = You asked to let it go. A second adult must ask too.
moved-title = It is in the school’s own record
moved-label = Which record has it, and where?
moved-hint = For example the child protection file, and its number. From today that is the record, and this copy goes in 90 days. What is kept by hand stays.
moved-go = Confirm
moved-since = In the school’s own record since { $day }:
hold-set = Hold this case
hold-why = Why must it stay?
hold-hint = For an inquiry, a court, the police. Only readers of this case see the reason; the pupil sees that it is held.
hold-review-label = Look again on
hold-lift = Ask to let it go
hold-lift-why = Why may it go?
hold-lift-hint = Two adults must ask. If its day has passed by then, it is destroyed within minutes, for good.
wrong-record = Say which record has it
wrong-review = Choose a day after today, within a year
decide = Decide
decide-title = Title
decide-title-hint = A nickname for a place or a thing, never a child’s name.
decide-urgency = Urgency
decide-floor = The pupil’s answers and the concern call for at least: { $floor }.
decide-below = Lower than the pupil’s answers and the concern call for ({ $floor }). Say why below.
decide-concern = Concern
decide-concern-none = Choose from the list
decide-state = State
decide-owner = Owner
decide-due = Next due
decide-why = Why?
decide-why-hint = What you know, what you decided, and why. Stays in the chronology.
decide-save = Save decision
decide-logged = Goes into the chronology. Cannot be changed, only added to.
wrong-concern = Choose at most three concerns
wrong-title = Use a shorter title, at most 48 letters
close-only = Staff only: how this ends
close-outcome = Outcome
close-choose = Choose an outcome
close-child = About a child
close-adult = About an adult at school
close-why = Why is this the outcome?
close-message = Last message. The pupil will read this.
close-message-hint = What you can tell them, what happens next, and that they can write again.
close-go = Close case and send
reopen-why = Why open it again?
reopen-hint = Stays in the chronology. The pupil sees that you are looking again.
wrong-outcome = Choose an outcome
wrong-closing-message = Write what the pupil may know
chronology = Chronology
chronology-fixed = Nothing here can be edited. A correction is a new line.
event-received = Report received
event-opened = opened it. Reason: { $reason }
event-pupil-wrote = Pupil wrote
event-replied = replied
event-note = added a note
event-decided = decided: { $what }. Reason: { $why }
event-closed = closed it: { $outcome }. Reason: { $why }
event-reopened = opened it again. Reason: { $why }
event-withdrawn = Pupil took the report back
event-hold = set a hold
event-hold-why = set a hold. Reason: { $why }
event-hold-lifted = lifted the hold
event-keeper = named who keeps this case after the end of service, as the second person: { $why }
event-hold-lifted-why = lifted the hold, as the second person. Reason: { $why }
event-expired = Destroyed on its day. The certificate is kept.
event-rewrapped = gave it to a colleague
event-moved = confirmed that the school’s own record has it: { $record }
event-stepped-aside = stepped aside. Reason: { $why }
decided-title = title “{ $title }”
decided-urgency = urgency { $urgency }
decided-categories = concern { $concern }
decided-state = state { $state }
decided-owner = a new owner
decided-due = due { $day }
decided-nothing = no change
outcome = { $id ->
    [advice] Advice given
    [pastoral] Pastoral support
    [mediation] Mediation or restorative meeting
    [behaviour] Behaviour process
    [parents-informed] Parents informed
    [parents-not-informed] Parents not informed, reason recorded
    [family-help] Early help or Family Help
    [social-care-s17] Referred to children’s social care (section 17)
    [social-care-s47] Referred to children’s social care (section 47)
    [police] Reported to police
    [lado] Referred to the LADO
    [prevent] Prevent or Channel referral
    [nrm] National Referral Mechanism
    [health] Health or CAMHS
    [counselling] Counselling
    [takedown] Online takedown (Report Remove, CEOP, platform)
    [site-change] Change to site or supervision
    [staff-process] Staff process
    [no-action] No further action, reason recorded
    [duplicate] Duplicate of another case
    [unidentified] Child not identified, attempts recorded
    [not-genuine] Not genuine
    [test] Test, empty or unwanted message
    [withdrawn] Withdrawn by reporter
    [substantiated] Allegation substantiated
    [malicious] Allegation malicious
    [false] Allegation false
    [unsubstantiated] Allegation unsubstantiated
    [unfounded] Allegation unfounded
    [low-level] Low-level concern recorded
   *[unknown] { "" }
}

## Audit
audit-words = Who did what, when, and why. No report text, no pupil, no inbox you may not see.
audit-good-title = Every entry is in place
audit-good = This browser checked all { $size } entries: { $when }. Nothing seen earlier has changed.
audit-broken-title = Entry { $first } does not hold
audit-broken = The log was changed or damaged: entry { $first } is the first that does not fit. Checked { $when }. Save the file and show it to the chair of governors.
audit-forked-title = This is not the log you saw before
audit-forked = The server shows { $size } entries that do not continue what this browser saw when you signed in. Checked { $when }. Save the file and show it to the chair of governors.
audit-entries = Audit entries
audit-entry = Entry
audit-time = Time
audit-who = Who
audit-what = What
audit-reason = Reason
audit-check = Check
audit-everyone = Everyone
audit-everything = Everything
audit-openings = Openings
audit-messages = Messages
audit-people = People and keys
audit-destroyed = Destructions
audit-save = Save a file I can check later
audit-report-of = report of { $day }
audit-older = Show older entries
audit-none = No entry fits these choices.
audit-in-place = In place
audit-not-in-place = Not proven

## What another adult should look at

review-title = To look at
review-words = Unusual is not wrong. An adult other than the one named looks at each line. The log keeps that they did.
review-none = Nothing is waiting to be looked at.
review-someone = Somebody who has left
review-out-of-hours = { $who } opened cases outside the school’s hours: { $count ->
    [one] once
   *[other] { NUMBER($count) } times
}.
review-after-takeover = { $who } opened a case that a colleague had taken over: { $count ->
    [one] once
   *[other] { NUMBER($count) } times
}.
review-many = { $who } opened { $count ->
    [one] 1 case
   *[other] { NUMBER($count) } cases
} within one hour.
review-again = { $who } opened the same case in { $count ->
    [one] 1 hour
   *[other] { NUMBER($count) } different hours
} of one day.
review-nothing-done = { $who } opened a case for “something else”. In the week after, nothing was done in it by the same person.
review-saved = { $who } saved the log close to their last day, or after it.
review-wrong-sign-in = Somebody tried to sign in as { $who } and got it wrong: { $count ->
    [one] 1 try
   *[other] { NUMBER($count) } tries
} had to wait. Ask them whether it was them.
review-wrong-proof = { $who } was signed in and typed wrong codes: { $count ->
    [one] 1 try
   *[other] { NUMBER($count) } tries
} had to wait. Ask them whether it was them.
review-mine = This is about you. Another adult looks at it.
review-cases = Cases: { $cases }
review-finding = What did you find?
review-in-order = It was part of their work
review-explained = I asked, and it is explained
review-passed-on = Not in order: the head or the chair knows
review-close = I looked at this
review-close-of = I looked at this: { $what }
review-done = Looked at already ({ NUMBER($count) })
review-closed = { $who } looked at it ({ $when }): { $finding }.
review-months = Month by month
review-month = Month
review-openings = Times a case was opened
review-flags = Unusual
review-open = Not looked at yet
say-reviewed = Noted. The log keeps that you looked.
entry-opened = Opened a report
entry-message = Wrote to a case
entry-directory = New signed directory
entry-directory-version = Signed directory, version { NUMBER($version) }
entry-ended = Ended somebody’s access
entry-invited = Invited an adult
entry-destroyed = Destroyed a case. Its certificate stands below.
entry-signed-off = Signed for going live
entry-opened-school = The school opened to pupils
entry-restored = An older copy of the data was put back; what came after it was lost
entry-shares = Shared their keys among colleagues
entry-recovery-asked = Asked for their keys back
entry-share-given = Gave a share to whoever asked
entry-recovered = Got their keys back
entry-recovery-stopped = Stopped a request for keys
entry-drilled = Tried that a share fits
entry-code-used = Signed in with a printed recovery code
entry-factor-changed = Changed how they sign in
entry-exported = Saved the log as a file
entry-end-asked = Asked to end this school’s service
entry-end-agreed = Agreed to end this school’s service
entry-end-stop-asked = Asked to call the end of service back
entry-end-stopped = Called the end of service back
entry-taken-out = Everything was written into a sealed take-out
entry-wound-down = No case is left. The certificate stands below.
entry-reviewed = Looked at something unusual
entry-other = Entry of kind { NUMBER($kind) }

destroyed-title = What was destroyed
destroyed-words = Each time cases are destroyed, a certificate stays: how many, on which day, under which policy, and a hash of the keys that are gone. It names no case.
destroyed-none = Nothing has been destroyed yet.
destroyed-on = { $cases ->
    [one] 1 case, { $day }
   *[other] { NUMBER($cases) } cases, { $day }
}
destroyed-last = End of service, { $day }
destroyed-logged = Its fingerprint stands in the log: { $entries }
destroyed-not-shown = Its entry is further down the log. Show older entries to check it.
destroyed-show = Read the certificate
destroyed-save = Save
destroyed-save-of = Save the certificate of { $day }

## The end of the school’s service
service = End of service
service-words = When this school stops using Sotto. No adult can end it alone, and nothing goes that was not taken out first.
service-none = Nobody has asked for the end. Reports come in as usual.
service-steps = What happens
service-step-agree = An administrator asks. Another adult who reads reports agrees. Until then one word stops it.
service-step-pupils = From that minute pupils can send nothing new. Their page says so and shows helplines. Take the posters down the same day.
service-step-read = For 31 days pupils can read your answers, and you finish what is open.
service-step-out = Whoever runs the server writes everything into one sealed folder. The school keeps it.
service-step-keeper = What no day may destroy stays until two readers have named who keeps it.
service-step-over = The rest is destroyed after the last day. A certificate says what went and when.
service-only-admin = Only an administrator can ask.
service-ask = Ask for the end
service-ask-words = Tell the head and the chair of governors first. The pupils’ way to an adult ends with it.
service-days = How much time is there?
service-days-long = 31 days to finish
service-days-long-hint = Pupils can read your answers for 31 days. Choose this unless you must not.
service-days-none = At once
service-days-none-hint = Only what was taken out goes, but nobody has days to read. For a school that has never used it, or that closes today.
service-tick-ask = I have told the head or the chair of governors
service-ask-go = Ask for the end of service
service-asked = { $name } asked to end this school’s service
service-asked-long = With 31 days to finish. Asked { $hour }.
service-asked-none = At once, without days to read. Asked { $hour }.
service-lapses = If nobody agrees by { $day }, it is forgotten.
service-lapsed = Nobody agreed within 14 days. It has to be asked for anew.
service-yours = You asked. Another adult who reads reports has to agree.
service-admin-waits = An adult who reads reports has to agree. You can stop it.
service-agree = Agree
service-agree-words = When you agree, pupils can send nothing new from this minute, not even about danger.
service-tick-agree = I know where pupils can turn to from now on, and they have been told
service-agree-go = Agree to the end
service-wrong-tick = Tick the box when it is true
service-stop = Stop it
service-back = Call it back
service-back-words = Two people must ask, one of them a reader. Reports can then come in again. What is destroyed stays destroyed.
service-back-you = You asked to call it back. A second adult must ask too.
service-back-other = { $name } asked to call it back ({ $hour }). If you ask too, the service goes on.
service-runs = Cases are destroyed from { $day } on
service-ran = Since { $day }, cases are being destroyed
service-by = { $first } asked for it, { $second } agreed ({ $hour }).
service-read-only = Pupils can send nothing new. They can read what you wrote before that day. You can still answer, and should say where help is.
service-late = The last day is over. Whatever is listed below is still here and can be read.
service-left = What is left
service-left-cases = Cases still here
service-left-out = Not in the newest take-out
service-left-keeper = Waiting for a keeper
service-left-mine = Counted from the cases you can see. Name keepers before the take-out: their notes belong in it.
service-left-all = Numbers only: you read no reports. Readers name keepers.
service-staying = Cases that no day destroys
service-staying-none = None. Every case you can see goes by itself once it is in a take-out.
service-why-unread = Nobody has opened it
service-why-held = Somebody holds it
service-why-open = It is open. Close it, or name who keeps it
service-why-by-hand = About an adult, or signs of sexual abuse, or another record has not confirmed
service-settled = Has a keeper
service-is-out = In the take-out
service-not-out = Not in the take-out
service-open-case = Open
service-open-case-of = Open { $title }
service-out = The take-out
service-out-none = Nothing has been taken out since it was agreed.
service-out-day = Last taken out on { $day }.
service-out-words = Whoever runs the server does this, with the server stopped. It takes a minute. The folder is as secret as the reports: choose its place with the school.
service-out-write = Type this on the server, with the settings it runs with
service-out-place = A FOLDER ON A DISK THE SCHOOL KEEPS
service-out-read = Then try it: it asks for your password and your account secret
service-out-again = Anything you write afterwards needs a new take-out. Only what is in the newest one is destroyed.
service-out-only = After the end it is the only copy. Lose it and the reports are lost.
service-over = Nothing is left on this server
service-over-words = The last case went on { $day }. Save the certificate and the log: whoever runs the server may remove them with your accounts.
service-over-log = Go to the log
service-proof = What was destroyed
service-proof-words = Certificates since the last day. Their place in the log stands on the audit page.
service-proof-none = Nothing has been destroyed yet.
service-news-asked = { $name } asked to end this school’s service.
service-news-runs = This school’s service is ending. Cases are destroyed from { $day } on.
service-news-ran = This school’s service has ended. Cases have been going since { $day }.
service-news-over = This school’s service has ended, and no case is left here.
service-news-pupils = Pupils can send nothing new.
service-news-look = Look
service-news-left = What is left to do
service-reply = This service is ending. The pupil can read your words before { $day } and can’t answer. Say where help is, and who will talk to them.
service-reply-late = This service has ended. The pupil may not see your words any more, and can’t answer. Reach them another way too.
service-today = The service is ending: nothing comes in, so there is nothing to set here.
keeper-title = Who keeps it after the end of service
keeper-goes = It needs no keeper. It is destroyed from { $day } on, once it is in a take-out.
keeper-words = No day destroys this case. Two readers name who keeps what is in it from now on.
keeper-alone = Only you read this case, and two readers must name a keeper. Let another adult read it first: never one the pupil left out.
keeper-label = Who keeps it, and where?
keeper-hint = An office or a person, and a number: “Local authority designated officer, file 26/114”. Only readers of this case see it.
keeper-go = Name the keeper
keeper-you = You named a keeper. A second reader must name one too.
keeper-other = { $name } named a keeper ({ $hour }). Their words are in the notes. If that is right, say so too.
keeper-both = { $first } and { $second } named who keeps it. It is destroyed once it is in a take-out.
wrong-keeper = Say who keeps it
say-service-asked = Asked. Another adult has to agree.
say-service-agreed = Agreed. Pupils can send nothing new.
say-service-back = Noted.
say-keeper = Noted. Two readers must name a keeper.

## Adults
adults-wait = Loading the list…
adults-words = Everyone the signed directory names can read reports. Version { NUMBER($version) }, valid until { $day }. Pupils and parents can see it.
adults-table = Adults with an account
adult = Adult
key-words = Key words
no-key = No key
state-reads = Reads
state-works = Works
state-waiting = Waits for signatures
state-ended = Ended
end = End access
end-title = End access of { $name }
end-words = Works at once: their sessions end, and no report is sealed or given out to their key any more. The next signed directory makes it final. It cannot be undone; a new invitation makes new keys.
end-reason = Why?
end-reason-hint = Kept with the account. Never shown to pupils.
end-go = End access now
end-destroy = Destroy their key for good
end-destroy-hint = Only after they handed every case over. What was sealed to them is deleted. Their name stays beside what they wrote.
leave-day = Last day
leave-day-hint = They are asked to hand their cases over before it.
leave-set = Set the last day
leave-clear = Take the last day back
leaves-on = Leaves on { $day }
leaves-handed = Handed over
leaves-alone = { $count ->
    [one] One case stands alone
   *[other] { NUMBER($count) } cases stand alone
}
hand-title = Hand your cases over
hand-day = Your last day is { $day }.
hand-words = Every case you can open must be open to two others when you go. This browser goes through them, one entry in the log for each. Whoever a pupil left out gets nothing.
hand-go = Hand over now
hand-again = Go through them again
hand-step = { $done } of { $of } cases
hand-done = { $count ->
    [0] There was no case to hand over.
    [one] One case. Two others can open it.
   *[other] { NUMBER($count) } cases. Two others can open each.
}
hand-given = { $count ->
    [0] None had to be sealed again.
    [one] One was sealed to a colleague.
   *[other] { NUMBER($count) } were sealed to colleagues.
}
hand-alone = { $count ->
    [one] One case could not be handed over.
   *[other] { NUMBER($count) } cases could not be handed over.
}
hand-alone-words = Fewer than two others may read it: the pupil left them out, or their inbox has nobody else. Somebody new has to join that inbox first.
certificate = Leaving certificate
certificate-of = { $name }
certificate-cases = Cases they could open
certificate-handed = Sealed to colleagues
certificate-alone = Left alone
certificate-log = Checked at log entry
certificate-said = Signed by their key
certificate-destroyed = Key destroyed
certificate-kept = Key not destroyed
certificate-print = Print
news-title = The list of readers changed
news-version = Version { NUMBER($version) }
news-adds = { $name } can read now. Their six words:
news-removes = { $name } reads no more.
news-words = Compare the words with the person. If you did not expect this, tell the chair of governors today.
news-seen = I have seen this
regain-cannot = Lost your password or your kit?
regain-link = Get back in with colleagues
regain-title = Get back in with colleagues
regain-words = Two colleagues who hold a share of your keys can give them back. Choose a new password now. You get a new kit to print.
regain-words-kit = If you still have your old kit, one colleague is enough.
regain-asked-before = I have asked already
regain-new-password = New password
regain-new-password-hint = At least 12 letters. Several words are good.
regain-again = New password again
regain-ask = Ask my colleagues
regain-refused = Name and code do not fit together. A code works once: wait for the next one.
regain-asked = Your colleagues were asked
regain-read-out = Read these six words to two colleagues, face to face or in a call where you know the voice. They compare them on their screen.
regain-until = The request ends: { $hour }.
regain-to-sign-in = Back to sign in
regain-back = Come back for your keys
regain-back-words = With the new password and the new kit, from this or another device.
regain-new-secret = Account secret of the new kit
regain-code-hint = From the app on your phone. Wait for a new one: a code works once.
regain-old-secret = Account secret of the old kit
regain-old-secret-hint = Only if you have it. Then one colleague is enough.
regain-look = Get my keys
regain-waiting = Not enough yet
regain-waiting-words = { $count ->
    [0] No colleague has given a share yet.
    [one] One colleague has given a share. One more is needed, or your old kit.
   *[other] { NUMBER($count) } colleagues have given shares, but they do not open your keys. Show this to the chair of governors.
}
regain-done = Your keys are back
regain-done-words = Sign in with your new password and your new kit. Destroy the old kit.
regain-news = About a colleague’s keys
regain-asks = { $name } asks for their keys back.
regain-used = { $name } got their keys back: { $hour }.
regain-news-words = Did they tell you themselves? If not, tell the chair of governors at once. A request can be stopped under Adults and keys.
regain-news-go = Look at the request
regain-since = Asked: { $asked }. Ends: { $ends }.
regain-compare = Let them read their six words to you, face to face or in a call where you know the voice:
regain-given-by = Given by: { $names }.
regain-compared = I compared all six words with { $name }.
regain-give = Give my share
regain-stop = Stop this request
regain-section = Keys and colleagues
regain-section-words = Who loses password and kit gets back in with two colleagues who each hold a share. One share alone opens nothing. Every step is in the log.
regain-table = Who holds shares of whose keys
regain-holders = Who holds a share
regain-shown = tried: { $hour }
regain-gone = reads no more
regain-none = No shares
regain-try = Try my share
regain-fits = Fit. Tried: { $hour }
regain-old = Tried a year ago or more: { $hour }
regain-untried = Not tried by two yet
regain-few = Too few holders are left
regain-broken = Do not fit: make new ones
regain-own = Share my keys
regain-own-again = Share my keys anew
regain-own-words = Choose two or three colleagues. The head can hold no share of the chair’s keys.
regain-own-few = At least two other readers are needed who may hold a share.
regain-share = Share my keys
say-shared = Your keys are shared.
say-drilled = Your share was tried and noted.
say-share-given = Your share is given.
say-recovery-stopped = The request is stopped.
wrong-holders = Choose two or three colleagues.
share = Let a colleague read it
share-words = A colleague who came later can be given this case. The pupil sees that you did. Whoever the pupil left out is not in this list.
share-choose = Choose a colleague
share-go = Give it to them
share-nobody = Nobody else may be given this case.
aside = Step aside
aside-title = Step aside from this case
aside-words = For a conflict of interest. You give up every key to it, now and later. The others read why. Two must be left: if not, let a colleague read it first.
aside-why = Why?
aside-go = Step aside now
invite = Invite an adult
invite-name-hint = As pupils will see it, with title.
invite-place-hint = Such as Room 4. May be empty.
invite-make = Make an invitation
invite-then = The link works once. They make their own keys; then the directory has to be signed before they can read.
invite-made = Invitation for { $name }
invite-link = One-time link
invite-once = Shown once. Hand it over in person or on paper; whoever opens it first becomes this adult. Works until { $day }.
invite-passed = I have passed it on
invites-open = Open invitations
invite-until = , until { $day }
invite-cancel = Take it back
wrong-invite-name = Type the name as pupils will see it, at most 64 letters
wrong-place = Use a shorter place, at most 64 letters
draft-needed = The signed directory does not match the people
draft-needed-words = Somebody has joined or left. Draft the next directory, then have it signed.
draft-needed-admin = Somebody has joined or left. An administrator has to draft the next directory.
draft-make = Draft the next directory
draft-make-soon = Draft it to read at once
draft-wait = A new key reads after 48 hours, so that everyone has seen it first. At once takes one more signature.
draft-from = Reads from { $day }.
draft-compared = I met { $name }. We both saw these six words.
wrong-compared = Meet them and compare the six words first
draft-title = Directory version { NUMBER($version) } waits for signatures
draft-by = Drafted by { $name }, { $when }.
draft-adds = Adds { $name }
draft-compare = Meet them and compare these words on both screens:
draft-removes = Removes { $name }
draft-renews = Nobody joins or leaves. The list gets a new last day.
draft-more = { $count ->
    [0] Fully signed
    [one] Needs 1 more
   *[other] Needs { NUMBER($count) } more
}
draft-sign = Sign with this root key
draft-forgets = The key is used once on this device and forgotten.
root-key = Root key
root-key-hint = Typed from the printed root key page in the safe.
root-key-demo = Filled in, because this person is made up.
wrong-root-key = Type the root key from its printed page
poster = The school’s poster
poster-words = Its address carries the fingerprint. A pupil’s browser compares it with the signed list before anything is sealed.
poster-qr = Code with the poster’s address
today = Reports today
today-count = { NUMBER($reports) } since midnight. A day here usually brings at most { NUMBER($budget) }.
today-half = That is half of it or more. Look whether it is a flood: the same words again and again, or none that make sense.
today-full = That is more than a usual day. Sending now takes everyone longer. Nothing is refused.
today-stopped = That is ten usual days. Until midnight only reports that say “danger” get through, and those with the poster’s code. If these are real, raise the number.
today-code = Posters carry a code this term. Without it a report is shown up to four hours later, unless it says “danger”.
today-no-code = Posters carry no code.
budget = Most reports on a usual day
budget-hint = From 10 to 1,000,000. It is an alarm and a price, never a wall for someone in danger.
budget-save = Save the number
wrong-budget = Type a number from 10 to 1,000,000
code-new = New code for posters
code-none = Posters without a code
code-hint = A new code is for a new term: print new posters afterwards. Old ones still work, the slower way.
posters = Posters
posters-words = Paper for walls and pockets. Its code carries the school’s fingerprint, so a pupil’s browser can tell the real list of adults from a false one.
posters-make = Make it
posters-size = Size
posters-a4 = A4 poster
posters-cards = Ten cards to cut out
posters-look = How it speaks
posters-plain = In words
posters-pictures = In pictures, for those who read little
posters-print = Print or save as PDF
posters-print-hint = The code was drawn on this device. In the print window choose A4 and no scaling.
posters-hang = Before you hang it up
posters-check = Scan one with a phone. The page must open without a warning.
posters-same = Print the same poster for the whole school. A poster of its own for one corridor would say where a pupil stood.
posters-private = Hang some where nobody is watched reading: the inside of toilet doors, the library, a quiet corner.
posters-term = It carries this term’s code. Make a new code at the start of a term, and print again.
posters-no-term = It carries no term’s code. An administrator can make one under “Adults and keys”.
posters-old = Print again when the school’s address or its root keys change. A change of adults needs no new poster.
gate = Going live
gate-words = Pupils can write when everything here is done. Until then their page says “not open yet” and shows who answers now.
gate-closed = Not open yet. Pupils cannot write; nothing they say is lost, because there is nowhere to write it.
gate-open-by = Open since { $day }. Opened by { $name }.
gate-open-demo = Open since { $day }, as a demo: it did not go through this gate.
gate-open-before = Open. It was open before there was a gate; what is missing below should be made good.
gate-items = What it takes
gate-done = Done
gate-waits = Missing
gate-seen = Seen by the server just now.
gate-readers = Two readers for every inbox
gate-readers-missing = Too few in: { $inboxes }. An administrator invites another adult under “Adults and keys”; two root keys sign.
gate-escalation = Somewhere else to go
gate-escalation-missing = Nobody reads: { $inboxes }. A concern about an adult must be able to go round them. An administrator invites the head or the chair.
gate-recovery = Recovery of keys, tried
gate-recovery-missing = Lost keys could not be brought back for: { $names }. Each shares theirs with colleagues under “Adults and keys”; two of these try their share.
gate-copies = Copies, and a restore drill
gate-copies-missing = Missing, gone wrong or too old: { $list }. “Audit” shows how each stands. Whoever runs the server mends it.
gate-hours = Hours
gate-hours-missing = Nobody is planned to look. Whoever runs the server sets the hours.
gate-hours-done = Somebody next looks { $when }.
gate-packs = Helplines, categories and retention
gate-packs-missing = Missing or too old: { $list }. Whoever runs the server installs the release that has them.
gate-assessment = Impact assessment
gate-assessment-missing = The head or the chair signs that it was done.
gate-assessment-done = Done with { $officer } on { $day }. Signed by { $by }.
gate-terms = Terms of sharing
gate-terms-missing = The head or the chair reads and signs them, as they read today.
gate-terms-again = They changed since they were signed. The head or the chair reads what changed and signs again.
terms-changed = What changed from version { NUMBER($before) } to version { NUMBER($now) }
terms-gone = Was:
terms-new = Now:
gate-terms-done = Agreed with { $officer } on { $day }. Signed by { $by }.
gate-practice = Practice run
gate-practice-missing = The lead or a deputy plays one through with colleagues on a demo school, and signs.
gate-practice-done = Played with { $people } on { $day }. Signed by { $by }.
gate-open-title = Open to pupils
gate-missing = { $count ->
    [0] Everything is done.
    [one] One thing is missing. The server refuses to open before it is done.
   *[other] { NUMBER($count) } things are missing. The server refuses to open before they are done.
}
gate-open = Open the school
inbox-safeguarding = safeguarding
inbox-head = the head’s inbox
inbox-chair = the chair’s inbox
sign-assessment = Sign for the impact assessment
sign-assessment-words = You sign that the data protection impact assessment was done and its risks are accepted. The log keeps who and when.
sign-terms = Sign the terms of sharing
sign-terms-words = You sign for the school that information is shared as these terms say, and only so.
sign-terms-read = Read the terms, version { NUMBER($version) }
sign-practice = Sign for a practice run
sign-practice-words = You sign that a report was sent, opened, answered and closed in practice, and that everyone knew what to do.
sign-officer = Name of the data protection officer
sign-took-part = Who took part
sign-day = Day it was done
sign-assessment-go = Sign the assessment
sign-terms-go = Sign the terms
sign-practice-go = Sign the practice run
wrong-officer = Type the data protection officer’s name, at most 120 letters
wrong-took-part = Type who took part, at most 120 letters
wrong-day = Choose a day that has come
fail-not-ready = Something is missing.
fail-not-ready-next = The list below says what, and who can mend it.
say-school-open = The school is open to pupils.
ready = Readiness
ready-words = What this server depends on, looked at now. What cannot be seen from here is called unknown, never a pass.
ready-wait = Looking…
ready-count = { NUMBER($fail) } to mend, { NUMBER($unknown) } unknown, { NUMBER($pass) } as they should be.
ready-fail = To mend
ready-unknown = Unknown: find out
ready-pass = As it should be
ready-again = Look again
ready-tls-good = This page came over https, your browser trusts the certificate, and it is told to come back the same way.
ready-tls-loose = This page came over https, but browsers are not told to come back the same way: start the server with --behind-tls.
ready-tls-unseen = This page came over https. Whether browsers are told to come back the same way could not be seen: look again.
ready-tls-here = You are on the server itself, so the way from outside cannot be seen: open this page from a school computer.
ready-tls-none = This page came unencrypted: anyone on the way can change it. Put a proxy with a certificate in front.
ready-headers-good = They arrive here as the server sends them.
ready-headers-lost = Something between the server and this browser takes away: { $list }. Mend the proxy.
ready-headers-unseen = The page could not be asked for again: look again.
copies = Copies, and whether they come back
copies-words = A server can be lost. What was kept on it comes back from its newest copy, if there is one and it is whole.
copies-backup = Copy of everything
copies-keys = Copy of the keys of cases
copies-drill = Restore drill
copies-good = Good
copies-unknown = Unknown
copies-none = There is none. Whoever runs the server makes one every night.
copies-made = Newest: { $day }.
copies-old = Newest: { $day }. Too old: one must be made every { NUMBER($days) } days at least, and is meant for every night.
copies-not-yet = Noted for { $day }, which has not come yet: a clock was wrong.
copies-elsewhere = They lie in PostgreSQL, whose own tools copy them. Ask whoever runs it when they last did.
drill-never = Never done. No copy was ever put back on trial.
drill-well = Newest: { $day }. A copy was put back on trial, and came back whole.
drill-well-counts = Newest: { $day }. A copy was put back on trial, and came back whole. Cases: { $cases }. Entries of the log: { $entries }.
drill-old = Went well, but too long ago: { $day }. It is due every { NUMBER($days) } days.
drill-failed = Failed: { $day }. An administrator sees why under “Readiness”.
drill-failed-why = Failed: { $day }. The server says: { $why }
drill-shows = What a drill shows that goes well: this server signed the copy and nothing in it changed since. Every row came back. The log leads to its signed end. A sample of messages is whole.
drill-cannot = What it cannot show: that the words can be read. Only readers can read them. After a real restore, open a case.
drill-how = Whoever runs the server does it with one command, while the server works. PLACE is where the copies lie. The result is shown here, and is due again after { NUMBER($days) } days.
six-words = In six words
root-keys = Root keys
root-keys-of = { NUMBER($threshold) } of { NUMBER($all) } must sign

## Spoken
say-eyes = { $count ->
    [one] One case needs eyes now.
   *[other] { NUMBER($count) } cases need eyes now.
}
say-sent = Sent to the pupil.
say-waiting = Your reply waits ten seconds. Undo is above.
say-closing = The case closes in ten seconds. Undo is above.
say-taken-back = Taken back. Your words are in their box again.
say-note = Note saved.
say-decided = Decision saved.
say-held = The case is held.
say-lift = Noted. A hold ends when two adults have asked.
say-reopened = The case is open again.
say-saved = The log was saved as a file.
say-copied = Copied.
say-signed = Signed.
say-ended = { $name } has no access any more.
say-last-day = The last day is saved.
say-handed = Handed over.
say-given = { $name } can read it now.
say-moved = Noted. The school’s own record has it.
say-aside = You stepped aside.

## What we keep (public, for parents, governors and data protection officers)
kept-title = What we keep, and for how long
kept-lead = This page is made from the settings of the server itself. Opening it tells nobody who you are: it is the same for everyone, and visits are not written down.
kept-school = School:
kept-offline = What this school says of itself did not arrive. Try again later. All that stands below holds for every school.
kept-no-script = The names of the adults, the places and the days need JavaScript. All that stands below does not.
kept-readers = Who can read reports
kept-readers-words = Only these adults can, and only those a pupil did not leave out. Two people of the school signed this list.
kept-since = Signed on
kept-where = Where it lies and where it goes
kept-operator = Run by:
kept-operator-missing = Who runs this server was not stated. Ask the school.
kept-stands = The server stands in:
kept-stands-missing = Where the server stands was not stated. Ask the school.
kept-backups-in = Copies lie in:
kept-backups-in-missing = Where copies lie was not stated. Ask the school.
kept-nowhere-else = It is sent nowhere else: no statistics, no mail with contents, no other company’s scripts or fonts. The school decides what is kept; whoever runs the server does so for the school.
kept-done = When it was last done
kept-destruction = Reports were last destroyed on
kept-destruction-missing = No report has reached its day of destruction yet.
kept-backup = Last copy made on
kept-backup-missing = No copy has been made yet.
kept-drill = That a copy can be restored was last tried, and worked, on
kept-drill-missing = That a copy can be restored has not been shown yet.
kept-loss = An older copy was put back, and what came after it was lost, on
kept-loss-missing = No older copy was ever put back.
kept-what = What is kept
kept-how-long = How long:
kept-deleted-by = What deletes it:
kept-who = Who can read it:
kept-why = Why it may be kept:
kept-unconfirmed = This list is dated { $day }. No data protection officer has confirmed it yet.
kept-confirmed = This list is dated { $day } and was confirmed by { $who }.
kept-rights = Your rights
kept-rights-words = Ask the school to see, correct or delete what is kept about you. The server cannot find a person: nothing in it says whose a report is.
kept-never = Never kept: addresses of devices, browsers, languages, cookies, exact times of pupils.
kept-back = Back
kept-data = This page as data
kept-manifest = Fingerprints of all files of this site

## Your sign-in
own = Your sign-in
own-words = Only you see this page. No colleague can end your sessions or make codes for you.
sessions = Where you are signed in
sessions-words = Sotto keeps no address and no name of a device. Give each a name you will know again.
session-unnamed = Without a name
session-here = This one
session-times = Signed in { $began }. Last used { $seen }.
session-name = Name it
session-name-label = Name
session-name-hint = Such as “Office laptop”.
session-name-save = Save
session-end = Sign out
everywhere = Sign out everywhere
everywhere-sure = This ends every session of yours, this one too. What you typed and did not send is lost.
wrong-session-name = Use at most 64 letters
codes = Recovery codes
codes-words = With one of these you can sign in when your phone is lost. Keep them on paper, away from the phone.
codes-none = You have none. Make them now, before you need them.
codes-left = Codes left: { NUMBER($left) }
codes-renew = Make ten new codes
codes-rules = New codes replace the old ones. Each works once. Every use is in the log for your colleagues to see.
codes-once = Print these now. They are shown once.
codes-paper = Recovery codes of { $name } for Sotto. Each works once, in place of the code on the phone. Keep away from the phone. Do not photograph.
codes-print = Print the codes
codes-printed = I have printed them, and the paper is readable
codes-done = Done
proof-title = Show once more that it is you
proof-words = You are about to do something that needs a fresh code. It then counts for five minutes.
proof-hint = The newest code from your phone, or a recovery code. A code you have used does not work again.
proof-go = Go on
say-session-ended = Signed out: { $name }.
say-session-named = The name is saved.
passkeys = Passkeys
passkeys-words = A passkey takes the place of the code: you show your face, finger or PIN to your device. Your password and account secret are still asked for.
passkeys-none = You have none yet. One on each device you use is best.
passkeys-old-browser = This browser cannot use passkeys here. They need a newer one, and a page with a name of its own.
passkey-add = Add a passkey
passkey-name = Name of the device
passkey-name-hint = Such as “Office laptop” or “blue key”.
passkey-make = Make it now
passkey-added = Added { $day }.
passkey-remove = Take away
passkey-use = Use a passkey
passkey-not-made = No passkey was made. The device said no, or it has one for you already
passkey-not-shown = No passkey was shown. Try again, or type a code
wrong-passkey-name = Give it a name of at most 64 letters
say-passkey-added = The passkey is added.
say-passkey-removed = The passkey is gone.

## The school’s settings

set-school = The school
set-name = Name of the school
set-region = Region
set-region-hint = Decides which helplines and emergency number pupils see.
region-eng = England
region-wls = Wales
region-sct = Scotland
region-nir = Northern Ireland
region-us = United States
region-int = Elsewhere (international helplines)
guidance-eng = Schools here go by “Keeping children safe in education”.
guidance-wls = Schools here go by “Keeping learners safe”. Categories and times of keeping follow England’s guidance: read them through with whoever answers for the data.
guidance-sct = Schools here go by the “National guidance for child protection in Scotland”. Categories and times of keeping follow England’s guidance: read them through with whoever answers for the data.
guidance-nir = Schools here go by “Safeguarding and child protection in schools”. Categories and times of keeping follow England’s guidance: read them through with whoever answers for the data.
guidance-other = Categories and times of keeping follow England’s guidance: read them through with whoever answers for the data.
set-hours = When an adult looks
set-hours-why = Pupils are told when somebody next looks. Say only what you can keep.
set-days = Days and hours
weekdays = Monday Tuesday Wednesday Thursday Friday Saturday Sunday
set-from = { $day }, from
set-to = { $day }, until
set-nobody = Nobody looks
set-zone = Time zone
set-closed = Holidays
set-closed-hint = Days on which nobody looks. Pupils are told the first day after them.
set-closed-first = First day
set-closed-last = Last day
set-closed-more = Add a holiday
set-closed-remove = Remove
set-closed-remove-which = Remove the holiday from { $day }
set-nothing = Nothing yet
set-contacts = Who answers for the data
set-contacts-why = Everyone can read this on the page “What we keep”. A school cannot open without it.
set-controller = Controller
set-controller-hint = The school or trust, with its registration number.
set-officer = Data protection officer
set-officer-hint = Name, and an address or number that reaches them.
set-complaints = Complaints
set-complaints-hint = Where to complain: at school first, then the authority for data protection.
wrong-school-name = Enter the name of the school, in up to 64 letters.
wrong-hours = Enter a beginning, and an end after it.
wrong-days = Choose at least one day.
wrong-closed = { $days }: enter both days, the first one first.
wrong-closed-many = Enter at most 60 holidays. Remove those that are over.
wrong-contact = Fill this in, in up to 200 letters.
settings = School settings
settings-words = What pupils and parents are told about the school. Only an administrator changes it, and the log says that they did.
settings-finer = Somebody looks more than once on some days. This page cannot show that, and leaves the hours as they are.
settings-meanwhile = Somebody else changed these settings while you did.
settings-meanwhile-words = Nothing is saved yet. What you did not touch is as they left it; what both of you changed is marked below. Read it, then save again.
settings-same = Nothing was changed.
set-both = Somebody else changed this meanwhile, to “{ $theirs }”. Save again to keep yours.
set-both-choice = Somebody else changed this meanwhile. Save again to keep yours.
settings-go = Save
say-settings = Saved.
entry-settings = Changed the school’s settings
gate-contacts = Who answers for the data
gate-contacts-missing = An administrator names the controller, the data protection officer and how to complain, under “School settings”.
kept-controller = Answers for the data:
kept-officer = Data protection officer:
kept-complaints = To complain:
kept-answers = Who answers for it
kept-contacts-missing = Nobody said who answers for the data here. Ask the school.

## Founding a school

found-tab = Founding a school
found-step = Step { $at } of 4
found-looking = Looking at your link…
found-failed = That did not work
found-dead = This link does not work any more
found-dead-words = It was replaced, is too old, or the school is already there. A founder asks for a new one. Whoever runs the server starts it again and finds a new link on its console.
found-title = Found your school
found-words = It takes three people and about an hour. Nobody can do it alone, so that nobody alone can decide who reads reports.
found-plan-name = Here: name the school and three people.
found-plan-links = Each of them gets a link.
found-plan-keys = Each makes keys on a device of their own and prints them.
found-plan-sign = Two of them meet, compare words, and sign who can read.
found-address = Its address
set-slug = Short name for addresses
set-slug-hint = Such as st-hilda. Small letters, digits, dashes. It is on every poster and cannot change.
found-people = The three founders
found-people-why = Three different people. Two of them must sign every change of who can read, now and later.
found-lead-why = Reads reports.
found-deputy-why = Reads reports too, so that one of the two can be away.
found-admin-why = Sets things up and invites people. Never reads a report.
found-go = Make the three links
found-links = Three links, shown once
found-links-words = Give each person theirs, in person if you can: copied, or scanned from this screen. Each opens it on a device of their own, and keeps it until the school is there.
found-links-alone = Do not open a link that is not yours. Whoever opened all three could read and sign alone. The words that the three compare would show it.
found-link-qr = Code with the link
found-copy = Copy the link of { $name }
found-links-passed = I passed them on
found-join-as = You found { $school } with two others. You are: { $role }.
found-join-reads = You will read reports. With another founder you sign who else can.
found-join-admin = You set things up and never read a report. With another founder you sign who can.
found-join-words = Your keys are made now, on this device. They go on a printed page, your kit, and nowhere else. Have a printer ready.
found-kit-words = Print this page now and put it in the school safe, in an envelope of its own. It is shown once. Nobody can show it to you again.
found-kit-paper = Keep in the school safe, in an envelope of its own. Do not photograph, scan or send. The root key on this page signs who can read.
found-root = Root key
found-own-words = Your six words
found-fingerprint-blank = Write it here when all three have joined:
found-kit-rules = Your password is not on this page. Do not write it here. Keep the page at hand until the school is there: you read your six words from it, and may need the root key.
found-kit-go = Go on
found-stands = How it stands
found-waits = Each founder opens their own link. You can close this page. Your link brings you back here.
found-whole = All three have joined. Two of you meet, compare words and sign. It does not matter which two.
found-whole-console = All three have joined. Two of them sign with their own links. This link has nothing left to do.
found-one-more = You signed. One of the two others signs too, and the school is there.
found-you = (you)
found-missing = not joined yet
found-joined = joined
found-signed = signed
found-again = Look again
found-until = The links work until { $day }. After that, nothing of this is kept.
found-anew = Something is wrong, or somebody lost their kit
found-anew-words = Start over with new links. The old links stop working, and everyone makes new keys.
found-anew-go = Start over
found-sign = Compare, then sign
found-sign-words = Meet the two others, or call them on a number you know. Each reads their six words from the printed kit. If they are the same here, nobody swapped a key.
found-compared = { $name } read out the same words
found-fingerprint = Write this fingerprint on your kit. The posters show it, so that everyone can check the school’s keys:
found-root-hint = From your own printed kit.
found-sign-go = Sign who can read
found-wrong-root = This is not the root key from your own kit. Compare it with the paper, sign by sign
wrong-slug = Use 2 to 40 small letters, digits or dashes
wrong-founder = Name somebody else: three different people found a school
found-done = Your school is there
found-done-words = Pupils cannot write yet. They see that the school is not open, and numbers to call.
found-next-sign-in = Sign in with your password, your kit and the code on your phone.
found-next-people = The administrator invites the head, the chair of governors and other readers, under “Adults and keys”.
found-next-gate = “Going live” says what is missing. The school opens when all of it is done.
found-next-posters = “Posters” prints what pupils will see.
found-sign-in = Go to sign in

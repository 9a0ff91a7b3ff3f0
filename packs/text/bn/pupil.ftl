## The page

page-title = ছাত্রছাত্রীদের পাতা
page-title-error = ভুল: { page-title }
page-skip = সরাসরি পাতায় যাও
page-demo = এটা শুধু নমুনা। এই স্কুলটা বানানো। এখানে কেউ তোমাকে সাহায্য করবে না।
page-print = স্কুলের প্রিন্টারে কপি থেকে যেতে পারে। যা দরকার, হাতে লিখে নাও। বিপদে আছ? { $emergency } নম্বরে ফোন করো।
page-loading = পাতাটা তৈরি হচ্ছে।

## Emergency strip

strip-label = এখনই সাহায্য
strip-danger = এখন বিপদে আছ?
strip-call = ফোন করো
strip-talk = এখনই কথা বলো, টাকা লাগে না
strip-free = টাকা লাগে না
strip-watch-start = এই পাতা কেউ
strip-watch-not = সব সময় দেখে না,
strip-watch-end = মাঝে মাঝে দেখে।
strip-next = এরপর দেখার সময়:
strip-nobody = এরপর কেউ কখন দেখবেন, তা আমরা জানি না।
strip-leave = বেরিয়ে যাও

## Moments

moment-today = আজ { $time }
moment-tomorrow = আগামীকাল { $time }
moment-day = { $weekday } { $time }
moment-date = { $weekday } { $day } { $month }, { $time }
moment-now = কেউ এখন দেখছেন
moment-by-today = আজ { $time }
moment-by-tomorrow = আগামীকাল { $time }
moment-by-day = { $weekday } { $time }
moment-by-date = { $weekday } { $day } { $month } { $time }
moment-am = সকাল { $clock }টা
moment-pm = দুপুরের পর { $clock }টা
moment-morning = { $day } সকালে
moment-later = { $day } দুপুরের পর
moment-half-date = { $weekday } { $day } { $month }
moment-word-today = আজ
moment-this-morning = আজ সকালে
weekday-0 = সোমবার
weekday-1 = মঙ্গলবার
weekday-2 = বুধবার
weekday-3 = বৃহস্পতিবার
weekday-4 = শুক্রবার
weekday-5 = শনিবার
weekday-6 = রবিবার
month-1 = জানুয়ারি
month-2 = ফেব্রুয়ারি
month-3 = মার্চ
month-4 = এপ্রিল
month-5 = মে
month-6 = জুন
month-7 = জুলাই
month-8 = আগস্ট
month-9 = সেপ্টেম্বর
month-10 = অক্টোবর
month-11 = নভেম্বর
month-12 = ডিসেম্বর

## Landing

landing-school = স্কুলের পাতা
landing-title = এখানে তুমি আমাদের বলতে পারো
landing-lead = তুমি কে, তা বলতে হবে না। নিশ্চিত না হলেও সমস্যা নেই।
landing-doors = শুরু করো
door-help = এখনই সাহায্য নাও
door-help-text = যাদের ফোন বা মেসেজ করতে পারো। স্কুলকে বলতেই হবে, এমন না।
door-tell = স্কুলকে কিছু বলো
door-tell-text = তোমার কথা, বা যাকে নিয়ে তোমার চিন্তা হচ্ছে তার কথা।
way-title = তোমার সাতটা শব্দ দিয়ে ফিরে এসো
way-text = কী হলো দেখো। আরও লেখো।
good-to-know = জেনে রাখা ভালো
who-title = তোমার কথা কারা পড়তে পারে?
who-1 = শুধু স্কুলের কয়েকজন বড় মানুষ। লেখার আগে তুমি তাঁদের নাম দেখতে পাবে।
who-2 = তাঁদের যে কাউকে তুমি বাদ দিতে পারো।
who-3 = যে কম্পিউটারে তোমার কথা থাকে, সেটা তোমার কথা পড়তে পারে না।
others-title = অন্যেরা কী দেখতে পারে?
others-1 = স্কুলের ওয়াই-ফাই দেখতে পারে যে তুমি এই সাইট খুলেছ। কী লিখেছ, তা দেখতে পারে না।
others-2 = স্কুলের কম্পিউটার তোমার লেখা জমা রাখতে পারে। আমরা সেটা থামাতে পারি না।
others-3 = তুমি অন্য ফোন বা কম্পিউটার নিতে পারো। বা বিশ্বাস করো এমন বড় কাউকে বলতে পারো।
others-4 = যে কথা শুধু দুজন জানে, তা থেকে ওই দুজনকে চেনা যেতে পারে।
others-5 = “বেরিয়ে যাও” চাপলে এই পাতা মুছে যায়। কোন কোন পাতা খুলেছ, সেই তালিকা মোছে না।
secret-title = এটা কি গোপন থাকবে?
secret-1 = কেউ খুব বেশি আঘাত পেতে পারে মনে হলে, স্কুলকে কিছু করতেই হয়।
secret-2 = যাঁরা শিশুদের নিরাপদ রাখেন, আমরা তাঁদের জিজ্ঞেস করতে পারি। আগে তোমাকে এখানে জানানোর চেষ্টা করব।
limits-title = এখানে কী করা যায় না?
limits-1 = তুমি কে, আমরা জিজ্ঞেস করি না। তাই তোমাকে খুঁজে পাব না। তাড়াতাড়ি সাহায্যের জন্য { $emergency } নম্বরে ফোন করো।
limits-2 = সাতটা শব্দ হারিয়ে গেলে কেউ ফিরিয়ে দিতে পারে না। তুমি আবার আমাদের বলতে পারো।
limits-3 = কেউ বিপদে আছে বললে, কম্পিউটার শুধু ওই উত্তরটা দেখে। তাতে বড় কেউ তাড়াতাড়ি খবর পায়।
limits-4 = কতজন এটা পড়তে পারে, সেটাও কম্পিউটার দেখে।
after-title = তারপর কী হয়?
after-1 = তুমি সাতটা শব্দ পাবে। সেগুলো দিয়ে এখানে ফিরে আসতে পারবে।
after-2 = তুমি আমাদের উত্তর পড়তে পারবে, আরও লিখতে পারবে।
staff-link = স্কুলের কর্মীদের জন্য
kept-link = আমরা কী রেখে দিই

## When the school has not gone live

not-open-title = এখনো খোলেনি
not-open-short = আজ এখানে স্কুলকে লেখা যাবে না। তবু সাহায্য পাওয়া যায়।
not-open = তোমার স্কুলের বড় কেউ এখনো এই পাতা পড়েন না। তাই এখানে লেখার জায়গা নেই।
not-open-next = বিশ্বাস করো এমন বড় কাউকে বলো। বা এমন কাউকে ফোন করো যে এখনই ধরবে।

## When the page cannot run

broken-title = এই অংশটা এখানে চালু হচ্ছে না
broken-1 = হয়তো একটু সময় লাগবে। এটা থেকে গেলে, এই ফোন বা কম্পিউটার থেকে পাঠানো যাবে না।
broken-2 = কিছুই পাঠানো হয়নি। তবু সাহায্য পাওয়া যায়।
broken-3 = বিশ্বাস করো এমন বড় কাউকে বলো। বা নতুন কোনো ফোন বা কম্পিউটারে চেষ্টা করো।
broken-call = বা এখনই কাউকে ফোন করো:

## Help hub

help-title = এখনই সাহায্য নাও
help-lead = এঁরা ছোটদের আর কিশোর-কিশোরীদের কথা শোনেন। এঁরা তোমার স্কুলের কেউ নন।
help-lead-2 = তোমার নাম বলতে হবে না।
help-danger = এখন বিপদে
help-talk = কারও সাথে কথা বলো বা মেসেজ করো
help-more = আরও যারা সাহায্য করতে পারে
help-elsewhere = অন্য দেশে
help-uk = যুক্তরাজ্য
help-call = { $number } নম্বরে ফোন করো
help-text = { $number } নম্বরে { $word } লিখে মেসেজ করো
help-text-plain = { $number } নম্বরে মেসেজ করো
help-web = { $site } খোলো
help-for = কাদের জন্য: { $who }
help-hours = খোলা: { $hours }
help-checked = আমরা এটা { $month } { $year }-এ দেখে নিয়েছি।
help-back = শুরুতে ফিরে যাও
help-tell = স্কুলকে কিছু বলো

## Steps

step-back = পেছনে
step-question = প্রশ্ন { NUMBER($at) }, মোট { NUMBER($of) }টা
step-check = দেখে নাও
step-next = পরেরটা
step-done = দেখে নেওয়ার পাতায় ফিরে যাও
problem-title = একটা সমস্যা হয়েছে
choose-one = একটা উত্তর বেছে নাও। নিশ্চিত না হলে “আমি ঠিক জানি না” বেছে নাও।

## 1 danger

danger-title = কেউ কি এখনই বিপদে আছে?
danger-lead = মানে, আজ কেউ খুব বেশি আঘাত পেতে পারে।
danger-yes = হ্যাঁ
danger-not-sure = আমি ঠিক জানি না
danger-no = না
danger-why = যে কম্পিউটারে তোমার কথা থাকে, সেটা এই উত্তর দেখতে পারে। তাতে আমরা তাড়াতাড়ি কিছু করতে পারি।

calls-title = আগে এমন কাউকে ফোন করো যে এখনই সাহায্য করতে পারে
calls-lead = আমরা হয়তো কয়েক ঘণ্টা পরে তোমার কথা দেখব। এঁরা এখনই ফোন ধরেন।
calls-then = আমাদেরও বলতে পারো
calls-then-text = স্কুলকেও বলা ভালো। তুমি দুটোই করতে পারো।
calls-on = এগিয়ে যাও

## 2 about

about-title = এটা কার কথা?
about-lead = তোমার নাম বলতে হবে না।
about-me = আমার
about-someone-else = অন্য কারও
about-lots = অনেকের
about-not-sure = আমি ঠিক জানি না

## 3 what

what-title = এটা কী নিয়ে?
what-lead = তিনটা পর্যন্ত বেছে নাও। আন্দাজ করলেও চলবে।
what-more = আরও দেখাও
what-none = কিছু বাছোনি। তিনটা পর্যন্ত বাছতে পারো।
what-picked = { $count ->
    [3] 3টা বেছেছ। এর বেশি বাছা যায় না।
    [one] { $count }টা বেছেছ। আর 2টা বাছতে পারো।
   *[other] { $count }টা বেছেছ। আর 1টা বাছতে পারো।
}
what-full = তিনটা হয়ে গেছে। এটা নিতে চাইলে একটা বাদ দাও।
what-problem = একটা জিনিস বেছে নাও। নিশ্চিত না হলে “আমি ঠিক জানি না” বেছে নাও।

sooner-title = কেউ কি আরও তাড়াতাড়ি দেখবে?
sooner-lead = তুমি যা বেছেছ, তা জরুরি হতে পারে। আমরা বড় কাউকে তাড়াতাড়ি দেখতে বলতে পারি।
sooner-yes = হ্যাঁ, তাড়াতাড়ি দেখুক
sooner-no = না, পরে দেখলেও হবে
sooner-why = হ্যাঁ বাছলে কম্পিউটার দেখে “বিপদে থাকতে পারে”। তবু তোমার কথা পড়তে পারে না।

## 4 readers

readers-title = এটা কারা পড়বে?
readers-lead = এঁরা ছাত্রছাত্রীদের দেখাশোনা করেন। যে কাউকে বাদ দিতে পারো। কেন, তা জিজ্ঞেস করব না।
readers-out = বাদ দাও
readers-add = পড়তে দাও
readers-in = এটা পড়তে পারেন
readers-not = এটা খুলতে পারেন না। কোনো খবর পান না।
readers-count = { $count ->
    [one] { $count } জন এটা পড়তে পারেন।
   *[other] { $count } জন এটা পড়তে পারেন।
}
readers-last = অন্তত একজনকে পড়তে দিতে হবে। আগে অন্য কাউকে বেছে নাও।
readers-about-title = এটা কি এঁদের কারও কথা?
readers-about-text = তাহলে তাঁকে বাদ দাও। তাঁর বদলে অন্য কেউ পড়তে পারেন।
readers-about-yes = হ্যাঁ, তাই
readers-about-who = এটা কার কথা?
readers-about-done = { $name } এটা পড়তে পারেন না। যাঁরা পারেন: { $others }।
readers-other = অন্য কাউকে বেছে নাও
readers-others-title = আরও যাঁরা পড়তে পারেন
readers-others-none = তালিকায় আর কেউ নেই। তুমি Childline-কে 0800 1111 নম্বরে ফোন করতে পারো।
readers-locked = তোমার কথায় এই ফোন বা কম্পিউটারেই তালা পড়ে। শুধু এঁরাই সেটা খুলতে পারেন।
readers-poster = তোমার স্কুলের পোস্টারে এই তালিকাটাই আছে।
readers-no-poster = তালিকাটা ঠিক কি না, স্কুলের পোস্টারে দেখো। সেখানে এই শব্দগুলোই থাকার কথা:
readers-changed = যাঁরা পড়বেন, সেই তালিকা বদলে গেছে। আবার দেখে নাও। তোমার কথা এখানেই আছে।
readers-none = এটা কারা পড়বেন, আমরা দেখাতে পারছি না। তাই এখন কিছু পাঠানো যাবে না।
role-lead = ছাত্রছাত্রীদের নিরাপদ রাখেন
role-deputy = ছাত্রছাত্রীদের নিরাপদ রাখতে সাহায্য করেন
role-reader = ছাত্রছাত্রীদের দেখাশোনা করেন
role-head = প্রধান শিক্ষক
role-chair = স্কুলের বাইরের। প্রধান শিক্ষকের কাজ দেখেন
role-admin = কম্পিউটার দেখাশোনা করেন

## 5 words

words-title = তুমি আমাদের কী বলতে চাও?
words-lead = নিজের মতো করে লেখো। বানান ভুল হলেও চলবে। এক লাইনই যথেষ্ট।
words-label = তোমার কথা
words-ideas = আটকে গেলে একটা প্রশ্নে চাপ দাও। যেটা ইচ্ছা বাদ দিতে পারো।
words-what = কী হয়েছে?
words-what-help = যেখান থেকে খুশি শুরু করো। পরপর সাজাতে হবে না।
words-where = কোথায়?
words-where-help = জায়গার নামই যথেষ্ট, যেমন “সাইকেল রাখার জায়গার পাশে”।
words-when = কখন, মোটামুটি?
words-when-help = “গত সপ্তাহে” বা “প্রায় রোজ” লিখলেই হবে।
words-still = এটা কি এখনো হচ্ছে?
words-still-help = হ্যাঁ, না, বা ঠিক জানি না লেখো।
words-empty = অন্তত একটা শব্দ লেখো। এক লাইনই যথেষ্ট।
words-long = লেখাটা বেশি লম্বা হয়ে গেছে। { NUMBER($over) }টা বা আরও বেশি অক্ষর কমাও।
words-room = { $left ->
    [one] আর { $left }টা অক্ষরের জায়গা আছে।
   *[other] আর { $left }টা অক্ষরের জায়গা আছে।
}
words-device-title = স্কুলের কম্পিউটারে লিখছ?
words-device-1 = এটা তোমার লেখা জমা রাখতে পারে। আমরা সেটা থামাতে পারি না।
words-device-2 = তুমি এগোতে পারো, অন্য ফোন বা কম্পিউটার নিতে পারো, বা { $name }-এর সাথে কথা বলতে পারো।
words-device-2-alone = তুমি এগোতে পারো, অন্য ফোন বা কম্পিউটার নিতে পারো। বড় কারও সাথে কথাও বলতে পারো।
words-clues-title = লেখার আগে
words-clues-1 = কেউ তোমাকে না চিনুক চাইলে, নিজের নাম লিখো না।
words-clues-2 = যা শুধু তুমি জানো, তা থেকে তোমাকে চেনা যেতে পারে।
words-clues-3 = এটা তোমার দোষ না। তুমি ভালো কাজ করছ।
clues-found = এটা দেখে তোমাকে চেনা যেতে পারে: { $pieces }। রাখতে পারো, বাদও দিতে পারো।
coach-english-only = বেশিরভাগ ইঙ্গিত আমরা শুধু ইংরেজিতে খুঁজতে পারি।
words-local = লেখার সময় কিছুই পাঠানো হয় না। এই ফোন বা কম্পিউটারে কিছু জমা থাকে না।

## 6 check

check-title = পাঠানোর আগে দেখে নাও
check-lead = যা ইচ্ছা বদলাতে পারো।
check-change = বদলাও
check-danger = কেউ কি এখনই বিপদে আছে?
check-about = এটা কার কথা
check-what = এটা কী নিয়ে
check-readers = কারা পড়তে পারেন
check-words = তোমার কথা
check-see-title = অন্যেরা কী দেখতে পারে?
check-see-1 = শুধু তোমার তালিকার মানুষেরা তোমার কথা পড়তে পারেন।
check-see-2 = স্কুলের ওয়াই-ফাই দেখতে পারে যে তুমি এই সাইট খুলেছ। কী লিখেছ, তা দেখতে পারে না।
check-see-3 = স্কুলের কম্পিউটারে তোমার লেখা জমা থেকে যেতে পারে।
check-see-4 = কেউ খুব বেশি আঘাত পেতে পারে মনে হলে, স্কুলকে কিছু করতেই হয়।
check-wait = পাঠানোর পরে আমাদের কাছে পৌঁছাতে { NUMBER($minutes) } মিনিট পর্যন্ত লাগতে পারে। এতে কে পাঠিয়েছে, তা আড়াল করতে সুবিধা হয়।
check-when = { $when }র মধ্যে কেউ দেখবেন।
check-when-none = কেউ কখন দেখবেন, আমরা জানি না। দেরি করা না গেলে এখনই কাউকে ফোন করো।
check-when-now = কেউ এখন দেখছেন।
check-send = { $count ->
    [one] { $count } জনকে পাঠাও
   *[other] { $count } জনকে পাঠাও
}

## Sending

sending-title = তোমার কথা পাঠানো হচ্ছে
sending-words = তোমার সাতটা শব্দ তৈরি হচ্ছে।
sending-sealing = এই ফোন বা কম্পিউটারেই তোমার কথায় তালা দেওয়া হচ্ছে।
sending-ready = তোমার কথা তৈরি হচ্ছে। হয়তো এখন অনেকে পাঠাচ্ছে।
sending-stop = থামাও
sending-sending = পাঠানো হচ্ছে।
sending-stay = এই পাতাটা খোলা রাখো। কয়েক সেকেন্ড লাগবে।

## Sent

sent-title = পাঠানো হয়েছে। তুমি ভালো কাজ করেছ।
sent-when = { $names } { $when }র মধ্যে এটা পড়তে পারেন।
sent-when-none = { $names } এটা পড়তে পারেন। কখন দেখবেন, আমরা জানি না।
sent-when-now = { $names } এটা পড়তে পারেন। কেউ এখন দেখছেন।
sent-names-two = { $first } বা { $second }
sent-names-more = { $first } বা আরও { NUMBER($count) } জনের কেউ
card-title = তোমার সাতটা শব্দ
card-copy = কাগজে লিখে নাও
card-help = এই শব্দ দিয়ে তুমি ফিরে আসতে পারবে। দেখতে বানানের তালিকার মতো। এমন জায়গায় রাখো, যেখানে শুধু তুমি দেখো।
card-once-title = আমরা এগুলো একবারই দেখাই।
card-once-text = হারিয়ে গেলে কেউ ফিরিয়ে দিতে পারে না। তুমি সব সময় আবার আমাদের বলতে পারো।
card-check-title = একটু মিলিয়ে দেখি
card-check-label = তোমার কাগজ থেকে { NUMBER($place) } নম্বর শব্দটা লেখো
card-check-wrong = এটা { NUMBER($place) } নম্বর শব্দ না। কাগজটা দেখে আবার চেষ্টা করো।
card-check-empty = { NUMBER($place) } নম্বর শব্দটা লেখো। তাহলে বুঝব, শব্দগুলো তোমার কাছে আছে।
card-check-done = সাতটা শব্দ আমার কাছে আছে
card-skip = আমি লিখে রাখতে পারছি না
card-skip-sure = তাহলে এখানে আর ফিরতে পারবে না। সমস্যা নেই। তোমার কথা পাঠানো হয়ে গেছে।
card-skip-on = সাতটা শব্দ ছাড়াই এগিয়ে যাও
next-title = এরপর কী হবে
next-look-title = { $when }র পরে ফিরে এসো
next-look-title-none = এক-দুই দিন পরে ফিরে এসো
next-look-text = সাতটা শব্দ দিয়ে দেখো, কেউ পড়েছে কি না।
next-ask-title = আমরা তোমাকে কিছু জিজ্ঞেস করতে পারি
next-ask-text = তুমি চাইলে তবেই উত্তর দেবে।
next-before-title = তার আগে কাউকে দরকার?
next-before-text = এঁরা দিনরাত ফোন ধরেন।
done-title = সাতটা শব্দ তোমার কাছে আছে
done-lead = এখন পাতাটা বন্ধ করতে পারো। যাওয়ার সময় “বেরিয়ে যাও” চাপো।
done-lead-skip = তোমার কথা পাঠানো হয়ে গেছে। যাওয়ার সময় “বেরিয়ে যাও” চাপো।
done-start = শুরুতে ফিরে যাও

## Coming back

return-title = তোমার সাতটা শব্দ লেখো
return-lead = ঠিক পরপর। বড় হাতের বা ছোট হাতের অক্ষর, দুটোই চলবে।
return-label = তোমার সাতটা শব্দ
return-help = শব্দের মাঝে ফাঁকা জায়গা রাখো। পেস্টও করতে পারো।
return-go = খোলো
return-empty = আগে তোমার সাতটা শব্দ লেখো।
return-count = { $found ->
    [one] এখানে { $found }টা শব্দ আছে। সাতটাই লাগবে।
   *[other] এখানে { $found }টা শব্দ আছে। সাতটা লাগবে।
}
return-unknown = { NUMBER($place) } নম্বর শব্দ “{ $word }” আমাদের শব্দ না।
return-near = তুমি কি “{ $word }” লিখতে চেয়েছ?
return-mistaken = সব শব্দই ঠিক, কিন্তু একসাথে মিলছে না। কোনোটা কি ভুল? দুটো কি উল্টে গেছে?
return-suggest = যে শব্দ মেলে:
return-lost-title = সাতটা শব্দ হারিয়ে গেছে?
return-lost-text = কেউ ফিরিয়ে দিতে পারে না। তুমি আবার আমাদের বলতে পারো। লিখো যে আগেও লিখেছ।
return-lost-link = স্কুলকে আবার বলো
return-opening = তোমার মেসেজ খোলা হচ্ছে।

## Mailbox

mailbox-sent-title = তোমার কথা পৌঁছে গেছে
mailbox-sent-lead = এখনো কেউ পড়েনি।
mailbox-read-title = কেউ এটা পড়েছে
mailbox-read-lead = তাঁরা এখানে তোমাকে লিখতে পারেন। তোমার কিছু করতে হবে না।
mailbox-working-title = আমরা এটা নিয়ে কাজ করছি
mailbox-working-lead = কয়েক দিন পরে এসে আবার দেখো।
mailbox-question-title = তোমার কাছে আমাদের একটা প্রশ্ন আছে
mailbox-question-lead = এখন উত্তর দিতে পারো, বা পরে। না দিলেও চলবে।
mailbox-finished-title = আপাতত শেষ
mailbox-finished-lead = আমাদের মেসেজ পড়ো। তুমি এখনো আরও লিখতে পারো।
mailbox-withdrawn-title = তুমি এটা ফিরিয়ে নিয়েছ
mailbox-withdrawn-lead = এখানে আর লেখা যাবে না। নতুন কিছু হলে সব সময় আমাদের বলতে পারো।
trail-label = এ পর্যন্ত যা হয়েছে
trail-sent = পাঠানো হয়েছে
trail-read = কেউ এটা পড়েছে
trail-question = তোমার কাছে আমাদের একটা প্রশ্ন আছে
trail-working = আমরা এটা নিয়ে কাজ করছি
trail-finished = আপাতত শেষ
trail-withdrawn = তুমি এটা ফিরিয়ে নিয়েছ
mailbox-late = এতক্ষণে কারও দেখার কথা ছিল। এঁদের কাছে এখনো সাহায্য পেতে পারো।
messages-label = মেসেজ
message-new = নতুন
message-you = তুমি
message-none = তোমার জন্য এখনো কোনো মেসেজ নেই।
answer-label = তোমার উত্তর
answer-tap = একটায় চাপ দাও, বা নিজের উত্তর লেখো
answer-label-more = আরও লেখো
answer-send = আমার উত্তর পাঠাও
answer-send-more = পাঠাও
answer-empty = আগে কিছু লেখো। একটা শব্দই যথেষ্ট।
answer-sent = তোমার কথা পাঠানো হয়েছে।
own-show = { $when } যা পাঠিয়েছি, দেখাও
own-why = অন্য কেউ দেখতে পারে, তাই এটা লুকিয়ে রাখি।
own-show-button = দেখাও
own-hide-button = লুকাও
opened-title = কারা এটা খুলেছেন?
opened-none = এখনো কেউ খোলেনি।
opened-line = { $role }, { $when }।
opened-someone = কেউ একজন
opened-broken = কারা খুলেছেন, সেই তালিকা মিলছে না। বিশ্বাস করো এমন বড় কাউকে বলো।
opened-holds = তালিকাটা এই ফোন বা কম্পিউটারেই মিলিয়ে দেখা হয়েছে।
also-title = আরও যা করতে পারো
also-note = কিছু হওয়ার আগে আমরা বলে দিই, কোনটা চাপলে কী হয়।
also-safer = এখন আগের চেয়ে নিরাপদ লাগছে
also-person = অন্য বড় কাউকে চাও
also-withdraw = ফিরিয়ে নাও
also-never-mind = থাক
safer-title = বলব যে এখন আগের চেয়ে নিরাপদ লাগছে?
safer-text = যাঁরা এটা পড়ছেন, তাঁদের আমরা জানাব। তবু তাঁরা জিজ্ঞেস করতে পারেন তুমি কেমন আছ।
safer-go = হ্যাঁ, তাঁদের জানাও
safer-said = এখন আগের চেয়ে নিরাপদ লাগছে।
safer-done = আমরা জানিয়েছি, এখন তোমার আগের চেয়ে নিরাপদ লাগছে।
person-title = অন্য বড় কাউকে চাও?
person-text = যাঁরা এটা পড়ছেন, তাঁদের জানাব যে তুমি অন্য কাউকে চাও। তাঁরা অন্য বড় কাউকে আনতে পারেন।
person-text-2 = কাকে চাও, বা তোমাকে কোথায় পাওয়া যাবে, লিখতে পারো। শুধু যদি তুমি চাও।
person-go = অন্য বড় কাউকে চাও
person-said = আমি অন্য বড় কাউকে চাই।
person-done = আমরা অন্য বড় কারও কথা বলেছি।
withdraw-title = ফিরিয়ে নেবে?
withdraw-text-new = এখনো কেউ পড়েনি। ফিরিয়ে নিলে এটা একেবারে মুছে যাবে।
withdraw-text-read = কেউ এটা পড়ে ফেলেছে। ফিরিয়ে নিলে এই পাতা তোমার জন্য বন্ধ হয়ে যাবে।
withdraw-text-read-2 = যাঁরা পড়েছেন, তাঁরা দেখবেন তুমি ফিরিয়ে নিয়েছ। তবু কাউকে নিরাপদ রাখতে তাঁদের কিছু করতে হতে পারে।
withdraw-text-ok = মত বদলানো ঠিক আছে। যখন খুশি আবার আমাদের বলতে পারো।
withdraw-go = ফিরিয়ে নাও
withdraw-done = তুমি এটা ফিরিয়ে নিয়েছ।
mailbox-close = এই মেসেজগুলো বন্ধ করো

## When something goes wrong

fail-kept = তোমার কথা এখানেই আছে।
fail-again = আবার চেষ্টা করো
fail-calls = দেরি করা না গেলে, এঁরা এখনই ফোন ধরেন:
fail-unreachable-title = স্কুলের কম্পিউটারে পৌঁছানো গেল না
fail-unreachable = এখানে হয়তো ইন্টারনেট নেই। দেখে নিয়ে আবার চেষ্টা করো।
fail-unreachable-unsure = তোমার কথা হয়তো পৌঁছে গেছে। আবার পাঠালে কোনো ক্ষতি নেই।
fail-busy-title = এখন খুব ভিড়
fail-busy = এক মিনিট পরে আবার চেষ্টা করো।
fail-tomorrow-title = এই স্কুলে আজ অনেক মেসেজ এসেছে
fail-tomorrow = আজ আর নেওয়া যাবে না। তোমার কথা রেখে দাও, আগামীকাল আবার চেষ্টা করো।
fail-tomorrow-danger = কেউ বিপদে থাকতে পারলে, পেছনে গিয়ে সেটা বলো। তাহলে এখনই যাবে।
fail-stopped-title = তুমি থামিয়ে দিয়েছ
fail-stopped = কিছুই পাঠানো হয়নি।
fail-broken-title = কিছু একটা ঠিক ছিল না
fail-broken = যে উত্তর এসেছে, তা মিলছিল না। তাই আমরা থেমে গেছি।
fail-long-title = লেখাটা বেশি লম্বা হয়ে গেছে
fail-long = একটু ছোট করে আবার চেষ্টা করো।
ended-title = এই স্কুল এখানে আর নতুন মেসেজ নেয় না
ended-words = এই পাতাগুলো বন্ধ হয়ে যাচ্ছে। তুমি কোনো ভুল করোনি।
ended-help = তবু সাহায্য পাওয়া যায়। এঁরা এখনই ফোন ধরেন:
ended-read = সাতটা শব্দ থাকলে { $day } পর্যন্ত তোমার মেসেজ পড়তে পারবে।
ended-soon = এখানকার মেসেজ মুছে ফেলা হচ্ছে। যেকোনো দিন আর থাকবে না।
ended-mailbox = এই পাতাগুলো বন্ধ হয়ে যাচ্ছে। এখানে আর লেখা যাবে না।
gone-title = এই মেসেজটা মুছে ফেলা হয়েছে
gone-words = এর সময় শেষ, তাই আমরা মুছে দিয়েছি। এখন আর কেউ এটা পড়তে পারে না।
gone-next = নতুন কিছু হলে সব সময় আমাদের বলতে পারো।
gone-taken-back = কেউ পড়ার আগেই তুমি ফিরিয়ে নিয়েছ। এর কিছুই আর নেই।
held-words = বড় একজন তোমার মেসেজটা আরও কিছুদিন রাখতে বলেছেন। তুমি কোনো ভুল করোনি।
fail-mailbox-title = এই শব্দগুলো দিয়ে কিছু পাওয়া গেল না
fail-mailbox = শব্দগুলো আর কোনটার পরে কোনটা, দেখে নাও। হয়তো রাখার সময়ও শেষ হয়ে গেছে।
fail-closed-title = এটা এখন বন্ধ
fail-readers-title = যাঁরা পড়বেন, সেই তালিকা বদলে গেছে
fail-list-title = তোমাকে নিরাপদ রাখতে আমরা থেমে গেছি
fail-list = কারা পড়তে পারেন, সেই তালিকা ঠিক নেই। তাই কিছুই পাঠানো হয়নি।
fail-list-fingerprint = এটা তোমার স্কুলের পোস্টারের তালিকা না।
fail-list-signatures = তোমার স্কুল এতে সই করেনি।
fail-list-expired = এটা বেশি পুরোনো।
fail-list-rolled-back = যতটা নতুন হওয়ার কথা, এটা তার চেয়ে পুরোনো।
fail-list-forked = দুটো তালিকা মিলছে না।
fail-list-malformed = এটা পড়া যাচ্ছে না।
fail-list-next = বিশ্বাস করো এমন বড় কাউকে এই পাতা দেখাও। এখানে তোমার কথা লিখো না।
fail-worker-title = এই পাতা আর চলছে না
fail-worker = এগোতে চাইলে পাতাটা আবার খোলো। তোমার কথা রাখতে চাইলে আগে কপি করে নাও।

## Categories

category-not-sure = আমি ঠিক জানি না
category-fight-hurt = মারামারি, মারধর বা হুমকি
category-bullying = বুলিং, কাউকে জ্বালানো
category-online-bully = অনলাইনে খারাপ কথা
category-feeling-low = মন খারাপ বা চিন্তা
category-home-fear = বাড়িতে ঝগড়া, মারধর বা ভয়
category-not-cared-for = খাবার, ঘুম বা যত্ন ঠিকমতো না পাওয়া
category-self-hurt = কেউ নিজেকে আঘাত করছে
category-adult-school = স্কুলের বড় কেউ কিছু করেছে
category-friends = বন্ধুদের সাথে ঝগড়া, বাদ পড়া
category-unsafe-place = স্কুলের কোনো জায়গা নিরাপদ লাগে না
category-loss = কেউ মারা গেছে বা চলে গেছে
category-other = অন্য কিছু, কোনো ভাবনা বা ধন্যবাদ
category-want-to-die = মরে যাওয়ার কথা ভাবা
category-weapon = অস্ত্র, বা মানুষকে আঘাত করার মতলব
category-blackmail = কেউ ছবি বা কথা ছড়ানোর ভয় দেখায়
category-hurt-body = কেউ আমাকে বা অন্য কাউকে আঘাত করছে
category-hurt-feelings = কেউ আমাকে বা অন্য কাউকে সব সময় ছোট করে
category-sexual-touch = খারাপভাবে ছোঁয়া বা যৌন কিছু করা
category-sexual-comments = যৌন ঠাট্টা, কথা বা তাকানো
category-nudes = কাপড় ছাড়া ছবি, আসল বা নকল
category-relationship = বয়ফ্রেন্ড বা গার্লফ্রেন্ড কষ্ট দেয় বা জোর খাটায়
category-groomed = বয়সে বড় বা অনলাইনের কেউ অদ্ভুত আচরণ করে
category-made-to-do = জোর করে জিনিস বহন, বিক্রি বা লুকাতে বলা
category-trafficked = জোর করে কাজ করানো, বা জায়গায় জায়গায় নিয়ে যাওয়া
category-family-honour = মেয়েদের খতনা, জোর করে বিয়ে, বা ইজ্জতের নামে আঘাত
category-belief-harm = জিন, ভূত বা ধর্মের নামে আঘাত
category-run-away = বাড়ি থেকে পালানো, বা থাকার জায়গা নেই
category-caring = বাড়িতে কারও দেখাশোনা করা
category-initiation = দলে ঢুকতে বিপদের কাজ করতে বলা
category-extreme = ঘৃণার কথা, বা কোনো দলে টেনে নেওয়া
category-hate = গায়ের রং, জাতি বা ধর্ম নিয়ে ঘৃণা
category-who-i-am = আমি কে, তা নিয়ে প্রশ্ন
category-drugs = নেশার জিনিস, মদ বা ভেপ
category-eating = খাওয়া আর শরীর নিয়ে চিন্তা
category-hacking = হ্যাকিং বা ঠকানো
category-missing-school = ক্লাসে বা স্কুলে না যাওয়া
category-bad-online = অনলাইনে ভয়ানক কিছু দেখা

language-name = বাংলা
language-title = ভাষা
language-coming = লেখাগুলো আসছে।
language-failed = এই ভাষার লেখা আনা গেল না। আবার চেষ্টা করো।
language-note = এই লেখা অনুবাদ করা। এই ভাষায় বড় হয়েছে এমন কেউ এখনো মিলিয়ে দেখেনি।
language-write = তুমি যেকোনো ভাষায় লিখতে পারো। তোমার কথায় যেমন লেখো তেমনই তালা পড়ে।
language-words = তোমার সাতটা শব্দ ইংরেজিতে। এক এক করে অক্ষর দেখে লিখে নাও।

## The page

page-title = بچوں کے صفحے
page-title-error = غلطی: { page-title }
page-skip = سیدھے صفحے پر جاؤ
page-demo = یہ صرف نمونہ ہے۔ یہ اسکول اصلی نہیں۔ یہاں کوئی تمہاری مدد نہیں کرے گا۔
page-print = اسکول کے پرنٹر کاپی رکھ سکتے ہیں۔ جو چاہیے، ہاتھ سے لکھ لو۔ خطرہ ہے؟ { $emergency } پر فون کرو۔
page-loading = صفحہ تیار ہو رہا ہے۔

## Emergency strip

strip-label = ابھی مدد
strip-danger = ابھی خطرہ ہے؟
strip-call = فون کرو:
strip-talk = ابھی بات کرو، مفت
strip-free = مفت
strip-watch-start = اس صفحے کو ہر وقت کوئی
strip-watch-not = نہیں
strip-watch-end = دیکھتا۔
strip-next = اگلی بار کوئی دیکھے گا:
strip-nobody = ہمیں نہیں پتا کہ اگلی بار کوئی کب دیکھے گا۔
strip-leave = باہر نکلو

## Moments

moment-today = آج { $time }
moment-tomorrow = کل { $time }
moment-day = { $weekday } کو { $time }
moment-date = { $weekday }، { $day } { $month } کو { $time }
moment-now = کوئی ابھی دیکھ رہا ہے
moment-by-today = آج { $time }
moment-by-tomorrow = کل { $time }
moment-by-day = { $weekday } کو { $time }
moment-by-date = { $weekday }، { $day } { $month } کو { $time }
moment-am = صبح { $clock } بجے
moment-pm = دوپہر کے بعد { $clock } بجے
moment-morning = { $day } کی صبح
moment-later = { $day } کو دوپہر کے بعد
moment-half-date = { $weekday }، { $day } { $month }
moment-word-today = آج
moment-this-morning = آج صبح
weekday-0 = پیر
weekday-1 = منگل
weekday-2 = بدھ
weekday-3 = جمعرات
weekday-4 = جمعے
weekday-5 = ہفتے
weekday-6 = اتوار
month-1 = جنوری
month-2 = فروری
month-3 = مارچ
month-4 = اپریل
month-5 = مئی
month-6 = جون
month-7 = جولائی
month-8 = اگست
month-9 = ستمبر
month-10 = اکتوبر
month-11 = نومبر
month-12 = دسمبر

## Landing

landing-school = اسکول کے صفحے
landing-title = چاہو تو یہاں ہمیں بتاؤ
landing-lead = یہ بتانا ضروری نہیں کہ تم کون ہو۔ پکا پتا نہ ہو تو بھی کوئی بات نہیں۔
landing-doors = شروع کرو
door-help = ابھی مدد لو
door-help-text = ایسے لوگ جنہیں فون یا میسج کیا جا سکتا ہے۔ اسکول کو بتانا ضروری نہیں۔
door-tell = اسکول کو کچھ بتاؤ
door-tell-text = اپنے بارے میں، یا کسی ایسے کے بارے میں جس کی تمہیں فکر ہے۔
way-title = اپنے سات الفاظ کے ساتھ واپس آؤ
way-text = دیکھو کیا ہوا۔ اور لکھو۔
good-to-know = یہ جاننا اچھا ہے
who-title = تمہارے الفاظ کون پڑھ سکتا ہے؟
who-1 = اسکول کے بس چند بڑے۔ لکھنے سے پہلے تمہیں ان کے نام نظر آتے ہیں۔
who-2 = چاہو تو ان میں سے کسی کو بھی نکال دو۔
who-3 = جس کمپیوٹر میں تمہارے الفاظ رہتے ہیں، وہ انہیں نہیں پڑھ سکتا۔
others-title = دوسرے لوگ کیا دیکھ سکتے ہیں؟
others-1 = اسکول کے وائی فائی کو پتا چل سکتا ہے کہ یہ سائٹ کھلی۔ تم نے کیا لکھا، یہ نہیں۔
others-2 = اسکول کے کمپیوٹر وہ محفوظ کر سکتے ہیں جو ان پر لکھا جائے۔ ہم اسے نہیں روک سکتے۔
others-3 = چاہو تو دوسری ڈیوائس سے لکھو۔ یا کسی ایسے بڑے کو بتاؤ جس پر تمہیں بھروسا ہے۔
others-4 = جو بات صرف دو لوگوں کو پتا ہو، اس سے ان دونوں کا پتا چل سکتا ہے۔
others-5 = “باہر نکلو” سے یہ صفحہ صاف ہو جاتا ہے۔ کھولے ہوئے صفحوں کی فہرست صاف نہیں ہوتی۔
secret-title = کیا یہ بات راز رہے گی؟
secret-1 = اگر کسی کو بہت چوٹ پہنچ سکتی ہو، تو اسکول کو کچھ کرنا پڑتا ہے۔
secret-2 = ہم بچوں کی حفاظت کرنے والوں سے پوچھ سکتے ہیں۔ کوشش ہو گی کہ پہلے تمہیں یہاں بتائیں۔
limits-title = یہاں کیا نہیں ہو سکتا؟
limits-1 = ہم نہیں پوچھتے کہ تم کون ہو، اس لیے تمہیں ڈھونڈ نہیں سکتے۔ فوری مدد کے لیے { $emergency } پر فون کرو۔
limits-2 = سات الفاظ کھو جائیں تو کوئی واپس نہیں لا سکتا۔ چاہو تو ہمیں دوبارہ بتاؤ۔
limits-3 = اگر تم کہو کہ کوئی خطرے میں ہے، تو کمپیوٹر صرف یہ جواب دیکھتا ہے۔ اس سے کسی بڑے کو جلدی خبر ملتی ہے۔
limits-4 = وہ یہ بھی دیکھ سکتا ہے کہ کتنے لوگ اسے پڑھ سکتے ہیں۔
after-title = اس کے بعد کیا ہوتا ہے؟
after-1 = تمہیں سات الفاظ ملتے ہیں۔ ان سے تم یہاں واپس آؤ۔
after-2 = پھر ہمارا جواب پڑھو، اور چاہو تو اور لکھو۔
staff-link = اسکول کے عملے کے لیے
kept-link = ہم کیا رکھتے ہیں

## When the school has not gone live

not-open-title = ابھی کھلا نہیں
not-open-short = آج یہاں اسکول کو لکھنا ممکن نہیں۔ مدد پھر بھی مل سکتی ہے۔
not-open = تمہارے اسکول میں ابھی کوئی بڑا یہ صفحہ نہیں پڑھتا۔ اس لیے لکھنے کی جگہ نہیں ہے۔
not-open-next = کسی ایسے بڑے کو بتاؤ جس پر تمہیں بھروسا ہے۔ یا وہاں فون کرو جہاں ابھی جواب ملے۔

## When the page cannot run

broken-title = یہ حصہ یہاں نہیں چل رہا
broken-1 = شاید ذرا سا وقت چاہیے۔ اگر یہی لکھا رہے، تو اس ڈیوائس سے نہیں بھیجا جا سکتا۔
broken-2 = کچھ نہیں بھیجا گیا۔ مدد پھر بھی مل سکتی ہے۔
broken-3 = کسی ایسے بڑے کو بتاؤ جس پر تمہیں بھروسا ہے۔ یا نیا فون یا کمپیوٹر آزماؤ۔
broken-call = یا ابھی کسی کو فون کرو:

## Help hub

help-title = ابھی مدد لو
help-lead = یہ لوگ بچوں اور نوجوانوں کی بات سنتے ہیں۔ یہ تمہارے اسکول کے نہیں ہیں۔
help-lead-2 = اپنا نام بتانا ضروری نہیں۔
help-danger = ابھی خطرہ ہے
help-talk = کسی سے بات کرو یا میسج کرو
help-more = اور لوگ جو مدد کر سکتے ہیں
help-elsewhere = کسی اور ملک میں
help-uk = برطانیہ
help-call = ‎{ $number }‎ پر فون کرو
help-text = ‎{ $number }‎ پر ‎{ $word }‎ لکھ کر میسج کرو
help-text-plain = ‎{ $number }‎ پر میسج کرو
help-web = ‎{ $site }‎ کھولو
help-for = کس کے لیے: { $who }
help-hours = جواب ملتا ہے: { $hours }
help-checked = ہم نے یہ { $month } { $year } میں دیکھا۔
help-back = شروع پر واپس جاؤ
help-tell = اسکول کو کچھ بتاؤ

## Steps

step-back = پیچھے
step-question = سوال { NUMBER($at) }، کل { NUMBER($of) }
step-check = جانچ
step-next = آگے
step-done = جانچ کے صفحے پر واپس
problem-title = ایک مسئلہ ہے
choose-one = ایک جواب چنو۔ پکا پتا نہ ہو تو “مجھے پکا پتا نہیں” چنو۔

## 1 danger

danger-title = کیا کوئی ابھی خطرے میں ہے؟
danger-lead = یعنی آج کسی کو بہت چوٹ پہنچ سکتی ہے۔
danger-yes = ہاں
danger-not-sure = مجھے پکا پتا نہیں
danger-no = نہیں
danger-why = جس کمپیوٹر میں تمہارے الفاظ رہتے ہیں، وہ یہ جواب دیکھ سکتا ہے۔ اس سے ہم جلدی کچھ کر سکتے ہیں۔

calls-title = پہلے کسی ایسے کو فون کرو جو ابھی مدد کر سکے
calls-lead = ہو سکتا ہے ہم تمہارے الفاظ گھنٹوں بعد دیکھیں۔ یہ لوگ ابھی جواب دیتے ہیں۔
calls-then = چاہو تو ہمیں بھی بتاؤ
calls-then-text = اسکول کو بھی بتانا اچھا ہے۔ دونوں کام ہو سکتے ہیں۔
calls-on = آگے چلو

## 2 about

about-title = یہ کس کے بارے میں ہے؟
about-lead = اپنا نام بتانا ضروری نہیں۔
about-me = میرے بارے میں
about-someone-else = کسی اور کے بارے میں
about-lots = بہت سے لوگوں کے بارے میں
about-not-sure = مجھے پکا پتا نہیں

## 3 what

what-title = بات کیا ہے؟
what-lead = زیادہ سے زیادہ تین چنو۔ اندازہ بھی ٹھیک ہے۔
what-more = اور چیزیں دکھاؤ
what-none = ابھی کچھ نہیں چنا۔ زیادہ سے زیادہ تین چنو۔
what-picked = { $count ->
    [3] تم نے 3 چن لیے۔ اس سے زیادہ نہیں ہو سکتے۔
    [one] تم نے 1 چنا۔ چاہو تو 2 اور چنو۔
   *[other] تم نے { $count } چنے۔ چاہو تو 1 اور چنو۔
}
what-full = تین ہو گئے۔ اسے چننے کے لیے ایک ہٹا دو۔
what-problem = ایک چیز چنو۔ پکا پتا نہ ہو تو “مجھے پکا پتا نہیں” چنو۔

sooner-title = کیا کوئی اسے جلدی دیکھے؟
sooner-lead = جو تم نے چنا، اس میں جلدی کی بات ہو سکتی ہے۔ ہم کسی بڑے کو جلد سے جلد دیکھنے کا کہہ سکتے ہیں۔
sooner-yes = ہاں، جلدی دیکھیں
sooner-no = نہیں، بعد میں بھی ٹھیک ہے
sooner-why = اگر تم ہاں چنو، تو کمپیوٹر کو “شاید خطرہ ہے” نظر آتا ہے۔ وہ تمہارے الفاظ پھر بھی نہیں پڑھ سکتا۔

## 4 readers

readers-title = اسے کون پڑھے گا؟
readers-lead = یہ لوگ بچوں کا خیال رکھتے ہیں۔ چاہو تو کسی کو بھی نکال دو۔ ہم وجہ نہیں پوچھیں گے۔
readers-out = نکال دو
readers-add = پڑھنے دو
readers-in = ان کے لیے کھلا ہے
readers-not = ان کے لیے بند ہے۔ کوئی پیغام نہیں جاتا۔
readers-count = { $count ->
    [one] 1 شخص یہ پڑھ سکتا ہے۔
   *[other] { $count } لوگ یہ پڑھ سکتے ہیں۔
}
readers-last = کوئی ایک تو پڑھنے والا ہو۔ پہلے کسی اور کو چنو۔
readers-about-title = کیا یہ بات انہی میں سے کسی کی ہے؟
readers-about-text = تو انہیں نکال دو۔ ان کی جگہ کوئی اور پڑھ سکتا ہے۔
readers-about-yes = ہاں، ایسا ہی ہے
readers-about-who = یہ کس کے بارے میں ہے؟
readers-about-done = یہ { $name } کے لیے بند ہے۔ ان کے لیے کھلا ہے: { $others }۔
readers-other = کسی اور کو چنو
readers-others-title = اور لوگ جو یہ پڑھ سکتے ہیں
readers-others-none = فہرست میں اور کوئی نہیں۔ چاہو تو Childline کو ‎0800 1111‎ پر فون کرو۔
readers-locked = تمہارے الفاظ پر اسی ڈیوائس پر تالا لگتا ہے۔ صرف یہ لوگ اسے کھول سکتے ہیں۔
readers-poster = یہ وہی فہرست ہے جو تمہارے اسکول کے پوسٹر پر ہے۔
readers-no-poster = فہرست ٹھیک ہے یا نہیں، یہ اسکول کے پوسٹر پر دیکھو۔ وہاں یہی الفاظ ہونے چاہئیں:
readers-changed = لوگوں کی فہرست بدل گئی ہے۔ ایک بار پھر دیکھ لو۔ تمہارے الفاظ اب بھی یہیں ہیں۔
readers-none = ہم نہیں دکھا سکتے کہ اسے کون پڑھے گا۔ اس لیے ابھی کچھ نہیں بھیجا جا سکتا۔
role-lead = بچوں کی حفاظت کا کام
role-deputy = بچوں کی حفاظت میں مدد
role-reader = بچوں کا خیال رکھنے کا کام
role-head = اسکول کی سربراہی
role-chair = اسکول سے باہر۔ اسکول کے سربراہ پر نظر رکھنے کا کام
role-admin = کمپیوٹر کی دیکھ بھال

## 5 words

words-title = تمہیں ہمیں کیا بتانا ہے؟
words-lead = اپنے الفاظ میں لکھو۔ املا کی غلطی کوئی بات نہیں۔ ایک لائن کافی ہے۔
words-label = تمہارے الفاظ
words-ideas = سمجھ نہ آئے تو کسی سوال کو چھوؤ۔ جو نہ چاہو، چھوڑ دو۔
words-what = کیا ہوا؟
words-what-help = کہیں سے بھی شروع کرو۔ ترتیب ضروری نہیں۔
words-where = کہاں؟
words-where-help = جگہ کا نام کافی ہے، جیسے “سائیکلوں والی جگہ کے پاس”۔
words-when = تقریباً کب؟
words-when-help = “پچھلے ہفتے” یا “اکثر” بھی ٹھیک ہے۔
words-still = کیا یہ اب بھی ہو رہا ہے؟
words-still-help = لکھو: ہاں، نہیں، یا پکا پتا نہیں۔
words-empty = کم سے کم ایک لفظ لکھو۔ ایک لائن کافی ہے۔
words-long = یہ جگہ سے زیادہ لمبا ہے۔ اسے { NUMBER($over) } یا زیادہ حرف چھوٹا کر دو۔
words-room = { $left ->
    [one] 1 اور حرف کی جگہ ہے۔
   *[other] { $left } اور حرفوں کی جگہ ہے۔
}
words-device-title = کیا یہ اسکول کا کمپیوٹر ہے؟
words-device-1 = اس پر جو لکھا جائے، وہ اسے محفوظ کر سکتا ہے۔ ہم اسے نہیں روک سکتے۔
words-device-2 = چاہو تو آگے چلو، دوسری ڈیوائس سے لکھو، یا { $name } سے بات کرو۔
words-device-2-alone = چاہو تو آگے چلو، دوسری ڈیوائس سے لکھو، یا کسی بڑے سے بات کرو۔
words-clues-title = لکھنے سے پہلے
words-clues-1 = اگر چاہو کہ کسی کو تمہارا پتا نہ چلے، تو اپنا نام نہ لکھو۔
words-clues-2 = جو باتیں صرف تمہیں پتا ہیں، ان سے تمہارا پتا چل سکتا ہے۔
words-clues-3 = اس میں تمہارا قصور نہیں۔ بتانا ایک اچھا کام ہے۔
clues-found = اس سے تمہارا پتا چل سکتا ہے: { $pieces }۔ اسے رہنے دو یا نکال دو۔
coach-english-only = ہم زیادہ تر اشارے صرف انگریزی میں ڈھونڈ سکتے ہیں۔
words-local = لکھتے وقت کچھ نہیں بھیجا جاتا۔ اس ڈیوائس پر کچھ محفوظ نہیں ہوتا۔

## 6 check

check-title = بھیجنے سے پہلے دیکھ لو
check-lead = چاہو تو کچھ بھی بدل دو۔
check-change = بدلو
check-danger = کیا کوئی ابھی خطرے میں ہے؟
check-about = کس کے بارے میں ہے
check-what = بات کیا ہے
check-readers = کون پڑھ سکتا ہے
check-words = تمہارے الفاظ
check-see-title = دوسرے لوگ کیا دیکھ سکتے ہیں؟
check-see-1 = صرف تمہاری فہرست کے لوگ تمہارے الفاظ پڑھ سکتے ہیں۔
check-see-2 = اسکول کے وائی فائی کو پتا چل سکتا ہے کہ یہ سائٹ کھلی۔ تم نے کیا لکھا، یہ نہیں۔
check-see-3 = ہو سکتا ہے اسکول کے کمپیوٹر نے تمہارا لکھا محفوظ کر لیا ہو۔
check-see-4 = اگر کسی کو بہت چوٹ پہنچ سکتی ہو، تو اسکول کو کچھ کرنا پڑتا ہے۔
check-wait = بھیجنے کے بعد ہمیں یہ { NUMBER($minutes) } منٹ تک دیر سے نظر آ سکتا ہے۔ اس سے بھیجنے والے کو چھپانے میں مدد ملتی ہے۔
check-when = کوئی { $when } تک اسے دیکھے گا۔
check-when-none = ہمیں نہیں پتا کہ کوئی کب دیکھے گا۔ اگر انتظار نہیں ہو سکتا، تو ابھی کسی کو فون کرو۔
check-when-now = کوئی ابھی دیکھ رہا ہے۔
check-send = { $count ->
    [one] 1 شخص کو بھیجو
   *[other] { $count } لوگوں کو بھیجو
}

## Sending

sending-title = تمہارے الفاظ جا رہے ہیں
sending-words = تمہارے سات الفاظ بن رہے ہیں۔
sending-sealing = تمہارے الفاظ پر اسی ڈیوائس پر تالا لگ رہا ہے۔
sending-ready = تمہارے الفاظ تیار ہو رہے ہیں۔ شاید اس وقت بہت لوگ بھیج رہے ہیں۔
sending-stop = روک دو
sending-sending = بھیجا جا رہا ہے۔
sending-stay = یہ صفحہ کھلا رکھو۔ بس چند سیکنڈ لگتے ہیں۔

## Sent

sent-title = بھیج دیا گیا۔ تم نے اچھا کام کیا۔
sent-when = { $names } کو تمہارے الفاظ { $when } تک نظر آ سکتے ہیں۔
sent-when-none = { $names } کو تمہارے الفاظ نظر آ سکتے ہیں۔ ہمیں نہیں پتا کہ کب۔
sent-when-now = { $names } کو تمہارے الفاظ نظر آ سکتے ہیں۔ کوئی ابھی دیکھ رہا ہے۔
sent-names-two = { $first } یا { $second }
sent-names-more = { $first } یا باقی { NUMBER($count) } لوگوں میں سے کسی
card-title = تمہارے سات الفاظ
card-copy = انہیں کاغذ پر لکھ لو
card-help = ان الفاظ سے تم یہاں واپس آؤ۔ یہ املا کی فہرست جیسے لگتے ہیں۔ وہاں رکھو جہاں کوئی اور نہ دیکھے۔
card-once-title = ہم انہیں صرف ایک بار دکھاتے ہیں۔
card-once-text = کھو جائیں تو کوئی واپس نہیں لا سکتا۔ چاہو تو ہمیں دوبارہ بتاؤ۔
card-check-title = ایک چھوٹی سی جانچ
card-check-label = اپنے کاغذ سے لفظ نمبر { NUMBER($place) } لکھو
card-check-wrong = یہ لفظ نمبر { NUMBER($place) } نہیں۔ کاغذ دیکھو اور پھر کوشش کرو۔
card-check-empty = لفظ نمبر { NUMBER($place) } لکھو۔ پھر ہمیں پتا ہو گا کہ الفاظ تمہارے پاس ہیں۔
card-check-done = میرے سات الفاظ میرے پاس ہیں
card-skip = مجھ سے یہ نہیں لکھے جا سکتے
card-skip-sure = پھر یہاں واپس آنا ممکن نہیں ہو گا۔ کوئی بات نہیں۔ تمہارے الفاظ پھر بھی بھیج دیے گئے۔
card-skip-on = سات الفاظ کے بغیر آگے چلو
next-title = اب آگے کیا ہو گا
next-look-title = { $when } کے بعد واپس آؤ
next-look-title-none = ایک دو دن میں واپس آؤ
next-look-text = اپنے سات الفاظ سے دیکھو کہ کسی نے پڑھا یا نہیں۔
next-ask-title = ہو سکتا ہے ہم کچھ پوچھیں
next-ask-text = چاہو تو ہی جواب دو۔
next-before-title = اس سے پہلے کسی کی ضرورت ہے؟
next-before-text = یہ لوگ دن رات جواب دیتے ہیں۔
done-title = سات الفاظ تمہارے پاس ہیں
done-lead = اب یہ صفحہ بند کرنا ٹھیک ہے۔ جاتے وقت “باہر نکلو” دباؤ۔
done-lead-skip = تمہارے الفاظ بھیج دیے گئے۔ جاتے وقت “باہر نکلو” دباؤ۔
done-start = شروع پر واپس جاؤ

## Coming back

return-title = اپنے سات الفاظ لکھو
return-lead = صحیح ترتیب میں۔ بڑے یا چھوٹے حرفوں سے فرق نہیں پڑتا۔
return-label = تمہارے سات الفاظ
return-help = الفاظ کے بیچ خالی جگہ رکھو۔ چاہو تو پیسٹ کرو۔
return-go = کھولو
return-empty = پہلے اپنے سات الفاظ لکھو۔
return-count = { $found ->
    [one] یہاں 1 لفظ ہے۔ ہمیں پورے سات چاہئیں۔
   *[other] یہاں { $found } الفاظ ہیں۔ ہمیں سات چاہئیں۔
}
return-unknown = لفظ نمبر { NUMBER($place) }، “{ $word }”، ہمارے الفاظ میں سے نہیں۔
return-near = کیا یہ لفظ “{ $word }” ہے؟
return-mistaken = سب الفاظ اصلی ہیں، مگر ساتھ مل کر نہیں چلتے۔ کیا کوئی غلط ہے؟ یا دو کی جگہ بدل گئی؟
return-suggest = الفاظ جو ٹھیک بیٹھتے ہیں:
return-lost-title = سات الفاظ کھو گئے؟
return-lost-text = انہیں کوئی واپس نہیں لا سکتا۔ چاہو تو ہمیں دوبارہ بتاؤ، اور کہو کہ پہلے بھی لکھا تھا۔
return-lost-link = اسکول کو دوبارہ بتاؤ
return-opening = تمہارے پیغام کھل رہے ہیں۔

## Mailbox

mailbox-sent-title = تمہارے الفاظ پہنچ گئے ہیں
mailbox-sent-lead = ابھی کسی نے انہیں نہیں پڑھا۔
mailbox-read-title = کسی نے اسے پڑھ لیا ہے
mailbox-read-lead = ہو سکتا ہے وہ تمہیں یہاں لکھیں۔ تمہیں کچھ کرنے کی ضرورت نہیں۔
mailbox-working-title = ہم اس پر کام کر رہے ہیں
mailbox-working-lead = اور جاننے کے لیے چند دن میں واپس آؤ۔
mailbox-question-title = ہمیں تم سے ایک بات پوچھنی ہے
mailbox-question-lead = چاہو تو ابھی جواب دو، بعد میں دو، یا بالکل نہ دو۔
mailbox-finished-title = ابھی کے لیے پورا ہو گیا
mailbox-finished-lead = ہمارا پیغام پڑھو۔ چاہو تو اب بھی اور لکھو۔
mailbox-withdrawn-title = تم نے یہ واپس لے لیا
mailbox-withdrawn-lead = یہاں اور لکھنا ممکن نہیں۔ نئی بات ہو تو ہمیں کسی بھی وقت بتاؤ۔
trail-label = اب تک کیا ہوا
trail-sent = بھیجا گیا
trail-read = کسی نے اسے پڑھ لیا ہے
trail-question = ہمیں تم سے ایک بات پوچھنی ہے
trail-working = ہم اس پر کام کر رہے ہیں
trail-finished = ابھی کے لیے پورا ہو گیا
trail-withdrawn = تم نے یہ واپس لے لیا
mailbox-late = اب تک کسی کو دیکھ لینا چاہیے تھا۔ مدد پھر بھی ان لوگوں سے مل سکتی ہے۔
messages-label = پیغام
message-new = نیا
message-you = تم
message-none = ابھی تمہارے لیے کوئی پیغام نہیں۔
answer-label = تمہارا جواب
answer-tap = کسی ایک کو چھوؤ، یا اپنا جواب لکھو
answer-label-more = اور لکھو
answer-send = میرا جواب بھیجو
answer-send-more = بھیجو
answer-empty = پہلے کچھ لکھو۔ ایک لفظ کافی ہے۔
answer-sent = تمہارے الفاظ بھیج دیے گئے۔
own-show = میں نے { $when } جو بھیجا، وہ دکھاؤ
own-why = ہم اسے چھپاتے ہیں، شاید کوئی اور اسکرین دیکھ رہا ہو۔
own-show-button = دکھاؤ
own-hide-button = چھپاؤ
opened-title = اسے کس نے کھولا ہے؟
opened-none = ابھی کسی نے اسے نہیں کھولا۔
opened-line = { $role }، { $when }۔
opened-someone = کوئی
opened-broken = کھولنے والوں کی فہرست ٹھیک نہیں لگتی۔ کسی ایسے بڑے کو بتاؤ جس پر تمہیں بھروسا ہے۔
opened-holds = یہ فہرست اسی ڈیوائس پر جانچی گئی۔
also-title = چاہو تو یہ بھی کرو
also-note = کچھ ہونے سے پہلے ہم بتاتے ہیں کہ ہر ایک سے کیا ہوتا ہے۔
also-safer = اب مجھے پہلے سے محفوظ لگتا ہے
also-person = کسی اور بڑے کا کہو
also-withdraw = واپس لے لو
also-never-mind = رہنے دو
safer-title = کیا بتائیں کہ اب تمہیں پہلے سے محفوظ لگتا ہے؟
safer-text = ہم یہ پڑھنے والوں کو بتاتے ہیں۔ وہ پھر بھی تمہارا حال پوچھ سکتے ہیں۔
safer-go = ہاں، انہیں بتاؤ
safer-said = اب مجھے پہلے سے محفوظ لگتا ہے۔
safer-done = ہم نے انہیں بتا دیا کہ اب تمہیں پہلے سے محفوظ لگتا ہے۔
person-title = کسی اور بڑے کا کہیں؟
person-text = ہم پڑھنے والوں کو بتاتے ہیں کہ تمہیں کوئی اور چاہیے۔ وہ کسی اور بڑے کو شامل کر سکتے ہیں۔
person-text-2 = یہ بھی لکھا جا سکتا ہے کہ کون چاہیے، یا تم کہاں ہو۔ صرف اگر تم چاہو۔
person-go = کسی اور بڑے کا کہو
person-said = مجھے کوئی اور بڑا چاہیے۔
person-done = ہم نے کسی اور بڑے کا کہہ دیا۔
withdraw-title = واپس لینا ہے؟
withdraw-text-new = ابھی کسی نے اسے نہیں پڑھا۔ واپس لینے پر یہ ہمیشہ کے لیے مٹ جائے گا۔
withdraw-text-read = کسی نے اسے پڑھ لیا ہے۔ واپس لینے پر یہ صفحہ تمہارے لیے بند ہو جائے گا۔
withdraw-text-read-2 = جنہوں نے پڑھا، انہیں پتا چلے گا کہ تم نے واپس لیا۔ پھر بھی شاید انہیں کسی کو محفوظ رکھنا پڑے۔
withdraw-text-ok = ارادہ بدلنا ٹھیک ہے۔ ہمیں کسی بھی وقت دوبارہ بتاؤ۔
withdraw-go = واپس لے لو
withdraw-done = تم نے یہ واپس لے لیا۔
mailbox-close = یہ پیغام بند کرو

## When something goes wrong

fail-kept = تمہارے الفاظ اب بھی یہیں ہیں۔
fail-again = پھر کوشش کرو
fail-calls = اگر انتظار نہیں ہو سکتا، تو یہ لوگ ابھی جواب دیتے ہیں:
fail-unreachable-title = ہم اسکول کے کمپیوٹر تک نہیں پہنچ سکے
fail-unreachable = شاید یہاں انٹرنیٹ بند ہے۔ اسے دیکھو، پھر کوشش کرو۔
fail-unreachable-unsure = شاید تمہارے الفاظ پہنچ گئے ہوں۔ دوبارہ بھیجنے میں کوئی حرج نہیں۔
fail-busy-title = اس وقت بہت رش ہے
fail-busy = ایک منٹ رکو، پھر کوشش کرو۔
fail-tomorrow-title = آج اس اسکول کو بہت سے پیغام ملے ہیں
fail-tomorrow = آج یہ اور نہیں لے سکتا۔ اپنے الفاظ رکھ لو اور کل پھر کوشش کرو۔
fail-tomorrow-danger = اگر کوئی خطرے میں ہو سکتا ہے، تو پیچھے جاؤ اور یہ بتاؤ۔ پھر یہ ابھی چلا جائے گا۔
fail-stopped-title = تم نے اسے روک دیا
fail-stopped = کچھ نہیں بھیجا گیا۔
fail-broken-title = کچھ ٹھیک نہیں تھا
fail-broken = جو جواب آیا، وہ ٹھیک نہیں تھا۔ اس لیے ہم رک گئے۔
fail-long-title = یہ جگہ سے زیادہ لمبا ہے
fail-long = اسے چھوٹا کر دو، پھر کوشش کرو۔
ended-title = یہ اسکول یہاں اب نئے پیغام نہیں لیتا
ended-words = یہ صفحے بند ہو رہے ہیں۔ تم نے کچھ غلط نہیں کیا۔
ended-help = مدد پھر بھی مل سکتی ہے۔ یہ لوگ ابھی جواب دیتے ہیں:
ended-read = سات الفاظ تمہارے پاس ہیں تو { $day } تک اپنے پیغام پڑھ لو۔
ended-soon = یہاں کے پیغام مٹائے جا رہے ہیں۔ یہ کسی بھی دن ختم ہو سکتے ہیں۔
ended-mailbox = یہ صفحے بند ہو رہے ہیں۔ یہاں اور لکھنا ممکن نہیں۔
gone-title = یہ پیغام مٹا دیا گیا ہے
gone-words = اس کا وقت پورا ہو گیا، اس لیے ہم نے مٹا دیا۔ اب اسے کوئی نہیں پڑھ سکتا۔
gone-next = نئی بات ہو تو ہمیں کسی بھی وقت بتاؤ۔
gone-taken-back = کسی کے پڑھنے سے پہلے تم نے اسے واپس لے لیا۔ اس کا کچھ باقی نہیں۔
held-words = کسی بڑے نے تمہارا پیغام زیادہ دیر رکھنے کا کہا ہے۔ تم نے کچھ غلط نہیں کیا۔
fail-mailbox-title = ان الفاظ کے پیچھے کچھ نہیں
fail-mailbox = الفاظ اور ان کی ترتیب دیکھو۔ یا شاید اسے رکھنے کا وقت پورا ہو گیا۔
fail-closed-title = یہ اب بند ہے
fail-readers-title = لوگوں کی فہرست بدل گئی ہے
fail-list-title = تمہاری حفاظت کے لیے ہم رک گئے
fail-list = پڑھنے والوں کی فہرست ٹھیک نہیں ہے۔ اس لیے کچھ نہیں بھیجا گیا۔
fail-list-fingerprint = یہ وہ فہرست نہیں جو تمہارے اسکول کے پوسٹر پر ہے۔
fail-list-signatures = تمہارے اسکول نے اس پر دستخط نہیں کیے۔
fail-list-expired = یہ بہت پرانی ہے۔
fail-list-rolled-back = یہ جتنی ہونی چاہیے، اس سے پرانی ہے۔
fail-list-forked = دو فہرستیں آپس میں نہیں ملتیں۔
fail-list-malformed = یہ پڑھی نہیں جا سکتی۔
fail-list-next = یہ صفحہ کسی ایسے بڑے کو دکھاؤ جس پر تمہیں بھروسا ہے۔ یہاں اپنے الفاظ نہ لکھو۔
fail-worker-title = یہ صفحہ چلنا بند ہو گیا
fail-worker = آگے چلنے کے لیے صفحہ دوبارہ کھولو۔ اگر اپنے الفاظ رکھنے ہیں، تو پہلے انہیں کاپی کر لو۔

## Categories

category-not-sure = مجھے پکا پتا نہیں
category-fight-hurt = لڑائی، مار پیٹ یا دھمکی
category-bullying = ستانا، تنگ کرنا (بُلینگ)
category-online-bully = آن لائن بری باتیں
category-feeling-low = اداسی یا فکر
category-home-fear = گھر میں لڑائی یا ڈر
category-not-cared-for = کھانا، نیند یا خیال پورا نہ ملنا
category-self-hurt = کسی کا خود کو چوٹ پہنچانا
category-adult-school = اسکول کے کسی بڑے نے کچھ کیا
category-friends = دوستوں سے ناراضی، یا الگ کر دیا جانا
category-unsafe-place = اسکول میں کوئی جگہ محفوظ نہیں لگتی
category-loss = کوئی مر گیا یا چھوڑ گیا
category-other = کچھ اور، کوئی خیال یا شکریہ
category-want-to-die = مرنے کے خیال
category-weapon = ہتھیار، یا لوگوں کو چوٹ پہنچانے کا منصوبہ
category-blackmail = تصویریں یا راز پھیلانے کی دھمکی
category-hurt-body = کوئی مجھے یا کسی اور کو چوٹ پہنچاتا ہے
category-hurt-feelings = کوئی مجھے یا کسی اور کو نیچا دکھاتا رہتا ہے
category-sexual-touch = غلط طرح چھونا یا جنسی حرکت
category-sexual-comments = جنسی مذاق، باتیں یا نظریں
category-nudes = ننگی تصویریں، اصلی یا نقلی
category-relationship = بوائے فرینڈ یا گرل فرینڈ کا دکھ دینا یا قابو کرنا
category-groomed = کسی بڑے یا آن لائن شخص کی عجیب حرکتیں
category-made-to-do = زبردستی چیزیں اٹھوانا، بکوانا یا چھپوانا
category-trafficked = زبردستی کام کروانا، یا جگہ جگہ لے جانا
category-family-honour = لڑکی کا ختنہ، زبردستی شادی، یا غیرت کے نام پر چوٹ
category-belief-harm = جن، روحوں یا مذہب کے نام پر چوٹ
category-run-away = گھر سے بھاگنا، یا رہنے کی جگہ نہ ہونا
category-caring = گھر میں کسی کی دیکھ بھال کرنا
category-initiation = گروہ میں آنے کے لیے خطرے والے کام
category-extreme = نفرت کی سوچ، یا کسی گروہ میں کھینچا جانا
category-hate = نسل پرستی یا نفرت
category-who-i-am = میں کون ہوں، اس بارے میں سوال
category-drugs = نشہ، شراب یا ویپ
category-eating = کھانے اور جسم کی فکر
category-hacking = ہیکنگ یا دھوکا
category-missing-school = کلاس یا اسکول نہ جانا
category-bad-online = آن لائن کوئی بہت بری چیز نظر آئی

language-name = اردو
language-title = زبان
language-coming = الفاظ آ رہے ہیں۔
language-failed = اس زبان کے الفاظ نہیں مل سکے۔ پھر کوشش کرو۔
language-note = ان الفاظ کا ترجمہ کیا گیا ہے۔ اس زبان میں پلے بڑھے کسی نے ابھی انہیں نہیں جانچا۔
language-write = کسی بھی زبان میں لکھو۔ تمہارے الفاظ پر ویسے ہی تالا لگتا ہے جیسے تم نے لکھے۔
language-words = تمہارے سات الفاظ انگریزی میں ہیں۔ انہیں ایک ایک حرف کر کے لکھ لو۔

## The page

page-title = صفحات التلاميذ
page-title-error = خطأ: { page-title }
page-skip = الذهاب إلى الصفحة
page-demo = هذه تجربة فقط. المدرسة ليست حقيقية. لن يساعدك أحد هنا.
page-print = طابعات المدرسة قد تحفظ نسخًا. من الأفضل نسخ ما يهمك بخط اليد. في خطر؟ رقم الاتصال: { $emergency }.
page-loading = نجهّز الصفحة.

## Emergency strip

strip-label = مساعدة الآن
strip-danger = في خطر الآن؟
strip-call = اتصال
strip-talk = للكلام مع أحد الآن، مجانًا
strip-free = مجانًا
strip-watch-start = هذه الصفحة
strip-watch-not = لا
strip-watch-end = يتابعها أحد طوال الوقت.
strip-next = المرة القادمة التي ننظر فيها:
strip-nobody = لا نعرف متى سينظر أحد في المرة القادمة.
strip-leave = خروج

## Moments

moment-today = اليوم الساعة { $time }
moment-tomorrow = غدًا الساعة { $time }
moment-day = يوم { $weekday } الساعة { $time }
moment-date = يوم { $weekday } { $day } { $month }، الساعة { $time }
moment-now = هناك من ينظر الآن
moment-by-today = الساعة { $time } اليوم
moment-by-tomorrow = الساعة { $time } غدًا
moment-by-day = الساعة { $time } يوم { $weekday }
moment-by-date = الساعة { $time } يوم { $weekday } { $day } { $month }
moment-am = { $clock } صباحًا
moment-pm = { $clock } بعد الظهر
moment-morning = يوم { $day } صباحًا
moment-later = يوم { $day } بعد الظهر
moment-half-date = { $weekday } { $day } { $month }
moment-word-today = اليوم
moment-this-morning = هذا الصباح
weekday-0 = الاثنين
weekday-1 = الثلاثاء
weekday-2 = الأربعاء
weekday-3 = الخميس
weekday-4 = الجمعة
weekday-5 = السبت
weekday-6 = الأحد
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

## Landing

landing-school = صفحات المدرسة
landing-title = يمكنك إخبارنا هنا
landing-lead = ليس عليك إخبارنا من أنت. وإن كان الأمر غير واضح لك، فلا بأس.
landing-doors = البداية
door-help = مساعدة الآن
door-help-text = أشخاص يمكنك الاتصال بهم أو الكتابة لهم. إخبار المدرسة ليس واجبًا عليك.
door-tell = إخبار المدرسة بشيء
door-tell-text = عنك، أو عن شخص يقلقك أمره.
way-title = العودة بكلماتك السبع
way-text = لمعرفة ما حدث، أو لكتابة المزيد.
good-to-know = معلومات مفيدة
who-title = من يمكنه قراءة كلماتك؟
who-1 = عدد قليل فقط من الكبار في المدرسة. أسماؤهم تظهر لك قبل الكتابة.
who-2 = يمكنك استبعاد أي واحد منهم.
who-3 = الكمبيوتر الذي يحفظ كلماتك لا يستطيع قراءتها.
others-title = ماذا يمكن أن يرى الآخرون؟
others-1 = واي فاي المدرسة قد يُظهر أنك فتحت هذا الموقع. لكنه لا يُظهر ما كتبته.
others-2 = أجهزة كمبيوتر المدرسة قد تحفظ ما يُكتب عليها. لا نستطيع منع ذلك.
others-3 = يمكنك استعمال جهاز آخر، أو إخبار شخص كبير عندك ثقة فيه.
others-4 = القصة التي يعرفها شخصان فقط قد تدل على هذين الشخصين.
others-5 = زر «خروج» يمسح هذه الصفحة. لكنه لا يمسح قائمة الصفحات التي فتحتها.
secret-title = هل سيبقى هذا سرًا؟
secret-1 = إذا كان أحد قد يتأذى كثيرًا، يجب أن تتصرف المدرسة.
secret-2 = قد نسأل أشخاصًا عملهم حماية الأطفال. سنحاول إخبارك هنا أولًا.
limits-title = ما الذي لا يمكن هنا؟
limits-1 = نحن لا نسأل من أنت، فلا نستطيع الوصول إليك. للمساعدة السريعة، رقم الاتصال: { $emergency }.
limits-2 = إذا ضاعت كلماتك السبع، فلا أحد يستطيع إرجاعها. يمكنك إخبارنا من جديد.
limits-3 = إذا قلت إن شخصًا في خطر، يرى الكمبيوتر هذا الجواب فقط. هكذا يصل شخص كبير أسرع.
limits-4 = ويرى أيضًا عدد الأشخاص الذين يمكنهم القراءة.
after-title = ماذا يحدث بعد ذلك؟
after-1 = نعطيك سبع كلمات. بها يمكنك العودة إلى هنا.
after-2 = يمكنك قراءة جوابنا وكتابة المزيد.
staff-link = للعاملين في المدرسة
kept-link = ما الذي نحتفظ به

## When the school has not gone live

not-open-title = ليست مفتوحة بعد
not-open-short = الكتابة إلى المدرسة غير ممكنة هنا اليوم. لكن المساعدة موجودة.
not-open = لا أحد من الكبار في مدرستك يقرأ هذه الصفحة بعد. لذلك لا يوجد مكان للكتابة.
not-open-next = يمكنك إخبار شخص كبير عندك ثقة فيه. أو الاتصال بمن يرد الآن.

## When the page cannot run

broken-title = هذا الجزء لا يعمل هنا
broken-1 = ربما يحتاج إلى لحظة فقط. إذا بقي هذا الكلام، فهذا الجهاز لا يستطيع الإرسال.
broken-2 = لم يُرسل أي شيء. المساعدة ما زالت موجودة.
broken-3 = يمكنك إخبار شخص كبير عندك ثقة فيه. أو استعمال هاتف أو كمبيوتر أحدث.
broken-call = أو الاتصال بأحد الآن:

## Help hub

help-title = مساعدة الآن
help-lead = هؤلاء الناس يستمعون إلى الأطفال والشباب. هم ليسوا من مدرستك.
help-lead-2 = لا حاجة لذكر اسمك.
help-danger = في خطر الآن
help-talk = كلام أو رسائل مع شخص يسمعك
help-more = آخرون يمكنهم المساعدة
help-elsewhere = في بلد آخر
help-uk = المملكة المتحدة
help-call = الاتصال بالرقم ‎{ $number }‎
help-text = إرسال كلمة ‎{ $word }‎ إلى الرقم ‎{ $number }‎
help-text-plain = إرسال رسالة إلى الرقم ‎{ $number }‎
help-web = فتح الموقع ‎{ $site }‎
help-for = لمن؟ { $who }
help-hours = وقت الرد: { $hours }
help-checked = تأكدنا من هذا في { $month } { $year }.
help-back = العودة إلى البداية
help-tell = إخبار المدرسة بشيء

## Steps

step-back = رجوع
step-question = السؤال { NUMBER($at) } من { NUMBER($of) }
step-check = مراجعة
step-next = التالي
step-done = العودة إلى صفحة المراجعة
problem-title = هناك مشكلة
choose-one = من فضلك، جواب واحد. إن كان الأمر غير واضح لك، فهناك «لا أعرف بالضبط».

## 1 danger

danger-title = هل هناك أحد في خطر الآن؟
danger-lead = يعني أن شخصًا قد يتأذى كثيرًا اليوم.
danger-yes = نعم
danger-not-sure = لا أعرف بالضبط
danger-no = لا
danger-why = الكمبيوتر الذي يحفظ كلماتك يمكنه رؤية جوابك هذا. هذا يساعدنا على التصرف بسرعة.

calls-title = أولًا، الاتصال بمن يساعدك الآن
calls-lead = قد تمر ساعات قبل أن نرى كلماتك. هؤلاء يردّون الآن.
calls-then = يمكنك إخبارنا أيضًا
calls-then-text = إخبار المدرسة أيضًا فكرة جيدة. يمكنك فعل الأمرين معًا.
calls-on = متابعة

## 2 about

about-title = عمّن الموضوع؟
about-lead = لا حاجة لذكر اسمك.
about-me = عني
about-someone-else = عن شخص آخر
about-lots = عن أشخاص كثيرين
about-not-sure = لا أعرف بالضبط

## 3 what

what-title = ما الموضوع؟
what-lead = يمكنك اختيار ثلاثة على الأكثر. يكفي أقرب شيء في رأيك.
what-more = عرض أشياء أخرى
what-none = لم يتم اختيار شيء. يمكنك اختيار ثلاثة على الأكثر.
what-picked = { $count ->
    [3] اخترت 3. هذا أكثر عدد ممكن.
    [zero] لم يتم اختيار شيء. يمكنك اختيار 3.
    [one] اخترت 1. يمكنك اختيار 2 بعد.
    [two] اخترت 2. يمكنك اختيار 1 بعد.
    [few] اخترت { $count }. يمكنك اختيار 1 بعد.
    [many] اخترت { $count }. يمكنك اختيار 1 بعد.
   *[other] اخترت { $count }. يمكنك اختيار 1 بعد.
}
what-full = عندك ثلاثة. لاختيار هذا، يمكنك حذف واحد منها.
what-problem = من فضلك، شيء واحد. إن كان الأمر غير واضح لك، فهناك «لا أعرف بالضبط».

sooner-title = هل ننظر في هذا بسرعة أكبر؟
sooner-lead = بعض ما اخترته قد يكون عاجلًا. يمكننا أن نطلب من شخص كبير النظر بأسرع ما يستطيع.
sooner-yes = نعم، بسرعة
sooner-no = لا، يمكن الانتظار
sooner-why = إذا اخترت «نعم»، يرى الكمبيوتر «ربما في خطر». لكنه لا يستطيع قراءة كلماتك.

## 4 readers

readers-title = من سيقرأ هذا؟
readers-lead = هؤلاء يهتمون بالتلاميذ. يمكنك استبعاد أي شخص. لن نسأل عن السبب.
readers-out = استبعاد
readers-add = السماح بالقراءة
readers-in = القراءة ممكنة
readers-not = القراءة غير ممكنة. لن تصل أي رسالة.
readers-count = { $count ->
    [zero] لا أحد يمكنه قراءة هذا.
    [one] شخص واحد يمكنه قراءة هذا.
    [two] شخصان يمكنهما قراءة هذا.
    [few] { $count } أشخاص يمكنهم قراءة هذا.
    [many] { $count } شخصًا يمكنهم قراءة هذا.
   *[other] { $count } شخص يمكنهم قراءة هذا.
}
readers-last = يجب أن يقرأ هذا شخص واحد على الأقل. يمكنك اختيار شخص آخر أولًا.
readers-about-title = هل الموضوع عن واحد منهم؟
readers-about-text = إذن من الأفضل استبعاد هذا الشخص. يمكن لغيره أن يقرأ.
readers-about-yes = نعم
readers-about-who = عمّن الموضوع؟
readers-about-done = هذا لا يصل إلى { $name }. يصل فقط إلى: { $others }.
readers-other = اختيار شخص آخر
readers-others-title = أشخاص آخرون يمكنهم القراءة
readers-others-none = لا يوجد شخص آخر في القائمة. يمكنك الاتصال بـ Childline على الرقم ‎0800 1111‎.
readers-locked = كلماتك تُقفل على هذا الجهاز. هؤلاء فقط يمكنهم فتحها.
readers-poster = هذه هي القائمة نفسها على ملصق مدرستك.
readers-no-poster = للتأكد من القائمة، هناك ملصق في المدرسة. يجب أن تكون عليه هذه الكلمات نفسها:
readers-changed = تغيّرت قائمة الأشخاص. من الأفضل النظر إليها من جديد. كلماتك ما زالت هنا.
readers-none = لا نستطيع أن نُظهر من سيقرأ هذا. لذلك لا يمكن إرسال شيء الآن.
role-lead = حماية التلاميذ
role-deputy = المساعدة في حماية التلاميذ
role-reader = رعاية التلاميذ
role-head = رئاسة المدرسة
role-chair = من خارج المدرسة. متابعة عمل رئاسة المدرسة
role-admin = العناية بالكمبيوتر

## 5 words

words-title = ما الشيء الذي أردت إخبارنا به؟
words-lead = بكلماتك أنت. أخطاء الإملاء لا تهم. سطر واحد يكفي.
words-label = كلماتك
words-ideas = إذا توقفت الأفكار، يمكنك لمس سؤال هنا. يمكنك ترك أي سؤال.
words-what = ماذا حدث؟
words-what-help = البداية من أي مكان. الترتيب لا يهم.
words-where = أين؟
words-where-help = اسم مكان يكفي، مثل «عند موقف الدراجات».
words-when = متى، تقريبًا؟
words-when-help = يكفي «الأسبوع الماضي» أو «معظم الأيام».
words-still = هل ما زال يحدث؟
words-still-help = الجواب: نعم، أو لا، أو لا أعرف بالضبط.
words-empty = من فضلك، كلمة واحدة على الأقل. سطر واحد يكفي.
words-long = هذا أطول من المساحة. من فضلك، حروف أقل بعدد { NUMBER($over) } أو أكثر.
words-room = { $left ->
    [zero] لم يبقَ مكان لأي حرف.
    [one] بقي مكان لحرف واحد.
    [two] بقي مكان لحرفين.
    [few] بقي مكان لـ { $left } حروف.
    [many] بقي مكان لـ { $left } حرفًا.
   *[other] بقي مكان لـ { $left } حرف.
}
words-device-title = هل هذا كمبيوتر المدرسة؟
words-device-1 = قد يحفظ ما يُكتب عليه. لا نستطيع منع ذلك.
words-device-2 = يمكنك المتابعة، أو استعمال جهاز آخر، أو الكلام مع { $name }.
words-device-2-alone = يمكنك المتابعة، أو استعمال جهاز آخر، أو الكلام مع شخص كبير.
words-clues-title = قبل الكتابة
words-clues-1 = إذا أردت ألا يُعرف من أنت، فالأفضل ترك اسمك.
words-clues-2 = الأشياء التي لا يعرفها غيرك قد تدل عليك.
words-clues-3 = هذا ليس ذنبك. ما تفعله الآن شيء جيد.
clues-found = قد يدلّ هذا عليك: { $pieces }. يمكنك تركه أو حذفه.
coach-english-only = يمكننا البحث عن أغلب العلامات باللغة الإنجليزية فقط.
words-local = لا يُرسل شيء في أثناء الكتابة. ولا يُحفظ شيء على هذا الجهاز.

## 6 check

check-title = المراجعة قبل الإرسال
check-lead = يمكنك تغيير أي شيء.
check-change = تغيير
check-danger = هل هناك أحد في خطر الآن؟
check-about = عمّن الموضوع
check-what = الموضوع
check-readers = من يمكنه القراءة
check-words = كلماتك
check-see-title = ماذا يمكن أن يرى الآخرون؟
check-see-1 = الأشخاص في قائمتك فقط يمكنهم قراءة كلماتك.
check-see-2 = واي فاي المدرسة قد يُظهر أنك فتحت هذا الموقع. لكنه لا يُظهر ما كتبته.
check-see-3 = كمبيوتر المدرسة ربما حفظ ما كُتب عليه.
check-see-4 = إذا كان أحد قد يتأذى كثيرًا، يجب أن تتصرف المدرسة.
check-wait = قد تظهر كلماتك للمدرسة بعد الإرسال بوقت قصير. أطول وقت: { NUMBER($minutes) } دقيقة. هذا يساعد على إخفاء من أرسلها.
check-when = سينظر أحد في هذا قبل { $when }.
check-when-none = لا نعرف متى سينظر أحد في هذا. إذا كان الأمر لا ينتظر، فالأفضل الاتصال بأحد الآن.
check-when-now = هناك من ينظر الآن.
check-send = { $count ->
    [zero] لا يوجد من نرسل إليه
    [one] إرسال إلى شخص واحد
    [two] إرسال إلى شخصين
    [few] إرسال إلى { $count } أشخاص
    [many] إرسال إلى { $count } شخصًا
   *[other] إرسال إلى { $count } شخص
}

## Sending

sending-title = نرسل كلماتك
sending-words = نصنع كلماتك السبع.
sending-sealing = نقفل كلماتك على هذا الجهاز.
sending-ready = نجهّز كلماتك. ربما يرسل كثيرون الآن.
sending-stop = إيقاف
sending-sending = نرسل الآن.
sending-stay = من المهم ترك هذه الصفحة مفتوحة. يحتاج الأمر إلى ثوانٍ قليلة.

## Sent

sent-title = تم الإرسال. لقد فعلت شيئًا جيدًا.
sent-when = بإمكان { $names } قراءة كلماتك قبل { $when }.
sent-when-none = بإمكان { $names } قراءة كلماتك. لا نعرف متى سيكون ذلك.
sent-when-now = بإمكان { $names } قراءة كلماتك. هناك من ينظر الآن.
sent-names-two = { $first } أو { $second }
sent-names-more = { $first } أو أحد الآخرين ({ NUMBER($count) })
card-title = كلماتك السبع
card-copy = للنسخ على ورقة
card-help = بهذه الكلمات يمكنك العودة. تبدو مثل كلمات درس الإملاء. مكانها حيث لا ينظر أحد غيرك.
card-once-title = نعرضها مرة واحدة فقط.
card-once-text = إذا ضاعت، فلا أحد يستطيع إرجاعها. يمكنك دائمًا إخبارنا من جديد.
card-check-title = تأكد سريع
card-check-label = كتابة الكلمة رقم { NUMBER($place) } من ورقتك
card-check-wrong = هذه ليست الكلمة رقم { NUMBER($place) }. بعد النظر إلى ورقتك، يمكنك المحاولة مرة أخرى.
card-check-empty = هنا تُكتب الكلمة رقم { NUMBER($place) }. هكذا نعرف أن كلماتك السبع معك.
card-check-done = كلماتي السبع معي
card-skip = لا أستطيع كتابتها
card-skip-sure = إذن لن تكون العودة إلى هذا ممكنة. لا بأس. كلماتك أُرسلت.
card-skip-on = متابعة بدون كلماتي السبع
next-title = ماذا يحدث الآن
next-look-title = يمكنك العودة بعد { $when }
next-look-title-none = يمكنك العودة بعد يوم أو يومين
next-look-text = بكلماتك السبع يمكنك معرفة هل قرأها أحد.
next-ask-title = ربما نسألك عن شيء
next-ask-text = الجواب فقط إذا أردت.
next-before-title = هل تلزمك مساعدة قبل ذلك؟
next-before-text = هؤلاء يردّون ليلًا ونهارًا.
done-title = كلماتك السبع معك
done-lead = يمكنك إغلاق هذه الصفحة الآن. للمغادرة، هناك زر «خروج».
done-lead-skip = كلماتك أُرسلت. للمغادرة، هناك زر «خروج».
done-start = العودة إلى البداية

## Coming back

return-title = كتابة كلماتك السبع
return-lead = بالترتيب الصحيح. الحروف الكبيرة أو الصغيرة لا تهم.
return-label = كلماتك السبع
return-help = مع مسافة بين الكلمات. ويمكنك لصقها.
return-go = فتح
return-empty = كلماتك السبع أولًا، من فضلك.
return-count = { $found ->
    [zero] لا توجد كلمات هنا. نحتاج إلى السبع كلها.
    [one] هنا كلمة واحدة. نحتاج إلى السبع كلها.
    [two] هنا كلمتان. نحتاج إلى سبع.
    [few] هنا { $found } كلمات. نحتاج إلى سبع.
    [many] هنا { $found } كلمة. نحتاج إلى سبع.
   *[other] هنا { $found } كلمة. نحتاج إلى سبع.
}
return-unknown = الكلمة رقم { NUMBER($place) }، «{ $word }»، ليست من كلماتنا.
return-near = ربما الكلمة هي «{ $word }»؟
return-mistaken = كل الكلمات صحيحة، لكنها معًا لا تفتح شيئًا. هل فيها كلمة خطأ؟ أو كلمتان تبادلتا المكان؟
return-suggest = كلمات مناسبة:
return-lost-title = هل ضاعت كلماتك السبع؟
return-lost-text = لا أحد يستطيع إرجاعها. يمكنك إخبارنا من جديد، وقول إنك كتبت لنا من قبل.
return-lost-link = إخبار المدرسة من جديد
return-opening = نفتح رسائلك.

## Mailbox

mailbox-sent-title = وصلت كلماتك
mailbox-sent-lead = لم يقرأها أحد بعد.
mailbox-read-title = قرأها شخص من المدرسة
mailbox-read-lead = قد نكتب لك هنا. لا حاجة لفعل أي شيء.
mailbox-working-title = نعمل على الأمر
mailbox-working-lead = يمكنك العودة بعد أيام قليلة لمعرفة المزيد.
mailbox-question-title = عندنا سؤال لك
mailbox-question-lead = يمكنك الجواب الآن، أو لاحقًا، أو ترك السؤال.
mailbox-finished-title = انتهينا في الوقت الحالي
mailbox-finished-lead = رسالتنا هنا لك. ما زالت كتابة المزيد ممكنة.
mailbox-withdrawn-title = لقد سحبت هذا
mailbox-withdrawn-lead = كتابة المزيد هنا غير ممكنة. يمكنك دائمًا إخبارنا بشيء جديد.
trail-label = ماذا حدث حتى الآن
trail-sent = تم الإرسال
trail-read = قرأها شخص من المدرسة
trail-question = عندنا سؤال لك
trail-working = نعمل على الأمر
trail-finished = انتهينا في الوقت الحالي
trail-withdrawn = لقد سحبتها
mailbox-late = كان يجب أن ينظر أحد قبل الآن. ما زالت المساعدة ممكنة من هؤلاء.
messages-label = الرسائل
message-new = جديدة
message-you = أنت
message-none = لا توجد رسالة لك بعد.
answer-label = جوابك
answer-tap = يمكنك لمس جواب، أو كتابة جوابك
answer-label-more = كتابة المزيد
answer-send = إرسال جوابي
answer-send-more = إرسال
answer-empty = لا يوجد شيء مكتوب بعد. كلمة واحدة تكفي.
answer-sent = أُرسلت كلماتك.
own-show = عرض ما أرسلته { $when }
own-why = نخفي هذا لأن شخصًا آخر قد ينظر إلى الشاشة.
own-show-button = إظهار
own-hide-button = إخفاء
opened-title = من فتح كلماتك؟
opened-none = لم يفتحها أحد بعد.
opened-line = { $role }، { $when }.
opened-someone = شخص ما
opened-broken = قائمة من فتحها غير صحيحة. يمكنك إخبار شخص كبير عندك ثقة فيه.
opened-holds = تأكدنا من القائمة على هذا الجهاز.
also-title = يمكنك أيضًا
also-note = نشرح لك كل واحد قبل أن يحدث أي شيء.
also-safer = أشعر بأمان أكثر الآن
also-person = طلب شخص كبير آخر
also-withdraw = سحب ما أرسلته
also-never-mind = لا، رجوع
safer-title = هل نقول إنك الآن بأمان أكثر؟
safer-text = نخبر من يقرؤون هذا. ومع ذلك قد يسألون عن حالك.
safer-go = نعم، إخبارهم
safer-said = أشعر بأمان أكثر الآن.
safer-done = أخبرناهم أنك بأمان أكثر.
person-title = هل نطلب شخصًا كبيرًا آخر؟
person-text = نخبر من يقرؤون هذا أنك طلبت شخصًا آخر. يمكنهم إحضار شخص كبير آخر.
person-text-2 = يمكنك كتابة اسم الشخص، أو أين نجدك. فقط إذا أردت.
person-go = طلب شخص كبير آخر
person-said = أريد شخصًا كبيرًا آخر.
person-done = طلبنا شخصًا كبيرًا آخر.
withdraw-title = هل نسحب ما أرسلته؟
withdraw-text-new = لم يقرأها أحد بعد. إذا سحبتها، تُمسح إلى الأبد.
withdraw-text-read = قرأها شخص من قبل. إذا سحبتها، تُغلق هذه الصفحة عندك.
withdraw-text-read-2 = من قرأها سيعرف أنك سحبتها. ومع ذلك قد يجب عليه أن يحمي شخصًا.
withdraw-text-ok = لا بأس بتغيير الرأي. يمكنك إخبارنا من جديد في أي وقت.
withdraw-go = سحب ما أرسلته
withdraw-done = لقد سحبتها.
mailbox-close = إغلاق هذه الرسائل

## When something goes wrong

fail-kept = كلماتك ما زالت هنا.
fail-again = محاولة مرة أخرى
fail-calls = إذا كان الأمر لا ينتظر، هؤلاء يردّون الآن:
fail-unreachable-title = لم نصل إلى كمبيوتر المدرسة
fail-unreachable = ربما الإنترنت هنا لا يعمل. يمكنك المحاولة مرة أخرى عندما يعمل.
fail-unreachable-unsure = ربما وصلت كلماتك. إرسالها من جديد لا يضر.
fail-busy-title = هناك ازدحام كبير الآن
fail-busy = يمكنك المحاولة مرة أخرى بعد دقيقة.
fail-tomorrow-title = وصلت إلى هذه المدرسة رسائل كثيرة اليوم
fail-tomorrow = لن تستقبل المزيد اليوم. يمكنك حفظ كلماتك والمحاولة مرة أخرى غدًا.
fail-tomorrow-danger = إذا كان شخص ما ربما في خطر، يمكنك الرجوع وقول ذلك. عندها تصل الآن.
fail-stopped-title = لقد أوقفت الإرسال
fail-stopped = لم يُرسل أي شيء.
fail-broken-title = هناك شيء غير صحيح
fail-broken = الجواب الذي وصلنا لم يكن صحيحًا. لذلك توقفنا.
fail-long-title = هذا أطول من المساحة
fail-long = يمكنك تقصيره، ثم المحاولة مرة أخرى.
ended-title = هذه المدرسة لا تستقبل رسائل جديدة هنا
ended-words = هذه الصفحات ستُغلق. لم يكن هذا خطأك.
ended-help = المساعدة ما زالت موجودة. هؤلاء يردّون الآن:
ended-read = إذا كانت كلماتك السبع معك، يمكنك قراءة رسائلك حتى يوم { $day }.
ended-soon = الرسائل هنا تُحذف الآن. قد تختفي في أي يوم.
ended-mailbox = هذه الصفحات ستُغلق. كتابة المزيد هنا غير ممكنة.
gone-title = حُذفت هذه الرسالة
gone-words = انتهى وقتها، فحذفناها. لا أحد يستطيع قراءتها بعد الآن.
gone-next = يمكنك دائمًا إخبارنا بشيء جديد.
gone-taken-back = لقد سحبتها قبل أن يقرأها أحد. لم يبقَ منها شيء.
held-words = طلب شخص كبير حفظ رسالتك مدة أطول. لم يكن هذا خطأك.
fail-mailbox-title = لا شيء خلف هذه الكلمات
fail-mailbox = ربما فيها خطأ، أو في ترتيبها. وربما انتهى وقت حفظ الرسالة.
fail-closed-title = هذا مغلق الآن
fail-readers-title = تغيّرت قائمة الأشخاص
fail-list-title = توقفنا من أجل سلامتك
fail-list = قائمة من يمكنهم القراءة غير صحيحة. لذلك لم يُرسل أي شيء.
fail-list-fingerprint = ليست القائمة التي على ملصق مدرستك.
fail-list-signatures = لم توقّع عليها مدرستك.
fail-list-expired = إنها قديمة جدًا.
fail-list-rolled-back = إنها أقدم مما يجب.
fail-list-forked = هناك قائمتان مختلفتان.
fail-list-malformed = لا يمكن قراءتها.
fail-list-next = من الأفضل عرض هذه الصفحة على شخص كبير عندك ثقة فيه. لا داعي لكتابة كلماتك هنا.
fail-worker-title = توقفت هذه الصفحة عن العمل
fail-worker = للمتابعة، يمكنك فتح الصفحة من جديد. وإذا أردت حفظ كلماتك، فالأفضل نسخها أولًا.

## Categories

category-not-sure = لا أعرف بالضبط
category-fight-hurt = شجار أو ضرب أو تهديد
category-bullying = تنمّر
category-online-bully = كلام جارح على الإنترنت
category-feeling-low = حزن أو قلق
category-home-fear = شجار أو خوف في البيت
category-not-cared-for = قلة الأكل أو النوم أو الرعاية
category-self-hurt = شخص يؤذي نفسه
category-adult-school = شيء فعله شخص كبير في المدرسة
category-friends = خصام بين أصدقاء، أو إبعاد أحد عنهم
category-unsafe-place = مكان في المدرسة غير آمن
category-loss = موت شخص أو رحيله
category-other = شيء آخر، فكرة أو كلمة شكر
category-want-to-die = التفكير في الموت
category-weapon = سلاح، أو خطة لأذى الناس
category-blackmail = شخص يهدد بنشر صور أو أسرار
category-hurt-body = شخص يؤذي جسمي أو جسم غيري
category-hurt-feelings = شخص يهينني أو يهين غيري دائمًا
category-sexual-touch = لمس أو أشياء جنسية لا تصح
category-sexual-comments = نكت أو كلمات أو نظرات جنسية
category-nudes = صور عارية، حقيقية أو مزيفة
category-relationship = أذى أو تحكّم من حبيب أو حبيبة
category-groomed = تصرفات غريبة من شخص أكبر أو على الإنترنت
category-made-to-do = إجبار على حمل أشياء أو بيعها أو إخفائها
category-trafficked = إجبار على العمل، أو نقل من مكان إلى آخر
category-family-honour = ختان البنات، أو زواج بالإجبار، أو أذى باسم الشرف
category-belief-harm = أذى بسبب الجن أو الأرواح أو الدين
category-run-away = هروب من البيت، أو لا مكان للنوم
category-caring = العناية بشخص في البيت
category-initiation = تحديات للدخول في مجموعة
category-extreme = أفكار كراهية، أو انجرار إلى جماعة
category-hate = عنصرية أو كراهية
category-who-i-am = أسئلة عن مَن أكون
category-drugs = مخدرات أو خمر أو سجائر إلكترونية
category-eating = قلق بسبب الأكل أو شكل الجسم
category-hacking = اختراق حسابات أو احتيال
category-missing-school = غياب عن الدروس أو المدرسة
category-bad-online = شيء فظيع على الإنترنت

language-name = العربية
language-title = اللغة
language-coming = نُحضر الكلمات بهذه اللغة.
language-failed = لم نستطع إحضار الكلمات بهذه اللغة. يمكنك المحاولة مرة أخرى.
language-note = هذه الكلمات مترجمة. لم يراجعها بعد أي شخص تربّى على هذه اللغة.
language-write = يمكنك الكتابة بأي لغة. كلماتك تُقفل كما كتبتها.
language-words = كلماتك السبع باللغة الإنجليزية. من المهم نسخها حرفًا حرفًا.

## The page

page-title = 学生页面
page-title-error = 错误：{ page-title }
page-skip = 跳到正文
page-demo = 这是试用页面。学校是假的。这里没有人会帮你。
page-print = 学校的打印机可能会留底。需要的内容请用手抄下来。有危险？打 { $emergency }。
page-loading = 正在准备页面。

## Emergency strip

strip-label = 马上得到帮助
strip-danger = 现在有危险吗？
strip-call = 打电话
strip-talk = 现在就聊，免费
strip-free = 免费
strip-watch-start = 这个页面
strip-watch-not = 不是
strip-watch-end = 一直有人看着的。
strip-next = 下次查看：
strip-nobody = 我们不知道下次什么时候有人看。
strip-leave = 离开

## Moments

moment-today = 今天{ $time }
moment-tomorrow = 明天{ $time }
moment-day = { $weekday }{ $time }
moment-date = { $month }{ $day }日{ $weekday }，{ $time }
moment-now = 现在正有人看
moment-by-today = 今天{ $time }
moment-by-tomorrow = 明天{ $time }
moment-by-day = { $weekday }{ $time }
moment-by-date = { $month }{ $day }日{ $weekday }，{ $time }
moment-am = 上午 { $clock }
moment-pm = 下午 { $clock }
moment-morning = { $day }上午
moment-later = { $day }下午
moment-half-date = { $month }{ $day }日{ $weekday }
moment-word-today = 今天
moment-this-morning = 今天上午
weekday-0 = 星期一
weekday-1 = 星期二
weekday-2 = 星期三
weekday-3 = 星期四
weekday-4 = 星期五
weekday-5 = 星期六
weekday-6 = 星期日
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月

## Landing

landing-school = 学校页面
landing-title = 你可以在这里告诉我们
landing-lead = 你不用说自己是谁。拿不准也没关系。
landing-doors = 开始
door-help = 马上找人帮忙
door-help-text = 你可以给这些人打电话或发短信。不一定要告诉学校。
door-tell = 把事情告诉学校
door-tell-text = 说你自己的事，或者你担心的人的事。
way-title = 用你的七个词回来
way-text = 看看后来怎么样了。再写一点。
good-to-know = 先了解一下
who-title = 谁能看到你写的话？
who-1 = 只有学校里的几个大人。你写之前，会先看到他们的名字。
who-2 = 你可以不让其中的任何人看。
who-3 = 存放这些话的电脑读不了你写的话。
others-title = 别人能看到什么？
others-1 = 学校的无线网能看到你打开了这个网站。看不到你写了什么。
others-2 = 学校的电脑可能会存下你打的字。这个我们拦不住。
others-3 = 你可以换一台设备，或者告诉你信任的大人。
others-4 = 只有两个人知道的事，别人可能会猜到是这两个人。
others-5 = 按“离开”会清掉这个页面。清不掉你打开过的网页记录。
secret-title = 你们会保密吗？
secret-1 = 如果有人可能受到很重的伤害，学校的大人一定要管。
secret-2 = 他们可能会去问保护孩子的人。他们会尽量先在这里告诉你。
limits-title = 你们做不到什么？
limits-1 = 我们不问你是谁，所以找不到你。想马上有人帮，请打 { $emergency }。
limits-2 = 七个词丢了，谁也找不回来。你可以再告诉我们一次。
limits-3 = 如果你说有人有危险，电脑能看到这一个回答。这样能更快通知大人。
limits-4 = 电脑还能看到有几个人可以看。
after-title = 之后会怎么样？
after-1 = 你会拿到七个词。用它们可以回到这里。
after-2 = 你可以看我们的回复，也可以再写。
staff-link = 学校的大人从这里进
kept-link = 我们保存什么

## When the school has not gone live

not-open-title = 还没有开放
not-open-short = 今天还不能在这里给学校写。你还是可以找人帮忙。
not-open = 你的学校还没有大人看这个页面。所以这里没有地方写。
not-open-next = 告诉你信任的大人。或者打给现在就会接的人。

## When the page cannot run

broken-title = 这一部分在这里打不开
broken-1 = 也许等一下就好。如果一直看到这句话，这台设备就发不了。
broken-2 = 什么都没有发出去。你还是可以找人帮忙。
broken-3 = 告诉你信任的大人。或者换一台新一点的手机或电脑。
broken-call = 或者现在就打电话：

## Help hub

help-title = 马上找人帮忙
help-lead = 这些人会听孩子和年轻人说话。他们不是你学校的人。
help-lead-2 = 你不用说名字。
help-danger = 现在有危险
help-talk = 打电话或发短信聊聊
help-more = 还有这些人能帮忙
help-elsewhere = 在别的国家
help-uk = 英国
help-call = 打电话 { $number }
help-text = 发短信 { $word } 到 { $number }
help-text-plain = 发短信到 { $number }
help-web = 打开 { $site }
help-for = 谁可以用：{ $who }
help-hours = 时间：{ $hours }
help-checked = 我们在{ $year }年{ $month }核对过。
help-back = 回到开头
help-tell = 把事情告诉学校

## Steps

step-back = 返回
step-question = 第 { NUMBER($at) } 题，共 { NUMBER($of) } 题
step-check = 检查
step-next = 下一步
step-done = 回到检查页
problem-title = 有一个问题
choose-one = 请选一个回答。拿不准就选“我不确定”。

## 1 danger

danger-title = 现在有人有危险吗？
danger-lead = 意思是今天可能有人会受很重的伤。
danger-yes = 有
danger-not-sure = 我不确定
danger-no = 没有
danger-why = 存放这些话的电脑能看到这个回答。这样我们能快点行动。

calls-title = 先打给现在就能帮忙的人
calls-lead = 我们可能几个小时都看不到你写的话。这些人现在就会接。
calls-then = 你也可以告诉我们
calls-then-text = 也告诉学校是个好主意。两样都可以做。
calls-on = 继续

## 2 about

about-title = 这是谁的事？
about-lead = 你不用说名字。
about-me = 我
about-someone-else = 别人
about-lots = 很多人
about-not-sure = 我不确定

## 3 what

what-title = 这是什么事？
what-lead = 最多选三个。选差不多的就行。
what-more = 显示更多
what-none = 还没有选。最多可以选三个。
what-picked = { $count ->
    [1] 选了 1 个。还可以选 2 个。
    [3] 选了 3 个。不能再多选了。
   *[other] 选了 { $count } 个。还可以选 1 个。
}
what-full = 你已经选了三个。想选这个，先去掉一个。
what-problem = 请选一个。拿不准就选“我不确定”。

sooner-title = 要让人早点看吗？
sooner-lead = 你选的事里，有的可能很急。我们可以请大人尽快来看。
sooner-yes = 要，早点看
sooner-no = 不用，可以等
sooner-why = 选“要”，电脑就会看到“可能有危险”。它还是读不了你写的话。

## 4 readers

readers-title = 谁会看这些？
readers-lead = 这些人照顾学生。你可以不让其中的任何人看。我们不问为什么。
readers-out = 不让看
readers-add = 让这个人看
readers-in = 可以看
readers-not = 打不开这个。也收不到消息。
readers-count = { $count ->
   *[other] { $count } 个人可以看。
}
readers-last = 总要有一个人能看。请先选另一个人。
readers-about-title = 这件事跟他们当中的谁有关吗？
readers-about-text = 那就不让这个人看。可以换别人看。
readers-about-yes = 是的
readers-about-who = 跟谁有关？
readers-about-done = { $name } 不能看。能看的人：{ $others }。
readers-other = 选别的人
readers-others-title = 还有谁可以看
readers-others-none = 名单上没有别人了。你可以打给 Childline：0800 1111。
readers-locked = 你写的话会在这台设备上锁好。只有这些人能打开。
readers-poster = 这份名单跟你学校海报上的一样。
readers-no-poster = 想核对名单，就看学校里的海报。这几个词应该一样：
readers-changed = 名单变了。请再看一看。你写的话还在这里。
readers-none = 我们没法显示谁会看。所以现在什么都不能发。
role-lead = 保护学生安全
role-deputy = 帮着保护学生安全
role-reader = 照顾学生
role-head = 校长
role-chair = 学校外面的人，监督校长
role-admin = 管电脑

## 5 words

words-title = 你想告诉我们什么？
words-lead = 想怎么说就怎么写。写错字没关系。写一行就够了。
words-label = 你写的话
words-ideas = 不知道写什么，就点一个。都不填也可以。
words-what = 发生了什么？
words-what-help = 从哪里说起都行。不用按顺序。
words-where = 在哪里？
words-where-help = 写个地方就够了，比如“停自行车的棚子旁边”。
words-when = 大概什么时候？
words-when-help = 写“上个星期”或“差不多每天”就行。
words-still = 现在还在发生吗？
words-still-help = 写“是”“不是”或“不确定”。
words-empty = 至少写一个词。写一行就够了。
words-long = 太长了，放不下。请至少删掉 { NUMBER($over) } 个字。
words-room = { $left ->
   *[other] 还能写 { $left } 个字。
}
words-device-title = 在用学校的电脑吗？
words-device-1 = 它可能会存下你打的字。这个我们拦不住。
words-device-2 = 你可以继续、换一台设备，或者找 { $name } 谈。
words-device-2-alone = 你可以继续、换一台设备，或者找一个大人谈。
words-clues-title = 写之前
words-clues-1 = 不想让人知道你是谁，就别写名字。
words-clues-2 = 只有你知道的事，会让人看出是你写的。
words-clues-3 = 这不是你的错。你在做一件好事。
clues-found = 这可能让人认出你：{ $pieces }。你可以留着，也可以删掉。
coach-english-only = 大多数线索我们只能在英文里找。
words-local = 你打字的时候什么都不会发出去。这台设备上什么都不存。

## 6 check

check-title = 发送前检查一下
check-lead = 什么都可以改。
check-change = 修改
check-danger = 现在有危险吗？
check-about = 谁的事
check-what = 什么事
check-readers = 谁能看
check-words = 你写的话
check-see-title = 别人能看到什么？
check-see-1 = 只有你名单上的人能看你写的话。
check-see-2 = 学校的无线网能看到你打开了这个网站。看不到你写了什么。
check-see-3 = 学校的电脑可能存下了你打的字。
check-see-4 = 如果有人可能受到很重的伤害，学校的大人一定要管。
check-wait = 你发送后，学校的大人可能最多要过 { NUMBER($minutes) } 分钟才看到。这样不容易看出是谁发的。
check-when = 会有人看，最晚是{ $when }。
check-when-none = 我们不知道什么时候有人看。等不了的话，现在就打电话找人。
check-when-now = 现在正有人看。
check-send = { $count ->
   *[other] 发给 { $count } 个人
}

## Sending

sending-title = 正在发送你写的话
sending-words = 正在做你的七个词。
sending-sealing = 正在这台设备上锁好你写的话。
sending-ready = 正在准备你写的话。现在可能有很多人在发。
sending-stop = 停止
sending-sending = 正在发送。
sending-stay = 请不要关掉这个页面。几秒钟就好。

## Sent

sent-title = 发出去了。你做了一件好事。
sent-when = { $names } 可以看，最晚是{ $when }。
sent-when-none = { $names } 可以看。我们不知道什么时候会看。
sent-when-now = { $names } 可以看。现在正有人看。
sent-names-two = { $first } 或 { $second }
sent-names-more = { $first } 或另外 { NUMBER($count) } 个人
card-title = 你的七个词
card-copy = 把它们抄在纸上
card-help = 用这七个词可以回来。它们看起来像英语单词表。收在只有你会看的地方。
card-once-title = 我们只显示这一次。
card-once-text = 丢了的话，谁也找不回来。你随时可以再告诉我们一次。
card-check-title = 快速检查
card-check-label = 打出纸上的第 { NUMBER($place) } 个词
card-check-wrong = 这不是第 { NUMBER($place) } 个词。看看纸上，再试一次。
card-check-empty = 打出第 { NUMBER($place) } 个词。这样我们就知道你抄好了。
card-check-done = 七个词我抄好了
card-skip = 我没法抄下来
card-skip-sure = 那你就不能再回到这里。没关系。你写的话已经发出去了。
card-skip-on = 不要七个词，继续
next-title = 接下来会怎么样
next-look-title = 到时再回来看看：{ $when }
next-look-title-none = 过一两天再回来看看
next-look-text = 用你的七个词看看有没有人读过。
next-ask-title = 我们可能会问你一些事
next-ask-text = 想回答才回答。
next-before-title = 等不到那时候？
next-before-text = 这些人白天晚上都会接。
done-title = 七个词你已经有了
done-lead = 现在可以关掉这个页面了。走的时候按“离开”。
done-lead-skip = 你写的话已经发出去了。走的时候按“离开”。
done-start = 回到开头

## Coming back

return-title = 打出你的七个词
return-lead = 顺序要对。大写小写都可以。
return-label = 你的七个词
return-help = 词和词之间空一格。也可以粘贴。
return-go = 打开
return-empty = 请先打出你的七个词。
return-count = { $found ->
   *[other] 这里有 { $found } 个词。要有七个才行。
}
return-unknown = 第 { NUMBER($place) } 个词“{ $word }”不是我们的词。
return-near = 你是想写“{ $word }”吗？
return-mistaken = 每个词都有，可是合在一起不对。有一个错了？有两个换了位置？
return-suggest = 对得上的词：
return-lost-title = 七个词丢了？
return-lost-text = 谁也找不回来。你可以再告诉我们一次，说你以前写过。
return-lost-link = 再告诉学校一次
return-opening = 正在打开你的消息。

## Mailbox

mailbox-sent-title = 你写的话送到了
mailbox-sent-lead = 还没有人看过。
mailbox-read-title = 有人看过了
mailbox-read-lead = 他们可能会在这里给你写。你什么都不用做。
mailbox-working-title = 我们正在处理
mailbox-working-lead = 过几天再回来看看。
mailbox-question-title = 我们想问你一个问题
mailbox-question-lead = 你可以现在回答，以后回答，不回答也行。
mailbox-finished-title = 暂时处理完了
mailbox-finished-lead = 请看我们的消息。你还可以再写。
mailbox-withdrawn-title = 你收回了
mailbox-withdrawn-lead = 这里不能再写了。你随时可以告诉我们别的事。
trail-label = 到现在为止
trail-sent = 发出去了
trail-read = 有人看过了
trail-question = 我们想问你一个问题
trail-working = 我们正在处理
trail-finished = 暂时处理完了
trail-withdrawn = 你收回了
mailbox-late = 到现在应该有人看过了。你还是可以找这些人帮忙。
messages-label = 消息
message-new = 新
message-you = 你
message-none = 还没有给你的消息。
answer-label = 你的回答
answer-label-more = 再写一点
answer-tap = 点一个，或者自己写
answer-send = 发送我的回答
answer-send-more = 发送
answer-empty = 请先写一点。一个词就够了。
answer-sent = 你写的话已经发出去了。
own-show = 显示我发的内容（{ $when }）
own-why = 怕有别人在看，所以我们先藏起来。
own-show-button = 显示
own-hide-button = 藏起来
opened-title = 谁打开过？
opened-none = 还没有人打开过。
opened-line = { $role }，{ $when }。
opened-someone = 有人
opened-broken = “谁打开过”的记录对不上。请告诉你信任的大人。
opened-holds = 这份记录已在这台设备上核对过。
also-title = 你还可以
also-note = 在做任何事之前，我们会先告诉你它有什么用。
also-safer = 我现在觉得安全一些了
also-person = 请换一个大人
also-withdraw = 收回
also-never-mind = 算了
safer-title = 要说你现在觉得安全一些了吗？
safer-text = 我们会告诉看这些话的人。他们可能还会问你好不好。
safer-go = 好，告诉他们
safer-said = 我现在觉得安全一些了。
safer-done = 我们告诉他们了：你觉得安全一些了。
person-title = 想换一个大人吗？
person-text = 我们会告诉看这些话的人，你想找别人。他们可以再请一个大人来。
person-text-2 = 你可以写想找谁，或者在哪里能找到你。想写才写。
person-go = 请换一个大人
person-said = 我想换一个大人。
person-done = 我们已经说了，你想换一个大人。
withdraw-title = 要收回吗？
withdraw-text-new = 还没有人看过。收回以后，就永远没有了。
withdraw-text-read = 已经有人看过了。收回以后，这个页面你就打不开了。
withdraw-text-read-2 = 看过的人会知道你收回了。为了保护人，他们可能还是要管。
withdraw-text-ok = 改主意没关系。你随时可以再告诉我们。
withdraw-go = 收回
withdraw-done = 你收回了。
mailbox-close = 关上这些消息

## When something goes wrong

fail-kept = 你写的话还在这里。
fail-again = 再试一次
fail-calls = 等不了的话，这些人现在就会接：
fail-unreachable-title = 连不上学校的电脑
fail-unreachable = 这里可能没有网。检查一下，再试一次。
fail-unreachable-unsure = 你写的话可能已经到了。再发一次也没关系。
fail-busy-title = 现在用的人很多
fail-busy = 等一分钟，再试一次。
fail-tomorrow-title = 今天给这所学校写的人很多
fail-tomorrow = 今天不能再收了。把你写的话留好，明天再试。
fail-tomorrow-danger = 如果有人可能有危险，就回到前面说出来。那样现在就能发。
fail-stopped-title = 你停下来了
fail-stopped = 什么都没有发出去。
fail-broken-title = 有地方不对
fail-broken = 我们收到的回应对不上。所以停下来了。
fail-long-title = 太长了，放不下
fail-long = 请写短一点，再试一次。
ended-title = 不能再从这里给学校写了
ended-words = 这些页面要关了。你没有做错什么。
ended-help = 你还是可以找人帮忙。这些人现在就会接：
ended-read = 如果你有七个词，{ $day }之前（包括当天）都可以看消息。
ended-soon = 这里的消息正在删除。随时可能看不到了。
ended-mailbox = 这些页面要关了。这里不能再写了。
gone-title = 这里的内容已经删除了
gone-words = 保存时间到了，所以我们删了。谁也看不到了。
gone-next = 你随时可以告诉我们别的事。
gone-taken-back = 还没有人看，你就收回了。什么都没有留下。
held-words = 有个大人要求把你写的话多存一段时间。你没有做错什么。
fail-mailbox-title = 这七个词打不开任何东西
fail-mailbox = 检查一下词和顺序。也可能是保存时间已经到了。
fail-closed-title = 这里现在关了
fail-readers-title = 名单变了
fail-list-title = 为了保护你，我们停下来了
fail-list = 谁能看的名单不对。所以什么都没有发出去。
fail-list-fingerprint = 这不是你学校海报上的名单。
fail-list-signatures = 你的学校没有签过这份名单。
fail-list-expired = 名单太旧了。
fail-list-rolled-back = 名单比应有的旧。
fail-list-forked = 两份名单对不上。
fail-list-malformed = 名单读不出来。
fail-list-next = 请把这个页面给你信任的大人看。不要在这里写你的话。
fail-worker-title = 这个页面停了
fail-worker = 重新打开页面就能继续。想留住你写的话，请先抄下来。

## Categories

category-not-sure = 我不确定
category-fight-hurt = 打架、打人或威胁人
category-bullying = 欺负人（霸凌）
category-online-bully = 在网上欺负人
category-feeling-low = 心情很差或很担心
category-home-fear = 家里打架，或在家害怕
category-not-cared-for = 吃不饱、睡不好，或没人照顾
category-self-hurt = 有人伤害自己
category-adult-school = 学校里的大人做的事
category-friends = 跟朋友闹翻，被冷落
category-unsafe-place = 学校里有个地方感觉不安全
category-loss = 有人去世或离开了
category-other = 别的事、一个主意，或想说谢谢
category-want-to-die = 想到死、不想活
category-weapon = 刀枪等武器，或打算伤人
category-blackmail = 有人说要把东西发给别人看
category-hurt-body = 有人弄伤我或别人的身体
category-hurt-feelings = 有人总是骂我、看不起我，或这样对别人
category-sexual-touch = 乱摸身体，或别的不对的、跟性有关的事
category-sexual-comments = 跟性有关的玩笑、话或眼神
category-nudes = 裸照，真的或假的
category-relationship = 男朋友或女朋友伤人、控制人
category-groomed = 年纪大的人或网上的人，感觉怪怪的
category-made-to-do = 被逼着带东西、卖东西或藏东西
category-trafficked = 被逼着干活，或被带来带去
category-family-honour = 下身被割（割礼）、被逼结婚，或为家里名声被伤害
category-belief-harm = 因为鬼神或信仰被伤害
category-run-away = 离家出走，或没地方住
category-caring = 在家照顾家人
category-initiation = 为了入伙，要做冒险的事
category-extreme = 仇恨的想法，或被拉进一个团伙
category-hate = 种族歧视或仇恨
category-who-i-am = 想弄清自己是谁
category-drugs = 毒品、喝酒或电子烟
category-eating = 为吃东西或身材烦恼
category-hacking = 盗号、黑客或骗局
category-missing-school = 没去上课或没上学
category-bad-online = 在网上看到可怕的东西

language-name = 简体中文
language-title = 语言
language-coming = 正在换成这种语言。
language-failed = 没能换成这种语言。请再试一次。
language-note = 这些话是翻译的。还没有从小说这种语言的人检查过。
language-write = 用什么语言写都可以。你一边写，你写的话一边就锁好了。
language-words = 你的七个词是英语。请一个字母一个字母地抄。

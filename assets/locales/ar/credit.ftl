# What a page says about the credit with plurals, and so is put into words by the server. $days_text is $days as written,
# $minimum an amount; $email and $phone are where messages go.
#
# U+2066 (LRI) and U+2068 (FSI) open a bidi isolate as in mail.ftl, U+2069 (PDI) closes it.

credit-runway =
    بمعدل الإنفاق في آخر 7 أيام، سينخفض عن { "\u2068" }{ $minimum }{ "\u2069" } خلال { $days ->
        [one] يوم واحد تقريبًا
        [two] يومين تقريبًا
        [few] نحو { "\u2068" }{ $days_text }{ "\u2069" } أيام
       *[other] نحو { "\u2068" }{ $days_text }{ "\u2069" } يومًا
    }.
credit-runway-soon = بمعدل الإنفاق في آخر 7 أيام، سينخفض عن { "\u2068" }{ $minimum }{ "\u2069" } خلال أقل من يوم.

## Where there is no minimum

credit-runway-empty =
    بمعدل الإنفاق في آخر 7 أيام، سينفد خلال { $days ->
        [one] يوم واحد تقريبًا
        [two] يومين تقريبًا
        [few] نحو { "\u2068" }{ $days_text }{ "\u2069" } أيام
       *[other] نحو { "\u2068" }{ $days_text }{ "\u2069" } يومًا
    }.
credit-runway-empty-soon = بمعدل الإنفاق في آخر 7 أيام، سينفد خلال أقل من يوم.

## What is kept back; $reserve is an amount

credit-reserve = يُحتجز { "\u2068" }{ $reserve }{ "\u2069" } من الرصيد ولا يُحسب هنا، كي تظل الرسائل تُرسَل بعد نفاده.

## What will be sent

credit-forecast-email = عندما ينخفض الرصيد عن { "\u2068" }{ $minimum }{ "\u2069" }، تُرسل رسالة بريد إلكتروني إلى { "\u2066" }{ $email }{ "\u2069" }.
credit-forecast-sms = عندما ينخفض الرصيد عن { "\u2068" }{ $minimum }{ "\u2069" }، تُرسل رسالة نصية قصيرة إلى { "\u2066" }{ $phone }{ "\u2069" }.
credit-forecast-both = عندما ينخفض الرصيد عن { "\u2068" }{ $minimum }{ "\u2069" }، تُرسل رسالة بريد إلكتروني إلى { "\u2066" }{ $email }{ "\u2069" } ورسالة نصية قصيرة إلى { "\u2066" }{ $phone }{ "\u2069" }.

## For who does not see the chart

credit-chart = الرصيد من { "\u2068" }{ $from }{ "\u2069" } إلى { "\u2068" }{ $to }{ "\u2069" }

# What a page says about the credit with plurals, and so is put into words by the server. $days_text is $days as written,
# $minimum an amount; $email and $phone are where messages go.

credit-runway =
    Beim Verbrauch der letzten 7 Tage liegt es in etwa { $days ->
        [one] { $days_text } Tag
       *[other] { $days_text } Tagen
    } unter { $minimum }.
credit-runway-soon = Beim Verbrauch der letzten 7 Tage liegt es in weniger als einem Tag unter { $minimum }.

## Where there is no minimum

credit-runway-empty =
    Beim Verbrauch der letzten 7 Tage ist es in etwa { $days ->
        [one] { $days_text } Tag
       *[other] { $days_text } Tagen
    } aufgebraucht.
credit-runway-empty-soon = Beim Verbrauch der letzten 7 Tage ist es in weniger als einem Tag aufgebraucht.

## What is kept back; $reserve is an amount

credit-reserve = { $reserve } sind zurückgelegt und hier nicht mitgezählt, damit auch dann noch Nachrichten versendet werden, wenn das Guthaben aufgebraucht ist.

## What will be sent

credit-forecast-email = Wenn das Guthaben unter { $minimum } fällt, geht eine E-Mail an { $email }.
credit-forecast-sms = Wenn das Guthaben unter { $minimum } fällt, geht eine SMS an { $phone }.
credit-forecast-both = Wenn das Guthaben unter { $minimum } fällt, geht eine E-Mail an { $email } und eine SMS an { $phone }.

## For who does not see the chart

credit-chart = Das Guthaben von { $from } bis { $to }

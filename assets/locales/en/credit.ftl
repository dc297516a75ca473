# What a page says about the credit with plurals, and so is put into words by the server. $days_text is $days as written,
# $minimum an amount; $email and $phone are where messages go.

credit-runway =
    At the spend of the last 7 days, it will be below { $minimum } in about { $days ->
        [one] { $days_text } day
       *[other] { $days_text } days
    }.
credit-runway-soon = At the spend of the last 7 days, it will be below { $minimum } in less than a day.

## Where there is no minimum

credit-runway-empty =
    At the spend of the last 7 days, it will be used up in about { $days ->
        [one] { $days_text } day
       *[other] { $days_text } days
    }.
credit-runway-empty-soon = At the spend of the last 7 days, it will be used up in less than a day.

## What is kept back; $reserve is an amount

credit-reserve = { $reserve } is kept back and not counted here, so that messages still go out when the credit is used up.

## What will be sent

credit-forecast-email = When the credit falls below { $minimum }, a mail goes to { $email }.
credit-forecast-sms = When the credit falls below { $minimum }, a text message goes to { $phone }.
credit-forecast-both = When the credit falls below { $minimum }, a mail goes to { $email } and a text message to { $phone }.

## For who does not see the chart

credit-chart = The credit from { $from } to { $to }

# What a page says about the credit with plurals, and so is put into words by the server. $days_text is $days as written,
# $minimum an amount; $email and $phone are where messages go.

credit-runway =
    Con el gasto de los últimos 7 días, bajará de { $minimum } dentro de { $days ->
        [one] aproximadamente { $days_text } día
       *[other] unos { $days_text } días
    }.
credit-runway-soon = Con el gasto de los últimos 7 días, bajará de { $minimum } en menos de un día.

## Where there is no minimum

credit-runway-empty =
    Con el gasto de los últimos 7 días, se agotará dentro de { $days ->
        [one] aproximadamente { $days_text } día
       *[other] unos { $days_text } días
    }.
credit-runway-empty-soon = Con el gasto de los últimos 7 días, se agotará en menos de un día.

## What is kept back; $reserve is an amount

credit-reserve = Se reservan { $reserve }, que no se cuentan aquí, para que los mensajes sigan llegando cuando se agote el saldo.

## What will be sent

credit-forecast-email = Cuando el saldo baje de { $minimum }, se enviará un correo a { $email }.
credit-forecast-sms = Cuando el saldo baje de { $minimum }, se enviará un SMS al { $phone }.
credit-forecast-both = Cuando el saldo baje de { $minimum }, se enviará un correo a { $email } y un SMS al { $phone }.

## For who does not see the chart

credit-chart = El saldo del { $from } al { $to }

package org.vigie.advert.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentKindTest {
  @ParameterizedTest
  @CsvSource({
    "wallet:bitcoin:example, wallet",
    "iban:GB82WEST12345698765432, iban",
    "handle:paypal:example_1, payment-service",
    "handle:cashapp:example_1, payment-service",
    "handle:venmo:example_1, payment-service",
    "handle:revolut:example_1, payment-service",
    "handle:wise:example_1, payment-service",
    "handle:mpesa:254712123456, mobile-money",
    "handle:till:123456, mobile-money",
    "handle:telegram:paypal, none",
    "handle:paypal, none",
    "phone:+447700900123, none",
    "url:https://paypal.me, none",
    "email:paypal@example.org, none"
  })
  void isOfWhatMoneyIsSentTo(String key, String kind) {
    assertThat(PaymentKind.of(key).map(PaymentKind::label).orElse("none")).isEqualTo(kind);
  }
}

package org.vigie.classifier.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentContactsTest {
  @ParameterizedTest
  @CsvSource({
    "wallet:bitcoin:example, true",
    "iban:GB82WEST12345698765432, true",
    "handle:paypal:example_1, true",
    "handle:cashapp:example_1, true",
    "handle:venmo:example_1, true",
    "handle:revolut:example_1, true",
    "handle:wise:example_1, true",
    "handle:mpesa:254712123456, true",
    "handle:till:123456, true",
    "handle:telegram:paypal, false",
    "handle:paypal, false",
    "phone:+447700900123, false",
    "url:https://paypal.me, false",
    "email:paypal@example.org, false"
  })
  void areWhereMoneyIsSentTo(String key, boolean payment) {
    assertThat(PaymentContacts.isOne(key)).isEqualTo(payment);
  }
}

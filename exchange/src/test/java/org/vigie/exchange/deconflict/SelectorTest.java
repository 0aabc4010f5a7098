package org.vigie.exchange.deconflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {
  @ParameterizedTest
  @CsvSource({
    "phone:+33639980001, phone:+33639980001",
    "email:Ann@Example.ORG, email:ann@example.org",
    "handle:Telegram:Example_Name, handle:telegram:example_name",
    "wallet:ethereum:0xABCDEF, wallet:ethereum:0xabcdef",
    "wallet:bitcoin:BC1QEXAMPLE, wallet:bitcoin:bc1qexample",
    "wallet:Bitcoin:1ExampleCase, wallet:bitcoin:1ExampleCase",
    "iban:gb00exam00000000000001, iban:GB00EXAM00000000000001",
  })
  void bringsAContactToTheOneFormThatBothAgenciesCompare(String key, String form) {
    assertThat(Selector.of(key).key()).isEqualTo(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "phone:0639980001",
        "phone:+0339980001",
        "email:nobody",
        "handle:example",
        "picture:ab",
        "url:https://example.org",
        "account:example.org/1",
        "fax:+33639980001",
        "handle:telegram:a\u0001b",
        "none"
      })
  void refusesWhatIsNotInNormalFormOrLeadsToNobody(String key) {
    assertThat(Selector.isOne(key)).isFalse();
    assertThatThrownBy(() -> Selector.of(key)).hasMessageNotContaining("0639980001");
  }

  @Test
  void keepsKindsApart() {
    assertThat(Selector.of("handle:a:b").input())
        .isNotEqualTo(Selector.of("wallet:a:b").input())
        .asString()
        .startsWith("vigie-deconflict-1\0handle\0");
  }
}

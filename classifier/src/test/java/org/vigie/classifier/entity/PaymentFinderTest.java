package org.vigie.classifier.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Contact;
import org.vigie.text.NormalizedText;

/**
 * The addresses are the examples of the specifications; none is anybody's. Litecoin's are of the
 * key of BIP 173's examples; Monero's have hashes of words in place of keys.
 */
class PaymentFinderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IBAN GB82 WEST 1234 5698 7654 32 | iban:GB82WEST12345698765432",
        "to gb82-west-1234-5698-7654-32. | iban:GB82WEST12345698765432",
        "FR1420041010050500013M02606 | iban:FR1420041010050500013M02606",
        "pay BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4 | wallet:bitcoin:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0 | wallet:bitcoin:bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        "bitcoin:1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2 | wallet:bitcoin:1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
        "(3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy) | wallet:bitcoin:3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
        "LVuDpNCSSj6pQ7t9Pv6d6sUkLKoqDEVUnJ | wallet:litecoin:LVuDpNCSSj6pQ7t9Pv6d6sUkLKoqDEVUnJ",
        "litecoin:MJaRnao1s62a2zAKSkmG582KbLKianqb7v | wallet:litecoin:MJaRnao1s62a2zAKSkmG582KbLKianqb7v",
        "LTC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KGMN4N9 | wallet:litecoin:ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9",
        "ltc1pll0d3pqfmylv9gspe90j5u08uz0xxke6r2sgqynn0ggdj5p67qrqnn56h4 | wallet:litecoin:ltc1pll0d3pqfmylv9gspe90j5u08uz0xxke6r2sgqynn0ggdj5p67qrqnn56h4",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed | wallet:ethereum:0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
        "USDT T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb | wallet:tron:T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb",
        "XMR 4AURZMCiPvVDgj89rCErLLNMdnPtNRYRRDwCnXbh6jTR9jQuVtNygnzTxzjYx1NCiBbCBYzGVZvJxeHekHBDRrqkAmDuVtA | wallet:monero:4AURZMCiPvVDgj89rCErLLNMdnPtNRYRRDwCnXbh6jTR9jQuVtNygnzTxzjYx1NCiBbCBYzGVZvJxeHekHBDRrqkAmDuVtA",
        "monero:8BJZtirYzLuDgj89rCErLLNMdnPtNRYRRDwCnXbh6jTR9jQuVtNygnzTxzjYx1NCiBbCBYzGVZvJxeHekHBDRrqkAiQHLM9 | wallet:monero:8BJZtirYzLuDgj89rCErLLNMdnPtNRYRRDwCnXbh6jTR9jQuVtNygnzTxzjYx1NCiBbCBYzGVZvJxeHekHBDRrqkAiQHLM9",
        "4LB6aA2D1C1Dgj89rCErLLNMdnPtNRYRRDwCnXbh6jTR9jQuVtNygnzTxzjYx1NCiBbCBYzGVZvJxeHekHBDRrqkFRAyjxgHMW67Lox6aH. | wallet:monero:4LB6aA2D1C1Dgj89rCErLLNMdnPtNRYRRDwCnXbh6jTR9jQuVtNygnzTxzjYx1NCiBbCBYzGVZvJxeHekHBDRrqkFRAyjxgHMW67Lox6aH"
      })
  void readsAccountsAndWalletsWhoseChecksumFits(String text, String key) {
    assertThat(PaymentFinder.in(NormalizedText.of(text)))
        .extracting(found -> found.contact().key())
        .containsExactly(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GB82 WEST 1234 5698 7654 33",
        "GB82 WEST 1234 5698 7654 321",
        "GB82 WEST 1234",
        "XX82 WEST 1234 5698 7654 32",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
        "bc1Qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3",
        "1bvbmseystwetqtfn5au4m4gfg7xjanvn2",
        "LVuDpNCSSj6pQ7t9Pv6d6sUkLKoqDEVUnK",
        "ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n8",
        "0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed00",
        "T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwc",
        "11111111111111111111111111111111",
        "4AURZMCiPvVDgj89rCErLLNMdnPtNRYRRDwCnXbh6jTR9jQuVtNygnzTxzjYx1NCiBbCBYzGVZvJxeHekHBDRrqkAmDuVtB",
        "4AURZMCiPvVDgj89rCErLLNMdnPtNRYRRDwCnXbh0jTR9jQuVtNygnzTxzjYx1NCiBbCBYzGVZvJxeHekHBDRrqkAmDuVtA",
        "4AURZMCiPvVDgj89rCErLLNMdnPtNRYRRDwCnXbh6jTR9jQuVtNygnzTxzjYx1NCiBbCBYzGVZvJxeHekHBDRrqkAmDuVt",
        "zzzzzzzzzzzDgj89rCErLLNMdnPtNRYRRDwCnXbh6jTR9jQuVtNygnzTxzjYx1NCiBbCBYzGVZvJxeHekHBDRrqkAmDuVtA",
        "A21y3brygHbDgj89rCErLLNMdnPtNRYRRDwCnXbh6jTR9jQuVtNygnzTxzjYx1NCiBbCBYzGVZvJxeHekHBDRrqkAkiFi8Z",
        "an ordinary sentence, AB12 flat, room GB82"
      })
  void readsNoneWhoseChecksumDoesNot(String text) {
    assertThat(PaymentFinder.in(NormalizedText.of(text))).isEmpty();
  }

  @Test
  void seesThroughInvisibleCharactersAndCountsThem() {
    String text = "1BvBMSEYst\u200BWetqTFn5Au4m4GFg7xJaNVN2";

    Contact contact = PaymentFinder.in(NormalizedText.of(text)).getFirst().contact();

    assertThat(contact.value()).isEqualTo("bitcoin:1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2");
    assertThat(contact.disguise()).isEqualTo(1);
    assertThat(contact.span().of(text)).isEqualTo(text);
  }
}

package org.vigie.classifier.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.payment.PaymentKind;
import org.vigie.classifier.ModelsFolder;
import org.vigie.text.NormalizedText;

class MobileMoneyTest {
  private static ContactFinder finder;

  @BeforeAll
  static void load() throws IOException {
    finder = ContactFinder.load(ModelsFolder.path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Send the fee by M-Pesa +44 7700 900123 first | handle:mpesa:447700900123",
        "M-PESA number: 07700 900123 | handle:mpesa:447700900123",
        "Paiement Orange Money au 07700 900123 | handle:orangemoney:447700900123",
        "Envoyez par Wave : +44 7700 900123 | handle:wave:447700900123",
        "MTN MoMo 07700900123 only | handle:mtn:447700900123",
        "07700 900123 (Airtel Money) | handle:airtel:447700900123",
        "EcoCash 07700 900123 | handle:ecocash:447700900123",
        "bKash +44 7700 900123 | handle:bkash:447700900123",
        "Pay to till no. 512345 | handle:till:512345",
        "Paybill 400200 | handle:paybill:400200",
        "neosurf code 1234567890 | handle:neosurf:1234567890"
      })
  void isAnAccountOfTheServiceThatIsNamed(String text, String key) {
    assertThat(keys(text)).contains(key);
  }

  @Test
  void bearsTheNamesThatPaymentsAreToldBy() {
    assertThat(MobileMoney.NAMES).isEqualTo(PaymentKind.MOBILE);
  }

  @Test
  void leavesThePhoneAPhone() {
    assertThat(keys("M-Pesa +44 7700 900123"))
        .containsExactly("handle:mpesa:447700900123", "phone:+447700900123");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Catch a wave, page 3 of 20",
        "We are open till 200000 people came",
        "Orange juice 2026, call 07700 900123",
        "The till opens at 9",
        "Wave of 500 people; 12 phones"
      })
  void isNoneWhereNoAccountIsNamed(String text) {
    assertThat(find(text)).extracting(Contact::type).doesNotContain(ContactType.HANDLE);
  }

  private static List<String> keys(String text) {
    return find(text).stream().map(Contact::key).toList();
  }

  private static List<Contact> find(String text) {
    return finder.find(NormalizedText.of(text), "GB", "");
  }
}

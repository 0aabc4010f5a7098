package org.vigie.classifier.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageIdentifierTest {
  private final LanguageIdentifier identifier = new LanguageIdentifier();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | We are looking for people who want to work in our restaurant this summer",
        "fr | Nous cherchons des personnes pour travailler dans notre restaurant cet été",
        "ro | Căutăm persoane care doresc să lucreze în restaurantul nostru în această vară",
        "es | Buscamos personas que quieran trabajar en nuestro restaurante este verano",
        "uk | Шукаємо людей, які хочуть працювати в нашому ресторані цього літа",
        "ru | Ищем людей, которые хотят работать в нашем ресторане этим летом",
        "ar | نبحث عن أشخاص يرغبون في العمل في مطعمنا هذا الصيف",
        "el | Αναζητούμε άτομα για εργασία"
      })
  void tellsTheLanguagesOfTheMissionApart(String language, String text) {
    assertThat(identifier.identify(text, "")).isEqualTo(language);
  }

  @Test
  void saysThatItCannotTellWhereThereAreNoLetters() {
    assertThat(identifier.identify("+44 7700 900123 !!!", "")).isEqualTo("und");
    assertThat(identifier.identify("", "")).isEqualTo("und");
  }

  @Test
  void believesTheSiteWhereTheTextSaysNothing() {
    assertThat(identifier.identify("Tel.", "ro")).isEqualTo("ro");
  }

  @Test
  void doesNotBelieveTheSiteAgainstTheText() {
    assertThat(identifier.identify("Шукаємо людей, які хочуть працювати", "fr")).isEqualTo("uk");
  }

  @Test
  void tellsYorubaAndTigrinyaByWhatOnlyTheyWrite() {
    assertThat(identifier.identify("Àwọn ènìyàn ń gbé ní ìlú yìí", "")).isEqualTo("yo");
    assertThat(identifier.identify("Quiero un rugby más", "")).isNotEqualTo("yo");
    assertThat(identifier.identify("ኣብ ከተማ ስራሕ ኣሎ", "")).isEqualTo("ti");
    assertThat(identifier.identify("በከተማ ውስጥ ሥራ አለ", "")).isEqualTo("am");
  }
}

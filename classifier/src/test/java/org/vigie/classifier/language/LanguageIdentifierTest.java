package org.vigie.classifier.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.text.Nfkc;
import org.vigie.text.NormalizedText;

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
        "el | Αναζητούμε άτομα για εργασία",
        "hi | होटल के लिए रसोइया चाहिए, नियमित वेतन, सप्ताह में एक छुट्टी",
        "ne | होटलका लागि भान्छे चाहियो, मासिक तलब, हप्तामा एक दिन बिदा",
        "bn | রেস্তোরাঁর জন্য রাঁধুনি প্রয়োজন, সাপ্তাহিক ছুটি",
        "ps | موږ د رستورانت لپاره آشپز ته اړتیا لرو، ښه معاش"
      })
  void tellsTheLanguagesOfTheMissionApart(String language, String text) {
    assertThat(identifier.identify(text, "")).isEqualTo(language);
  }

  /** They have no concepts, so an advert in them must not be taken for one that was assessed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ta | உணவகத்திற்கு சமையல்காரர் தேவை",
        "si | ආපනශාලාවට කෝකියෙක් අවශ්‍යයි",
        "my | စားသောက်ဆိုင်အတွက် စားဖိုမှူး လိုအပ်သည်",
        "km | ត្រូវការចុងភៅសម្រាប់ភោជនីយដ្ឋាន",
        "lo | ຕ້ອງການພໍ່ຄົວສໍາລັບຮ້ານອາຫານ",
        "pa | ਰੈਸਟੋਰੈਂਟ ਲਈ ਰਸੋਈਏ ਦੀ ਲੋੜ ਹੈ",
        "te | రెస్టారెంట్‌కు వంటమనిషి కావాలి",
        "kk | Мейрамханаға аспазшы қажет, жалақысы жақсы",
        "ky | Ресторанга ашпозчу керек, айлык жакшы, дем алыш күн бар, эң жакшы шарт",
        "mn | Ресторанд тогооч хэрэгтэй, өндөр цалинтай, амралтын өдөртэй",
        "tg | Ба тарабхона ошпаз лозим аст, музди хуб, рӯзи истироҳат ҳаст"
      })
  void tellsLanguagesThatArentReadApartFromThoseThatAre(String language, String text) {
    assertThat(identifier.identify(text, "")).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyzzy qwrt", "job job", "ᏗᏂᏲᎵ ᏗᏓᏪᎸᎦ ᎤᏓᏅᏘ"})
  void doesNotGuessAtATextThatNobodyCanTell(String text) {
    assertThat(identifier.identify(text, "")).isEqualTo("und");
  }

  /** Plain letters are made of as much of a text as the answer needs. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nous cherchons des personnes, e\u0301te\u0301 ou hiver. ",
        "\uFF37\uFF45 are looking for \uFB01ve people at caf\u00E9\u0301s. ",
        "\u0301\u0301\u0301 12 34 56 78 90 -- ",
        "https://example.org/a/b/c Kelnerzy i kucharze "
      })
  void tellsTheSameOfABeginningAsOfTheWholeText(String piece) {
    for (int shift = 0; shift < 40; shift++) {
      String text = "1 ".repeat(280) + "x".repeat(shift) + ' ' + piece.repeat(30);

      assertThat(identifier.identify(NormalizedText.of(text), ""))
          .isEqualTo(identifier.identify(Nfkc.of(text), ""));
    }
  }

  @Test
  void saysThatItCannotTellWhereThereAreNoLetters() {
    assertThat(identifier.identify("+44 7700 900123 !!!", "")).isEqualTo("und");
    assertThat(identifier.identify("", "")).isEqualTo("und");
  }

  @Test
  void needsTwoLettersOfAScriptThatOneLanguageWrites() {
    assertThat(identifier.identify("โทร 081-234-5678", "")).isEqualTo("th");
    assertThat(identifier.identify("招工 13800000000", "")).isEqualTo("zh");
    assertThat(identifier.identify("тел. 8 (912) 345-67-89", "")).isEqualTo("und");
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

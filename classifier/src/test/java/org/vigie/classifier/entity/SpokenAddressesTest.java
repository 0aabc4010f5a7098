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
import org.vigie.classifier.ModelsFolder;
import org.vigie.text.NormalizedText;

/** E-mail addresses and names of accounts whose signs are said, bracketed or set apart. */
class SpokenAddressesTest {
  private static ContactFinder finder;

  @BeforeAll
  static void load() throws IOException {
    finder = ContactFinder.load(ModelsFolder.path());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Write to anna.b(a)post.example.org now",
        "anna.b (A) post.example.org",
        "Scrivi a anna.b [et] post.example.org",
        "anna (dot) b (et) post (dot) example (dot) org",
        "пишіть anna.b (а) post.example.org",
        "Skriv: anna punkt b snabela post punkt example punkt org",
        "Rašykite anna taškas b (et) post.example.org",
        "anna . b @ post . example . org",
        "a n n a . b @ post.example.org",
        "Correo: anna punto b, arroba, post punto example punto org",
        "Piši na anna.b, pa majmun-znak, pa post.example.org",
        "email anna.b ایٹ post ڈاٹ example ڈاٹ org",
        "邮箱anna.b@post.example.org联系",
        "অ্যাড্রেস anna.b অ্যাট post ডট example ডট org"
      })
  void areRead(String text) {
    assertThat(values(text)).containsExactly("anna.b@post.example.org");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Telegram: anna, low dash, jobs7 | telegram:anna_jobs7",
        "Telegram: anna tiret bas jobs | telegram:anna_jobs",
        "Kirjoita: anna, alaviiva, jobs, 31. | unknown:anna_jobs31",
        "skryf aan anna liggend streepje die liggend streepje jobs | unknown:anna_die_jobs",
        "tg @ anna _ b _ jobs | telegram:anna_b_jobs",
        "tg a-n-n-a_jobs | telegram:anna_jobs",
        "加微信anna下划线jobs八八 | unknown:anna_jobs88",
        "加anna_b88联系 | unknown:anna_b88",
        "Signal: anna33 understreck jobs | signal:anna33_jobs"
      })
  void namesAreRead(String text, String handle) {
    assertThat(values(text)).containsExactly(handle);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Option (a) post or (b) example. Organise it yourself",
        "Plan (a) is cheap. Plan (b) is not. We are at (a) small hotel. It is nice",
        "Meet us at the point. Go to the dot, then at noon, at home. Org staff wait",
        "A b c d e at the school, a n d so on @ home",
        "The figures underscore the need and underline jobs in town",
        "Write the name with underscore between words, no spaces",
        "Nombre con guion bajo entre palabras. Barra baja en la cocina",
        "Name _ age _ phone",
        "Angular, Underscore, Lodash, React",
        "Maja ma podłoga drewniana, nowa",
        "Pay (et) al. Work, and rest, at, well, any time",
        "Il point d'eau, puis la piste, puis at home. Les prix, en a, en b",
        "x-ray, t-shirt, a-b-c",
        "房间底线干净 下划线 下面"
      })
  void ordinaryWordsAreNone(String text) {
    assertThat(values(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jobs here, at post.example.org",
        "See the point here at post.example.org",
        "He (a) post.example.org fan and (b) user"
      })
  void placesToLookAtAreLinks(String text) {
    assertThat(values(text)).containsExactly("http://post.example.org");
  }

  @Test
  void aNameIsReadToItsEndOrNotAtAll() {
    assertThat(values("tg: anna underscore jobs underscore šešios")).isEmpty();
  }

  @Test
  void pointIntoTheTextAsItWas() {
    String text = "Mail: anna . b @ post . example . org, thanks";
    Contact contact = finder.find(NormalizedText.of(text), PhoneRegions.only(""), "").getFirst();
    assertThat(contact.span().of(text)).isEqualTo("anna . b @ post . example . org");
  }

  private static List<String> values(String text) {
    return finder.find(NormalizedText.of(text), PhoneRegions.only(""), "").stream()
        .map(Contact::value)
        .distinct()
        .toList();
  }
}

package org.vigie.classifier.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.advert.Contact;
import org.vigie.advert.PersonName;
import org.vigie.advert.Place;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.entity.ContactFinder;
import org.vigie.classifier.place.PlaceFinder;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

class NameFinderTest {
  private static NameFinder finder;
  private static PlaceFinder places;
  private static ContactFinder contacts;

  @BeforeAll
  static void load() throws IOException {
    finder = NameFinder.load(ModelsFolder.path());
    places = PlaceFinder.load(ModelsFolder.path());
    contacts = ContactFinder.load(ModelsFolder.path());
  }

  @Test
  void findsTheNamesOfSeveralPersonsInOneAdvert() {
    assertThat(names("Anna, Maria and Elena are waiting for you"))
        .containsExactly("Anna", "Maria", "Elena");
  }

  @Test
  void findsTheSameWhateverItHasReadBefore() throws Exception {
    NormalizedText text = NormalizedText.of("Please ask for Julio, or call John Smith.");
    List<NameFinder.Scored> first =
        NameFinder.load(ModelsFolder.path()).score(text, Words.of(text));
    for (int i = 0; i < 50; i++) {
      names("Anna, Maria and Elena are waiting for you in house " + i);
    }

    assertThat(finder.score(text, Words.of(text))).isEqualTo(first).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I am Katya alias Masha | Katya, Masha",
        "Ask for Suzy aka Debbie | Suzy, Debbie",
        "Natasha (Nastya) receives you | Natasha, Nastya",
        "Here is Lola, her friends call her Mimi | Lola, Mimi",
        "My name is Oksana, but everybody calls me Ksenia | Oksana, Ksenia",
        "Je m'appelle Fatou, alias Nina | Fatou, Nina",
        "Me llamo Lili, mi nombre artístico es Lola | Lili, Lola",
        "Меня зовут Даша, можно просто Саша | Даша, Саша"
      })
  void findsPetNamesAndAliasesBesideNames(String text, String names) {
    assertThat(names(text)).containsExactly(names.split(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Katya, also known as Vika, is back in town | Katya, Vika",
        "Nickname: Becky | Becky",
        "Fatou, aussi connue sous le nom de Nina | Fatou, Nina",
        "Surnom : Manon | Manon",
        "Svetlana, auch bekannt als Lena | Svetlana, Lena",
        "Spitzname: Heidi | Heidi",
        "Guadalupe, también conocida como Lupe | Guadalupe, Lupe",
        "Apodo: Lola | Lola",
        "Giuseppina, conosciuta come Pina | Giuseppina, Pina",
        "Soprannome: Lili | Lili",
        "Johanna, ook bekend als Joke | Johanna, Joke",
        "Bijnaam: Sanne | Sanne",
        "Katarzyna, znana jako Kasia | Katarzyna, Kasia",
        "Ksywa Gosia | Gosia",
        "Maria, conhecida como Lili | Maria, Lili",
        "Alcunha: Nina | Nina",
        "Mihaela, cunoscută ca Mimi | Mihaela, Mimi",
        "Porecla: Lola | Lola",
        "Мария, известна като Мими | Мария, Мими",
        "Наричат ме Мими | Мими",
        "Becenév: Kati | Kati",
        "Kateřina, známá jako Katka | Kateřina, Katka",
        "Παναγιώτα, γνωστή ως Γιώτα | Παναγιώτα, Γιώτα",
        "Nofka: Mira | Mira",
        "Gordana, poznata kao Goca | Gordana, Goca",
        "Вікторія, відома як Віка | Вікторія, Віка",
        "Псевдоним: Лера | Лера",
        "Виктория, известная как Вика | Виктория, Вика",
        "Takma adı Elif | Elif",
        "اللقب: ليلى | ليلى"
      })
  void findsWhatSomebodyIsCalledBesidesInEachLanguage(String text, String names) {
    assertThat(names(text)).containsExactly(names.split(", "));
  }

  @Test
  void leavesTitlesOutAndKeepsFamilyNames() {
    assertThat(names("Please ask for Mr John Smith.")).containsExactly("John Smith");
  }

  @Test
  void readsCyrillicGreekAndArabic() {
    assertThat(names("Мене звати Олена")).containsExactly("Олена");
    assertThat(names("Με λένε Μαρία")).containsExactly("Μαρία");
    assertThat(names("اسمي فاطمة")).containsExactly("فاطمة");
  }

  @Test
  void findsNoNameInWordsOfAnOrdinaryEmployer() {
    // "Wage according to experience, to get in touch with the management", "on", "excellent"
    assertThat(
            names(
                "\u0627\u0644\u0623\u062C\u0631 \u062D\u0633\u0628 \u0627\u0644\u062E\u0628\u0631\u0629\u060C"
                    + " \u0644\u0644\u062A\u0648\u0627\u0635\u0644 \u0645\u0639"
                    + " \u0627\u0644\u0625\u062F\u0627\u0631\u0629 \u0639\u0644\u0649"
                    + " \u0627\u0644\u0631\u0642\u0645"))
        .isEmpty();
    assertThat(names("\u0645\u0645\u062A\u0627\u0632 \u0639\u0644\u0649")).isEmpty();
    assertThat(names("Part time at Tommy Hilfiger and Hilton Hotels, Delta V wanted")).isEmpty();
    assertThat(names("please contact Karen Shiel on 020 7946 0000")).containsExactly("Karen Shiel");
  }

  @Test
  void givesOneNormalFormToANameHoweverItIsWritten() {
    assertThat(names("my name is ANNA")).containsExactly("Anna");
    assertThat(names("my name is anna")).containsExactly("Anna");
    assertThat(names("my name is \uFF21nna")).containsExactly("Anna");
  }

  @Test
  void saysWhereANameStandsInTheTextAsWritten() {
    String text = "Call \u200BAnna-Maria today";
    assertThat(find(text)).hasSize(1);
    assertThat(find(text).getFirst().span().of(text)).contains("Anna").contains("Maria");
  }

  @Test
  void findsNoNameInTownsContactsAndProducts() {
    assertThat(names("We are based in London, write to anna@example.org")).isEmpty();
    assertThat(names("Good knowledge of Microsoft Word and Excel is required")).isEmpty();
    assertThat(names("Apply before the end of May or June")).isEmpty();
    assertThat(names("Also known as the Garden County, Wicklow is near")).isEmpty();
  }

  @Test
  void findsAnUnlistedNameAfterAWordThatAnnouncesIt() {
    assertThat(names("Please call Zyrafina on 020 7946 0000")).containsExactly("Zyrafina");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Wir zahlen siebenhundert Euro im Monat für die Hilfe im Haushalt.",
        "fr | Aide ménagère deux heures par semaine",
        "cs | Dobrý den. Dame na výběr ze dvou směn.",
        "vi | Chúng tôi cần người làm",
        "it | In Italia ci vivi bene e guadagni",
        "es | Trabajo en Francia con contrato",
        "en | Search: Afghanistan Angola Argentina Australia"
      })
  void findsNoNameInAWordOfTheLanguageWhereverItsCapitalTellsNothing(String language, String text) {
    assertThat(names(text, language)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pt | Linda, 23 anos | Linda",
        "pt | Olá, chamo-me Linda e sou nova aqui | Linda",
        "de | Heute im Studio: Anna und Maria | Anna",
        "en | im Anna from London | Anna",
        "nb | Her er Rosa igjen | Rosa"
      })
  void findsANameThatIsAWordOfTheLanguageWhereItIsSetApart(
      String language, String text, String name) {
    assertThat(names(text, language)).contains(name);
  }

  private static List<String> names(String written) {
    return names(written, "");
  }

  private static List<String> names(String written, String language) {
    return find(written, language).stream().map(PersonName::name).toList();
  }

  private static List<PersonName> find(String written) {
    return find(written, "");
  }

  private static List<PersonName> find(String written, String language) {
    NormalizedText text = NormalizedText.of(written);
    List<Word> words = Words.of(text);
    List<Contact> found = contacts.find(text, "GB", "");
    List<Place> towns = places.find(text, words, "GB", "", found);
    return finder.find(text, words, towns, found, language);
  }
}

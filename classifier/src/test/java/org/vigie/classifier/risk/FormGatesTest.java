package org.vigie.classifier.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.advert.Indicator;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.indicator.LexiconPhrases;

/** A form's gate opens for what is about the form, and for no other work, room or good. */
class FormGatesTest {
  private static final List<String> LANGUAGES =
      List.of(
          "en", "fr", "de", "es", "it", "nl", "pl", "pt", "ro", "bg", "hu", "cs", "el", "sq", "sr",
          "uk", "ru", "tr", "ar");

  private static FormRules rules;
  private static TextReader reader;
  private static LexiconPhrases phrases;

  @BeforeAll
  static void load() throws IOException {
    Taxonomy taxonomy = Taxonomy.load(ModelsFolder.path());
    rules = FormRules.load(ModelsFolder.path(), taxonomy);
    reader = new TextReader(ModelsFolder.path(), taxonomy);
    phrases = LexiconPhrases.load(ModelsFolder.path(), taxonomy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Pickers needed for a big farm. You must live on site with the other workers.|SX-09",
        "en|Nanny wanted by a family, live in only, 400 euro a week.|SX-09",
        "en|Cleaner in a slaughterhouse, no health checks, start on Monday.|SX-10",
        "en|Accommodation in exchange for help in our garden and with the hens.|SX-13",
        "fr|Ouvriers pour la récolte, obligation de loger sur place avec l'équipe.|SX-09",
        "fr|Étudiants : logement contre services chez une personne âgée, ménage et courses.|SX-13",
        "de|Erntehelfer gesucht, Wohnen im Haus ist Pflicht, Lohn jede Woche.|SX-09",
        "de|Zimmer gegen Hilfe im Garten, ruhige Lage, Anruf genügt.|SX-13",
        "es|Se busca interna obligatoria para finca, obligatorio vivir en el lugar.|SX-09",
        "es|Habitación a cambio de cuidar los caballos, pueblo tranquilo.|SX-13",
        "it|Raccolta di pomodori, obbligo di vivere sul posto con la squadra.|SX-09",
        "nl|Plukkers gezocht, verplicht intern wonen, elke vrijdag betaald.|SX-09",
        "pl|Praca w rzeźni, zakaz wychodzenia po zmianie, zapewniamy nocleg.|SX-09",
        "pl|Pokój w zamian za pomoc w gospodarstwie i opiekę nad końmi.|SX-13",
        "pt|Trabalho na colheita, obrigatório morar no local com a equipa.|SX-09",
        "ro|Muncă la cules, obligatoriu cazare la locul de muncă, plata zilnic.|SX-09",
        "bg|Работа в склад за химикали, без предпазни средства, плащане в края на деня.|SX-10",
        "hu|Szedőket keresünk, kötelező bentlakás, fizetés hetente.|SX-09",
        "cs|Práce na farmě, povinné bydlení na místě, výplata každý týden.|SX-09",
        "el|Εργάτες για συγκομιδή, υποχρεωτική διαμονή στον χώρο, πληρωμή κάθε εβδομάδα.|SX-09",
        "sq|Punëtorë për fermë, banim i detyrueshëm, punë pa mbrojtje.|SX-10",
        "sr|Berači voća, obavezan boravak na mestu, isplata svake nedelje.|SX-09",
        "uk|Збір ягід, проживання обов'язкове, оплата щотижня.|SX-09",
        "ru|Сбор ягод, проживание обязательно, оплата каждую неделю.|SX-09",
        "tr|Tarlada iş, yatılı kalmak zorunlu, haftalık ödeme.|SX-09",
        "ar|عمال لقطف الفواكه، السكن إلزامي، الدفع كل أسبوع.|SX-09"
      })
  void staysShutForWorkAndRoomsOnTermsThatSexualAdvertsMayNameToo(
      String language, String text, String sign) {
    TextReader.Read read = reader.read(text, language);

    assertThat(read.indicators()).extracting(Indicator::id).contains(sign);
    assertThat(open(read)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Care assistant, companionship for elderly people, escorting them to the doctor.",
        "en|Banqueting staff for weddings and dinners in our hotel.",
        "en|Engineer with knowledge of cryptography.",
        "fr|Boutique cherche des conseillers de vente.",
        "de|Kundenberater gesucht, Hochzeitsmesse im Mai.",
        "es|Paquete de beneficios y manejo del paquete Office. Asesores de ventas.",
        "es|Se alquila habitación con cama de matrimonio.",
        "it|Camera matrimoniale in affitto, uso del pacchetto Office richiesto ai consulenti.",
        "it|Accompagnatrice turistica per gite scolastiche.",
        "nl|Trouwens, wij zoeken ook adviseurs.",
        "pl|Zebranie w firmie co tydzień, szukamy doradców klienta.",
        "pt|Acompanhante de idosos, consultores de vendas.",
        "bg|Социален пакет, пакетиране на плодове, консултанти в магазин.",
        "hu|Csomagoló munkás, juttatási csomag.",
        "cs|Vážíme si zkušených žebříkářů a prodejců, poradce v bance.",
        "el|Συνοδός σχολικού λεωφορείου, σύμβουλος πωλήσεων.",
        "sr|Office paket, savetnik u prodaji.",
        "uk|Анкета за посиланням, оплата на банківську картку.",
        "ru|Оплата на банковскую карту, консультант в магазин.",
        "tr|Paketleme elemanı aranıyor, düğün salonunda garson.",
        "ar|مطلوب مرافقة مسنين ومستشارين مبيعات.",
      })
  void staysShutForWordsThatMeanSomethingElse(String language, String text) {
    assertThat(open(reader.read(text, language))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "RC-16,forced-criminality",
    "OT-01,other",
    "OT-04,other",
  })
  void opensForEveryWordingOfASignOfOneForm(String sign, String form) {
    for (String language : LANGUAGES) {
      for (String phrase : wordings(sign, language)) {
        assertThat(open(reader.read(phrase, language)))
            .as("%s in %s: %s", sign, language, phrase)
            .contains(form);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Several girls available, 100% real photos, safe and discreet.|sexual",
        "en|Several girls available.|",
        "en|100% real photos, safe and discreet.|",
        "ro|Avem mai multe fete disponibile. Este 100% reală, întâlnire sigură și discretă.|sexual",
        "ro|Avem mai multe fete disponibile.|",
        "ro|Este 100% reală, întâlnire sigură și discretă.|",
      })
  void takesSeveralPersonsOfferedWithAssurancesForSexualAndNeitherAlone(
      String language, String text, @Nullable String form) {
    assertThat(open(reader.read(text, language))).isEqualTo(form == null ? Set.of() : Set.of(form));
  }

  @Test
  void takesBeggingForAnotherFormThanStealingAndCarryingForOthers() {
    for (String language : LANGUAGES) {
      for (String phrase : wordings("OT-03", language)) {
        assertThat(open(reader.read(phrase, language)))
            .as("OT-03 in %s: %s", language, phrase)
            .hasSize(1)
            .isSubsetOf("forced-criminality", "other");
      }
    }
  }

  private static List<String> wordings(String sign, String language) {
    return phrases.of(sign, language).stream().map(phrase -> phrase.replace("*", "")).toList();
  }

  private static Set<String> open(TextReader.Read read) {
    return rules.open(
        rules.said(read.text(), read.words(), read.language()).keySet(), read.indicators());
  }
}
